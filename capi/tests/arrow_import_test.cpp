#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <thread>

#include "arrow_tables.hpp"
#include "company.hpp"

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* framework = R"({
  "schema": "skillmatrix.framework/1", "id": "f", "version": "1", "default_locale": "en",
  "scales": [{"id": "s", "levels": [{"id": "low"}, {"id": "high"}]},
             {"id": "t", "levels": [{"id": "high"}, {"id": "none"}, {"id": "low"}]}],
  "skills": [{"id": "cook", "scale": "s"}, {"id": "knit", "scale": "t"},
             {"id": "zither of a long id", "scale": "s"}],
  "roles": [{"id": "r", "ladder": "s"}]})";

/// What a roster says of everybody: "ann: cook 1, knit 3; r low".
std::vector<std::string> people_of(const skm_matrix* matrix, const skm_roster* roster) {
  std::vector<std::string> people;
  for (std::uint32_t person = 0; person < skm_roster_person_count(roster); ++person) {
    std::string line(text(skm_roster_person_id(roster, person)));
    std::vector<skm_holding> holdings(skm_roster_holding_count(roster, person));
    EXPECT_EQ(skm_roster_holdings(roster, person, static_cast<std::uint32_t>(holdings.size()),
                                  holdings.data()),
              SKM_OK);
    for (const skm_holding& each : holdings) {
      line += " " + std::string(text(skm_matrix_skill_id(matrix, each.skill))) + "=" +
              std::to_string(each.rank);
    }
    const std::uint32_t level = skm_roster_own_role_level(roster, person);
    if (level != SKM_NONE) {
      line +=
          " " + std::string(text(skm_matrix_role_id(matrix, skm_matrix_role_of(matrix, level))));
      line += "/" + std::string(text(skm_matrix_role_level_id(matrix, level)));
    }
    people.push_back(std::move(line));
  }
  return people;
}

using Lines = std::vector<std::string>;

class ArrowImportTest : public testing::Test {
 protected:
  void SetUp() override {
    build_matrix(framework, matrix);
    live_structs = 0;
  }
  void TearDown() override { EXPECT_EQ(live_structs, 0) << "something was not released"; }

  skm_status import(ArrowArrayStream ratings, std::optional<ArrowArrayStream> people = {}) {
    const skm_status status = skm_roster_import_arrow(matrix, &ratings, people ? &*people : nullptr,
                                                      nullptr, roster.out(), error.out());
    EXPECT_EQ(ratings.release, nullptr) << "it was not taken over";
    if (people) {
      EXPECT_EQ(people->release, nullptr) << "it was not taken over";
    }
    EXPECT_EQ(live_structs, 0) << "something was not released";
    EXPECT_EQ(roster.get() == nullptr, status != SKM_OK);
    return status;
  }

  /// What the roster of ratings says, or the message of the failure.
  Lines read(const ArrowArrayStream& ratings, std::optional<ArrowArrayStream> people = {}) {
    if (import(ratings, people) != SKM_OK) return {message()};
    return people_of(matrix, roster);
  }

  std::string message() const { return std::string(text(skm_error_message(error))); }

  Lines findings() const {
    Lines lines;
    const skm_diagnostics* const list = skm_roster_diagnostics(roster);
    for (std::uint64_t at = 0; at < skm_diagnostics_count(list); ++at) {
      skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
      EXPECT_EQ(skm_diagnostics_get(list, at, &finding), SKM_OK);
      lines.push_back(std::string(text(finding.name)) + " " + std::string(text(finding.pointer)) +
                      " " + std::string(text(finding.value)));
    }
    return lines;
  }

  Matrix matrix;
  Roster roster;
  Error error;
};

const Words people_column = {"ann", "bob", "ann", "cem", "bob"};
const Words skills_column = {"cook", "knit", "zither of a long id", "cook", "cook"};
const Words levels_column = {"low", "high", "high", std::nullopt, "none"};
const Lines expected = {"ann cook=1 zither of a long id=2", "bob cook=0 knit=1", "cem"};

std::vector<std::function<Given(const std::string&, const Words&)>> kinds_of_texts() {
  std::vector<std::function<Given(const std::string&, const Words&)>> kinds;
  for (const std::string format : {"u", "U", "vu"}) {
    kinds.emplace_back([=](auto& name, auto& column) { return words(name, column, format); });
    for (const std::string index : {"c", "C", "s", "S", "i", "I", "l", "L"}) {
      for (const bool has_null_text : {false, true}) {
        kinds.emplace_back([=](auto& name, auto& column) {
          return dictionary(name, column, index, format, has_null_text);
        });
      }
    }
  }
  return kinds;
}

TEST_F(ArrowImportTest, TextsOfEveryKindSayTheSame) {
  for (const auto& make : kinds_of_texts()) {
    const Given given = batch({make("rating", levels_column), make("person", people_column),
                               make("skill", skills_column)});
    EXPECT_EQ(read(stream_of(given)), expected) << given.children[0].format;
    EXPECT_EQ(findings(), Lines{});
  }
}

TEST_F(ArrowImportTest, WholeNumbersOfEveryKindSayTheSame) {
  for (const char* const format : {"c", "C", "s", "S", "i", "I", "l", "L"}) {
    const Given people = batch({words("person", {"ann", "bob", "cem"})});
    const Given ratings = batch({whole_numbers("person_index", format, {0, 1, 0, 2, 1}),
                                 whole_numbers("skill_index", format, {0, 1, 2, 0, 0}),
                                 whole_numbers("rating", format, {1, 1, 2, {}, 0})});
    EXPECT_EQ(read(stream_of(ratings), stream_of(people)), expected) << format;
    EXPECT_EQ(findings(), Lines{});
  }
}

/// A batch without its first rows, which stay in its columns.
Given sliced(Given given, std::size_t rows) {
  given.offset = static_cast<std::int64_t>(rows);
  given.length -= static_cast<std::int64_t>(rows);
  return given;
}

TEST_F(ArrowImportTest, SlicesAreRead) {
  const Words people = {"x", "y", "ann", "bob", "ann", "cem", "bob"};
  const Words skills = {{}, "y", "cook", "knit", "zither of a long id", "cook", "cook"};
  const Words levels = {"x", {}, "low", "high", "high", {}, "none"};
  for (const auto& make : kinds_of_texts()) {
    Given given = batch({make("person", people), make("skill", skills), make("rating", levels)});
    EXPECT_EQ(read(stream_of(sliced(given, 2))), expected);
    for (Given& column : given.children) {  // Of which the column has one, and the batch the other.
      column.offset = 1;
      column.length -= 1;
    }
    given.length -= 1;
    EXPECT_EQ(read(stream_of(sliced(given, 1))), expected);
  }
  const Given ranks = sliced(batch({words("person", people), words("skill", skills),
                                    whole_numbers("rating", "C", {9, 9, 1, 1, 2, 1, 2}),
                                    booleans("none", {0, 1, 0, {}, 0, 1, 1})}),
                             2);
  EXPECT_EQ(read(stream_of(ranks)),
            (Lines{"ann cook=1 zither of a long id=2", "bob cook=0 knit=1", "cem cook=0"}));
}

TEST_F(ArrowImportTest, BatchesHaveDictionariesOfTheirOwn) {
  const auto part = [](const Words& people, const Words& skills, const Words& levels) {
    return batch(
        {dictionary("person", people), dictionary("skill", skills), dictionary("rating", levels)});
  };
  const Given nothing = part({}, {}, {});
  EXPECT_EQ(
      read(stream_of({nothing, part({"ann", "bob"}, {"cook", "knit"}, {"low", "high"}), nothing,
                      part({"ann", "cem"}, {"zither of a long id", "cook"}, {"high", {}}),
                      part({"bob"}, {"cook"}, {"none"}), nothing})),
      expected);
  EXPECT_EQ(read(stream_of(nothing)), Lines{});
  EXPECT_EQ(read(stream_of(words("", {}))),
            Lines{"ratings: expected record batches (+s), not “u”"});
  Batches none;
  none.type = nothing;
  EXPECT_EQ(read(stream_of(none)), Lines{});
}

TEST_F(ArrowImportTest, NumbersMayBeInBatches) {
  const Given first =
      batch({words("person", {"ann", "bob"}), whole_numbers("skill_index", "I", {0, 1}),
             whole_numbers("rating", "C", {1, 1})});
  const Given second =
      batch({words("person", {"ann", "cem", "bob"}), whole_numbers("skill_index", "I", {2, 0, 0}),
             whole_numbers("rating", "C", {2, {}, 0})});
  EXPECT_EQ(read(stream_of({first, second})), expected);
}

TEST_F(ArrowImportTest, NumbersNeedNotBeAligned) {
  Given given = batch({words("person", {"ann", "bob"}), whole_numbers("skill_index", "I", {0, 1}),
                       whole_numbers("rating", "C", {1, 1})});
  ArrowArray array = array_of(given);
  Bytes shifted(1);
  const Bytes& bytes = *given.children[1].buffers[1];
  shifted.insert(shifted.end(), bytes.begin(), bytes.end());
  array.children[1]->buffers[1] = shifted.data() + 1;
  ArrowSchema schema = schema_of(given);
  ArrowArrayStream stream;
  ASSERT_EQ(skm_arrow_stream(&schema, &array, &stream, nullptr), SKM_OK);
  EXPECT_EQ(read(stream), (Lines{"ann cook=1", "bob knit=1"}));
}

TEST_F(ArrowImportTest, PeopleAreATableOfTheirOwn) {
  const Given ratings = batch({words("person", {"bob", "ann", "eve", "bob"}),
                               words("skill", {"cook", "cook", "cook", "knit"}),
                               words("rating", {"low", "high", "high", "low"})});
  const Words ids = {"cem", "ann", "bob", "dan"};
  const Words roles = {"r", "r", {}, ""};
  const Words levels = {"high", "low", "low", "low"};
  const Lines found = {"cem r/high", "ann cook=2 r/low", "bob cook=1 knit=3", "dan"};
  for (const auto& make : kinds_of_texts()) {
    EXPECT_EQ(
        read(stream_of(ratings),
             stream_of(batch({make("person", ids), make("role", roles), make("level", levels)}))),
        found);
    EXPECT_EQ(findings(), Lines{"unknown_person /ratings/person/2 eve"});
    EXPECT_EQ(skm_roster_rejected_ratings(roster), 1U);
  }
  EXPECT_EQ(read(stream_of(ratings),
                 stream_of(batch(
                     {words("person", ids), whole_numbers("role_level", "s", {1, 0, {}, {}})}))),
            found);
  EXPECT_EQ(read(stream_of(ratings), stream_of(batch({words("person", {})}))), Lines{});
  EXPECT_EQ(skm_roster_rejected_ratings(roster), 4U);
}

TEST_F(ArrowImportTest, BadRowsAreReportedInTheirTables) {
  const Given people =
      batch({words("person", {"ann", "", "ann", {}, "bob"}), words("role", {"r", {}, {}, {}, "q"}),
             words("level", {"middle", {}, {}, {}, {}})});
  const Given ratings =
      batch({words("person", {"ann", "ann", {}, "bob", "bob", "bob", "bob"}),
             dictionary("skill", {"cook", "cook", "cook", {}, "chess", "knit", "cook"}),
             words("rating", {"low", "high", "low", "low", "low", "middle", {}}),
             words("rank", {"1", "1", "1", "1", "1", "1", "1"})});
  EXPECT_EQ(read(stream_of(ratings), stream_of(people)), (Lines{"ann cook=1", "bob"}));
  EXPECT_EQ(
      findings(),
      (Lines{"duplicate_rating /ratings/skill/1 cook", "level_not_in_scale /people/level/0 middle",
             "empty_id /people/person/1 ", "duplicate_id /people/person/2 ann",
             "empty_id /people/person/3 ", "dangling_reference /ratings/skill/3 ",
             "dangling_reference /ratings/skill/4 chess",
             "level_not_in_scale /ratings/rating/5 middle", "dangling_reference /people/role/4 q",
             "csv_unused_column /ratings/rank rank"}));
  const Given numbers = batch({whole_numbers("person_index", "i", {0, 1, -1, {}, 0, 0}),
                               whole_numbers("skill_index", "l", {0, 0, 0, 0, -1, 3}),
                               whole_numbers("rating", "S", {2, 0, 0, 0, 0, 0})});
  EXPECT_EQ(
      read(stream_of(numbers),
           stream_of(batch({words("person", {"ann"}), whole_numbers("role_level", "i", {-1})}))),
      Lines{"ann cook=2"});
  EXPECT_EQ(skm_roster_rejected_ratings(roster), 5U);
  EXPECT_EQ(findings().size(), 6U);
  for (const std::string& line : findings()) {
    const bool is_in_table = line.find(" /ratings/person_index/") != std::string::npos ||
                             line.find(" /ratings/skill_index/") != std::string::npos ||
                             line.find(" /people/role_level/0") != std::string::npos;
    EXPECT_TRUE(is_in_table) << line;
  }
}

// Numbers of employees, 1 2 3, are no positions: each would get the ratings of somebody else.
TEST_F(ArrowImportTest, WholeNumbersAreNoIds) {
  const Given people = batch({words("person", {"1", "2", "3", "4"})});
  const Given skills = words("skill", {"cook", "cook", "cook"});
  const Given ratings = words("rating", {"low", "high", "low"});
  for (const char* const format : {"c", "C", "s", "S", "i", "I", "l", "L"}) {
    const Given numbers = whole_numbers("person", format, {1, 2, 3});
    const std::string refusal =
        "ratings, column “person”: its format is “" + std::string(format) +
        "”; whole numbers are no ids: cast ids to texts, or name a column of positions "
        "“person_index”";
    EXPECT_EQ(read(stream_of(batch({numbers, skills, ratings})), stream_of(people)),
              Lines{refusal});
    EXPECT_EQ(read(stream_of(batch({numbers, skills, ratings}))), Lines{refusal});
  }
  for (const auto& make : kinds_of_texts()) {
    EXPECT_EQ(read(stream_of(batch({make("person", {"1", "2", "3"}), skills, ratings})),
                   stream_of(people)),
              (Lines{"1 cook=1", "2 cook=2", "3 cook=1", "4"}));
  }
}

TEST_F(ArrowImportTest, NoneIsAColumnOrAWord) {
  const Words people = {"ann", "bob", "cem", "dan"};
  const Words skills = {"knit", "knit", "knit", "cook"};
  const Words levels = {"none", "low", {}, "none"};
  const auto with = [&](std::optional<Given> none) {
    std::vector<Given> columns = {words("person", people), words("skill", skills),
                                  dictionary("rating", levels)};
    if (none) columns.push_back(*none);
    return read(stream_of(batch(std::move(columns))));
  };
  EXPECT_EQ(with({}), (Lines{"ann knit=0", "bob knit=3", "cem", "dan cook=0"}));
  const Lines found = {"ann knit=2", "bob knit=0", "cem knit=0", "dan"};
  EXPECT_EQ(with(booleans("none", {0, 1, 1, {}})), found);
  EXPECT_EQ(findings(), Lines{"level_not_in_scale /ratings/rating/3 none"});
  for (const char* const format : {"c", "C", "L"}) {
    EXPECT_EQ(with(whole_numbers("none", format, {0, 1, 5, 0})), found);
  }
}

TEST_F(ArrowImportTest, ColumnsMayBeNullAltogether) {
  Given nothing;
  nothing.format = "n";
  nothing.name = "rating";
  nothing.length = 2;
  nothing.null_count = 2;
  Given none = nothing;
  none.name = "none";
  EXPECT_EQ(read(stream_of(batch(
                {words("person", {"ann", "bob"}), words("skill", {{}, "cook"}), nothing, none}))),
            (Lines{"ann", "bob"}));
  EXPECT_EQ(findings(), Lines{});
}

TEST_F(ArrowImportTest, OtherColumnsAreRefused) {
  struct Case {
    const char* message;
    std::vector<Given> columns;
    std::vector<Given> people = {};
    skm_status status = SKM_ERR_INVALID_ARGUMENT;
  };
  const Given person = words("person", {"ann"});
  const Given skill = words("skill", {"cook"});
  const Given rating = words("rating", {"low"});
  const auto renamed = [](Given given, const char* format) {
    given.format = format;
    return given;
  };
  Given of_numbers = dictionary("skill", {"cook"});
  of_numbers.dictionary.front().format = "g";
  Given nested = dictionary("skill", {"cook"});
  nested.dictionary.front() = dictionary("", {"cook"});
  nested.dictionary.front().format = "u";
  const std::string texts = "texts (u, U, vu, or a dictionary of these)";
  const std::string numbers = "whole numbers (c, C, s, S, i, I, l, L)";
  const std::vector<Case> cases = {
      {"ratings: there is no column “person”", {}},
      {"ratings: there is no column “skill”", {person}},
      {"ratings: there is no column “rating”", {person, skill}},
      {"ratings: the column “skill” is there twice", {person, skill, rating, skill}},
      {"ratings, column “person”: its format is “z”; expected T",
       {renamed(person, "z"), skill, rating}},
      {"ratings, column “skill”: its format is “+l”; expected T",
       {person, renamed(skill, "+l"), rating}},
      {"ratings, column “rating”: its format is “g”, float64; expected T, or N. pandas keeps "
       "numbers "
       "with gaps whole by astype(\"UInt8\")",
       {person, skill, renamed(rating, "g")}},
      {"ratings, column “none”: its format is “u”; expected booleans (b), or N",
       {person, skill, rating, words("none", {"yes"})}},
      {"ratings, column “skill”: its format is “c” with a dictionary of “g”; expected T",
       {person, of_numbers, rating}},
      {"ratings, column “skill”: its format is “c” with a dictionary of “u”; expected T",
       {person, nested, rating}},
      {"ratings: “person_index” has positions in the table of people, which is not given",
       {whole_numbers("person_index", "i", {0}), skill, rating}},
      {"ratings, column “skill”: its format is “i”; whole numbers are no ids: cast ids to texts, "
       "or "
       "name a column of positions “skill_index”",
       {person, whole_numbers("skill", "i", {0}), rating}},
      {"ratings, column “skill_index”: its format is “u”; expected N",
       {person, words("skill_index", {"0"}), rating}},
      {"ratings, column “skill_index”: its format is “c” with a dictionary of “u”; expected N",
       {person, dictionary("skill_index", {"0"}), rating}},
      {"ratings: “skill” and “skill_index” say the same in two ways; give one of them",
       {person, skill, whole_numbers("skill_index", "i", {0}), rating}},
      {"ratings: “person” and “person_index” say the same in two ways; give one of them",
       {person, whole_numbers("person_index", "i", {0}), skill, rating},
       {person}},
      {"people: there is no column “person”", {person, skill, rating}, {skill}},
      {"people, column “person”: its format is “i”; whole numbers are no ids: cast them to texts",
       {person, skill, rating},
       {whole_numbers("person", "i", {0})}},
      {"people, column “role_level”: its format is “u”; expected N",
       {person, skill, rating},
       {person, words("role_level", {"0"})}},
      {"people: “role_level” and “role” say the same in two ways; give one of them",
       {person, skill, rating},
       {person, words("role", {"r"}), whole_numbers("role_level", "I", {0})}},
      {"ratings, column “rating”: row 0 is no rank",
       {person, skill, whole_numbers("rating", "s", {256})},
       {},
       SKM_ERR_OUT_OF_RANGE},
      {"ratings, column “rating”: row 0 is no rank",
       {person, skill, whole_numbers("rating", "c", {-1})},
       {},
       SKM_ERR_OUT_OF_RANGE}};
  for (const Case& each : cases) {
    std::string message_expected = each.message;
    const auto fill_in = [&](const std::string& from, const std::string& to) {
      const std::size_t at = message_expected.rfind(from);
      if (at != std::string::npos) message_expected.replace(at, from.size(), to);
    };
    fill_in("or N", "or " + numbers);
    fill_in("expected N", "expected " + numbers);
    fill_in("expected T", "expected " + texts);
    std::optional<ArrowArrayStream> people;
    if (!each.people.empty()) people = stream_of(batch(each.people));
    EXPECT_EQ(import(stream_of(batch(each.columns)), people), each.status);
    EXPECT_EQ(message(), message_expected);
  }
}

TEST_F(ArrowImportTest, BrokenArraysAreRefused) {
  struct Case {
    const char* message;
    std::function<void(Given&)> damage;
    skm_status status = SKM_ERR_INVALID_ARGUMENT;
  };
  // Its columns: texts, texts of a dictionary, views, and numbers.
  const Given sound = batch({words("person", {"ann", "bob", "cem"}),
                             dictionary("skill", {"cook", "knit", "zither of a long id"}),
                             views("rating", {"low", "a level with a long id", "low"}),
                             whole_numbers("none", "i", {0, {}, 1})});
  ASSERT_EQ(read(stream_of(sound)).size(), 3U);
  const auto set = [](std::optional<Bytes>& buffer, std::size_t at, auto number) {
    std::memcpy(buffer->data() + at * sizeof(number), &number, sizeof(number));
  };
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::vector<Case> cases = {
      {"impossible numbers", [](Given& given) { given.length = -1; }},
      {"impossible numbers", [](Given& given) { given.offset = -1; }},
      {"impossible numbers", [](Given& given) { given.null_count = -2; }},
      {"impossible numbers", [](Given& given) { given.offset = most; }},
      {"impossible numbers", [](Given& given) { given.children[0].length = -3; }},
      {"impossible numbers", [](Given& given) { given.children[1].offset = most; }},
      {"impossible numbers", [](Given& given) { given.children[1].buffer_count = -1; }},
      {"too short", [](Given& given) { given.length = 4; }},
      {"too short", [](Given& given) { given.offset = 1; }},
      {"too many rows", [](Given& given) { given.length = most; }, SKM_ERR_OUT_OF_RANGE},
      {"too short", [](Given& given) { given.length = 1 << 30; }},
      {"too short", [](Given& given) { given.children[3].length = 2; }},
      {"not whole", [](Given& given) { given.has_no_children = true; }},
      {"not whole", [](Given& given) { given.child_count = -1; }},
      {"null as a whole",
       [](Given& given) {
         given.null_count = 1;
         given.buffers[0] = Bytes{0b101};
       }},
      {"null as a whole",
       [](Given& given) {
         given.null_count = -1;
         given.buffers[0] = Bytes{0b011};
       }},
      {"another number of buffers", [](Given& given) { given.buffer_count = 2; }},
      {"another number of buffers", [](Given& given) { given.has_no_buffers = true; }},
      {"another number of buffers", [](Given& given) { given.children[0].buffer_count = 2; }},
      {"another number of buffers", [](Given& given) { given.children[0].buffer_count = 4; }},
      {"another number of buffers", [](Given& given) { given.children[0].has_no_buffers = true; }},
      {"another number of buffers", [](Given& given) { given.children[1].buffer_count = 1; }},
      {"another number of buffers", [](Given& given) { given.children[2].buffer_count = 2; }},
      {"another number of buffers", [](Given& given) { given.children[3].buffer_count = 0; }},
      {"elements is missing", [](Given& given) { given.children[0].buffers[1].reset(); }},
      {"elements is missing", [](Given& given) { given.children[1].buffers[1].reset(); }},
      {"elements is missing", [](Given& given) { given.children[2].buffers[1].reset(); }},
      {"elements is missing", [](Given& given) { given.children[3].buffers[1].reset(); }},
      {"texts is missing", [](Given& given) { given.children[0].buffers[2].reset(); }},
      {"sizes of its buffers", [](Given& given) { given.children[2].buffers[4].reset(); }},
      {"nothing says which", [](Given& given) { given.children[3].buffers[0].reset(); }},
      {"row 1 has offsets that do not rise",
       [&](Given& given) { set(given.children[0].buffers[1], 2, std::int32_t{2}); },
       SKM_ERR_OUT_OF_RANGE},
      {"row 0 has offsets that do not rise",
       [&](Given& given) { set(given.children[0].buffers[1], 0, std::int32_t{-1}); },
       SKM_ERR_OUT_OF_RANGE},
      {"row 2 is not UTF-8",
       [&](Given& given) { set(given.children[0].buffers[2], 8, char{'\x80'}); }, SKM_ERR_ENCODING},
      {"row 1 is not UTF-8",  // A character over two texts.
       [&](Given& given) {
         set(given.children[0].buffers[2], 5, char{'\xc3'});
         set(given.children[0].buffers[2], 6, char{'\xa4'});
       },
       SKM_ERR_ENCODING},
      {"row 0 is not UTF-8",
       [&](Given& given) { set(given.children[2].buffers[1], 4, char{'\x80'}); }, SKM_ERR_ENCODING},
      {"row 1 is outside of its buffer",
       [&](Given& given) { set(given.children[2].buffers[1], 4, std::int32_t{1000}); },
       SKM_ERR_OUT_OF_RANGE},
      {"row 1 is outside of its buffer",
       [&](Given& given) { set(given.children[2].buffers[1], 4, std::int32_t{-1}); },
       SKM_ERR_OUT_OF_RANGE},
      {"row 1 is outside of its buffer",
       [&](Given& given) { set(given.children[2].buffers[1], 6, std::int32_t{2}); },
       SKM_ERR_OUT_OF_RANGE},
      {"row 1 is outside of its buffer",
       [&](Given& given) { set(given.children[2].buffers[1], 7, std::int32_t{-4}); },
       SKM_ERR_OUT_OF_RANGE},
      {"dictionary: its array has impossible numbers",
       [](Given& given) { given.children[1].dictionary[0].length = -1; }},
      {"row 2 is outside of its dictionary",
       [](Given& given) { given.children[1].dictionary[0].length = 2; }, SKM_ERR_OUT_OF_RANGE},
      {"row 1 is outside of its dictionary",
       [&](Given& given) { set(given.children[1].buffers[1], 1, char{-1}); }, SKM_ERR_OUT_OF_RANGE},
      {"dictionary: row 1 is not UTF-8",
       [&](Given& given) { set(given.children[1].dictionary[0].buffers[2], 5, char{'\x80'}); },
       SKM_ERR_ENCODING}};
  for (const Case& each : cases) {
    Given damaged = sound;
    each.damage(damaged);
    EXPECT_EQ(import(stream_of(damaged)), each.status) << each.message;
    EXPECT_NE(message().find(each.message), std::string::npos)
        << message() << " instead of " << each.message;
  }
}

TEST_F(ArrowImportTest, ArraysThatAreNotAsTheirTypeAreRefused) {
  const Given sound =
      batch({words("person", {"ann"}), dictionary("skill", {"cook"}), words("rating", {"low"})});
  const auto with = [&](const std::function<void(Given&)>& damage) {
    Batches batches;
    batches.type = sound;
    batches.batches = {sound};
    damage(batches.batches.front());
    return import(stream_of(std::move(batches)));
  };
  EXPECT_EQ(with([](Given&) {}), SKM_OK);
  EXPECT_EQ(with([](Given& given) { given.children.pop_back(); }), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(with([](Given& given) { given.has_no_children = true; }), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(with([](Given& given) { given.children[1].dictionary.clear(); }),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(message(), "ratings, column “skill”: its dictionary is missing");
  // Without rows there may be nothing.
  EXPECT_EQ(with([](Given& given) {
              given.length = 0;
              for (Given& column : given.children) {
                column.length = 0;
                for (auto& buffer : column.buffers) buffer.reset();
              }
            }),
            SKM_OK);
  for (const auto& damage : std::vector<std::function<void(Given&)>>{
           [](Given& given) { given.format = "+l"; }, [](Given& given) { given.child_count = -1; },
           [](Given& given) { given.has_no_children = true; }}) {
    Batches batches;
    batches.type = sound;
    damage(batches.type);
    EXPECT_EQ(import(stream_of(std::move(batches))), SKM_ERR_INVALID_ARGUMENT);
  }
}

TEST_F(ArrowImportTest, FailuresOfStreamsComeOut) {
  const Given sound =
      batch({words("person", {"ann"}), words("skill", {"cook"}), words("rating", {"low"})});
  const auto with = [&](int error_code, int schema_error, const char* text_of_error) {
    return stream_of(Batches{{sound}, sound, error_code, schema_error, text_of_error});
  };
  EXPECT_EQ(import(with(EIO, 0, "the disk is gone")), SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(message(), "ratings: the stream failed: the disk is gone");
  EXPECT_EQ(import(with(0, EINVAL, nullptr)), SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(message(), "ratings: the stream failed: error " + std::to_string(EINVAL));
  EXPECT_EQ(import(with(EIO, 0, "\xff")), SKM_ERR_INVALID_INPUT);
  EXPECT_EQ(import(stream_of(sound), with(ENOMEM, 0, nullptr)), SKM_ERR_OUT_OF_MEMORY);
}

TEST_F(ArrowImportTest, WhatGoesInIsTakenOver) {
  const Given sound =
      batch({words("person", {"ann"}), words("skill", {"cook"}), words("rating", {"low"})});
  ArrowArrayStream ratings = stream_of(sound);
  ArrowArrayStream people = stream_of(sound);
  EXPECT_EQ(skm_roster_import_arrow(nullptr, &ratings, &people, nullptr, roster.out(), nullptr),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(ratings.release, nullptr);
  EXPECT_EQ(people.release, nullptr);
  EXPECT_EQ(live_structs, 0);
  EXPECT_EQ(import(ratings), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(message(), "ratings is released already");
  EXPECT_EQ(import(stream_of(sound), people), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(message(), "people is released already");
  ratings = stream_of(sound);
  EXPECT_EQ(skm_roster_import_arrow(matrix, &ratings, nullptr, nullptr, nullptr, nullptr),
            SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(ratings.release, nullptr);
}

TEST_F(ArrowImportTest, StreamsOfABatch) {
  const Given sound = batch({dictionary("person", {"ann"}), words("skill", {"cook"})});
  ArrowSchema schema = schema_of(sound);
  ArrowArray array = array_of(sound);
  ArrowArrayStream stream{};
  ASSERT_EQ(skm_arrow_stream(&schema, &array, &stream, error.out()), SKM_OK);
  EXPECT_EQ(schema.release, nullptr);
  EXPECT_EQ(array.release, nullptr);
  ArrowSchema first{}, second{};
  ASSERT_EQ(stream.get_schema(&stream, &first), 0);
  ASSERT_EQ(stream.get_schema(&stream, &second), 0);
  ArrowArray batch_given{}, end{};
  ASSERT_EQ(stream.get_next(&stream, &batch_given), 0);
  ASSERT_EQ(stream.get_next(&stream, &end), 0);
  EXPECT_EQ(end.release, nullptr);
  stream.release(&stream);
  EXPECT_EQ(stream.release, nullptr);
  EXPECT_EQ(batch_given.n_children, 2);
  for (ArrowSchema* each : {&first, &second}) {
    ASSERT_EQ(each->n_children, 2);
    EXPECT_EQ(std::string(each->children[0]->name), "person");
    EXPECT_EQ(std::string(each->children[0]->dictionary->format), "u");
    ArrowSchema child = *each->children[1];  // Moved away, it stays.
    each->children[1]->release = nullptr;
    each->release(each);
    EXPECT_EQ(std::string(child.name), "skill");
    child.release(&child);
  }
  batch_given.release(&batch_given);
  EXPECT_EQ(live_structs, 0);

  schema = schema_of(sound);
  EXPECT_EQ(skm_arrow_stream(&schema, &array, &stream, error.out()), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(message(), "array is released already");
  EXPECT_EQ(schema.release, nullptr);
  Given broken = sound;
  broken.has_no_children = true;
  schema = schema_of(broken);
  array = array_of(sound);
  EXPECT_EQ(skm_arrow_stream(&schema, &array, &stream, error.out()), SKM_ERR_INVALID_ARGUMENT);
  EXPECT_EQ(message(), "schema is not whole");
  EXPECT_EQ(array.release, nullptr);
}

TEST_F(ArrowImportTest, ThreadsHaveStreamsOfTheirOwn) {
  const Given ratings = batch({dictionary("person", people_column), words("skill", skills_column),
                               words("rating", levels_column, "vu")});
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      ArrowArrayStream stream = stream_of(ratings);
      Roster built;
      EXPECT_EQ(skm_roster_import_arrow(matrix, &stream, nullptr, nullptr, built.out(), nullptr),
                SKM_OK);
      EXPECT_EQ(people_of(matrix, built), expected);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// Any company says the same through columns and through Arrow, however that has it.
TEST_F(ArrowImportTest, AgreesWithColumns) {
  const Company company(60);
  std::uint32_t dice = 7;
  const auto roll = [&dice](std::uint32_t sides) {
    dice = dice * 1664525U + 1013904223U;
    return (dice >> 8U) % sides;
  };
  struct Row {
    std::uint32_t person, skill, rank;
  };
  std::vector<Row> rows;
  std::vector<std::uint32_t> own;
  for (std::uint32_t person = 0; person < 60; ++person) {
    own.push_back(skm_roster_own_role_level(company.roster, person));
    for (std::uint32_t skill = 0; skill < skm_matrix_skill_count(company.matrix); ++skill) {
      const std::uint32_t rank = skm_roster_rank(company.roster, person, skill);
      if (rank != SKM_NONE) rows.push_back({person, skill, rank});
    }
  }
  for (std::size_t at = rows.size(); at > 1; --at) {
    std::swap(rows[at - 1], rows[roll(static_cast<std::uint32_t>(at))]);
  }
  const auto saved = [](const skm_roster* saved_roster) {
    const std::string path =
        (std::filesystem::temp_directory_path() / "skillmatrix_capi_arrow_test.skr").string();
    EXPECT_EQ(skm_roster_save(saved_roster, view(path), nullptr), SKM_OK);
    const std::string bytes = read_file(path);
    std::filesystem::remove(path);
    return bytes;
  };
  const std::string bytes = saved(company.roster);
  const auto kinds = kinds_of_texts();
  const char* const formats[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
  for (int repetition = 0; repetition < 30; ++repetition) {
    const auto person_kind =
        roll(2) != 0 ? kinds.size() : roll(static_cast<std::uint32_t>(kinds.size()));
    const auto skill_kind =
        roll(2) != 0 ? kinds.size() : roll(static_cast<std::uint32_t>(kinds.size()));
    const auto level_kind =
        roll(2) != 0 ? kinds.size() : roll(static_cast<std::uint32_t>(kinds.size()));
    const char* const format = formats[roll(8)];
    const char* const levels[] = {"none", "awareness", "working", "advanced", "expert"};
    std::vector<Given> batches;
    for (std::size_t begin = 0; begin < rows.size();) {
      const std::size_t left = rows.size() - begin;
      // Dictionaries have at most 128 texts, as their narrowest numbers need.
      const std::size_t size = std::min<std::size_t>(left, roll(120));
      const std::size_t before = std::min<std::size_t>(begin, roll(5));
      Words person_ids, skill_ids, level_ids;
      Ints people, skills, ranks;
      for (std::size_t at = begin - before; at < begin + size; ++at) {
        const auto [person, skill, rank] = rows[at];
        people.emplace_back(person);
        person_ids.emplace_back(text(skm_roster_person_id(company.roster, person)));
        skills.emplace_back(skill);
        skill_ids.emplace_back(text(skm_matrix_skill_id(company.matrix, skill)));
        ranks.emplace_back(rank);
        level_ids.emplace_back(levels[rank]);
      }
      const auto column = [&](const char* name, std::size_t kind, const Words& as_texts,
                              const Ints& as_numbers) {
        if (kind != kinds.size()) return kinds[kind](name, as_texts);
        const bool is_rank = std::string_view(name) == "rating";
        return whole_numbers(is_rank ? name : std::string(name) + "_index", format, as_numbers);
      };
      batches.push_back(sliced(batch({column("person", person_kind, person_ids, people),
                                      column("skill", skill_kind, skill_ids, skills),
                                      column("rating", level_kind, level_ids, ranks)}),
                               before));
      begin += size;
    }
    ArrowSchema schema{};
    ArrowArray array{};
    ArrowArrayStream people{};
    ASSERT_EQ(skm_roster_export_arrow(company.roster, &schema, &array, error.out()), SKM_OK);
    ASSERT_EQ(skm_arrow_stream(&schema, &array, &people, error.out()), SKM_OK);
    ArrowArrayStream ratings = stream_of(std::move(batches));
    ASSERT_EQ(skm_roster_import_arrow(company.matrix, &ratings, &people, nullptr, roster.out(),
                                      error.out()),
              SKM_OK)
        << message();
    EXPECT_EQ(findings(), Lines{});
    EXPECT_EQ(saved(roster), bytes);
  }
}

}  // namespace
}  // namespace skillmatrix::capi_tests
