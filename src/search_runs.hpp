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

  /// Whether all that it says is about `term_count` terms and the places of their runs.
  [[nodiscard]] bool is_sound(std::size_t term_count) const;
  template <class Self, class Visit>
  static void visit_columns(Self& self, Visit& visit) {
    visit(self.units_);
    visit(self.owners_);
    visit(self.first_);
    visit(self.terms_);
    visit(self.places_);
  }

 private:
  /// The units from a place to the end of its run; at most so many of them.
  [[nodiscard]] std::span<const std::uint64_t> from(std::uint32_t place) const;
  [[nodiscard]] std::span<const std::uint64_t> beginning(std::uint32_t place,
                                                         std::size_t most) const;
  /// Whether what stands at one place is before what stands at the other.
  [[nodiscard]] bool is_before(std::uint32_t left, std::uint32_t right) const;
  /// Adds the runs, by position, that have `part` in them; some more than once.
  void add_containing(std::span<const std::uint64_t> part, std::vector<std::uint32_t>& runs) const;

  Column<std::uint64_t> units_;   // Of all runs.
  Column<std::uint32_t> owners_;  // The run that each unit is of.
  Column<std::uint32_t> first_;   // One more than runs.
  Column<TermNumber> terms_;      // Of each run.
  Column<std::uint32_t> places_;  // Positions in units_, by what stands there.
};

}  // namespace skillmatrix
