// The answers that a search index keeps.
#include <algorithm>
#include <bit>
#include <utility>

#include "search_data.hpp"
#include "text/terms.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

/// So many names are ranked when they are asked for.
constexpr std::size_t few = 16;

/// Longer beginnings are rare, and few names have them; this bounds the answers that a document of
/// endless words can ask for.
constexpr std::size_t most_points = 32;

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size();
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x9FB21C651E98DF25U;
  }
  return hash ^ (hash >> 32U);
}

/// Whether what begins so is a run. Runs are not found by their beginnings only.
bool is_run(std::string_view beginning) {
  const std::vector<text::Word> words = text::words(beginning);
  return !words.empty() && words.front().spaceless;
}

}  // namespace

class BeginningAnswers::Builder {
 public:
  Builder(BeginningAnswers& answers, const SearchData& data) : answers_(answers), data_(data) {}

  /// Keeps the answers of all longer beginnings that the terms share; `length` bytes are the same.
  void visit(NumberRange terms, std::size_t length, std::size_t points) {
    TermNumber first = terms.first;
    while (first < terms.last && data_.terms[first].size() == length) ++first;
    while (first < terms.last) {
      const std::string_view term = data_.terms[first];
      const std::size_t longer = length + text::character_length(term, length);
      TermNumber last = first + 1;
      while (last < terms.last && data_.terms[last].starts_with(term.substr(0, longer))) ++last;
      const NumberRange same{first, last};
      first = last;
      if (data_.names_of_term.of(same).size() <= few) continue;
      if (points == 0 && is_run(term.substr(0, longer))) continue;
      keep(same, longer);
      if (points + 1 < most_points) visit(same, longer, points + 1);
    }
  }

 private:
  using Best = std::vector<NameNumber>;  // At most `kept`, each of another entity.

  [[nodiscard]] bool has_entity_of(const Best& best, NameNumber name) const {
    return std::any_of(best.begin(), best.end(), [&](NameNumber other) {
      return data_.names[other].entity == data_.names[name].entity;
    });
  }

  void add(Best& best, NameNumber name) const {
    if (best.size() < kept && !has_entity_of(best, name)) best.push_back(name);
  }

  void keep(NumberRange terms, std::size_t length) {
    const auto postings = data_.names_of_term.of(terms);
    names_.assign(postings.begin(), postings.end());
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    groups_.clear();
    for (auto begin = names_.begin(); begin != names_.end();) {
      const std::uint32_t tag = data_.names[*begin].tag;
      const auto end = std::lower_bound(begin, names_.end(), data_.tag_first[tag + 1]);
      keep_best(std::span(begin, end), terms, length);
      begin = end;
    }
    std::stable_sort(groups_.begin(), groups_.end(), [](const Group& left, const Group& right) {
      return left.match < right.match;
    });
    answers_.answers_.push_back({terms.first, static_cast<std::uint32_t>(length),
                                 static_cast<std::uint32_t>(answers_.groups_.size()),
                                 static_cast<std::uint32_t>(groups_.size())});
    answers_.groups_.insert(answers_.groups_.end(), groups_.begin(), groups_.end());
  }

  /// Keeps the best of the names, which are of one tag.
  void keep_best(std::span<const NameNumber> names, NumberRange terms, std::size_t length) {
    constexpr auto matches = static_cast<std::size_t>(SearchMatch::typing_errors);
    const std::string_view beginning = data_.terms[terms.first].substr(0, length);
    const bool is_term = data_.terms[terms.first].size() == length;
    Best best[matches];
    for (const NameNumber name : names) {
      if (data_.names[name].kind == SearchKind::category) continue;
      const auto of_name = data_.terms_of_name[name];
      const bool has_word =
          is_term && std::binary_search(of_name.begin(), of_name.end(), terms.first);
      const SearchMatch match = exact_match_of(data_.keys[name], beginning, has_word);
      add(best[static_cast<std::size_t>(match)], name);
    }
    Best all;
    for (std::size_t match = 0; match < matches; ++match) {
      const std::size_t before = all.size();
      for (const NameNumber name : best[match]) add(all, name);
      const auto added = static_cast<std::uint32_t>(all.size() - before);
      if (added == 0) continue;
      groups_.push_back({static_cast<SearchMatch>(match), data_.names[names.front()].tag,
                         static_cast<std::uint32_t>(answers_.names_.size()), added});
      answers_.names_.insert(answers_.names_.end(),
                             all.begin() + static_cast<std::ptrdiff_t>(before), all.end());
    }
  }

  BeginningAnswers& answers_;
  const SearchData& data_;
  std::vector<NameNumber> names_;
  std::vector<Group> groups_;
};

BeginningAnswers::BeginningAnswers(const SearchData& data) {
  Builder(*this, data).visit({0, data.terms.size()}, 0, 0);
  answers_.shrink_to_fit();
  groups_.shrink_to_fit();
  names_.shrink_to_fit();
  slots_.resize(std::bit_ceil(2 * answers_.size() + 1));
  for (std::uint32_t at = 0; at < answers_.size(); ++at) {
    std::uint64_t slot = hash_of(data.terms[answers_[at].term].substr(0, answers_[at].length));
    while (slots_[slot & (slots_.size() - 1)] != 0) ++slot;
    slots_[slot & (slots_.size() - 1)] = at + 1;
  }
}

std::span<const BeginningAnswers::Group> BeginningAnswers::find(const StringTable& terms,
                                                                std::string_view beginning) const {
  for (std::uint64_t slot = hash_of(beginning);; ++slot) {
    const std::uint32_t at = slots_[slot & (slots_.size() - 1)];
    if (at == 0) return {};
    const Answer& answer = answers_[at - 1];
    if (answer.length != beginning.size() || !terms[answer.term].starts_with(beginning)) continue;
    return std::span(groups_).subspan(answer.first_group, answer.group_count);
  }
}

std::size_t BeginningAnswers::memory_bytes() const {
  return answers_.capacity() * sizeof(Answer) + groups_.capacity() * sizeof(Group) +
         (slots_.capacity() + names_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace skillmatrix
