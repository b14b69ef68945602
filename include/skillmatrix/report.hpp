// Reports: the answers of the analysis as JSON for other programs, and numbers for readers.
//
// The JSON has a stable order of members, two spaces of indentation, a final line feed and UTF-8
// unescaped but for what JSON demands. Fractions are `{"numerator": 5, "denominator": 8}` in lowest
// terms. Levels are ids, with ranks beside them where rank 0 ("holds none of it") can occur. Texts
// are in the locale asked for; one that is in another language has its tag in a further member,
// `title_locale` for `title`. A text that is missing in every language is "".
//
// All functions are pure, and take time in the size of what they write.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/fraction.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/match.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/progression.hpp"
#include "skillmatrix/role_page.hpp"
#include "skillmatrix/skill_page.hpp"

namespace skillmatrix {

/// The findings of one source.
struct SourceDiagnostics {
  std::string file;  ///< As the host calls the source.
  std::vector<Diagnostic> diagnostics;
};

/// `{"errors": 1, "warnings": 0, "information": 0, "diagnostics": [...]}`. A position that is not
/// known is null.
std::string diagnostics_json(std::span<const SourceDiagnostics> sources);

/// The page of a skill. `page` must be of the matrix and of the locale; in all of these, an empty
/// locale is the framework's default.
std::string skill_page_json(const Matrix& matrix, const SkillPage& page,
                            std::string_view locale = {});

std::string role_page_json(const Matrix& matrix, const RolePage& page,
                           std::string_view locale = {});

std::string progression_json(const Matrix& matrix, const Progression& progression,
                             std::string_view locale = {});

/// A gap, with the person and the options that `analyze_gap` had.
std::string gap_json(const Matrix& matrix, const Gap& gap, const Profile& person,
                     const GapOptions& options, std::string_view locale = {});

std::string role_level_matches_json(const Matrix& matrix, const RoleLevelMatches& matches,
                                    const Profile& person, const MatchOptions& options,
                                    std::string_view locale = {});

/// `findings` are those of reading the people, `matches.diagnostics` those of comparing them.
std::string people_matches_json(const Matrix& matrix, const PeopleMatches& matches,
                                std::span<const Profile> people, RoleLevelIndex target,
                                const MatchOptions& options, std::string_view locale = {},
                                std::span<const SourceDiagnostics> findings = {});

/// What a raise asks for: what the role level expects to be done with the skill; if that is not
/// said, what the level means for the skill, or else in general. `to` is the rank raised to.
TextIndex raise_description(const Matrix& matrix, RoleLevelIndex target, SkillIndex skill, Rank to);

/// "62.5 %": the value in percent with one decimal, rounded half away from zero by whole-number
/// arithmetic.
std::string format_percent(const Fraction& fraction);

}  // namespace skillmatrix
