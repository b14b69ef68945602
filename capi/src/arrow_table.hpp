// Tables that come through Arrow: the record batches of a stream. Nothing that they say of
// themselves is believed that can be checked; how long buffers are cannot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrow.hpp"
#include "skillmatrix/diagnostic.hpp"

namespace skillmatrix::capi::arrow {

/// A column of one batch: elements `begin` to `begin + size` of an array.
struct Piece {
  const ArrowArray* array = nullptr;
  std::size_t begin = 0;
  std::size_t size = 0;

  [[nodiscard]] const void* buffer(std::int64_t number) const { return array->buffers[number]; }

  [[nodiscard]] bool has_nulls() const {
    return array->n_buffers != 0 && array->null_count != 0 && buffer(0) != nullptr;
  }
  [[nodiscard]] bool is_null(std::size_t at) const {
    return has_nulls() && !bit(buffer(0), begin + at);
  }

  static bool bit(const void* bits, std::size_t at) {
    return (static_cast<const std::uint8_t*>(bits)[at / 8] >> (at % 8) & 1U) != 0;
  }
};

/// A column of all batches.
struct Column {
  std::string name;  ///< For messages: ratings, column “skill”.
  const ArrowSchema* type = nullptr;
  std::vector<Piece> pieces;
  std::size_t rows = 0;

  [[nodiscard]] std::string_view format() const { return type->format; }

  [[noreturn]] void refuse(std::string_view problem,
                           skm_status status = SKM_ERR_INVALID_ARGUMENT) const;
  [[noreturn]] void refuse_row(const Piece& piece, std::size_t at, std::string_view problem,
                               skm_status status) const;
  /// Says which types there could be.
  [[noreturn]] void refuse_type(std::string_view expected) const;

  /// Throws a failure unless a piece has so many buffers, or if there may be more, at least so
  /// many: the marks of nulls, the elements, and so on.
  void check_buffers(const Piece& piece, std::int64_t count, bool may_be_more = false) const;
};

/// Elements of an array. Throws a failure unless they are in it.
Piece piece_of(const ArrowArray* array, std::size_t begin, std::size_t size, std::string_view name);

/// The batches of a stream, for as long as it lives.
class Table {
 public:
  /// Reads all of it. Throws a failure if it fails, or gives something that makes no sense.
  Table(std::string_view name, Taken<ArrowArrayStream> stream);

  [[nodiscard]] std::size_t rows() const { return rows_; }

  /// A column; nothing if there is none of that name.
  std::optional<Column> find(std::string_view field);
  /// The same; throws a failure if there is none.
  Column get(std::string_view field);

  [[noreturn]] void refuse(const std::string& problem,
                           skm_status status = SKM_ERR_INVALID_ARGUMENT) const;

  /// A finding for each column that nobody asked for.
  void report_unused(std::vector<Diagnostic>& findings) const;

 private:
  struct Batch {
    Taken<ArrowArray> array;
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  [[nodiscard]] std::string name_of(std::size_t at) const;
  void expect(Taken<ArrowArrayStream>& stream, int code) const;
  void add(Taken<ArrowArray> array);

  std::string name_;
  Taken<ArrowSchema> schema_;
  std::vector<Batch> batches_;  ///< Those with rows.
  std::size_t rows_ = 0;
  std::vector<bool> is_used_;
};

}  // namespace skillmatrix::capi::arrow
