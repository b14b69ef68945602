// The run-time image of the descriptions in `describe.hpp`.
//
// Reading, writing, JSON Schema and structural walks are plain functions over these descriptors, so
// that their code exists once and not once for each type of the model.
#pragma once

#include <algorithm>
#include <boost/mp11/algorithm.hpp>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "large_pages.hpp"
#include "skillmatrix/describe.hpp"

namespace skillmatrix::form {

enum class Kind {
  text,
  whole_number,
  enumeration,
  date,
  localized_text,
  extensions,
  optional,
  list,
  map,
  record,
};

struct Type;

/// One member of a record.
struct Member {
  std::string_view name;
  const Type* type;
  void* (*address)(void* record);
  bool (*has_default)(const void* record);
  bool required;
  std::uint64_t least;  ///< Bounds, for a whole number.
  std::uint64_t most;
};

/// Called for each element of a list or entry of a map; a list gives empty keys.
using Visit = void (*)(void* context, std::string_view key, const void* element);

/// How to handle a value of some type through a `void*`. Only the functions of its kind are set.
struct Type {
  Kind kind;
  std::string_view name;
  std::span<const Member> members;          ///< record
  std::span<const std::string_view> names;  ///< enumeration, by value
  const Type* element;                      ///< optional, list, map
  void* (*grow)(void* value);               ///< optional: engages; list: appends an element
  std::size_t size_of;                      ///< In bytes, without what it points to.
  std::uint64_t required;                   ///< record: a bit for each member that must be there
  void (*reserve)(void* value, std::size_t count);      ///< list: room for so many elements
  void* (*emplace)(void* value, std::string_view key);  ///< map: nothing if the key is there
  void* (*at)(void* value, std::size_t index);          ///< list: nothing beyond the end
  std::size_t (*size)(const void* value);               ///< optional, list, map
  void (*each)(const void* value, void* context, Visit visit);  ///< optional, list, map
  void (*set)(void* value, std::uint64_t number);               ///< whole number, enumeration
  std::uint64_t (*get)(const void* value);                      ///< whole number, enumeration
};

/// Declared before it is defined, because descriptors refer to each other.
template <class T>
struct TypeOf {
  static const Type value;
};

template <class T>
inline constexpr const Type& type_of = TypeOf<T>::value;

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {
  using element = T;
};
template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {
  using element = T;
};
template <class T>
struct is_map : std::false_type {};
template <class T>
struct is_map<std::map<std::string, T, std::less<>>> : std::true_type {
  using element = T;
};

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}
template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}

/// C++ keywords carry a trailing underscore in the model, which JSON does not show.
constexpr std::string_view json_name(std::string_view name) {
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

template <class T>
constexpr std::uint64_t largest() {
  if constexpr (is_optional<T>::value) {
    return largest<typename is_optional<T>::element>();
  } else if constexpr (std::is_unsigned_v<T>) {
    return std::numeric_limits<T>::max();
  } else {
    return 0;
  }
}

template <class Record, class Descriptor>
constexpr Member make_member() {
  using Value = std::remove_cvref_t<decltype(std::declval<Record&>().*Descriptor::pointer)>;
  constexpr std::string_view name = json_name(Descriptor::name);
  Member member{
      .name = name,
      .type = &type_of<Value>,
      .address = [](void* record) -> void* { return &(as<Record>(record).*Descriptor::pointer); },
      .has_default =
          [](const void* record) {
            static const Record pristine{};
            return as<Record>(record).*Descriptor::pointer == pristine.*Descriptor::pointer;
          },
      .required = false,
      .least = 0,
      .most = largest<Value>(),
  };
  for (const std::string_view required : required_members<Record>) {
    if (required == name) member.required = true;
  }
  for (const Bounds& bound : bounds<Record>) {
    if (bound.member != name) continue;
    member.least = bound.least;
    member.most = bound.most;
  }
  return member;
}

template <class Record, class... Descriptors>
constexpr auto make_members(boost::mp11::mp_list<Descriptors...>) {
  return std::array{make_member<Record, Descriptors>()...};
}

template <class Record>
using descriptors = boost::mp11::mp_rename<
    boost::describe::describe_members<Record, boost::describe::mod_public>, boost::mp11::mp_list>;

template <class Record>
inline constexpr auto members_of = make_members<Record>(descriptors<Record>{});

template <class Enumeration, class... Descriptors>
constexpr auto make_names(boost::mp11::mp_list<Descriptors...>) {
  return std::array{std::string_view(Descriptors::name)...};
}

/// The enumerators of the model count from 0 without a gap, so that a name's place is its value.
template <class Enumeration>
inline constexpr auto names_of = make_names<Enumeration>(
    boost::mp11::mp_rename<boost::describe::describe_enumerators<Enumeration>,
                           boost::mp11::mp_list>{});

template <class Record>
constexpr bool names_a_member(std::string_view name) {
  for (const Member& member : members_of<Record>) {
    if (member.name == name) return true;
  }
  return false;
}

/// Guards the hand-written lists of `describe.hpp` against slips.
template <class Record>
constexpr bool lists_are_sound() {
  for (const std::string_view name : required_members<Record>) {
    if (!names_a_member<Record>(name)) return false;
  }
  for (const Bounds& bound : bounds<Record>) {
    if (!names_a_member<Record>(bound.member)) return false;
  }
  return true;
}

template <class T>
void add_number(Type& type) {
  type.set = [](void* value, std::uint64_t number) { as<T>(value) = static_cast<T>(number); };
  type.get = [](const void* value) { return static_cast<std::uint64_t>(as<T>(value)); };
}

/// Moves the elements only when the new memory is known to be large.
template <class T>
void reserve(std::vector<T>& list, std::size_t count) {
  std::vector<T> larger;
  larger.reserve(count);
  prefer_large_pages(larger.data(), count * sizeof(T));
  std::ranges::move(list, std::back_inserter(larger));
  list = std::move(larger);
}

template <class T>
void add_list(Type& type) {
  type.grow = [](void* value) -> void* { return &as<T>(value).emplace_back(); };
  type.reserve = [](void* value, std::size_t count) { reserve(as<T>(value), count); };
  type.at = [](void* value, std::size_t index) -> void* {
    return index < as<T>(value).size() ? &as<T>(value)[index] : nullptr;
  };
  type.size = [](const void* value) { return as<T>(value).size(); };
  type.each = [](const void* value, void* context, Visit visit) {
    for (const auto& element : as<T>(value)) visit(context, {}, &element);
  };
}

template <class T>
void add_map(Type& type) {
  type.emplace = [](void* value, std::string_view key) -> void* {
    const auto [entry, fresh] = as<T>(value).try_emplace(std::string(key));
    return fresh ? &entry->second : nullptr;
  };
  type.size = [](const void* value) { return as<T>(value).size(); };
  type.each = [](const void* value, void* context, Visit visit) {
    for (const auto& [key, element] : as<T>(value)) visit(context, key, &element);
  };
}

template <class T>
void add_optional(Type& type) {
  type.grow = [](void* value) -> void* { return &as<T>(value).emplace(); };
  type.size = [](const void* value) -> std::size_t { return as<T>(value).has_value() ? 1 : 0; };
  type.each = [](const void* value, void* context, Visit visit) {
    if (as<T>(value)) visit(context, {}, &*as<T>(value));
  };
}

/// The unqualified name of a type of the model, from the compiler's own wording of it.
template <class T>
constexpr std::string_view name_of() {
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  return name.substr(name.rfind(':') + 1);
}

template <class T>
constexpr Type make_type() {
  Type type{};
  type.size_of = sizeof(T);
  if constexpr (std::is_same_v<T, std::string>) {
    type.kind = Kind::text;
  } else if constexpr (std::is_same_v<T, Date>) {
    type.kind = Kind::date;
  } else if constexpr (std::is_same_v<T, LocalizedText>) {
    type.kind = Kind::localized_text;
  } else if constexpr (std::is_same_v<T, Extensions>) {
    type.kind = Kind::extensions;
  } else if constexpr (std::is_unsigned_v<T>) {
    type.kind = Kind::whole_number;
    add_number<T>(type);
  } else if constexpr (std::is_enum_v<T>) {
    type.kind = Kind::enumeration;
    type.name = name_of<T>();
    type.names = names_of<T>;
    add_number<T>(type);
  } else if constexpr (is_optional<T>::value) {
    type.kind = Kind::optional;
    type.element = &type_of<typename is_optional<T>::element>;
    add_optional<T>(type);
  } else if constexpr (is_list<T>::value) {
    type.kind = Kind::list;
    type.element = &type_of<typename is_list<T>::element>;
    add_list<T>(type);
  } else if constexpr (is_map<T>::value) {
    type.kind = Kind::map;
    type.element = &type_of<typename is_map<T>::element>;
    add_map<T>(type);
  } else {
    static_assert(lists_are_sound<T>(), "describe.hpp lists a member that the type does not have");
    static_assert(members_of<T>.size() <= 64, "the reader marks the members seen in 64 bits");
    type.kind = Kind::record;
    type.name = name_of<T>();
    type.members = members_of<T>;
    for (std::size_t at = 0; at < type.members.size(); ++at) {
      if (type.members[at].required) type.required |= std::uint64_t{1} << at;
    }
  }
  return type;
}

}  // namespace detail

template <class T>
const Type TypeOf<T>::value = detail::make_type<T>();

}  // namespace skillmatrix::form
