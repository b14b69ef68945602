// Search as its header describes it, the slow and obvious way: every name is compared with the
// query.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "skillmatrix/search.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

namespace skillmatrix::oracle {

/// The whole table of distances between beginnings. With `is_part`, of `left` from the nearest part
/// of `right`.
template <class Text>
std::size_t typing_distance(const Text& left, const Text& right, bool is_part = false) {
  const std::size_t width = right.size() + 1;
  std::vector<std::size_t> table((left.size() + 1) * width);
  const auto cell = [&](std::size_t row, std::size_t column) -> std::size_t& {
    return table[row * width + column];
  };
  for (std::size_t row = 0; row <= left.size(); ++row) cell(row, 0) = row;
  for (std::size_t column = 0; column < width; ++column) cell(0, column) = is_part ? 0 : column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    for (std::size_t column = 1; column < width; ++column) {
      const std::size_t replaced =
          cell(row - 1, column - 1) + (left[row - 1] == right[column - 1] ? 0 : 1);
      cell(row, column) =
          std::min({replaced, cell(row - 1, column) + 1, cell(row, column - 1) + 1});
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
          left[row - 2] == right[column - 1]) {
        cell(row, column) = std::min(cell(row, column), cell(row - 2, column - 2) + 1);
      }
    }
  }
  if (!is_part) return cell(left.size(), width - 1);
  const auto last_row = table.end() - static_cast<std::ptrdiff_t>(width);
  return *std::min_element(last_row, table.end());
}

inline std::size_t allowed_errors(std::size_t length) {
  return length < 3 ? 0 : length < 6 ? 1 : 2;
}

struct Term {
  std::u32string word;             ///< Of a word,
  std::vector<std::uint64_t> run;  ///< or of a run.
};

inline Term word_term(const std::string& text) { return {text::code_points(text), {}}; }

struct Name {
  SearchKind kind = SearchKind::skill;
  std::uint32_t index = 0;
  std::string_view id;
  std::uint32_t tag = 0;
  bool is_alias = false;
  std::string_view text;
  std::size_t length = 0;
  std::string key;
  std::vector<Term> terms;
};

/// How well a name matches; the less, the better.
struct Quality {
  std::size_t errors = 0;
  SearchMatch match = SearchMatch::whole_name;

  friend auto operator<=>(const Quality&, const Quality&) = default;
};

class Search {
 public:
  explicit Search(const Matrix& matrix) {
    const TextTable& texts = matrix.texts();
    for (std::uint32_t tag = 0; tag < texts.tag_count(); ++tag) {
      for (std::uint32_t at = 0; at < matrix.skill_count(); ++at) {
        const SkillIndex skill{at};
        add(SearchKind::skill, at, matrix.skill_id(skill), tag, false,
            texts.in(matrix.skill_title(skill), tag));
        for (const TextIndex alias : matrix.skill_aliases(skill)) {
          add(SearchKind::skill, at, matrix.skill_id(skill), tag, true, texts.in(alias, tag));
        }
      }
      for (std::uint32_t at = 0; at < matrix.role_count(); ++at) {
        add(SearchKind::role, at, matrix.role_id({at}), tag, false,
            texts.in(matrix.role_title({at}), tag));
      }
      for (std::uint32_t at = 0; at < matrix.category_count(); ++at) {
        add(SearchKind::category, at, matrix.category_id({at}), tag, false,
            texts.in(matrix.category_title({at}), tag));
      }
    }
  }

  [[nodiscard]] const std::vector<Name>& names() const { return names_; }

  [[nodiscard]] std::vector<SearchHit> search(std::string_view query,
                                              const SearchOptions& options = {}) const {
    using Rank = std::tuple<Quality, std::size_t, bool, std::size_t, std::string_view, SearchKind,
                            std::string_view, const Name*>;
    const std::string key = folded(text::prefix(query, 256));
    const std::vector<std::vector<Term>> readings = readings_of(key);
    std::vector<Rank> ranks;
    for (const Name& name : names_) {
      if (!is_wanted(name.kind, options.kinds)) continue;
      std::optional<Quality> best;
      for (const std::vector<Term>& terms : readings) {
        const std::optional<Quality> quality = compare(terms, name, key, options.most_errors);
        if (quality && (!best || *quality < *best)) best = quality;
      }
      if (!best) continue;
      ranks.emplace_back(*best, tag_rank(name.tag, options.tag_order), name.is_alias, name.length,
                         name.id, name.kind, name.text, &name);
    }
    std::sort(ranks.begin(), ranks.end());
    std::vector<SearchHit> hits;
    std::set<std::pair<SearchKind, std::uint32_t>> listed;
    for (const Rank& rank : ranks) {
      if (hits.size() == options.limit) break;
      const Name& name = *std::get<const Name*>(rank);
      if (!listed.emplace(name.kind, name.index).second) continue;
      const auto& quality = std::get<Quality>(rank);
      hits.push_back({name.kind, quality.match, static_cast<std::uint8_t>(quality.errors),
                      name.is_alias, name.index, name.tag, name.text});
    }
    return hits;
  }

 private:
  static std::string folded(std::string_view text) {
    return text::search_fold(text::name_fold(text));
  }

  static bool is_wanted(SearchKind kind, const SearchKinds& kinds) {
    if (kind == SearchKind::skill) return kinds.skills;
    return kind == SearchKind::role ? kinds.roles : kinds.categories;
  }

  static std::size_t tag_rank(std::uint32_t tag, std::span<const std::uint32_t> order) {
    const auto place = std::find(order.begin(), order.end(), tag);
    if (place != order.end()) return static_cast<std::size_t>(place - order.begin());
    return order.size() + tag;
  }

  void add(SearchKind kind, std::uint32_t index, std::string_view id, std::uint32_t tag,
           bool is_alias, std::string_view text) {
    if (text.empty()) return;
    Name name{kind,         index, id, tag, is_alias, text, text::code_points(text).size(),
              folded(text), {}};
    for (const text::Word& word : text::words(name.key)) {
      if (word.spaceless) {
        name.terms.push_back({{}, text::units(word.text)});
        continue;
      }
      name.terms.push_back(word_term(word.text));
      for (const std::string& part : word.parts) name.terms.push_back(word_term(part));
      for (const std::string& part : word.dotted) name.terms.push_back(word_term(part));
    }
    names_.push_back(std::move(name));
  }

  /// The query with its compounds whole, and, if it makes sense, taken apart.
  static std::vector<std::vector<Term>> readings_of(const std::string& key) {
    std::vector<Term> whole;
    std::vector<Term> apart;
    bool has_parts = false;
    for (const text::Word& word : text::words(key)) {
      if (word.spaceless) {
        whole.push_back({{}, text::units(word.text)});
        apart.push_back(whole.back());
        continue;
      }
      whole.push_back(word_term(word.text));
      std::size_t longest = 0;
      for (const std::string& part : word.parts) {
        longest = std::max(longest, text::code_points(part).size());
      }
      if (word.parts.size() < 2 || longest < 2) {
        apart.push_back(whole.back());
        continue;
      }
      has_parts = true;
      for (const std::string& part : word.parts) apart.push_back(word_term(part));
    }
    if (whole.size() > 16) whole.resize(16);
    if (apart.size() > 16) apart.resize(16);
    if (whole.empty()) return {};
    if (!has_parts) return {whole};
    return {whole, apart};
  }

  static std::optional<Quality> compare(const std::vector<Term>& query, const Name& name,
                                        const std::string& key, std::size_t most_errors) {
    Quality sum{0, SearchMatch::words};
    for (const Term& word : query) {
      std::optional<Quality> best;
      for (const Term& term : name.terms) {
        const auto quality = compare(word, term, &word == &query.back(), most_errors);
        if (quality && (!best || *quality < *best)) best = quality;
      }
      if (!best) return std::nullopt;
      sum.errors += best->errors;
      sum.match = std::max(sum.match, best->match);
    }
    if (sum.errors != 0) {
      sum.match = SearchMatch::typing_errors;
    } else if (name.key == key) {
      sum.match = SearchMatch::whole_name;
    } else if (name.key.starts_with(key)) {
      sum.match = SearchMatch::name_start;
    }
    return sum;
  }

  static std::optional<Quality> compare(const Term& word, const Term& term, bool is_last,
                                        std::size_t most_errors) {
    if (word.run.empty() != term.run.empty()) return std::nullopt;
    return word.run.empty() ? compare_words(word.word, term.word, is_last, most_errors)
                            : compare_runs(word.run, term.run, most_errors);
  }

  static std::optional<Quality> compare_words(const std::u32string& word,
                                              const std::u32string& term, bool is_last,
                                              std::size_t most_errors) {
    if (word == term) return Quality{0, SearchMatch::words};
    if (is_last && term.starts_with(word)) return Quality{0, SearchMatch::word_start};
    std::size_t letters = 0;
    for (const char32_t point : word) {
      if (std::u32string_view(U"+#./&-_'").find(point) == std::u32string_view::npos) ++letters;
    }
    const std::size_t allowed = letters < 3 ? 0 : allowed_errors(word.size());
    return with_errors(allowed, most_errors, [&] { return typing_distance(word, term); });
  }

  static std::optional<Quality> compare_runs(const std::vector<std::uint64_t>& part,
                                             const std::vector<std::uint64_t>& run,
                                             std::size_t most_errors) {
    if (part == run) return Quality{0, SearchMatch::words};
    if (std::search(run.begin(), run.end(), part.begin(), part.end()) != run.end()) {
      return Quality{0, SearchMatch::word_start};
    }
    bool shares_pair = false;
    for (std::size_t at = 0; at + 1 < part.size(); ++at) {
      const auto pair = part.begin() + static_cast<std::ptrdiff_t>(at);
      if (std::search(run.begin(), run.end(), pair, pair + 2) != run.end()) shares_pair = true;
    }
    if (!shares_pair) return std::nullopt;
    return with_errors(allowed_errors(part.size()), most_errors,
                       [&] { return typing_distance(part, run, true); });
  }

  template <class Distance>
  static std::optional<Quality> with_errors(std::size_t allowed, std::size_t most_errors,
                                            Distance distance) {
    allowed = std::min(allowed, most_errors);
    if (allowed == 0) return std::nullopt;
    const std::size_t errors = distance();
    if (errors > allowed) return std::nullopt;
    return Quality{errors, SearchMatch::typing_errors};
  }

  std::vector<Name> names_;
};

}  // namespace skillmatrix::oracle
