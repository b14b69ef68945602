// Values that cross the border: texts, structs with a size, and what each handle holds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handle.hpp"
#include "reusable.hpp"
#include "skillmatrix/batch.hpp"
#include "skillmatrix/date.hpp"
#include "skillmatrix/diagnostic.hpp"
#include "skillmatrix/framework.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/matrix.hpp"
#include "skillmatrix/ratings.hpp"
#include "skillmatrix/roster.hpp"
#include "skillmatrix/scoring.hpp"

namespace skillmatrix::capi {

// --- What handles hold. Each kind has its number here, once; texts.hpp has those from 40,
// analysis.hpp those from 60. ---

/// Findings, with the messages that are asked for again and again.
struct Findings {
  std::vector<Diagnostic> list;
  std::vector<std::string> messages;  ///< In English, one each.
};

Findings findings_of(std::vector<Diagnostic> diagnostics);

// Numbers that do not come about by chance.
inline constexpr std::uint32_t first_kind = 0x534b4d00;

template <>
struct Traits<skm_buffer> {
  static constexpr std::uint32_t kind = first_kind + 1;
  using Value = std::string;
};

template <>
struct Traits<skm_diagnostics> {
  static constexpr std::uint32_t kind = first_kind + 2;
  using Value = Findings;
};

struct Error {
  skm_status status = SKM_ERR_INTERNAL;
  std::string message;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_error> {
  static constexpr std::uint32_t kind = first_kind + 3;
  using Value = Error;
};

struct LoadedFramework {
  std::shared_ptr<const Framework> framework;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_framework> {
  static constexpr std::uint32_t kind = first_kind + 4;
  using Value = LoadedFramework;
};

template <>
struct Traits<skm_matrix> {
  static constexpr std::uint32_t kind = first_kind + 5;
  using Value = std::shared_ptr<const Matrix>;
};

struct LoadedProfile {
  std::shared_ptr<const Profile> profile;
  std::shared_ptr<const Object<skm_diagnostics>> diagnostics;
};
template <>
struct Traits<skm_profile> {
  static constexpr std::uint32_t kind = first_kind + 20;
  using Value = LoadedProfile;
};

struct LoadedProfiles {
  std::shared_ptr<const Profiles> list;  ///< Without its diagnostics.
  std::vector<Object<skm_profile>> profiles;
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_profiles> {
  static constexpr std::uint32_t kind = first_kind + 21;
  using Value = LoadedProfiles;
};

struct RosterOfMatrix {
  std::shared_ptr<const Matrix> matrix;
  std::shared_ptr<const std::string> bytes;  ///< Which the roster looks at, if it is opened.
  BuiltRoster built;                         ///< Without its diagnostics.
  Object<skm_diagnostics> diagnostics;
};
template <>
struct Traits<skm_roster> {
  static constexpr std::uint32_t kind = first_kind + 22;
  using Value = RosterOfMatrix;
};

struct PlanOfMatrix {
  std::shared_ptr<const Matrix> matrix;
  BatchPlan plan;
};
template <>
struct Traits<skm_plan> {
  static constexpr std::uint32_t kind = first_kind + 23;
  using Value = std::shared_ptr<const PlanOfMatrix>;
};

struct PlannedScores {
  std::shared_ptr<const PlanOfMatrix> plan;  ///< Nothing if they were never used.
  Reusable<PeopleScores> result;
};
template <>
struct Traits<skm_scores> {
  static constexpr std::uint32_t kind = first_kind + 24;
  using Value = PlannedScores;
};

struct PlannedRanking {
  std::shared_ptr<const PlanOfMatrix> plan;
  std::uint32_t person_count = 0;  ///< Of the roster.
  Reusable<BatchRanking> result;
};
template <>
struct Traits<skm_ranking> {
  static constexpr std::uint32_t kind = first_kind + 25;
  using Value = PlannedRanking;
};

struct CountsOfMatrix {
  std::shared_ptr<const Matrix> matrix;  ///< Nothing if they were never used.
  Reusable<SkillCounts> result;
};
template <>
struct Traits<skm_counts> {
  static constexpr std::uint32_t kind = first_kind + 26;
  using Value = CountsOfMatrix;
};

// --- Texts ---

/// Has ill-formed sequences become U+FFFD: what goes out is UTF-8, whatever the input was.
void make_well_formed(std::string& text);

inline skm_string_view view_of(std::string_view text) noexcept {
  return {text.data(), text.size()};
}

/// A text that is an argument. Throws a failure if it has a size but no bytes.
std::string_view text_of(skm_string_view text, std::string_view argument);
/// The same where there is no way to say so: then it is empty.
std::string_view text_or_empty(skm_string_view text) noexcept;
/// The same; also throws one if it is not UTF-8.
std::string_view utf8_of(skm_string_view text, std::string_view argument);
/// A path. Throws a failure if it has a NUL in it.
std::string path_of(skm_string_view path);

/// Calls `use` with the text of a file. Throws a failure if it cannot be read.
void with_file(skm_string_view path, const std::function<void(std::string_view text)>& use);

// --- Arrays ---

/// An array that is an argument. Throws a failure if it has a length but is NULL.
template <class T, class Count>
std::span<T> array_of(T* items, Count count, std::string_view argument) {
  if (items == nullptr && count != 0) throw is_null(argument);
  return {items, static_cast<std::size_t>(count)};
}

/// Gives the items of a list, each by `to_c`, as far as there is room, and how many there are.
template <class List, class Item, class Convert>
void give_list(const List& items, std::uint32_t capacity, Item* out_items, std::uint32_t* out_count,
               Convert to_c) {
  if (out_count == nullptr) throw is_null("out_count");
  const auto room = array_of(out_items, capacity, "the array");
  for (std::size_t at = 0; at < std::min(items.size(), room.size()); ++at) {
    room[at] = to_c(items[at]);
  }
  *out_count = static_cast<std::uint32_t>(items.size());
}

// --- Structs that begin with their size ---

/// Checks the size that a struct of the caller says it has, and throws a failure if it cannot be.
void check_struct_size(std::size_t size, std::string_view argument);
/// Throws a failure unless these bytes, which this version of the library does not know, are 0.
void check_unknown_tail(const void* bytes, std::size_t size, std::string_view argument);

/// Options of the caller. Members that the caller does not know of, or all if there are none, are
/// 0.
template <class Options>
Options read_options(const Options* given, std::string_view argument) {
  Options options{};
  options.struct_size = sizeof(Options);
  if (given == nullptr) return options;
  const std::size_t size = given->struct_size;
  check_struct_size(size, argument);
  std::memcpy(static_cast<void*>(&options), given, std::min(size, sizeof(Options)));
  options.struct_size = sizeof(Options);
  if (size > sizeof(Options)) {
    check_unknown_tail(reinterpret_cast<const char*>(given) + sizeof(Options),
                       size - sizeof(Options), argument);
  }
  return options;
}

/// Fills in a struct of the caller, as far as the caller knows it.
template <class Struct>
void write_struct(Struct* target, Struct value, std::string_view argument) {
  if (target == nullptr) throw is_null(argument);
  const std::size_t size = target->struct_size;
  check_struct_size(size, argument);
  value.struct_size = size;
  std::memcpy(static_cast<void*>(target), &value, std::min(size, sizeof(Struct)));
}

/// Throws a failure unless a member that means nothing yet is 0.
void check_reserved(std::int64_t reserved, std::string_view argument);

inline Layout layout_of(skm_bool compact) noexcept {
  return compact != 0 ? Layout::compact : Layout::indented;
}

/// What reading gets from its options.
ReadOptions limits_of(const skm_read_options* options);

/// How many findings the caller wants at most.
inline std::size_t most_findings(std::uint64_t max_diagnostics) noexcept {
  return max_diagnostics == 0 ? ReadOptions().max_diagnostics : max_diagnostics;
}

/// A fraction that is an argument. Throws a failure if it is none that the library can have.
Fraction fraction_of(const skm_fraction& fraction, std::string_view argument);

/// A scoring model, or the default one if the name is empty, perhaps with other credits. Throws a
/// failure if there is none, or it does not take them.
Scoring scoring_of(skm_string_view name, const skm_fraction* credits = nullptr,
                   std::uint64_t credit_count = 0);

/// Which ratings count. Throws a failure if the date, written as a number (20260131), is none, or
/// the others cannot be.
RatingOptions ratings_of(std::uint32_t as_of, std::int32_t policy, std::uint32_t min_confidence);

// --- Numbers ---

/// The number of what was found, or SKM_NONE.
template <class Index>
std::uint32_t number_of(std::optional<Index> found) noexcept {
  return found ? found->value : SKM_NONE;
}

/// Throws a failure unless the number is below the count.
void check_number(std::uint64_t number, std::uint64_t count, std::string_view argument);

/// A date written as a number: 20260131. Nothing if there is no such day.
std::optional<Date> date_of(std::uint32_t number) noexcept;
/// The same the other way round; 0 if there is none.
std::uint32_t number_of(const std::optional<Date>& date) noexcept;

}  // namespace skillmatrix::capi
