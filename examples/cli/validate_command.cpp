#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/csv.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/validate_profile.hpp"

namespace skillmatrix::cli {
namespace {

struct ValidateOptions {
  std::vector<std::string> files;
  std::string framework;
};

/// Steps over JSON without understanding more of it than strings and nesting, as far as it takes to
/// tell what a document is; what is wrong with it is the reader's business.
class SchemaFinder {
 public:
  explicit SchemaFinder(std::string_view json) : json_(json) {}

  /// The value of the top-level member "schema"; empty if there is none.
  std::string_view find() {
    int depth = 0;
    while (at_ < json_.size()) {
      const char character = json_[at_];
      if (character == '"') {
        const std::string_view string = take_string();
        if (depth == 1 && string == "schema" && skip_colon()) return take_string();
        continue;
      }
      if (character == '{' || character == '[') ++depth;
      if (character == '}' || character == ']') --depth;
      ++at_;
    }
    return {};
  }

 private:
  std::string_view take_string() {
    if (at_ >= json_.size() || json_[at_] != '"') return {};
    const std::size_t first = ++at_;
    while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
    const std::size_t last = std::min(at_, json_.size());
    ++at_;
    return json_.substr(first, last - first);
  }
  void skip_space() {
    while (at_ < json_.size() && std::string_view(" \t\r\n").find(json_[at_]) != json_.npos) ++at_;
  }
  bool skip_colon() {
    skip_space();
    if (at_ >= json_.size() || json_[at_] != ':') return false;
    ++at_;
    skip_space();
    return true;
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

bool has_schema(std::string_view json, std::string_view name) {
  return SchemaFinder(json).find().starts_with(name);
}

std::vector<Diagnostic> check_profile(std::string_view text, const std::optional<Matrix>& matrix) {
  Result<Profile> profile = read_profile(text);
  if (!profile || !matrix) return std::move(profile.diagnostics);
  std::vector<Diagnostic> findings = validate(*profile, *matrix);
  locate(findings, text);
  append_new(profile.diagnostics, std::move(findings));
  return std::move(profile.diagnostics);
}

std::vector<Diagnostic> check_people(std::string_view text, const std::optional<Matrix>& matrix) {
  Profiles people = read_profiles(text);
  if (!matrix) return std::move(people.diagnostics);
  std::vector<Diagnostic> all;
  for (std::size_t at = 0; at < people.profiles.size(); ++at) {
    std::vector<Diagnostic> findings = validate(people.profiles[at], *matrix);
    locate_in_line(findings, text, people.lines[at], people.offsets[at]);
    std::ranges::move(findings, std::back_inserter(all));
  }
  append_new(people.diagnostics, std::move(all));
  return std::move(people.diagnostics);
}

/// A catalog as a host would load it.
std::vector<Diagnostic> check_catalog(std::string_view text, const std::string& file) {
  const CatalogSource catalog{text, file};
  return Messages::extend(Messages::built_in(), std::span(&catalog, 1)).diagnostics;
}

/// What is wrong with a saved matrix; nothing if it is something else.
std::optional<std::vector<Diagnostic>> check_saved(std::string_view text) {
  const Result<Matrix> saved = Matrix::open(std::as_bytes(std::span(text)));
  if (saved) return saved->verify();
  if (saved.diagnostics.front().code == Code::unknown_format) return std::nullopt;
  return saved.diagnostics;
}

SourceDiagnostics check_file(const std::string& file, const std::optional<Matrix>& matrix) {
  const std::string text = read_input(file);
  if (auto findings = check_saved(text)) return {file, *std::move(findings)};
  if (ends_with(file, ".ndjson")) return {file, check_people(text, matrix)};
  if (has_schema(text, "skillmatrix.messages/")) return {file, check_catalog(text, file)};
  if (has_schema(text, "skillmatrix.profile/")) return {file, check_profile(text, matrix)};
  return {file, read_framework(text).diagnostics};
}

std::string summary(const Session& session, const SourceDiagnostics& source) {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : source.diagnostics) {
    if (diagnostic.severity == Severity::error) ++errors;
    if (diagnostic.severity == Severity::warning) ++warnings;
  }
  const std::size_t remarks = source.diagnostics.size() - errors - warnings;
  std::vector<std::string> counts{session.message("count.errors", {{"count", errors}})};
  if (warnings != 0) counts.push_back(session.message("count.warnings", {{"count", warnings}}));
  if (remarks != 0) counts.push_back(session.message("count.remarks", {{"count", remarks}}));
  return session.message("diagnostics.summary",
                         {{"file", printable(source.file == "-" ? "<stdin>" : source.file)},
                          {"counts", session.language().list(counts)}}) +
         '\n';
}

int run_validate(Session& session, const ValidateOptions& options) {
  std::optional<Matrix> matrix;
  if (!options.framework.empty()) matrix.emplace(load_matrix(session, options.framework));
  std::vector<SourceDiagnostics> sources;
  int status = status_fine;
  for (const std::string& file : options.files) {
    try {
      sources.push_back(check_file(file, matrix));
    } catch (const Failure& unreadable) {  // The others are checked all the same.
      report(session, told(session, unreadable));
      status = unreadable.status;
      continue;
    }
    if (has_errors(sources.back().diagnostics)) status = status_bad_input;
    if (session.json) continue;
    print_diagnostics(session, sources.back());
    session.say(summary(session, sources.back()));
  }
  if (session.json) session.say(diagnostics_json(session.language(), sources));
  return status;
}

}  // namespace

void add_validate(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "validate", "Check frameworks, profiles and messages",
                                  "skillmatrix validate examples/data/ai-engineering.json");
  const auto options = std::make_shared<ValidateOptions>();
  command->add_option("FILE", options->files, "Frameworks, profiles, messages; .ndjson for many")
      ->required()
      ->type_name(" ");
  command->add_option("--framework", options->framework, "Check profiles against this one too")
      ->type_name("FILE");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_validate(s, *options); }; });
}

}  // namespace skillmatrix::cli
