// The ids of the people of a roster: finding, adding and removing them.
#include "roster_ids.hpp"

#include <string>
#include <utility>

#include "id_table.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix {
namespace {

constexpr std::size_t max_people = no_role_level - 1U;
constexpr std::size_t max_id_bytes = std::numeric_limits<std::uint32_t>::max();

/// How many slots a search goes on for from one to another.
std::size_t distance(std::size_t from, std::size_t to, std::size_t slots) {
  return to >= from ? to - from : to + slots - from;
}

}  // namespace

std::string_view Roster::person_id(PersonIndex person) const {
  const std::uint32_t begin = id_begin(person);
  const std::span<const char> bytes = id_bytes_.view();
  return std::string_view(bytes.data(), bytes.size()).substr(begin, id_ends_[person.value] - begin);
}

std::optional<PersonIndex> Roster::find_person(std::string_view id) const {
  const auto found = id_table::find(id_slots_.view(), roster::hash_of(id), id,
                                    [this](std::uint32_t at) { return person_id({at}); });
  if (!found) return std::nullopt;
  return PersonIndex{*found};
}

/// Why the next person cannot have an id; whether another one has it is not looked at.
std::optional<Diagnostic> Roster::problem_of(std::string_view id) const {
  if (id.empty()) return make_diagnostic(Code::empty_id, "/id");
  if (person_count() >= max_people) {
    return make_diagnostic(Code::too_many, {}, {}, {{"limit", std::to_string(max_people)}});
  }
  if (id_bytes_.size() - unused_id_bytes_ + id.size() > max_id_bytes) {
    return make_diagnostic(Code::too_large, "/id", {}, {{"limit", std::to_string(max_id_bytes)}});
  }
  return std::nullopt;
}

/// Room for one person more, with this id, who can be found. Three quarters of the slots are taken
/// at most.
void Roster::make_room_for_id(std::string_view id) {
  if (id_bytes_.size() + id.size() > max_id_bytes) compact_ids();
  const std::size_t people = person_count() + std::size_t{1};
  id_bytes_.edit_with_room(id_bytes_.size() + id.size());
  id_ends_.edit_with_room(people);
  if (!id_begins_.empty()) id_begins_.edit_with_room(people);
  if (people * 4 <= id_slots_.edit().size() * 3) return;
  std::vector<std::uint32_t> slots(id_table::slots_for(people + people / 2));
  for (std::uint32_t at = 0; at < person_count(); ++at) {
    const std::uint32_t hash = roster::hash_of(person_id({at}));
    slots[id_table::empty_slot<std::uint32_t>(slots, hash)] = at + 1;
  }
  id_slots_.replace(std::move(slots));
}

/// Room to take anybody's id out.
void Roster::make_room_to_remove_id() {
  std::vector<std::uint32_t>& ends = id_ends_.edit();
  std::vector<std::uint32_t>& begins = id_begins_.edit();
  id_slots_.edit();
  if (!begins.empty()) return;
  begins.reserve(ends.size());
  begins.push_back(0);
  begins.insert(begins.end(), ends.begin(), ends.end() - 1);
}

/// Gives the next person an id.
void Roster::append_id(std::string_view id) {
  if (id_bytes_.size() + id.size() > max_id_bytes) compact_ids();
  std::vector<char>& bytes = id_bytes_.edit();
  if (!id_begins_.empty()) id_begins_.edit().push_back(static_cast<std::uint32_t>(bytes.size()));
  bytes.insert(bytes.end(), id.begin(), id.end());
  id_ends_.edit().push_back(static_cast<std::uint32_t>(bytes.size()));
}

/// Makes the last person, who has an id, one that can be found.
void Roster::add_slot(PersonIndex person) {
  std::vector<std::uint32_t>& slots = id_slots_.edit();
  const std::uint32_t hash = roster::hash_of(person_id(person));
  slots[id_table::empty_slot<std::uint32_t>(slots, hash)] = person.value + 1;
}

/// Where the person is found.
std::uint32_t& Roster::slot_of(PersonIndex person) {
  std::vector<std::uint32_t>& slots = id_slots_.edit();
  std::size_t slot = id_table::slot_of(roster::hash_of(person_id(person)), slots.size());
  while (slots[slot] != person.value + 1) slot = id_table::next_slot(slot, slots.size());
  return slots[slot];
}

/// Empties the slot of a person. A search ends at an empty slot, so those behind it move up, unless
/// they are where their search starts, or between that and the empty slot.
void Roster::remove_slot(PersonIndex person) {
  std::vector<std::uint32_t>& slots = id_slots_.edit();
  auto empty = static_cast<std::size_t>(&slot_of(person) - slots.data());
  for (std::size_t slot = id_table::next_slot(empty, slots.size()); slots[slot] != 0;
       slot = id_table::next_slot(slot, slots.size())) {
    const std::uint32_t hash = roster::hash_of(person_id({slots[slot] - 1U}));
    const std::size_t start = id_table::slot_of(hash, slots.size());
    if (distance(start, slot, slots.size()) < distance(empty, slot, slots.size())) continue;
    slots[empty] = slots[slot];
    empty = slot;
  }
  slots[empty] = 0;
}

/// Takes the id of a person out, and gives their number to the last one.
void Roster::remove_id(PersonIndex person) {
  const PersonIndex last{static_cast<std::uint32_t>(id_ends_.size() - 1)};
  remove_slot(person);
  if (person != last) slot_of(last) = person.value + 1;
  unused_id_bytes_ += person_id(person).size();
  std::vector<std::uint32_t>& ends = id_ends_.edit();
  std::vector<std::uint32_t>& begins = id_begins_.edit();
  for (std::vector<std::uint32_t>* column : {&begins, &ends}) {
    (*column)[person.value] = column->back();
    column->pop_back();
  }
  if (ends.empty()) compact_ids();  // Without begins, ids follow each other.
}

Roster::Ids Roster::ids_in_order() const {
  Ids ids;
  ids.bytes.reserve(id_bytes_.size() - unused_id_bytes_);
  ids.ends.reserve(id_ends_.size());
  for (std::uint32_t person = 0; person < id_ends_.size(); ++person) {
    const std::string_view id = person_id({person});
    ids.bytes.insert(ids.bytes.end(), id.begin(), id.end());
    ids.ends.push_back(static_cast<std::uint32_t>(ids.bytes.size()));
  }
  return ids;
}

/// Writes all ids anew, by person, without gaps.
void Roster::compact_ids() {
  Ids ids = ids_in_order();
  id_bytes_.replace(std::move(ids.bytes));
  id_ends_.replace(std::move(ids.ends));
  id_begins_ = {};
  unused_id_bytes_ = 0;
}

}  // namespace skillmatrix
