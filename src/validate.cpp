#include "skillmatrix/validate.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "skillmatrix/locale.hpp"
#include "text/utf8.hpp"
#include "validate_rules.hpp"

namespace skillmatrix {
namespace rules {
namespace {

constexpr std::string_view sections[] = {"scales", "categories",   "skills",
                                         "roles",  "expectations", "ratings"};

/// Where a finding belongs in the document: its list, and the position in it. What is in no list
/// comes first.
std::pair<std::size_t, std::size_t> place_of(std::string_view pointer) {
  if (pointer.empty()) return {0, 0};
  const std::size_t slash = std::min(pointer.find('/', 1), pointer.size());
  const auto* section =
      std::find(std::begin(sections), std::end(sections), pointer.substr(1, slash - 1));
  if (section == std::end(sections) || slash == pointer.size()) return {0, 0};
  std::size_t index = 0;
  std::from_chars(pointer.data() + slash + 1, pointer.data() + pointer.size(), index);
  return {static_cast<std::size_t>(section - std::begin(sections)) + 1, index};
}

/// Puts findings into the order of the document.
std::vector<Diagnostic> sorted(std::vector<Diagnostic> diagnostics) {
  using Key = std::tuple<std::size_t, std::size_t, std::size_t>;
  std::vector<Key> order;
  order.reserve(diagnostics.size());
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto [section, index] = place_of(diagnostic.pointer);
    order.emplace_back(section, index, order.size());
  }
  std::sort(order.begin(), order.end());
  std::vector<Diagnostic> sorted;
  sorted.reserve(order.size());
  for (const Key& key : order) sorted.push_back(std::move(diagnostics[std::get<2>(key)]));
  return sorted;
}

}  // namespace

std::string_view to_string(Kind kind) {
  constexpr std::string_view names[] = {"scale", "category", "skill", "role"};
  return names[static_cast<std::size_t>(kind)];
}

std::string shown(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string start = text::to_well_formed(text::prefix(text, longest));
  if (text.size() > longest) start += "\u2026";
  return start;
}

void Report::add(Code code, std::string pointer, std::string_view value,
                 std::vector<std::pair<std::string, std::string>> arguments,
                 std::string suggestion) {
  Diagnostic diagnostic =
      make_diagnostic(code, std::move(pointer), std::string(value), std::move(arguments));
  diagnostic.suggestion = std::move(suggestion);
  add(std::move(diagnostic));
}

std::vector<Diagnostic> Report::take() && { return std::move(findings_).take(sorted); }

std::string Suggestions::suggest(std::string_view value,
                                 std::span<const std::string_view> candidates) {
  if (value.size() > longest_misspelling || budget_ == 0) return {};
  std::size_t steps = 0;
  for (const std::string_view candidate : candidates) {
    steps += 1 + value.size() * std::min(candidate.size(), longest_misspelling);
  }
  if (steps > budget_) {
    budget_ = 0;
    return {};
  }
  budget_ -= steps;
  return std::string(nearest(value, candidates).value_or(std::string_view()));
}

template <class T>
void Check::index(Kind kind, const std::vector<T>& things) {
  Ids& ids = ids_[static_cast<std::size_t>(kind)];
  ids.positions.reserve(things.size());
  for (std::size_t at = 0; at < things.size(); ++at) {
    if (ids.positions.emplace(things[at].id, at).second) ids.candidates.push_back(things[at].id);
  }
}

Check::Check(const Framework& checked, std::size_t most_findings, Encoding encoding_of_strings)
    : framework(checked), encoding(encoding_of_strings), report(most_findings) {
  index(Kind::scale, framework.scales);
  index(Kind::category, framework.categories);
  index(Kind::skill, framework.skills);
  index(Kind::role, framework.roles);
  levels_.resize(framework.scales.size());
  for (std::size_t scale = 0; scale < levels_.size(); ++scale) {
    const std::vector<Level>& levels = framework.scales[scale].levels;
    for (std::size_t at = 0; at < levels.size(); ++at) levels_[scale].emplace(levels[at].id, at);
  }
  for (const Role& role : framework.roles) ladders_.push_back(find_scale(role.ladder));
  for (const Skill& skill : framework.skills) scales_.push_back(find_scale(skill.scale));
  number_cells();
}

namespace {

/// Numbers ids: those that are known by their position, others in the order in which they come.
class Numbers {
 public:
  Numbers(const Positions& known, std::size_t first_other)
      : known_(known), first_other_(first_other) {}

  std::uint32_t number(std::string_view id) {
    if (last_.data() == nullptr || id != last_) {
      last_ = id;
      last_number_ = static_cast<std::uint32_t>(look_up(id));
    }
    return last_number_;
  }
  [[nodiscard]] std::size_t count() const { return first_other_ + others_.size(); }

 private:
  std::size_t look_up(std::string_view id) {
    const auto found = known_.find(id);
    if (found != known_.end()) return found->second;
    return others_.try_emplace(id, count()).first->second;
  }

  const Positions& known_;
  std::size_t first_other_;
  Positions others_;
  std::string_view last_;  ///< Cells that follow each other mostly have the same role and level.
  std::uint32_t last_number_ = 0;
};

}  // namespace

void Check::number_cells() {
  const Positions no_levels;
  Numbers roles(positions(Kind::role), framework.roles.size());
  Numbers levels(no_levels, 0);
  Numbers skills(positions(Kind::skill), framework.skills.size());
  cells_.reserve(framework.expectations.size());
  for (const Expectation& cell : framework.expectations) {
    cells_.push_back(
        {roles.number(cell.role), levels.number(cell.level), skills.number(cell.skill)});
  }
}

const Positions& Check::positions(Kind kind) const { return ids(kind).positions; }

namespace {

template <class T>
const T* find(const Positions& positions, const std::vector<T>& things, std::string_view id) {
  const auto found = positions.find(id);
  return found == positions.end() ? nullptr : &things[found->second];
}

}  // namespace

const Scale* Check::find_scale(std::string_view id) const {
  return find(positions(Kind::scale), framework.scales, id);
}

const Skill* Check::find_skill(std::string_view id) const {
  return find(positions(Kind::skill), framework.skills, id);
}

namespace {

template <class T>
const T* at_or_nothing(const std::vector<T>& things, std::size_t position) {
  return position < things.size() ? &things[position] : nullptr;
}

}  // namespace

const Role* Check::role_of(std::size_t expectation) const {
  return at_or_nothing(framework.roles, cells_[expectation].role);
}

const Scale* Check::ladder_of(std::size_t expectation) const {
  const Scale* const* ladder = at_or_nothing(ladders_, cells_[expectation].role);
  return ladder == nullptr ? nullptr : *ladder;
}

const Skill* Check::skill_of(std::size_t expectation) const {
  return at_or_nothing(framework.skills, cells_[expectation].skill);
}

const Scale* Check::scale_of(std::size_t expectation) const {
  const Scale* const* scale = at_or_nothing(scales_, cells_[expectation].skill);
  return scale == nullptr ? nullptr : *scale;
}

std::optional<std::size_t> Check::rank(const Scale& scale, std::string_view level) const {
  const Positions& levels = levels_[static_cast<std::size_t>(&scale - framework.scales.data())];
  const auto found = levels.find(level);
  if (found == levels.end()) return std::nullopt;
  return found->second + 1;
}

std::string Check::suggest(Kind kind, std::string_view id) {
  Ids& ids = ids_[static_cast<std::size_t>(kind)];
  const auto [entry, is_new] = ids.suggested.try_emplace(id);
  if (is_new) entry->second = suggestions_.suggest(id, ids.candidates);
  return entry->second;
}

std::string Check::suggest_level(const Scale& scale, std::string_view level) {
  std::vector<std::string_view> candidates;
  const std::size_t count = std::min(scale.levels.size(), max_levels);
  for (std::size_t at = 0; at < count; ++at) candidates.emplace_back(scale.levels[at].id);
  return suggestions_.suggest(level, candidates);
}

std::uint32_t Check::locale(std::string_view tag) {
  const auto [entry, is_new] = locales_.try_emplace(tag);
  if (is_new) {
    const auto next = static_cast<std::uint32_t>(canonical_locales_.size());
    entry->second = canonical_locales_.try_emplace(canonical_tag(tag), next).first->second;
  }
  return entry->second;
}

std::vector<Diagnostic> check_framework(const Framework& framework, std::size_t most_findings,
                                        Encoding encoding) {
  Check check(framework, most_findings, encoding);
  check_text(check);
  check_ids(check);
  check_references(check);
  check_levels(check);
  check_cycles(check);
  check_names(check);
  check_cells(check);
  return std::move(check.report).take();
}

}  // namespace rules

std::vector<Diagnostic> validate(const Framework& framework, std::size_t max_diagnostics) {
  return rules::check_framework(framework, std::max<std::size_t>(max_diagnostics, 1),
                                rules::Encoding::unchecked);
}

}  // namespace skillmatrix
