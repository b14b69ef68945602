#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/csv.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/validate.hpp"

namespace skillmatrix::cli {
namespace {

struct ImportOptions {
  std::string file;
  std::string delimiter = ",";
  std::vector<std::string> columns;
  std::string id = "framework";
  std::string title;
  std::string locale = "en";
  std::vector<std::string> ladder;
  std::vector<std::string> scale;
  std::vector<std::string> level_order;
  std::vector<std::string> unlevelled;
  std::vector<std::string> required;
  std::vector<std::string> optional;
  bool ladder_per_role = false;
  bool rows_without_cell = false;
  std::string none = "none";
};

struct ExportOptions {
  std::string file;
  std::string none = "none";
};

/// The options of the tool by those of the library, which findings name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> option_names{
    {{"columns", "--column"},
     {"default_locale", "--table-locale"},
     {"delimiter", "--delimiter"},
     {"framework_id", "--id"},
     {"ladder_levels", "--role-level"},
     {"level_order", "--level-order"},
     {"none", "--none"},
     {"rows_without_cell", "--rows-without-cell"},
     {"skill_levels", "--skill-level"},
     {"unlevelled_values", "--unlevelled"}}};

void name_options(Diagnostic& diagnostic) {
  for (auto& [name, value] : diagnostic.arguments) {
    const auto found = std::ranges::find(option_names, value,
                                         &std::pair<std::string_view, std::string_view>::first);
    if (name == "option" && found != option_names.end()) value = found->second;
  }
}

/// The findings of reading a table, the grave ones first: a table has many remarks.
SourceDiagnostics findings_of(const std::string& file, std::vector<Diagnostic> diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) name_options(diagnostic);
  std::ranges::stable_sort(diagnostics, {}, &Diagnostic::severity);
  return {file, std::move(diagnostics)};
}

/// A tab is hard to type.
std::string read_delimiter(const std::string& option) { return option == "tab" ? "\t" : option; }

/// "field=header".
std::map<std::string, std::string> read_columns(const std::vector<std::string>& options) {
  std::map<std::string, std::string> columns;
  for (const std::string& option : options) {
    const std::size_t at = option.find('=');
    if (at == std::string::npos) {
      throw Failure{status_wrong_usage, "usage.column", {{"value", option}}};
    }
    columns[option.substr(0, at)] = option.substr(at + 1);
  }
  return columns;
}

/// "title" or "title=id".
std::vector<CsvLevel> read_levels(const std::vector<std::string>& options) {
  std::vector<CsvLevel> levels;
  for (const std::string& option : options) {
    const std::size_t at = option.rfind('=');
    if (at == std::string::npos) {
      levels.push_back({option, {}});
    } else {
      levels.push_back({option.substr(0, at), option.substr(at + 1)});
    }
  }
  return levels;
}

ExpectationsCsvOptions expectations_options(const ImportOptions& options) {
  ExpectationsCsvOptions settings;
  settings.columns = read_columns(options.columns);
  settings.delimiter = read_delimiter(options.delimiter);
  settings.framework_id = options.id;
  settings.framework_title = options.title;
  settings.default_locale = options.locale;
  settings.ladder = options.ladder_per_role ? CsvLadder::per_role : CsvLadder::shared;
  settings.ladder_levels = read_levels(options.ladder);
  settings.skill_levels = read_levels(options.scale);
  settings.level_order = options.level_order;
  settings.unlevelled_values = options.unlevelled;
  settings.rows_without_cell = options.rows_without_cell;
  for (const std::string& word : options.required) {
    settings.necessity_values[word] = Necessity::required;
  }
  for (const std::string& word : options.optional) {
    settings.necessity_values[word] = Necessity::optional;
  }
  return settings;
}

int import_expectations(Session& session, const ImportOptions& options) {
  Result<Framework> framework =
      read_expectations_csv(read_input(options.file), expectations_options(options));
  std::vector<Diagnostic> all = std::move(framework.diagnostics);
  if (framework) std::ranges::move(validate(*framework), std::back_inserter(all));
  const SourceDiagnostics findings = findings_of(options.file, std::move(all));
  if (!framework || has_errors(findings.diagnostics)) reject(session, findings);
  print_diagnostics(session, findings);
  session.say(write_framework(*framework));
  return status_fine;
}

int import_ratings(Session& session, const ImportOptions& options) {
  RatingsCsvOptions settings;
  settings.columns = read_columns(options.columns);
  settings.delimiter = read_delimiter(options.delimiter);
  settings.none = options.none;
  RatingsCsv ratings = read_ratings_csv(read_input(options.file), settings);
  const SourceDiagnostics findings = findings_of(options.file, std::move(ratings.diagnostics));
  print_diagnostics(session, findings);
  session.say(write_profiles(ratings.profiles));
  return has_errors(findings.diagnostics) ? status_bad_input : status_fine;
}

int export_expectations(Session& session, const ExportOptions& options) {
  const Framework framework = load_framework(session, options.file);
  const std::string locale = session.languages.empty() ? framework.default_locale
                                                       : std::string(session.language().locale());
  const Result<std::string> table = write_expectations_csv(framework, locale);
  print_diagnostics(session, {options.file, table.diagnostics});
  session.say(*table);
  return status_fine;
}

int export_ratings(Session& session, const ExportOptions& options) {
  const People people = load_people(options.file);
  if (has_errors(people.findings.diagnostics)) reject(session, people.findings);
  Result<std::string> table = write_ratings_csv(people.profiles, options.none);
  if (!table) reject(session, {options.file, std::move(table.diagnostics)});
  session.say(*table);
  return status_fine;
}

/// An option that may be given several times, each with one value.
void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& values,
              const std::string& type, const std::string& summary) {
  command.add_option(name, values, summary)
      ->type_name(type)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_delimiter(CLI::App& command, std::string& delimiter) {
  command.add_option("--delimiter", delimiter, "What separates cells; or tab")->type_name("CHAR");
}

void add_import_expectations(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "expectations", "A table of expectations to a framework",
                  "skillmatrix import csv expectations matrix.csv --id our-matrix > matrix.json");
  const auto options = std::make_shared<ImportOptions>();
  command->add_option("FILE", options->file, "The table")->required()->type_name(" ");
  command->add_option("--id", options->id, "Id of the framework")->type_name("ID");
  command->add_option("--title", options->title, "Title of the framework")->type_name("TEXT");
  command->add_option("--table-locale", options->locale, "Language of the table")->type_name("TAG");
  add_list(*command, "--column", options->columns, "FIELD=HEADER", "Where to read a field");
  add_delimiter(*command, options->delimiter);
  add_list(*command, "--role-level", options->ladder, "TITLE[=ID]", "Role levels, lowest first");
  add_list(*command, "--level-order", options->level_order, "PATTERN", "Or patterns for them");
  add_list(*command, "--skill-level", options->scale, "TITLE[=ID]", "Skill levels, lowest first");
  add_list(*command, "--unlevelled", options->unlevelled, "WORD", "Skill level: not stated");
  add_list(*command, "--required", options->required, "WORD", "Means required");
  add_list(*command, "--optional", options->optional, "WORD", "Means optional");
  command->add_flag("--ladder-per-role", options->ladder_per_role, "Each role has its own levels");
  command->add_flag("--rows-without-cell", options->rows_without_cell,
                    "Rows may declare a level or a skill only");
  command->callback([options, &action] {
    action = [options](Session& s) { return import_expectations(s, *options); };
  });
}

void add_import_ratings(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "ratings", "A table of ratings to profiles, as NDJSON",
                                  "skillmatrix import csv ratings ratings.csv > people.ndjson");
  const auto options = std::make_shared<ImportOptions>();
  command->add_option("FILE", options->file, "The table")->required()->type_name(" ");
  add_list(*command, "--column", options->columns, "FIELD=HEADER", "Where to read a field");
  add_delimiter(*command, options->delimiter);
  command->add_option("--none", options->none, "Rating: holds none of it")->type_name("WORD");
  command->callback([options, &action] {
    action = [options](Session& s) { return import_ratings(s, *options); };
  });
}

void add_export_expectations(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "expectations", "A framework to a table of expectations",
                  "skillmatrix export csv expectations examples/data/ai-engineering.json");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("FRAMEWORK", options->file, "The framework")->required()->type_name(" ");
  command->callback([options, &action] {
    action = [options](Session& s) { return export_expectations(s, *options); };
  });
}

void add_export_ratings(CLI::App& app, Action& action) {
  CLI::App* command = add_command(app, "ratings", "Profiles to a table of ratings",
                                  "skillmatrix export csv ratings people.ndjson");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("PEOPLE", options->file, "Profiles, one a line")->required()->type_name(" ");
  command->add_option("--none", options->none, "Rating: holds none of it")->type_name("WORD");
  command->callback([options, &action] {
    action = [options](Session& s) { return export_ratings(s, *options); };
  });
}

CLI::App* add_format(CLI::App& app, const std::string& name, const std::string& summary) {
  CLI::App* direction = app.add_subcommand(name, summary);
  direction->require_subcommand(1);
  CLI::App* format = direction->add_subcommand("csv", summary);
  format->require_subcommand(1);
  const std::string example = "\nExample:\n  skillmatrix " + name + " csv expectations --help";
  direction->footer(example);
  format->footer(example);
  return format;
}

}  // namespace

void add_csv(CLI::App& app, Action& action) {
  CLI::App* import = add_format(app, "import", "Turn CSV tables into JSON");
  add_import_expectations(*import, action);
  add_import_ratings(*import, action);
  CLI::App* exporting = add_format(app, "export", "Turn JSON into CSV tables");
  add_export_expectations(*exporting, action);
  add_export_ratings(*exporting, action);
}

}  // namespace skillmatrix::cli
