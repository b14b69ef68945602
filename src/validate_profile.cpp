// The rules for a profile that is to be compared with a framework.
#include "skillmatrix/validate_profile.hpp"

#include <string>

#include "text/utf8.hpp"
#include "validate_rules.hpp"

namespace skillmatrix {
namespace {

class ProfileRules {
 public:
  ProfileRules(const Profile& profile, const Matrix& matrix) : profile_(profile), matrix_(matrix) {}

  std::vector<Diagnostic> find() {
    if (profile_.schema != profile_schema) {
      add(Code::unsupported_schema, "/schema", profile_.schema, {{"expected", profile_schema}});
    }
    if (profile_.id.empty()) add(Code::empty_id, "/id", {});
    check_text("/id", profile_.id);
    check_text("/name", profile_.name);
    check_role();
    for (std::size_t at = 0; at < profile_.ratings.size(); ++at) {
      check_rating(profile_.ratings[at], "/ratings/" + std::to_string(at));
    }
    return std::move(diagnostics_);
  }

 private:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  Diagnostic& add(Code code, std::string pointer, std::string_view value,
                  Arguments arguments = {}) {
    return diagnostics_.emplace_back(
        make_diagnostic(code, std::move(pointer), std::string(value), std::move(arguments)));
  }

  void check_text(const std::string& pointer, std::string_view value) {
    if (const auto bad = text::first_ill_formed(value)) {
      add(Code::ill_formed_utf8, pointer, text::hexadecimal(value.substr(*bad, 1)));
    }
    if (value.find('\0') != std::string_view::npos) add(Code::embedded_nul, pointer, value);
    for (Diagnostic& found : rules::unsafe_characters(value, TextUse::name, {})) {
      found.pointer = pointer;
      diagnostics_.push_back(std::move(found));
    }
  }

  void check_role() {
    if (!profile_.role) return;
    const std::optional<RoleIndex> role = matrix_.find_role(*profile_.role);
    if (!role) {
      add(Code::dangling_reference, "/role", *profile_.role, {{"kind", "role"}}).suggestion =
          suggest(*profile_.role, role_ids());
      return;
    }
    if (profile_.level) check_role_level(*role, *profile_.level);
  }

  void check_role_level(RoleIndex role, std::string_view level) {
    if (matrix_.find_role_level(role, level)) return;
    const ScaleIndex ladder = matrix_.role_ladder(role);
    if (!matrix_.find_level(ladder, level)) return check_scale_level(ladder, level, "/level");
    add(Code::level_not_in_role, "/level", level, {{"role", rules::shown(*profile_.role)}});
  }

  void check_rating(const Rating& rating, const std::string& pointer) {
    const std::optional<SkillIndex> skill = matrix_.find_skill(rating.skill);
    if (!skill) {
      add(Code::dangling_reference, pointer + "/skill", rating.skill, {{"kind", "skill"}})
          .suggestion = suggest(rating.skill, skill_ids());
    } else if (rating.level) {
      check_scale_level(matrix_.skill_scale(*skill), *rating.level, pointer + "/level");
    }
    if (rating.confidence.value_or(0) > 100) {
      add(Code::number_out_of_range, pointer + "/confidence", std::to_string(*rating.confidence),
          {{"least", "0"}, {"most", "100"}});
    }
    if (rating.assessed && rating.expires && *rating.expires < *rating.assessed) {
      add(Code::expires_before_assessed, pointer + "/expires", format_date(*rating.expires),
          {{"assessed", format_date(*rating.assessed)}});
    }
  }

  void check_scale_level(ScaleIndex scale, std::string_view level, std::string pointer) {
    if (matrix_.find_level(scale, level)) return;
    add(Code::level_not_in_scale, std::move(pointer), level,
        {{"scale", rules::shown(matrix_.scale_id(scale))}})
        .suggestion = suggest(level, level_ids(scale));
  }

  std::string suggest(std::string_view value, const std::vector<std::string_view>& candidates) {
    return suggestions_.suggest(value, candidates);
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
  rules::Suggestions suggestions_;
  std::vector<std::string_view> skill_ids_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> validate(const Profile& profile, const Matrix& matrix) {
  return ProfileRules(profile, matrix).find();
}

}  // namespace skillmatrix
