// What the parser of the command line found wrong, in the reader's language.
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix::cli {
namespace {

constexpr std::string_view locale_option = "--locale";

/// What is wrong, and what was probably meant.
struct Misuse {
  Failure failure;
  std::string meant = {};
};

/// The value of the last option `--locale`, wherever it stands: nothing has been parsed.
std::string stated_languages(std::span<char*> arguments) {
  std::string languages;
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    const std::string_view argument = arguments[at];
    if (!argument.starts_with(locale_option)) continue;
    const std::string_view rest = argument.substr(locale_option.size());
    if (rest.empty() && at + 1 < arguments.size()) languages = arguments[at + 1];
    if (rest.starts_with('=')) languages = rest.substr(1);
  }
  return languages;
}

const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return *at;
}

/// "skillmatrix import csv"
std::string full_name(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : full_name(*parent) + ' ' + command.get_name();
}

/// "--top N"
std::string form_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return option.get_name();
  const std::string type = option.get_type_name();  // "N:POSITIVE", if it is checked.
  return option.get_name() + ' ' + type.substr(0, type.find(':'));
}

Misuse unknown(const std::string& key, const std::string& value,
               const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  std::string meant(nearest(value, candidates).value_or(""));
  if (meant == value) meant.clear();  // It is right, but in the wrong place.
  return {{status_wrong_usage, key, {{"value", value}}}, std::move(meant)};
}

/// The option whose value the parser did not take, which its message names; or null.
const CLI::Option* named_option(const CLI::App& command, std::string_view message) {
  const CLI::Option* named = nullptr;
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      const std::string name = option->get_name();
      if (message.starts_with(name + ':')) return option;  // What follows may name its value.
      if (message.find(name) == std::string_view::npos) continue;
      if (named == nullptr || name.size() > named->get_name().size()) named = option;
    }
  }
  return named;
}

/// What is there too much: an option, a word in the place of a command, or another argument.
Misuse unexpected(const CLI::App& command, const std::string& value) {
  std::vector<std::string> names;
  if (value.starts_with('-')) {
    for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
      for (const CLI::Option* option : app->get_options()) names.push_back(option->get_name());
    }
    return unknown("usage.unexpected", value, names);
  }
  for (const CLI::App* each : command.get_subcommands({})) names.push_back(each->get_name());
  return unknown(names.empty() ? "usage.unexpected" : "usage.unknown_command", value, names);
}

/// What is required and not there: an argument, or else a command.
Misuse missing(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_required() || option->count() != 0) continue;
    return {{status_wrong_usage, "usage.missing", {{"name", option->get_name()}}}};
  }
  return {{status_wrong_usage, "usage.no_command"}};
}

Misuse unfitting(const CLI::App& command, std::string_view message) {
  const CLI::Option* named = named_option(command, message);
  if (named == nullptr) return {{status_wrong_usage, "usage.wrong"}};
  if (named->count() > 1 && named->get_items_expected_max() == 1) {
    return {{status_wrong_usage, "usage.repeated", {{"name", named->get_name()}}}};
  }
  return {{status_wrong_usage, "usage.unfitting", {{"form", form_of(*named)}}}};
}

Misuse misuse_of(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const std::vector<std::string> extra = app.remaining(true);
  const bool is_extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  const bool lacks = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  // A wrong word may be why something is not there.
  if (!extra.empty() && (is_extra || lacks)) return unexpected(command, extra.front());
  return lacks ? missing(command) : unfitting(command, error.what());
}

}  // namespace

int explain_misuse(const CLI::App& app, const CLI::ParseError& error, Session& session,
                   std::span<char*> arguments) {
  session.languages = stated_languages(arguments);
  choose_language(session, "en");
  const Misuse misuse = misuse_of(app, error);
  const std::string help = full_name(innermost(app)) + " --help";
  report(session,
         told(session, misuse.failure) + suggestion(session, misuse.meant) + '\n' +
             told(session, Failure{status_wrong_usage, "usage.help", {{"command", help}}}));
  return status_wrong_usage;
}

}  // namespace skillmatrix::cli
