// Runs of scripts that are written without spaces. For sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search_terms.hpp"

namespace skillmatrix {

/// Finds what stands anywhere in a run: every place of every run, in the order of the units from
/// there on (the first few), so that equal beginnings stand together. That finds single units and
/// pairs of them as well as longer parts.
class RunTable {
 public:
  RunTable() = default;
  /// `runs` are numbers of terms.
  RunTable(const StringTable& terms, std::span<const TermNumber> runs);

  /// The runs that have `part` in them, by number, and those that have a pair of its neighbouring
  /// units in them and a part that is at most `most` typing errors away from it.
  [[nodiscard]] std::vector<NearTerm> near(std::span<const std::uint64_t> part,
                                           std::size_t most) const;
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  /// The units from a place to the end of its run; at most so many of them.
  [[nodiscard]] std::span<const std::uint64_t> from(std::uint32_t place) const;
  [[nodiscard]] std::span<const std::uint64_t> beginning(std::uint32_t place,
                                                         std::size_t most) const;
  /// Adds the runs, by position, that have `part` in them; some more than once.
  void add_containing(std::span<const std::uint64_t> part, std::vector<std::uint32_t>& runs) const;

  std::vector<std::uint64_t> units_;   // Of all runs.
  std::vector<std::uint32_t> owners_;  // The run that each unit is of.
  std::vector<std::uint32_t> first_;   // One more than runs.
  std::vector<TermNumber> terms_;      // Of each run.
  std::vector<std::uint32_t> places_;  // Positions in units_, by what stands there.
};

}  // namespace skillmatrix
