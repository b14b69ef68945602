#include "arrow_table.hpp"

#include <cerrno>
#include <limits>
#include <new>

#include "skillmatrix/text.hpp"
#include "validate_rules.hpp"

namespace skillmatrix::capi::arrow {
namespace {

/// What pandas calls a format of floating point, of which it makes numbers with gaps. Empty if it
/// is another one.
std::string_view floating_point(std::string_view format) {
  return format == "e" ? "float16" : format == "f" ? "float32" : format == "g" ? "float64" : "";
}

}  // namespace

void Column::refuse(std::string_view problem, skm_status status) const {
  throw Failure{status, name + ": " + std::string(problem), {}};
}

void Column::refuse_row(const Piece& piece, std::size_t at, std::string_view problem,
                        skm_status status) const {
  std::size_t row = at;
  for (const Piece* before = pieces.data(); before != &piece; ++before) row += before->size;
  refuse("row " + std::to_string(row) + " " + std::string(problem), status);
}

void Column::refuse_type(std::string_view expected) const {
  std::string found = "its format is “" + std::string(format()) + "”";
  if (type->dictionary != nullptr) {
    found += " with a dictionary of “" + std::string(type->dictionary->format) + "”";
  }
  const std::string_view floating = floating_point(format());
  if (!floating.empty()) found += ", " + std::string(floating);
  refuse(found + "; expected " + std::string(expected) +
         (floating.empty() ? "" : ". pandas keeps numbers with gaps whole by astype(\"UInt8\")"));
}

void Column::check_buffers(const Piece& piece, std::int64_t count, bool may_be_more) const {
  const std::int64_t given = piece.array->n_buffers;
  const bool is_right = may_be_more ? given >= count : given == count;
  if (!is_right || piece.array->buffers == nullptr) {
    refuse("it has another number of buffers than its type");
  }
  if (piece.size == 0) return;
  if (piece.buffer(1) == nullptr) refuse("its buffer of elements is missing");
  if (piece.array->null_count > 0 && piece.buffer(0) == nullptr) {
    refuse("it has nulls, but nothing says which");
  }
}

Piece piece_of(const ArrowArray* array, std::size_t begin, std::size_t size,
               std::string_view name) {
  const auto refuse = [&](std::string_view problem) {
    throw Failure{SKM_ERR_INVALID_ARGUMENT, std::string(name) + ": " + std::string(problem), {}};
  };
  if (array == nullptr) refuse("its array is missing");
  if (array->length < 0 || array->offset < 0 || array->null_count < -1 || array->n_buffers < 0 ||
      array->n_children < 0 ||
      array->offset > std::numeric_limits<std::int64_t>::max() - array->length) {
    refuse("its array has impossible numbers");
  }
  if (begin + size > static_cast<std::size_t>(array->length)) refuse("its array is too short");
  return {array, static_cast<std::size_t>(array->offset) + begin, size};
}

Table::Table(std::string_view name, Taken<ArrowArrayStream> stream) : name_(name) {
  ArrowSchema schema{};
  expect(stream, stream->get_schema(&*stream, &schema));
  schema_ = Taken(&schema);
  if (!schema_.is_there()) refuse("the stream has no schema");
  check_whole(*schema_, name_);
  if (std::string_view(schema_->format) != "+s") {
    refuse("expected record batches (+s), not “" + std::string(schema_->format) + "”");
  }
  for (;;) {
    ArrowArray array{};
    expect(stream, stream->get_next(&*stream, &array));
    Taken batch(&array);
    if (!batch.is_there()) break;
    add(std::move(batch));
  }
  is_used_.resize(static_cast<std::size_t>(schema_->n_children));
}

void Table::expect(Taken<ArrowArrayStream>& stream, int code) const {
  if (code == 0) return;
  if (code == ENOMEM) throw std::bad_alloc();
  const char* const error = stream->get_last_error(&*stream);
  const bool is_text = error != nullptr && !first_ill_formed(error);
  refuse("the stream failed: " + (is_text ? error : "error " + std::to_string(code)),
         SKM_ERR_INVALID_INPUT);
}

void Table::add(Taken<ArrowArray> array) {
  const std::size_t size = array->length < 0 ? 0 : static_cast<std::size_t>(array->length);
  const Piece piece = piece_of(&*array, 0, size, name_);
  if (array->n_children != schema_->n_children ||
      (array->n_children != 0 && array->children == nullptr)) {
    refuse("a batch has other columns than the schema");
  }
  if (array->n_buffers > 1 || (array->n_buffers == 1 && array->buffers == nullptr)) {
    refuse("a batch has another number of buffers than its type");
  }
  if (size == 0) return;
  for (std::size_t row = 0; piece.has_nulls() && row < size; ++row) {
    if (piece.is_null(row)) refuse("a row of a batch is null as a whole");
  }
  if (size > std::vector<std::string_view>().max_size() - rows_) {
    refuse("there are too many rows", SKM_ERR_OUT_OF_RANGE);
  }
  rows_ += size;
  batches_.push_back({std::move(array), piece.begin, size});
}

std::optional<Column> Table::find(std::string_view field) {
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < is_used_.size(); ++at) {
    if (name_of(at) != field) continue;
    if (found) refuse("the column “" + std::string(field) + "” is there twice");
    found = at;
  }
  if (!found) return std::nullopt;
  is_used_[*found] = true;
  Column column;
  column.name = name_ + ", column “" + std::string(field) + "”";
  column.type = schema_->children[*found];
  column.rows = rows_;
  column.pieces.reserve(batches_.size());
  for (const Batch& batch : batches_) {
    column.pieces.push_back(
        piece_of(batch.array->children[*found], batch.begin, batch.size, column.name));
  }
  return column;
}

Column Table::get(std::string_view field) {
  if (auto column = find(field)) return *std::move(column);
  refuse("there is no column “" + std::string(field) + "”");
}

void Table::refuse(const std::string& problem, skm_status status) const {
  throw Failure{status, name_ + ": " + problem, {}};
}

void Table::report_unused(std::vector<Diagnostic>& findings) const {
  for (std::size_t at = 0; at < is_used_.size(); ++at) {
    if (is_used_[at]) continue;
    findings.push_back(make_diagnostic(Code::csv_unused_column,
                                       rules::pointer_of(name_, name_of(at)), name_of(at)));
  }
}

/// Names come from elsewhere, and get into findings: what is no text is no name.
std::string Table::name_of(std::size_t at) const {
  const char* const name = schema_->children[at]->name;
  if (name == nullptr || first_ill_formed(name)) return {};
  return name;
}

}  // namespace skillmatrix::capi::arrow
