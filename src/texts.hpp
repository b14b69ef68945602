// The walk over the texts of a model, from its descriptions: a new member is walked over without a
// line here.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "path.hpp"
#include "skillmatrix/describe.hpp"
#include "type.hpp"

namespace skillmatrix::form {

/// Strings by language tag: the aliases of a skill, and the fallbacks of a framework.
using StringsByTag = Aliases;

/// Whether a text has the form of a `text_hash`, in letters of any case.
inline bool is_text_hash(std::string_view hash) {
  return hash.size() == 16 && hash.find_first_not_of("0123456789abcdefABCDEF") == hash.npos;
}

/// What a string is for: to name a thing, to be read, or for programs (ids, dates, licences, tags).
enum class StringUse : std::uint8_t { name, prose, other };

/// Where a value is that holds text. Valid during the visit.
struct TextPlace {
  const Path& path;
  std::string_view record;  ///< The type that has it: "Skill".
  std::string_view field;   ///< Its member, as in JSON: "title".
  StringUse use;
};

namespace detail {

template <class T>
inline constexpr bool holds_text =
    std::is_same_v<T, LocalizedText> || std::is_same_v<T, StringsByTag> ||
    std::is_same_v<T, Extensions> || std::is_same_v<T, std::string>;

/// What the strings in a member of type `T` are for.
template <class T>
constexpr StringUse use_of(std::string_view member) {
  const bool is_localized = std::is_same_v<T, LocalizedText>;
  if (std::ranges::find(naming_members, member) != naming_members.end()) return StringUse::name;
  const bool is_noted = std::ranges::find(plain_prose_members, member) != plain_prose_members.end();
  return is_localized || is_noted ? StringUse::prose : StringUse::other;
}

/// Calls itself as deep as the types are nested, not the data.
template <class T, class Visitor>
void walk_texts(T& value, const TextPlace& place, Visitor& visitor) {
  using Value = std::remove_const_t<T>;
  const auto inside = [&place](const Path& path) {
    return TextPlace{path, place.record, place.field, place.use};
  };
  if constexpr (holds_text<Value>) {
    if constexpr (std::is_invocable_v<Visitor&, const TextPlace&, T&>) visitor(place, value);
  } else if constexpr (is_list<Value>::value) {
    for (std::size_t at = 0; at < value.size(); ++at) {
      const Path path(place.path, at);
      walk_texts(value[at], inside(path), visitor);
    }
  } else if constexpr (is_optional<Value>::value) {
    if (value) walk_texts(*value, place, visitor);
  } else if constexpr (boost::describe::has_describe_members<Value>::value) {
    boost::mp11::mp_for_each<descriptors<Value>>([&](auto descriptor) {
      auto& member = value.*descriptor.pointer;
      constexpr std::string_view name = json_name(decltype(descriptor)::name);
      const Path path(place.path, name);
      using Member = std::remove_cvref_t<decltype(member)>;
      constexpr std::string_view record = name_of<Value>();
      constexpr StringUse use = use_of<Member>(name);
      walk_texts(member, TextPlace{path, record, name, use}, visitor);
    });
  }
}

}  // namespace detail

/// Calls `visitor(place, value)` for each value of a model that holds text, in the order of the
/// document: each `LocalizedText`, `StringsByTag`, `std::string` and `Extensions`, const if the
/// model is. Those that the visitor does not take are passed over. Complexity: linear in the model.
template <class Model, class Visitor>
void for_each_text(Model& model, Visitor&& visitor) {
  const Path document;
  detail::walk_texts(model, TextPlace{document, {}, {}, StringUse::other}, visitor);
}

}  // namespace skillmatrix::form
