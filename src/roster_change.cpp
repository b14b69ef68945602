// Writing the rows and the postings of a roster, and changing them.
//
// A change first makes all the room that it needs, which nobody can see, and then changes, for
// which no memory is needed: so one that fails has changed nothing.
#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "skillmatrix/roster.hpp"

namespace skillmatrix {
namespace {

/// Whether so many elements of so many are used no more that it is worth to write the others anew:
/// then each change has paid for its share.
bool is_wasteful(std::uint64_t unused, std::uint64_t all) { return unused > 1024 + all / 4; }

/// The rank held; nothing if it is expired.
std::optional<Rank> rank_of(const Holding& holding) {
  if (holding.state == HoldingState::expired) return std::nullopt;
  return holding.rank;
}

/// Calls `visit(skill, old rank, new rank)` for each skill of which they differ. Both are by skill.
template <class Visit>
void for_each_change(std::span<const Holding> before, std::span<const Holding> after, Visit visit) {
  auto was = before.begin();
  auto is = after.begin();
  while (was != before.end() || is != after.end()) {
    const bool only_was = is == after.end() || (was != before.end() && was->skill < is->skill);
    const bool only_is = !only_was && (was == before.end() || is->skill < was->skill);
    const SkillIndex skill = only_was ? was->skill : is->skill;
    const std::optional<Rank> old_rank = only_is ? std::nullopt : rank_of(*was++);
    const std::optional<Rank> new_rank = only_was ? std::nullopt : rank_of(*is++);
    if (old_rank != new_rank) visit(skill, old_rank, new_rank);
  }
}

/// The capacity that a run of postings gets once it is full.
std::uint32_t grown(std::uint32_t capacity) { return capacity + capacity / 2 + 2; }

/// Gives back memory, but for some room for the first changes.
template <class T>
void trim(std::vector<T>& column) {
  if (column.capacity() <= column.size() + column.size() / 32) return;
  std::vector<T> trimmed;
  trimmed.reserve(column.size() + column.size() / 64);
  trimmed.assign(column.begin(), column.end());
  column = std::move(trimmed);
}

}  // namespace

void Roster::reserve_ratings(std::size_t count) {
  const std::size_t room = count + count / 64 + roster_padding;
  ranks_.edit().reserve(room);
  std::visit([room](auto& skills) { skills.edit().reserve(room); }, skills_);
  if (has_rating_positions_) rating_positions_.edit().reserve(room);
}

/// Room for so many people, one of whom gets these holdings, with so many places at the end.
void Roster::make_room(std::size_t people, std::span<const Holding> holdings, std::size_t places) {
  own_role_levels_.edit_with_room(people);
  first_.edit_with_room(people);
  counts_.edit_with_room(people);
  const bool is_any_expired =
      std::any_of(holdings.begin(), holdings.end(),
                  [](const Holding& holding) { return holding.state == HoldingState::expired; });
  const bool has_expired = is_any_expired || !expired_counts_.empty();
  expired_counts_.edit_with_room(has_expired ? people : 0);
  const std::size_t ratings = ranks().size() + places;
  const std::size_t padded = ratings + roster_padding;
  ranks_.edit_with_room(padded);
  std::visit([padded](auto& skills) { skills.edit_with_room(padded); }, skills_);
  rating_positions_.edit_with_room(has_rating_positions_ ? ratings : 0);
}

/// Room for so many ratings at the end of the columns. Where it starts.
std::uint64_t Roster::append_places(std::size_t count) {
  const std::size_t first = ranks().size();
  const std::size_t size = first + count + roster_padding;
  const auto lengthen = [](auto& column, std::size_t to) { column.edit_with_room(to).resize(to); };
  lengthen(ranks_, size);
  std::visit([&](auto& skills) { lengthen(skills, size); }, skills_);
  if (has_rating_positions_) lengthen(rating_positions_, first + count);
  return first;
}

/// Writes the next person, who has an id, to the other columns.
PersonIndex Roster::append(std::optional<RoleLevelIndex> own_role_level,
                           std::span<const Holding> holdings) {
  const PersonIndex person{person_count()};
  own_role_levels_.edit().push_back(own_role_level ? own_role_level->value : no_role_level);
  first_.edit().push_back(append_places(holdings.size()));
  counts_.edit().push_back(0);
  if (!expired_counts_.empty()) expired_counts_.edit().push_back(0);
  write_row(person, holdings);
  return person;
}

/// Writes what is known of a person, who has no row yet, to the places from their `first` on.
void Roster::write_row(PersonIndex person, std::span<const Holding> holdings) {
  const std::uint64_t first = first_[person.value];
  std::vector<Rank>& ranks = ranks_.edit();
  std::vector<std::uint32_t>& counts = counts_.edit();
  std::vector<std::uint32_t>& positions = rating_positions_.edit();
  const auto write = [&](auto& skills, HoldingState state, std::uint64_t place) {
    for (const Holding& holding : holdings) {
      if (holding.state != state) continue;
      skills[place] = static_cast<std::decay_t<decltype(skills[0])>>(holding.skill.value);
      ranks[place] = holding.rank;
      if (has_rating_positions_) positions[place] = holding.rating;
      ++place;
    }
    return place;
  };
  std::visit(
      [&](auto& column) {
        auto& skills = column.edit();
        const std::uint64_t held_end = write(skills, HoldingState::held, first);
        counts[person.value] = static_cast<std::uint32_t>(held_end - first);
        const std::size_t expired = holdings.size() - counts[person.value];
        if (expired != 0) write(skills, HoldingState::expired, held_end);
        if (expired != 0) expired_counts_.edit().resize(counts.size());
        if (!expired_counts_.empty()) {
          expired_counts_.edit()[person.value] = static_cast<std::uint32_t>(expired);
        }
      },
      skills_);
  rating_count_ += counts_[person.value];
}

/// Leaves nothing of a row where it was: what is not used is saved, too.
void Roster::clear_row(PersonIndex person) {
  const auto clear = [first = static_cast<std::ptrdiff_t>(first_[person.value]),
                      count = counts_[person.value] + expired_count(person)](auto& column) {
    std::fill_n(column.begin() + first, count, 0);
  };
  clear(ranks_.edit());
  std::visit([&clear](auto& skills) { clear(skills.edit()); }, skills_);
  if (has_rating_positions_) clear(rating_positions_.edit());
}

void Roster::trim_columns() {
  id_bytes_.edit().shrink_to_fit();
  id_ends_.edit().shrink_to_fit();
  own_role_levels_.edit().shrink_to_fit();
  first_.edit().shrink_to_fit();
  counts_.edit().shrink_to_fit();
  expired_counts_.edit().shrink_to_fit();
  trim(ranks_.edit());
  trim(rating_positions_.edit());
  std::visit([](auto& skills) { trim(skills.edit()); }, skills_);
}

void Roster::set_holdings(PersonIndex person, std::span<const Holding> holdings) {
  compact();
  const Holdings before = this->holdings(person);
  const bool is_longer = holdings.size() > before.skills.size();
  make_room(person_count(), holdings, is_longer ? holdings.size() : 0);
  if (has_index_) make_room_in_index(person, before.skills, holdings);
  clear_row(person);
  rating_count_ -= counts_[person.value];
  if (is_longer) {
    first_.edit()[person.value] = append_places(holdings.size());
    unused_places_ += before.skills.size();
  } else {
    unused_places_ += before.skills.size() - holdings.size();
  }
  write_row(person, holdings);
  if (has_index_) update_index(person, before.skills, holdings);
}

void Roster::set_rank(PersonIndex person, SkillIndex skill, std::optional<Rank> rank) {
  std::vector<Holding> holdings = std::move(this->holdings(person).skills);
  const auto place = std::ranges::lower_bound(holdings, skill, {}, &Holding::skill);
  const bool is_there = place != holdings.end() && place->skill == skill;
  const Holding held{skill, HoldingState::held, rank.value_or(0), 0};
  if (!rank) {
    if (is_there) holdings.erase(place);
  } else if (is_there) {
    *place = held;
  } else {
    holdings.insert(place, held);
  }
  set_holdings(person, holdings);
}

void Roster::set_own_role_level(PersonIndex person, std::optional<RoleLevelIndex> level) {
  own_role_levels_.edit()[person.value] = level ? level->value : no_role_level;
}

void Roster::remove(PersonIndex person) {
  compact();
  const PersonIndex last{person_count() - 1};
  const Holdings leaving = holdings(person);
  const Holdings moving = person == last ? Holdings() : holdings(last);
  make_room(person_count(), {}, 0);
  make_room_to_remove_id();
  if (has_index_) {
    make_room_in_index(person, leaving.skills, moving.skills);
    update_index(last, moving.skills, {});
    update_index(person, leaving.skills, moving.skills);
  }
  clear_row(person);
  rating_count_ -= counts_[person.value];
  unused_places_ += leaving.skills.size();
  remove_id(person);
  const auto give_to_last = [person](auto& column) {
    column[person.value] = column.back();
    column.pop_back();
  };
  give_to_last(own_role_levels_.edit());
  give_to_last(first_.edit());
  give_to_last(counts_.edit());
  if (!expired_counts_.empty()) give_to_last(expired_counts_.edit());
  if (has_index_) resize_index();
}

/// Gives back what is not used, where it is worth it. What the roster says stays the same, also if
/// there is not enough memory for that.
void Roster::compact() {
  if (is_wasteful(unused_id_bytes_, id_bytes_.size())) compact_ids();
  if (is_wasteful(unused_places_, ranks().size())) compact_rows();
  if (has_index_ && is_wasteful(unused_postings_, posting_ranks_.size())) build_index();
}

/// Writes all rows anew, by person, without gaps.
void Roster::compact_rows() {
  const auto compacted = [this]<class T>(std::span<const T> column, std::size_t padding) {
    std::vector<T> rows;
    if (column.empty()) return rows;
    rows.reserve(column.size() - unused_places_ + column.size() / 64);
    for (std::uint32_t at = 0; at < person_count(); ++at) {
      const auto row = column.subspan(first_[at], std::size_t{counts_[at]} + expired_count({at}));
      rows.insert(rows.end(), row.begin(), row.end());
    }
    rows.resize(rows.size() + padding);
    return rows;
  };
  std::visit(
      [&](auto& skills) {
        auto new_skills = compacted(skills.view(), roster_padding);
        auto new_positions = compacted(rating_positions_.view(), 0);
        auto new_ranks = compacted(ranks_.view(), roster_padding);
        std::vector<std::uint64_t>& starts = first_.edit();
        std::uint64_t first = 0;
        for (std::uint32_t at = 0; at < person_count(); ++at) {
          starts[at] = first;
          first += std::uint64_t{counts_[at]} + expired_count({at});
        }
        skills.replace(std::move(new_skills));
        rating_positions_.replace(std::move(new_positions));
        ranks_.replace(std::move(new_ranks));
      },
      skills_);
  unused_places_ = 0;
}

// Postings

void Roster::build_index() {
  const std::size_t runs = std::size_t{block_count()} * skill_count_;
  const std::size_t size = rating_count_ + roster_padding;
  runs_.edit().reserve(runs);
  posting_people_.edit().reserve(size + size / 64);
  posting_ranks_.edit().reserve(size + size / 64);
  has_index_ = true;
  unused_postings_ = 0;
  runs_.edit().assign(runs, {});
  posting_people_.edit().assign(size, 0);
  posting_ranks_.edit().assign(size, 0);
  std::uint64_t end = 0;
  for (std::uint32_t block = 0; block < block_count(); ++block) index_block(block, end);
}

/// Writes the postings of a block from `end` on, and moves that.
void Roster::index_block(std::uint32_t block, std::uint64_t& end) {
  const std::span<Run> runs =
      std::span(runs_.edit()).subspan(std::size_t{block} * skill_count_, skill_count_);
  std::vector<std::uint16_t>& posting_people = posting_people_.edit();
  std::vector<Rank>& posting_ranks = posting_ranks_.edit();
  const std::uint32_t first_person = block * people_per_block;
  const std::uint32_t people = std::min(people_per_block, person_count() - first_person);
  visit_skills([&](auto skills) {
    const auto row = [&](std::uint32_t person) {
      return skills.subspan(first_[first_person + person], counts_[first_person + person]);
    };
    for (std::uint32_t person = 0; person < people; ++person) {
      for (const auto skill : row(person)) ++runs[skill].capacity;
    }
    for (Run& run : runs) run.first = std::exchange(end, end + run.capacity);
    for (std::uint32_t person = 0; person < people; ++person) {
      const Rank* rank = ranks_.view().data() + first_[first_person + person];
      for (const auto skill : row(person)) {
        Run& run = runs[skill];
        posting_people[run.first + run.count] = static_cast<std::uint16_t>(person);
        posting_ranks[run.first + run.count] = *rank++;
        ++run.count;
      }
    }
  });
}

/// Has runs for the blocks that there are.
void Roster::resize_index() {
  std::vector<Run>& runs = runs_.edit();
  const std::size_t size = std::size_t{block_count()} * skill_count_;
  for (std::size_t at = size; at < runs.size(); ++at) unused_postings_ += runs[at].capacity;
  runs.resize(size);
}

/// Room for what `update_index` adds.
void Roster::make_room_in_index(PersonIndex person, std::span<const Holding> before,
                                std::span<const Holding> after) {
  const std::size_t first = std::size_t{person.value / people_per_block} * skill_count_;
  const std::vector<Run>& runs = runs_.edit_with_room(first + skill_count_);
  std::size_t size = posting_ranks_.size();
  for_each_change(before, after, [&](SkillIndex skill, auto old_rank, auto new_rank) {
    if (old_rank || !new_rank) return;
    const Run run = first < runs.size() ? runs[first + skill.value] : Run{};
    if (run.count == run.capacity) size += grown(run.capacity);
  });
  posting_people_.edit_with_room(size);
  posting_ranks_.edit_with_room(size);
}

void Roster::update_index(PersonIndex person, std::span<const Holding> before,
                          std::span<const Holding> after) {
  for_each_change(before, after, [&](SkillIndex skill, auto, auto new_rank) {
    set_posting(person, skill, new_rank);
  });
}

void Roster::set_posting(PersonIndex person, SkillIndex skill, std::optional<Rank> rank) {
  Run& run = run_of(person, skill);
  const auto number = static_cast<std::uint16_t>(person.value % people_per_block);
  const auto people = posting_people_.view().subspan(run.first, run.count);
  const auto found = std::ranges::lower_bound(people, number);
  const bool is_there = found != people.end() && *found == number;
  const auto at = static_cast<std::size_t>(found - people.begin());
  if (is_there && rank) {
    posting_ranks_.edit()[run.first + at] = *rank;
    return;
  }
  if (!is_there && !rank) return;
  if (!is_there && run.count == run.capacity) move_to_more_room(run);
  const auto shift = [&](auto& column, auto value) {
    const auto place = column.begin() + static_cast<std::ptrdiff_t>(run.first + at);
    const auto end = column.begin() + static_cast<std::ptrdiff_t>(run.first + run.count);
    if (is_there) {
      *std::move(place + 1, end, place) = 0;
    } else {
      std::move_backward(place, end, end + 1);
      *place = value;
    }
  };
  shift(posting_people_.edit(), number);
  shift(posting_ranks_.edit(), rank.value_or(0));
  is_there ? --run.count : ++run.count;
}

/// Moves a run that is full to the end of the postings.
void Roster::move_to_more_room(Run& run) {
  const std::uint64_t first = posting_ranks_.size() - roster_padding;
  const std::uint32_t capacity = grown(run.capacity);
  unused_postings_ += run.capacity;
  const auto move = [&](auto& postings) {
    auto& column = postings.edit_with_room(first + capacity + roster_padding);
    column.resize(first + capacity + roster_padding);
    const auto begin = column.begin() + static_cast<std::ptrdiff_t>(run.first);
    std::copy_n(begin, run.count, column.begin() + static_cast<std::ptrdiff_t>(first));
    std::fill_n(begin, run.count, 0);
  };
  move(posting_people_);
  move(posting_ranks_);
  run.first = first;
  run.capacity = capacity;
}

}  // namespace skillmatrix
