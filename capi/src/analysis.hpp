// What the handles about gaps and matches hold, and how their values cross the border.
#pragma once

#include <memory>
#include <string_view>
#include <variant>

#include "skillmatrix/gap.hpp"
#include "skillmatrix/match.hpp"
#include "texts.hpp"

namespace skillmatrix::capi {

/// A gap, with what it was made of as far as a report of it says so.
struct AnalyzedGap {
  std::shared_ptr<const Matrix> matrix;  ///< Nothing if it is empty.
  std::shared_ptr<const Profile> profile;
  Profile person;  ///< The id alone, where there is no profile.
  Holdings given;  ///< Room for what the caller says is known.
  GapOptions options;
  Gap gap;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_gap> {
  static constexpr std::uint32_t kind = first_kind + 60;
  using Value = AnalyzedGap;
};

struct MatchedRoleLevels {
  std::shared_ptr<const Profile> person;
  RoleLevelMatches matches;
};
struct MatchedPeople {
  std::shared_ptr<const Profiles> people;
  RoleLevelIndex role_level;
  PeopleMatches matches;
};
struct Matched {
  std::shared_ptr<const Matrix> matrix;
  MatchOptions options;
  std::variant<MatchedRoleLevels, MatchedPeople> found;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_matches> {
  static constexpr std::uint32_t kind = first_kind + 61;
  using Value = Matched;
};

skm_gap_summary summary_of(const GapSummary& summary) noexcept;

/// A role level of the matrix. Throws a failure if there is none of that number.
RoleLevelIndex role_level_of(const Matrix& matrix, std::uint32_t number);

/// A reader of the matrix. Throws a failure if it is of another one.
const Reader& reader_of(const skm_reader* reader, const std::shared_ptr<const Matrix>& matrix);

}  // namespace skillmatrix::capi
