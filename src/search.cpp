#include "skillmatrix/search.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "search_data.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

constexpr std::size_t most_query_bytes = 256;
constexpr std::size_t most_query_words = 16;

struct QueryWord {
  std::string text;
  bool spaceless = false;
};
using QueryWords = std::vector<QueryWord>;

struct Query {
  std::string key;
  QueryWords words;
  QueryWords parts;  ///< The same with compounds taken apart; empty if there is none to take apart.
};

/// Signs between single letters (R&D, A/B) make one word of them: their parts say nothing.
bool is_worth_parting(const text::Word& word) {
  return word.parts.size() > 1 &&
         std::any_of(word.parts.begin(), word.parts.end(), [](const std::string& part) {
           return text::character_length(part, 0) < part.size();
         });
}

Query read_query(std::string_view text) {
  Query query;
  query.key = search_key(text::prefix(text, most_query_bytes));
  std::vector<text::Word> words = text::words(query.key);
  const bool has_parts = std::any_of(words.begin(), words.end(), is_worth_parting);
  for (text::Word& word : words) {
    if (has_parts && is_worth_parting(word)) {
      for (const std::string& part : word.parts) query.parts.push_back({part, false});
    } else if (has_parts) {
      query.parts.push_back({word.text, word.spaceless});
    }
    query.words.push_back({std::move(word.text), word.spaceless});
  }
  query.words.resize(std::min(query.words.size(), most_query_words));
  query.parts.resize(std::min(query.parts.size(), most_query_words));
  return query;
}

/// The terms that a word of the query matches.
struct TermMatches {
  NumberRange range;  ///< Without errors.
  std::vector<NearTerm> near;
  std::optional<TermNumber> same;  ///< The word itself.
  std::size_t names = 0;           ///< How many, or more if some have several of the terms.
};

/// One search: collects names with their ranks as numbers, the best the lowest.
class Search {
 public:
  Search(const SearchData& data, const SearchOptions& options)
      : data_(data), options_(options), tag_ranks_(data.tag_first.size() - 1, unranked) {
    std::uint32_t next = 0;
    const auto rank = [&](std::uint32_t tag) {
      if (tag < tag_ranks_.size() && tag_ranks_[tag] == unranked) tag_ranks_[tag] = next++;
    };
    for (const std::uint32_t tag : options.tag_order) rank(tag);
    for (std::uint32_t tag = 0; tag < tag_ranks_.size(); ++tag) rank(tag);
  }

  /// The answer, if the index keeps it and need not look for typing errors.
  std::optional<std::vector<SearchHit>> kept(const Query& query) {
    const bool is_kept_kind = query.words.size() == 1 && query.words.front().text == query.key &&
                              options_.kinds == SearchKinds{} &&
                              options_.limit <= BeginningAnswers::kept;
    if (!is_kept_kind) return std::nullopt;
    auto groups = data_.answers.find(data_.terms, query.key);
    hits_.reserve(options_.limit);
    while (!groups.empty() && hits_.size() < options_.limit) {
      const SearchMatch match = groups.front().match;
      const auto end = std::find_if(groups.begin(), groups.end(),
                                    [match](const auto& group) { return group.match != match; });
      const auto count = static_cast<std::size_t>(end - groups.begin());
      add_kept(groups.first(count));
      groups = groups.subspan(count);
    }
    if (hits_.size() < options_.limit) return std::nullopt;
    return std::move(hits_);
  }

  std::vector<SearchHit> run(const Query& query) {
    for (const bool with_errors : {false, true}) {
      if (with_errors && options_.most_errors == 0) break;
      ranks_.clear();
      collect(query.key, query.words, with_errors);
      collect(query.key, query.parts, with_errors);
      take_best();
      if (hits_.size() == options_.limit) break;
    }
    return std::move(hits_);
  }

 private:
  static constexpr std::uint32_t unranked = std::numeric_limits<std::uint32_t>::max();
  static constexpr unsigned errors_shift = 56;
  static constexpr unsigned match_shift = 53;
  static constexpr unsigned tag_shift = 32;

  /// Groups of one match, in the order of the reader's languages.
  void add_kept(std::span<const BeginningAnswers::Group> groups) {
    std::uint32_t least = 0;
    for (std::size_t done = 0; done < groups.size() && hits_.size() < options_.limit; ++done) {
      const BeginningAnswers::Group* next = nullptr;
      for (const BeginningAnswers::Group& group : groups) {
        const std::uint32_t rank = tag_ranks_[group.tag];
        const bool is_next = rank >= least && (!next || rank < tag_ranks_[next->tag]);
        if (is_next) next = &group;
      }
      least = tag_ranks_[next->tag] + 1;
      add_kept(*next);
    }
  }

  /// The names of one group are of different entities, but others may have listed them.
  void add_kept(const BeginningAnswers::Group& group) {
    const auto listed = static_cast<std::ptrdiff_t>(hits_.size());
    for (const NameNumber number : data_.answers.names(group)) {
      if (hits_.size() == options_.limit) return;
      const SearchName& name = data_.names[number];
      const bool is_listed =
          std::any_of(hits_.begin(), hits_.begin() + listed, [&name](const SearchHit& hit) {
            return hit.index == name.index && hit.kind == name.kind;
          });
      if (!is_listed) add_hit(name, group.match, 0);
    }
  }

  void add_hit(const SearchName& name, SearchMatch match, std::uint8_t errors) {
    hits_.push_back(
        {name.kind, match, errors, name.is_alias != 0, name.index, name.tag, data_.text(name)});
  }

  [[nodiscard]] bool is_wanted(NameNumber name) const {
    switch (data_.names[name].kind) {
      case SearchKind::skill:
        return options_.kinds.skills;
      case SearchKind::role:
        return options_.kinds.roles;
      case SearchKind::category:
        break;
    }
    return options_.kinds.categories;
  }

  [[nodiscard]] TermMatches match(const QueryWord& word, bool is_last, bool with_errors) const {
    TermMatches found;
    const NumberRange range = data_.terms.starting_with(word.text);
    const bool is_term = range.first < range.last && data_.terms[range.first] == word.text;
    if (is_term) found.same = range.first;
    const std::size_t most = with_errors ? options_.most_errors : 0;
    if (word.spaceless) {
      const std::vector<std::uint64_t> units = text::units(word.text);
      found.near = data_.runs.near(units, std::min(most, run_error_budget(units.size())));
    } else {
      found.range = is_last ? range : NumberRange{range.first, range.first + (is_term ? 1 : 0)};
      add_misspelt(word.text, most, found);
    }
    found.names = data_.names_of_term.of(found.range).size();
    for (const NearTerm& term : found.near) found.names += data_.names_of_term[term.term].size();
    return found;
  }

  void add_misspelt(std::string_view word, std::size_t most, TermMatches& found) const {
    if (most == 0) return;
    const std::u32string points = text::code_points(word);
    found.near = data_.typing.near(data_.terms, points, std::min(most, word_error_budget(points)));
    std::erase_if(found.near,
                  [&found](const NearTerm& term) { return found.range.contains(term.term); });
  }

  /// Ranks the names that match all words.
  void collect(std::string_view key, const QueryWords& words, bool with_errors) {
    if (words.empty()) return;
    std::vector<TermMatches> matches;
    for (const QueryWord& word : words) {
      matches.push_back(match(word, &word == &words.back(), with_errors));
      if (matches.back().names == 0) return;
    }
    // Every name that matches has a term of the rarest word.
    const auto rarest = std::min_element(
        matches.begin(), matches.end(),
        [](const TermMatches& left, const TermMatches& right) { return left.names < right.names; });
    const bool is_alone = matches.size() == 1;
    for (const NameNumber name : data_.names_of_term.of(rarest->range)) {
      consider(key, matches, name);
    }
    for (const NearTerm& term : rarest->near) {
      const auto names = data_.names_of_term[term.term];
      if (is_alone && term.errors != 0 && options_.limit <= few) {
        collect_first(names, term.errors);
      } else {
        for (const NameNumber name : names) consider(key, matches, name);
      }
    }
  }

  /// Of names that match in the same way, no more than the first few of each language can be
  /// listed.
  void collect_first(std::span<const NameNumber> names, std::uint8_t errors) {
    std::vector<std::uint32_t> entities;
    for (auto name = names.begin(); name != names.end();) {
      const std::uint32_t tag = data_.names[*name].tag;
      const NameNumber end = data_.tag_first[tag + 1];
      entities.clear();
      for (; name != names.end() && *name < end && entities.size() < options_.limit; ++name) {
        const std::uint32_t entity = data_.names[*name].entity;
        const bool is_new = std::find(entities.begin(), entities.end(), entity) == entities.end();
        if (!is_new || !is_wanted(*name)) continue;
        entities.push_back(entity);
        add_rank(*name, SearchMatch::typing_errors, errors);
      }
      name = std::lower_bound(name, names.end(), end);
    }
  }

  /// The least errors with which a name has a term that matches; nothing if it has none.
  [[nodiscard]] static std::optional<std::size_t> errors_of(std::span<const TermNumber> of_name,
                                                            const TermMatches& matches) {
    std::optional<std::size_t> least;
    for (const TermNumber term : of_name) {
      if (matches.range.contains(term)) return 0;
      const auto near =
          std::lower_bound(matches.near.begin(), matches.near.end(), NearTerm{term, 0});
      const bool is_near = near != matches.near.end() && near->term == term;
      if (is_near && (!least || near->errors < *least)) least = near->errors;
    }
    return least;
  }

  void consider(std::string_view key, const std::vector<TermMatches>& matches, NameNumber name) {
    if (!is_wanted(name)) return;
    const auto of_name = data_.terms_of_name[name];
    std::size_t errors = 0;
    bool has_all_words = true;
    for (const TermMatches& word : matches) {
      const std::optional<std::size_t> of_word = errors_of(of_name, word);
      if (!of_word) return;
      errors += *of_word;
      has_all_words = has_all_words && word.same &&
                      std::binary_search(of_name.begin(), of_name.end(), *word.same);
    }
    const SearchMatch match = errors != 0 ? SearchMatch::typing_errors
                                          : exact_match_of(data_.keys[name], key, has_all_words);
    add_rank(name, match, errors);
  }

  void add_rank(NameNumber name, SearchMatch match, std::size_t errors) {
    ranks_.push_back(static_cast<std::uint64_t>(errors) << errors_shift |
                     static_cast<std::uint64_t>(match) << match_shift |
                     static_cast<std::uint64_t>(tag_ranks_[data_.names[name].tag]) << tag_shift |
                     name);
  }

  /// Lists the best names of different entities. O(n + listed * log n) for n ranks.
  void take_best() {
    hits_.clear();
    std::vector<bool> is_listed(ranks_.empty() ? 0 : data_.entity_count);
    std::make_heap(ranks_.begin(), ranks_.end(), std::greater<>());
    while (!ranks_.empty() && hits_.size() < options_.limit) {
      std::pop_heap(ranks_.begin(), ranks_.end(), std::greater<>());
      const std::uint64_t rank = ranks_.back();
      ranks_.pop_back();
      const auto name = static_cast<NameNumber>(rank);
      if (is_listed[data_.names[name].entity]) continue;
      is_listed[data_.names[name].entity] = true;
      add_hit(data_.names[name], static_cast<SearchMatch>((rank >> match_shift) & 7U),
              static_cast<std::uint8_t>(rank >> errors_shift));
    }
  }

  static constexpr std::size_t few = 64;

  const SearchData& data_;
  const SearchOptions& options_;
  std::vector<std::uint32_t> tag_ranks_;  // By tag.
  std::vector<std::uint64_t> ranks_;      // Errors, match, rank of the tag, name.
  std::vector<SearchHit> hits_;
};

}  // namespace

std::string_view to_string(SearchKind kind) {
  switch (kind) {
    case SearchKind::skill:
      return "skill";
    case SearchKind::role:
      return "role";
    case SearchKind::category:
      break;
  }
  return "category";
}

std::string_view entity_id(const Matrix& matrix, const SearchHit& hit) {
  switch (hit.kind) {
    case SearchKind::skill:
      return matrix.skill_id({hit.index});
    case SearchKind::role:
      return matrix.role_id({hit.index});
    case SearchKind::category:
      break;
  }
  return matrix.category_id({hit.index});
}

namespace {

/// The text of the matrix that the name is a translation of.
TextIndex matched_text(const Matrix& matrix, const SearchHit& hit) {
  if (!hit.is_alias) return entity_title(matrix, hit);
  const auto aliases = matrix.skill_aliases({hit.index});
  return *std::find_if(aliases.begin(), aliases.end(), [&](TextIndex alias) {
    return matrix.texts().in(alias, hit.tag) == hit.name;
  });
}

}  // namespace

TextIndex entity_title(const Matrix& matrix, const SearchHit& hit) {
  switch (hit.kind) {
    case SearchKind::skill:
      return matrix.skill_title({hit.index});
    case SearchKind::role:
      return matrix.role_title({hit.index});
    case SearchKind::category:
      break;
  }
  return matrix.category_title({hit.index});
}

ServedText entity_title(const Reader& reader, const SearchHit& hit) {
  switch (hit.kind) {
    case SearchKind::skill:
      return reader.skill_title({hit.index});
    case SearchKind::role:
      return reader.role_title({hit.index});
    case SearchKind::category:
      break;
  }
  return reader.category_title({hit.index});
}

ServedText matched_name(const Reader& reader, const SearchHit& hit) {
  const auto links = reader.chain().links();
  const auto link = std::find_if(links.begin(), links.end(),
                                 [&](const LocaleLink& each) { return each.tag == hit.tag; });
  return reader.matrix().texts().served(matched_text(reader.matrix(), hit), *link);
}

SearchIndex::SearchIndex(std::shared_ptr<const SearchData> data) : data_(std::move(data)) {}

SearchIndex SearchIndex::build(const Matrix& matrix) {
  return SearchIndex(std::make_shared<const SearchData>(SearchData::build(matrix)));
}

SearchIndex SearchIndex::of(const Matrix& matrix) {
  auto stored = SearchData::stored_in(matrix);
  if (!stored) return build(matrix);
  return SearchIndex(std::make_shared<const SearchData>(*std::move(stored)));
}

Matrix SearchIndex::with_index(const Matrix& matrix) {
  return of(matrix).data_->with_index(matrix);
}

std::vector<SearchHit> SearchIndex::search(std::string_view query,
                                           const SearchOptions& options) const {
  if (options.limit == 0) return {};
  const Query read = read_query(query);
  if (read.words.empty()) return {};
  Search search(*data_, options);
  if (std::optional<std::vector<SearchHit>> kept = search.kept(read)) return *std::move(kept);
  return search.run(read);
}

std::size_t SearchIndex::name_count() const { return data_->names.size(); }
std::size_t SearchIndex::term_count() const { return data_->terms.size(); }
std::size_t SearchIndex::memory_bytes() const { return data_->memory_bytes(); }

}  // namespace skillmatrix
