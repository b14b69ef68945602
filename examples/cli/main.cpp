// skillmatrix: skill matrices on the command line.
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <span>
#include <string>
#include <vector>

#include "commands.hpp"
#include "skillmatrix/version.hpp"

namespace skillmatrix::cli {

namespace {

constexpr std::size_t help_column = 29;
constexpr const char* common_options = "Options of every command";

/// They may stand before the command and behind it.
void add_common_options(CLI::App& app, Session& session) {
  app.fallthrough();
  app.add_flag("--json", session.json, "Answer in JSON, for other programs")->group(common_options);
  app.add_option("--locale", session.languages, "Languages you read, the best first: de, en")
      ->type_name("TAGS")
      ->group(common_options);
  app.add_option("--messages", session.catalogs, "Your own words for the tool; may be given again")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->group(common_options);
}

std::string common_help(const CLI::App& app) {
  const CLI::App* root = &app;
  while (root->get_parent() != nullptr) root = root->get_parent();
  const std::vector<const CLI::Option*> options = root->get_options(
      [](const CLI::Option* option) { return option->get_group() == common_options; });
  CLI::Formatter formatter;
  formatter.column_width(help_column);
  return formatter.make_group(common_options, false, options);
}

}  // namespace

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& summary,
                      const std::string& example) {
  CLI::App* command = app.add_subcommand(name, summary);
  command->footer(common_help(app) + "\nExample:\n  " + example);
  return command;
}

void add_comparison_options(CLI::App& command, ComparisonOptions& options) {
  std::string models = "\nScoring models:\n";
  for (const ScoringModel& model : scoring_models()) {
    models += "  " + std::string(model.name) + '\n';
  }
  command.footer(models + command.get_footer());
  command.add_option("--as-of", options.as_of, "Day of the question; else nothing expires")
      ->type_name("YYYY-MM-DD");
  command.add_option("--model", options.model, "Scoring model, see below; else coverage.partial/1")
      ->type_name("NAME");
  command.add_option("--policy", options.policy, "latest, highest, lowest or trusted")
      ->type_name("NAME");
  command.add_option("--min-confidence", options.min_confidence, "Leave out ratings below it")
      ->type_name("PERCENT");
}

namespace {

int show_help(const CLI::App& app, const CLI::ParseError& asked) {
  const bool is_version = asked.get_name() == "CallForVersion";
  write_output(is_version ? std::string(asked.what()) + '\n' : app.help());
  return status_fine;
}

void describe_commands(CLI::App& app, Session& session, Action& action) {
  app.set_version_flag("--version", "skillmatrix " + std::string(version), "Show the version");
  app.require_subcommand(1);
  app.get_formatter()->column_width(help_column);
  add_common_options(app, session);
  app.footer(
      "\nFiles are JSON, or frameworks that `compile` saved; - is standard input.\n"
      "Exit status: 0 fine, 1 bad input, 2 wrong usage, 3 not ready (gap --check)\n"
      "\nExample:\n  skillmatrix skill examples/data/ai-engineering.json transformers-nlp");
  add_validate(app, action);
  add_skill(app, action);
  add_role(app, action);
  add_progress(app, action);
  add_compare(app, action);
  add_gap(app, action);
  add_match(app, action);
  add_search(app, action);
  add_locales(app, action);
  add_csv(app, action);
  add_compile(app, action);
  add_schema(app, action);
}

int run(int count, char** arguments, Session& session) {
  CLI::App app("Skill matrices: check them, read them, and compare people with them.",
               "skillmatrix");
  Action action;
  describe_commands(app, session, action);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return show_help(app, error);
    return explain_misuse(app, error, session, std::span(arguments, arguments + count));
  }
  choose_language(session, "en");
  const int status = action(session);
  write_output(session.text);
  return status;
}

int run_guarded(int count, char** arguments) {
  Session session;
  session.colours = wants_colours(STDOUT_FILENO);
  session.error_colours = wants_colours(STDERR_FILENO);
  try {
    return run(count, arguments, session);
  } catch (const Stop& stop) {
    return stop.status;
  } catch (const WrongUsage& wrong) {
    report(session, told(session, wrong.finding));
    return status_wrong_usage;
  } catch (const Failure& failure) {
    report(session, told(session, failure));
    return failure.status;
  } catch (const std::bad_alloc&) {
    report(session, "out of memory");
  } catch (const std::exception& error) {
    report(session, printable(error.what()));
  }
  return status_bad_input;
}

}  // namespace
}  // namespace skillmatrix::cli

int main(int count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // Writing then fails, which is handled where it happens.
  return skillmatrix::cli::run_guarded(count, arguments);
}
