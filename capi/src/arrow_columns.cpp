#include "arrow_columns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

#include "skillmatrix/text.hpp"

namespace skillmatrix::capi::arrow {
namespace {

// Types, for messages.
constexpr std::string_view types_of_numbers = "whole numbers (c, C, s, S, i, I, l, L)";
constexpr std::string_view types_of_flags =
    "booleans (b), or whole numbers (c, C, s, S, i, I, l, L)";
constexpr std::string_view types_of_texts = "texts (u, U, vu, or a dictionary of these)";
constexpr std::string_view types_of_texts_or_numbers =
    "texts (u, U, vu, or a dictionary of these), or whole numbers (c, C, s, S, i, I, l, L)";

/// Elements that need not be where their type has to be.
template <class Element>
class Elements {
 public:
  Elements(const void* bytes, std::size_t begin)
      : bytes_(static_cast<const char*>(bytes) + begin * sizeof(Element)) {}

  Element operator[](std::size_t at) const {
    Element element;
    std::memcpy(&element, bytes_ + at * sizeof(Element), sizeof(Element));
    return element;
  }

 private:
  const char* bytes_;
};

/// Calls `use` with the elements of a piece, of whatever width they are. False if the format is not
/// that of whole numbers.
template <class Use>
bool with_whole_numbers(std::string_view format, const Piece& piece, Use use) {
  if (format.size() != 1) return false;
  const auto give = [&](auto element) {
    use(Elements<decltype(element)>(piece.size == 0 ? nullptr : piece.buffer(1),
                                    piece.size == 0 ? 0 : piece.begin));
    return true;
  };
  switch (format.front()) {
    case 'c':
      return give(std::int8_t{});
    case 'C':
      return give(std::uint8_t{});
    case 's':
      return give(std::int16_t{});
    case 'S':
      return give(std::uint16_t{});
    case 'i':
      return give(std::int32_t{});
    case 'I':
      return give(std::uint32_t{});
    case 'l':
      return give(std::int64_t{});
    case 'L':
      return give(std::uint64_t{});
    default:
      return false;
  }
}

bool is_whole_format(std::string_view format) {
  return format.size() == 1 && std::string_view("cCsSiIlL").find(format) != std::string_view::npos;
}

void mark_null(std::vector<std::uint8_t>& nulls, std::size_t rows, std::size_t row) {
  if (nulls.empty()) nulls.resize(rows);
  nulls[row] = 1;
}

/// Where the numbers are, if they are all there as they have to be.
template <class Number>
const Number* in_place(const Column& column, std::string_view formats) {
  if (column.pieces.size() != 1 || formats.find(column.format()) == std::string_view::npos) {
    return nullptr;
  }
  const Piece& piece = column.pieces.front();
  if (piece.has_nulls()) return nullptr;
  const Number* const numbers = static_cast<const Number*>(piece.buffer(1)) + piece.begin;
  const bool is_aligned = reinterpret_cast<std::uintptr_t>(numbers) % alignof(Number) == 0;
  return is_aligned ? numbers : nullptr;
}

/// Reads whole numbers, each by `convert(piece, at, number)`, unless they are fine `in_place`.
template <class Number, class Convert>
Numbers<Number> read_numbers(const Column& column, std::string_view formats, Number null,
                             Convert convert) {
  for (const Piece& piece : column.pieces) column.check_buffers(piece, 2);
  Numbers<Number> result;
  if (const Number* const numbers = in_place<Number>(column, formats)) {
    result.all = {numbers, column.rows};
    return result;
  }
  result.converted.reserve(column.rows);
  for (const Piece& piece : column.pieces) {
    with_whole_numbers(column.format(), piece, [&](auto elements) {
      for (std::size_t at = 0; at < piece.size; ++at) {
        if (piece.is_null(at)) {
          mark_null(result.nulls, column.rows, result.converted.size());
          result.converted.push_back(null);
        } else {
          result.converted.push_back(convert(piece, at, elements[at]));
        }
      }
    });
  }
  result.all = result.converted;
  return result;
}

void check_utf8(const Column& column, const Piece& piece, std::span<const std::string_view> texts) {
  for (std::size_t at = 0; at < texts.size(); ++at) {
    if (piece.is_null(at) || !skillmatrix::first_ill_formed(texts[at])) continue;
    column.refuse_row(piece, at, "is not UTF-8", SKM_ERR_ENCODING);
  }
}

/// Appends the texts of a piece; what a null one has is of no account.
template <class Offset>
void append_texts(const Column& column, const Piece& piece, std::vector<std::string_view>& texts) {
  column.check_buffers(piece, 3);
  if (piece.size == 0) return;
  const Elements<Offset> offsets(piece.buffer(1), piece.begin);
  const auto* const bytes = static_cast<const char*>(piece.buffer(2));
  const Offset first = offsets[0];
  const std::size_t before = texts.size();
  Offset begin = first;
  bool is_cut = false;  // Inside of a character.
  for (std::size_t at = 0; at < piece.size; ++at) {
    const Offset end = offsets[at + 1];
    if (begin < 0 || end < begin) {
      column.refuse_row(piece, at, "has offsets that do not rise", SKM_ERR_OUT_OF_RANGE);
    }
    if (end != begin && bytes == nullptr) column.refuse("its buffer of texts is missing");
    const std::string_view text =
        end == begin ? std::string_view()
                     : std::string_view(bytes + begin, static_cast<std::size_t>(end - begin));
    is_cut |= !text.empty() && (static_cast<unsigned char>(text.front()) >> 6U) == 2;
    texts.push_back(text);
    begin = end;
  }
  const auto size = static_cast<std::size_t>(begin - first);
  if (size == 0) return;
  // All at once is faster; one by one tells which it is, and spares those that are null.
  if (!is_cut && !skillmatrix::first_ill_formed(std::string_view(bytes + first, size))) return;
  check_utf8(column, piece, std::span(texts).subspan(before));
}

/// Short texts are in the view itself, others in buffers, the sizes of which are in the last one.
struct View {
  std::int32_t size;
  std::array<char, 4> prefix;
  std::int32_t buffer;
  std::int32_t offset;
};
static_assert(sizeof(View) == 16);

void append_views(const Column& column, const Piece& piece, std::vector<std::string_view>& texts) {
  column.check_buffers(piece, 3, true);
  if (piece.size == 0) return;
  constexpr std::int32_t most_inside = 12;
  const std::int64_t buffers = piece.array->n_buffers - 3;
  const void* const sizes = piece.buffer(piece.array->n_buffers - 1);
  if (buffers != 0 && sizes == nullptr) column.refuse("the sizes of its buffers are missing");
  const auto* const views = static_cast<const char*>(piece.buffer(1));
  const std::size_t before = texts.size();
  for (std::size_t at = 0; at < piece.size; ++at) {
    const char* const place = views + (piece.begin + at) * sizeof(View);
    if (piece.is_null(at)) {
      texts.emplace_back();
      continue;
    }
    View view;
    std::memcpy(&view, place, sizeof(view));
    if (view.size >= 0 && view.size <= most_inside) {
      texts.emplace_back(place + offsetof(View, prefix), static_cast<std::size_t>(view.size));
      continue;
    }
    const bool is_in_buffer = view.size > 0 && view.buffer >= 0 && view.buffer < buffers &&
                              view.offset >= 0 && piece.buffer(2 + view.buffer) != nullptr;
    if (!is_in_buffer || Elements<std::int64_t>(sizes, 0)[static_cast<std::size_t>(view.buffer)] <
                             std::int64_t{view.offset} + view.size) {
      column.refuse_row(piece, at, "is outside of its buffer", SKM_ERR_OUT_OF_RANGE);
    }
    texts.emplace_back(static_cast<const char*>(piece.buffer(2 + view.buffer)) + view.offset,
                       static_cast<std::size_t>(view.size));
  }
  check_utf8(column, piece, std::span(texts).subspan(before));
}

using Append = void (*)(const Column& column, const Piece& piece,
                        std::vector<std::string_view>& texts);

/// How to read texts of a format; nothing if it is not one of texts.
Append append_of(std::string_view format) {
  if (format == "u") return append_texts<std::int32_t>;
  if (format == "U") return append_texts<std::int64_t>;
  if (format == "vu") return append_views;
  return nullptr;
}

/// Whether arrays have the same elements since these are in the same place.
bool are_same(const ArrowArray& one, const ArrowArray& other) {
  return other.buffers != nullptr && one.length == other.length && one.offset == other.offset &&
         one.null_count == other.null_count && one.n_buffers == other.n_buffers &&
         std::equal(one.buffers, one.buffers + one.n_buffers, other.buffers);
}

/// Reads numbers of texts, each of which is read once for each dictionary.
class DictionaryReader {
 public:
  explicit DictionaryReader(const Column& column)
      : column_(column), append_(append_of(column.type->dictionary->format)) {
    if (append_ == nullptr || column.type->dictionary->dictionary != nullptr ||
        !is_whole_format(column.format())) {
      column.refuse_type(types_of_texts);
    }
    texts_.is_encoded = true;
    texts_.numbers.reserve(column.rows);
  }

  Texts read() && {
    for (const Piece& piece : column_.pieces) {
      column_.check_buffers(piece, 2);
      read_dictionary(piece);
      with_whole_numbers(column_.format(), piece, [&](auto elements) {
        for (std::size_t at = 0; at < piece.size; ++at) {
          add(piece.is_null(at) ? no_number : number_of(piece, at, elements[at]));
        }
      });
    }
    return std::move(texts_);
  }

 private:
  /// Batches mostly share a dictionary, but need not.
  void read_dictionary(const Piece& piece) {
    const ArrowArray* const dictionary = piece.array->dictionary;
    if (dictionary == nullptr) column_.refuse("its dictionary is missing");
    if (last_ != nullptr && are_same(*last_, *dictionary)) return;
    Column values{column_.name + ", dictionary", column_.type->dictionary, {}, 0};
    values.rows = dictionary->length < 0 ? 0 : static_cast<std::size_t>(dictionary->length);
    values.pieces = {piece_of(dictionary, 0, values.rows, values.name)};
    const std::size_t first = texts_.texts.size();
    if (values.rows > wrong_number - first) {
      values.refuse("it has too many texts", SKM_ERR_OUT_OF_RANGE);
    }
    append_(values, values.pieces.front(), texts_.texts);
    numbers_.clear();
    numbers_.reserve(values.rows);
    for (std::size_t at = 0; at < values.rows; ++at) {
      const bool is_null = values.pieces.front().is_null(at);
      numbers_.push_back(is_null ? no_number : static_cast<std::uint32_t>(first + at));
    }
    last_ = dictionary;
  }

  template <class Number>
  std::uint32_t number_of(const Piece& piece, std::size_t at, Number element) const {
    if (std::cmp_less(element, 0) || std::cmp_greater_equal(element, numbers_.size())) {
      column_.refuse_row(piece, at, "is outside of its dictionary", SKM_ERR_OUT_OF_RANGE);
    }
    return numbers_[static_cast<std::size_t>(element)];
  }

  void add(std::uint32_t number) {
    if (number == no_number) mark_null(texts_.nulls, column_.rows, texts_.numbers.size());
    texts_.numbers.push_back(number);
  }

  const Column& column_;
  Append append_;
  Texts texts_;
  const ArrowArray* last_ = nullptr;
  std::vector<std::uint32_t> numbers_;  ///< Of the texts of that dictionary.
};

/// `expected` says which types there could be.
Texts read_texts(const Column& column, std::string_view expected) {
  if (column.type->dictionary != nullptr) return DictionaryReader(column).read();
  Texts result;
  if (column.format() == "n") {
    result.texts.resize(column.rows);
    result.nulls.assign(column.rows, 1);
    return result;
  }
  const Append append = append_of(column.format());
  if (append == nullptr) column.refuse_type(expected);
  result.texts.reserve(column.rows);
  for (const Piece& piece : column.pieces) {
    const std::size_t before = result.texts.size();
    append(column, piece, result.texts);
    for (std::size_t at = 0; piece.has_nulls() && at < piece.size; ++at) {
      if (!piece.is_null(at)) continue;
      result.texts[before + at] = {};
      mark_null(result.nulls, column.rows, before + at);
    }
  }
  return result;
}

Numbers<std::uint32_t> read_indices(const Column& column, std::string_view formats) {
  if (!is_whole(column)) column.refuse_type(types_of_numbers);
  return read_numbers<std::uint32_t>(
      column, formats, no_number, [](const Piece& /*piece*/, std::size_t /*at*/, auto number) {
        return std::in_range<std::uint32_t>(number) ? static_cast<std::uint32_t>(number)
                                                    : wrong_number;
      });
}

}  // namespace

bool is_whole(const Column& column) {
  return column.type->dictionary == nullptr && is_whole_format(column.format());
}

Numbers<std::uint32_t> read_indices(const Column& column) {
  return read_indices(column, "iI");  // A negative one in place is one that is too great.
}

Numbers<std::uint32_t> read_optional_indices(const Column& column) {
  return read_indices(column, "I");
}

Numbers<Rank> read_ranks(const Column& column) {
  if (!is_whole(column)) column.refuse_type(types_of_numbers);
  return read_numbers<Rank>(column, "C", 0, [&](const Piece& piece, std::size_t at, auto number) {
    if (std::in_range<Rank>(number)) return static_cast<Rank>(number);
    column.refuse_row(piece, at, "is no rank", SKM_ERR_OUT_OF_RANGE);
  });
}

Numbers<std::uint8_t> read_flags(const Column& column) {
  if (is_whole(column)) {
    return read_numbers<std::uint8_t>(column, "C", 0,
                                      [](const Piece& /*piece*/, std::size_t /*at*/, auto number) {
                                        return static_cast<std::uint8_t>(number != 0 ? 1 : 0);
                                      });
  }
  if (column.format() == "n") return {};
  if (column.format() != "b") column.refuse_type(types_of_flags);
  Numbers<std::uint8_t> result;
  result.converted.reserve(column.rows);
  for (const Piece& piece : column.pieces) {
    column.check_buffers(piece, 2);
    for (std::size_t at = 0; at < piece.size; ++at) {
      const bool is_set = Piece::bit(piece.buffer(1), piece.begin + at) && !piece.is_null(at);
      result.converted.push_back(is_set ? 1 : 0);
    }
  }
  result.all = result.converted;
  return result;
}

Texts read_texts(const Column& column) { return read_texts(column, types_of_texts); }

Texts read_texts_not_numbers(const Column& column) {
  return read_texts(column, types_of_texts_or_numbers);
}

void Texts::decode() {
  if (!is_encoded) return;
  std::vector<std::string_view> decoded;
  decoded.reserve(numbers.size());
  for (const std::uint32_t number : numbers) {
    decoded.push_back(number == no_number ? std::string_view() : texts[number]);
  }
  texts = std::move(decoded);
  numbers.clear();
  is_encoded = false;
}

}  // namespace skillmatrix::capi::arrow
