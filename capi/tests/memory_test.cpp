// What happens when there is no memory: the k-th allocation fails, for every k, in every call.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <limits>
#include <new>

#include "handles.hpp"

namespace {

// The library allocates through these, too.
std::atomic<std::uint64_t> allocations_left = std::numeric_limits<std::uint64_t>::max();
std::atomic<std::int64_t> live_allocations = 0;

void* allocate(std::size_t size) {
  if (allocations_left.load() == 0) throw std::bad_alloc();
  --allocations_left;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  ++live_allocations;
  return memory;
}

void release(void* memory) noexcept {
  if (memory == nullptr) return;
  --live_allocations;
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return allocate(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }

namespace skillmatrix::capi_tests {
namespace {

constexpr const char* small = R"({
  "schema": "skillmatrix.framework/1", "id": "small", "version": "1", "default_locale": "en",
  "scales": [{"id": "s", "levels": [{"id": "low"}, {"id": "high"}]}],
  "skills": [{"id": "a skill whose id is long enough to need memory", "scale": "s"}],
  "roles": [{"id": "r", "ladder": "s"}],
  "expectations": [{"role": "r", "level": "high", "requirement": {"necessity": "required", "level": "low"},
                    "skill": "a skill whose id is long enough to need memory"}]
})";

/// Runs a call, which gives its status and leaves nothing behind, with less and less memory.
void expect_survival(const std::function<skm_status()>& call) {
  ASSERT_EQ(call(), SKM_OK) << "with all the memory there is";
  std::uint64_t failures = 0;
  for (std::uint64_t most = 0;; ++most) {
    const std::int64_t before = live_allocations;
    allocations_left = most;
    const skm_status status = call();
    const bool has_failed = allocations_left == 0 && status != SKM_OK;
    allocations_left = std::numeric_limits<std::uint64_t>::max();
    ASSERT_EQ(live_allocations, before) << "left behind after " << most << " allocations";
    if (!has_failed) {
      EXPECT_EQ(status, SKM_OK);
      break;
    }
    ASSERT_EQ(status, SKM_ERR_OUT_OF_MEMORY) << "after " << most << " allocations";
    ++failures;
  }
  EXPECT_GT(failures, 0U) << "nothing was allocated";
}

Framework& small_framework() {
  static Framework framework;
  if (static_cast<const skm_framework*>(framework) == nullptr) {
    EXPECT_EQ(skm_framework_parse(view(small), nullptr, framework.out(), nullptr), SKM_OK);
  }
  return framework;
}

TEST(Memory, BuildInfoSurvivesWithout) {
  expect_survival([] {
    Buffer json;
    Error error;
    return skm_build_info(json.out(), error.out());
  });
}

TEST(Memory, ReadingSurvivesWithout) {
  expect_survival([] {
    Framework framework;
    Error error;
    const skm_status status =
        skm_framework_parse(view(small), nullptr, framework.out(), error.out());
    EXPECT_EQ(static_cast<const skm_framework*>(framework) == nullptr, status != SKM_OK);
    return status;
  });
}

TEST(Memory, WritingSurvivesWithout) {
  expect_survival([] {
    Buffer json;
    Error error;
    return skm_framework_to_json(small_framework(), 0, json.out(), error.out());
  });
}

TEST(Memory, BuildingSurvivesWithout) {
  expect_survival([] {
    Matrix matrix;
    Error error;
    const skm_status status = skm_matrix_build(small_framework(), matrix.out(), error.out());
    EXPECT_EQ(static_cast<const skm_matrix*>(matrix) == nullptr, status != SKM_OK);
    return status;
  });
}

TEST(Memory, SavingAndOpeningSurviveWithout) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  const std::string path =
      (std::filesystem::temp_directory_path() / "skillmatrix_capi_memory_test.skm").string();
  expect_survival([&] {
    Error error;
    return skm_matrix_save(matrix, view(path), error.out());
  });
  expect_survival([&] {
    Matrix opened;
    Error error;
    return skm_matrix_open(view(path), opened.out(), error.out());
  });
  expect_survival([&] {
    Error error;
    Matrix opened;
    const skm_status status = skm_matrix_open(view(path), opened.out(), error.out());
    return status == SKM_OK ? skm_matrix_verify(opened, error.out()) : status;
  });
  std::filesystem::remove(path);
}

TEST(Memory, NegotiatingSurvivesWithout) {
  const skm_string_view tags[] = {view("de"), view("en")};
  const skm_locale_fallback fallback = {view("fr"), view("de")};
  skm_negotiation_options options = SKM_NEGOTIATION_OPTIONS_INIT;
  options.fallbacks = &fallback;
  options.fallback_count = 1;
  expect_survival([&] {
    skm_locale_link links[2];
    Error error;
    return skm_locale_negotiate(view("fr, en;q=0"), 2, tags, view("en"), &options, links,
                                error.out());
  });
  expect_survival([] {
    Buffer tag;
    Error error;
    return skm_locale_canonicalize(view("zh-hant-tw-u-nu-latn-x-some"), tag.out(), error.out());
  });
  expect_survival([] {
    skm_tag_problem problem = SKM_TAG_PROBLEM_INIT;
    const skm_status status =
        skm_locale_check(view("en-a-subtag-that-is-far-too-long-for-a-tag"), &problem);
    return status == SKM_ERR_INVALID_INPUT ? SKM_OK : status;
  });
}

TEST(Memory, MessagesSurviveWithout) {
  expect_survival([] {
    Messages messages;
    Error error;
    return skm_messages_built_in(messages.out(), error.out());
  });
  const skm_catalog catalog = {view(R"({"schema": "skillmatrix.messages/1", "locale": "en",
      "messages": {"host.people": "{count, plural, one {# person} other {# people}}"}})"),
                               view("a name that is long enough to need memory")};
  expect_survival([&] {
    Messages messages;
    Error error;
    return skm_messages_extend(nullptr, 1, &catalog, messages.out(), error.out());
  });
}

TEST(Memory, LanguagesSurviveWithout) {
  expect_survival([] {
    Language language;
    Error error;
    return skm_language_build(view("de-AT, en_US"), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(),
                              error.out());
  });
  Language language;
  ASSERT_EQ(skm_language_build(view("de, en_US"), nullptr, SKM_ISOLATES_AUTOMATIC, language.out(),
                               nullptr),
            SKM_OK);
  expect_survival([&] {
    Buffer text;
    Error error;
    const skm_message_argument argument = {view("role"), view("x"), 0, SKM_ARGUMENT_TEXT};
    return skm_language_message(language, view("missing"), 1, &argument, nullptr, text.out(),
                                error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_diagnostic(language, skm_language_diagnostics(language), 0, text.out(),
                                   error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_number(language, 1'234'567'890, text.out(), error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_percent(language, 5, 8, text.out(), error.out());
  });
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_date(language, 20260317, text.out(), error.out());
  });
  const skm_string_view items[] = {view("an item"), view("another one")};
  expect_survival([&] {
    Buffer text;
    Error error;
    return skm_language_list(language, 2, items, text.out(), error.out());
  });
}

TEST(Memory, ReadersAndPagesSurviveWithout) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Reader reader;
    Error error;
    return skm_reader_build(matrix, nullptr, nullptr, reader.out(), error.out());
  });
  Reader reader;
  ASSERT_EQ(skm_reader_build(matrix, nullptr, nullptr, reader.out(), nullptr), SKM_OK);
  for (const auto page : {skm_page_of_skill, skm_page_of_role}) {
    expect_survival([&] {
      Buffer json;
      Error error;
      return page(reader, 0, json.out(), error.out());
    });
  }
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_page_of_comparison(reader, 0, 0, json.out(), error.out());
  });
}

TEST(Memory, SearchSurvivesWithout) {
  Matrix matrix;
  ASSERT_EQ(skm_matrix_build(small_framework(), matrix.out(), nullptr), SKM_OK);
  for (const auto make : {skm_search_index_of, skm_search_index_build}) {
    expect_survival([&] {
      SearchIndex index;
      Error error;
      return make(matrix, index.out(), error.out());
    });
  }
  expect_survival([&] {
    Matrix both;
    Error error;
    return skm_search_index_embed(matrix, both.out(), error.out());
  });
  Matrix sample;
  SearchIndex index;
  Reader reader;
  build_sample(sample);
  read_in(reader, sample, "de");
  ASSERT_EQ(skm_search_index_build(sample, index.out(), nullptr), SKM_OK);
  expect_survival([&] {
    skm_served_text alias = {};
    std::uint32_t count = 0;
    const std::uint32_t skill = skm_matrix_find_skill(sample, view("transformers-nlp"));
    return skm_reader_skill_aliases(reader, skill, 1, &alias, &count);
  });
  expect_survival([&] {
    skm_search_hit hit = {};
    std::uint32_t count = 0;
    Error error;
    return skm_search_index_find(index, reader, view("lerning"), nullptr, 1, &hit, &count,
                                 error.out());
  });
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_search_index_to_json(index, reader, view("data"), nullptr, json.out(), error.out());
  });
}

TEST(Memory, CoverageSurvivesWithout) {
  const skm_string_view locale = view("de");
  skm_coverage_options options = SKM_COVERAGE_OPTIONS_INIT;
  options.locales = &locale;
  options.locale_count = 1;
  expect_survival([&] {
    Measured coverage;
    Error error;
    return skm_coverage_measure(small_framework(), &options, coverage.out(), error.out());
  });
  Measured coverage;
  ASSERT_EQ(skm_coverage_measure(small_framework(), &options, coverage.out(), nullptr), SKM_OK);
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_coverage_to_json(coverage, nullptr, view("small.json"), json.out(), error.out());
  });
  expect_survival([&] {
    Buffer json;
    Error error;
    return skm_coverage_source_texts(small_framework(), 1, &locale, 1, json.out(), error.out());
  });
  expect_survival([&] {
    Buffer hash;
    Error error;
    return skm_coverage_text_hash(view("some text"), hash.out(), error.out());
  });
}

}  // namespace
}  // namespace skillmatrix::capi_tests
