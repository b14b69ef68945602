// The commands. Each `add_...` describes one to the parser; its callback runs it.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>

#include "session.hpp"

namespace skillmatrix::cli {

/// What to run once everything is parsed. Returns the exit status.
using Action = std::function<int(Session&)>;

// Options are kept until the command has run.
void add_validate(CLI::App& app, Action& action);
void add_skill(CLI::App& app, Action& action);
void add_role(CLI::App& app, Action& action);
void add_progress(CLI::App& app, Action& action);
void add_compare(CLI::App& app, Action& action);
void add_gap(CLI::App& app, Action& action);
void add_match(CLI::App& app, Action& action);
void add_search(CLI::App& app, Action& action);
void add_locales(CLI::App& app, Action& action);
void add_compile(CLI::App& app, Action& action);
void add_csv(CLI::App& app, Action& action);
void add_schema(CLI::App& app, Action& action);

/// A command with its example. The application has the options of every command.
CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& summary,
                      const std::string& example);
void add_comparison_options(CLI::App& command, ComparisonOptions& options);

/// Says in the reader's language why the arguments of the program could not be parsed. Returns the
/// exit status.
int explain_misuse(const CLI::App& app, const CLI::ParseError& error, Session& session,
                   std::span<char*> arguments);

}  // namespace skillmatrix::cli
