#include "job.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "company.hpp"
#include "skillmatrix/batch.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/roster.hpp"
#include "staged_files.hpp"
#include "tables.hpp"

namespace nightly {
namespace {

using namespace skillmatrix;

/// "people.ndjson:3:17: error: no skill “pyton” in the framework [SKM3003]"
std::string line_of(const std::string& file, const Diagnostic& finding) {
  std::string line = file;
  if (finding.line > 0) {
    line += ':' + std::to_string(finding.line) + ':' + std::to_string(finding.column);
  } else if (finding.row > 0) {  // Of a table, and about several of its lines.
    line += ": row " + std::to_string(finding.row) + ", " + finding.field;
  } else if (!finding.pointer.empty()) {
    line += ": " + finding.pointer;
  }
  line += ": " + std::string(to_string(finding.severity)) + ": " + finding.message();
  if (!finding.suggestion.empty()) line += "; did you mean “" + finding.suggestion + "”?";
  return line + " [" + to_string(finding.code) + ']';
}

bool is_error(const Diagnostic& finding) { return finding.severity == Severity::error; }

[[noreturn]] void reject(const std::string& file, const std::vector<Diagnostic>& findings,
                         ExitCode code = unusable_input) {
  std::string lines;
  for (const Diagnostic& finding : findings) {
    if (is_error(finding)) lines += '\n' + line_of(file, finding);
  }
  throw Failure(code, lines.empty() ? file : lines.substr(1));
}

// --- The framework

/// The matrix that was saved for this framework, if there is one that is newer and in order.
std::optional<Matrix> open_saved(const Settings& settings) {
  std::error_code error;
  const auto saved = std::filesystem::last_write_time(settings.matrix, error);
  if (error) return std::nullopt;
  const auto written = std::filesystem::last_write_time(settings.framework, error);
  if (error || saved < written) return std::nullopt;
  Result<Matrix> matrix = Matrix::open(settings.matrix);
  std::vector<Diagnostic> findings = matrix ? matrix->verify() : matrix.diagnostics;
  if (findings.empty()) return *std::move(matrix);
  for (const Diagnostic& finding : findings) {
    std::cerr << line_of(settings.matrix, finding) << "; it is made anew\n";
  }
  return std::nullopt;
}

Matrix build(const Settings& settings) {
  const Result<Framework> framework = read_framework(read_file(settings.framework));
  if (!framework) reject(settings.framework, framework.diagnostics);
  Result<Matrix> matrix = Matrix::build(*framework);
  if (!matrix) reject(settings.framework, matrix.diagnostics);
  if (!settings.matrix.empty()) {
    const std::vector<Diagnostic> findings = matrix->save(settings.matrix);
    if (!findings.empty()) reject(settings.matrix, findings, file_failure);
  }
  return *std::move(matrix);
}

Matrix load_matrix(const Settings& settings) {
  if (!settings.matrix.empty()) {
    if (std::optional<Matrix> saved = open_saved(settings)) return *std::move(saved);
  }
  return build(settings);
}

// --- The job

class Job {
 public:
  Job(const Settings& settings, const std::atomic<bool>& is_cancelled)
      : settings_(settings),
        is_cancelled_(is_cancelled),
        matrix_(load_matrix(settings)),
        people_(load_people()),
        plan_(matrix_) {}

  ExitCode run() {
    StagedFiles files(settings_.reports);
    files.write("scores.csv", scores());
    files.write("role-levels.csv", role_levels());
    files.write("skills.csv", skills());
    files.write("findings.csv", findings());
    const std::string told = summary();
    files.write("summary.json", told);  // Last: when it is there, all is.
    check();
    files.publish();
    std::cout << told;
    return std::any_of(people_.diagnostics.begin(), people_.diagnostics.end(), is_error)
               ? some_rejected
               : complete;
  }

 private:
  void check() const {
    if (is_cancelled_) throw Failure(cancelled, "cancelled; nothing was written");
  }

  BuiltRoster load_people() {
    if (settings_.people.empty()) {
      return make_company(matrix_, settings_.company, settings_.seed, [this] { check(); });
    }
    RosterOptions options;
    options.ratings.as_of = settings_.as_of;
    const std::string text = read_file(settings_.people);
    BuiltRoster built = settings_.people.ends_with(".csv")
                            ? Roster::read_csv(matrix_, text, options)
                            : Roster::read_ndjson(matrix_, text, options);
    check();
    if (built.roster.person_count() == 0) reject(settings_.people, built.diagnostics);
    for (const Diagnostic& finding : built.diagnostics) {
      std::cerr << line_of(settings_.people, finding) << '\n';
    }
    return built;
  }

  /// How a batch is run: it stops soon after somebody cancelled.
  BatchOptions batch(const char* what) const {
    BatchOptions options;
    options.threads = settings_.threads;
    options.progress = [this, what](std::size_t done, std::size_t total) {
      if (settings_.shows_progress) {
        std::cerr << '\r' << what << ": " << 100 * done / total << " %"
                  << (done == total ? "\n" : "") << std::flush;
      }
      return !is_cancelled_;
    };
    return options;
  }

  std::string_view role_id(RoleLevelIndex level) const {
    return matrix_.role_id(matrix_.role_of(level));
  }

  /// Everybody against their own role level.
  std::string scores() {
    PeopleScores scores;
    score_own_role_levels(plan_, people_.roster, batch("scores"), scores);
    check();
    Table table("person,role,level,verdict,lower,upper,gaps");
    for (std::uint32_t person = 0; person < scores.size(); ++person) {
      const auto score = scores.score(plan_, {person});
      if (!score) {
        ++without_role_level_;
        continue;
      }
      ++verdicts_[static_cast<std::size_t>(score->verdict)];
      const RoleLevelIndex own = *people_.roster.own_role_level({person});
      table.cell(people_.roster.person_id({person})).cell(role_id(own));
      table.cell(matrix_.role_level_id(own)).cell(to_string(score->verdict));
      table.cell(score->lower).cell(score->upper).cell(score->gaps).end_row();
    }
    return table.text();
  }

  /// The best role levels of everybody.
  std::string role_levels() const {
    std::vector<PersonIndex> everybody;
    for (std::uint32_t person = 0; person < people_.roster.person_count(); ++person) {
      everybody.push_back({person});
    }
    BatchRanking ranking;
    rank_role_levels(plan_, people_.roster, everybody, settings_.best, batch("role levels"),
                     ranking);
    check();
    Table table("person,place,role,level,verdict,lower,upper,gaps");
    for (std::uint32_t person = 0; person < ranking.row_count(); ++person) {
      for (std::size_t place = 0; place < ranking.counts()[person]; ++place) {
        const RoleLevelIndex level{ranking.items()[person * ranking.limit() + place]};
        const PersonScore score = ranking.score(plan_, level, person, place);
        table.cell(people_.roster.person_id({person})).cell(place + 1).cell(role_id(level));
        table.cell(matrix_.role_level_id(level)).cell(to_string(score.verdict));
        table.cell(score.lower).cell(score.upper).cell(score.gaps).end_row();
      }
    }
    return table.text();
  }

  /// Who holds each skill at each level, and whose own role level needs it.
  std::string skills() const {
    SkillCounts counts;
    count_skills(matrix_, people_.roster, batch("skills"), counts);
    check();
    Table table("skill,level,holders,required,required_met,coverage,bus_factor");
    for (std::uint32_t number = 0; number < matrix_.skill_count(); ++number) {
      const SkillIndex skill{number};
      const ScaleIndex scale = matrix_.skill_scale(skill);
      for (Rank rank = 1; rank <= matrix_.level_count(scale); ++rank) {
        const SkillLevelCounts found = counts.at(skill, rank);
        table.cell(matrix_.skill_id(skill)).cell(matrix_.level_id(scale, rank));
        table.cell(found.holders).cell(found.required).cell(found.required_met);
        table.cell(found.coverage()).cell(found.bus_factor()).end_row();
      }
    }
    return table.text();
  }

  /// What is wrong with the input, for those who mend it.
  std::string findings() const {
    Table table("line,column,row,field,code,severity,value,message");
    for (const Diagnostic& finding : people_.diagnostics) {
      table.cell(finding.line).cell(finding.column).cell(finding.row).cell(finding.field);
      table.cell(to_string(finding.code));
      table.cell(to_string(finding.severity)).cell(finding.value).cell(finding.message()).end_row();
    }
    return table.text();
  }

  std::string summary() const {
    const auto number = [](const char* name, std::uint64_t value) {
      return ",\n  " + json_string(name) + ": " + std::to_string(value);
    };
    std::string json = "{\n  \"framework\": " + json_string(matrix_.id());
    json += ",\n  \"version\": " + json_string(matrix_.version());
    json += ",\n  \"as_of\": ";
    json += settings_.as_of ? json_string(format_date(*settings_.as_of)) : "null";
    json += number("people", people_.roster.person_count());
    json += number("ratings", people_.roster.rating_count());
    for (const Verdict verdict : {Verdict::ready, Verdict::undetermined, Verdict::not_ready}) {
      json += number(std::string(to_string(verdict)).c_str(),
                     verdicts_[static_cast<std::size_t>(verdict)]);
    }
    json += number("without_role_level", without_role_level_);
    json += number("rejected_people", people_.rejected_people);
    json += number("rejected_ratings", people_.rejected_ratings);
    return json + "\n}\n";
  }

  const Settings& settings_;
  const std::atomic<bool>& is_cancelled_;
  Matrix matrix_;
  BuiltRoster people_;
  BatchPlan plan_;
  std::array<std::uint64_t, 3> verdicts_{};  // How many people have each.
  std::uint64_t without_role_level_ = 0;
};

}  // namespace

ExitCode run(const Settings& settings, const std::atomic<bool>& is_cancelled) {
  return Job(settings, is_cancelled).run();
}

}  // namespace nightly
