#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/coverage.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/validate.hpp"

namespace skillmatrix::cli {
namespace {

constexpr std::size_t most_findings = 20;

struct LocalesOptions {
  std::string framework;
  std::vector<std::string> only;
  bool all = false;
  bool check = false;
  bool sources = false;
};

CoverageOptions coverage_options(const Session& session, const LocalesOptions& chosen) {
  for (const std::string& tag : chosen.only) {
    if (const std::optional<TagProblem> problem = find_tag_problem(tag)) {
      throw WrongUsage{
          make_diagnostic(Code::malformed_tag, {}, tag,
                          {{"detail", std::string(problem->detail)}, {"subtag", problem->subtag}})};
    }
  }
  CoverageOptions options;
  options.locales = chosen.only;
  options.max_diagnostics =
      chosen.all || session.json ? static_cast<std::size_t>(-1) : most_findings;
  return options;
}

std::vector<TableCell> with_counts(const Session& session, std::vector<TableCell> cells,
                                   const CoverageCounts& counts) {
  for (const std::uint64_t count :
       {counts.total(), counts.exact, counts.fallback, counts.missing, counts.stale}) {
    cells.push_back({session.language().number(static_cast<std::int64_t>(count))});
  }
  return cells;
}

std::vector<std::string> headers(const Session& session, std::vector<std::string> first) {
  for (const char* key : {"coverage.texts", "coverage.exact", "coverage.fallback",
                          "coverage.missing", "coverage.stale"}) {
    first.push_back(session.message(key));
  }
  return first;
}

std::string locales_table(const Session& session, const Coverage& coverage) {
  std::vector<std::string> names = headers(session, {session.message("column.language")});
  names.emplace_back("%");
  Table table(std::move(names));
  for (const LocaleCoverage& locale : coverage.locales) {
    std::vector<TableCell> cells = with_counts(session, {{locale.locale}}, locale.counts);
    cells.push_back({session.language().percent(locale.counts.share()),
                     locale.counts.complete() ? Style::good : Style::warning});
    table.add(std::move(cells));
  }
  return table.render(0, session.look());
}

/// The rows in which something is not exact.
std::string holes_table(const Session& session, const Coverage& coverage) {
  Table table(headers(session, {session.message("column.language"), session.message("column.kind"),
                                session.message("column.field")}));
  for (const LocaleCoverage& locale : coverage.locales) {
    for (const CoverageRow& row : locale.rows) {
      if (row.counts.complete()) continue;
      table.add(with_counts(session,
                            {{locale.locale},
                             {session.message("kind." + std::string(to_string(row.kind)))},
                             {session.message("field." + std::string(to_string(row.field)))}},
                            row.counts));
    }
  }
  if (table.empty()) return paragraph(session.message("coverage.complete"), 0);
  return table.render(0, session.look());
}

void say_coverage(Session& session, const Matrix& matrix, const Coverage& coverage) {
  const Reader reader(matrix, session.language());
  session.heading(session.message("coverage.title", {{"framework", framework_title(reader)}}));
  session.say("\n" + locales_table(session, coverage) + "\n" + holes_table(session, coverage));
}

/// Of the framework as the reader is shown it.
Matrix compile_shown(Session& session, const std::string& path, Framework framework) {
  add_wanted_pseudo_locales(session, framework);
  return compile(session, path, framework);
}

void say_sources(Session& session, const Framework& framework,
                 const std::vector<std::string>& only) {
  const std::vector<SourceText> texts = source_texts(framework, only);
  session.say(session.json ? source_texts_json(texts) : source_texts_ndjson(texts));
}

int run_locales(Session& session, const LocalesOptions& chosen) {
  const CoverageOptions options = coverage_options(session, chosen);
  const std::string text = read_input(chosen.framework);
  const Framework framework = parse_framework(session, chosen.framework, text);
  const Matrix matrix = compile_shown(session, chosen.framework, framework);
  Coverage coverage = measure_coverage(framework, options);
  locate(coverage.diagnostics, text);
  if (chosen.sources) {
    say_sources(session, framework, chosen.only);
  } else if (session.json) {
    session.say(coverage_json(session.language(), framework, coverage, chosen.framework));
  } else {
    say_coverage(session, matrix, coverage);
    print_diagnostics(session, {chosen.framework, coverage.diagnostics});
  }
  return chosen.check && !coverage.complete() ? status_bad_input : status_fine;
}

}  // namespace

void add_locales(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "locales", "Show how far a framework is translated",
                  "skillmatrix locales examples/data/ai-engineering.json --only de");
  const auto options = std::make_shared<LocalesOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("--only", options->only, "Only this language; may be given again")
      ->type_name("TAG")
      ->allow_extra_args(false);
  command->add_flag("--all", options->all, "Show all holes, not the first 20; JSON always does");
  command->add_flag("--check", options->check, "Exit with 1 if there is a hole");
  command->add_flag("--sources", options->sources,
                    "Print the source texts (with --only, those to do)");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_locales(s, *options); }; });
}

}  // namespace skillmatrix::cli
