#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "csv_table.hpp"
#include "skillmatrix/csv.hpp"

namespace skillmatrix {
namespace csv {
namespace {

// In the order of `expectations_csv_fields()`.
enum Field : std::size_t {
  role_id,
  role,
  role_summary,
  role_category_id,
  role_category,
  level_id,
  level,
  level_rank,
  level_focus,
  skill_id,
  skill,
  skill_summary,
  skill_category_id,
  skill_category,
  skill_level,
  skill_level_description,
  necessity,
  weight,
  description,
};

constexpr std::array<std::string_view, 19> field_names{
    "role_id",       "role",        "role_summary", "role_category_id",
    "role_category", "level_id",    "level",        "level_rank",
    "level_focus",   "skill_id",    "skill",        "skill_summary",
    "skill_category_id", "skill_category", "skill_level", "skill_level_description",
    "necessity",     "weight",      "description"};

constexpr std::array role_side{role_id, role, level_id, level};
constexpr std::array skill_side{skill_id, skill};
constexpr std::array cell_only{necessity, weight, description};

/// A text that many rows repeat.
struct Text {
  std::string value;
  std::uint64_t row = 0;  // where the value was first
  std::optional<Place> first_empty;
  std::string placeholder;  // what stood in the first empty cell
  std::uint64_t empty_rows = 0;
};

struct NamedLevel {
  std::string id;
  std::string title;
  std::optional<std::uint64_t> rank;
  std::optional<Place> place;  // nothing for a level that only the options name
};

/// A scale while it is being found out.
struct Ladder {
  std::vector<NamedLevel> levels;
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::map<std::string, std::size_t, std::less<>> by_title;
  bool is_closed = false;  // the options list all levels
};

/// The categories of a role or a skill.
struct Membership {
  Text text;  // only to count the empty cells
  std::vector<std::string> ids;
  std::set<std::size_t> known;
};

struct RoleEntry {
  std::string id;
  Text title;
  Text summary;
  Membership categories;
  std::size_t ladder = 0;
  std::vector<std::size_t> levels;  // used, in order of appearance
  std::map<std::size_t, Text> focus;
};

struct SkillEntry {
  std::string id;
  Text title;
  Text summary;
  Membership categories;
  std::map<std::size_t, Text> levels;
};

/// What one row expects, by position in the reader's lists.
struct ExpectedCell {
  std::size_t role;
  std::size_t level;
  std::size_t skill;
  Necessity necessity = Necessity::required;
  std::optional<std::size_t> skill_level;
  std::uint16_t weight = 1;
  Text description;
  std::uint64_t row = 0;
};

/// Ids and the names that they stand for.
struct Names {
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::vector<std::string> names;
};

/// How many literal bytes the pattern matches the text with; nothing if it does not match.
std::optional<std::size_t> match(std::string_view pattern, std::string_view text) {
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  std::size_t at = 0;
  std::size_t read = 0;
  while (read < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      retry = read;
    } else if (at < pattern.size() && pattern[at] == text[read]) {
      ++at;
      ++read;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      read = ++retry;
    } else {
      return std::nullopt;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  if (at != pattern.size()) return std::nullopt;
  return pattern.size() - static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '*'));
}

class Reader {
 public:
  Reader(const ExpectationsCsvOptions& options, Findings& findings)
      : options_(options), findings_(findings) {}

  std::optional<Framework> read(std::string_view text) {
    check_options();
    if (too_large(text, options_.limits, findings_)) return std::nullopt;
    Tokenizer tokenizer(text, options_.limits, findings_);
    Row row;
    if (!tokenizer.next(row)) return no_rows();
    columns_.emplace(row, field_names, options_.columns, options_.trim_spaces, findings_);
    if (!check_columns()) return std::nullopt;
    std::uint64_t count = 0;
    for (; tokenizer.next(row); ++count) {
      if (columns_->prepare(row, options_.trim_spaces, findings_)) take(row);
    }
    if (count == 0) return no_rows();
    report_missing_texts();
    return finish();
  }

 private:
  [[nodiscard]] bool has(Field field) const { return columns_->has(field); }
  [[nodiscard]] const Cell& cell(Field field) const { return columns_->cell(*row_, field); }
  [[nodiscard]] std::string_view value(Field field) const { return columns_->value(*row_, field); }

  /// The value of a text cell; a placeholder such as "NOT IN USE" is no text.
  [[nodiscard]] std::string_view text_value(Field field) const {
    const std::string_view text = value(field);
    return is_unlevelled(text) ? std::string_view() : text;
  }

  [[nodiscard]] bool is_unlevelled(std::string_view text) const {
    const auto& values = options_.unlevelled_values;
    return std::find(values.begin(), values.end(), text) != values.end();
  }

  void report(Code code, Field field, Arguments arguments = {}, std::string suggestion = {}) {
    findings_.add(code, cell(field).place, columns_->name(field), cell(field).value,
                  std::move(arguments), std::move(suggestion));
  }

  std::optional<Framework> no_rows() {
    if (findings_.error_count() == 0) findings_.add_general(Code::csv_no_rows, {}, {});
    return std::nullopt;
  }

  // Options and columns

  void check_options() {
    const auto expect = [this](std::string_view option, const std::string& text) {
      if (text.empty()) invalid(option, text, "it must not be empty");
    };
    expect("framework_id", options_.framework_id);
    expect("default_locale", options_.default_locale);
    expect("ladder_id", options_.ladder_id);
    expect("skill_scale_id", options_.skill_scale_id);
    if (options_.ladder_id == options_.skill_scale_id) {
      invalid("ladder_id", options_.ladder_id, "skill_scale_id must be another id");
    }
    open_ladder(skill_scale_, "skill_levels", options_.skill_levels);
    if (options_.ladder == CsvLadder::shared) new_ladder();
    for (const NamedLevel& level : skill_scale_.levels) {
      const bool has_title = !level.title.empty();
      if ((has_title && is_unlevelled(level.title)) || is_unlevelled(level.id)) {
        invalid("unlevelled_values", has_title ? level.title : level.id,
                "it is a level of the skill scale");
      }
    }
  }

  void invalid(std::string_view option, std::string_view value, std::string detail) {
    findings_.add_general(Code::csv_invalid_option, option, value,
                          {{"option", std::string(option)}, {"detail", std::move(detail)}});
  }

  std::size_t new_ladder() {
    ladders_.emplace_back();
    open_ladder(ladders_.back(), "ladder_levels", options_.ladder_levels);
    return ladders_.size() - 1;
  }

  void open_ladder(Ladder& ladder, std::string_view option, const std::vector<CsvLevel>& levels) {
    ladder.is_closed = !levels.empty();
    for (const CsvLevel& level : levels) {
      const std::string id = level.id.empty() ? csv_id(level.title) : level.id;
      const bool is_new_title =
          level.title.empty() || ladder.by_title.emplace(level.title, ladder.levels.size()).second;
      const bool is_new_id = !id.empty() && ladder.by_id.emplace(id, ladder.levels.size()).second;
      // The ladders of all roles open alike: one finding is enough.
      if ((!is_new_title || !is_new_id) && reported_options_.insert(id).second) {
        invalid(option, level.title.empty() ? id : level.title,
                "the levels must have different names and ids");
      }
      ladder.levels.push_back({id, level.title, std::nullopt, std::nullopt});
    }
  }

  bool check_columns() {
    const auto is_mapped = [this](Field field) {
      return options_.columns.count(std::string(field_names[field])) != 0;
    };
    const auto need = [&](Field id, Field name) {
      if (has(id) || has(name)) return true;
      // A column that was asked for by name and is absent has been reported.
      if (!is_mapped(id) && !is_mapped(name)) columns_->report_missing(name, findings_);
      return false;
    };
    const bool has_role = need(role_id, role);
    const bool has_level = need(level_id, level);
    const bool has_skill = need(skill_id, skill);
    return has_role && has_level && has_skill;
  }

  // Rows

  template <std::size_t Count>
  [[nodiscard]] bool all_empty(const std::array<Field, Count>& fields) const {
    return std::all_of(fields.begin(), fields.end(), [&](Field f) { return value(f).empty(); });
  }

  void take(const Row& row) {
    row_ = &row;
    const std::uint64_t errors = findings_.error_count();
    const bool allowed = options_.rows_without_cell && all_empty(cell_only);
    const bool no_role = allowed && all_empty(role_side);
    const bool no_skill = allowed && all_empty(skill_side) && value(skill_level).empty();
    if (no_role && no_skill) return report_empty(role_id, role);
    ExpectedCell found{};
    if (!no_role) take_role(found);
    if (!no_skill) take_skill(found);
    if (no_role || no_skill) return;
    take_requirement(found);
    if (findings_.error_count() == errors) take_cell(std::move(found));
  }

  /// The empty cell that should have had the id, or the name where there are no ids.
  void report_empty(Field id, Field name) { report(Code::csv_empty_cell, has(id) ? id : name); }

  /// The entity that the row names; nothing, and a finding, if its key is empty or ambiguous.
  std::optional<std::size_t> resolve(Names& names, Field id_field, Field name_field) {
    const Field key_field = has(id_field) ? id_field : name_field;
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
      const Field key = has(level_id) ? level_id : level;
      if (cell(key).value.empty()) report(Code::csv_empty_cell, key);
      return;
    }
    if (*index == roles_.size()) add_role(*index);
    RoleEntry& entry = roles_[*index];
    found.role = *index;
    if (has(role)) merge(entry.title, role, entry.id);
    merge(entry.summary, role_summary, entry.id);
    take_category(entry.categories, role_category_id, role_category, CategoryKind::family);
    take_level(entry, found);
  }

  void add_role(std::size_t index) {
    RoleEntry& entry = roles_.emplace_back();
    entry.id = id_of(role_names_, index, has(role_id));
    entry.ladder = options_.ladder == CsvLadder::shared ? 0 : new_ladder();
  }

  void take_level(RoleEntry& entry, ExpectedCell& found) {
    const auto index = find_level(ladders_[entry.ladder], level_id, level);
    if (!index) return;
    found.level = *index;
    take_rank(ladders_[entry.ladder].levels[*index]);
    const auto [focus, is_new] = entry.focus.try_emplace(*index);
    if (is_new) entry.levels.push_back(*index);
    merge(focus->second, level_focus, ladders_[entry.ladder].levels[*index].id);
  }

  /// The level that the row names, which is new on a ladder that is not closed.
  std::optional<std::size_t> find_level(Ladder& ladder, Field id_field, Field name_field) {
    const Field key_field = has(id_field) ? id_field : name_field;
    const std::string& key = cell(key_field).value;
    if (key.empty()) {
      report(Code::csv_empty_cell, key_field);
      return std::nullopt;
    }
    const auto index = find_known_level(ladder, key, has(id_field));
    if (!index && ladder.is_closed) {
      report_unknown_level(ladder, key_field);
      return std::nullopt;
    }
    if (!index) return add_level(ladder, id_field, name_field);
    check_title(ladder.levels[*index], id_field, name_field);
    return index;
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

  std::optional<std::size_t> add_level(Ladder& ladder, Field id_field, Field name_field) {
    const Field key_field = has(id_field) ? id_field : name_field;
    const std::string& key = cell(key_field).value;
    const std::string id = has(id_field) ? key : csv_id(key);
    const auto [entry, is_new] = ladder.by_id.emplace(id, ladder.levels.size());
    if (!is_new) {
      collide(key_field, id, ladder.levels[entry->second].title);
      return std::nullopt;
    }
    std::string title(value(name_field));
    if (!has(id_field)) ladder.by_title.emplace(title, ladder.levels.size());
    ladder.levels.push_back({id, std::move(title), std::nullopt, cell(key_field).place});
    return ladder.levels.size() - 1;
  }

  void check_title(NamedLevel& known, Field id_field, Field name_field) {
    if (!known.place) known.place = cell(has(id_field) ? id_field : name_field).place;
    if (!has(id_field) || value(name_field).empty()) return;
    if (known.title.empty()) known.title = value(name_field);
    if (known.title == value(name_field)) return;
    report(Code::csv_conflicting_text, name_field,
           {{"what", known.id}, {"row", std::to_string(known.place->row)}});
  }

  void report_unknown_level(const Ladder& ladder, Field field) {
    if (findings_.is_full()) return report(Code::csv_unknown_value, field);
    std::vector<std::string_view> names;
    for (const NamedLevel& level : ladder.levels) {
      names.emplace_back(level.title.empty() ? level.id : level.title);
    }
    report(Code::csv_unknown_value, field, {{"expected", join(names)}},
           suggest(cell(field).value, names));
  }

  void take_rank(NamedLevel& known) {
    if (!has(level_rank)) return;
    const auto rank = read_number(level_rank, 1, UINT32_MAX);
    if (!rank) return;
    if (!known.rank) known.rank = rank;
    if (known.rank != rank) {
      report(Code::csv_contradictory_row, level_rank,
             {{"what", "the rank of " + known.id}, {"row", std::to_string(known.place->row)}},
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
    if (*index == skills_.size()) {
      skills_.emplace_back().id = id_of(skill_names_, *index, has(skill_id));
    }
    SkillEntry& entry = skills_[*index];
    found.skill = *index;
    found.skill_level = reached;
    if (has(skill)) merge(entry.title, skill, entry.id);
    merge(entry.summary, skill_summary, entry.id);
    take_category(entry.categories, skill_category_id, skill_category, CategoryKind::group);
    if (reached) merge(entry.levels[*reached], skill_level_description, entry.id);
  }

  std::optional<std::size_t> take_skill_level() {
    if (!has(skill_level)) return std::nullopt;
    const bool declares = options_.rows_without_cell && all_empty(role_side);
    if (declares && value(skill_level).empty()) return std::nullopt;
    if (is_unlevelled(value(skill_level))) {
      report(Code::csv_unlevelled_value, skill_level);
      return std::nullopt;
    }
    return find_skill_level();
  }

  std::optional<std::size_t> find_skill_level() {
    const std::string& key = cell(skill_level).value;
    if (key.empty()) {
      report(Code::csv_empty_cell, skill_level);
      return std::nullopt;
    }
    const auto index = find_known_level(skill_scale_, key, false);
    if (index) return index;
    if (skill_scale_.is_closed) {
      report_unknown_level(skill_scale_, skill_level);
      return std::nullopt;
    }
    const std::string id = csv_id(key);
    const auto [entry, is_new] = skill_scale_.by_id.emplace(id, skill_scale_.levels.size());
    if (!is_new) {
      collide(skill_level, id, skill_scale_.levels[entry->second].title);
      return std::nullopt;
    }
    skill_scale_.by_title.emplace(key, skill_scale_.levels.size());
    skill_scale_.levels.push_back({id, key, std::nullopt, cell(skill_level).place});
    return skill_scale_.levels.size() - 1;
  }

  void take_category(Membership& membership, Field id_field, Field name_field,
                     CategoryKind kind) {
    if (!has(id_field) && !has(name_field)) return;
    const Field key_field = has(id_field) ? id_field : name_field;
    if (value(key_field).empty()) return count_empty(membership.text, key_field);
    const auto index = resolve(category_names_, id_field, name_field);
    if (!index) return;
    if (*index == categories_.size()) {
      categories_.emplace_back().kind = kind;
      categories_.back().id = id_of(category_names_, *index, has(id_field));
      category_titles_.emplace_back();
    }
    if (has(name_field)) merge(category_titles_[*index], name_field, categories_[*index].id);
    if (membership.known.insert(*index).second) membership.ids.push_back(categories_[*index].id);
  }

  void take_requirement(ExpectedCell& found) {
    found.row = row_->number;
    found.necessity = options_.default_necessity;
    if (has(necessity)) take_necessity(found);
    if (has(weight)) {
      const auto number = read_number(weight, 1, UINT16_MAX);
      found.weight = static_cast<std::uint16_t>(number.value_or(1));
    }
    merge(found.description, description, "the expectation");
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
             {{"what", "the expectation"}, {"row", std::to_string(row_->number)}});
    }
  }

  void take_cell(ExpectedCell&& found) {
    const auto key = std::tuple(found.role, found.level, found.skill);
    const auto [entry, is_new] = cell_index_.try_emplace(key, cells_.size());
    if (is_new) {
      cells_.push_back(std::move(found));
      return;
    }
    const ExpectedCell& first = cells_[entry->second];
    const std::string differences = differences_of(first, found);
    const Field field = has(skill_id) ? skill_id : skill;
    if (differences.empty()) {
      report(Code::csv_duplicate_row, field, {{"row", std::to_string(first.row)}});
    } else {
      report(Code::csv_contradictory_row, field,
             {{"what", differences}, {"row", std::to_string(first.row)}});
    }
  }

  /// The columns in which two rows for one cell of the matrix differ.
  [[nodiscard]] std::string differences_of(const ExpectedCell& first,
                                           const ExpectedCell& other) const {
    std::vector<std::string_view> names;
    const auto compare = [&](bool is_same, Field field) {
      if (!is_same) names.push_back(columns_->name(field));
    };
    compare(first.skill_level == other.skill_level, skill_level);
    compare(first.necessity == other.necessity, necessity);
    compare(first.weight == other.weight, weight);
    compare(first.description.value == other.description.value, description);
    return join(names);
  }

  // Texts

  void merge(Text& text, Field field, std::string_view what) {
    if (!has(field)) return;
    const std::string_view found = text_value(field);
    if (found.empty()) return count_empty(text, field);
    if (text.value.empty()) {
      text.value = found;
      text.row = row_->number;
    } else if (text.value != found) {
      report(Code::csv_conflicting_text, field,
             {{"what", std::string(what)}, {"row", std::to_string(text.row)}});
    }
  }

  void count_empty(Text& text, Field field) {
    ++text.empty_rows;
    if (text.first_empty) return;
    text.first_empty = cell(field).place;
    text.placeholder = cell(field).value;
  }

  void report_missing(const Text& text, Field field, std::string_view of) {
    if (text.empty_rows == 0) return;
    findings_.add(Code::csv_missing_text, *text.first_empty, columns_->name(field),
                  text.placeholder,
                  {{"what", std::string(of)}, {"rows", std::to_string(text.empty_rows)}});
  }

  void report_missing_texts() {
    const auto key = [this](Field id, Field name) { return has(id) ? id : name; };
    for (const RoleEntry& entry : roles_) {
      report_missing(entry.title, role, entry.id);
      report_missing(entry.summary, role_summary, entry.id);
      report_missing(entry.categories.text, key(role_category_id, role_category), entry.id);
      for (const auto& [at, focus] : entry.focus) {
        report_missing(focus, level_focus, ladders_[entry.ladder].levels[at].id);
      }
    }
    for (const SkillEntry& entry : skills_) {
      report_missing(entry.title, skill, entry.id);
      report_missing(entry.summary, skill_summary, entry.id);
      report_missing(entry.categories.text, key(skill_category_id, skill_category), entry.id);
      for (const auto& [at, text] : entry.levels) {
        report_missing(text, skill_level_description, entry.id);
      }
    }
    for (std::size_t at = 0; at < categories_.size(); ++at) {
      const bool is_family = categories_[at].kind == CategoryKind::family;
      report_missing(category_titles_[at], is_family ? role_category : skill_category,
                     categories_[at].id);
    }
    for (const ExpectedCell& found : cells_) {
      report_missing(found.description, description, skills_[found.skill].id);
    }
  }

  // The order of levels

  /// The places of the levels in the scale, lowest first, as indices into `levels`.
  std::vector<std::size_t> order(const Ladder& ladder, std::string_view id, Field field,
                                 bool is_role_ladder) {
    std::vector<std::size_t> order(ladder.levels.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    if (ladder.is_closed || order.size() < 2) return order;
    const bool has_patterns = is_role_ladder && !options_.level_order.empty();
    if (!has_patterns && !(is_role_ladder && has(level_rank))) {
      report_tied(ladder, id, order, field);
      return order;
    }
    std::vector<std::uint64_t> places;
    for (const NamedLevel& level : ladder.levels) {
      places.push_back(has_patterns ? pattern_place(level, id, field) : level.rank.value_or(0));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
      return places[left] < places[right];
    });
    report_ties(ladder, id, order, places, field);
    return order;
  }

  std::uint64_t pattern_place(const NamedLevel& level, std::string_view id, Field field) {
    const std::string_view name = level.title.empty() ? level.id : level.title;
    const auto& patterns = options_.level_order;
    std::optional<std::size_t> best;
    std::size_t place = patterns.size();
    for (std::size_t at = 0; at < patterns.size(); ++at) {
      const auto literal = match(patterns[at], name);
      if (literal && (!best || *literal > *best)) {
        best = literal;
        place = at;
      }
    }
    if (!best) report_level_order(level, id, field, std::string(name));
    return place;
  }

  void report_ties(const Ladder& ladder, std::string_view id, const std::vector<std::size_t>& order,
                   const std::vector<std::uint64_t>& places, Field field) {
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin + 1;
      while (end < order.size() && places[order[end]] == places[order[begin]]) ++end;
      if (end - begin > 1) {
        const auto first = order.begin() + static_cast<std::ptrdiff_t>(begin);
        report_tied(ladder, id, {first, first + static_cast<std::ptrdiff_t>(end - begin)}, field);
      }
      begin = end;
    }
  }

  void report_tied(const Ladder& ladder, std::string_view id, const std::vector<std::size_t>& tied,
                   Field field) {
    std::vector<std::string_view> names;
    for (const std::size_t at : tied) {
      const NamedLevel& level = ladder.levels[at];
      names.emplace_back(level.title.empty() ? level.id : level.title);
    }
    report_level_order(ladder.levels[tied.front()], id, field, join(names));
  }

  void report_level_order(const NamedLevel& level, std::string_view id, Field field,
                          const std::string& names) {
    findings_.add(Code::csv_level_order, level.place.value_or(Place{}), columns_->name(field),
                  names, {{"what", std::string(id) + " (" + names + ")"}});
  }

  // The framework

  std::optional<Framework> finish() {
    Framework framework;
    framework.id = options_.framework_id;
    framework.default_locale = options_.default_locale;
    framework.title = localized(options_.framework_title);
    add_ladders(framework);
    add_skill_scale(framework);
    if (findings_.error_count() != 0) return std::nullopt;
    for (std::size_t at = 0; at < categories_.size(); ++at) {
      categories_[at].title = localized(category_titles_[at].value);
    }
    framework.categories = std::move(categories_);
    for (SkillEntry& entry : skills_) framework.skills.push_back(make_skill(entry));
    for (RoleEntry& entry : roles_) framework.roles.push_back(make_role(entry));
    for (ExpectedCell& found : cells_) framework.expectations.push_back(make_expectation(found));
    return framework;
  }

  [[nodiscard]] LocalizedText localized(std::string_view text) const {
    return text.empty() ? LocalizedText() : in(options_.default_locale, std::string(text));
  }

  void add_ladders(Framework& framework) {
    const Field field = has(level) ? level : level_id;
    const bool is_shared = options_.ladder == CsvLadder::shared;
    std::vector<std::string> ids(ladders_.size(), options_.ladder_id);
    if (!is_shared) {
      for (const RoleEntry& entry : roles_) ids[entry.ladder] += "-" + entry.id;
    }
    for (std::size_t at = 0; at < ladders_.size(); ++at) {
      std::vector<std::size_t> levels = order(ladders_[at], ids[at], field, true);
      // The options list the levels of all ladders: a ladder of one role has those of the role.
      if (!is_shared) {
        std::erase_if(levels, [&](std::size_t l) { return !ladders_[at].levels[l].place; });
      }
      if (ids[at] == options_.skill_scale_id) {
        invalid("skill_scale_id", ids[at], "a ladder has this id");
      }
      ladder_orders_.push_back(levels);
      framework.scales.push_back(make_scale(ids[at], ladders_[at], levels));
    }
  }

  void add_skill_scale(Framework& framework) {
    if (skill_scale_.levels.empty()) {
      // Nothing in the table states a level: a skill is held or it is not.
      skill_scale_.levels.push_back({"held", {}, std::nullopt, std::nullopt});
    }
    skill_order_ = order(skill_scale_, options_.skill_scale_id, skill_level, false);
    framework.scales.push_back(make_scale(options_.skill_scale_id, skill_scale_, skill_order_));
  }

  Scale make_scale(const std::string& id, const Ladder& ladder,
                   const std::vector<std::size_t>& levels) {
    Scale scale;
    scale.id = id;
    for (const std::size_t at : levels) {
      Level& made = scale.levels.emplace_back();
      made.id = ladder.levels[at].id;
      made.title = localized(ladder.levels[at].title);
    }
    return scale;
  }

  Skill make_skill(SkillEntry& entry) {
    Skill made;
    made.id = entry.id;
    made.title = localized(entry.title.value);
    made.summary = localized(entry.summary.value);
    made.categories = std::move(entry.categories.ids);
    made.scale = options_.skill_scale_id;
    for (const std::size_t at : skill_order_) {
      const auto text = entry.levels.find(at);
      if (text == entry.levels.end() || text->second.value.empty()) continue;
      made.levels.push_back({skill_scale_.levels[at].id, localized(text->second.value)});
    }
    return made;
  }

  Role make_role(RoleEntry& entry) {
    Role made;
    made.id = entry.id;
    made.title = localized(entry.title.value);
    made.summary = localized(entry.summary.value);
    made.categories = std::move(entry.categories.ids);
    made.ladder = options_.ladder_id;
    if (options_.ladder == CsvLadder::per_role) made.ladder += "-" + entry.id;
    for (const std::size_t at : ladder_orders_[entry.ladder]) {
      const auto focus = entry.focus.find(at);
      if (focus == entry.focus.end()) continue;
      made.levels.push_back(
          {ladders_[entry.ladder].levels[at].id, localized(focus->second.value)});
    }
    return made;
  }

  Expectation make_expectation(const ExpectedCell& found) {
    const RoleEntry& of = roles_[found.role];
    Expectation made;
    made.role = of.id;
    made.level = ladders_[of.ladder].levels[found.level].id;
    made.skill = skills_[found.skill].id;
    made.requirement.necessity = found.necessity;
    if (found.skill_level) made.requirement.level = skill_scale_.levels[*found.skill_level].id;
    made.requirement.weight = found.weight;
    made.description = localized(found.description.value);
    return made;
  }

  const ExpectationsCsvOptions& options_;
  Findings& findings_;
  std::optional<Columns> columns_;
  const Row* row_ = nullptr;
  std::set<std::string> reported_options_;
  Names role_names_;
  Names skill_names_;
  Names category_names_;
  std::vector<RoleEntry> roles_;
  std::vector<SkillEntry> skills_;
  std::vector<Category> categories_;
  std::vector<Text> category_titles_;
  std::vector<Ladder> ladders_;
  std::vector<std::vector<std::size_t>> ladder_orders_;
  Ladder skill_scale_;
  std::vector<std::size_t> skill_order_;
  std::vector<ExpectedCell> cells_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> cell_index_;
};

}  // namespace
}  // namespace csv

std::span<const std::string_view> expectations_csv_fields() { return csv::field_names; }

std::string csv_id(std::string_view name) {
  const auto is_kept = [](char byte) {
    const bool is_ascii = static_cast<unsigned char>(byte) < 0x80;
    return !is_ascii || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '+' || byte == '#';
  };
  std::string id;
  bool is_gap = false;
  for (char byte : name) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    if (!is_kept(byte)) {
      is_gap = true;
      continue;
    }
    if (is_gap && !id.empty()) id += '-';
    is_gap = false;
    id += byte;
  }
  return id.empty() ? std::string(name) : id;
}

Result<Framework> read_expectations_csv(std::string_view csv,
                                        const ExpectationsCsvOptions& options) {
  csv::Findings findings(options.limits.max_diagnostics);
  Result<Framework> result;
  result.value = csv::Reader(options, findings).read(csv);
  if (findings.error_count() != 0) result.value.reset();
  result.diagnostics = findings.take();
  return result;
}

}  // namespace skillmatrix
