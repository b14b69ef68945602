#include "skillmatrix/search.h"

#include "skillmatrix/report.hpp"
#include "texts.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::Matrix;
using skillmatrix::SearchHit;
using skillmatrix::SearchIndex;
using skillmatrix::SearchKind;
using skillmatrix::SearchMatch;
using skillmatrix::SearchOptions;

namespace {

static_assert(static_cast<int>(SearchMatch::whole_name) == SKM_MATCH_WHOLE_NAME);
static_assert(static_cast<int>(SearchMatch::name_start) == SKM_MATCH_NAME_START);
static_assert(static_cast<int>(SearchMatch::words) == SKM_MATCH_WORDS);
static_assert(static_cast<int>(SearchMatch::word_start) == SKM_MATCH_WORD_START);
static_assert(static_cast<int>(SearchMatch::typing_errors) == SKM_MATCH_TYPING_ERRORS);

constexpr std::uint32_t most_typing_errors = SearchOptions{}.most_errors;
constexpr std::uint32_t all_kinds = SKM_SEARCH_SKILLS + SKM_SEARCH_ROLES + SKM_SEARCH_CATEGORIES;

/// The bit of a kind.
std::uint32_t number_of(SearchKind kind) noexcept {
  static_assert(SKM_SEARCH_SKILLS == 1U << static_cast<unsigned>(SearchKind::skill) &&
                SKM_SEARCH_ROLES == 1U << static_cast<unsigned>(SearchKind::role) &&
                SKM_SEARCH_CATEGORIES == 1U << static_cast<unsigned>(SearchKind::category));
  return 1U << static_cast<unsigned>(kind);
}

SearchOptions options_of(const skm_search_options* given) {
  const skm_search_options options = capi::read_options(given, "options");
  const bool is_without = options.most_errors == SKM_SEARCH_NO_ERRORS;
  if ((options.kinds & ~all_kinds) != 0 || options.unused != 0 ||
      (options.most_errors > most_typing_errors && !is_without)) {
    throw capi::Failure{SKM_ERR_UNSUPPORTED_OPTION, "options has a value that cannot be", {}};
  }
  SearchOptions result;
  if (options.limit != 0) result.limit = options.limit;
  if (options.kinds != 0) {
    result.kinds = {(options.kinds & SKM_SEARCH_SKILLS) != 0,
                    (options.kinds & SKM_SEARCH_ROLES) != 0,
                    (options.kinds & SKM_SEARCH_CATEGORIES) != 0};
  }
  if (is_without) {
    result.most_errors = 0;
  } else if (options.most_errors != 0) {
    result.most_errors = static_cast<std::uint8_t>(options.most_errors);
  }
  return result;
}

std::vector<SearchHit> search(const capi::MatrixSearch& search, const capi::MatrixReader* reader,
                              std::string_view query, const skm_search_options* given) {
  SearchOptions options = options_of(given);
  if (reader != nullptr) {
    if (reader->matrix != search.matrix) {
      throw capi::Failure{SKM_ERR_OTHER_MATRIX, "index and reader are of different matrices", {}};
    }
    options.tag_order = reader->tag_order;
  }
  return search.index.search(query, options);
}

skm_search_hit to_c(const Matrix& matrix, const SearchHit& hit) {
  return {capi::view_of(hit.name),     capi::view_of(matrix.texts().tag(hit.tag)),
          number_of(hit.kind),         hit.index,
          static_cast<int>(hit.match), hit.errors,
          hit.is_alias ? 1 : 0,        0};
}

/// Gives the index that `make` makes of the matrix.
skm_status give_index(const skm_matrix* matrix, skm_search_index** out_index, skm_error** out_error,
                      SearchIndex (*make)(const Matrix&)) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_index, "out_index");
    const auto& shared = capi::get(matrix, "matrix");
    out.set({shared, make(*shared)});
  });
}

}  // namespace

skm_status skm_search_index_of(const skm_matrix* matrix, skm_search_index** out_index,
                               skm_error** out_error) noexcept {
  return give_index(matrix, out_index, out_error, SearchIndex::of);
}

skm_status skm_search_index_build(const skm_matrix* matrix, skm_search_index** out_index,
                                  skm_error** out_error) noexcept {
  return give_index(matrix, out_index, out_error, SearchIndex::build);
}

skm_status skm_search_index_embed(const skm_matrix* matrix, skm_matrix** out_matrix,
                                  skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_matrix, "out_matrix");
    const Matrix& value = *capi::get(matrix, "matrix");
    out.set(std::make_shared<const Matrix>(SearchIndex::with_index(value)));
  });
}

skm_status skm_search_index_find(const skm_search_index* index, const skm_reader* reader,
                                 skm_string_view query, const skm_search_options* options,
                                 std::uint32_t capacity, skm_search_hit* out_hits,
                                 std::uint32_t* out_count, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    const capi::MatrixSearch& value = capi::get(index, "index");
    const auto room = capi::array_of(out_hits, capacity, "out_hits");
    if (out_count == nullptr) throw capi::is_null("out_count");
    const std::vector<SearchHit> hits =
        search(value, reader == nullptr ? nullptr : &capi::get(reader, "reader"),
               capi::text_of(query, "query"), options);
    for (std::size_t at = 0; at < std::min(hits.size(), room.size()); ++at) {
      room[at] = to_c(*value.matrix, hits[at]);
    }
    *out_count = static_cast<std::uint32_t>(hits.size());
  });
}

skm_status skm_search_index_to_json(const skm_search_index* index, const skm_reader* reader,
                                    skm_string_view query, const skm_search_options* options,
                                    skm_buffer** out_json, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_json, "out_json");
    const capi::MatrixSearch& value = capi::get(index, "index");
    const capi::MatrixReader& matrix_reader = capi::get(reader, "reader");
    const std::string_view text = capi::utf8_of(query, "query");
    out.set(skillmatrix::search_json(matrix_reader.reader, text,
                                     search(value, &matrix_reader, text, options)));
  });
}

void skm_search_index_destroy(skm_search_index* index) noexcept { capi::destroy(index); }
