// What is given to the peers, what they answer, and how both are run.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "../even_company.hpp"
#include "skillmatrix/batch.hpp"

namespace skillmatrix::compare {

[[noreturn]] inline void fail(const std::string& what) {
  std::fprintf(stderr, "compare: %s\n", what.c_str());
  std::exit(1);
}

/// Role levels that everybody is compared with, in turn.
inline constexpr std::array<std::uint32_t, 5> asked_role_levels{7, 100, 2'000, 9'999, 14'000};
/// So many people's best role levels, and so many of each.
inline constexpr std::uint32_t ranked_people = 10'000;
inline constexpr std::uint32_t best = 10;

/// What one person's answer is made of, in one whole number below 2^53, so that a peer can add it
/// up at once, as integers or as doubles. A sum over the cells whose skill is known.
struct Sums {
  std::uint64_t lower;           ///< Units of the score that are earned.
  std::uint64_t lost;            ///< Units that would be earned by holding what is expected.
  std::uint64_t gaps;            ///< Cells held below.
  std::uint64_t required_gaps;   ///< Of these, required ones.
  std::uint64_t required_known;  ///< Required cells.

  [[nodiscard]] constexpr std::uint64_t packed() const {
    return lower | lost << 14U | gaps << 28U | required_gaps << 34U | required_known << 40U;
  }
  static constexpr Sums unpack(std::uint64_t packed) {
    return {packed & 0x3FFFU, packed >> 14U & 0x3FFFU, packed >> 28U & 63U, packed >> 34U & 63U,
            packed >> 40U};
  }
};

/// The company as plain columns of numbers, and what the library says of it.
struct Work {
  explicit Work(const big::Company& company);

  /// Whether a peer's sums of a person are what the library says.
  [[nodiscard]] bool is_answer(const PeopleScores& scores, std::uint32_t who,
                               std::uint64_t packed) const;
  /// Whether a peer's best role levels of a person are the library's.
  [[nodiscard]] bool is_ranking(std::uint32_t who, std::span<const std::uint32_t> levels) const {
    return std::ranges::equal(levels, ranking.items().subspan(who * best, best));
  }

  const big::Company& company;
  BatchPlan plan;

  // One element a person.
  std::vector<std::uint32_t> own;
  // One element a rating, `big::even_ratings` of each person, by skill.
  std::vector<std::uint32_t> person;
  std::vector<std::uint16_t> skill;
  std::vector<std::uint8_t> rank;
  // One element a requirement, as many of each role level, by skill.
  std::vector<std::uint16_t> role_level;
  std::vector<std::uint16_t> required_skill;
  std::vector<std::uint8_t> target;
  std::vector<std::uint16_t> step;  ///< Units earned by each rank; 0 where optional.
  std::vector<std::uint8_t> is_required;
  // `Sums::packed` of a rank is base + by_rank * min(rank, target) + (rank < target) * if_below.
  std::vector<double> base;
  std::vector<double> by_rank;
  std::vector<double> if_below;
  // One element a role level.
  std::vector<std::uint16_t> total;          ///< Units of the whole score.
  std::vector<std::uint8_t> required_count;  ///< Required cells.

  std::vector<PeopleScores> one_level;  ///< Of each of `asked_role_levels`.
  PeopleScores own_level;
  BatchRanking ranking;
};

/// People who are asked about one at a time, and how often.
inline constexpr std::uint32_t gap_people = 20'000;

struct Pair {
  std::uint32_t person;
  std::uint32_t level;
};

/// Random pairs: the same one over and over would be answered out of the cache, its branches known.
std::vector<Pair> random_pairs(const Work& work);

/// So that what is computed for it is not left out.
template <class T>
void keep(const T& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

/// Something that is timed: a sample is so many calls one after the other, and it is taken so often
/// in each round. Its time is that of one call times `scale`, where a peer is given a part of the
/// people.
struct Case {
  std::string work;
  std::string who;
  unsigned threads = 1;
  double scale = 1;
  std::uint32_t calls = 1;
  std::uint32_t samples = 1;
  std::function<void(std::uint32_t call)> run;  ///< `call` counts on and on.
};

/// How often `run` allocates.
std::uint64_t count_allocations(const std::function<void()>& run);

/// A fact for the report.
inline void state_fact(const char* name, const std::string& value) {
  std::printf("fact\t%s\t%s\n", name, value.c_str());
}

// Each adds its cases, whose answers it has checked. What a case needs, its function keeps.

void add_naive(const Work& work, std::vector<Case>& cases);
/// Adds nothing if the shared library is not there.
void add_duckdb(const Work& work, const char* library, std::vector<Case>& cases);
void add_sqlite(const Work& work, std::vector<Case>& cases);

}  // namespace skillmatrix::compare
