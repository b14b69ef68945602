// Adding up skill by skill: who holds it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "batch_kernels.hpp"
#include "batch_plan.hpp"
#include "prefetch.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::batch {

/// The holders of the skill of a cell, in one block, and how far they were added.
template <class Value>
struct Cursor {
  Postings postings;
  const Value* shares;  ///< Of the lowest rank.
  std::size_t next = 0;
};

/// Adds what holders earn before a person of the block. The sums are those from `first` on.
template <class Sums>
void add_holders(const PlanShares<Sums>& all, Cursor<typename Sums::Value>& cursor,
                 std::size_t first, std::size_t end, typename Sums::Value* into) {
  const std::uint16_t* const people = cursor.postings.people.data();
  const Rank* const ranks = cursor.postings.ranks.data();
  const typename Sums::Value* const shares = cursor.shares;
  const std::size_t kinds = all.kinds;
  const std::size_t count = cursor.postings.people.size();
  const auto add = [&](std::size_t at) {
    all.sums.add(into[people[at] - first], shares[ranks[at] * kinds]);
  };
  std::size_t at = cursor.next;
  // They are sorted: if the last of some is before the end, all are.
  constexpr std::size_t some = 4;
  for (; at + some <= count && people[at + some - 1] < end; at += some) {
    for (std::size_t of_some = 0; of_some < some; ++of_some) add(at + of_some);
  }
  for (; at < count && people[at] < end; ++at) add(at);
  cursor.next = at;
}

inline void fill(std::span<PackedSums::Value> sums, PackedSums::Value start) {
  fill_sums(best_instructions(), sums, start);
}
template <class Value>
void fill(std::span<Value> sums, const Value& start) {
  std::ranges::fill(sums, start);
}

/// A run of people whose sums take 32 KB has so many at most: a sum has 8 bytes or more.
inline constexpr std::uint32_t most_people_per_run = 4'096;

/// Adds up the people of a block, run by run: so few at a time that their sums stay in the nearest
/// cache. All start from `start`. Calls `visit` with the first person of the run, and the sums of
/// all of them.
template <class Sums, class Number, class Visit>
void for_each_run(const Roster& roster, std::uint32_t block,
                  std::span<const PlanCell<Number>> cells, const PlanShares<Sums>& shares,
                  typename Sums::Value start, Visit visit) {
  using Value = typename Sums::Value;
  constexpr std::uint32_t run_size = most_people_per_run * 8 / sizeof(Value);
  std::vector<Cursor<Value>> cursors;
  cursors.reserve(cells.size());
  for (const PlanCell<Number>& cell : cells) {
    cursors.push_back({roster.postings(block, {cell.other}), &shares.of(cell.kind, 0)});
  }
  for (const Cursor<Value>& cursor : cursors) {  // The processor foresees the rest.
    prefetch_all(cursor.postings.people);
    prefetch_all(cursor.postings.ranks);
  }
  const std::uint32_t first_person = block * people_per_block;
  const std::uint32_t people = std::min(people_per_block, roster.person_count() - first_person);
  std::array<Value, run_size> sums;
  for (std::uint32_t first = 0; first < people; first += run_size) {
    const std::uint32_t end = std::min(first + run_size, people);
    fill(std::span(sums).first(end - first), start);
    for (Cursor<Value>& cursor : cursors) {
      add_holders(shares, cursor, first, end, sums.data());
    }
    visit(first_person + first, std::span<const Value>(sums.data(), end - first));
  }
}

}  // namespace skillmatrix::batch
