#include "search_runs.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "search_typing.hpp"
#include "text/terms.hpp"

namespace skillmatrix {
namespace {

/// Places are in the order of so many units: all of them would take quadratic time where a run says
/// the same over and over.
constexpr std::size_t sorted_units = 8;

void sort_unique(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

RunTable::RunTable(const StringTable& terms, std::span<const TermNumber> runs)
    : terms_(std::vector<TermNumber>(runs.begin(), runs.end())) {
  std::vector<std::uint64_t> all_units;
  std::vector<std::uint32_t> owners;
  std::vector<std::uint32_t> first{0};
  for (const TermNumber term : runs) {
    const std::vector<std::uint64_t> units = text::units(terms[term]);
    all_units.insert(all_units.end(), units.begin(), units.end());
    owners.resize(all_units.size(), static_cast<std::uint32_t>(first.size() - 1));
    first.push_back(static_cast<std::uint32_t>(all_units.size()));
  }
  std::vector<std::uint32_t> places(all_units.size());
  units_ = std::move(all_units);
  owners_ = std::move(owners);
  first_ = std::move(first);
  std::iota(places.begin(), places.end(), 0U);
  std::sort(places.begin(), places.end(),
            [this](std::uint32_t left, std::uint32_t right) { return is_before(left, right); });
  places_ = std::move(places);
}

bool RunTable::is_before(std::uint32_t left, std::uint32_t right) const {
  const auto one = beginning(left, sorted_units);
  const auto other = beginning(right, sorted_units);
  return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
}

bool RunTable::is_sound(std::size_t term_count) const {
  if (!are_firsts(first_.items(), units_.size()) || first_.size() != terms_.size() + 1)
    return false;
  if (owners_.size() != units_.size() || places_.size() != units_.size()) return false;
  for (std::uint32_t run = 0; run < terms_.size(); ++run) {
    const auto owners = owners_.items().subspan(first_[run], first_[run + 1U] - first_[run]);
    if (owners.empty() || std::ranges::any_of(owners, [run](auto each) { return each != run; })) {
      return false;
    }
  }
  const auto is_place = [this](std::uint32_t place) { return place < units_.size(); };
  const auto is_before = [this](auto left, auto right) { return this->is_before(left, right); };
  return std::ranges::all_of(places_, is_place) && std::ranges::is_sorted(places_, is_before) &&
         std::ranges::adjacent_find(terms_, std::greater_equal<>()) == terms_.end() &&
         (terms_.empty() || terms_[terms_.size() - 1] < term_count);
}

std::span<const std::uint64_t> RunTable::from(std::uint32_t place) const {
  return units_.items().subspan(place, first_[owners_[place] + 1U] - place);
}

std::span<const std::uint64_t> RunTable::beginning(std::uint32_t place, std::size_t most) const {
  const auto units = from(place);
  return units.first(std::min(units.size(), most));
}

void RunTable::add_containing(std::span<const std::uint64_t> part,
                              std::vector<std::uint32_t>& runs) const {
  const auto key = part.first(std::min(part.size(), sorted_units));
  const auto begin = std::partition_point(places_.begin(), places_.end(), [&](std::uint32_t place) {
    const auto units = beginning(place, key.size());
    return std::lexicographical_compare(units.begin(), units.end(), key.begin(), key.end());
  });
  const auto end = std::partition_point(begin, places_.end(), [&](std::uint32_t place) {
    const auto units = beginning(place, key.size());
    return std::equal(units.begin(), units.end(), key.begin(), key.end());
  });
  for (auto place = begin; place != end; ++place) {
    const auto units = beginning(*place, part.size());
    const bool is_there = std::equal(units.begin(), units.end(), part.begin(), part.end());
    if (is_there) runs.push_back(owners_[*place]);
  }
}

std::vector<NearTerm> RunTable::near(std::span<const std::uint64_t> part, std::size_t most) const {
  std::vector<std::uint32_t> runs;
  add_containing(part, runs);
  sort_unique(runs);
  std::vector<NearTerm> found;
  for (const std::uint32_t run : runs) found.push_back({terms_[run], 0});
  if (most == 0) return found;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs;
  for (std::size_t at = 0; at + 1 < part.size(); ++at) pairs.emplace_back(part[at], part[at + 1]);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<std::uint32_t> candidates;
  for (const auto& [left, right] : pairs) {
    const std::uint64_t pair[] = {left, right};
    add_containing(pair, candidates);
  }
  sort_unique(candidates);
  for (const std::uint32_t run : candidates) {
    const std::size_t errors = part_typing_distance(part, from(first_[run]));
    if (errors != 0 && errors <= most) {
      found.push_back({terms_[run], static_cast<std::uint8_t>(errors)});
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace skillmatrix
