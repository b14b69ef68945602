// Building a search index.
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "search_data.hpp"
#include "text/fold.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Everything that has names, by id, then kind.
std::vector<SearchHit> entities_of(const Matrix& matrix) {
  std::vector<SearchHit> entities;
  const auto add = [&entities](SearchKind kind, std::uint32_t count) {
    for (std::uint32_t at = 0; at < count; ++at) {
      SearchHit entity;
      entity.kind = kind;
      entity.index = at;
      entities.push_back(entity);
    }
  };
  add(SearchKind::skill, matrix.skill_count());
  add(SearchKind::role, matrix.role_count());
  add(SearchKind::category, matrix.category_count());
  std::stable_sort(entities.begin(), entities.end(),
                   [&matrix](const SearchHit& left, const SearchHit& right) {
                     return entity_id(matrix, left) < entity_id(matrix, right);
                   });
  return entities;
}

std::vector<SearchName> names_of(const Matrix& matrix, std::string_view bytes_of_texts,
                                 const std::vector<SearchHit>& entities) {
  std::vector<SearchName> names;
  const TextTable& texts = matrix.texts();
  for (std::uint32_t at = 0; at < entities.size(); ++at) {
    const SearchHit& entity = entities[at];
    const TextIndex title = entity_title(matrix, entity);
    const auto add = [&](TextIndex text, bool is_alias) {
      for (std::uint32_t tag = 0; tag < texts.tag_count(); ++tag) {
        if (!texts.has(text, tag)) continue;
        const std::string_view name = texts.in(text, tag);
        names.push_back({static_cast<std::uint32_t>(name.data() - bytes_of_texts.data()),
                         static_cast<std::uint32_t>(name.size()), at, entity.index,
                         static_cast<std::uint16_t>(tag), entity.kind,
                         static_cast<std::uint8_t>(is_alias ? 1 : 0)});
      }
    };
    add(title, false);
    if (entity.kind != SearchKind::skill) continue;
    for (const TextIndex alias : matrix.skill_aliases({entity.index})) add(alias, true);
  }
  return names;
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

void rank(const SearchData& data, std::vector<SearchName>& names) {
  std::sort(names.begin(), names.end(), [&data](const SearchName& left, const SearchName& right) {
    const auto order = [&data](const SearchName& name) {
      const std::string_view text = data.text(name);
      return std::tuple(name.tag, name.is_alias, length_of(text), name.entity, text);
    };
    return order(left) < order(right);
  });
}

/// The terms of one name, each once.
std::vector<std::string> terms_of(std::string_view key, std::vector<std::string>& runs) {
  std::vector<std::string> terms;
  for (text::Word& word : text::words(key)) {
    if (word.spaceless) runs.push_back(word.text);
    terms.push_back(std::move(word.text));
    std::move(word.parts.begin(), word.parts.end(), std::back_inserter(terms));
    std::move(word.dotted.begin(), word.dotted.end(), std::back_inserter(terms));
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

/// Collects the terms and numbers them by their bytes.
class TermCollector {
 public:
  /// Names come by number.
  void add(std::string_view key) {
    for (std::string& term : terms_of(key, runs_)) {
      const auto next = static_cast<std::uint32_t>(numbers_.size());
      const auto [place, is_new] = numbers_.try_emplace(std::move(term), next);
      of_names_.emplace_back(name_, place->second);
    }
    ++name_;
  }

  void finish(SearchData& data) {
    std::vector<std::pair<std::string, std::uint32_t>> sorted(numbers_.begin(), numbers_.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> renumbered(sorted.size());
    std::vector<std::string> texts;
    for (std::uint32_t term = 0; term < sorted.size(); ++term) {
      renumbered[sorted[term].second] = term;
      texts.push_back(std::move(sorted[term].first));
    }
    numbers_.clear();
    for (auto& [name, term] : of_names_) term = renumbered[term];
    std::sort(of_names_.begin(), of_names_.end());
    data.terms = StringTable(texts);
    data.terms_of_name = NumberLists(name_, of_names_);
    for (auto& [name, term] : of_names_) std::swap(name, term);
    data.names_of_term = NumberLists(texts.size(), of_names_);
    index(data);
  }

 private:
  void index(SearchData& data) {
    std::sort(runs_.begin(), runs_.end());
    std::vector<TermNumber> words;
    std::vector<TermNumber> runs;
    for (TermNumber term = 0; term < data.terms.size(); ++term) {
      const bool is_run = std::binary_search(runs_.begin(), runs_.end(), data.terms[term]);
      (is_run ? runs : words).push_back(term);
    }
    data.typing = TypingIndex(data.terms, words);
    data.runs = RunTable(data.terms, runs);
  }

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Pair> of_names_;
  std::vector<std::string> runs_;
  std::uint32_t name_ = 0;
};

}  // namespace

std::string search_key(std::string_view text) { return text::search_fold(text::name_fold(text)); }

SearchData SearchData::build(const Matrix& matrix) {
  SearchData data(matrix);
  std::vector<SearchName> names = names_of(matrix, data.bytes_of_texts, entities_of(matrix));
  rank(data, names);
  const std::size_t tag_count = matrix.texts().tag_count();
  std::vector<NameNumber> tag_first(tag_count + 1);
  for (const SearchName& name : names) ++tag_first[name.tag + std::size_t{1}];
  for (std::size_t tag = 0; tag < tag_count; ++tag) tag_first[tag + 1] += tag_first[tag];
  data.names = std::move(names);
  data.tag_first = std::move(tag_first);
  std::vector<std::string> folded;
  TermCollector collector;
  for (const SearchName& name : data.names) {
    folded.push_back(search_key(data.text(name)));
    collector.add(folded.back());
  }
  data.keys = StringTable(folded);
  collector.finish(data);
  data.answers = BeginningAnswers(data);
  return data;
}

}  // namespace skillmatrix
