// A roster from columns.
#include <algorithm>
#include <functional>
#include <initializer_list>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "roster_build.hpp"
#include "roster_collector.hpp"
#include "skillmatrix/roster.hpp"
#include "validate_rules.hpp"

namespace skillmatrix {
namespace {

using roster::Collector;

struct NamedColumn {
  std::string_view name;
  std::size_t size = 0;
};

std::string pointer_of(std::string_view column, std::uint64_t row) {
  return rules::pointer_of(column, row);
}

Diagnostic mismatch(std::string_view column, std::string_view detail) {
  return make_diagnostic(Code::column_mismatch, rules::pointer_of(column), std::string(column),
                         {{"detail", std::string(detail)}});
}

/// Whether the columns go together.
class Shape {
 public:
  Shape(const RosterColumns& columns, Collector& collector)
      : columns_(columns), collector_(collector) {}

  bool check() {
    const NamedColumn skill = check_one_of(
        {{"skills", columns_.skills.size()}, {"skill_ids", columns_.skill_ids.size()}});
    rows_ = skill.size;
    check_levels();
    check_people();
    return is_sound_;
  }

 private:
  void report(Diagnostic finding) {
    is_sound_ = false;
    collector_.report(std::move(finding));
  }

  void check_size(NamedColumn column, std::size_t expected) {
    if (column.size == expected) return;
    Diagnostic finding = mismatch(column.name, "length");
    finding.arguments.emplace_back("count", std::to_string(column.size));
    finding.arguments.emplace_back("expected", std::to_string(expected));
    report(std::move(finding));
  }

  void check_optional(NamedColumn column, std::size_t expected) {
    if (column.size != 0) check_size(column, expected);
  }

  /// Of columns that say the same in different ways, the one that is given; the first if none is.
  NamedColumn check_one_of(std::initializer_list<NamedColumn> columns) {
    NamedColumn given = *columns.begin();
    for (const NamedColumn& column : columns) {
      if (column.size == 0) continue;
      if (given.size != 0 && given.name != column.name) report(mismatch(column.name, "twice"));
      given = column;
    }
    return given;
  }

  void check_levels() {
    const NamedColumn level =
        check_one_of({{"ranks", columns_.ranks.size()}, {"level_ids", columns_.level_ids.size()}});
    const NamedColumn none{"none", columns_.none.size()};
    check_optional(none, rows_);
    check_optional({"unknown", columns_.unknown.size()}, rows_);
    if (level.size != 0 || none.size == 0) check_size(level, rows_);
  }

  void check_people() {
    const std::size_t people = columns_.person_ids.size();
    check_one_of({{"first", columns_.first.size()},
                  {"people", columns_.people.size()},
                  {"people_by_id", columns_.people_by_id.size()}});
    check_one_of({{"own_role_levels", columns_.own_role_levels.size()},
                  {"own_roles", columns_.own_roles.size()}});
    check_optional({"own_role_levels", columns_.own_role_levels.size()}, people);
    check_optional({"own_roles", columns_.own_roles.size()}, people);
    check_optional({"own_levels", columns_.own_levels.size()}, people);
    if (!columns_.people_by_id.empty()) {
      check_size({"people_by_id", columns_.people_by_id.size()}, rows_);
    } else if (columns_.first.empty()) {
      check_size({"people", columns_.people.size()}, rows_);
    } else {
      check_size({"first", columns_.first.size()}, people + 1);
      const auto& first = columns_.first;
      if (first.front() != 0 || first.back() != rows_ || !std::ranges::is_sorted(first)) {
        report(mismatch("first", "offsets"));
      }
    }
  }

  const RosterColumns& columns_;
  Collector& collector_;
  std::size_t rows_ = 0;
  bool is_sound_ = true;
};

/// Rows by person: those of person p are `rows[first[p]]` to `rows[first[p + 1]]`, in the order of
/// the columns. Without `rows` they are the numbers themselves.
struct RowsByPerson {
  std::vector<std::uint64_t> first;
  std::vector<std::uint64_t> rows;
};

/// Sorts rows by person, a number less than `people`; others are not looked at.
RowsByPerson group(std::span<const std::uint32_t> numbers, std::size_t people) {
  RowsByPerson grouped;
  grouped.first.assign(people + 1, 0);
  for (const std::uint32_t number : numbers) {
    if (number < people) ++grouped.first[number + std::size_t{1}];
  }
  std::partial_sum(grouped.first.begin(), grouped.first.end(), grouped.first.begin());
  if (grouped.first.back() == numbers.size() && std::ranges::is_sorted(numbers)) return grouped;
  grouped.rows.resize(grouped.first.back());
  std::vector<std::uint64_t> next(grouped.first.begin(), grouped.first.end() - 1);
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if (numbers[row] < people) grouped.rows[next[numbers[row]]++] = row;
  }
  return grouped;
}

/// What the texts of a dictionary mean, each found out once.
class SkillTexts {
 public:
  SkillTexts(const Matrix& matrix, const TextColumn& ids) : matrix_(matrix), ids_(ids) {
    if (!ids.has_numbers()) return;
    found_.reserve(ids.texts().size());
    for (const std::string_view id : ids.texts()) found_.push_back(matrix.find_skill(id));
  }

  [[nodiscard]] std::optional<SkillIndex> at(std::uint64_t row) const {
    if (!ids_.has_numbers()) return matrix_.find_skill(ids_[row]);
    const std::uint32_t number = ids_.numbers()[row];
    return number < found_.size() ? found_[number] : std::nullopt;
  }

 private:
  const Matrix& matrix_;
  const TextColumn& ids_;
  std::vector<std::optional<SkillIndex>> found_;
};

/// The same for levels: a text is looked up when it is on another scale than it was before.
class LevelTexts {
 public:
  LevelTexts(const Matrix& matrix, const TextColumn& ids) : matrix_(matrix), ids_(ids) {
    if (ids.has_numbers()) found_.resize(ids.texts().size());
  }

  std::optional<Rank> at(std::uint64_t row, ScaleIndex scale) {
    if (!ids_.has_numbers()) return matrix_.find_level(scale, ids_.empty() ? "" : ids_[row]);
    const std::uint32_t number = ids_.numbers()[row];
    if (number >= found_.size()) return matrix_.find_level(scale, "");
    Found& found = found_[number];
    if (found.scale != scale) found = {scale, matrix_.find_level(scale, ids_.texts()[number])};
    return found.rank;
  }

 private:
  struct Found {
    std::optional<ScaleIndex> scale;
    std::optional<Rank> rank;
  };

  const Matrix& matrix_;
  const TextColumn& ids_;
  std::vector<Found> found_;
};

/// Numbers of people by their ids.
class People {
 public:
  /// Those of a list. Of two with one id the first is meant.
  explicit People(std::span<const std::string_view> ids) : is_complete_(!ids.empty()) {
    numbers_.reserve(ids.size());
    for (const std::string_view id : ids) {
      numbers_.try_emplace(id, static_cast<std::uint32_t>(count_++));
    }
  }

  /// The number of each row, or `nobody`. Unless there is a list, whoever appears is added, and
  /// `added(id, row)` is called.
  template <class Added>
  std::vector<std::uint32_t> number(const TextColumn& ids, Added added) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(ids.size());
    std::vector<std::optional<std::uint32_t>> found(ids.has_numbers() ? ids.texts().size() : 0);
    numbers_.reserve(std::min(found.size(), ids.size()));
    for (std::size_t row = 0; row < ids.size(); ++row) {
      const auto take = [&] { return number_of(ids[row], row, added); };
      const std::uint32_t text = ids.has_numbers() ? ids.numbers()[row] : 0;
      if (text < found.size()) {
        if (!found[text]) found[text] = take();
        numbers.push_back(*found[text]);
      } else if (row != 0 && !ids.has_numbers() && ids[row] == ids[row - 1]) {
        numbers.push_back(numbers.back());  // Mostly rows of one person follow each other.
      } else {
        numbers.push_back(take());
      }
    }
    return numbers;
  }

  static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

 private:
  template <class Added>
  std::uint32_t number_of(std::string_view id, std::size_t row, Added added) {
    if (is_complete_) {
      const auto entry = numbers_.find(id);
      return entry == numbers_.end() ? nobody : entry->second;
    }
    const auto [entry, is_new] = numbers_.try_emplace(id, static_cast<std::uint32_t>(count_));
    if (is_new) {
      ++count_;
      added(id, row);
    }
    return entry->second;
  }

  bool is_complete_;
  std::size_t count_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// Reads the ratings of sound columns.
class ColumnReader {
 public:
  ColumnReader(const Matrix& matrix, const RosterColumns& columns, Collector& collector)
      : matrix_(matrix),
        columns_(columns),
        collector_(collector),
        skills_(matrix, columns.skill_ids),
        levels_(matrix, columns.level_ids) {}

  void read() {
    collector_.reserve(columns_.person_ids.size(),
                       std::max(columns_.skills.size(), columns_.skill_ids.size()));
    if (!columns_.people_by_id.empty()) return read_by_id();
    if (columns_.first.empty()) {
      report_people();
      return read_people(columns_.person_ids, group(columns_.people, columns_.person_ids.size()));
    }
    for (std::size_t person = 0; person < columns_.person_ids.size(); ++person) {
      start_person();
      for (std::uint64_t row = columns_.first[person]; row < columns_.first[person + 1]; ++row) {
        take(row);
      }
      add(columns_.person_ids[person], person);
    }
  }

 private:
  void read_by_id() {
    std::vector<std::string_view> ids(columns_.person_ids.begin(), columns_.person_ids.end());
    const std::vector<std::uint32_t> people =
        People(ids).number(columns_.people_by_id, [&](std::string_view id, std::size_t row) {
          ids.push_back(id);
          first_rows_.push_back(row);
        });
    for (std::size_t row = 0; row < people.size(); ++row) {
      if (people[row] != People::nobody) continue;
      reject(make_diagnostic(Code::unknown_person, pointer_of("people_by_id", row),
                             std::string(columns_.people_by_id[row])));
    }
    read_people(ids, group(people, ids.size()));
  }

  void report_people() {
    const std::size_t count = columns_.person_ids.size();
    for (std::size_t row = 0; row < columns_.people.size(); ++row) {
      if (columns_.people[row] < count) continue;
      reject(out_of_range("people", row, columns_.people[row], count));
    }
  }

  void read_people(std::span<const std::string_view> ids, const RowsByPerson& grouped) {
    for (std::size_t person = 0; person < ids.size(); ++person) {
      start_person();
      for (std::uint64_t at = grouped.first[person]; at < grouped.first[person + 1]; ++at) {
        take(grouped.rows.empty() ? at : grouped.rows[at]);
      }
      add(ids[person], first_rows_.empty() ? person : first_rows_[person]);
    }
  }

  void start_person() {
    holdings_.clear();
    rows_.clear();
  }

  /// Takes a rating of the person.
  void take(std::uint64_t row) {
    rows_.push_back(row);
    if (!columns_.unknown.empty() && columns_.unknown[row] != 0) return;
    const std::optional<SkillIndex> skill = skill_of(row);
    if (!skill) return;
    const std::optional<Rank> rank = rank_of(row, *skill);
    if (!rank) return;
    holdings_.push_back(
        {*skill, HoldingState::held, *rank, static_cast<std::uint32_t>(rows_.size() - 1)});
  }

  std::optional<SkillIndex> skill_of(std::uint64_t row) {
    if (columns_.skill_ids.empty()) {
      const std::uint32_t number = columns_.skills[row];
      if (number < matrix_.skill_count()) return SkillIndex{number};
      reject(out_of_range("skills", row, number, matrix_.skill_count()));
      return std::nullopt;
    }
    const std::optional<SkillIndex> skill = skills_.at(row);
    if (!skill) {
      reject(make_diagnostic(Code::dangling_reference, pointer_of("skill_ids", row),
                             std::string(columns_.skill_ids[row]), {{"kind", "skill"}}));
    }
    return skill;
  }

  std::optional<Rank> rank_of(std::uint64_t row, SkillIndex skill) {
    if (!columns_.none.empty() && columns_.none[row] != 0) return Rank{0};
    const ScaleIndex scale = matrix_.skill_scale(skill);
    if (!columns_.ranks.empty()) {
      const Rank rank = columns_.ranks[row];
      const Rank highest = matrix_.level_count(scale);
      if (rank <= highest) return rank;
      reject(out_of_range("ranks", row, rank, highest + std::size_t{1}));
      return std::nullopt;
    }
    const std::optional<Rank> rank = levels_.at(row, scale);
    if (!rank) {
      const std::string_view id = columns_.level_ids.empty() ? "" : columns_.level_ids[row];
      reject(make_diagnostic(Code::level_not_in_scale, pointer_of("level_ids", row),
                             std::string(id), {{"scale", std::string(matrix_.scale_id(scale))}}));
    }
    return rank;
  }

  /// A finding about a number in a column that must be less than `count`.
  static Diagnostic out_of_range(std::string_view column, std::uint64_t row, std::uint64_t number,
                                 std::uint64_t count) {
    Diagnostic finding =
        make_diagnostic(Code::number_out_of_range, pointer_of(column, row), std::to_string(number));
    if (count == 0) return finding;
    finding.arguments = {{"least", "0"}, {"most", std::to_string(count - 1)}};
    return finding;
  }

  void reject(Diagnostic finding) {
    collector_.report(std::move(finding));
    collector_.reject_ratings(1);
  }

  /// Puts the ratings of the person in order, and adds the person.
  void add(std::string_view id, std::uint64_t source) {
    const auto is_before = [](const Holding& left, const Holding& right) {
      return left.skill < right.skill;
    };
    if (!std::is_sorted(holdings_.begin(), holdings_.end(), is_before)) {
      std::ranges::stable_sort(holdings_, is_before);
    }
    drop_duplicates();
    const std::size_t person = source;
    has_rejected_role_level_ = false;
    const bool is_taken = collector_.add(
        source,
        [this, person](std::vector<Diagnostic>& findings) {
          const bool is_rating = columns_.person_ids.empty();
          for (Diagnostic& finding : findings) {
            finding.pointer = pointer_of(is_rating ? "people_by_id" : "person_ids", person);
          }
        },
        id, own_role_level(person), std::span<const Holding>(holdings_));
    if (is_taken && has_rejected_role_level_) collector_.reject_role_level();
  }

  void drop_duplicates() {
    std::size_t kept = 0;
    for (const Holding& holding : holdings_) {
      if (kept != 0 && holdings_[kept - 1].skill == holding.skill) {
        report_duplicate(holding);
      } else {
        holdings_[kept++] = holding;
      }
    }
    holdings_.resize(kept);
  }

  void report_duplicate(const Holding& holding) {
    const std::string_view column = columns_.skill_ids.empty() ? "skills" : "skill_ids";
    reject(make_diagnostic(Code::duplicate_rating, pointer_of(column, rows_[holding.rating]),
                           std::string(matrix_.skill_id(holding.skill))));
  }

  std::optional<RoleLevelIndex> own_role_level(std::uint64_t person) {
    if (!columns_.own_roles.empty()) return own_role_level_by_id(person);
    if (columns_.own_role_levels.empty()) return std::nullopt;
    const std::uint32_t number = columns_.own_role_levels[person];
    if (number == no_role_level) return std::nullopt;
    if (number < matrix_.role_level_count()) return RoleLevelIndex{number};
    reject_role_level(out_of_range("own_role_levels", person, number, matrix_.role_level_count()));
    return std::nullopt;
  }

  std::optional<RoleLevelIndex> own_role_level_by_id(std::uint64_t person) {
    const auto id_in = [person](const TextColumn& column) -> std::optional<std::string_view> {
      if (column.empty() || column[person].empty()) return std::nullopt;
      return column[person];
    };
    std::vector<Diagnostic> findings;
    const auto level = roster::resolve_role_level(matrix_, id_in(columns_.own_roles),
                                                  id_in(columns_.own_levels), findings);
    for (Diagnostic& finding : findings) {
      const bool is_role = finding.pointer == "/role";
      finding.pointer = pointer_of(is_role ? "own_roles" : "own_levels", person);
      reject_role_level(std::move(finding));
    }
    return level;
  }

  void reject_role_level(Diagnostic finding) {
    has_rejected_role_level_ = true;
    collector_.report(std::move(finding));
  }

  const Matrix& matrix_;
  const RosterColumns& columns_;
  Collector& collector_;
  SkillTexts skills_;
  LevelTexts levels_;
  std::vector<std::uint64_t> first_rows_;  ///< Of people that are given by their ratings.
  std::vector<Holding> holdings_;          ///< Of the person being read.
  bool has_rejected_role_level_ = false;   ///< Of the person being read.
  std::vector<std::uint64_t> rows_;        ///< All of them, in the order of the columns.
};

}  // namespace

BuiltRoster Roster::build(const Matrix& matrix, const RosterColumns& columns,
                          const RosterOptions& options) {
  Collector collector(matrix, options);
  if (Shape(columns, collector).check()) ColumnReader(matrix, columns, collector).read();
  return std::move(collector).finish(std::identity());
}

}  // namespace skillmatrix
