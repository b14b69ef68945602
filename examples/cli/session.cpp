#include "session.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "own_messages.hpp"
#include "skillmatrix/pseudo.hpp"
#include "skillmatrix/validate_profile.hpp"

namespace skillmatrix::cli {
namespace {

std::string shown(const std::string& path) { return path == "-" ? "<stdin>" : path; }

/// The message with an error of the system, and how the tool then ends.
Failure failure_of(std::string key, int error) {
  return {status_bad_input,
          std::move(key),
          {{"reason", std::string(system_error_word(error))}, {"number", std::to_string(error)}}};
}

[[noreturn]] void fail_reading(const std::string& path, int error) {
  Failure failure = failure_of("file.unreadable", error);
  failure.arguments.emplace_back("file", shown(path));
  throw failure;
}

std::optional<std::string_view> field_of(const Diagnostic& diagnostic) {
  if (diagnostic.field.empty()) return std::nullopt;
  return diagnostic.field;
}

std::string position(const Session& session, const SourceDiagnostics& source,
                     const Diagnostic& diagnostic) {
  std::string text = shown(source.file);
  if (diagnostic.line != 0) text += ':' + std::to_string(diagnostic.line);
  if (diagnostic.line != 0 && diagnostic.column != 0) {
    text += ':' + std::to_string(diagnostic.column);
  }
  if (diagnostic.line == 0 && !diagnostic.pointer.empty()) text += ": " + diagnostic.pointer;
  if (diagnostic.row != 0) {
    const std::string said = session.message(
        "diagnostics.row", {{"row", diagnostic.row}, {"field", field_of(diagnostic)}});
    text += ": " + beside(said, Style::plain, {false, &session.language()});
  }
  return text;
}

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Style::bad;
    case Severity::warning:
      return Style::warning;
    case Severity::information:
      break;
  }
  return Style::faint;
}

/// The names that a wrong one can be told, if they are few.
std::string listing(std::span<const std::string_view> names) {
  std::string text;
  if (names.size() > 12) return text;
  for (const std::string_view name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

/// Pseudo-locales are made only for those who ask for them.
bool wants_pseudo_locale(const Language& language) {
  const std::vector<std::string>& tags = language.preferences().tags;
  return std::ranges::any_of(tags, [](const std::string& tag) {
    return tag == accented_locale || tag == right_to_left_locale;
  });
}

/// The language in which the tool itself speaks to the reader, also if none has been chosen yet.
Language own_language(const Session& session) {
  std::string languages = session.languages;
  if (languages.empty() && session.chosen) languages = session.chosen->locale();
  const Messages& messages = own_messages();
  const Language language(languages, messages);
  if (!wants_pseudo_locale(language)) return language;
  return Language(languages, with_pseudo_locales(messages));
}

/// The language of the framework, if the reader has not asked for one.
void choose_language_of(Session& session, const Matrix& matrix) {
  const bool is_chosen = session.language().locale() == matrix.default_locale();
  if (session.languages.empty() && !is_chosen) choose_language(session, matrix.default_locale());
}

/// A saved matrix, if the file is one; or the end of the command, if it is damaged.
std::optional<Matrix> open_saved(const Session& session, const std::string& path) {
  if (path == "-") return std::nullopt;
  Result<Matrix> matrix = Matrix::open(path);
  if (matrix) matrix.diagnostics = matrix->verify();
  if (matrix.diagnostics.empty()) return *std::move(matrix);
  const Code problem = matrix.diagnostics.front().code;
  // Something else, which may be JSON; why it cannot be read says who reads it.
  if (problem == Code::unknown_format || problem == Code::unreadable_file) return std::nullopt;
  reject(session, {path, std::move(matrix.diagnostics)});
}

}  // namespace

bool wants_colours(int file_descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* terminal = std::getenv("TERM");
  if (terminal != nullptr && std::strcmp(terminal, "dumb") == 0) return false;
  return isatty(file_descriptor) == 1;
}

const Messages& load_messages(Session& session) {
  if (session.messages) return *session.messages;
  Messages messages = Messages::built_in();
  for (const std::string& path : session.catalogs) {
    const std::string json = read_input(path);
    const CatalogSource catalog{json, path};
    Result<Messages> extended = Messages::extend(messages, std::span(&catalog, 1));
    if (!extended) reject(session, {path, std::move(extended.diagnostics)});
    // What a host's catalog does not have, ours do; `validate` lists it.
    std::erase_if(extended.diagnostics,
                  [](const Diagnostic& finding) { return finding.code == Code::message_missing; });
    print_diagnostics(session, {path, std::move(extended.diagnostics)});
    messages = *std::move(extended);
  }
  return session.messages.emplace(std::move(messages));
}

void choose_language(Session& session, std::string_view otherwise) {
  const std::string languages(session.languages.empty() ? otherwise : session.languages);
  session.chosen = Language(languages);  // Also for what may be wrong with the catalogs.
  const bool is_pseudo = wants_pseudo_locale(session.language());
  if (!session.catalogs.empty() || is_pseudo) {
    const Messages& messages = load_messages(session);
    session.chosen = Language(languages, is_pseudo ? with_pseudo_locales(messages) : messages);
  }
  const LanguagePreferences& wanted = session.language().preferences();
  if (wanted.diagnostics.empty()) return;
  print_diagnostics(session, {"--locale", wanted.diagnostics});
  if (wanted.tags.empty()) throw Failure{status_wrong_usage, "usage.languages"};
}

void report(const Session& session, const std::string& message) {
  const std::string text =
      styled("skillmatrix:", Style::bad, session.error_colours) + ' ' + message + '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string read_input(const std::string& path) {
  const auto close = [](std::FILE* file) {
    if (file != stdin) std::fclose(file);
  };
  errno = 0;
  const std::unique_ptr<std::FILE, decltype(close)> file(
      path == "-" ? stdin : std::fopen(path.c_str(), "rb"), close);
  if (!file) fail_reading(path, errno);
  std::string text;
  std::error_code unknown;  // Of a pipe, which has no size.
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown) text.reserve(size);
  std::vector<char> buffer(std::size_t{1} << 16U);
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    text.append(buffer.data(), count);
  }
  if (std::ferror(file.get()) != 0) fail_reading(path, errno);
  return text;
}

void write_output(std::string_view text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return;
  if (errno == EPIPE) return;
  throw failure_of("file.unwritable", errno);
}

void print_diagnostics(const Session& session, const SourceDiagnostics& source) {
  const Look look{session.error_colours, &session.language()};
  std::string text;
  for (const Diagnostic& diagnostic : source.diagnostics) {
    text += printable(position(session, source, diagnostic)) + ": ";
    const std::string severity =
        session.message("severity." + std::string(to_string(diagnostic.severity)));
    text += beside(severity, style_of(diagnostic.severity), look) + ": ";
    text += beside(printable(session.language().message(diagnostic)), Style::plain, look);
    text +=
        " [" + to_string(diagnostic.code) + ']' + suggestion(session, diagnostic.suggestion) + '\n';
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void reject(const Session& session, const SourceDiagnostics& source) {
  if (session.json) {
    write_output(diagnostics_json(session.language(), std::span(&source, 1)));
  } else {
    print_diagnostics(session, source);
  }
  throw Stop{status_bad_input};
}

Framework parse_framework(const Session& session, const std::string& path, std::string_view text) {
  Result<Framework> framework = read_framework(text);
  if (!framework) reject(session, {path, std::move(framework.diagnostics)});
  return *std::move(framework);
}

Framework load_framework(const Session& session, const std::string& path) {
  return parse_framework(session, path, read_input(path));
}

void add_wanted_pseudo_locales(const Session& session, Framework& framework) {
  if (wants_pseudo_locale(session.language())) add_pseudo_locales(framework);
}

Matrix load_matrix(Session& session, const std::string& path) {
  if (std::optional<Matrix> saved = open_saved(session, path)) {
    choose_language_of(session, *saved);
    return *std::move(saved);
  }
  Framework framework = load_framework(session, path);
  add_wanted_pseudo_locales(session, framework);
  return compile(session, path, framework);
}

Matrix compile(Session& session, const std::string& path, const Framework& framework) {
  Result<Matrix> matrix = Matrix::build(framework);
  if (!matrix) reject(session, {path, std::move(matrix.diagnostics)});
  choose_language_of(session, *matrix);
  return *std::move(matrix);
}

Profile load_person(const Session& session, const Matrix& matrix, const std::string& path) {
  const std::string text = read_input(path);
  Result<Profile> profile = read_profile(text);
  if (!profile) reject(session, {path, std::move(profile.diagnostics)});
  std::vector<Diagnostic> findings = validate(*profile, matrix);
  if (has_errors(findings)) {
    locate(findings, text);
    reject(session, {path, std::move(findings)});
  }
  return *std::move(profile);
}

People load_people(const std::string& path) {
  People people;
  people.text = read_input(path);
  people.findings.file = path;
  if (ends_with(path, ".csv")) {
    people.in = read_ratings_csv(people.text);
  } else {
    people.in = read_profiles(people.text);
  }
  std::visit(
      [&people](auto& read) {
        people.profiles = std::move(read.profiles);
        people.findings.diagnostics = std::move(read.diagnostics);
      },
      people.in);
  return people;
}

void locate_in_line(std::vector<Diagnostic>& findings, std::string_view ndjson, std::uint64_t line,
                    std::uint64_t offset) {
  const std::string_view rest = ndjson.substr(offset);
  locate(findings, rest.substr(0, rest.find('\n')));
  for (Diagnostic& finding : findings) {
    if (finding.line == 0) continue;
    finding.line += line - 1;
    finding.offset += offset;
  }
}

void append_new(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
  std::set<std::tuple<Code, std::uint64_t, std::string>> known;
  for (const Diagnostic& diagnostic : all) {
    known.emplace(diagnostic.code, diagnostic.line, diagnostic.pointer);
  }
  for (Diagnostic& diagnostic : more) {
    const bool is_known = known.contains({diagnostic.code, diagnostic.line, diagnostic.pointer});
    if (!is_known) all.push_back(std::move(diagnostic));
  }
}

std::string told(const Session& session, const Diagnostic& finding) {
  const Look look{false, &session.language()};
  return beside(printable(session.language().message(finding)), Style::plain, look) +
         suggestion(session, finding.suggestion);
}

std::string told(const Session& session, const Failure& failure) {
  std::vector<MessageArgument> arguments;
  for (const auto& [name, value] : failure.arguments) arguments.emplace_back(name, value);
  const Language language = own_language(session);
  const std::string text = language.message(failure.key, MessageArguments(arguments));
  return beside(printable(text), Style::plain, {false, &language});
}

std::string suggestion(const Session& session, std::string_view meant) {
  if (meant.empty()) return "";
  const std::string text = session.message("diagnostics.suggestion", {{"suggestion", meant}});
  return "\n  " + beside(printable(text), Style::plain, {false, &session.language()});
}

void fail_unknown(std::string_view kind, std::string_view name,
                  std::span<const std::string_view> candidates) {
  Diagnostic finding =
      make_diagnostic(Code::unknown_name, {}, std::string(name), {{"kind", std::string(kind)}});
  finding.suggestion = nearest(name, candidates).value_or("");
  if (finding.suggestion.empty()) finding.arguments.emplace_back("expected", listing(candidates));
  throw WrongUsage{std::move(finding)};
}

SkillIndex resolve_skill(const Matrix& matrix, const std::string& id) {
  if (const std::optional<SkillIndex> skill = matrix.find_skill(id)) return *skill;
  std::vector<std::string_view> ids;
  for (std::uint32_t at = 0; at < matrix.skill_count(); ++at) ids.push_back(matrix.skill_id({at}));
  fail_unknown("skill", id, ids);
}

RoleIndex resolve_role(const Matrix& matrix, const std::string& id) {
  if (const std::optional<RoleIndex> role = matrix.find_role(id)) return *role;
  std::vector<std::string_view> ids;
  for (std::uint32_t at = 0; at < matrix.role_count(); ++at) ids.push_back(matrix.role_id({at}));
  fail_unknown("role", id, ids);
}

RoleLevelIndex resolve_role_level(const Matrix& matrix, RoleIndex role, const std::string& id) {
  if (const auto level = matrix.find_role_level(role, id)) return *level;
  std::vector<std::string_view> ids;
  const RoleLevelIndex first = matrix.role_first_level(role);
  for (std::uint32_t at = 0; at < matrix.role_level_count(role); ++at) {
    ids.push_back(matrix.role_level_id({first.value + at}));
  }
  fail_unknown("level", id, ids);
}

RoleLevelIndex resolve_role_at_level(const Matrix& matrix, const std::string& text) {
  const std::size_t last = text.rfind('@');
  if (last == std::string::npos) {
    std::string example = "nlp-engineer@middle";
    if (matrix.role_level_count() != 0) {
      example = matrix.role_id(matrix.role_of({0}));
      example.append("@").append(matrix.role_level_id({0}));
    }
    throw Failure{
        status_wrong_usage, "usage.role_at_level", {{"value", text}, {"example", example}}};
  }
  // Ids may contain the sign themselves.
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    const std::string_view whole = text;
    const auto level = matrix.find_role_level(whole.substr(0, at), whole.substr(at + 1));
    if (level) return *level;
  }
  return resolve_role_level(matrix, resolve_role(matrix, text.substr(0, last)),
                            text.substr(last + 1));
}

RatingOptions rating_options(const ComparisonOptions& options) {
  RatingOptions ratings;
  if (!options.as_of.empty()) {
    ratings.as_of = parse_date(options.as_of);
    if (!ratings.as_of) {
      throw WrongUsage{make_diagnostic(Code::malformed_date, {}, options.as_of)};
    }
  }
  const std::optional<RatingPolicy> policy = find_rating_policy(options.policy);
  if (!policy) {
    std::vector<std::string_view> names;
    for (const RatingPolicy known : rating_policies()) names.push_back(to_string(known));
    fail_unknown("policy", options.policy, names);
  }
  ratings.policy = *policy;
  if (options.min_confidence > 100) throw Failure{status_wrong_usage, "usage.percentage"};
  ratings.min_confidence = static_cast<std::uint8_t>(options.min_confidence);
  return ratings;
}

Scoring scoring(const ComparisonOptions& options) {
  const Result<Scoring> made = Scoring::make(options.model);
  if (made) return *made;
  std::vector<std::string_view> names;
  for (const ScoringModel& model : scoring_models()) names.push_back(model.name);
  fail_unknown("scoring_model", options.model, names);
}

std::string shown(const ServedText& text) { return printable(text.value); }

std::string person_name(const Profile& person) {
  return printable(person.name.empty() ? person.id : person.name);
}

std::string role_level_title(const Reader& reader, RoleLevelIndex level) {
  const RoleIndex role = reader.matrix().role_of(level);
  return reader.language().message(
      "role_level.title",
      {{"level", shown(reader.role_level_title(level))}, {"role", shown(reader.role_title(role))}});
}

std::string skill_level_title(const Reader& reader, SkillIndex skill, Rank rank,
                              std::string_view none) {
  if (rank == 0) return reader.language().message(none);
  return shown(reader.level_title(reader.matrix().skill_scale(skill), rank));
}

std::string expected_text(const Session& session, const ServedRequirement& requirement) {
  if (requirement.expected == 0) return session.message("level.any");
  return shown(requirement.expected_title);
}

std::string grid_text(const Session& session, const ServedRequirement& requirement, bool label) {
  const bool labelled = label && !requirement.expected_label.empty();
  const std::string text =
      labelled ? shown(requirement.expected_label) : expected_text(session, requirement);
  return requirement.necessity == Necessity::required ? text : '(' + text + ')';
}

std::string framework_title(const Reader& reader) {
  const std::string version = printable(reader.matrix().version());
  return reader.language().message(
      "framework.title",
      {{"title", shown(reader.framework_title())},
       {"version", version.empty() ? std::nullopt : std::optional<std::string_view>(version)}});
}

std::string necessity_text(const Session& session, Necessity necessity) {
  return session.message(necessity == Necessity::required ? "necessity.required"
                                                          : "necessity.optional");
}

std::string verdict_text(const Session& session, Verdict verdict) {
  return session.message("verdict." + std::string(to_string(verdict)));
}

Style style_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::ready:
      return Style::good;
    case Verdict::undetermined:
      return Style::warning;
    case Verdict::not_ready:
      break;
  }
  return Style::bad;
}

bool ends_with(std::string_view text, std::string_view end) { return text.ends_with(end); }

}  // namespace skillmatrix::cli
