// What all commands share: reading files, writing answers, resolving names, and how to fail.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "layout.hpp"
#include "skillmatrix/csv.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/language.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/ratings.hpp"
#include "skillmatrix/reader.hpp"
#include "skillmatrix/report.hpp"
#include "skillmatrix/scoring.hpp"
#include "skillmatrix/served_requirement.hpp"

namespace skillmatrix::cli {

inline constexpr int status_fine = 0;
inline constexpr int status_bad_input = 1;
inline constexpr int status_wrong_usage = 2;
inline constexpr int status_not_ready = 3;

/// Ends the command with one of the tool's own messages on standard error.
struct Failure {
  int status;
  std::string key;
  std::vector<std::pair<std::string, std::string>> arguments = {};
};

/// Ends the command, as wrong usage, with what the engine says about it.
struct WrongUsage {
  Diagnostic finding;
};

/// Ends the command; everything has been said.
struct Stop {
  int status;
};

/// The options that every command has, and the ends of the pipe.
struct Session {
  bool json = false;
  std::string languages;  ///< An Accept-Language list; empty: the framework's, or English.
  std::vector<std::string> catalogs;  ///< Files of messages, over those of the library.
  bool colours = false;               ///< On standard output.
  bool error_colours = false;         ///< On standard error.
  std::string text;                   ///< What the command has to say, written at its end.

  void say(std::string_view part) { text += part; }
  /// A line, or some, styled.
  void heading(std::string_view title) {
    for (const std::string& line : wrap(title, line_width)) {
      text += styled(line, Style::heading, colours) + '\n';
    }
  }

  /// What the engine says in the reader's language.
  [[nodiscard]] std::string message(std::string_view key,
                                    const MessageArguments& arguments = {}) const {
    return language().message(key, arguments);
  }

  [[nodiscard]] const Language& language() const { return *chosen; }
  /// How tables and fields are to look on standard output.
  [[nodiscard]] Look look() const { return {colours, &language()}; }

  std::optional<Language> chosen;    ///< Set by `choose_language`, before any command runs.
  std::optional<Messages> messages;  ///< With the catalogs, once they have been read.
};

/// The messages of the library under the catalogs of the session, which are read once; or the end
/// of the command.
const Messages& load_messages(Session& session);

/// Makes the session's language that of its option, or else the one given. An option in which no
/// language can be made out is wrong usage; a part of it that cannot is a warning.
void choose_language(Session& session, std::string_view otherwise);

/// Whether a stream is a terminal that wants colours.
bool wants_colours(int file_descriptor);

/// The bytes of a file, or of standard input for "-".
std::string read_input(const std::string& path);

/// Writes to standard output. A reader who has gone away is no error.
void write_output(std::string_view text);

/// Says on standard error what went wrong with the command itself.
void report(const Session& session, const std::string& message);

/// One finding a line, with what was probably meant below it.
void print_diagnostics(const Session& session, const SourceDiagnostics& source);

/// Says the findings (as JSON on standard output if that was asked for) and stops.
[[noreturn]] void reject(const Session& session, const SourceDiagnostics& source);

/// The compiled framework, or the end of the command. The session's language is then chosen.
Matrix load_matrix(Session& session, const std::string& path);
/// Adds the pseudo-locales if the reader asks for one.
void add_wanted_pseudo_locales(const Session& session, Framework& framework);
Framework load_framework(const Session& session, const std::string& path);
/// The same from what was read from `path` before.
Matrix compile(Session& session, const std::string& path, const Framework& framework);
Framework parse_framework(const Session& session, const std::string& path, std::string_view text);

/// A person that makes sense for the framework, or the end of the command.
Profile load_person(const Session& session, const Matrix& matrix, const std::string& path);

struct People {
  std::vector<Profile> profiles;
  SourceDiagnostics findings;
  std::string text;                       ///< The source,
  std::variant<Profiles, RatingsCsv> in;  ///< and where in it they stand; without the people.
};

/// Many people, as NDJSON, or as a CSV table of ratings if the name ends so.
People load_people(const std::string& path);

/// Fills in the places of findings about the profile of an NDJSON text at a line and an offset.
void locate_in_line(std::vector<Diagnostic>& findings, std::string_view ndjson, std::uint64_t line,
                    std::uint64_t offset);

/// Adds findings but those that are there already: a reader has said some of what `validate` says.
void append_new(std::vector<Diagnostic>& all, std::vector<Diagnostic> more);

SkillIndex resolve_skill(const Matrix& matrix, const std::string& id);
RoleIndex resolve_role(const Matrix& matrix, const std::string& id);
RoleLevelIndex resolve_role_level(const Matrix& matrix, RoleIndex role, const std::string& id);
/// "role@level".
RoleLevelIndex resolve_role_at_level(const Matrix& matrix, const std::string& text);

/// Options of the commands that compare people with role levels.
struct ComparisonOptions {
  std::string as_of;
  std::string model = "coverage.partial/1";
  std::string policy = "latest";
  unsigned min_confidence = 0;
};
RatingOptions rating_options(const ComparisonOptions& options);
Scoring scoring(const ComparisonOptions& options);

/// What a finding says, with what was probably meant on a line of its own.
std::string told(const Session& session, const Diagnostic& finding);
/// What a failure says.
std::string told(const Session& session, const Failure& failure);
/// What was probably meant, on a line of its own; or nothing.
std::string suggestion(const Session& session, std::string_view meant);

/// A wrong name: says which are right, or which one is near. The kind is a word that the message of
/// `Code::unknown_name` has.
[[noreturn]] void fail_unknown(std::string_view kind, std::string_view name,
                               std::span<const std::string_view> candidates);

/// What was served, fit for a terminal.
std::string shown(const ServedText& text);
/// The name of a person, or the id.
std::string person_name(const Profile& person);
/// "Middle NLP Engineer".
std::string role_level_title(const Reader& reader, RoleLevelIndex level);
/// The title of a level of the skill's scale; for rank 0, the message `none`.
std::string skill_level_title(const Reader& reader, SkillIndex skill, Rank rank,
                              std::string_view none);
/// The title of the level that is expected, or "any level".
std::string expected_text(const Session& session, const ServedRequirement& requirement);
/// The same; in parentheses if it is optional.
std::string grid_text(const Session& session, const ServedRequirement& requirement, bool label);
std::string framework_title(const Reader& reader);

std::string necessity_text(const Session& session, Necessity necessity);
std::string verdict_text(const Session& session, Verdict verdict);
Style style_of(Verdict verdict);

bool ends_with(std::string_view text, std::string_view end);

}  // namespace skillmatrix::cli
