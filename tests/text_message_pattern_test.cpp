#include <gtest/gtest.h>

#include "text/message_pattern.hpp"

namespace skillmatrix::text {
namespace {

using Problem = PatternProblem::Kind;

std::vector<Problem> problems_of(std::string_view pattern) {
  std::vector<Problem> kinds;
  for (const PatternProblem& problem : parse_message_pattern(pattern).problems) {
    kinds.push_back(problem.kind);
  }
  return kinds;
}

using Problems = std::vector<Problem>;

/// The parts in a form that is short to compare with.
std::string shape(std::string_view pattern) {
  constexpr std::string_view names[] = {"text",    "arg",    "number", "#",        "plural",
                                        "ordinal", "select", "case",   "end-case", "end"};
  std::string shape;
  for (const PatternPart& part : parse_message_pattern(pattern).parts) {
    shape.append(shape.empty() ? "" : " ").append(names[static_cast<std::size_t>(part.kind)]);
    if (!part.text.empty()) shape.append("(").append(part.text).append(")");
    if (part.value != 0) shape.append("=").append(std::to_string(part.value));
  }
  return shape;
}

TEST(MessagePattern, TakesPatternsApart) {
  EXPECT_EQ(shape("Hello, {name}!"), "text(Hello, ) arg(name) text(!)");
  EXPECT_EQ(shape("{n, number}"), "number(n)");
  EXPECT_EQ(shape("{n, plural, offset:1 =5 {five} one {# x} other {#}}"),
            "plural(n)=1 case(=5)=5 text(five) end-case case(one) # text( x) end-case "
            "case(other) # end-case end");
  EXPECT_EQ(shape("{n, selectordinal, other {#.}} {w, select, a {} other {{w}}}"),
            "ordinal(n) case(other) # text(.) end-case end text( ) "
            "select(w) case(a) end-case case(other) arg(w) end-case end");
}

TEST(MessagePattern, OffsetsAreThoseOfTheUtf8) {
  const MessagePattern pattern = parse_message_pattern("é😀{name} ü {n, number}");
  ASSERT_EQ(pattern.parts.size(), 4U);
  EXPECT_EQ(pattern.parts[1].offset, 6U);
  EXPECT_EQ(pattern.parts[2].offset, 12U);
  EXPECT_EQ(pattern.parts[3].offset, 16U);
}

TEST(MessagePattern, AnApostropheIsItself) {
  EXPECT_EQ(shape("don't"), "text(don't)");
  EXPECT_EQ(shape("l''{name}"), "text(l') arg(name)");
  EXPECT_EQ(shape("a '{' and '}'"), "text(a { and })");
  EXPECT_EQ(shape("{n, plural, other {'#'# '{'}}"),
            "plural(n) case(other) text(#) # text( {) end-case end");
  EXPECT_EQ(problems_of("don't '{' l''{name} a'"), Problems{});
}

TEST(MessagePattern, TheApostropheTrap) {
  const MessagePattern pattern = parse_message_pattern("Passer à l'{level} d'un coup");
  ASSERT_EQ(pattern.problems.size(), 1U);
  EXPECT_EQ(pattern.problems[0].kind, Problem::apostrophe);
  EXPECT_EQ(pattern.problems[0].offset, 11U);
  EXPECT_EQ(pattern.problems[0].detail, "closed");
  EXPECT_EQ(pattern.problems[0].value, "{level} d");
  EXPECT_EQ(problems_of("l'{level}"), Problems{Problem::apostrophe});
  EXPECT_EQ(problems_of("'{''}'"), Problems{Problem::apostrophe});
}

TEST(MessagePattern, SyntaxProblems) {
  for (const std::string_view pattern :
       {"{", "{}", "{name", "{n, plural}", "{n, plural, one {#}}", "{n, select, a {x}}", "a } b",
        "{n, plural, one # other {x}}", "{n, plural, =x {a} other {b}}", "{na me}", "{n,}",
        "{n, plural, offset:x other {}}", "{w, select, 'a' {} other {x}}", "\xFF"}) {
    EXPECT_EQ(problems_of(pattern), Problems{Problem::syntax}) << pattern;
  }
}

TEST(MessagePattern, FormsThatMessagesDoNotHave) {
  for (const std::string_view pattern :
       {"{0}", "{d, date}", "{d, date, short}", "{t, time}", "{n, spellout}", "{n, ordinal}",
        "{n, duration}", "{n, choice, 0#none|1#one}", "{n, number, percent}",
        "{n, number, #,##0.0}", "{n, plural, =1.5 {x} other {y}}", "{n, mine}"}) {
    const MessagePattern parsed = parse_message_pattern(pattern);
    ASSERT_FALSE(parsed.problems.empty()) << pattern;
    EXPECT_EQ(parsed.problems[0].kind, Problem::unsupported) << pattern;
    EXPECT_TRUE(parsed.parts.empty()) << pattern;
  }
}

TEST(MessagePattern, DuplicateSelectors) {
  const Problems duplicate{Problem::duplicate_selector};
  EXPECT_EQ(problems_of("{n, plural, one {a} one {b} other {c}}"), duplicate);
  EXPECT_EQ(problems_of("{n, plural, =1 {a} =01 {b} other {c}}"), duplicate);
  EXPECT_EQ(problems_of("{w, select, a {a} a {b} other {c}}"), duplicate);
  EXPECT_EQ(problems_of("{n, plural, =1 {a} one {b} other {{n, plural, one {c} other {d}}}}"),
            Problems{});
}

TEST(MessagePattern, ANumberSignBelowASelectIsText) {
  EXPECT_EQ(problems_of("{n, plural, other {{w, select, other {# x}}}}"),
            Problems{Problem::syntax});
  EXPECT_EQ(problems_of("C# {w, select, other {F#}}"), Problems{});
}

TEST(MessagePattern, SlipsOfTheText) {
  EXPECT_EQ(problems_of(""), Problems{Problem::empty});
  EXPECT_EQ(problems_of(" \n"), Problems{Problem::empty});
  EXPECT_EQ(problems_of(" a"), Problems{Problem::space});
  EXPECT_EQ(problems_of("a\u00A0"), Problems{Problem::space});
  EXPECT_EQ(problems_of("e\u0301"), Problems{Problem::not_nfc});
  EXPECT_EQ(problems_of("a\u202Eb"), Problems{Problem::unsafe_character});
  EXPECT_EQ(problems_of("a\u0007b"), Problems{Problem::unsafe_character});
  EXPECT_EQ(problems_of("a\u2068b"), Problems{Problem::unsafe_character});
  EXPECT_EQ(problems_of("a\u2069b"), Problems{Problem::unsafe_character});
  EXPECT_EQ(problems_of("a\tb"), Problems{Problem::unsafe_character});
  EXPECT_EQ(problems_of("a\u00ADb"), Problems{Problem::unsafe_character});
  EXPECT_EQ(problems_of("a\nb"), Problems{});
  EXPECT_EQ(problems_of("{name}\u200Cها"), Problems{}) << "beside an argument";
  EXPECT_EQ(problems_of("\u2068{name}\u2069"), Problems{});
  EXPECT_EQ(problems_of("می\u200Cخواهم"), Problems{});
}

TEST(MessagePattern, SlipsOfTheTextHaveTheirPlace) {
  const auto first = [](std::string_view pattern) {
    return parse_message_pattern(pattern).problems.at(0);
  };
  EXPECT_EQ(first("abe\u0301").offset, 2U);
  EXPECT_EQ(first("ab\u202E").offset, 2U);
  EXPECT_EQ(first("ab\u202E").value, "U+202E");
  EXPECT_EQ(first("ab\u2068{name}").offset, 2U);
}

std::string nested(std::size_t depth) {
  std::string pattern;
  for (std::size_t level = 0; level < depth; ++level) pattern += "{a,select,other{";
  pattern += "x";
  for (std::size_t level = 0; level < depth; ++level) pattern += "}}";
  return pattern;
}

TEST(MessagePattern, DepthIsBounded) {
  EXPECT_EQ(problems_of(nested(deepest_pattern)), Problems{});
  for (const std::size_t depth :
       {deepest_pattern + 1, most_choices, most_choices + 1, std::size_t{900}}) {
    EXPECT_EQ(problems_of(nested(depth)), Problems{Problem::too_deep}) << depth;
    EXPECT_TRUE(parse_message_pattern(nested(depth)).parts.empty());
  }
  std::string hidden;  // Capitals, as ICU takes them; closing braces that are quoted.
  for (int level = 0; level < 800; ++level) hidden += "{a,SELECT,b{'}}'";
  EXPECT_EQ(problems_of(hidden), Problems{Problem::too_deep});
  EXPECT_EQ(problems_of("{n, plural, offset:1" + nested(40)), Problems{Problem::syntax});
}

TEST(MessagePattern, LengthIsBounded) {
  EXPECT_EQ(problems_of(std::string(longest_pattern, 'a')), Problems{});
  EXPECT_EQ(problems_of(std::string(longest_pattern + 1, '{')), Problems{Problem::too_long});
}

TEST(MessagePattern, WideAndHostileIsNoTrouble) {
  EXPECT_EQ(problems_of(std::string(longest_pattern, '{')).back(), Problem::syntax);
  EXPECT_EQ(problems_of(std::string(longest_pattern, '\'')), Problems{});
  EXPECT_EQ(problems_of(std::string(longest_pattern - 1, '\'') + "{").back(), Problem::apostrophe);
  std::string wide = "{a,select,";
  while (wide.size() < longest_pattern - 20) wide += "a{}";
  EXPECT_GT(problems_of(wide + "other{}}").size(), 5000U);
}

}  // namespace
}  // namespace skillmatrix::text
