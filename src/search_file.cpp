// Search indexes in the blocks of their matrices.
#include <algorithm>
#include <string>

#include "matrix_sections.hpp"
#include "search_data.hpp"
#include "skillmatrix/text_data.hpp"

namespace skillmatrix {
namespace {

/// What an index depends on beside its matrix: others fold and cut names in other ways.
std::string made_with() {
  const TextDataVersions versions = text_data_versions();
  return std::to_string(search_format_version) + ' ' + versions.icu + ' ' + versions.unicode;
}

/// The block of a matrix.
std::optional<Block> block_of(const Matrix& matrix) {
  std::vector<Diagnostic> findings;
  return Block::open({matrix.bytes(), nullptr}, BlockKind::matrix, matrix_format_version, findings);
}

/// Whether the index in the block is one that this program would make.
bool has_own_index(const Block& block) {
  std::span<const char> maker;
  return block.take(matrix_section::search_made_with, maker) &&
         std::ranges::equal(maker, made_with());
}

/// Shows columns the sections of a block, one after the other.
class ColumnReader {
 public:
  explicit ColumnReader(const Block& block) : block_(block) {}

  template <class T>
  void operator()(Column<T>& column) {
    std::span<const T> items;
    if (block_.take(next_++, items)) {
      column = Column<T>::view(items);
    } else {
      is_complete_ = false;
    }
  }

  [[nodiscard]] bool is_complete() const { return is_complete_; }

 private:
  const Block& block_;
  std::uint32_t next_ = matrix_section::search_first;
  bool is_complete_ = true;
};

/// The name of what it says to be: else nobody could say which text a hit is.
bool is_name(const Matrix& matrix, const SearchName& name, std::string_view text) {
  const auto is_same = [&](TextIndex of_matrix) {
    const std::string_view other = matrix.texts().in(of_matrix, name.tag);
    return other.data() == text.data() && other.size() == text.size();
  };
  switch (name.kind) {
    case SearchKind::skill: {
      const SkillIndex skill{name.index};
      if (skill.value >= matrix.skill_count()) return false;
      if (name.is_alias == 0) return is_same(matrix.skill_title(skill));
      return std::ranges::any_of(matrix.skill_aliases(skill), is_same);
    }
    case SearchKind::role:
      return name.index < matrix.role_count() && is_same(matrix.role_title({name.index}));
    case SearchKind::category:
      return name.index < matrix.category_count() && is_same(matrix.category_title({name.index}));
  }
  return false;
}

bool are_names_sound(const Matrix& matrix, const SearchData& data) {
  if (!are_firsts(data.tag_first.items(), data.names.size()) ||
      data.tag_first.size() != matrix.texts().tag_count() + std::size_t{1}) {
    return false;
  }
  return std::ranges::all_of(data.names, [&](const SearchName& name) {
    const auto number = static_cast<NameNumber>(&name - data.names.items().data());
    const bool is_inside = name.tag < matrix.texts().tag_count() && name.length != 0 &&
                           name.offset <= data.bytes_of_texts.size() &&
                           name.length <= data.bytes_of_texts.size() - name.offset;
    return is_inside && number >= data.tag_first[name.tag] &&
           number < data.tag_first[name.tag + std::size_t{1}] && name.entity < data.entity_count &&
           name.is_alias <= (name.kind == SearchKind::skill ? 1 : 0) &&
           is_name(matrix, name, data.text(name));
  });
}

bool are_in_order(const StringTable& terms) {
  for (TermNumber term = 1; term < terms.size(); ++term) {
    if (terms[term - 1] >= terms[term]) return false;
  }
  return true;
}

}  // namespace

SearchData::SearchData(const Matrix& matrix)
    : texts(matrix.texts_),
      bytes_of_texts(texts.arrays_.bytes.data(), texts.arrays_.bytes.size()),
      entity_count(std::size_t{matrix.skill_count()} + matrix.role_count() +
                   matrix.category_count()) {}

std::optional<SearchData> SearchData::stored_in(const Matrix& matrix) {
  const auto block = block_of(matrix);
  if (!block || !has_own_index(*block)) return std::nullopt;
  SearchData data(matrix);
  ColumnReader reader(*block);
  visit_columns(data, reader);
  if (!reader.is_complete()) return std::nullopt;
  return data;
}

Matrix SearchData::with_index(const Matrix& matrix) const {
  const auto block = block_of(matrix);
  const std::string made = made_with();
  BlockWriter writer;
  for (const BlockSection& section : block->sections()) {
    if (section.id < matrix_section::search_made_with) writer.add(*block, section);
  }
  writer.add(matrix_section::search_made_with, std::span<const char>(made));
  std::uint32_t next = matrix_section::search_first;
  const auto add = [&](const auto& column) { writer.add(next++, column.items()); };
  visit_columns(*this, add);
  return *Matrix::read(writer.finish(BlockKind::matrix, matrix_format_version));
}

bool SearchData::is_sound(const Matrix& matrix) const {
  if (!are_names_sound(matrix, *this)) return false;
  if (!keys.is_sound() || keys.size() != names.size()) return false;
  if (!terms.is_sound() || !are_in_order(terms)) return false;
  const auto are_lists = [](const NumberLists& lists, std::size_t count, std::size_t limit) {
    return lists.is_sound(limit) && lists.size() == count && lists.is_rising();
  };
  return are_lists(terms_of_name, names.size(), terms.size()) &&
         are_lists(names_of_term, terms.size(), names.size()) && typing.is_sound(terms.size()) &&
         runs.is_sound(terms.size()) && answers.is_sound(*this);
}

std::size_t SearchData::memory_bytes() const {
  std::size_t bytes = sizeof *this;
  const auto add = [&bytes](const auto& column) { bytes += column.memory_bytes(); };
  visit_columns(*this, add);
  return bytes;
}

bool has_unsound_search_index(const Matrix& matrix) {
  const auto block = block_of(matrix);
  if (!block || !has_own_index(*block)) return false;
  const auto data = SearchData::stored_in(matrix);
  return !data || !data->is_sound(matrix);
}

}  // namespace skillmatrix
