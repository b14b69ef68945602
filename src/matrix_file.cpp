// Matrices in files: opening and saving.
#include "block.hpp"
#include "file.hpp"
#include "matrix_sections.hpp"
#include "skillmatrix/matrix.hpp"

namespace skillmatrix {
namespace {

/// Takes the sections of a block, and notes those that do not have the items they must.
class SectionReader {
 public:
  explicit SectionReader(const Block& block) : block_(block) {}

  template <class T>
  void operator()(std::uint32_t id, std::span<const T>& items) {
    if (matrix_section::is_optional(id) && block_.find(id) == nullptr) return;
    if (!block_.take(id, items)) is_complete_ = false;
  }

  void operator()(std::uint32_t id, NumberColumn& column) {
    const BlockSection* const section = block_.find(id);
    switch (section == nullptr ? 0 : section->item_bytes) {
      case 1:
        column = NumberColumn(block_.items<std::uint8_t>(*section));
        break;
      case 2:
        column = NumberColumn(block_.items<std::uint16_t>(*section));
        break;
      case 4:
        column = NumberColumn(block_.items<std::uint32_t>(*section));
        break;
      default:
        is_complete_ = false;
    }
  }

  [[nodiscard]] bool is_complete() const { return is_complete_; }

 private:
  const Block& block_;
  bool is_complete_ = true;
};

}  // namespace

Result<Matrix> Matrix::read(OwnedBytes bytes) {
  Result<Matrix> result;
  const auto block =
      Block::open(std::move(bytes), BlockKind::matrix, matrix_format_version, result.diagnostics);
  if (!block) return result;
  Matrix matrix;
  SectionReader reader(*block);
  for_each_section(reader, matrix.arrays_);
  reader(matrix_section::cell_skills, matrix.requirement_columns_.skills);
  reader(matrix_section::cell_terms, matrix.requirement_columns_.terms);
  for_each_text_section(reader, matrix.texts_.arrays_);
  if (!reader.is_complete() || matrix.arrays_.facts.size() != 1) {
    result.diagnostics.push_back(damaged_data("section_table"));
    return result;
  }
  matrix.requirement_columns_.expected = matrix.arrays_.expected;
  matrix.requirement_columns_.weights = matrix.arrays_.weights;
  matrix.texts_.text_count_ = matrix.facts().text_count;
  matrix.texts_.owner_ = block->bytes().owner;
  matrix.owner_ = block->bytes().owner;
  matrix.bytes_ = block->bytes().bytes;
  result.value = std::move(matrix);
  return result;
}

Result<Matrix> Matrix::open(std::span<const std::byte> bytes) { return read({bytes, nullptr}); }

Result<Matrix> Matrix::open(const std::string& path) {
  std::vector<Diagnostic> findings;
  auto bytes = map_file(path, findings);
  if (!bytes) return {std::nullopt, std::move(findings)};
  Result<Matrix> result = read(std::move(*bytes));
  name_file(result.diagnostics, path);
  return result;
}

std::vector<Diagnostic> Matrix::save(const std::string& path) const {
  std::vector<Diagnostic> findings;
  replace_file(path, bytes_, findings);
  return findings;
}

}  // namespace skillmatrix
