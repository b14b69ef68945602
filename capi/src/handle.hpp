// Handles: what the opaque types of the C API point to.
//
// A handle points to an object that begins with a number which says of which kind it is, so that a
// handle of the wrong kind is told from a right one. This is the only place that casts.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "failure.hpp"
#include "skillmatrix/skillmatrix.h"

namespace skillmatrix::capi {

/// What a handle holds: `Value`, and a number `kind` that no other type has.
template <class Handle>
struct Traits;

template <class Handle>
struct Object {
  std::uint32_t kind = Traits<Handle>::kind;
  typename Traits<Handle>::Value value;
};

/// The kind of whatever a handle points to.
inline std::uint32_t kind_of(const void* handle) noexcept {
  std::uint32_t kind = 0;
  std::memcpy(&kind, handle, sizeof(kind));
  return kind;
}

/// Nothing if the handle is NULL or of another kind.
template <class Handle>
const typename Traits<Handle>::Value* peek(const Handle* handle) noexcept {
  if (handle == nullptr || kind_of(handle) != Traits<Handle>::kind) return nullptr;
  return &reinterpret_cast<const Object<Handle>*>(handle)->value;
}

/// The value. Throws a failure if the handle is NULL or of another kind; `name` is the argument's.
template <class Handle>
const typename Traits<Handle>::Value& get(const Handle* handle, std::string_view name) {
  if (handle == nullptr) throw is_null(name);
  if (const auto* value = peek(handle)) return *value;
  throw Failure{SKM_ERR_WRONG_HANDLE, std::string(name) + " is a handle of another kind"};
}

/// The same, to be changed.
template <class Handle>
typename Traits<Handle>::Value& edit(Handle* handle, std::string_view name) {
  get(handle, name);
  return reinterpret_cast<Object<Handle>*>(handle)->value;
}

/// A handle that lives in another one.
template <class Handle>
const Handle* borrow(const Object<Handle>& object) noexcept {
  return reinterpret_cast<const Handle*>(&object);
}

template <class Handle>
Handle* make(typename Traits<Handle>::Value value) {
  return reinterpret_cast<Handle*>(new Object<Handle>{Traits<Handle>::kind, std::move(value)});
}

/// The same of an object that there is already.
template <class Handle>
Handle* give(std::unique_ptr<Object<Handle>> object) noexcept {
  return reinterpret_cast<Handle*>(object.release());
}

/// NULL, and what is of another kind, stays as it is.
template <class Handle>
void destroy(Handle* handle) noexcept {
  if (peek(handle) != nullptr) delete reinterpret_cast<Object<Handle>*>(handle);
}

/// Where a new handle goes: NULL until there is one.
template <class Handle>
class Out {
 public:
  Out(Handle** place, std::string_view name) : place_(place) {
    if (place == nullptr) throw is_null(name);
    *place = nullptr;
  }
  void set(typename Traits<Handle>::Value value) { *place_ = make<Handle>(std::move(value)); }

 private:
  Handle** place_;
};

}  // namespace skillmatrix::capi
