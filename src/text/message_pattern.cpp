#include "text/message_pattern.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "skillmatrix/text.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::text {
namespace {

using Part = PatternPart::Kind;
using Problem = PatternProblem::Kind;

std::string shortened(std::string_view text) { return to_well_formed(prefix(text, 60)); }

constexpr char32_t end_of_isolate = 0x2069;

/// Whether a message may have it all the same: line feeds lay it out, and a joiner beside an
/// argument may have its reason in what is put there.
bool is_fine_in_messages(const UnsafeCharacter& found) {
  return found.code_point == U'\n' || found.kind == UnsafeKind::joiner;
}

/// What can be said of the characters of a pattern without taking it apart.
class CharacterCheck {
 public:
  CharacterCheck(std::string_view pattern, std::vector<PatternProblem>& problems)
      : pattern_(pattern), problems_(problems) {}

  void check() {
    check_unsafe();
    check_space();
    if (const auto offset = first_not_nfc(pattern_)) {
      problems_.push_back({Problem::not_nfc, *offset, {}});
    }
  }

 private:
  void check_unsafe() {
    for (const UnsafeCharacter& found : find_unsafe(pattern_, TextUse::name)) {
      if (is_fine_in_messages(found)) continue;
      std::string_view detail;
      if (found.kind == UnsafeKind::unbalanced_isolate) {
        detail = found.code_point == end_of_isolate ? "closing_isolate" : "open_isolate";
      }
      problems_.push_back(
          {Problem::unsafe_character, found.offset, detail, notation(found.code_point)});
    }
  }

  void check_space() {
    if (is_blank(pattern_)) return problems_.push_back({Problem::empty, 0, {}});
    const std::u32string points = code_points(pattern_);
    if (is_space(points.front())) {
      problems_.push_back({Problem::space, 0, "beginning"});
    } else if (is_space(points.back())) {
      problems_.push_back({Problem::space, pattern_.size(), "end"});
    }
  }

  static bool is_space(char32_t point) { return u_isUWhiteSpace(static_cast<UChar32>(point)) != 0; }

  std::string_view pattern_;
  std::vector<PatternProblem>& problems_;
};

/// How often a word is there, in any case.
std::size_t count_word(std::string_view pattern, std::string_view word) {
  const auto is_same = [](char left, char right) { return (left | 0x20) == right; };
  std::size_t count = 0;
  for (auto at = pattern.begin();; ++count) {
    at = std::search(at, pattern.end(), word.begin(), word.end(), is_same);
    if (at == pattern.end()) return count;
    at += static_cast<std::ptrdiff_t>(word.size());
  }
}

/// ICU's parser calls itself only inside of these, so this bounds its depth.
bool has_too_many_choices(std::string_view pattern) {
  return count_word(pattern, "plural") + count_word(pattern, "select") +
             count_word(pattern, "choice") >
         most_choices;
}

/// Reads the parts that ICU finds into ours.
class PatternReader {
 public:
  PatternReader(std::string_view pattern, MessagePattern& result)
      : pattern_(pattern), result_(result) {}

  void read() {
    const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(pattern_.data(), static_cast<std::int32_t>(pattern_.size())));
    map_offsets(source);
    UErrorCode status = U_ZERO_ERROR;
    icu::MessagePattern parsed(UMSGPAT_APOS_DOUBLE_OPTIONAL, status);
    UParseError place{};
    parsed.parse(source, &place, status);
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    if (U_FAILURE(status)) return report_failure(status, place);
    const std::size_t known = result_.problems.size();
    for (std::int32_t at = 0; at < parsed.countParts(); ++at) read_part(parsed, at);
    if (is_unreadable(known)) result_.parts.clear();
  }

 private:
  /// A plural, selectordinal or select that is open.
  struct Choice {
    Part kind;
    std::unordered_set<std::string> selectors{};
  };

  bool is_unreadable(std::size_t known) const {
    return std::any_of(result_.problems.begin() + static_cast<std::ptrdiff_t>(known),
                       result_.problems.end(), [](const PatternProblem& problem) {
                         return problem.kind == Problem::unsupported ||
                                problem.kind == Problem::too_deep;
                       });
  }

  /// ICU counts in UTF-16.
  void map_offsets(const icu::UnicodeString& source) {
    offsets_.reserve(static_cast<std::size_t>(source.length()) + 1);
    std::size_t offset = 0;
    for (std::int32_t at = 0; at < source.length(); ++at) {
      offsets_.push_back(offset);
      const char16_t unit = source.charAt(at);
      if (U16_IS_LEAD(unit)) continue;  // The whole character is counted at its second half.
      offset += U16_IS_TRAIL(unit) ? 4 : U8_LENGTH(unit);
    }
    offsets_.push_back(offset);
  }

  std::size_t byte(std::int32_t at) const {
    return offsets_[static_cast<std::size_t>(
        std::clamp(at, 0, static_cast<std::int32_t>(offsets_.size()) - 1))];
  }

  std::string_view slice(const icu::MessagePattern::Part& part) const {
    return pattern_.substr(byte(part.getIndex()), byte(part.getLimit()) - byte(part.getIndex()));
  }

  void report(Problem kind, std::size_t offset, std::string_view detail,
              std::string_view value = {}) {
    result_.problems.push_back({kind, offset, detail, shortened(value)});
  }

  void report_failure(UErrorCode status, const UParseError& place) {
    const std::size_t offset = byte(place.offset);
    switch (status) {
      case U_DEFAULT_KEYWORD_MISSING:
        return report(Problem::syntax, offset, "missing_other");
      case U_UNMATCHED_BRACES:
        return report(Problem::syntax, offset, "open_brace");
      case U_INDEX_OUTOFBOUNDS_ERROR:
        return report(Problem::syntax, offset, "too_long");
      default:
        return report(Problem::syntax, offset, "unexpected", pattern_.substr(offset));
    }
  }

  void read_part(const icu::MessagePattern& parsed, std::int32_t at) {
    const icu::MessagePattern::Part& part = parsed.getPart(at);
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_MSG_START:
        return begin_text(part);
      case UMSGPAT_PART_TYPE_MSG_LIMIT:
        return end_text(part);
      case UMSGPAT_PART_TYPE_ARG_START:
        return begin_argument(part, parsed.getPart(at + 1));
      case UMSGPAT_PART_TYPE_ARG_LIMIT:
        return end_argument(part);
      case UMSGPAT_PART_TYPE_ARG_TYPE:
        return read_type(part);
      case UMSGPAT_PART_TYPE_ARG_STYLE:
        return report(Problem::unsupported, byte(part.getIndex()), "style", slice(part));
      case UMSGPAT_PART_TYPE_ARG_SELECTOR:
        return read_selector(part);
      case UMSGPAT_PART_TYPE_ARG_INT:
      case UMSGPAT_PART_TYPE_ARG_DOUBLE:
        return read_number(part, parsed.getNumericValue(part));
      default:
        return;  // Names are read with their argument, quotes and # with the text.
    }
  }

  void add(Part kind, std::string_view text, std::size_t offset) {
    result_.parts.push_back({kind, std::string(text), 0, offset});
  }

  void begin_text(const icu::MessagePattern::Part& part) {
    text_begin_ = byte(part.getLimit());
    if (part.getValue() == static_cast<std::int32_t>(deepest_pattern) + 1) {
      report(Problem::too_deep, text_begin_, {});
    }
  }

  void end_text(const icu::MessagePattern::Part& part) {
    const std::size_t end = byte(part.getIndex());
    read_text(end);
    if (!choices_.empty()) add(Part::end_of_case, {}, end);
    text_begin_ = byte(part.getLimit());
  }

  void begin_argument(const icu::MessagePattern::Part& part,
                      const icu::MessagePattern::Part& name) {
    const std::size_t offset = byte(part.getIndex());
    read_text(offset);
    if (name.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) {
      report(Problem::unsupported, offset, "number_as_name", slice(name));
    }
    switch (part.getArgType()) {
      case UMSGPAT_ARG_TYPE_NONE:
        return add(Part::argument, slice(name), offset);
      case UMSGPAT_ARG_TYPE_SIMPLE:
        return add(Part::number, slice(name), offset);  // Any other type is a problem.
      case UMSGPAT_ARG_TYPE_PLURAL:
        return begin_choice(Part::plural, slice(name), offset);
      case UMSGPAT_ARG_TYPE_SELECTORDINAL:
        return begin_choice(Part::ordinal, slice(name), offset);
      case UMSGPAT_ARG_TYPE_SELECT:
        return begin_choice(Part::select, slice(name), offset);
      default:
        return report(Problem::unsupported, offset, "type", "choice");
    }
  }

  void begin_choice(Part kind, std::string_view name, std::size_t offset) {
    choices_.push_back({kind});
    add(kind, name, offset);
  }

  void end_argument(const icu::MessagePattern::Part& part) {
    text_begin_ = byte(part.getLimit());
    const UMessagePatternArgType type = part.getArgType();
    const bool is_choice =
        UMSGPAT_ARG_TYPE_HAS_PLURAL_STYLE(type) || type == UMSGPAT_ARG_TYPE_SELECT;
    if (!is_choice) return;
    choices_.pop_back();
    add(Part::end, {}, byte(part.getIndex()));
  }

  void read_type(const icu::MessagePattern::Part& part) {
    if (slice(part) == "number") return;
    report(Problem::unsupported, byte(part.getIndex()), "type", slice(part));
  }

  void read_selector(const icu::MessagePattern::Part& part) {
    if (choices_.empty()) return;  // Of a 'choice', which is reported.
    const std::string_view selector = slice(part);
    const std::size_t offset = byte(part.getIndex());
    add(Part::selector, selector, offset);
    if (result_.parts.back().is_exact() && choices_.back().kind != Part::select) return;
    note_selector(std::string(selector), offset);
  }

  void note_selector(std::string selector, std::size_t offset) {
    if (choices_.back().selectors.insert(std::move(selector)).second) return;
    report(Problem::duplicate_selector, offset, {}, result_.parts.back().text);
  }

  /// The offset of a plural, or the number of "=N".
  void read_number(const icu::MessagePattern::Part& part, double value) {
    constexpr double largest = 9007199254740992.0;  // 2^53: whole numbers are exact up to there.
    if (choices_.empty()) return;
    if (!(std::abs(value) <= largest) || value != std::floor(value)) {
      return report(Problem::unsupported, byte(part.getIndex()), "number", slice(part));
    }
    PatternPart& owner = result_.parts.back();
    owner.value = static_cast<std::int64_t>(value);
    if (owner.kind != Part::selector) return;
    note_selector("=" + std::to_string(owner.value), owner.offset);  // =01 is =1.
  }

  bool is_in_plural() const { return !choices_.empty() && choices_.back().kind != Part::select; }

  /// Reads the text from the last part to `end`: its quotes, and #.
  void read_text(std::size_t end) {
    std::string literal;
    std::size_t begin = text_begin_;
    std::size_t at = begin;
    const auto flush = [&] {
      if (!literal.empty()) add(Part::literal, literal, begin);
      literal.clear();
      begin = at + 1;
    };
    while (at < end) {
      const char character = pattern_[at];
      if (character == '\'') {
        at = read_apostrophe(at, end, literal);
        continue;
      }
      if (character == '#' && is_in_plural()) {
        flush();
        add(Part::number_sign, {}, at);
      } else {
        check_character(character, at);
        literal += character;
      }
      ++at;
    }
    flush();
  }

  void check_character(char character, std::size_t at) {
    if (character == '}') {
      report(Problem::syntax, at, "closing_brace");
    } else if (character == '#' && is_below_plural()) {
      report(Problem::syntax, at, "number_sign");
    }
  }

  bool is_below_plural() const {
    return std::any_of(choices_.begin(), choices_.end(),
                       [](const Choice& choice) { return choice.kind != Part::select; });
  }

  /// Reads an apostrophe, and what it quotes, by the rules of ICU: two are one, one before a brace
  /// (or # in a plural) quotes up to the next one, any other is itself. Returns where to go on.
  std::size_t read_apostrophe(std::size_t at, std::size_t end, std::string& literal) {
    const char next = at + 1 < end ? pattern_[at + 1] : '\0';
    if (next == '\'') {
      literal += '\'';
      return at + 2;
    }
    const bool quotes = next == '{' || next == '}' || (next == '#' && is_in_plural());
    if (!quotes) {
      literal += '\'';
      return at + 1;
    }
    const std::size_t begin = literal.size();
    std::size_t from = at + 1;
    for (;;) {
      const std::size_t close = std::min(pattern_.find('\'', from), end);
      literal += pattern_.substr(from, close - from);
      const bool is_doubled = close + 1 < end && pattern_[close + 1] == '\'';
      from = std::min(close + (is_doubled ? 2 : 1), end);
      if (is_doubled) {
        literal += '\'';
        continue;
      }
      check_quote(at, close < end, std::string_view(literal).substr(begin));
      return from;
    }
  }

  /// One character of the syntax may be quoted. More is an apostrophe that was meant as one:
  /// "l'{name}" shows the braces and not the name.
  void check_quote(std::size_t at, bool is_closed, std::string_view text) {
    if (is_closed && text.size() == 1) return;
    report(Problem::apostrophe, at, is_closed ? "closed" : "unclosed", text);
  }

  std::string_view pattern_;
  MessagePattern& result_;
  std::vector<std::size_t> offsets_;  ///< In bytes, by those in UTF-16.
  std::vector<Choice> choices_;
  std::size_t text_begin_ = 0;
};

}  // namespace

MessagePattern parse_message_pattern(std::string_view pattern) {
  MessagePattern result;
  if (pattern.size() > longest_pattern) {
    result.problems.push_back({Problem::too_long, longest_pattern, {}});
    return result;
  }
  if (const std::optional<std::size_t> bad = first_ill_formed(pattern)) {
    result.problems.push_back({Problem::syntax, *bad, "ill_formed_utf8"});
    return result;
  }
  CharacterCheck(pattern, result.problems).check();
  if (has_too_many_choices(pattern)) {
    result.problems.push_back({Problem::too_deep, 0, {}});
  } else {
    PatternReader(pattern, result).read();
  }
  const auto earlier = [](const PatternProblem& left, const PatternProblem& right) {
    return left.offset < right.offset;
  };
  std::stable_sort(result.problems.begin(), result.problems.end(), earlier);
  return result;
}

}  // namespace skillmatrix::text
