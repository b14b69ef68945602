// Tables of Arrow made by hand, sound ones and broken ones, for tests.
#pragma once

#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "skillmatrix/arrow.h"

namespace skillmatrix::capi_tests {

using Bytes = std::vector<char>;

/// An array and its type. Of what a test changes nothing is looked at here.
struct Given {
  std::string format;
  std::string name;
  std::int64_t length = 0;
  std::int64_t offset = 0;
  std::int64_t null_count = 0;
  std::vector<std::optional<Bytes>> buffers;  ///< Nothing: NULL.
  std::vector<Given> children;
  std::vector<Given> dictionary;  ///< One or none.

  // Lies.
  std::optional<std::int64_t> buffer_count;
  std::optional<std::int64_t> child_count;
  bool has_no_buffers = false;
  bool has_no_children = false;
};

/// Structs that are out there.
inline std::atomic<int> live_structs = 0;

template <class Struct>
struct Held {
  Given given;
  std::vector<const void*> buffers;
  std::vector<std::unique_ptr<Struct>> structs;
  std::vector<Struct*> children;
  std::unique_ptr<Struct> dictionary;

  ~Held() {
    for (auto& each : structs) {
      if (each != nullptr && each->release != nullptr) each->release(each.get());
    }
    if (dictionary != nullptr && dictionary->release != nullptr) {
      dictionary->release(dictionary.get());
    }
  }

  /// Has the struct own this, and everything below it.
  template <class Make>
  static Held& put_into(Struct& target, const Given& given, Make make) {
    auto* const held = new Held{given, {}, {}, {}, {}};
    for (const Given& child : given.children) {
      held->structs.push_back(std::make_unique<Struct>(make(child)));
      held->children.push_back(held->structs.back().get());
    }
    for (const Given& each : given.dictionary) {
      held->dictionary = std::make_unique<Struct>(make(each));
    }
    target.n_children =
        given.child_count.value_or(static_cast<std::int64_t>(given.children.size()));
    target.children = given.has_no_children ? nullptr : held->children.data();
    target.dictionary = held->dictionary.get();
    target.private_data = held;
    target.release = [](Struct* released) {
      --live_structs;
      delete static_cast<Held*>(released->private_data);
      released->release = nullptr;
    };
    ++live_structs;
    return *held;
  }
};

inline ArrowSchema schema_of(const Given& given) {
  ArrowSchema schema{};
  const auto& held = Held<ArrowSchema>::put_into(schema, given, schema_of);
  schema.format = held.given.format.c_str();
  schema.name = held.given.name.c_str();
  return schema;
}

inline ArrowArray array_of(const Given& given) {
  ArrowArray array{};
  auto& held = Held<ArrowArray>::put_into(array, given, array_of);
  for (const auto& buffer : held.given.buffers) {
    held.buffers.push_back(buffer ? buffer->data() : nullptr);
  }
  array.length = given.length;
  array.offset = given.offset;
  array.null_count = given.null_count;
  array.n_buffers = given.buffer_count.value_or(static_cast<std::int64_t>(given.buffers.size()));
  array.buffers = given.has_no_buffers ? nullptr : held.buffers.data();
  return array;
}

/// A stream of batches, which then ends or fails.
struct Batches {
  std::vector<Given> batches;
  Given type;            ///< Of all of them.
  int error = 0;         ///< Of get_next after the last batch.
  int schema_error = 0;  ///< Of get_schema.
  const char* message = nullptr;
  std::size_t next = 0;
};

inline ArrowArrayStream stream_of(Batches batches) {
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    const Batches& data = *static_cast<const Batches*>(self->private_data);
    if (data.schema_error == 0) *out = schema_of(data.type);
    return data.schema_error;
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    Batches& data = *static_cast<Batches*>(self->private_data);
    if (data.next < data.batches.size()) {
      *out = array_of(data.batches[data.next++]);
      return 0;
    }
    *out = {};
    return data.error;
  };
  stream.get_last_error = [](ArrowArrayStream* self) {
    return static_cast<const Batches*>(self->private_data)->message;
  };
  stream.release = [](ArrowArrayStream* self) {
    --live_structs;
    delete static_cast<Batches*>(self->private_data);
    self->release = nullptr;
  };
  stream.private_data = new Batches(std::move(batches));
  ++live_structs;
  return stream;
}

inline ArrowArrayStream stream_of(std::vector<Given> batches) {
  Batches data;
  data.type = batches.front();
  data.batches = std::move(batches);
  return stream_of(std::move(data));
}
inline ArrowArrayStream stream_of(const Given& batch) {
  return stream_of(std::vector<Given>{batch});
}

// --- Columns ---

template <class T>
using Column = std::vector<std::optional<T>>;
using Words = Column<std::string>;
using Ints = Column<std::int64_t>;

template <class Number>
void append(Bytes& bytes, Number number) {
  const auto at = bytes.size();
  bytes.resize(at + sizeof(number));
  std::memcpy(bytes.data() + at, &number, sizeof(number));
}

/// Bits, one for each element for which something holds.
template <class T, class Predicate>
Bytes bits_of(const Column<T>& column, Predicate predicate) {
  Bytes bits((column.size() + 7) / 8);
  for (std::size_t at = 0; at < column.size(); ++at) {
    if (predicate(column[at])) bits[at / 8] = static_cast<char>(bits[at / 8] | 1 << at % 8);
  }
  return bits;
}

/// An array with its marks of nulls, which are there only if there are some.
template <class T>
Given array_with_nulls(std::string format, std::string name, const Column<T>& column) {
  Given given;
  given.format = std::move(format);
  given.name = std::move(name);
  given.length = static_cast<std::int64_t>(column.size());
  for (const auto& each : column) given.null_count += each ? 0 : 1;
  given.buffers.emplace_back();
  if (given.null_count != 0) {
    given.buffers.front() = bits_of(column, [](const auto& each) { return each.has_value(); });
  }
  return given;
}

inline Given whole_numbers(std::string name, std::string format, const Ints& column) {
  Given given = array_with_nulls(format, std::move(name), column);
  Bytes bytes;
  for (const auto& each : column) {
    const std::int64_t number = each.value_or(77);
    switch (format.front()) {
      case 'c':
      case 'C':
        append(bytes, static_cast<std::int8_t>(number));
        break;
      case 's':
      case 'S':
        append(bytes, static_cast<std::int16_t>(number));
        break;
      case 'i':
      case 'I':
        append(bytes, static_cast<std::int32_t>(number));
        break;
      default:
        append(bytes, number);
    }
  }
  given.buffers.emplace_back(std::move(bytes));
  return given;
}

inline Given booleans(std::string name, const Ints& column) {
  Given given = array_with_nulls("b", std::move(name), column);
  given.buffers.emplace_back(
      bits_of(column, [](const auto& each) { return each.value_or(1) != 0; }));
  return given;
}

template <class Offset>
Given words_with_offsets(std::string name, std::string format, const Words& column) {
  Given given = array_with_nulls(std::move(format), std::move(name), column);
  Bytes offsets, bytes;
  append(offsets, Offset{0});
  for (const auto& each : column) {
    const std::string text = each.value_or("\xff no text");
    bytes.insert(bytes.end(), text.begin(), text.end());
    append(offsets, static_cast<Offset>(bytes.size()));
  }
  given.buffers.emplace_back(std::move(offsets));
  given.buffers.emplace_back(std::move(bytes));
  return given;
}

inline Given views(std::string name, const Words& column) {
  Given given = array_with_nulls("vu", std::move(name), column);
  Bytes places;
  std::vector<Bytes> buffers(2);
  for (const auto& each : column) {
    const std::string text = each.value_or("\xff");
    append(places, static_cast<std::int32_t>(text.size()));
    if (text.size() <= 12) {
      Bytes inside(12);
      std::copy(text.begin(), text.end(), inside.begin());
      places.insert(places.end(), inside.begin(), inside.end());
      continue;
    }
    const std::size_t number = places.size() / 16 % 2;
    places.insert(places.end(), text.begin(), text.begin() + 4);
    append(places, static_cast<std::int32_t>(number));
    append(places, static_cast<std::int32_t>(buffers[number].size()));
    buffers[number].insert(buffers[number].end(), text.begin(), text.end());
  }
  Bytes sizes;
  given.buffers.emplace_back(std::move(places));
  for (Bytes& buffer : buffers) {
    append(sizes, static_cast<std::int64_t>(buffer.size()));
    given.buffers.emplace_back(std::move(buffer));
  }
  given.buffers.emplace_back(std::move(sizes));
  return given;
}

/// Texts in a format: u, U or vu.
inline Given words(std::string name, const Words& column, const std::string& format = "u") {
  if (format == "vu") return views(std::move(name), column);
  if (format == "U") return words_with_offsets<std::int64_t>(std::move(name), format, column);
  return words_with_offsets<std::int32_t>(std::move(name), format, column);
}

/// Texts by their numbers in a dictionary, of another format. Nulls are in the one or the other.
inline Given dictionary(std::string name, const Words& column,
                        const std::string& index_format = "c", const std::string& format = "u",
                        bool has_null_text = false) {
  Words texts;
  if (has_null_text) texts.emplace_back();
  Ints numbers;
  for (const auto& each : column) {
    if (!each && !has_null_text) {
      numbers.emplace_back();
      continue;
    }
    std::size_t at = 0;
    while (at < texts.size() && texts[at] != each) ++at;
    if (at == texts.size()) texts.push_back(each);
    numbers.emplace_back(static_cast<std::int64_t>(at));
  }
  Given given = whole_numbers(std::move(name), index_format, numbers);
  given.dictionary.push_back(words("", texts, format));
  return given;
}

inline Given batch(std::vector<Given> columns) {
  Given given;
  given.format = "+s";
  given.length = columns.empty() ? 0 : columns.front().length;
  given.buffers.emplace_back();
  given.children = std::move(columns);
  return given;
}

}  // namespace skillmatrix::capi_tests
