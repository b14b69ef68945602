#include "skillmatrix/reader.h"

#include <gtest/gtest.h>

#include <thread>
#include <utility>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

skm_served_text serve(const Reader& reader, std::int32_t kind, std::uint32_t index) {
  skm_served_text served = {};
  EXPECT_EQ(skm_reader_text(reader, kind, index, &served), SKM_OK);
  return served;
}

/// One skill without a title, but with other names and a meaning of a level, in two languages.
constexpr const char* small = R"({
  "schema": "skillmatrix.framework/1", "id": "small", "version": "1", "default_locale": "en",
  "scales": [{"id": "s", "levels": [
    {"id": "low", "title": "Low", "label": "L"}, {"id": "high", "title": {"ar": "عال"}}]}],
  "skills": [{"id": "a", "scale": "s", "aliases": {"de": ["Eins", "Zwei"]},
              "levels": [{"level": "low", "description": "Knows A"}]},
             {"id": "b", "title": "B", "scale": "s"}],
  "roles": [{"id": "r", "ladder": "s", "levels": [{"level": "low"}]}],
  "expectations": [{"role": "r", "level": "low", "skill": "a", "description": "Does A",
                    "requirement": {"necessity": "required", "level": "low"}}]
})";

void build_small(Reader& reader, const char* languages) {
  Framework framework;
  Matrix matrix;
  Error error;
  ASSERT_EQ(skm_framework_parse(view(small), nullptr, framework.out(), error.out()), SKM_OK)
      << text(skm_error_message(error));
  ASSERT_EQ(skm_matrix_build(framework, matrix.out(), nullptr), SKM_OK);
  read_in(reader, matrix, languages);
}

TEST(Reader, ServesTheBestLanguageAndSaysWhy) {
  Matrix matrix;
  build_sample(matrix);
  const std::uint32_t skill = skm_matrix_find_skill(matrix, view("transformers-nlp"));
  Reader reader;
  read_in(reader, matrix, "de");
  skm_served_text title = serve(reader, SKM_TITLE_OF_SKILL, skill);
  EXPECT_EQ(text(title.value), "Transformer & NLP");
  EXPECT_EQ(text(title.tag), "de");
  EXPECT_EQ(title.direction, SKM_DIRECTION_LTR);
  EXPECT_EQ(title.source, SKM_TEXT_EXACT);
  EXPECT_EQ(text(serve(reader, SKM_TITLE_OF_FRAMEWORK, 0).value), "KI-Engineering");
  read_in(reader, matrix, "sw");
  title = serve(reader, SKM_TITLE_OF_SKILL, skill);
  EXPECT_EQ(text(title.tag), "en");
  EXPECT_EQ(title.source, SKM_TEXT_SOURCE_FALLBACK);
  matrix.out();  // Ended: the reader does not need the handle.
  EXPECT_EQ(text(serve(reader, SKM_TITLE_OF_SKILL, skill).value), text(title.value));
}

TEST(Reader, ServesAllTextsOfAKind) {
  Matrix matrix;
  build_sample(matrix);
  Reader reader;
  read_in(reader, matrix, "ja");
  EXPECT_EQ(skm_reader_text_count(reader, SKM_TITLE_OF_SKILL), skm_matrix_skill_count(matrix));
  EXPECT_EQ(skm_reader_text_count(reader, SKM_TITLE_OF_FRAMEWORK), 1U);
  EXPECT_EQ(skm_reader_text_count(reader, SKM_TITLE_OF_LEVEL), 0U);
  EXPECT_EQ(skm_reader_text_count(reader, -1), 0U);
  for (std::int32_t kind = 0; kind <= SKM_DESCRIPTION_OF_SCALE; ++kind) {
    const std::uint32_t count = skm_reader_text_count(reader, kind);
    ASSERT_GT(count, 0U) << kind;
    std::vector<skm_served_text> texts(count);
    ASSERT_EQ(skm_reader_texts(reader, kind, count, texts.data()), SKM_OK);
    for (std::uint32_t index = 0; index < count; ++index) {
      const skm_served_text one = serve(reader, kind, index);
      EXPECT_EQ(text(one.value), text(texts[index].value));
      EXPECT_EQ(one.source, texts[index].source);
    }
    EXPECT_EQ(skm_reader_texts(reader, kind, count - 1, texts.data()), SKM_ERR_OUT_OF_RANGE);
    EXPECT_EQ(skm_reader_text(reader, kind, count, texts.data()), SKM_ERR_OUT_OF_RANGE);
  }
}

TEST(Reader, KnowsLevelsCellsAndOtherNames) {
  Reader reader;
  build_small(reader, "de");
  skm_served_text served = {};
  EXPECT_EQ(skm_reader_level_text(reader, SKM_TITLE_OF_LEVEL, 0, 1, &served), SKM_OK);
  EXPECT_EQ(text(served.value), "Low");
  EXPECT_EQ(skm_reader_level_text(reader, SKM_LABEL_OF_LEVEL, 0, 1, &served), SKM_OK);
  EXPECT_EQ(text(served.value), "L");
  EXPECT_EQ(skm_reader_level_text(reader, SKM_TITLE_OF_LEVEL, 0, 2, &served), SKM_OK);
  EXPECT_EQ(served.direction, SKM_DIRECTION_RTL);
  EXPECT_EQ(served.source, SKM_TEXT_ANY_FALLBACK);
  EXPECT_EQ(skm_reader_level_text(reader, SKM_DESCRIPTION_OF_LEVEL, 0, 1, &served), SKM_OK);
  EXPECT_EQ(served.source, SKM_TEXT_MISSING);
  EXPECT_EQ(skm_reader_skill_level_description(reader, 0, 1, &served), SKM_OK);
  EXPECT_EQ(text(served.value), "Knows A");
  EXPECT_EQ(skm_reader_cell_description(reader, 0, 0, &served), SKM_OK);
  EXPECT_EQ(text(served.value), "Does A");
  EXPECT_EQ(skm_reader_cell_description(reader, 0, 1, &served), SKM_OK);
  EXPECT_EQ(served.value.size, 0U) << "nothing is expected";
  std::uint32_t count = 0;
  EXPECT_EQ(skm_reader_skill_aliases(reader, 0, 1, &served, &count), SKM_OK);
  EXPECT_EQ(count, 2U);
  EXPECT_EQ(text(served.value), "Eins");
  EXPECT_EQ(skm_reader_skill_aliases(reader, 1, 0, nullptr, &count), SKM_OK);
  EXPECT_EQ(count, 0U);
}

TEST(Reader, HasPlaceholdersForTitles) {
  Reader reader;
  build_small(reader, "de");
  const skm_served_text title = serve(reader, SKM_TITLE_OF_SKILL, 0);
  EXPECT_GT(title.value.size, 0U);
  EXPECT_EQ(text(title.tag), "de");
  EXPECT_EQ(title.source, SKM_TEXT_MISSING);
  EXPECT_EQ(serve(reader, SKM_SUMMARY_OF_SKILL, 0).value.size, 0U);
}

TEST(Reader, RefusesWhatIsNotThere) {
  Reader reader;
  build_small(reader, "de");
  skm_served_text served = {};
  for (const std::uint32_t rank : {0U, 3U, 257U}) {
    EXPECT_EQ(skm_reader_level_text(reader, SKM_TITLE_OF_LEVEL, 0, rank, &served),
              SKM_ERR_OUT_OF_RANGE);
    EXPECT_EQ(skm_reader_skill_level_description(reader, 0, rank, &served), SKM_ERR_OUT_OF_RANGE);
  }
  EXPECT_EQ(skm_reader_level_text(reader, SKM_TITLE_OF_LEVEL, 1, 1, &served), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_level_text(reader, SKM_TITLE_OF_SKILL, 0, 1, &served), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_cell_description(reader, 1, 0, &served), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_cell_description(reader, 0, 2, &served), SKM_ERR_OUT_OF_RANGE);
  std::uint32_t count = 0;
  EXPECT_EQ(skm_reader_skill_aliases(reader, 2, 0, nullptr, &count), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_skill_aliases(reader, 0, 1, nullptr, &count), SKM_ERR_INVALID_ARGUMENT);
}

TEST(Reader, NegotiatesOnce) {
  Matrix matrix;
  build_sample(matrix);
  Reader reader;
  ASSERT_EQ(skm_reader_build(matrix, nullptr, nullptr, reader.out(), nullptr), SKM_OK);
  skm_string_view tag = {};
  std::int32_t source = -1;
  ASSERT_EQ(skm_reader_tag(reader, 0, &tag, &source), SKM_OK);
  EXPECT_EQ(text(tag), "en") << "the default locale of the framework";
  EXPECT_EQ(source, SKM_TEXT_EXACT);
  EXPECT_EQ(skm_reader_tag(reader, skm_reader_tag_count(reader), &tag, &source),
            SKM_ERR_OUT_OF_RANGE);
  Language language;
  ASSERT_EQ(skm_language_build(view("eo"), nullptr, 0, language.out(), nullptr), SKM_OK);
  const skm_locale_fallback fallback = {view("eo"), view("de")};
  skm_negotiation_options options = SKM_NEGOTIATION_OPTIONS_INIT;
  options.fallbacks = &fallback;
  options.fallback_count = 1;
  ASSERT_EQ(skm_reader_build(matrix, language, &options, reader.out(), nullptr), SKM_OK);
  ASSERT_EQ(skm_reader_tag(reader, 0, &tag, &source), SKM_OK);
  EXPECT_EQ(text(tag), "de");
  EXPECT_EQ(source, SKM_TEXT_RELATED);
}

TEST(ReaderThreads, ShareOne) {
  Matrix matrix;
  build_sample(matrix);
  Reader reader;
  read_in(reader, matrix, "ar");
  const std::string expected(text(serve(reader, SKM_TITLE_OF_SKILL, 0).value));
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int times = 0; times < 100; ++times) {
        EXPECT_EQ(text(serve(reader, SKM_TITLE_OF_SKILL, 0).value), expected);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Reader, KnowsWhatARaiseAsksFor) {
  Reader reader;
  build_small(reader, "en");
  const auto asked = [&](std::uint32_t skill, std::uint32_t rank) {
    skm_served_text served = {};
    EXPECT_EQ(skm_reader_raise_description(reader, 0, skill, rank, &served), SKM_OK);
    return std::string(text(served.value));
  };
  EXPECT_EQ(asked(0, 1), "Does A") << "of the role level";
  EXPECT_EQ(asked(1, 1), "") << "nobody says";
  skm_served_text served = {};
  EXPECT_EQ(skm_reader_raise_description(reader, 1, 0, 1, &served), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_raise_description(reader, 0, 2, 1, &served), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_raise_description(reader, 0, 0, 3, &served), SKM_ERR_OUT_OF_RANGE);
  EXPECT_EQ(skm_reader_raise_description(reader, 0, 0, 0, &served), SKM_ERR_OUT_OF_RANGE);
}

}  // namespace
}  // namespace skillmatrix::capi_tests
