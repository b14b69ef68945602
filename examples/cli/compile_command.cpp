#include <memory>
#include <string>
#include <utility>

#include "commands.hpp"
#include "skillmatrix/search.hpp"

namespace skillmatrix::cli {
namespace {

struct CompileOptions {
  std::string framework;
  std::string output;
};

int run_compile(Session& session, const CompileOptions& options) {
  const Matrix matrix = SearchIndex::with_index(load_matrix(session, options.framework));
  std::vector<Diagnostic> findings = matrix.save(options.output);
  if (!findings.empty()) reject(session, {options.output, std::move(findings)});
  return status_fine;
}

}  // namespace

void add_compile(CLI::App& app, Action& action) {
  CLI::App* command =
      add_command(app, "compile", "Save a framework so that it opens at once",
                  "skillmatrix compile examples/data/ai-engineering.json ai-engineering.skm");
  const auto options = std::make_shared<CompileOptions>();
  command->add_option("FRAMEWORK", options->framework, "The framework")->required()->type_name(" ");
  command->add_option("OUTPUT", options->output, "The file to write; it replaces one of that name")
      ->required()
      ->type_name(" ");
  command->callback(
      [options, &action] { action = [options](Session& s) { return run_compile(s, *options); }; });
}

}  // namespace skillmatrix::cli
