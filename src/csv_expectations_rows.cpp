#include <algorithm>
#include <tuple>
#include <utility>

#include "csv_expectations.hpp"

namespace skillmatrix::csv::expectations {
namespace {

constexpr std::array role_side{role_id, role, level_id, level};
constexpr std::array skill_side{skill_id, skill};
constexpr std::array cell_only{necessity, weight, description};

/// Ids and the names that they stand for.
struct Names {
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::vector<std::string> names;
};

/// Puts rows into a table.
class RowReader : private RowFields {
 public:
  RowReader(const ExpectationsCsvOptions& options, const Columns& columns, Findings& findings,
            Table& table)
      : RowFields(columns, findings), options_(options), table_(table) {}

  void read(const Row& row) {
    start(row);
    const std::uint64_t errors = findings_.error_count();
    const bool no_cell = all_empty(cell_only);
    const bool no_role = no_cell && all_empty(role_side);
    const bool no_skill = no_cell && all_empty(skill_side) && value(skill_level).empty();
    if (no_role && no_skill) return report(Code::csv_empty_cell, key_of(role_id, role));
    if ((no_role || no_skill) && !options_.rows_without_cell) {
      report(Code::csv_empty_cell, no_role ? key_of(role_id, role) : key_of(skill_id, skill),
             {{"option", "rows_without_cell"}});
    }
    ExpectedCell found{};
    if (!no_role) take_role(found);
    if (!no_skill) take_skill(found);
    if (no_role || no_skill) return;
    take_requirement(found);
    if (findings_.error_count() == errors) take_cell(std::move(found));
  }

 private:
  /// The value of a text cell; a placeholder such as "NOT IN USE" is no text.
  [[nodiscard]] std::string_view text_value(Field field) const {
    const std::string_view text = value(field);
    return is_unlevelled(options_, text) ? std::string_view() : text;
  }

  template <std::size_t Count>
  [[nodiscard]] bool all_empty(const std::array<Field, Count>& fields) const {
    return std::all_of(fields.begin(), fields.end(), [&](Field f) { return value(f).empty(); });
  }

  /// The column that tells the things apart: of ids, or of names where there are no ids.
  [[nodiscard]] Field key_of(Field id_field, Field name_field) const {
    return has(id_field) ? id_field : name_field;
  }

  /// The entity that the row names; nothing, and a finding, if its key is empty or ambiguous.
  std::optional<std::size_t> resolve(Names& names, Field id_field, Field name_field) {
    const Field key_field = key_of(id_field, name_field);
    const std::string& key = cell(key_field).value;
    if (key.empty()) {
      report(Code::csv_empty_cell, key_field);
      return std::nullopt;
    }
    const std::string id = has(id_field) ? key : csv_id(key);
    const auto [entry, is_new] = names.by_id.try_emplace(id, names.names.size());
    if (is_new) names.names.push_back(key);
    if (names.names[entry->second] != key) {
      collide(key_field, id, names.names[entry->second]);
      return std::nullopt;
    }
    return entry->second;
  }

  void collide(Field field, const std::string& id, const std::string& other) {
    report(Code::csv_id_collision, field, {{"id", id}, {"other", other}});
  }

  static std::string id_of(const Names& names, std::size_t index, bool has_ids) {
    return has_ids ? names.names[index] : csv_id(names.names[index]);
  }

  void take_role(ExpectedCell& found) {
    const auto index = resolve(role_names_, role_id, role);
    if (!index) {
      // Its level belongs to no ladder that is known, but an empty one is a finding of its own.
      const Field key = key_of(level_id, level);
      if (value(key).empty()) report(Code::csv_empty_cell, key);
      return;
    }
    if (*index == table_.roles.size()) add_role(*index);
    RoleEntry& entry = table_.roles[*index];
    found.role = *index;
    if (has(role)) merge(entry.title, role, entry.id);
    merge(entry.summary, role_summary, entry.id);
    take_category(entry.categories, role_category_id, role_category, CategoryKind::family);
    take_level(entry, found);
  }

  void add_role(std::size_t index) {
    RoleEntry& entry = table_.roles.emplace_back();
    entry.id = id_of(role_names_, index, has(role_id));
    if (options_.ladder == CsvLadder::shared) return;
    entry.ladder = table_.ladders.size();
    table_.ladders.push_back(table_.empty_ladder);
  }

  void take_level(RoleEntry& entry, ExpectedCell& found) {
    Ladder& ladder = table_.ladders[entry.ladder];
    const auto index = find_level(ladder, key_of(level_id, level), has(level_id), value(level));
    if (!index) return;
    found.level = *index;
    NamedLevel& known = ladder.levels[*index];
    check_level_title(known);
    take_rank(known, level_rank);
    merge(entry.focus[*index], level_focus, known.id);
  }

  /// The level that a cell names by id or by title, which is new on a ladder that is not closed.
  std::optional<std::size_t> find_level(Ladder& ladder, Field field, bool is_id,
                                        std::string_view title) {
    const std::string& key = cell(field).value;
    if (key.empty()) {
      report(Code::csv_empty_cell, field);
      return std::nullopt;
    }
    const auto index = find_known_level(ladder, key, is_id);
    if (!index && ladder.is_closed) {
      report_unknown_level(ladder, field);
      return std::nullopt;
    }
    return index ? index : add_level(ladder, field, is_id, title);
  }

  static std::optional<std::size_t> find_known_level(const Ladder& ladder, const std::string& key,
                                                     bool is_id) {
    if (!is_id) {
      if (const auto found = ladder.by_title.find(key); found != ladder.by_title.end()) {
        return found->second;
      }
      if (!ladder.is_closed) return std::nullopt;
    }
    const auto found = ladder.by_id.find(key);
    return found == ladder.by_id.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<std::size_t> add_level(Ladder& ladder, Field field, bool is_id,
                                       std::string_view title) {
    const std::string& key = cell(field).value;
    const std::string id = is_id ? key : csv_id(key);
    const auto [entry, is_new] = ladder.by_id.emplace(id, ladder.levels.size());
    if (!is_new) {
      collide(field, id, ladder.levels[entry->second].title);
      return std::nullopt;
    }
    if (!is_id) ladder.by_title.emplace(title, ladder.levels.size());
    ladder.levels.push_back({id, std::string(title), std::nullopt, cell(field).place});
    return ladder.levels.size() - 1;
  }

  /// The first title of a level stands; the first row that names it is its place.
  void check_level_title(NamedLevel& known) {
    if (!known.place) known.place = cell(key_of(level_id, level)).place;
    if (!has(level_id) || value(level).empty()) return;
    if (known.title.empty()) known.title = value(level);
    if (known.title == value(level)) return;
    report(Code::csv_conflicting_text, level,
           {{"id", known.id}, {"row", std::to_string(known.place->row)}});
  }

  void report_unknown_level(const Ladder& ladder, Field field) {
    if (findings_.is_full()) return report(Code::csv_unknown_value, field);
    std::vector<std::string_view> names;
    for (const NamedLevel& each : ladder.levels) names.push_back(each.name());
    report(Code::csv_unknown_value, field, {{"expected", join(names)}},
           suggest(cell(field).value, names));
  }

  /// Also where the options list the levels, and no rank is needed: ranks that contradict each
  /// other are a slip.
  void take_rank(NamedLevel& known, Field field) {
    if (!has(field)) return;
    const auto rank = read_number(field, 1, UINT32_MAX);
    if (!rank) return;
    if (!known.rank) known.rank = rank;
    if (known.rank != rank) {
      report(Code::csv_contradictory_row, field,
             {{"columns", std::string(columns_.name(field))},
              {"row", std::to_string(known.place->row)}},
             std::to_string(*known.rank));
    }
  }

  std::optional<std::uint64_t> read_number(Field field, std::uint64_t least, std::uint64_t most) {
    if (cell(field).value.empty()) {
      report(Code::csv_empty_cell, field);
      return std::nullopt;
    }
    const auto number = whole_number(cell(field).value, least, most);
    if (!number) {
      report(Code::number_out_of_range, field,
             {{"least", std::to_string(least)}, {"most", std::to_string(most)}});
    }
    return number;
  }

  void take_skill(ExpectedCell& found) {
    const auto index = resolve(skill_names_, skill_id, skill);
    const auto reached = take_skill_level();
    if (!index) return;
    if (*index == table_.skills.size()) {
      table_.skills.emplace_back().id = id_of(skill_names_, *index, has(skill_id));
    }
    SkillEntry& entry = table_.skills[*index];
    found.skill = *index;
    found.skill_level = reached;
    if (has(skill)) merge(entry.title, skill, entry.id);
    merge(entry.summary, skill_summary, entry.id);
    take_category(entry.categories, skill_category_id, skill_category, CategoryKind::group);
    if (reached) merge(entry.levels[*reached], skill_level_description, entry.id);
  }

  std::optional<std::size_t> take_skill_level() {
    if (!has(skill_level)) return std::nullopt;
    const bool is_declared = all_empty(role_side);
    if (is_declared && value(skill_level).empty()) return std::nullopt;
    if (is_unlevelled(options_, value(skill_level))) {
      report(Code::csv_unlevelled_value, skill_level);
      return std::nullopt;
    }
    if (value(skill_level).empty()) {
      report(Code::csv_empty_cell, skill_level, {{"option", "unlevelled_values"}});
      return std::nullopt;
    }
    const auto index = find_level(table_.skill_scale, skill_level, false, value(skill_level));
    if (!index) return std::nullopt;
    NamedLevel& known = table_.skill_scale.levels[*index];
    if (!known.place) known.place = cell(skill_level).place;
    take_rank(known, skill_level_rank);
    return index;
  }

  void take_category(Membership& membership, Field id_field, Field name_field, CategoryKind kind) {
    if (!has(id_field) && !has(name_field)) return;
    const Field key_field = key_of(id_field, name_field);
    if (value(key_field).empty()) return count_empty(membership.text, key_field);
    const auto index = resolve(category_names_, id_field, name_field);
    if (!index) return;
    if (*index == table_.categories.size()) {
      table_.categories.emplace_back().kind = kind;
      table_.categories.back().id = id_of(category_names_, *index, has(id_field));
      table_.category_titles.emplace_back();
    }
    if (has(name_field))
      merge(table_.category_titles[*index], name_field, table_.categories[*index].id);
    if (membership.known.insert(*index).second)
      membership.ids.push_back(table_.categories[*index].id);
  }

  void take_requirement(ExpectedCell& found) {
    found.row = row_->number;
    found.necessity = options_.default_necessity;
    if (has(necessity)) take_necessity(found);
    if (has(weight)) {
      const auto number = read_number(weight, 1, UINT16_MAX);
      found.weight = static_cast<std::uint16_t>(number.value_or(1));
    }
    merge(found.description, description, {});
    if (!found.skill_level) keep_text_without_level(found);
  }

  void take_necessity(ExpectedCell& found) {
    const std::string& word = cell(necessity).value;
    if (word.empty()) return report(Code::csv_empty_cell, necessity);
    const auto& words = necessity_words();
    const auto entry = words.find(word);
    if (entry != words.end()) {
      found.necessity = entry->second;
      return;
    }
    if (findings_.is_full()) return report(Code::csv_unknown_value, necessity);
    std::vector<std::string_view> names;
    for (const auto& [name, meaning] : words) names.emplace_back(name);
    report(Code::csv_unknown_value, necessity, {{"expected", join(names)}}, suggest(word, names));
  }

  [[nodiscard]] const std::map<std::string, Necessity>& necessity_words() const {
    static const std::map<std::string, Necessity> usual{{"required", Necessity::required},
                                                        {"optional", Necessity::optional}};
    return options_.necessity_values.empty() ? usual : options_.necessity_values;
  }

  /// A text about a level that the row does not state would be lost: it describes the expectation,
  /// unless that has a description already.
  void keep_text_without_level(ExpectedCell& found) {
    const std::string_view text = text_value(skill_level_description);
    if (text.empty()) return;
    if (found.description.value.empty()) {
      found.description.value = text;
      found.description.row = row_->number;
      found.description.empty_rows = 0;
    } else if (found.description.value != text) {
      report(Code::csv_conflicting_text, skill_level_description,
             {{"row", std::to_string(row_->number)}});
    }
  }

  void take_cell(ExpectedCell&& found) {
    const auto key = std::tuple(found.role, found.level, found.skill);
    const auto [entry, is_new] = cell_index_.try_emplace(key, table_.cells.size());
    if (is_new) {
      table_.cells.push_back(std::move(found));
      return;
    }
    const ExpectedCell& first = table_.cells[entry->second];
    const std::string differences = differences_of(first, found);
    const Field field = key_of(skill_id, skill);
    if (differences.empty()) {
      report(Code::csv_duplicate_row, field, {{"row", std::to_string(first.row)}});
    } else {
      report(Code::csv_contradictory_row, field,
             {{"columns", differences}, {"row", std::to_string(first.row)}});
    }
  }

  /// The columns in which two rows for one cell of the matrix differ.
  [[nodiscard]] std::string differences_of(const ExpectedCell& first,
                                           const ExpectedCell& other) const {
    std::vector<std::string_view> names;
    const auto compare = [&](bool is_same, Field field) {
      if (!is_same) names.push_back(columns_.name(field));
    };
    compare(first.skill_level == other.skill_level, skill_level);
    compare(first.necessity == other.necessity, necessity);
    compare(first.weight == other.weight, weight);
    compare(first.description.value == other.description.value, description);
    return join(names);
  }

  void merge(Text& text, Field field, std::string_view id) {
    if (!has(field)) return;
    const std::string_view found = text_value(field);
    if (found.empty()) return count_empty(text, field);
    if (text.value.empty()) {
      text.value = found;
      text.row = row_->number;
    } else if (text.value != found) {
      report(Code::csv_conflicting_text, field,
             {{"id", std::string(id)}, {"row", std::to_string(text.row)}});
    }
  }

  void count_empty(Text& text, Field field) {
    ++text.empty_rows;
    if (text.first_empty) return;
    text.first_empty = cell(field).place;
    text.placeholder = cell(field).value;
  }

  const ExpectationsCsvOptions& options_;
  Table& table_;
  Names role_names_;
  Names skill_names_;
  Names category_names_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> cell_index_;
};

}  // namespace

std::uint64_t read_rows(Tokenizer& tokenizer, const ExpectationsCsvOptions& options,
                        const Columns& columns, Findings& findings, Table& table) {
  RowReader reader(options, columns, findings, table);
  Row row;
  std::uint64_t count = 0;
  for (; tokenizer.next(row); ++count) {
    if (!columns.prepare(row, options.trim_spaces, findings)) continue;
    columns.normalize(row, read_by_people, findings);
    reader.read(row);
  }
  return count;
}

}  // namespace skillmatrix::csv::expectations
