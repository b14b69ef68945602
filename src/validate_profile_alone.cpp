// The rules for a profile that need no framework.
#include <string>
#include <string_view>

#include "skillmatrix/text.hpp"
#include "text/utf8.hpp"
#include "validate_rules.hpp"

namespace skillmatrix::rules {
namespace {

class ProfileRules {
 public:
  ProfileRules(const Profile& profile, Report& report) : profile_(profile), report_(report) {}

  void check_document() {
    if (profile_.schema != profile_schema) {
      report_.add(Code::unsupported_schema, "/schema", profile_.schema,
                  {{"expected", profile_schema}});
    }
    if (profile_.id.empty()) report_.add(Code::empty_id, "/id");
    check_text("/id", profile_.id);
    check_text("/name", profile_.name);
  }

  void check_rating(const Rating& rating, const std::string& pointer) {
    if (rating.skill.empty()) {  // No skill has an empty id.
      report_.add(Code::dangling_reference, pointer + "/skill", {}, {{"kind", "skill"}});
    }
    if (rating.confidence.value_or(0) > 100) {
      report_.add(Code::number_out_of_range, pointer + "/confidence",
                  std::to_string(*rating.confidence), {{"least", "0"}, {"most", "100"}});
    }
    if (rating.assessed && rating.expires && *rating.expires < *rating.assessed) {
      report_.add(Code::expires_before_assessed, pointer + "/expires", format_date(*rating.expires),
                  {{"assessed", format_date(*rating.assessed)}});
    }
  }

 private:
  void check_text(const std::string& pointer, std::string_view value) {
    if (const auto bad = text::first_ill_formed(value)) {
      report_.add(Code::ill_formed_utf8, pointer, text::hexadecimal(value.substr(*bad, 1)));
    }
    if (value.find('\0') != std::string_view::npos) report_.add(Code::embedded_nul, pointer, value);
    for (Diagnostic& found : unsafe_characters(value, TextUse::name, {})) {
      found.pointer = pointer;
      report_.add(std::move(found));
    }
  }

  const Profile& profile_;
  Report& report_;
};

}  // namespace

void check_profile(const Profile& profile, Report& report) {
  ProfileRules rules(profile, report);
  rules.check_document();
  for (std::size_t at = 0; at < profile.ratings.size(); ++at) {
    rules.check_rating(profile.ratings[at], pointer_of("ratings", at));
  }
}

}  // namespace skillmatrix::rules
