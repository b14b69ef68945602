#include <algorithm>
#include <numeric>

#include "csv_expectations.hpp"

namespace skillmatrix::csv::expectations {
namespace {

/// How many literal bytes the pattern matches the text with; nothing if it does not match.
std::optional<std::size_t> match(std::string_view pattern, std::string_view text) {
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  std::size_t at = 0;
  std::size_t read = 0;
  while (read < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      retry = read;
    } else if (at < pattern.size() && pattern[at] == text[read]) {
      ++at;
      ++read;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      read = ++retry;
    } else {
      return std::nullopt;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  if (at != pattern.size()) return std::nullopt;
  return pattern.size() - static_cast<std::size_t>(std::count(pattern.begin(), pattern.end(), '*'));
}

/// Sorts the levels of one scale.
class Sorter {
 public:
  Sorter(const Ladder& ladder, const LevelOrder& order, Findings& findings)
      : levels_(ladder.levels), order_(order), findings_(findings) {}

  std::vector<std::size_t> sort() {
    std::vector<std::size_t> sorted = as_listed();
    std::vector<std::uint64_t> places;
    for (const NamedLevel& level : levels_) places.push_back(place_of(level));
    std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t left, std::size_t right) {
      return places[left] < places[right];
    });
    report_ties(sorted, places);
    return sorted;
  }

  [[nodiscard]] std::vector<std::size_t> as_listed() const {
    std::vector<std::size_t> listed(levels_.size());
    std::iota(listed.begin(), listed.end(), std::size_t{0});
    return listed;
  }

  void report_tied(std::span<const std::size_t> tied) {
    std::vector<std::string_view> names;
    for (const std::size_t at : tied) names.push_back(levels_[at].name());
    report(levels_[tied.front()], join(names));
  }

 private:
  std::uint64_t place_of(const NamedLevel& level) {
    return order_.patterns.empty() ? level.rank.value_or(0) : pattern_place(level);
  }

  /// The place of the pattern that says the most of the name.
  std::uint64_t pattern_place(const NamedLevel& level) {
    std::optional<std::size_t> best;
    std::size_t place = order_.patterns.size();
    for (std::size_t at = 0; at < order_.patterns.size(); ++at) {
      const auto literal = match(order_.patterns[at], level.name());
      if (literal && (!best || *literal > *best)) {
        best = literal;
        place = at;
      }
    }
    if (!best) report(level, std::string(level.name()));
    return place;
  }

  void report_ties(const std::vector<std::size_t>& sorted,
                   const std::vector<std::uint64_t>& places) {
    for (std::size_t begin = 0; begin < sorted.size();) {
      std::size_t end = begin + 1;
      while (end < sorted.size() && places[sorted[end]] == places[sorted[begin]]) ++end;
      if (end - begin > 1) report_tied(std::span(sorted).subspan(begin, end - begin));
      begin = end;
    }
  }

  void report(const NamedLevel& level, const std::string& names) {
    findings_.add(Code::csv_level_order, level.place.value_or(Place{}), order_.column, names,
                  {{"scale", std::string(order_.id)}});
  }

  const std::vector<NamedLevel>& levels_;
  const LevelOrder& order_;
  Findings& findings_;
};

}  // namespace

std::vector<std::size_t> sort_levels(const Ladder& ladder, const LevelOrder& order,
                                     Findings& findings) {
  Sorter sorter(ladder, order, findings);
  const bool is_sorted = ladder.is_closed || ladder.levels.size() < 2;
  if (!is_sorted && (!order.patterns.empty() || order.has_ranks)) return sorter.sort();
  std::vector<std::size_t> listed = sorter.as_listed();
  if (!is_sorted) sorter.report_tied(listed);
  return listed;
}

}  // namespace skillmatrix::csv::expectations
