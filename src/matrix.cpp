#include "skillmatrix/matrix.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "skillmatrix/validate.hpp"
#include "text_table_builder.hpp"
#include "validate_rules.hpp"

namespace skillmatrix {
namespace {

using rules::pointer_of;

/// With more cells at one role level than this, weights times credits could leave 64 bits.
constexpr std::size_t max_skills = 100'000'000;

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

}  // namespace

/// Fills a matrix, floor by floor: each step looks up only what the steps before have numbered.
/// What does not resolve is kept as a finding; the matrix is then thrown away.
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
    add_cells();
    index_cells_by_skill();
    add_texts();
    if (!errors_.empty()) return {std::nullopt, std::move(errors_)};
    return {std::move(matrix_), {}};
  }

 private:
  Matrix::Slice store(std::string_view text) {
    const Matrix::Slice slice{matrix_.bytes_.size(), static_cast<std::uint32_t>(text.size())};
    matrix_.bytes_.insert(matrix_.bytes_.end(), text.begin(), text.end());
    return slice;
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
    matrix_.id_ = store(framework_.id);
    matrix_.version_ = store(framework_.version);
    matrix_.default_locale_ = store(framework_.default_locale);
    matrix_.license_ = store(framework_.license);
    matrix_.source_ = store(framework_.source);
    matrix_.updated_ = framework_.updated;
    matrix_.fallbacks_ = framework_.fallbacks;
    matrix_.title_ = texts_.add(framework_.title);
    matrix_.summary_ = texts_.add(framework_.summary);
  }

  void add_scales() {
    const auto order = order_by_id(framework_.scales);
    check_unique("scales", framework_.scales, order);
    for (const std::uint32_t position : order) {
      const Scale& scale = framework_.scales[position];
      if (scale.levels.empty() || scale.levels.size() > max_levels) {
        const bool empty = scale.levels.empty();
        report(empty ? Code::empty_scale : Code::too_many_levels,
               pointer_of("scales", position, "levels"), empty ? scale.id : std::string(),
               {{"limit", std::to_string(max_levels)}});
      }
      matrix_.scales_.push_back({store(scale.id), texts_.add(scale.title),
                                 texts_.add(scale.description), Matrix::size(matrix_.levels_), 0});
      add_levels(scale);
    }
  }

  void add_levels(const Scale& scale) {
    const std::size_t count = std::min(scale.levels.size(), max_levels);
    for (std::size_t at = 0; at < count; ++at) {
      const Level& level = scale.levels[at];
      matrix_.levels_.push_back({store(level.id), texts_.add(level.title), texts_.add(level.label),
                                 texts_.add(level.description)});
      matrix_.level_values_.push_back(level.value.value_or(static_cast<std::uint32_t>(at + 1)));
    }
    matrix_.scales_.back().level_count = static_cast<Rank>(count);
  }

  Matrix::Run add_categories_of(const std::vector<std::string>& ids, const std::string& pointer) {
    const Matrix::Run run{Matrix::size(matrix_.category_lists_),
                          static_cast<std::uint32_t>(ids.size())};
    for (std::size_t at = 0; at < ids.size(); ++at) {
      matrix_.category_lists_.push_back(resolved(matrix_.find_category(ids[at]), "category",
                                                 ids[at], pointer + '/' + std::to_string(at)));
    }
    return run;
  }

  void add_categories() {
    const auto order = order_by_id(framework_.categories);
    check_unique("categories", framework_.categories, order);
    for (const std::uint32_t position : order) {
      const Category& category = framework_.categories[position];
      matrix_.categories_.push_back({store(category.id),
                                     category.kind,
                                     texts_.add(category.title),
                                     texts_.add(category.description),
                                     {}});
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
      matrix_.categories_[at].parents = add_categories_of(
          framework_.categories[order[at]].parents, pointer_of("categories", order[at], "parents"));
    }
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
      matrix_.skill_ids_.push_back(store(skill.id));
      matrix_.skill_scales_.push_back(resolved(matrix_.find_scale(skill.scale), "scale",
                                               skill.scale,
                                               pointer_of("skills", position, "scale")));
    }
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
    row.summary = texts_.add(skill.summary);
    row.status = skill.status;
    row.updated = skill.updated;
    row.categories = add_categories_of(skill.categories, pointer + "/categories");
    if (errors_.empty() && !skill.categories.empty()) {
      row.group = matrix_.category_lists_[row.categories.first];
      row.domain = domains_[row.group->value];
    }
    if (skill.replaced_by) {
      row.replaced_by = resolved(matrix_.find_skill(*skill.replaced_by), "skill",
                                 *skill.replaced_by, pointer + "/replaced_by");
    }
    row.level_texts = add_level_texts(skill, matrix_.skill_scale(index), pointer);
    row.aliases = add_aliases(skill);
    row.prerequisites = add_prerequisites(skill, pointer);
    row.relations = add_relations(skill, pointer);
    matrix_.skills_.push_back(row);
  }

  Matrix::Run add_level_texts(const Skill& skill, ScaleIndex scale, const std::string& pointer) {
    const auto first = Matrix::size(matrix_.skill_level_texts_);
    for (std::size_t at = 0; at < skill.levels.size() && errors_.empty(); ++at) {
      const std::string place = pointer + "/levels/" + std::to_string(at) + "/level";
      matrix_.skill_level_texts_.push_back({resolved_level(scale, skill.levels[at].level, place),
                                            texts_.add(skill.levels[at].description)});
    }
    return {first, Matrix::size(matrix_.skill_level_texts_) - first};
  }

  Matrix::Run add_aliases(const Skill& skill) {
    const auto first = Matrix::size(matrix_.aliases_);
    const TextTableBuilder::Names names = texts_.add(skill.aliases);
    for (std::uint32_t at = 0; at < names.count; ++at) {
      matrix_.aliases_.push_back({names.first.value + at});
    }
    return {first, names.count};
  }

  Matrix::Run add_prerequisites(const Skill& skill, const std::string& pointer) {
    const auto first = Matrix::size(matrix_.prerequisites_);
    for (std::size_t at = 0; at < skill.requires_.size(); ++at) {
      const Prerequisite& prerequisite = skill.requires_[at];
      const std::string place = pointer + "/requires/" + std::to_string(at);
      const auto other = resolved(matrix_.find_skill(prerequisite.skill), "skill",
                                  prerequisite.skill, place + "/skill");
      Rank rank = 0;
      if (prerequisite.level && errors_.empty()) {
        rank = resolved_level(matrix_.skill_scale(other), *prerequisite.level, place + "/level");
      }
      matrix_.prerequisites_.push_back({other, rank});
    }
    return {first, Matrix::size(matrix_.prerequisites_) - first};
  }

  Matrix::Run add_relations(const Skill& skill, const std::string& pointer) {
    const auto first = Matrix::size(matrix_.relations_);
    for (std::size_t at = 0; at < skill.related.size(); ++at) {
      const Relation& relation = skill.related[at];
      matrix_.relations_.push_back(
          {relation.kind, resolved(matrix_.find_skill(relation.skill), "skill", relation.skill,
                                   pointer + "/related/" + std::to_string(at) + "/skill")});
    }
    return {first, Matrix::size(matrix_.relations_) - first};
  }

  void add_roles() {
    const auto order = order_by_id(framework_.roles);
    check_unique("roles", framework_.roles, order);
    for (const std::uint32_t position : order) {
      const Role& role = framework_.roles[position];
      const std::string pointer = "/roles/" + std::to_string(position);
      Matrix::RoleRow row;
      row.id = store(role.id);
      row.title = texts_.add(role.title);
      row.summary = texts_.add(role.summary);
      row.ladder =
          resolved(matrix_.find_scale(role.ladder), "scale", role.ladder, pointer + "/ladder");
      row.categories = add_categories_of(role.categories, pointer + "/categories");
      row.first_level = {matrix_.role_level_count()};
      matrix_.roles_.push_back(row);
      if (errors_.empty()) add_role_levels(role, pointer);
    }
  }

  /// The rungs of the last role, lowest first.
  void add_role_levels(const Role& role, const std::string& pointer) {
    const RoleIndex index{matrix_.role_count() - 1};
    const ScaleIndex ladder = matrix_.role_ladder(index);
    std::vector<std::pair<Rank, TextIndex>> rungs;
    for (std::size_t at = 0; at < role.levels.size(); ++at) {
      const std::string place = pointer + "/levels/" + std::to_string(at) + "/level";
      const Rank rank = resolved_level(ladder, role.levels[at].level, place);
      const auto is_same = [rank](const auto& rung) { return rung.first == rank; };
      if (std::any_of(rungs.begin(), rungs.end(), is_same)) {
        report(Code::duplicate_id, place, role.levels[at].level, {});
      }
      rungs.emplace_back(rank, texts_.add(role.levels[at].focus));
    }
    for (unsigned rank = 1; role.levels.empty() && rank <= matrix_.level_count(ladder); ++rank) {
      rungs.emplace_back(static_cast<Rank>(rank), TextIndex{});
    }
    std::sort(rungs.begin(), rungs.end());
    for (const auto& [rank, focus] : rungs) {
      matrix_.role_level_roles_.push_back(index);
      matrix_.role_level_ranks_.push_back(rank);
      matrix_.role_level_focus_.push_back(focus);
    }
    matrix_.roles_.back().level_count = static_cast<std::uint32_t>(rungs.size());
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
    matrix_.role_level_first_cell_.assign(matrix_.role_level_count() + std::size_t{1}, 0);
    for (const PlacedCell& cell : cells) {
      ++matrix_.role_level_first_cell_[cell.role_level.value + std::size_t{1}];
      matrix_.requirements_.push_back(cell.requirement);
      matrix_.cell_role_levels_.push_back(cell.role_level);
      matrix_.cell_descriptions_.push_back(
          texts_.add(framework_.expectations[cell.position].description));
    }
    std::partial_sum(matrix_.role_level_first_cell_.begin(), matrix_.role_level_first_cell_.end(),
                     matrix_.role_level_first_cell_.begin());
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
    auto& first = matrix_.skill_first_cell_;
    first.assign(matrix_.skill_count() + std::size_t{1}, 0);
    for (const CellRequirement& cell : matrix_.requirements_) ++first[cell.skill.value + 1U];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> next(first.begin(), first.end());
    matrix_.cells_by_skill_.resize(matrix_.requirements_.size());
    for (std::uint32_t cell = 0; cell < matrix_.cell_count(); ++cell) {
      matrix_.cells_by_skill_[next[matrix_.requirements_[cell].skill.value]++] = {cell};
    }
  }

  void add_texts() {
    if (texts_.byte_count() > TextTableBuilder::max_bytes) {
      report(Code::too_large, {}, {}, {{"limit", std::to_string(TextTableBuilder::max_bytes)}});
      return;
    }
    if (texts_.tag_count() > TextTableBuilder::max_tags) {
      report(Code::too_many, {}, {}, {{"limit", std::to_string(TextTableBuilder::max_tags)}});
      return;
    }
    matrix_.texts_ = texts_.build();
  }

  const Framework& framework_;
  Matrix matrix_;
  std::vector<Diagnostic> errors_;
  TextTableBuilder texts_;
  std::vector<std::optional<CategoryIndex>> domains_;  // Of each category.
  std::vector<std::uint32_t> skill_order_;
};

Result<Matrix> Matrix::build(const Framework& framework) {
  std::vector<Diagnostic> findings = validate(framework);
  if (has_errors(findings)) return {std::nullopt, std::move(findings)};
  Result<Matrix> result = MatrixBuilder(framework).build();
  // What is wrong with the size comes first: last may be how many findings were left out.
  std::ranges::move(findings, std::back_inserter(result.diagnostics));
  return result;
}

namespace {

/// The position of an id among `count` ids in byte order.
template <class IdAt>
std::optional<std::uint32_t> find_id(std::string_view id, std::uint32_t count, IdAt id_at) {
  std::uint32_t first = 0;
  std::uint32_t last = count;
  while (first < last) {
    const std::uint32_t middle = first + (last - first) / 2;
    const int order = id_at(middle).compare(id);
    if (order == 0) return middle;
    if (order < 0) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return std::nullopt;
}

template <class Found>
std::optional<Found> as_index(std::optional<std::uint32_t> position) {
  return position ? std::optional(Found{*position}) : std::nullopt;
}

}  // namespace

std::optional<ScaleIndex> Matrix::find_scale(std::string_view id) const {
  return as_index<ScaleIndex>(
      find_id(id, scale_count(), [this](std::uint32_t at) { return scale_id(ScaleIndex{at}); }));
}

std::optional<CategoryIndex> Matrix::find_category(std::string_view id) const {
  return as_index<CategoryIndex>(find_id(
      id, category_count(), [this](std::uint32_t at) { return category_id(CategoryIndex{at}); }));
}

std::optional<SkillIndex> Matrix::find_skill(std::string_view id) const {
  return as_index<SkillIndex>(
      find_id(id, skill_count(), [this](std::uint32_t at) { return skill_id(SkillIndex{at}); }));
}

std::optional<RoleIndex> Matrix::find_role(std::string_view id) const {
  return as_index<RoleIndex>(
      find_id(id, role_count(), [this](std::uint32_t at) { return role_id(RoleIndex{at}); }));
}

std::optional<Rank> Matrix::find_level(ScaleIndex scale, std::string_view id) const {
  for (unsigned rank = 1; rank <= level_count(scale); ++rank) {
    if (level_id(scale, static_cast<Rank>(rank)) == id) return static_cast<Rank>(rank);
  }
  return std::nullopt;
}

std::optional<RoleLevelIndex> Matrix::find_role_level(RoleIndex role,
                                                      std::string_view level_id) const {
  const RoleLevelIndex first = role_first_level(role);
  for (std::uint32_t at = 0; at < role_level_count(role); ++at) {
    const RoleLevelIndex level{first.value + at};
    if (role_level_id(level) == level_id) return level;
  }
  return std::nullopt;
}

std::optional<RoleLevelIndex> Matrix::find_role_level(std::string_view role_id,
                                                      std::string_view level_id) const {
  const auto role = find_role(role_id);
  return role ? find_role_level(*role, level_id) : std::nullopt;
}

std::optional<RoleLevelIndex> Matrix::next_level(RoleLevelIndex level) const {
  const RoleLevelIndex next{level.value + 1};
  if (next.value >= role_level_count() || role_of(next) != role_of(level)) return std::nullopt;
  return next;
}

std::optional<CellIndex> Matrix::find_cell(RoleLevelIndex level, SkillIndex skill) const {
  const auto cells = requirements(level);
  const auto found = std::lower_bound(
      cells.begin(), cells.end(), skill,
      [](const CellRequirement& cell, SkillIndex wanted) { return cell.skill < wanted; });
  if (found == cells.end() || found->skill != skill) return std::nullopt;
  return CellIndex{first_cell(level).value + static_cast<std::uint32_t>(found - cells.begin())};
}

TextIndex Matrix::skill_level_description(SkillIndex skill, Rank rank) const {
  for (const SkillLevelText& level : part(skill_level_texts_, at(skill).level_texts)) {
    if (level.rank == rank) return level.description;
  }
  return {};
}

}  // namespace skillmatrix
