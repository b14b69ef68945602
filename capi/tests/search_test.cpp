#include "skillmatrix/search.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {
namespace {

class Search : public testing::Test {
 protected:
  void SetUp() override {
    build_sample(matrix);
    ASSERT_EQ(skm_search_index_build(matrix, index.out(), nullptr), SKM_OK);
  }

  /// What is found, and how: "skill 3 Python".
  std::vector<std::string> find(const skm_search_index* searched, const skm_reader* reader,
                                const char* query,
                                const skm_search_options* options = nullptr) const {
    std::vector<skm_search_hit> hits(100);
    std::uint32_t count = 0;
    Error error;
    EXPECT_EQ(skm_search_index_find(searched, reader, view(query), options, 100, hits.data(),
                                    &count, error.out()),
              SKM_OK);
    hits.resize(count);
    std::vector<std::string> told;
    for (const skm_search_hit& hit : hits) {
      told.push_back(std::to_string(hit.kind) + ' ' + std::to_string(hit.index) + ' ' +
                     std::string(text(hit.name)) + ' ' + std::string(text(hit.tag)));
    }
    return told;
  }

  skm_status fails(const skm_search_options& options) const {
    std::uint32_t count = 0;
    return skm_search_index_find(index, nullptr, view("data"), &options, 0, nullptr, &count,
                                 nullptr);
  }

  Matrix matrix;
  SearchIndex index;
};

TEST_F(Search, GivesTypedHits) {
  skm_search_hit hits[3] = {};
  std::uint32_t count = 0;
  ASSERT_EQ(
      skm_search_index_find(index, nullptr, view("pyhton"), nullptr, 3, hits, &count, nullptr),
      SKM_OK);
  ASSERT_GE(count, 1U);
  EXPECT_EQ(hits[0].kind, std::uint32_t{SKM_SEARCH_SKILLS});
  EXPECT_EQ(hits[0].index, skm_matrix_find_skill(matrix, view("python")));
  EXPECT_EQ(hits[0].match, SKM_MATCH_TYPING_ERRORS);
  EXPECT_EQ(hits[0].errors, 1U);
  EXPECT_EQ(hits[0].is_alias, 0);
  ASSERT_EQ(
      skm_search_index_find(index, nullptr, view("data"), nullptr, 0, nullptr, &count, nullptr),
      SKM_OK);
  EXPECT_GT(count, 1U) << "more than there is room for";
  ASSERT_EQ(skm_search_index_find(index, nullptr, {}, nullptr, 3, hits, &count, nullptr), SKM_OK);
  EXPECT_EQ(count, 0U);
}

TEST_F(Search, HasOptions) {
  skm_search_options options = SKM_SEARCH_OPTIONS_INIT;
  options.limit = 2;
  EXPECT_EQ(find(index, nullptr, "data", &options).size(), 2U);
  options = SKM_SEARCH_OPTIONS_INIT;
  options.kinds = SKM_SEARCH_CATEGORIES;
  EXPECT_EQ(find(index, nullptr, "machine", &options).front().substr(0, 2), "4 ");
  options.kinds = SKM_SEARCH_ROLES;
  EXPECT_EQ(find(index, nullptr, "data", &options).front().substr(0, 2), "2 ");
  options = SKM_SEARCH_OPTIONS_INIT;
  options.most_errors = SKM_SEARCH_NO_ERRORS;
  EXPECT_TRUE(find(index, nullptr, "pyhton", &options).empty());
  options.most_errors = 1;
  EXPECT_FALSE(find(index, nullptr, "pyhton", &options).empty());
}

TEST_F(Search, RefusesOptionsThatCannotBe) {
  skm_search_options options = SKM_SEARCH_OPTIONS_INIT;
  options.kinds = 8;
  EXPECT_EQ(fails(options), SKM_ERR_UNSUPPORTED_OPTION);
  options = SKM_SEARCH_OPTIONS_INIT;
  options.most_errors = 3;
  EXPECT_EQ(fails(options), SKM_ERR_UNSUPPORTED_OPTION);
  options = SKM_SEARCH_OPTIONS_INIT;
  options.unused = 1;
  EXPECT_EQ(fails(options), SKM_ERR_UNSUPPORTED_OPTION);
}

TEST_F(Search, TakesReadersOfItsMatrixOnly) {
  Matrix other;
  build_sample(other);
  Reader reader;
  read_in(reader, other, "de");
  std::uint32_t count = 0;
  EXPECT_EQ(
      skm_search_index_find(index, reader, view("data"), nullptr, 0, nullptr, &count, nullptr),
      SKM_ERR_OTHER_MATRIX);
  EXPECT_EQ(made(skm_search_index_to_json, index, reader, view("data"), nullptr),
            "SKM_ERR_OTHER_MATRIX");
  read_in(reader, matrix, "de");
  EXPECT_EQ(made(skm_search_index_to_json, index, reader, view("\xff"), nullptr),
            "SKM_ERR_ENCODING");
}

TEST_F(Search, PrefersTheLanguagesOfTheReader) {
  Reader german;
  read_in(german, matrix, "de");
  Reader english;
  read_in(english, matrix, "en-GB");
  const auto tag_of = [](const std::vector<std::string>& hits) {
    return hits.front().substr(hits.front().rfind(' ') + 1);
  };
  EXPECT_EQ(tag_of(find(index, german, "python")), "de");
  EXPECT_EQ(tag_of(find(index, english, "python")), "en");
}

TEST_F(Search, ComesWithTheFileOfItsMatrix) {
  Matrix both;
  Error error;
  ASSERT_EQ(skm_search_index_embed(matrix, both.out(), error.out()), SKM_OK);
  const std::string path =
      (std::filesystem::temp_directory_path() / "skillmatrix_capi_search_test.skm").string();
  ASSERT_EQ(skm_matrix_save(both, view(path), error.out()), SKM_OK);
  Matrix opened;
  ASSERT_EQ(skm_matrix_open(view(path), opened.out(), error.out()), SKM_OK);
  EXPECT_EQ(skm_matrix_verify(opened, error.out()), SKM_OK);
  SearchIndex stored;
  ASSERT_EQ(skm_search_index_of(opened, stored.out(), error.out()), SKM_OK);
  opened.out();  // Ended: the index does not need the handle.
  EXPECT_EQ(find(stored, nullptr, "data"), find(index, nullptr, "data"));
  std::filesystem::remove(path);
}

TEST_F(Search, ThreadsShareOne) {
  const auto expected = find(index, nullptr, "lerning");
  ASSERT_FALSE(expected.empty());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] { EXPECT_EQ(find(index, nullptr, "lerning"), expected); });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace skillmatrix::capi_tests
