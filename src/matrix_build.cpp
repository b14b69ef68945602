// Building a matrix from a framework.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "id_table.hpp"
#include "matrix_sections.hpp"
#include "skillmatrix/validate.hpp"
#include "text_table_builder.hpp"
#include "validate_rules.hpp"

namespace skillmatrix {
namespace {

using rules::pointer_of;

/// The positions of rows in the byte order of their ids.
template <class T>
std::vector<std::uint32_t> order_by_id(const std::vector<T>& rows) {
  std::vector<std::uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&rows](std::uint32_t left, std::uint32_t right) {
    return std::tie(rows[left].id, left) < std::tie(rows[right].id, right);
  });
  return order;
}

/// Numbers in 1, 2 or 4 bytes each, as the greatest needs.
class PackedNumbers {
 public:
  explicit PackedNumbers(std::span<const std::uint32_t> numbers) : four_(numbers) {
    const std::uint32_t greatest = numbers.empty() ? 0 : std::ranges::max(numbers);
    width_ = greatest <= UINT8_MAX ? 1 : (greatest <= UINT16_MAX ? 2 : 4);
    if (width_ == 1) one_.assign(numbers.begin(), numbers.end());
    if (width_ == 2) two_.assign(numbers.begin(), numbers.end());
  }

  void add_to(BlockWriter& writer, std::uint32_t section) const {
    if (width_ == 1) writer.add(section, std::span(one_));
    if (width_ == 2) writer.add(section, std::span(two_));
    if (width_ == 4) writer.add(section, four_);
  }

 private:
  unsigned width_ = 1;
  std::vector<std::uint8_t> one_;
  std::vector<std::uint16_t> two_;
  std::span<const std::uint32_t> four_;
};

}  // namespace

/// Fills the rows of a matrix, floor by floor: each step looks up only what the steps before have
/// numbered and shown to the matrix. What does not resolve is kept as a finding; the matrix is then
/// thrown away. Names get the first numbers of texts, so that they stand together in each language.
class MatrixBuilder {
 public:
  explicit MatrixBuilder(const Framework& framework) : framework_(framework) {}

  Result<Matrix> build() && {
    if (framework_.skills.size() > max_skills) {
      errors_.push_back(
          make_diagnostic(Code::too_many, "/skills", {}, {{"limit", std::to_string(max_skills)}}));
      return {std::nullopt, std::move(errors_)};
    }
    add_framework();
    add_scales();
    add_categories();
    number_skills();
    add_skills();
    add_roles();
    add_descriptions();
    add_cells();
    index_cells_by_skill();
    check_sizes();
    if (!errors_.empty()) return {std::nullopt, std::move(errors_)};
    return Matrix::read(write());
  }

 private:
  Matrix::Slice store(std::string_view text) {
    const Matrix::Slice slice{Matrix::size(rows_.names), static_cast<std::uint32_t>(text.size())};
    rows_.names.insert(rows_.names.end(), text.begin(), text.end());
    matrix_.arrays_.names = rows_.names;  // They may have moved.
    return slice;
  }

  static Matrix::Day store(const std::optional<Date>& date) {
    if (!date) return {};
    return {static_cast<std::int16_t>(static_cast<int>(date->year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date->month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date->day()))};
  }

  /// Lets the matrix see the rows that there are by now, for its look-ups.
  void show() {
    Matrix::for_each_section([](std::uint32_t, const auto& rows, auto& seen) { seen = rows; },
                             rows_, matrix_.arrays_);
  }

  void report(Code code, std::string pointer, const std::string& value,
              std::vector<std::pair<std::string, std::string>> arguments) {
    errors_.push_back(make_diagnostic(code, std::move(pointer), value, std::move(arguments)));
  }

  /// Reports ids that two rows share, which would make an index ambiguous.
  template <class T>
  void check_unique(std::string_view list, const std::vector<T>& rows,
                    const std::vector<std::uint32_t>& order) {
    for (std::size_t at = 1; at < order.size(); ++at) {
      if (rows[order[at]].id != rows[order[at - 1]].id) continue;
      report(Code::duplicate_id, pointer_of(list, order[at], "id"), rows[order[at]].id,
             {{"first", pointer_of(list, order[at - 1], "id")}});
    }
  }

  template <class Rows>
  [[nodiscard]] std::vector<std::uint32_t> table_of(const Rows& rows) const {
    return id_table::make(Matrix::size(rows),
                          [&](std::uint32_t at) { return matrix_.view(Matrix::id_of(rows[at])); });
  }

  /// What was found, or index 0 and a finding.
  template <class Found>
  Found resolved(std::optional<Found> found, std::string_view kind, const std::string& id,
                 std::string pointer) {
    if (found) return *found;
    report(Code::dangling_reference, std::move(pointer), id, {{"kind", std::string(kind)}});
    return Found{};
  }

  Rank resolved_level(ScaleIndex scale, const std::string& id, std::string pointer) {
    if (const auto rank = matrix_.find_level(scale, id)) return *rank;
    report(Code::level_not_in_scale, std::move(pointer), id,
           {{"scale", std::string(matrix_.scale_id(scale))}});
    return 0;
  }

  void add_framework() {
    Matrix::Facts facts;
    facts.id = store(framework_.id);
    facts.version = store(framework_.version);
    facts.default_locale = store(framework_.default_locale);
    facts.license = store(framework_.license);
    facts.source = store(framework_.source);
    facts.updated = store(framework_.updated);
    facts.title = texts_.add(framework_.title);
    rows_.facts.push_back(facts);
    for (const auto& [reader, tags] : framework_.fallbacks) {
      for (const std::string& tag : tags) rows_.fallbacks.push_back({store(reader), store(tag)});
    }
  }

  void add_scales() {
    scale_order_ = order_by_id(framework_.scales);
    check_unique("scales", framework_.scales, scale_order_);
    for (const std::uint32_t position : scale_order_) {
      const Scale& scale = framework_.scales[position];
      if (scale.levels.empty() || scale.levels.size() > max_levels) {
        const bool empty = scale.levels.empty();
        report(empty ? Code::empty_scale : Code::too_many_levels,
               pointer_of("scales", position, "levels"), empty ? scale.id : std::string(),
               {{"limit", std::to_string(max_levels)}});
      }
      rows_.scales.push_back(
          {store(scale.id), texts_.add(scale.title), {}, Matrix::size(rows_.levels), 0});
      add_levels(scale);
    }
    show();
  }

  void add_levels(const Scale& scale) {
    const std::size_t count = std::min(scale.levels.size(), max_levels);
    for (std::size_t at = 0; at < count; ++at) {
      const Level& level = scale.levels[at];
      rows_.levels.push_back({store(level.id),
                              texts_.add(level.title),
                              texts_.add(level.label),
                              {},
                              level.value.value_or(static_cast<std::uint32_t>(at + 1))});
    }
    rows_.scales.back().level_count = static_cast<std::uint32_t>(count);
  }

  Matrix::Run add_categories_of(const std::vector<std::string>& ids, const std::string& pointer) {
    const Matrix::Run run{Matrix::size(rows_.category_lists),
                          static_cast<std::uint32_t>(ids.size())};
    for (std::size_t at = 0; at < ids.size(); ++at) {
      rows_.category_lists.push_back(resolved(matrix_.find_category(ids[at]), "category", ids[at],
                                              pointer + '/' + std::to_string(at)));
    }
    return run;
  }

  void add_categories() {
    category_order_ = order_by_id(framework_.categories);
    check_unique("categories", framework_.categories, category_order_);
    for (const std::uint32_t position : category_order_) {
      const Category& category = framework_.categories[position];
      rows_.categories.push_back({store(category.id),
                                  texts_.add(category.title),
                                  {},
                                  {},
                                  static_cast<std::uint32_t>(category.kind)});
    }
    show();
    for (std::size_t at = 0; at < category_order_.size(); ++at) {
      const std::uint32_t position = category_order_[at];
      rows_.categories[at].parents = add_categories_of(
          framework_.categories[position].parents, pointer_of("categories", position, "parents"));
    }
    show();
    find_domains();
  }

  /// Finds the nearest domain of every category. The first one that a breadth first search meets is
  /// at the end of the first, in the order of parents, of the shortest ways: so it is the domain of
  /// the first of the nearest parents. One search down from all domains finds how near each is.
  void find_domains() {
    const auto children = children_of_categories();
    std::vector<std::uint32_t> distances(matrix_.category_count());
    std::vector<CategoryIndex> found;
    domains_.resize(matrix_.category_count());
    for (CategoryIndex at; at.value < matrix_.category_count(); ++at.value) {
      if (matrix_.category_kind(at) != CategoryKind::domain) continue;
      domains_[at.value] = at;
      found.push_back(at);
    }
    for (std::size_t next = 0; next < found.size(); ++next) {
      const std::uint32_t distance = distances[found[next].value];
      for (const CategoryIndex child : children[found[next].value]) {
        if (domains_[child.value]) continue;
        domains_[child.value] = domain_of_parents(child, distances, distance);
        distances[child.value] = distance + 1;
        found.push_back(child);
      }
    }
  }

  /// The domain of the first parent at a distance, of which all have been found.
  [[nodiscard]] std::optional<CategoryIndex> domain_of_parents(
      CategoryIndex category, const std::vector<std::uint32_t>& distances,
      std::uint32_t distance) const {
    for (const CategoryIndex parent : matrix_.category_parents(category)) {
      const auto& domain = domains_[parent.value];
      if (domain && distances[parent.value] == distance) return domain;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::vector<std::vector<CategoryIndex>> children_of_categories() const {
    std::vector<std::vector<CategoryIndex>> children(matrix_.category_count());
    for (CategoryIndex at; at.value < matrix_.category_count(); ++at.value) {
      for (const CategoryIndex parent : matrix_.category_parents(at)) {
        children[parent.value].push_back(at);
      }
    }
    return children;
  }

  void number_skills() {
    skill_order_ = order_by_id(framework_.skills);
    check_unique("skills", framework_.skills, skill_order_);
    for (const std::uint32_t position : skill_order_) {
      const Skill& skill = framework_.skills[position];
      rows_.skill_ids.push_back(store(skill.id));
      rows_.skill_scales.push_back(resolved(matrix_.find_scale(skill.scale), "scale", skill.scale,
                                            pointer_of("skills", position, "scale")));
    }
    rows_.skill_slots = table_of(rows_.skill_ids);
    show();
  }

  void add_skills() {
    for (std::uint32_t at = 0; at < skill_order_.size(); ++at) add_skill({at});
  }

  void add_skill(SkillIndex index) {
    const std::uint32_t position = skill_order_[index.value];
    const Skill& skill = framework_.skills[position];
    const std::string pointer = "/skills/" + std::to_string(position);
    Matrix::SkillRow row;
    row.title = texts_.add(skill.title);
    row.status = static_cast<std::uint32_t>(skill.status);
    row.updated = store(skill.updated);
    row.categories = add_categories_of(skill.categories, pointer + "/categories");
    if (errors_.empty() && !skill.categories.empty()) {
      const CategoryIndex group = rows_.category_lists[row.categories.first];
      row.group = {group.value};
      if (const auto domain = domains_[group.value]) row.domain = {domain->value};
    }
    if (skill.replaced_by) {
      const auto other = resolved(matrix_.find_skill(*skill.replaced_by), "skill",
                                  *skill.replaced_by, pointer + "/replaced_by");
      row.replaced_by = {other.value};
    }
    row.level_texts = add_level_texts(skill, matrix_.skill_scale(index), pointer);
    row.aliases = add_aliases(skill);
    row.prerequisites = add_prerequisites(skill, pointer);
    row.relations = add_relations(skill, pointer);
    rows_.skills.push_back(row);
  }

  Matrix::Run add_level_texts(const Skill& skill, ScaleIndex scale, const std::string& pointer) {
    const auto first = Matrix::size(rows_.skill_level_texts);
    for (std::size_t at = 0; at < skill.levels.size() && errors_.empty(); ++at) {
      const std::string place = pointer + "/levels/" + std::to_string(at) + "/level";
      rows_.skill_level_texts.push_back({resolved_level(scale, skill.levels[at].level, place), {}});
    }
    return {first, Matrix::size(rows_.skill_level_texts) - first};
  }

  Matrix::Run add_aliases(const Skill& skill) {
    const auto first = Matrix::size(rows_.aliases);
    const TextTableBuilder::Names names = texts_.add(skill.aliases);
    for (std::uint32_t at = 0; at < names.count; ++at) {
      rows_.aliases.push_back({names.first.value + at});
    }
    return {first, names.count};
  }

  Matrix::Run add_prerequisites(const Skill& skill, const std::string& pointer) {
    const auto first = Matrix::size(rows_.prerequisites);
    for (std::size_t at = 0; at < skill.requires_.size(); ++at) {
      const Prerequisite& prerequisite = skill.requires_[at];
      const std::string place = pointer + "/requires/" + std::to_string(at);
      const auto other = resolved(matrix_.find_skill(prerequisite.skill), "skill",
                                  prerequisite.skill, place + "/skill");
      Rank rank = 0;
      if (prerequisite.level && errors_.empty()) {
        rank = resolved_level(matrix_.skill_scale(other), *prerequisite.level, place + "/level");
      }
      rows_.prerequisites.push_back({other, rank, {}});
    }
    return {first, Matrix::size(rows_.prerequisites) - first};
  }

  Matrix::Run add_relations(const Skill& skill, const std::string& pointer) {
    const auto first = Matrix::size(rows_.relations);
    for (std::size_t at = 0; at < skill.related.size(); ++at) {
      const Relation& relation = skill.related[at];
      rows_.relations.push_back(
          {relation.kind, resolved(matrix_.find_skill(relation.skill), "skill", relation.skill,
                                   pointer + "/related/" + std::to_string(at) + "/skill")});
    }
    return {first, Matrix::size(rows_.relations) - first};
  }

  void add_roles() {
    role_order_ = order_by_id(framework_.roles);
    check_unique("roles", framework_.roles, role_order_);
    for (const std::uint32_t position : role_order_) {
      const Role& role = framework_.roles[position];
      const std::string pointer = "/roles/" + std::to_string(position);
      Matrix::RoleRow row;
      row.id = store(role.id);
      row.title = texts_.add(role.title);
      row.ladder =
          resolved(matrix_.find_scale(role.ladder), "scale", role.ladder, pointer + "/ladder");
      row.categories = add_categories_of(role.categories, pointer + "/categories");
      row.first_level = {Matrix::size(rows_.role_level_roles)};
      if (errors_.empty()) row.level_count = add_role_levels(role, row.ladder, pointer);
      rows_.roles.push_back(row);
    }
    rows_.role_level_focus.resize(rows_.role_level_roles.size());
    rows_.role_slots = table_of(rows_.roles);
    show();
  }

  /// The rungs of the role that is added next, lowest first; gives their number.
  std::uint32_t add_role_levels(const Role& role, ScaleIndex ladder, const std::string& pointer) {
    std::vector<std::pair<Rank, const LocalizedText*>> rungs;
    for (std::size_t at = 0; at < role.levels.size(); ++at) {
      const std::string place = pointer + "/levels/" + std::to_string(at) + "/level";
      const Rank rank = resolved_level(ladder, role.levels[at].level, place);
      const auto is_same = [rank](const auto& rung) { return rung.first == rank; };
      if (std::any_of(rungs.begin(), rungs.end(), is_same)) {
        report(Code::duplicate_id, place, role.levels[at].level, {});
      }
      rungs.emplace_back(rank, &role.levels[at].focus);
    }
    for (unsigned rank = 1; role.levels.empty() && rank <= matrix_.level_count(ladder); ++rank) {
      rungs.emplace_back(static_cast<Rank>(rank), nullptr);
    }
    std::ranges::stable_sort(rungs, {}, &std::pair<Rank, const LocalizedText*>::first);
    for (const auto& [rank, focus] : rungs) {
      rows_.role_level_roles.push_back({Matrix::size(rows_.roles)});
      rows_.role_level_ranks.push_back(rank);
      focuses_.push_back(focus);
    }
    return static_cast<std::uint32_t>(rungs.size());
  }

  /// Everything that is read, but not a name.
  void add_descriptions() {
    if (!errors_.empty()) return;
    rows_.facts.front().summary = texts_.add(framework_.summary);
    for (std::size_t at = 0; at < scale_order_.size(); ++at) {
      const Scale& scale = framework_.scales[scale_order_[at]];
      rows_.scales[at].description = texts_.add(scale.description);
      for (std::uint32_t level = 0; level < rows_.scales[at].level_count; ++level) {
        rows_.levels[rows_.scales[at].first_level + level].description =
            texts_.add(scale.levels[level].description);
      }
    }
    for (std::size_t at = 0; at < category_order_.size(); ++at) {
      rows_.categories[at].description =
          texts_.add(framework_.categories[category_order_[at]].description);
    }
    for (std::size_t at = 0; at < skill_order_.size(); ++at) {
      const Skill& skill = framework_.skills[skill_order_[at]];
      Matrix::SkillRow& row = rows_.skills[at];
      row.summary = texts_.add(skill.summary);
      for (std::uint32_t level = 0; level < row.level_texts.count; ++level) {
        rows_.skill_level_texts[row.level_texts.first + level].description =
            texts_.add(skill.levels[level].description);
      }
    }
    for (std::size_t at = 0; at < role_order_.size(); ++at) {
      rows_.roles[at].summary = texts_.add(framework_.roles[role_order_[at]].summary);
    }
    for (std::size_t at = 0; at < focuses_.size(); ++at) {
      if (focuses_[at] != nullptr) rows_.role_level_focus[at] = texts_.add(*focuses_[at]);
    }
  }

  struct PlacedCell {
    RoleLevelIndex role_level;
    CellRequirement requirement;
    std::uint32_t position = 0;
  };

  void add_cells() {
    std::vector<PlacedCell> cells;
    cells.reserve(framework_.expectations.size());
    for (std::size_t at = 0; at < framework_.expectations.size() && errors_.empty(); ++at) {
      cells.push_back(place_cell(at));
    }
    if (!errors_.empty()) return;
    std::sort(cells.begin(), cells.end(), [](const PlacedCell& left, const PlacedCell& right) {
      return std::tie(left.role_level, left.requirement.skill, left.position) <
             std::tie(right.role_level, right.requirement.skill, right.position);
    });
    check_cells(cells);
    auto& first = rows_.role_level_first_cell;
    first.assign(matrix_.role_level_count() + std::size_t{1}, 0);
    bool has_descriptions = false;
    for (const PlacedCell& cell : cells) {
      ++first[cell.role_level.value + std::size_t{1}];
      rows_.expected.push_back(cell.requirement.expected);
      const TextIndex text = texts_.add(framework_.expectations[cell.position].description);
      rows_.cell_descriptions.push_back(text);
      has_descriptions = has_descriptions || text != TextIndex{};
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    if (!has_descriptions) rows_.cell_descriptions.clear();
    add_columns(cells);
  }

  void add_columns(const std::vector<PlacedCell>& cells) {
    std::set<std::uint16_t> weights;
    for (const PlacedCell& cell : cells) weights.insert(cell.requirement.weight);
    rows_.weights.assign(weights.begin(), weights.end());
    for (const PlacedCell& cell : cells) {
      const auto weight = std::ranges::lower_bound(rows_.weights, cell.requirement.weight);
      const auto position = static_cast<std::uint32_t>(weight - rows_.weights.begin());
      cell_skills_.push_back(cell.requirement.skill.value);
      cell_terms_.push_back(2 * position +
                            (cell.requirement.necessity == Necessity::optional ? 1U : 0U));
    }
  }

  PlacedCell place_cell(std::size_t position) {
    const Expectation& expectation = framework_.expectations[position];
    const auto pointer = [position](std::string_view member) {
      return pointer_of("expectations", position, member);
    };
    PlacedCell cell;
    cell.position = static_cast<std::uint32_t>(position);
    cell.requirement.skill = resolved(matrix_.find_skill(expectation.skill), "skill",
                                      expectation.skill, pointer("skill"));
    const auto role = matrix_.find_role(expectation.role);
    resolved(role, "role", expectation.role, pointer("role"));
    if (!errors_.empty()) return cell;
    const auto role_level = matrix_.find_role_level(*role, expectation.level);
    if (!role_level) {
      report(Code::level_not_in_role, pointer("level"), expectation.level,
             {{"role", expectation.role}});
      return cell;
    }
    cell.role_level = *role_level;
    cell.requirement.weight = expectation.requirement.weight;
    cell.requirement.necessity = expectation.requirement.necessity;
    cell.requirement.expected =
        expected_rank(expectation.requirement, *role_level, cell.requirement.skill,
                      pointer("requirement") + "/level");
    if (cell.requirement.weight == 0) {
      report(Code::number_out_of_range, pointer("requirement") + "/weight", "0", {});
    }
    return cell;
  }

  Rank expected_rank(const Requirement& requirement, RoleLevelIndex role_level, SkillIndex skill,
                     std::string pointer) {
    const ScaleIndex scale = matrix_.skill_scale(skill);
    if (requirement.level) return resolved_level(scale, *requirement.level, std::move(pointer));
    if (scale == matrix_.role_ladder(matrix_.role_of(role_level))) {
      return matrix_.rank_of(role_level);
    }
    return matrix_.level_count(scale) == 1 ? Rank{1} : Rank{0};
  }

  void check_cells(const std::vector<PlacedCell>& cells) {
    for (std::size_t at = 1; at < cells.size(); ++at) {
      if (cells[at].role_level != cells[at - 1].role_level ||
          cells[at].requirement.skill != cells[at - 1].requirement.skill) {
        continue;
      }
      const Expectation& expectation = framework_.expectations[cells[at].position];
      report(Code::duplicate_cell, "/expectations/" + std::to_string(cells[at].position), {},
             {{"role", expectation.role},
              {"level", expectation.level},
              {"skill", expectation.skill},
              {"first", "/expectations/" + std::to_string(cells[at - 1].position)}});
    }
  }

  /// A counting sort: cells come by role level, and stay so within each skill.
  void index_cells_by_skill() {
    auto& first = rows_.skill_first_cell;
    first.assign(matrix_.skill_count() + std::size_t{1}, 0);
    for (const std::uint32_t skill : cell_skills_) ++first[skill + std::size_t{1}];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end());
    rows_.cells_by_skill.resize(cell_skills_.size());
    for (std::uint32_t cell = 0; cell < cell_skills_.size(); ++cell) {
      rows_.cells_by_skill[next[cell_skills_[cell]]++] = {cell};
    }
  }

  void check_sizes() {
    if (std::max(texts_.byte_count(), rows_.names.size()) > TextTableBuilder::max_bytes) {
      report(Code::too_large, {}, {}, {{"limit", std::to_string(TextTableBuilder::max_bytes)}});
      return;
    }
    if (texts_.tag_count() > TextTableBuilder::max_tags) {
      report(Code::too_many, {}, {}, {{"limit", std::to_string(TextTableBuilder::max_tags)}});
    }
  }

  OwnedBytes write() {
    rows_.facts.front().text_count = texts_.text_count();
    const TextTableBuilder::Arrays texts = texts_.lay_out();
    const PackedNumbers skills(cell_skills_);
    const PackedNumbers terms(cell_terms_);
    BlockWriter writer;
    const auto add = [&writer](std::uint32_t section, const auto& rows) {
      writer.add(section, std::span(rows));
    };
    Matrix::for_each_section(add, std::as_const(rows_));
    skills.add_to(writer, matrix_section::cell_skills);
    terms.add_to(writer, matrix_section::cell_terms);
    for_each_text_section(add, texts);
    return writer.finish(BlockKind::matrix, matrix_format_version);
  }

  template <class T>
  using Column = std::vector<T>;

  const Framework& framework_;
  Matrix::Arrays<Column> rows_;
  std::vector<std::uint32_t> cell_skills_;
  std::vector<std::uint32_t> cell_terms_;
  Matrix matrix_;  // Sees the rows.
  std::vector<Diagnostic> errors_;
  TextTableBuilder texts_;
  // The positions in the framework, by number.
  std::vector<std::uint32_t> scale_order_, category_order_, skill_order_, role_order_;
  std::vector<std::optional<CategoryIndex>> domains_;  // Of each category.
  std::vector<const LocalizedText*> focuses_;          // Of each role level.
};

Result<Matrix> Matrix::build(const Framework& framework) {
  std::vector<Diagnostic> findings = validate(framework);
  if (has_errors(findings)) return {std::nullopt, std::move(findings)};
  Result<Matrix> result = MatrixBuilder(framework).build();
  // What is wrong with the size comes first: last may be how many findings were left out.
  std::ranges::move(findings, std::back_inserter(result.diagnostics));
  return result;
}

}  // namespace skillmatrix
