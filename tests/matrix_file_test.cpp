// Matrices in files: saved, mapped, damaged.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "block.hpp"
#include "generated.hpp"
#include "golden.hpp"
#include "matrix_sections.hpp"
#include "matrix_walk.hpp"
#include "search_data.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/matrix.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

namespace fs = std::filesystem;

/// A folder that goes when the test does.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("skillmatrix-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  [[nodiscard]] std::string operator/(const char* name) const { return path_ / name; }
  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  fs::path path_;
};

Matrix compile(const Framework& framework) {
  auto result = Matrix::build(framework);
  EXPECT_TRUE(result) << result.diagnostics.size();
  return *std::move(result);
}

Framework sample() {
  return *read_framework(
      test::read_file(fs::path(SKILLMATRIX_EXAMPLES_DATA) / "ai-engineering.json"));
}

/// One of everything that a row can be, and little of each.
Framework one_of_each() {
  Framework framework = small::framework();
  framework.fallbacks["gsw"] = {"de", "fr"};
  framework.skills[0].aliases = {{"en", {"first", "second"}}, {"ar", {"\u0639"}}};
  framework.skills[1].title.translations["ar"] = {"C++", Direction::ltr};
  framework.skills[1].updated = parse_date("2026-03-17");
  return framework;
}

/// The same with names of every sort, some of which begin alike so often that answers are kept.
Framework one_of_each_name() {
  Framework framework = one_of_each();
  Aliases& names = framework.skills[1].aliases;
  for (int at = 0; at < 18; ++at) {
    names["en"].push_back("Alpha " + std::to_string(at));
    names["ar"].push_back("Alpha beta " + std::to_string(at));
  }
  framework.skills[0].title.translations["zh"].value = "机器学习";
  framework.roles[0].title.translations["zh"].value = "学习机器";
  return framework;
}

std::vector<std::byte> bytes_of(const Matrix& matrix) {
  return {matrix.bytes().begin(), matrix.bytes().end()};
}

std::string problem_of(const std::vector<Diagnostic>& findings) {
  if (findings.empty()) return {};
  EXPECT_FALSE(findings[0].message().empty());
  std::string told(describe(findings[0].code).name);
  for (const auto& [name, value] : findings[0].arguments) {
    if (name == "detail") told += ' ' + value;
  }
  return told;
}

TEST(MatrixFile, TellsTheSameAsTheMatrixThatWasBuilt) {
  const Folder folder;
  Framework empty;
  empty.id = "empty";
  empty.version = "1";
  for (const Framework& framework : {sample(), one_of_each(), empty}) {
    const Matrix built = compile(framework);
    const std::string path = folder / "matrix.skm";
    EXPECT_EQ(problem_of(built.save(path)), "");
    const auto opened = Matrix::open(path);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened.diagnostics.empty());
    EXPECT_EQ(problem_of(opened->verify()), "");
    EXPECT_EQ(test::tell_all(*opened, "de"), test::tell_all(built, "de"));
    EXPECT_TRUE(std::ranges::equal(opened->bytes(), built.bytes()));
  }
  EXPECT_EQ(folder.file_count(), 1U) << "nothing is left beside the file";
}

TEST(MatrixFile, EveryBuiltMatrixIsInOrder) {
  generated::Dice dice(6001);
  for (int round = 0; round < 60; ++round) {
    const generated::Shape shape{.skills = dice.below(40), .roles = dice.below(8)};
    const Matrix matrix = compile(generated::make_framework(dice, shape));
    EXPECT_EQ(problem_of(matrix.verify()), "") << round;
  }
  const Matrix document = compile(sample());
  EXPECT_EQ(problem_of(document.verify()), "");
}

TEST(MatrixFile, TheOrderOfTheDocumentLeavesNoTrace) {
  generated::Dice dice(6002);
  Framework framework = sample();
  const std::vector<std::byte> bytes = bytes_of(compile(framework));
  for (int round = 0; round < 3; ++round) {
    dice.shuffle(framework.scales);
    dice.shuffle(framework.categories);
    dice.shuffle(framework.skills);
    dice.shuffle(framework.roles);
    dice.shuffle(framework.expectations);
    EXPECT_EQ(bytes_of(compile(framework)), bytes);
  }
}

TEST(MatrixFile, CopiesShareTheBytesAndOutliveTheOriginal) {
  auto original = std::make_optional(compile(one_of_each()));
  const std::string told = test::tell_all(*original, "en");
  const Matrix copy = *original;
  EXPECT_EQ(copy.bytes().data(), original->bytes().data());
  original.reset();
  EXPECT_EQ(test::tell_all(copy, "en"), told);
}

TEST(MatrixFile, AReplacedFileStaysForThoseWhoHaveItOpen) {
  const Folder folder;
  const std::string path = folder / "matrix.skm";
  ASSERT_EQ(problem_of(compile(sample()).save(path)), "");
  const auto before = Matrix::open(path);
  ASSERT_TRUE(before);
  const std::string told = test::tell_all(*before, "en");
  ASSERT_EQ(problem_of(compile(one_of_each()).save(path)), "");
  EXPECT_EQ(test::tell_all(*before, "en"), told);
  EXPECT_EQ(Matrix::open(path)->id(), one_of_each().id);
}

TEST(MatrixFile, SaysWhyAFileCannotBeOpened) {
  const Folder folder;
  EXPECT_EQ(problem_of(Matrix::open(folder / "nothing").diagnostics), "unreadable_file not_found");
  EXPECT_EQ(problem_of(Matrix::open(folder / ".").diagnostics), "unreadable_file directory");
  std::ofstream(folder / "empty").close();
  EXPECT_EQ(problem_of(Matrix::open(folder / "empty").diagnostics), "unknown_format");
  std::ofstream(folder / "json") << std::string(100, '{');
  EXPECT_EQ(problem_of(Matrix::open(folder / "json").diagnostics), "unknown_format");
  const auto json = Matrix::open(folder / "json");
  EXPECT_EQ(json.diagnostics[0].value, folder / "json");
  EXPECT_EQ(json.diagnostics[0].message(),
            "the file “" + folder / "json" + "” is JSON; read it in place of opening it");
  const auto missing = Matrix::open(folder / "nothing");
  EXPECT_EQ(missing.diagnostics[0].value, folder / "nothing");
}

TEST(MatrixFile, AFileThatCannotBeWrittenIsLeftAsItWas) {
  const Folder folder;
  const Matrix matrix = compile(one_of_each());
  EXPECT_EQ(problem_of(matrix.save(folder / "no/such/folder")), "unwritable_file not_found");
  fs::create_directory(folder / "taken");
  std::ofstream(folder / "taken/file").close();
  EXPECT_EQ(problem_of(matrix.save(folder / "taken")), "unwritable_file directory");
  EXPECT_EQ(folder.file_count(), 1U);
}

TEST(MatrixFile, EveryFlippedByteIsFound) {
  const std::vector<std::byte> good = bytes_of(compile(one_of_each()));
  std::vector<std::byte> bad = good;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
      bad[at] = good[at] ^ static_cast<std::byte>(flip);
      const auto opened = Matrix::open(bad);
      ASSERT_TRUE(!opened || !opened->verify().empty()) << "byte " << at;
    }
    bad[at] = good[at];
  }
}

TEST(MatrixFile, EveryCutFileIsFound) {
  const std::vector<std::byte> good = bytes_of(compile(one_of_each()));
  for (std::size_t size = 0; size < good.size(); ++size) {
    const auto opened = Matrix::open(std::span(good).first(size));
    ASSERT_FALSE(opened);
    ASSERT_EQ(opened.diagnostics.size(), 1U);
  }
}

/// Somebody who changes a file can give it the right checksums, too. What `verify` then finds
/// nothing wrong with must still be safe to ask anything.
TEST(MatrixFile, WhatIsVerifiedIsSafeWhateverItSays) {
  const std::vector<std::byte> good = bytes_of(compile(one_of_each()));
  std::vector<std::byte> bad = good;
  std::size_t refused = 0;
  for (std::size_t at = sizeof(BlockHeader); at < good.size(); ++at) {
    bad[at] = good[at] ^ (at % 2 == 0 ? std::byte{0x01} : std::byte{0xFF});
    seal(bad);
    const auto opened = Matrix::open(bad);
    if (opened && opened->verify().empty()) {
      EXPECT_FALSE(test::tell_all(*opened, "en").empty());
    } else {
      ++refused;
    }
    bad = good;
  }
  EXPECT_GT(refused, good.size() / 2);
}

/// The table of a block.
std::span<BlockSection> sections_of(std::vector<std::byte>& bytes) {
  const auto& header = *reinterpret_cast<BlockHeader*>(bytes.data());
  return {reinterpret_cast<BlockSection*>(bytes.data() + sizeof header), header.section_count};
}

/// The first section of the search index of a block.
const BlockSection& first_of_search(std::vector<std::byte>& bytes) {
  return *std::ranges::find(sections_of(bytes), matrix_section::search_made_with,
                            &BlockSection::id);
}

/// Whether the index of the matrix is in its block, not built.
bool has_index(const Matrix& matrix) {
  return SearchIndex::of(matrix).memory_bytes() < SearchIndex::build(matrix).memory_bytes();
}

TEST(MatrixFile, CanHaveTheSearchIndex) {
  const Folder folder;
  Framework empty;
  empty.id = "empty";
  empty.version = "1";
  for (const Framework& framework : {sample(), one_of_each_name(), empty}) {
    const Matrix without = compile(framework);
    const Matrix matrix = SearchIndex::with_index(without);
    EXPECT_FALSE(has_index(without));
    EXPECT_EQ(problem_of(matrix.verify()), "");
    ASSERT_EQ(problem_of(matrix.save(folder / "matrix.skm")), "");
    const auto opened = Matrix::open(folder / "matrix.skm");
    ASSERT_TRUE(opened);
    EXPECT_EQ(problem_of(opened->verify()), "");
    EXPECT_TRUE(has_index(*opened));
    EXPECT_EQ(test::tell_all(*opened, "de"), test::tell_all(without, "de"));
    EXPECT_EQ(bytes_of(SearchIndex::with_index(*opened)), bytes_of(matrix)) << "it has one already";
  }
}

TEST(MatrixFile, EverySearchIndexIsInOrder) {
  generated::Dice dice(6003);
  for (int round = 0; round < 40; ++round) {
    const generated::Shape shape{.skills = dice.below(40), .roles = dice.below(8)};
    const Matrix matrix = compile(generated::make_framework(dice, shape));
    EXPECT_EQ(problem_of(SearchIndex::with_index(matrix).verify()), "") << round;
  }
}

/// Names are folded and cut as the data of Unicode says: with other data, the index is another.
TEST(MatrixFile, ASearchIndexOfOtherVersionsIsNotUsed) {
  const Matrix matrix = SearchIndex::with_index(compile(one_of_each_name()));
  std::vector<std::byte> bytes = bytes_of(matrix);
  const BlockSection& made_with = first_of_search(bytes);
  bytes[made_with.offset + made_with.count - 1] ^= std::byte{1};
  seal(bytes);
  const auto opened = Matrix::open(bytes);
  ASSERT_TRUE(opened);
  EXPECT_EQ(problem_of(opened->verify()), "");
  EXPECT_FALSE(has_index(*opened));
  EXPECT_EQ(test::tell_all(*opened, "en"), test::tell_all(matrix, "en"));
  EXPECT_EQ(bytes_of(SearchIndex::with_index(*opened)), bytes_of(matrix)) << "it is replaced";
}

TEST(MatrixFile, EveryFlippedByteOfASearchIndexIsFound) {
  const std::vector<std::byte> good =
      bytes_of(SearchIndex::with_index(compile(one_of_each_name())));
  std::vector<std::byte> bad = good;
  for (std::size_t at = first_of_search(bad).offset; at < good.size(); ++at) {
    bad[at] ^= std::byte{0x80};
    const auto opened = Matrix::open(bad);
    ASSERT_TRUE(opened);
    ASSERT_FALSE(opened->verify().empty()) << "byte " << at;
    bad[at] = good[at];
  }
}

/// With the right checksums, too.
TEST(MatrixFile, ASearchIndexThatIsVerifiedIsSafeWhateverItSays) {
  const Matrix matrix = SearchIndex::with_index(compile(one_of_each_name()));
  const std::vector<std::byte> good = bytes_of(matrix);
  std::vector<std::byte> bad = good;
  std::size_t refused = 0;
  std::size_t used = 0;
  const std::size_t first = first_of_search(bad).offset;
  for (std::size_t at = first; at < good.size(); ++at) {
    for (const unsigned flip : {0x01U, 0x82U}) {
      bad[at] = good[at] ^ static_cast<std::byte>(flip);
      seal(bad);
      const auto opened = Matrix::open(bad);
      ASSERT_TRUE(opened);
      if (opened->verify().empty()) {
        ++used;
        EXPECT_FALSE(test::tell_found(test::reading(*opened, "en")).empty());
      } else {
        ++refused;
      }
      bad = good;
    }
  }
  EXPECT_GT(refused, used / 4);
  EXPECT_GT(used, 0U);
}

/// Every number of every section, so that no check is forgotten: only what is never taken for a
/// number may be the greatest there is, and that where it stays in order.
TEST(MatrixFile, ASearchIndexWithNumbersThatAreTooGreatIsRefused) {
  const std::vector<std::byte> good =
      bytes_of(SearchIndex::with_index(compile(one_of_each_name())));
  std::vector<std::byte> bad = good;
  std::set<std::uint32_t> accepted;
  for (std::size_t at = 0; at < sections_of(bad).size(); ++at) {
    const BlockSection section = sections_of(bad)[at];
    if (section.id < matrix_section::search_first) continue;
    for (std::uint64_t byte = 0; byte < section.count * section.item_bytes; byte += 4) {
      const auto place = bad.begin() + static_cast<std::ptrdiff_t>(section.offset + byte);
      std::fill_n(place, 4, std::byte{0xFF});
      seal(bad);
      const auto opened = Matrix::open(bad);
      ASSERT_TRUE(opened);
      if (opened->verify().empty()) accepted.insert(section.id);
      bad = good;
    }
  }
  constexpr std::uint32_t keys = 83, terms = 85, letters = 95, units = 96;
  EXPECT_EQ(accepted, (std::set<std::uint32_t>{keys, terms, letters, units}));
}

TEST(MatrixFile, ASearchIndexWithSectionsOfOtherItemsIsNotUsed) {
  const std::vector<std::byte> good =
      bytes_of(SearchIndex::with_index(compile(one_of_each_name())));
  std::vector<std::byte> bad = good;
  for (std::size_t at = 0; at < sections_of(bad).size(); ++at) {
    BlockSection& section = sections_of(bad)[at];
    if (section.id < matrix_section::search_first) continue;
    section.count *= section.item_bytes;
    section.item_bytes = section.item_bytes == 1 ? 3 : 1;
    if (section.item_bytes == 3) section.count /= 3;
    seal(bad);
    const auto opened = Matrix::open(bad);
    ASSERT_TRUE(opened) << section.id;
    EXPECT_FALSE(has_index(*opened)) << section.id;
    EXPECT_EQ(problem_of(opened->verify()), "damaged_data content") << section.id;
    bad = good;
  }
}

TEST(MatrixFile, ASectionOfOtherItemsIsRefused) {
  std::vector<std::byte> bytes = bytes_of(compile(one_of_each()));
  BlockHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  for (std::uint32_t at = 0; at < header.section_count; ++at) {
    std::vector<std::byte> bad = bytes;
    auto* const section = reinterpret_cast<BlockSection*>(bad.data() + sizeof header) + at;
    section->item_bytes = 3;
    section->count = 0;
    seal(bad);
    EXPECT_FALSE(Matrix::open(bad)) << section->id;
  }
}

TEST(MatrixFile, BytesMayStandAnywhere) {
  const Matrix matrix = compile(one_of_each());
  std::vector<std::byte> shifted(matrix.bytes().size() + 1);
  std::ranges::copy(matrix.bytes(), shifted.begin() + 1);
  const auto opened = Matrix::open(std::span(shifted).subspan(1));
  ASSERT_TRUE(opened);
  EXPECT_EQ(test::tell_all(*opened, "en"), test::tell_all(matrix, "en"));
}

void expect_golden_matrix(const fs::path& folder, const std::string& name) {
  const auto opened = Matrix::open((folder / (name + ".skm")).string());
  ASSERT_TRUE(opened) << name;
  EXPECT_EQ(problem_of(opened->verify()), "") << name;
  test::expect_golden(folder / (name + ".txt"), test::tell_contents(*opened) +
                                                    test::tell_found(test::reading(*opened, "en")));
}

std::string text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The file of each version of the format, and what it said when it was new.
TEST(MatrixFile, ReadsWhatOlderReleasesWrote) {
  const fs::path folder = test::golden_folder("matrix");
  const fs::path newest = folder / ("version-" + std::to_string(matrix_format_version) + ".skm");
  if (std::getenv("SKILLMATRIX_UPDATE_GOLDEN") != nullptr) {
    EXPECT_EQ(problem_of(compile(one_of_each()).save(newest)), "");
  }
  for (std::uint32_t version = 1; version <= matrix_format_version; ++version) {
    expect_golden_matrix(folder, "version-" + std::to_string(version));
  }
  // Whoever changes what is written changes the format, and has to raise its version.
  EXPECT_EQ(test::read_file(newest), text_of(compile(one_of_each()).bytes()));
}

/// Ids are looked up in the tables of newer files as they are without one.
TEST(MatrixFile, FindsTheSameWithAndWithoutTablesOfIds) {
  const fs::path folder = test::golden_folder("matrix");
  const Matrix without = *Matrix::open((folder / "version-1.skm").string());
  const Matrix matrix = compile(one_of_each());
  ASSERT_EQ(without.skill_count(), matrix.skill_count());
  ASSERT_EQ(without.role_count(), matrix.role_count());
  EXPECT_LT(without.bytes().size(), matrix.bytes().size());
  std::vector<std::string> ids{"", "no such", "python2", "pytho"};
  for (std::uint32_t at = 0; at < matrix.skill_count(); ++at) {
    ids.emplace_back(matrix.skill_id({at}));
    EXPECT_EQ(without.find_skill(ids.back()), SkillIndex{at});
  }
  for (std::uint32_t at = 0; at < matrix.role_count(); ++at) {
    ids.emplace_back(matrix.role_id({at}));
    EXPECT_EQ(without.find_role(ids.back()), RoleIndex{at});
  }
  for (const std::string& id : ids) {
    EXPECT_EQ(matrix.find_skill(id), without.find_skill(id)) << id;
    EXPECT_EQ(matrix.find_role(id), without.find_role(id)) << id;
  }
}

/// With the right checksums, but every slot as it should not be.
TEST(MatrixFile, TablesOfIdsThatAreWrongAreFoundAndEndSearches) {
  const std::vector<std::byte> good = bytes_of(compile(one_of_each()));
  std::vector<std::byte> bad = good;
  for (std::size_t at = 0; at < sections_of(bad).size(); ++at) {
    const BlockSection section = sections_of(bad)[at];
    if (!matrix_section::is_optional(section.id)) continue;
    const std::span slots(reinterpret_cast<std::uint32_t*>(bad.data() + section.offset),
                          section.count);
    const auto expect_refused = [&] {
      seal(bad);
      const auto opened = Matrix::open(bad);
      ASSERT_TRUE(opened);
      EXPECT_EQ(problem_of(opened->verify()), "damaged_data content");
      EXPECT_EQ(opened->find_skill("no such"), std::nullopt);
      EXPECT_EQ(opened->find_role("no such"), std::nullopt);
    };
    std::ranges::fill(slots, 1U);  // None is empty, and a search would go on for ever.
    expect_refused();
    std::ranges::fill(slots, 0U);  // Nobody is found.
    expect_refused();
    for (std::uint32_t& slot : slots) {
      bad = good;
      if (slot == 0) continue;
      slot = 0;
      expect_refused();
      bad = good;
      slot = slot == 1 ? 2 : 1;
      expect_refused();
    }
    bad = good;
  }
  std::size_t tables = 0;
  for (const BlockSection& section : sections_of(bad)) {
    if (matrix_section::is_optional(section.id)) ++tables;
  }
  EXPECT_EQ(tables, 2U);
}

/// The same with a search index.
TEST(MatrixFile, ReadsTheSearchIndexesOfOlderReleases) {
  const fs::path folder = test::golden_folder("matrix");
  const std::string newest = "search-" + std::to_string(search_format_version) + "-version-" +
                             std::to_string(matrix_format_version);
  const std::string file = folder / (newest + ".skm");
  const Matrix matrix = SearchIndex::with_index(compile(one_of_each_name()));
  if (std::getenv("SKILLMATRIX_UPDATE_GOLDEN") != nullptr) {
    EXPECT_EQ(problem_of(matrix.save(file)), "");
  }
  for (const std::string& name : {std::string("search-1"), newest}) {
    expect_golden_matrix(folder, name);
  }
  const auto opened = Matrix::open(file);
  if (!opened || !has_index(*opened)) GTEST_SKIP() << "another version of ICU makes another one";
  EXPECT_EQ(test::read_file(file), text_of(matrix.bytes()));
}

TEST(MatrixFileThreads, OneFileServesManyReadersWhileItIsReplaced) {
  const Folder folder;
  const std::string path = folder / "matrix.skm";
  const Matrix matrix = compile(one_of_each());
  const std::string told = test::tell_all(matrix, "en");
  ASSERT_EQ(problem_of(matrix.save(path)), "");
  std::vector<std::jthread> threads;
  for (int at = 0; at < 4; ++at) {
    threads.emplace_back([&] {
      for (int round = 0; round < 5; ++round) {
        const auto opened = Matrix::open(path);
        ASSERT_TRUE(opened);
        EXPECT_TRUE(opened->verify().empty());
        EXPECT_EQ(test::tell_all(*opened, "en"), told);
        EXPECT_TRUE(matrix.save(path).empty());
      }
    });
  }
}

}  // namespace
}  // namespace skillmatrix
