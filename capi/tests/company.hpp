// Many people of the sample framework, for tests of batches.
#pragma once

#include <string>
#include <vector>

#include "handles.hpp"

namespace skillmatrix::capi_tests {

/// People with all kinds of ratings, of whom some have a role level of their own.
struct Company {
  explicit Company(std::uint32_t size) {
    build_sample(matrix);
    std::string table = "person,role,level,skill,rating\n";
    std::uint32_t dice = 1;
    const auto roll = [&dice](std::uint32_t sides) {
      dice = dice * 1664525U + 1013904223U;
      return (dice >> 8U) % sides;
    };
    const char* const ratings[] = {"none", "awareness", "working", "advanced", "expert"};
    for (std::uint32_t person = 0; person < size; ++person) {
      std::string own = ",";
      if (roll(4) != 0) {
        const std::uint32_t level = roll(skm_matrix_role_level_count(matrix));
        own = std::string(text(skm_matrix_role_id(matrix, skm_matrix_role_of(matrix, level)))) +
              "," + std::string(text(skm_matrix_role_level_id(matrix, level)));
      }
      for (std::uint32_t skill = roll(3); skill < skm_matrix_skill_count(matrix);
           skill += 1 + roll(6)) {
        table += "p" + std::to_string(person) + "," + own + "," +
                 std::string(text(skm_matrix_skill_id(matrix, skill))) + "," + ratings[roll(5)] +
                 "\n";
      }
    }
    EXPECT_EQ(
        skm_roster_read_csv(matrix, view(table), nullptr, nullptr, nullptr, roster.out(), nullptr),
        SKM_OK);
    EXPECT_EQ(skm_roster_person_count(roster), size);
    EXPECT_EQ(skm_roster_rejected_ratings(roster), 0U);
    EXPECT_EQ(skm_plan_build(matrix, {}, plan.out(), nullptr), SKM_OK);
  }

  Matrix matrix;
  Roster roster;
  Plan plan;
};

inline std::vector<std::uint64_t> numbers(skm_column column) {
  std::vector<std::uint64_t> result;
  for (std::uint64_t at = 0; at < column.size; ++at) {
    switch (column.width) {
      case 1:
        result.push_back(static_cast<const std::uint8_t*>(column.data)[at]);
        break;
      case 2:
        result.push_back(static_cast<const std::uint16_t*>(column.data)[at]);
        break;
      case 4:
        result.push_back(static_cast<const std::uint32_t*>(column.data)[at]);
        break;
      default:
        result.push_back(static_cast<const std::uint64_t*>(column.data)[at]);
    }
  }
  return result;
}

/// Whether a fraction is so many units of so many.
inline bool is_part(std::int64_t numerator, std::int64_t denominator, std::uint64_t units,
                    std::uint64_t total) {
  return static_cast<std::uint64_t>(numerator) * total ==
         units * static_cast<std::uint64_t>(denominator);
}

/// A callback that counts its calls, and stops after so many.
struct Progress {
  std::uint64_t calls = 0;
  std::uint64_t most = UINT64_MAX;
  skm_status stop = SKM_ERR_CANCELLED;

  static skm_status report(void* progress, std::uint64_t done, std::uint64_t total) {
    auto& self = *static_cast<Progress*>(progress);
    EXPECT_EQ(done, ++self.calls);
    EXPECT_LE(done, total);
    return done < self.most ? SKM_OK : self.stop;
  }
};

}  // namespace skillmatrix::capi_tests
