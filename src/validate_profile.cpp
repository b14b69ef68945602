// The rules for a profile that is to be compared with a framework.
#include "skillmatrix/validate_profile.hpp"

#include <algorithm>
#include <string>

#include "validate_rules.hpp"

namespace skillmatrix {
namespace {

using rules::Report;

/// What is referred to must be there.
class ProfileReferences {
 public:
  ProfileReferences(const Profile& profile, const Matrix& matrix, Report& report)
      : profile_(profile), matrix_(matrix), report_(report) {}

  void check_role() {
    if (!profile_.role) return;
    const std::optional<RoleIndex> role = matrix_.find_role(*profile_.role);
    if (!role) {
      return report_.add(Code::dangling_reference, "/role", *profile_.role, {{"kind", "role"}},
                         suggestions_.suggest(*profile_.role, role_ids()));
    }
    if (profile_.level) check_role_level(*role, *profile_.level);
  }

  void check_rating(const Rating& rating, const std::string& pointer) {
    if (rating.skill.empty()) return;
    const std::optional<SkillIndex> skill = matrix_.find_skill(rating.skill);
    if (!skill) {
      report_.add(Code::dangling_reference, pointer + "/skill", rating.skill, {{"kind", "skill"}},
                  suggestions_.suggest(rating.skill, skill_ids()));
    } else if (rating.level) {
      check_scale_level(matrix_.skill_scale(*skill), *rating.level, pointer + "/level");
    }
  }

 private:
  void check_role_level(RoleIndex role, std::string_view level) {
    if (matrix_.find_role_level(role, level)) return;
    const ScaleIndex ladder = matrix_.role_ladder(role);
    if (!matrix_.find_level(ladder, level)) return check_scale_level(ladder, level, "/level");
    report_.add(Code::level_not_in_role, "/level", level, {{"role", rules::shown(*profile_.role)}});
  }

  void check_scale_level(ScaleIndex scale, std::string_view level, std::string pointer) {
    if (matrix_.find_level(scale, level)) return;
    report_.add(Code::level_not_in_scale, std::move(pointer), level,
                {{"scale", rules::shown(matrix_.scale_id(scale))}},
                suggestions_.suggest(level, level_ids(scale)));
  }

  [[nodiscard]] std::vector<std::string_view> role_ids() const {
    std::vector<std::string_view> ids;
    for (std::uint32_t at = 0; at < matrix_.role_count(); ++at) {
      ids.push_back(matrix_.role_id({at}));
    }
    return ids;
  }

  [[nodiscard]] const std::vector<std::string_view>& skill_ids() {
    if (!skill_ids_.empty()) return skill_ids_;
    for (std::uint32_t at = 0; at < matrix_.skill_count(); ++at) {
      skill_ids_.push_back(matrix_.skill_id({at}));
    }
    return skill_ids_;
  }

  [[nodiscard]] std::vector<std::string_view> level_ids(ScaleIndex scale) const {
    std::vector<std::string_view> ids;
    for (unsigned rank = 1; rank <= matrix_.level_count(scale); ++rank) {
      ids.push_back(matrix_.level_id(scale, static_cast<Rank>(rank)));
    }
    return ids;
  }

  const Profile& profile_;
  const Matrix& matrix_;
  Report& report_;
  rules::Suggestions suggestions_;
  std::vector<std::string_view> skill_ids_;
};

}  // namespace

std::vector<Diagnostic> validate(const Profile& profile, const Matrix& matrix,
                                 std::size_t max_diagnostics) {
  Report report(std::max<std::size_t>(max_diagnostics, 1));
  ProfileReferences references(profile, matrix, report);
  for (std::size_t at = 0; at < profile.ratings.size(); ++at) {
    references.check_rating(profile.ratings[at], rules::pointer_of("ratings", at));
  }
  rules::check_profile(profile, report);
  references.check_role();
  return std::move(report).take();
}

}  // namespace skillmatrix
