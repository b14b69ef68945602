// Rosters in files. What is in them is compared with the roster that was saved, through everything
// that a roster says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "block.hpp"
#include "generated.hpp"
#include "golden.hpp"
#include "skillmatrix/roster.hpp"
#include "small_framework.hpp"

namespace skillmatrix {
namespace {

using generated::Dice;

/// A file that goes when the test does.
class File {
 public:
  File()
      : path_(testing::TempDir() + "roster-" +
              testing::UnitTest::GetInstance()->current_test_info()->name() + ".skm") {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { std::remove(path_.c_str()); }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::vector<std::byte> bytes() const {
    const std::string text = test::read_file(path_);
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
  }

 private:
  std::string path_;
};

void expect_equal(const Roster& roster, const Roster& expected) {
  ASSERT_EQ(roster.person_count(), expected.person_count());
  EXPECT_EQ(roster.rating_count(), expected.rating_count());
  EXPECT_EQ(roster.skill_count(), expected.skill_count());
  EXPECT_EQ(roster.rating_options().as_of, expected.rating_options().as_of);
  EXPECT_EQ(roster.rating_options().policy, expected.rating_options().policy);
  EXPECT_EQ(roster.rating_options().min_confidence, expected.rating_options().min_confidence);
  EXPECT_EQ(roster.has_index(), expected.has_index());
  for (std::uint32_t at = 0; at < expected.person_count(); ++at) {
    const std::string_view id = expected.person_id({at});
    EXPECT_EQ(roster.person_id({at}), id);
    EXPECT_EQ(roster.find_person(id), PersonIndex{at});
    EXPECT_EQ(roster.own_role_level({at}), expected.own_role_level({at}));
    EXPECT_EQ(roster.holdings({at}).skills, expected.holdings({at}).skills);
  }
  if (!expected.has_index()) return;
  for (std::uint32_t skill = 0; skill < expected.skill_count(); ++skill) {
    for (std::uint32_t block = 0; block < expected.block_count(); ++block) {
      const Postings postings = roster.postings(block, {skill});
      const Postings wanted = expected.postings(block, {skill});
      EXPECT_TRUE(std::ranges::equal(postings.people, wanted.people));
      EXPECT_TRUE(std::ranges::equal(postings.ranks, wanted.ranks));
    }
  }
}

struct Case {
  Matrix matrix;
  Roster roster;
};

Case make_case(std::uint32_t seed) {
  Dice dice(seed);
  const Framework framework = generated::make_framework(dice);
  Matrix matrix = *Matrix::build(framework);
  RosterOptions options;
  if (dice.one_in(2)) options.ratings.as_of = generated::make_date(dice);
  options.ratings.policy = rating_policies()[dice.below(4)];
  options.ratings.min_confidence = static_cast<std::uint8_t>(dice.below(50));
  options.rating_positions = dice.one_in(2);
  options.index = !dice.one_in(3);
  std::vector<Profile> people;
  for (std::uint32_t at = dice.below(20); at != 0; --at) {
    people.push_back(generated::make_person(dice, framework, "person-" + std::to_string(at)));
    people.back().role = framework.roles.front().id;
    people.back().level = dice.pick(framework.scales.front().levels).id;
  }
  Roster roster = Roster::build(matrix, people, options).roster;
  return {std::move(matrix), std::move(roster)};
}

void change(Dice& dice, Roster& roster) {
  if (roster.person_count() == 0 || dice.one_in(8)) {
    roster.add("new-" + std::to_string(dice.below(1'000)), std::nullopt,
               std::vector<Holding>{{{0}, HoldingState::held, 1, 0}});
    return;
  }
  const PersonIndex person{dice.below(roster.person_count())};
  if (dice.one_in(8)) return roster.remove(person);
  const SkillIndex skill{dice.below(roster.skill_count())};
  const auto rank = dice.one_in(3) ? std::nullopt : std::optional(static_cast<Rank>(dice.below(2)));
  roster.set_rank(person, skill, rank);
}

TEST(RosterFile, IsTheRosterThatWasSaved) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const auto [matrix, roster] = make_case(seed);
    const File file;
    ASSERT_EQ(roster.save(file.path()).size(), 0U);
    const Result<Roster> opened = Roster::open(matrix, file.path());
    ASSERT_TRUE(opened);
    expect_equal(*opened, roster);
    EXPECT_TRUE(opened->verify(matrix).empty());
    EXPECT_TRUE(roster.verify(matrix).empty());
  }
}

TEST(RosterFile, AnOpenedRosterChangesAndTheFileDoesNot) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    auto [matrix, roster] = make_case(seed);
    const Roster before = roster;
    const File file;
    ASSERT_EQ(roster.save(file.path()).size(), 0U);
    Roster opened = *Roster::open(matrix, file.path());
    Dice one(seed);
    Dice other(seed);
    for (int at = 0; at < 50; ++at) {
      change(one, roster);
      change(other, opened);
    }
    expect_equal(opened, roster);
    EXPECT_TRUE(opened.verify(matrix).empty());
    expect_equal(*Roster::open(matrix, file.path()), before);
    ASSERT_EQ(opened.save(file.path()).size(), 0U);
    const Roster opened_again = *Roster::open(matrix, file.path());
    expect_equal(opened_again, roster);
    EXPECT_TRUE(opened_again.verify(matrix).empty());
  }
}

TEST(RosterFile, HasNothingOfWhoWasRemoved) {
  const Matrix matrix = *Matrix::build(small::framework());
  RosterBuilder builder(matrix);
  const std::vector<Holding> holdings{{{0}, HoldingState::held, 1, 0}};
  for (const char* id : {"ann", "bob the builder", "cat"}) builder.add(id, std::nullopt, holdings);
  Roster roster = std::move(builder).finish();
  const File file;
  const auto has_bob = [&] {
    EXPECT_EQ(roster.save(file.path()).size(), 0U);
    return test::read_file(file.path()).find("bob") != std::string::npos;
  };
  EXPECT_TRUE(has_bob());
  roster.remove({1});
  EXPECT_FALSE(has_bob());
  expect_equal(*Roster::open(matrix, file.path()), roster);
  while (roster.person_count() != 0) roster.remove({0});
  ASSERT_EQ(roster.save(file.path()).size(), 0U);
  const std::string message = Matrix::open(file.path()).diagnostics.at(0).message();
  EXPECT_NE(message.find(file.path()), std::string::npos) << message;
  EXPECT_NE(message.find("is a saved roster, not a saved matrix"), std::string::npos) << message;
  const std::vector<std::byte> bytes = file.bytes();
  std::vector<Diagnostic> findings;
  const auto block = Block::open({bytes, nullptr}, BlockKind::roster, 1, findings);
  ASSERT_TRUE(block);
  for (const std::uint32_t section : {12U, 20U, 21U, 31U, 32U}) {  // Slots, rows, postings.
    const auto places = block->find(section);
    const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(places->offset);
    const auto size = static_cast<std::ptrdiff_t>(places->count * places->item_bytes);
    EXPECT_GT(size, 0);
    EXPECT_EQ(std::count(first, first + size, std::byte{0}), size) << section;
  }
}

TEST(RosterFile, OutlivesTheRosterThatOpenedIt) {
  const auto [matrix, roster] = make_case(3);
  const File file;
  ASSERT_EQ(roster.save(file.path()).size(), 0U);
  Roster copy;
  {
    const Roster opened = *Roster::open(matrix, file.path());
    copy = opened;
  }
  expect_equal(copy, roster);
}

TEST(RosterFile, IsOfMatricesWithTheSameNumbers) {
  Framework framework = small::framework();
  const Matrix matrix = *Matrix::build(framework);
  const File file;
  ASSERT_EQ(Roster::build(matrix, std::vector<Profile>{}).roster.save(file.path()).size(), 0U);
  const auto problem_with = [&file](const Framework& other) {
    const auto opened = Roster::open(*Matrix::build(other), file.path());
    return opened ? "" : describe(opened.diagnostics.at(0).code).name;
  };
  framework.title = in("en", "Another title");
  framework.expectations.pop_back();
  EXPECT_EQ(problem_with(framework), "");
  Framework other = framework;
  other.skills.push_back(small::skill("zoology", "Zoology", "proficiency"));
  EXPECT_EQ(problem_with(other), "other_matrix");
  other = framework;
  other.scales[1].levels[0].id = "novice";
  for (Expectation& cell : other.expectations) {
    if (cell.requirement.level == "aware") cell.requirement.level = "novice";
  }
  EXPECT_EQ(problem_with(other), "other_matrix");
  other = framework;
  other.roles[0].levels.pop_back();
  std::erase_if(other.expectations, [](const Expectation& cell) {
    return cell.role == "nlp" && cell.level == "junior";
  });
  EXPECT_EQ(problem_with(other), "other_matrix");
}

TEST(RosterFile, WhatIsNoRosterIsRefused) {
  const auto [matrix, roster] = make_case(3);
  const auto problem_of = [&matrix = matrix](std::span<const std::byte> bytes) {
    const auto opened = Roster::open(matrix, bytes);
    return opened ? "" : describe(opened.diagnostics.at(0).code).name;
  };
  EXPECT_EQ(problem_of({}), "unknown_format");
  EXPECT_EQ(problem_of(matrix.bytes()), "unknown_format");
  EXPECT_EQ(describe(Roster::open(matrix, "no-such-file.skm").diagnostics.at(0).code).name,
            "unreadable_file");
  EXPECT_EQ(describe(roster.save("no-such-folder/roster.skm").at(0).code).name, "unwritable_file");
  const File file;
  ASSERT_EQ(roster.save(file.path()).size(), 0U);
  const std::vector<std::byte> bytes = file.bytes();
  for (std::size_t size = 0; size < bytes.size(); size += 37) {
    EXPECT_NE(problem_of(std::span(bytes).first(size)), "") << size;
  }
}

/// Every byte is either looked at when opening, or by `verify`.
TEST(RosterFile, EveryFlippedByteIsFound) {
  const auto [matrix, roster] = make_case(3);
  const File file;
  ASSERT_EQ(roster.save(file.path()).size(), 0U);
  std::vector<std::byte> bytes = file.bytes();
  for (std::byte& byte : bytes) {
    byte ^= std::byte{0x10};
    const auto opened = Roster::open(matrix, bytes);
    EXPECT_TRUE(!opened || !opened->verify(matrix).empty()) << &byte - bytes.data();
    byte ^= std::byte{0x10};
  }
}

/// Contents that somebody has made up, with checksums that are right: what `verify` lets pass can
/// be used, as the sanitizers see.
TEST(RosterFile, WhatVerifyLetsPassCanBeUsed) {
  std::vector<Case> cases;
  std::vector<std::vector<std::byte>> saved;
  const File file;
  for (std::uint32_t seed = 2; seed < 7; ++seed) {
    cases.push_back(make_case(seed));
    ASSERT_EQ(cases.back().roster.save(file.path()).size(), 0U);
    saved.push_back(file.bytes());
  }
  std::size_t refused = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const Matrix& matrix = cases[seed % cases.size()].matrix;
    std::vector<std::byte> bytes = saved[seed % cases.size()];
    Dice dice(seed);
    constexpr std::uint32_t table = sizeof(BlockHeader) + 14 * sizeof(BlockSection);
    const std::uint32_t at = table + dice.below(static_cast<std::uint32_t>(bytes.size()) - table);
    bytes[at] = dice.one_in(3) ? std::byte{0xFF} : static_cast<std::byte>(dice.below(256));
    seal(bytes);
    Result<Roster> opened = Roster::open(matrix, bytes);
    if (!opened || !opened->verify(matrix).empty()) {
      ++refused;
      continue;
    }
    expect_equal(*opened, *opened);
    for (int changes = 0; changes < 3; ++changes) change(dice, *opened);
  }
  EXPECT_GT(refused, 300U);
}

/// A roster that was saved, and where the slots of its ids are.
struct SavedCase {
  Matrix matrix;
  std::vector<std::byte> bytes;
  BlockSection slots;
};

SavedCase save_case() {
  const auto [matrix, roster] = make_case(5);
  const File file;
  EXPECT_EQ(roster.save(file.path()).size(), 0U);
  const std::vector<std::byte> bytes = file.bytes();
  std::vector<Diagnostic> findings;
  return {matrix, bytes, *Block::open({bytes, nullptr}, BlockKind::roster, 1, findings)->find(12)};
}

/// Who stood in two slots would be found once removed.
TEST(RosterFile, WhoIsInTwoSlotsIsFoundOut) {
  auto [matrix, bytes, slots] = save_case();
  std::size_t empty = 0;
  for (std::size_t slot = 0; slot < slots.count; ++slot) {
    std::byte& first_byte = bytes[slots.offset + slot * slots.item_bytes];
    if (first_byte != std::byte{0}) continue;
    ++empty;
    first_byte = std::byte{1};
    seal(bytes);
    EXPECT_FALSE(Roster::open(matrix, bytes)->verify(matrix).empty());
    first_byte = std::byte{0};
  }
  EXPECT_GT(empty, 1U);
  seal(bytes);
  EXPECT_TRUE(Roster::open(matrix, bytes)->verify(matrix).empty());
}

TEST(RosterFile, ASearchForAPersonEndsInAnyTable) {
  auto [matrix, bytes, slots] = save_case();
  for (std::size_t slot = 0; slot < slots.count; ++slot) {  // No slot is empty.
    bytes[slots.offset + slot * slots.item_bytes] = std::byte{1};
  }
  seal(bytes);
  const Roster opened = *Roster::open(matrix, bytes);
  EXPECT_EQ(opened.find_person("no such"), std::nullopt);
  EXPECT_FALSE(opened.verify(matrix).empty());
}

}  // namespace
}  // namespace skillmatrix
