// Reports: the answers of the analysis as JSON for other programs.
//
// The JSON has a stable order of members, two spaces of indentation, a final line feed and UTF-8
// unescaped but for what JSON demands. Fractions are `{"numerator": 5, "denominator": 8}` in lowest
// terms. Levels are ids, with ranks beside them where rank 0 ("holds none of it") can occur.
// `locale` is what the reader prefers; labels, messages and formats are in `message_locale`, in the
// direction that the report states. A label or a message of a diagnostic in another language, which
// happens where a host's own catalog lacks it, has a further member, `roles_locale` or so, and
// `roles_direction` if that differs, too. Texts are served to the reader. One that is not in the
// reader's language exactly has two further members: `title_locale`, and `title_source` (see
// `TextSource`); one in another direction than the report's has `title_direction`. A list of texts
// is in one language, and has these members once: `aliases_locale` and so on. A title that is
// missing in every language is a placeholder, with the source "missing"; any other missing text is
// null.
//
// All functions are pure, and take time in the size of what they write.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "skillmatrix/coverage.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/match.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/progression.hpp"
#include "skillmatrix/reader.hpp"
#include "skillmatrix/role_page.hpp"
#include "skillmatrix/search.hpp"
#include "skillmatrix/skill_page.hpp"

namespace skillmatrix {

/// The findings of one source.
struct SourceDiagnostics {
  std::string file;  ///< As the host calls the source.
  std::vector<Diagnostic> diagnostics;
};

/// `{"locale": "de", "message_locale": "de", "direction": "ltr", "errors": 1, "warnings": 0,
/// "information": 0, "diagnostics": [...]}`, the messages in the reader's language. A position that
/// is not known is null.
std::string diagnostics_json(const Language& language, std::span<const SourceDiagnostics> sources);

/// The page of a skill, which must be of the reader's matrix. Beside the data, its "labels" are
/// what a page shows around them: headings and counts in the reader's language.
std::string skill_page_json(const Reader& reader, const SkillPage& page);

std::string role_page_json(const Reader& reader, const RolePage& page);

std::string progression_json(const Reader& reader, const Progression& progression);

/// A gap, with the person and the options that `analyze_gap` had. Its lists are in the reader's
/// order.
std::string gap_json(const Reader& reader, Gap gap, const Profile& person,
                     const GapOptions& options);

std::string role_level_matches_json(const Reader& reader, const RoleLevelMatches& matches,
                                    const Profile& person, const MatchOptions& options);

/// `findings` are those of reading the people, `matches.diagnostics` those of comparing them.
std::string people_matches_json(const Reader& reader, const PeopleMatches& matches,
                                std::span<const Profile> people, RoleLevelIndex target,
                                const MatchOptions& options,
                                std::span<const SourceDiagnostics> findings = {});

/// Hits of a search in the reader's matrix. A hit's `name` is the one that matched.
std::string search_json(const Reader& reader, std::string_view query,
                        std::span<const SearchHit> hits);

/// The coverage of a framework, in numbers; the messages of its diagnostics are in the reader's
/// language. "share" is the fraction of the texts that are exact. `file` is how the host calls the
/// source of the framework, for the diagnostics.
std::string coverage_json(const Language& language, const Framework& framework,
                          const Coverage& coverage, std::string_view file = {});

/// `{"sources": [{"pointer": "/title", "value": "...", "hash": "..."}, ...]}`, and the same as one
/// compact object a line, for the tools of translators. The texts must be UTF-8.
std::string source_texts_json(std::span<const SourceText> texts);
std::string source_texts_ndjson(std::span<const SourceText> texts);

/// Puts the lists of a gap in the order in which the reader sorts titles of skills, ties by id.
void sort_for(const Reader& reader, Gap& gap);

/// What a raise asks for: what the role level expects to be done with the skill; if that is not
/// said, what the level means for the skill, or else in general. `to` is the rank raised to.
TextIndex raise_description(const Matrix& matrix, RoleLevelIndex target, SkillIndex skill, Rank to);

}  // namespace skillmatrix
