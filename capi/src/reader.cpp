#include "skillmatrix/reader.h"

#include <array>
#include <optional>

#include "skillmatrix/report.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Matrix;
using skillmatrix::Rank;
using skillmatrix::Reader;
using skillmatrix::ServedText;
using skillmatrix::TextIndex;
using skillmatrix::Titled;

namespace {

/// One text for each of some things.
struct TextKind {
  std::int32_t number;
  std::uint32_t (*count)(const Matrix&);
  TextIndex (*text)(const Matrix&, std::uint32_t);
  std::optional<Titled> titled = std::nullopt;  ///< Titles have placeholders.
};

template <std::uint32_t (Matrix::*count)() const>
std::uint32_t count_of(const Matrix& matrix) {
  return (matrix.*count)();
}
std::uint32_t one(const Matrix&) { return 1; }

template <class Number, TextIndex (Matrix::*text)(Number) const>
TextIndex text_of(const Matrix& matrix, std::uint32_t number) {
  return (matrix.*text)(Number{number});
}

constexpr auto skills = count_of<&Matrix::skill_count>;
constexpr auto roles = count_of<&Matrix::role_count>;
constexpr auto role_levels = count_of<&Matrix::role_level_count>;
constexpr auto categories = count_of<&Matrix::category_count>;
constexpr auto scales = count_of<&Matrix::scale_count>;

using skillmatrix::CategoryIndex;
using skillmatrix::RoleIndex;
using skillmatrix::RoleLevelIndex;
using skillmatrix::ScaleIndex;
using skillmatrix::SkillIndex;

constexpr std::array kinds = {
    TextKind{SKM_TITLE_OF_FRAMEWORK, one,
             [](const Matrix& matrix, std::uint32_t) { return matrix.title(); }, Titled::framework},
    TextKind{SKM_SUMMARY_OF_FRAMEWORK, one,
             [](const Matrix& matrix, std::uint32_t) { return matrix.summary(); }},
    TextKind{SKM_TITLE_OF_SKILL, skills, text_of<SkillIndex, &Matrix::skill_title>, Titled::skill},
    TextKind{SKM_SUMMARY_OF_SKILL, skills, text_of<SkillIndex, &Matrix::skill_summary>},
    TextKind{SKM_TITLE_OF_ROLE, roles, text_of<RoleIndex, &Matrix::role_title>, Titled::role},
    TextKind{SKM_SUMMARY_OF_ROLE, roles, text_of<RoleIndex, &Matrix::role_summary>},
    TextKind{SKM_TITLE_OF_ROLE_LEVEL, role_levels,
             text_of<RoleLevelIndex, &Matrix::role_level_title>, Titled::level},
    TextKind{SKM_FOCUS_OF_ROLE_LEVEL, role_levels, text_of<RoleLevelIndex, &Matrix::focus>},
    TextKind{SKM_TITLE_OF_CATEGORY, categories, text_of<CategoryIndex, &Matrix::category_title>,
             Titled::category},
    TextKind{SKM_DESCRIPTION_OF_CATEGORY, categories,
             text_of<CategoryIndex, &Matrix::category_description>},
    TextKind{SKM_TITLE_OF_SCALE, scales, text_of<ScaleIndex, &Matrix::scale_title>, Titled::scale},
    TextKind{SKM_DESCRIPTION_OF_SCALE, scales, text_of<ScaleIndex, &Matrix::scale_description>},
};

constexpr bool are_in_order() {
  for (std::size_t at = 0; at < kinds.size(); ++at) {
    if (kinds[at].number != static_cast<std::int32_t>(at)) return false;
  }
  return true;
}
static_assert(are_in_order(), "a kind is found by its number");

const TextKind* find_kind(std::int32_t kind) noexcept {
  const bool is_known = kind >= 0 && static_cast<std::size_t>(kind) < kinds.size();
  return is_known ? &kinds[static_cast<std::size_t>(kind)] : nullptr;
}

const TextKind& kind_of(std::int32_t kind) {
  if (const TextKind* const found = find_kind(kind)) return *found;
  throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "there is no such kind of text", {}};
}

const Reader& get(const skm_reader* reader) { return capi::get(reader, "reader").reader; }

skm_served_text to_c(const ServedText& text) noexcept {
  return {capi::view_of(text.value), capi::view_of(text.tag), capi::number_of(text.direction),
          capi::number_of(text.source)};
}

skm_served_text serve(const Reader& reader, const TextKind& kind, std::uint32_t index) {
  const TextIndex text = kind.text(reader.matrix(), index);
  return to_c(kind.titled ? reader.title(text, *kind.titled) : reader.text(text));
}

/// Gives the text that `find` finds.
template <class Find>
skm_status give(const skm_reader* reader, skm_served_text* out_text, Find find) noexcept {
  return capi::guard([&] {
    const Reader& value = get(reader);
    if (out_text == nullptr) throw capi::is_null("out_text");
    *out_text = find(value);
  });
}

/// Of a scale.
Rank rank_of(const Matrix& matrix, ScaleIndex scale, std::uint32_t rank) {
  if (rank == 0) throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "ranks count from 1", {}};
  capi::check_number(rank - 1, matrix.level_count(scale), "rank");
  return static_cast<Rank>(rank);
}

}  // namespace

skm_status skm_reader_build(const skm_matrix* matrix, const skm_language* language,
                            const skm_negotiation_options* options, skm_reader** out_reader,
                            skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_reader, "out_reader");
    const auto& shared = capi::get(matrix, "matrix");
    const skillmatrix::NegotiationOptions negotiation = capi::negotiation_of(options);
    const skillmatrix::Language chosen = language == nullptr
                                             ? skillmatrix::Language(shared->default_locale())
                                             : capi::get(language, "language").language;
    capi::MatrixReader value{shared, Reader(*shared, chosen, negotiation), {}};
    for (const skillmatrix::LocaleLink& link : value.reader.chain().links()) {
      value.tag_order.push_back(link.tag);
    }
    out.set(std::move(value));
  });
}

std::uint32_t skm_reader_tag_count(const skm_reader* reader) noexcept {
  const capi::MatrixReader* const value = capi::peek(reader);
  return value == nullptr ? 0 : static_cast<std::uint32_t>(value->reader.chain().links().size());
}

skm_status skm_reader_tag(const skm_reader* reader, std::uint32_t place, skm_string_view* out_tag,
                          std::int32_t* out_source) noexcept {
  return capi::guard([&] {
    const Reader& value = get(reader);
    const auto links = value.chain().links();
    capi::check_number(place, links.size(), "place");
    if (out_tag == nullptr) throw capi::is_null("out_tag");
    if (out_source == nullptr) throw capi::is_null("out_source");
    *out_tag = capi::view_of(value.matrix().texts().tag(links[place].tag));
    *out_source = capi::number_of(links[place].source);
  });
}

std::uint32_t skm_reader_text_count(const skm_reader* reader, std::int32_t kind) noexcept {
  const capi::MatrixReader* const value = capi::peek(reader);
  const TextKind* const found = find_kind(kind);
  return value == nullptr || found == nullptr ? 0 : found->count(*value->matrix);
}

skm_status skm_reader_text(const skm_reader* reader, std::int32_t kind, std::uint32_t index,
                           skm_served_text* out_text) noexcept {
  return give(reader, out_text, [&](const Reader& value) {
    const TextKind& found = kind_of(kind);
    capi::check_number(index, found.count(value.matrix()), "index");
    return serve(value, found, index);
  });
}

skm_status skm_reader_texts(const skm_reader* reader, std::int32_t kind, std::uint32_t capacity,
                            skm_served_text* out_texts) noexcept {
  return capi::guard([&] {
    const Reader& value = get(reader);
    const TextKind& found = kind_of(kind);
    const std::uint32_t count = found.count(value.matrix());
    if (out_texts == nullptr && count != 0) throw capi::is_null("out_texts");
    if (capacity < count) throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "too little room", {}};
    for (std::uint32_t index = 0; index < count; ++index) {
      out_texts[index] = serve(value, found, index);
    }
  });
}

skm_status skm_reader_level_text(const skm_reader* reader, std::int32_t kind, std::uint32_t scale,
                                 std::uint32_t rank, skm_served_text* out_text) noexcept {
  return give(reader, out_text, [&](const Reader& value) {
    const Matrix& matrix = value.matrix();
    capi::check_number(scale, matrix.scale_count(), "scale");
    const ScaleIndex found{scale};
    const Rank level = rank_of(matrix, found, rank);
    switch (kind) {
      case SKM_TITLE_OF_LEVEL:
        return to_c(value.level_title(found, level));
      case SKM_LABEL_OF_LEVEL:
        return to_c(value.text(matrix.level_label(found, level)));
      case SKM_DESCRIPTION_OF_LEVEL:
        return to_c(value.text(matrix.level_description(found, level)));
      default:
        throw capi::Failure{SKM_ERR_OUT_OF_RANGE, "there is no such kind of text", {}};
    }
  });
}

skm_status skm_reader_skill_level_description(const skm_reader* reader, std::uint32_t skill,
                                              std::uint32_t rank,
                                              skm_served_text* out_text) noexcept {
  return give(reader, out_text, [&](const Reader& value) {
    const Matrix& matrix = value.matrix();
    capi::check_number(skill, matrix.skill_count(), "skill");
    const SkillIndex found{skill};
    const Rank level = rank_of(matrix, matrix.skill_scale(found), rank);
    return to_c(value.text(matrix.skill_level_description(found, level)));
  });
}

skm_status skm_reader_cell_description(const skm_reader* reader, std::uint32_t role_level,
                                       std::uint32_t skill, skm_served_text* out_text) noexcept {
  return give(reader, out_text, [&](const Reader& value) {
    const Matrix& matrix = value.matrix();
    capi::check_number(role_level, matrix.role_level_count(), "role_level");
    capi::check_number(skill, matrix.skill_count(), "skill");
    const auto cell = matrix.find_cell(RoleLevelIndex{role_level}, SkillIndex{skill});
    return to_c(cell ? value.text(matrix.cell_description(*cell)) : ServedText{});
  });
}

skm_status skm_reader_raise_description(const skm_reader* reader, std::uint32_t role_level,
                                        std::uint32_t skill, std::uint32_t rank,
                                        skm_served_text* out_text) noexcept {
  return give(reader, out_text, [&](const Reader& value) {
    const Matrix& matrix = value.matrix();
    capi::check_number(role_level, matrix.role_level_count(), "role_level");
    capi::check_number(skill, matrix.skill_count(), "skill");
    const SkillIndex found{skill};
    const Rank level = rank_of(matrix, matrix.skill_scale(found), rank);
    return to_c(value.text(
        skillmatrix::raise_description(matrix, RoleLevelIndex{role_level}, found, level)));
  });
}

skm_status skm_reader_skill_aliases(const skm_reader* reader, std::uint32_t skill,
                                    std::uint32_t capacity, skm_served_text* out_texts,
                                    std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    const Reader& value = get(reader);
    capi::check_number(skill, value.matrix().skill_count(), "skill");
    if (out_count == nullptr) throw capi::is_null("out_count");
    const auto room = capi::array_of(out_texts, capacity, "out_texts");
    const std::vector<ServedText> names = value.skill_aliases(SkillIndex{skill});
    for (std::size_t at = 0; at < std::min(names.size(), room.size()); ++at) {
      room[at] = to_c(names[at]);
    }
    *out_count = static_cast<std::uint32_t>(names.size());
  });
}

void skm_reader_destroy(skm_reader* reader) noexcept { capi::destroy(reader); }
