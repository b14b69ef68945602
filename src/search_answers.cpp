// The answers that a search index keeps.
#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>
#include <vector>

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

bool is_before(const BeginningAnswers::Group& left, const BeginningAnswers::Group& right) {
  return std::tie(left.match, left.tag) < std::tie(right.match, right.tag);
}

/// Whether what begins so is a run. Runs are not found by their beginnings only.
bool is_run(std::string_view beginning) {
  const std::vector<text::Word> words = text::words(beginning);
  return !words.empty() && words.front().spaceless;
}

}  // namespace

class BeginningAnswers::Builder {
 public:
  explicit Builder(const SearchData& data) : data_(data) {}

  BeginningAnswers build() && {
    visit({0, data_.terms.size()}, 0, 0);
    std::vector<std::uint32_t> slots(std::bit_ceil(2 * answers_.size() + 1));
    for (std::uint32_t at = 0; at < answers_.size(); ++at) {
      std::uint64_t slot = hash_of(data_.terms[answers_[at].term].substr(0, answers_[at].length));
      while (slots[slot & (slots.size() - 1)] != 0) ++slot;
      slots[slot & (slots.size() - 1)] = at + 1;
    }
    BeginningAnswers built;
    built.answers_ = std::move(answers_);
    built.slots_ = std::move(slots);
    built.groups_ = std::move(groups_);
    built.names_ = std::move(names_);
    return built;
  }

 private:
  using Best = std::vector<NameNumber>;  // At most `kept`, each of another entity.

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
    std::vector<NameNumber> names(postings.begin(), postings.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const std::size_t first = groups_.size();
    for (auto begin = names.begin(); begin != names.end();) {
      const std::uint32_t tag = data_.names[*begin].tag;
      const auto end = std::lower_bound(begin, names.end(), data_.tag_first[tag + 1]);
      keep_best(std::span(begin, end), terms, length);
      begin = end;
    }
    std::sort(groups_.begin() + static_cast<std::ptrdiff_t>(first), groups_.end(), is_before);
    answers_.push_back({terms.first, static_cast<std::uint32_t>(length),
                        static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(groups_.size() - first)});
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
      const std::size_t added = all.size() - before;
      if (added == 0) continue;
      groups_.push_back({static_cast<std::uint32_t>(names_.size()), data_.names[names.front()].tag,
                         static_cast<SearchMatch>(match), static_cast<std::uint8_t>(added)});
      names_.insert(names_.end(), all.begin() + static_cast<std::ptrdiff_t>(before), all.end());
    }
  }

  const SearchData& data_;
  std::vector<Answer> answers_;
  std::vector<Group> groups_;
  std::vector<NameNumber> names_;
};

BeginningAnswers::BeginningAnswers(const SearchData& data)
    : BeginningAnswers(Builder(data).build()) {}

std::span<const BeginningAnswers::Group> BeginningAnswers::find(const StringTable& terms,
                                                                std::string_view beginning) const {
  for (std::uint64_t slot = hash_of(beginning);; ++slot) {
    const std::uint32_t at = slots_[slot & (slots_.size() - 1)];
    if (at == 0) return {};
    const Answer& answer = answers_[at - 1];
    if (answer.length != beginning.size() || !terms[answer.term].starts_with(beginning)) continue;
    return groups_.items().subspan(answer.first_group, answer.group_count);
  }
}

bool BeginningAnswers::is_sound(const Group& group, const SearchData& data) const {
  return group.first <= names_.size() && group.count <= names_.size() - group.first &&
         group.count <= kept && group.match < SearchMatch::typing_errors &&
         std::size_t{group.tag} + 1 < data.tag_first.size();
}

bool BeginningAnswers::is_sound(const Answer& answer, const SearchData& data) const {
  if (answer.term >= data.terms.size() || answer.length > data.terms[answer.term].size() ||
      answer.first_group > groups_.size() ||
      answer.group_count > groups_.size() - answer.first_group) {
    return false;
  }
  const auto groups = groups_.items().subspan(answer.first_group, answer.group_count);
  // Else a reader's languages could not be gone through in order.
  return std::ranges::adjacent_find(groups, [](const Group& left, const Group& right) {
           return !is_before(left, right);
         }) == groups.end();
}

bool BeginningAnswers::is_sound(const SearchData& data) const {
  const auto are_sound = [&](const auto& rows) {
    return std::ranges::all_of(rows, [&](const auto& row) { return is_sound(row, data); });
  };
  if (!are_sound(groups_) || !are_sound(answers_)) return false;
  if (std::ranges::any_of(names_, [&](NameNumber name) { return name >= data.names.size(); })) {
    return false;
  }
  const auto free = static_cast<std::size_t>(std::ranges::count(slots_, 0U));
  if (!std::has_single_bit(slots_.size()) || slots_.size() - free != answers_.size() ||
      free <= answers_.size() ||  // They end each look-up, and soon.
      std::ranges::any_of(slots_, [&](std::uint32_t at) { return at > answers_.size(); })) {
    return false;
  }
  return std::ranges::all_of(answers_, [&](const Answer& answer) {
    const auto found = find(data.terms, data.terms[answer.term].substr(0, answer.length));
    return found.size() == answer.group_count &&
           (found.empty() || found.data() == &groups_[answer.first_group]);
  });
}

}  // namespace skillmatrix
