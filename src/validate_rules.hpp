// What the rules of `validate` share: where a value is, what the ids mean, and the report.
//
// A rule is a function (Check&) that looks at one kind of mistake. Rules never recurse on data, and
// never assume that another rule has passed. To add one, write it in the file of its family and
// name it in the family's list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "findings.hpp"
#include "path.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/framework.hpp"
#include "skillmatrix/profile.hpp"
#include "skillmatrix/text.hpp"

namespace skillmatrix::rules {

using form::Path;

/// The JSON pointer of some steps: `pointer_of("skills", 3, "title")`.
template <class... Steps>
std::string pointer_of(const Steps&... steps);

/// Position in a list by id. If an id is there twice, its first position.
using Positions = std::unordered_map<std::string_view, std::size_t>;

/// A kind of thing that ids refer to; the words are those of messages.
enum class Kind : std::uint8_t { scale, category, skill, role };
std::string_view to_string(Kind kind);

/// The findings, put into the order of the document at the end.
class Report {
 public:
  explicit Report(std::size_t most) : findings_(most) {}

  void add(Code code, std::string pointer, std::string_view value = {},
           std::vector<std::pair<std::string, std::string>> arguments = {},
           std::string suggestion = {});
  void add(Diagnostic diagnostic) { findings_.add(std::move(diagnostic)); }
  std::vector<Diagnostic> take() &&;

 private:
  BoundedFindings<Diagnostic> findings_;
};

/// Suggestions are a courtesy. They are given until the comparison of letters has taken this many
/// steps, so that a document of nothing but slips takes no quadratic time.
class Suggestions {
 public:
  std::string suggest(std::string_view value, std::span<const std::string_view> candidates);

 private:
  std::size_t budget_ = std::size_t{1} << 28;
};

/// Whether the encoding of the strings is to be checked, or has been, as that of a text that was
/// read.
enum class Encoding : std::uint8_t { unchecked, checked };

/// A cell by numbers. Two numbers are equal if and only if the ids are; that of a role or skill
/// which is there is its position, and those of others follow behind the last.
struct CellNumbers {
  std::uint32_t role;
  std::uint32_t level;
  std::uint32_t skill;
};

/// A framework under check.
class Check {
 public:
  Check(const Framework& checked, std::size_t most_findings, Encoding encoding_of_strings);

  const Framework& framework;
  const Encoding encoding;
  Report report;

  [[nodiscard]] const Positions& positions(Kind kind) const;
  [[nodiscard]] const Scale* find_scale(std::string_view id) const;
  /// Of each expectation: ids are looked up once for all rules.
  [[nodiscard]] const std::vector<CellNumbers>& cells() const { return cells_; }
  /// The role of an expectation, and the scale that it climbs; nothing if it is not there.
  [[nodiscard]] const Role* role_of(std::size_t expectation) const;
  [[nodiscard]] const Scale* ladder_of(std::size_t expectation) const;
  /// The skill of an expectation, and the scale that it is rated on.
  [[nodiscard]] const Skill* skill_of(std::size_t expectation) const;
  [[nodiscard]] const Scale* scale_of(std::size_t expectation) const;
  [[nodiscard]] const Skill* find_skill(std::string_view id) const;
  /// The rank of a level in a scale of the framework.
  [[nodiscard]] std::optional<std::size_t> rank(const Scale& scale, std::string_view level) const;

  std::string suggest(Kind kind, std::string_view id);
  std::string suggest_level(const Scale& scale, std::string_view level);

  /// A number for a tag; equal for tags with the same canonical form.
  std::uint32_t locale(std::string_view tag);

 private:
  struct Ids {
    Positions positions;
    std::vector<std::string_view> candidates;
    std::unordered_map<std::string_view, std::string> suggested;
  };
  template <class T>
  void index(Kind kind, const std::vector<T>& things);
  [[nodiscard]] const Ids& ids(Kind kind) const { return ids_[static_cast<std::size_t>(kind)]; }

  void number_cells();

  Ids ids_[4];
  std::vector<CellNumbers> cells_;
  std::vector<const Scale*> ladders_;  ///< By position of the role.
  std::vector<const Scale*> scales_;   ///< By position of the skill.
  std::vector<Positions> levels_;      ///< By position of the scale.
  Suggestions suggestions_;
  std::unordered_map<std::string_view, std::uint32_t> locales_;
  std::unordered_map<std::string, std::uint32_t> canonical_locales_;
};

/// Calls `rule(check, thing, path)` for each thing of the list at the path `list`.
template <class T, class Rule>
void check_each(Check& check, const std::vector<T>& things, const Path& list, Rule rule) {
  for (std::size_t at = 0; at < things.size(); ++at) rule(check, things[at], Path(list, at));
}

/// Shortens a text for an argument of a message.
std::string shown(std::string_view text);

/// Findings about the characters of one text, but for U+0000, which has a code of its own.
std::vector<Diagnostic> unsafe_characters(std::string_view text, TextUse use, const Path& path);

/// What `validate` finds in a framework, up to a limit: errors first, and last how many more there
/// were.
std::vector<Diagnostic> check_framework(const Framework& framework, std::size_t most_findings,
                                        Encoding encoding);

/// What is wrong with a profile, whatever the framework.
void check_profile(const Profile& profile, Report& report);

// The families of rules.
void check_text(Check& check);        ///< Schema, UTF-8, characters and language tags.
void check_ids(Check& check);         ///< Empty, duplicate.
void check_references(Check& check);  ///< Dangling, twice.
void check_levels(Check& check);      ///< Scales and the levels that others name.
void check_cycles(Check& check);      ///< Of categories and prerequisites.
void check_names(Check& check);       ///< Names and labels that readers cannot tell apart.
void check_cells(Check& check);       ///< Expectations, one by one and together.

template <class... Steps>
std::string pointer_of(const Steps&... steps) {
  std::string pointer;
  const auto append = [&pointer](const auto& step) {
    if constexpr (std::is_integral_v<std::decay_t<decltype(step)>>) {
      pointer.append("/").append(std::to_string(step));
    } else {
      pointer += Path(Path(), std::string_view(step)).pointer();
    }
  };
  (append(steps), ...);
  return pointer;
}

}  // namespace skillmatrix::rules
