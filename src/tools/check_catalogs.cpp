// Checks catalogs of messages, the first of which is the source: skillmatrix_check_catalogs FILE...
//
// Prints every finding. Fails on errors, and on warnings: the library's own catalogs have none.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "skillmatrix/messages.hpp"

namespace {

using namespace skillmatrix;

std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string catalog_of(const Diagnostic& diagnostic) {
  const auto& arguments = diagnostic.arguments;
  return arguments.empty() ? std::string() : arguments.back().second;
}

void print(const Diagnostic& diagnostic) {
  std::cerr << catalog_of(diagnostic) << ':' << diagnostic.line << ':' << diagnostic.column << ": "
            << to_string(diagnostic.severity) << ": " << diagnostic.message() << " ["
            << to_string(diagnostic.code) << " at " << diagnostic.pointer << "]";
  if (!diagnostic.suggestion.empty())
    std::cerr << " (did you mean " << diagnostic.suggestion << "?)";
  std::cerr << '\n';
}

/// The tag that a catalog is compiled in under is the name of its file.
bool are_named_by_language(const Messages& messages, const std::vector<std::string>& files) {
  std::vector<std::string> tags;
  for (const std::string& file : files) tags.push_back(std::filesystem::path(file).stem().string());
  if (tags.front() != messages.source_locale()) return false;
  std::sort(tags.begin(), tags.end());
  const std::vector<std::string_view> locales = messages.locales();
  return std::equal(tags.begin(), tags.end(), locales.begin(), locales.end());
}

bool check(const std::vector<std::string>& files) {
  std::vector<std::string> texts;
  for (const std::string& file : files) texts.push_back(read_file(file));
  std::vector<CatalogSource> catalogs;
  for (std::size_t at = 0; at < files.size(); ++at) catalogs.push_back({texts[at], files[at]});
  const Result<Messages> built = Messages::build(catalogs);
  for (const Diagnostic& diagnostic : built.diagnostics) print(diagnostic);
  const bool is_clean =
      std::all_of(built.diagnostics.begin(), built.diagnostics.end(),
                  [](const Diagnostic& found) { return found.severity == Severity::information; });
  if (!built || !is_clean) return false;
  if (are_named_by_language(*built, files)) return true;
  std::cerr << "a catalog is not named by the canonical tag of its language\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> files(argv + 1, argv + argc);
  try {
    return check(files) ? 0 : 1;
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
