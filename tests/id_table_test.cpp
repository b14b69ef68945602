#include "id_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace skillmatrix {
namespace {

std::vector<std::uint32_t> make_table(const std::vector<std::string>& ids) {
  return id_table::make(static_cast<std::uint32_t>(ids.size()),
                        [&ids](std::uint32_t at) { return std::string_view(ids[at]); });
}

TEST(IdTable, FindsWhatIsThereAndNothingElse) {
  std::vector<std::string> ids;
  for (std::uint32_t count = 0; count < 300; ++count) {
    const std::vector<std::uint32_t> slots = make_table(ids);
    EXPECT_EQ(slots.size(), id_table::slots_for(count));
    const auto find = [&](const std::string& id) {
      return id_table::find(slots, id, [&ids](std::uint32_t at) { return ids[at]; });
    };
    for (std::uint32_t at = 0; at < count; ++at) ASSERT_EQ(find(ids[at]), at);
    ASSERT_EQ(find("skill-" + std::to_string(count)), std::nullopt);
    ASSERT_EQ(find(""), std::nullopt);
    ids.push_back("skill-" + std::to_string(count));
  }
}

TEST(IdTable, ASearchEndsInAnyTable) {
  const std::vector<std::string> ids{"python", "sql"};
  const auto id_at = [&ids](std::uint32_t at) { return ids[at]; };
  for (std::uint32_t size = 1; size < 9; ++size) {
    const std::vector<std::uint32_t> full(size, 2);  // No slot is empty.
    EXPECT_EQ(id_table::find(full, "python", id_at), std::nullopt);
    EXPECT_EQ(id_table::find(full, "sql", id_at), 1U);
  }
}

/// They stand in files.
TEST(IdTable, HashesStayWhatTheyAre) {
  EXPECT_EQ(id_table::hash_of(""), 755'400'709U);
  EXPECT_EQ(id_table::hash_of("python"), 3'778'275'881U);
  EXPECT_EQ(id_table::hash_of("http://data.europa.eu/esco/skill/0005c151-5b5a"), 3'070'523'009U);
}

}  // namespace
}  // namespace skillmatrix
