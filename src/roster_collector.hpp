// Collecting the people of a roster, and what was wrong with them.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "findings.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix::roster {

/// Feeds a builder, keeps the findings, counts what is rejected.
class Collector {
 public:
  Collector(const Matrix& matrix, const RosterOptions& options)
      : builder_(matrix, options), findings_(options.max_diagnostics) {}

  void reserve(std::size_t people, std::size_t ratings) { builder_.reserve(people, ratings); }

  /// Adds a person who comes from `source`; the arguments are those of the builder. If there are
  /// findings, `place(findings)` says where in the input they are. Gives whether the person was
  /// taken.
  template <class Place, class... Person>
  bool add(std::uint64_t source, Place place, const Person&... person) {
    AddedPerson added = builder_.add(person...);
    built_.rejected_ratings += added.rejected_ratings;
    if (added.has_rejected_role_level) reject_role_level();
    if (added.person) {
      built_.sources.push_back(source);
    } else {
      ++built_.rejected_people;
    }
    if (!added.diagnostics.empty() && !findings_.is_full()) place(added.diagnostics);
    for (Diagnostic& finding : added.diagnostics) findings_.add(std::move(finding));
    return added.person.has_value();
  }

  void report(Diagnostic finding) { findings_.add(std::move(finding)); }
  /// Whether a further finding would only be counted.
  [[nodiscard]] bool is_full() const { return findings_.is_full(); }
  void reject_person() { ++built_.rejected_people; }
  void reject_ratings(std::uint64_t count) { built_.rejected_ratings += count; }
  void reject_role_level() { ++built_.rejected_role_levels; }

  /// `order` sorts the findings.
  template <class Order>
  BuiltRoster finish(Order order) && {
    built_.roster = std::move(builder_).finish();
    built_.diagnostics = std::move(findings_).take(order);
    return std::move(built_);
  }

 private:
  RosterBuilder builder_;
  BoundedFindings<Diagnostic> findings_;
  BuiltRoster built_;
};

}  // namespace skillmatrix::roster
