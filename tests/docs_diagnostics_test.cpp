// The reference of the diagnostics: a section for every code, with examples that have the finding.
//
// An example is a fenced block. Its info string says how it is run, and with which options:
//
//     json framework [limit=N ...]       read_framework
//     json framework to csv              read_framework, and write_expectations_csv of it
//     json coverage                      read_framework, and measure_coverage
//     json profile [limit=N ...]         read_profile, and validate against the framework of the
//     page json messages [again=N]            Messages::extend of the library's own csv
//     expectations [option=V ...]    read_expectations_csv csv ratings [limit=N ...]
//     read_ratings_csv cpp                                one of `calls()` below, which is the same
//     text
//
// JSON is laid over the document of its kind that stands before the sections.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "block.hpp"
#include "diagnostic_check.hpp"
#include "golden.hpp"
#include "skillmatrix/coverage.hpp"
#include "skillmatrix/csv.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/locale.hpp"
#include "skillmatrix/messages.hpp"
#include "skillmatrix/roster.hpp"
#include "skillmatrix/scoring.hpp"
#include "skillmatrix/validate_profile.hpp"

namespace skillmatrix::test {
namespace {

namespace fs = std::filesystem;

struct Example {
  std::string how;  ///< "json framework".
  std::vector<std::pair<std::string, std::string>> options;
  std::string text;
};

struct Section {
  std::string heading;  ///< "SKM1001 json_syntax"; empty for what stands before the sections.
  std::string severity;
  std::vector<Example> examples;
};

Example example_of(const std::string& info) {
  Example example;
  std::istringstream words(info);
  for (std::string word; words >> word;) {
    if (const std::size_t equals = word.find('='); equals != std::string::npos) {
      example.options.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    } else {
      example.how += (example.how.empty() ? "" : " ") + word;
    }
  }
  return example;
}

std::vector<Section> read_sections(const std::string& markdown) {
  std::vector<Section> sections(1);
  bool is_inside = false;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    std::vector<Example>& examples = sections.back().examples;
    if (line.starts_with("```")) {
      if (!is_inside) examples.push_back(example_of(line.substr(3)));
      is_inside = !is_inside;
    } else if (is_inside) {
      examples.back().text += line + '\n';
    } else if (line.starts_with("## ")) {
      sections.push_back({line.substr(3), {}, {}});
    } else if (line.starts_with("Severity: ")) {
      sections.back().severity = line.substr(10);
    }
  }
  return sections;
}

/// `\xE9` is a raw byte, a leading `\uFEFF` the mark itself, and `{"id": "1"}, …, {"id": "9"}` all
/// of them: what a page cannot show or is better off without.
std::string written_out(std::string text) {
  if (text.starts_with("\\uFEFF")) text.replace(0, 6, "\xEF\xBB\xBF");
  for (std::size_t at = 0; (at = text.find("\\x", at)) != std::string::npos; ++at) {
    text.replace(at, 4, 1, static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)));
  }
  static const std::regex run(R"re(\{"id": "(\d+)"\}, …, \{"id": "(\d+)"\})re");
  std::smatch match;
  if (!std::regex_search(text, match, run)) return text;
  std::string items;
  for (int at = std::stoi(match[1]); at <= std::stoi(match[2]); ++at) {
    items += (items.empty() ? "" : ", ") + (R"({"id": ")" + std::to_string(at)) + "\"}";
  }
  return match.prefix().str() + items + match.suffix().str();
}

/// The members of an object as they are written, by name. The examples are not always JSON, so this
/// looks at strings and brackets only.
std::map<std::string, std::string> members_of(const std::string& object) {
  std::map<std::string, std::string> members;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < object.size(); ++at) {
    const char byte = object[at];
    if (byte == '"') {
      for (++at; at < object.size() && object[at] != '"'; ++at) at += object[at] == '\\' ? 1U : 0U;
    } else if (depth == 1 && (byte == ',' || byte == '}')) {
      const std::string member = object.substr(begin, at - begin);
      const std::size_t name = member.find('"');
      if (name != std::string::npos) {
        members[member.substr(name + 1, member.find('"', name + 1) - name - 1)] = member;
      }
      begin = at + 1;
    }
    if (byte == '{' || byte == '[') ++depth;
    if (byte == '}' || byte == ']') --depth;
    if (depth == 1 && byte == '{') begin = at + 1;
  }
  return members;
}

/// The object with those members of `base` that it does not have, unless it is a whole document.
std::string laid_over(const std::string& base, std::string object) {
  const auto members = members_of(object);
  if (members.contains("schema")) return object;
  std::string missing;
  for (const auto& [name, member] : members_of(base)) {
    if (!members.contains(name)) missing += member + ',';
  }
  return object.insert(object.find('{') + 1, missing);
}

std::string without_space(std::string text) {
  std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n'; });
  return text;
}

/// The catalog with its last message put in the place of each "…", so many times.
std::string said_again(std::string catalog, const Example& example) {
  const auto is_again = [](const auto& option) { return option.first == "again"; };
  const auto again = std::ranges::find_if(example.options, is_again);
  if (again == example.options.end()) return catalog;
  static const std::regex last(R"re((.*: ")(.*)("[^"]*))re");
  std::smatch match;
  if (!std::regex_match(catalog, match, last)) return catalog;
  const std::string begin = match[2].str().substr(0, match[2].str().find("…"));
  const std::string end = match[2].str().substr(begin.size() + std::string("…").size());
  std::string message;
  for (int at = std::stoi(again->second); at > 0; --at) message = begin + message + end;
  return match[1].str() + message + match[3].str();
}

/// A matrix in which the threshold counterfactual is too large to compute.
Matrix make_large() {
  Framework framework;
  framework.id = "large";
  Scale& scale = framework.scales.emplace_back();
  scale.id = "points";
  for (int at = 1; at <= 255; ++at) scale.levels.emplace_back().id = "level-" + std::to_string(at);
  Role& role = framework.roles.emplace_back();
  role.id = "dev";
  role.ladder = "points";
  for (int at = 0; at < 17; ++at) {
    Skill& skill = framework.skills.emplace_back();
    skill.id = "skill-" + std::to_string(at);
    skill.scale = "points";
    framework.expectations.push_back({"dev", "level-255", skill.id, {}, {}, {}});
  }
  return *Matrix::build(framework);
}

class DocsDiagnostics : public testing::Test {
 protected:
  /// What each call in the page finds.
  std::map<std::string, std::vector<Diagnostic>> calls() const {
    const Matrix matrix = *Matrix::build(*read_framework(framework()));
    const Profile person = *read_profile(profile());
    const Matrix large = make_large();
    std::vector<std::byte> from_a_newer_release(matrix.bytes().begin(), matrix.bytes().end());
    reinterpret_cast<BlockHeader*>(from_a_newer_release.data())->version = 1000;
    const std::string roster_file = testing::TempDir() + "docs_diagnostics.skm";
    EXPECT_EQ(Roster::build(large, std::vector<Profile>{}).roster.save(roster_file).size(), 0U);
    const std::vector<std::string_view> ids{"ann"};
    const std::vector<std::uint64_t> offsets{0, 1};
    const std::vector<std::uint32_t> skills{0, 0};
    const std::vector<Rank> ranks{2, 3};
    const std::vector<std::uint32_t> people{0, 0};
    const std::vector<std::string_view> people_by_id{"ann", "bob"};
    const auto bytes_of = [](const Matrix& of) {
      return std::string_view(reinterpret_cast<const char*>(of.bytes().data()), of.bytes().size());
    };
#define SKILLMATRIX_CALL(...) \
  { without_space(#__VA_ARGS__), (__VA_ARGS__).diagnostics }
#define SKILLMATRIX_CHECK(...) \
  { without_space(#__VA_ARGS__), (__VA_ARGS__) }
    return {
        SKILLMATRIX_CALL(read_profiles(write_profile(person, Layout::indented))),
        SKILLMATRIX_CALL(Roster::read_ndjson(matrix, "[]")),
        SKILLMATRIX_CALL(read_framework(bytes_of(matrix))),
        SKILLMATRIX_CALL(analyze_gap(matrix, person, *matrix.find_role_level("dev", "senior"))),
        SKILLMATRIX_CALL(Scoring::make("coverage.partal/1")),
        SKILLMATRIX_CALL(Scoring::make("gap.stepped/1", {.credits = {Fraction{3, 2}}})),
        SKILLMATRIX_CALL(analyze_gap(large, Profile{}, *large.find_role_level("dev", "level-255"),
                                     {.threshold = Fraction{1, 2}})),
        SKILLMATRIX_CALL(parse_accept_language("en_US, de;q=0,8, fr")),
        SKILLMATRIX_CALL(Matrix::open("no-such-file.skm")),
        SKILLMATRIX_CHECK(matrix.save("no-such-folder/matrix.skm")),
        SKILLMATRIX_CALL(Matrix::open(matrix.bytes().first(10))),
        SKILLMATRIX_CALL(Matrix::open(from_a_newer_release)),
        SKILLMATRIX_CALL(Matrix::open(matrix.bytes().first(100))),
        SKILLMATRIX_CALL(Roster::open(matrix, roster_file)),
        SKILLMATRIX_CALL(Roster::build(
            matrix, {.person_ids = ids, .first = offsets, .skills = skills, .ranks = ranks})),
        SKILLMATRIX_CALL(Roster::build(
            matrix, {.person_ids = ids, .people = people, .skills = skills, .ranks = ranks})),
        SKILLMATRIX_CALL(Roster::build(
            matrix,
            {.person_ids = ids, .people_by_id = people_by_id, .skills = skills, .ranks = ranks}))};
#undef SKILLMATRIX_CHECK
#undef SKILLMATRIX_CALL
  }

  const std::string& framework() const { return sections.front().examples.at(0).text; }
  const std::string& profile() const { return sections.front().examples.at(1).text; }
  const std::string& messages() const { return sections.front().examples.at(2).text; }

  static ExpectationsCsvOptions options_of(const Example& example) {
    ExpectationsCsvOptions options;
    for (const auto& [name, value] : example.options) {
      if (name == "max_bytes") {
        options.limits.max_bytes = std::stoul(value);
      } else if (name == "max_depth") {
        options.limits.max_depth = std::stoul(value);
      } else if (name == "max_elements") {
        options.limits.max_elements = std::stoul(value);
      } else if (name == "max_diagnostics") {
        options.limits.max_diagnostics = std::stoul(value);
      } else if (name == "framework_id") {
        options.framework_id = value;
      } else if (name == "unlevelled_values") {
        options.unlevelled_values.push_back(value);
      } else if (name != "again") {
        ADD_FAILURE() << "no such option: " << name;
      }
    }
    return options;
  }

  std::vector<Diagnostic> run(const Example& example) const {
    const std::string text = written_out(example.text);
    const ExpectationsCsvOptions options = options_of(example);
    if (example.how == "json messages") {
      const std::string catalog = said_again(laid_over(messages(), text), example);
      const CatalogSource source{catalog, {}};
      return Messages::extend(Messages::built_in(), {&source, 1}).diagnostics;
    }
    if (example.how == "json framework") {
      return read_framework(laid_over(framework(), text), options.limits).diagnostics;
    }
    if (example.how == "json framework to csv") {
      return write_expectations_csv(*read_framework(laid_over(framework(), text)), "en")
          .diagnostics;
    }
    if (example.how == "json coverage") {
      const Result<Framework> read = read_framework(laid_over(framework(), text), options.limits);
      return read ? measure_coverage(*read).diagnostics : read.diagnostics;
    }
    if (example.how == "json profile") {
      Result<Profile> read = read_profile(laid_over(profile(), text), options.limits);
      if (!read) return read.diagnostics;
      const Matrix matrix = *Matrix::build(*read_framework(framework()));
      std::ranges::copy(validate(*read, matrix), std::back_inserter(read.diagnostics));
      return read.diagnostics;
    }
    if (example.how == "csv expectations") return read_expectations_csv(text, options).diagnostics;
    if (example.how == "csv ratings") {
      return read_ratings_csv(text, {.limits = options.limits}).diagnostics;
    }
    const auto known = calls();
    const auto call = known.find(without_space(text));
    if (example.how == "cpp" && call != known.end()) return call->second;
    ADD_FAILURE() << "cannot be run: " << example.how << '\n' << text;
    return {};
  }

  /// The example has a finding of the code, and no error of any other.
  void expect_finding(const Example& example, const CodeDescription& wanted) const {
    const std::vector<Diagnostic> found = run(example);
    const auto is_wanted = [&wanted](const Diagnostic& each) { return each.code == wanted.code; };
    EXPECT_TRUE(std::ranges::any_of(found, is_wanted)) << wanted.name << '\n' << example.text;
    for (const Diagnostic& each : found) {
      expect_well_said(each);
      if (is_wanted(each)) {
        EXPECT_EQ(each.severity, wanted.severity) << wanted.name << '\n' << example.text;
      } else {
        EXPECT_NE(each.severity, Severity::error)
            << wanted.name << '\n'
            << example.text << each.pointer << ": " << each.message();
      }
    }
  }

  const std::vector<Section> sections =
      read_sections(read_file(fs::path(SKILLMATRIX_SOURCE_DIR) / "docs/diagnostics.md"));
};

std::string heading_of(const CodeDescription& description) {
  return to_string(description.code).append(" ").append(description.name);
}

TEST_F(DocsDiagnostics, EveryCodeHasOneSectionWithItsSeverity) {
  std::vector<std::pair<std::string, std::string>> documented;
  for (const Section& section : sections) {
    if (!section.heading.empty()) documented.emplace_back(section.heading, section.severity);
  }
  std::vector<std::pair<std::string, std::string>> known;
  for (const CodeDescription& description : codes()) {
    known.emplace_back(heading_of(description), to_string(description.severity));
  }
  EXPECT_EQ(documented, known);
}

TEST_F(DocsDiagnostics, TheDocumentsThatExamplesAreLaidOverHaveNoFindings) {
  ASSERT_EQ(sections.front().examples.size(), 3U);
  for (const Example& example : sections.front().examples) {
    EXPECT_EQ(dump(run(example)), dump({})) << example.text;
  }
}

TEST_F(DocsDiagnostics, EveryExampleHasTheFindingOfItsSection) {
  std::map<std::string, const Section*> by_heading;
  for (const Section& section : sections) by_heading[section.heading] = &section;
  for (const CodeDescription& description : codes()) {
    const auto section = by_heading.find(heading_of(description));
    ASSERT_NE(section, by_heading.end()) << "no section: " << description.name;
    EXPECT_FALSE(section->second->examples.empty()) << "no example: " << description.name;
    for (const Example& example : section->second->examples) expect_finding(example, description);
  }
}

/// The tests of the golden files hold each input to these findings.
TEST_F(DocsDiagnostics, EveryCodeOfTheGoldenFilesIsDocumented) {
  std::set<std::string> produced;
  static const std::regex code("SKM[0-9]+");
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(SKILLMATRIX_TEST_DATA) / "golden")) {
    if (!entry.is_regular_file()) continue;
    const std::string text = read_file(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) {
      produced.insert(at->str());
    }
  }
  EXPECT_FALSE(produced.empty());
  for (const Section& section : sections) produced.erase(section.heading.substr(0, 7));
  for (const std::string& undocumented : produced) ADD_FAILURE() << undocumented;
}

}  // namespace
}  // namespace skillmatrix::test
