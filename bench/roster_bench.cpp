// Building a roster of many people, and changing it; beside it maps of maps of strings.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "big_framework.hpp"
#include "skillmatrix/roster.hpp"

namespace {

using namespace skillmatrix;

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "roster_bench: %s\n", what);
  std::exit(1);
}

/// As many skills as ESCO, with short texts.
const Framework& framework() {
  static const Framework made = big::make_framework({13'900, 3'000, 5, 30, 8});
  return made;
}

const Matrix& matrix() {
  static const Matrix built = [] {
    auto result = Matrix::build(framework());
    if (!result) fail("the framework does not compile");
    return *std::move(result);
  }();
  return built;
}

const big::People& people() {
  static const big::People made(framework());
  return made;
}

/// The first people as columns.
struct Columns {
  std::vector<std::string> ids;
  std::vector<std::string_view> person_ids;
  std::vector<std::uint32_t> own_role_levels;
  std::vector<std::uint64_t> first{0};
  std::vector<std::uint32_t> skills;
  std::vector<Rank> ranks;

  explicit Columns(std::uint32_t count) {
    big::Person person;
    for (std::uint32_t at = 0; at < count; ++at) {
      people().make(at, person);
      ids.push_back(big::numbered('P', at, 7));
      const RoleLevelIndex lowest = matrix().role_first_level({person.role});
      own_role_levels.push_back(lowest.value + person.level - 1);
      for (const big::Held& held : person.held) {
        skills.push_back(held.skill);
        ranks.push_back(static_cast<Rank>(held.rank));
      }
      first.push_back(skills.size());
    }
    person_ids.assign(ids.begin(), ids.end());
  }

  [[nodiscard]] RosterColumns columns() const {
    return {.person_ids = person_ids,
            .own_role_levels = own_role_levels,
            .first = first,
            .skills = skills,
            .ranks = ranks};
  }
};

/// One is kept, since a million people are large.
const Columns& columns_of(std::int64_t count) {
  static std::int64_t made_for = 0;
  static std::unique_ptr<Columns> made;
  if (made_for != count) {
    made.reset();
    made = std::make_unique<Columns>(static_cast<std::uint32_t>(count));
    made_for = count;
  }
  return *made;
}

std::vector<Profile> profiles_of(std::int64_t count) {
  return big::make_people(framework(), static_cast<std::uint64_t>(count));
}

/// The roster says of people here and there what resolving their profiles says, and so do the
/// postings.
void check(const BuiltRoster& built, std::size_t count) {
  const Roster& roster = built.roster;
  if (!built.diagnostics.empty() || roster.person_count() != count) fail("somebody was rejected");
  for (std::uint32_t at = 0; at < count; at += 97) {
    const Profile profile = people().profile(at);
    std::vector<Holding> expected = resolve_ratings(matrix(), profile).skills;
    for (Holding& holding : expected) holding.rating = 0;
    const auto person = roster.find_person(profile.id);
    if (!person || roster.holdings(*person).skills != expected) fail("other ratings");
    if (roster.own_role_level(*person) != matrix().find_role_level(*profile.role, *profile.level)) {
      fail("another role level");
    }
    for (const Holding& holding : expected) {
      if (!roster.has_index()) break;
      const Postings postings = roster.postings(at / people_per_block, holding.skill);
      const auto place = std::ranges::lower_bound(postings.people, at % people_per_block);
      if (place == postings.people.end() || *place != at % people_per_block) fail("no posting");
      if (postings.ranks[static_cast<std::size_t>(place - postings.people.begin())] != holding.rank)
        fail("another rank");
    }
  }
}

void report(benchmark::State& state, const Roster& roster) {
  const auto ratings = static_cast<double>(roster.rating_count());
  state.counters["ratings"] = ratings;
  state.counters["bytes_per_rating"] = static_cast<double>(roster.memory_bytes()) / ratings;
  state.counters["index_bytes_per_rating"] = static_cast<double>(roster.index_bytes()) / ratings;
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void BM_RosterFromColumns(benchmark::State& state) {
  const Columns& in = columns_of(state.range(0));
  const RosterOptions options{.index = state.range(1) != 0};
  const BuiltRoster built = Roster::build(matrix(), in.columns(), options);
  check(built, in.ids.size());
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(Roster::build(matrix(), in.columns(), options));
  }
  report(state, built.roster);
}
BENCHMARK(BM_RosterFromColumns)
    ->Args({100'000, 0})
    ->Args({100'000, 1})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 1})
    ->Unit(benchmark::kMillisecond);

void BM_RosterFromProfiles(benchmark::State& state) {
  const std::vector<Profile> profiles = profiles_of(state.range(0));
  const BuiltRoster built = Roster::build(matrix(), profiles);
  check(built, profiles.size());
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(Roster::build(matrix(), profiles));
  }
  report(state, built.roster);
}
BENCHMARK(BM_RosterFromProfiles)->Arg(100'000)->Unit(benchmark::kMillisecond);

void BM_RosterFromNdjson(benchmark::State& state) {
  const std::vector<Profile> profiles = profiles_of(state.range(0));
  const std::string text = write_profiles(profiles);
  const BuiltRoster built = Roster::read_ndjson(matrix(), text);
  check(built, profiles.size());
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(Roster::read_ndjson(matrix(), text));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  report(state, built.roster);
}
BENCHMARK(BM_RosterFromNdjson)->Arg(10'000)->Unit(benchmark::kMillisecond);

/// One rating of somebody changes: a rank, or whether there is any.
void BM_RosterChange(benchmark::State& state) {
  const Columns& in = columns_of(state.range(0));
  Roster roster = Roster::build(matrix(), in.columns()).roster;
  big::Random random(1);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::optional<Rank>> changed;
  const auto change = [&] {
    const std::uint32_t person = random.below(roster.person_count());
    const std::uint32_t skill = random.skewed_below(roster.skill_count());
    const std::uint32_t rank = random.below(3);
    const auto set = rank == 2 ? std::nullopt : std::optional(static_cast<Rank>(rank));
    roster.set_rank({person}, {skill}, set);
    return std::pair(std::pair(person, skill), set);
  };
  for (int at = 0; at < 1000; ++at) {
    const auto [place, rank] = change();
    changed[place] = rank;
  }
  for (const auto& [place, rank] : changed) {
    if (roster.rank({place.first}, {place.second}) != rank) fail("a change is lost");
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    change();
  }
  report(state, roster);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_RosterChange)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

/// Somebody leaves, somebody comes.
void BM_RosterComeAndGo(benchmark::State& state) {
  const Columns& in = columns_of(state.range(0));
  Roster roster = Roster::build(matrix(), in.columns()).roster;
  big::Random random(2);
  std::uint32_t number = 0;
  const auto come_and_go = [&] {
    const PersonIndex leaving{random.below(roster.person_count())};
    const std::vector<Holding> holdings = roster.holdings(leaving).skills;
    const auto own = roster.own_role_level(leaving);
    roster.remove(leaving);
    return roster.add(big::numbered('N', number++, 7), own, holdings);
  };
  for (int at = 0; at < 1000; ++at) {
    if (!come_and_go().person) fail("somebody cannot come");
  }
  if (!roster.verify(matrix()).empty()) fail("the roster is not in order");
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    come_and_go();
  }
  report(state, roster);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_RosterComeAndGo)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void BM_RosterFindPerson(benchmark::State& state) {
  const Columns& in = columns_of(state.range(0));
  const BuiltRoster built = Roster::build(matrix(), in.columns());
  check(built, in.ids.size());
  big::Random random(1);
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(built.roster.find_person(random.pick(in.ids)));
  }
}
BENCHMARK(BM_RosterFindPerson)->Arg(1'000'000);

using NaiveRoster = std::unordered_map<std::string, std::unordered_map<std::string, int>>;

NaiveRoster naive(const Columns& in) {
  NaiveRoster roster;
  for (std::size_t person = 0; person < in.ids.size(); ++person) {
    auto& ratings = roster[in.ids[person]];
    for (std::uint64_t row = in.first[person]; row < in.first[person + 1]; ++row) {
      ratings[std::string(matrix().skill_id({in.skills[row]}))] = in.ranks[row];
    }
  }
  return roster;
}

void BM_NaiveRoster(benchmark::State& state) {
  const Columns& in = columns_of(state.range(0));
  const std::size_t before = mallinfo2().uordblks;
  const NaiveRoster built = naive(in);
  const std::size_t bytes = mallinfo2().uordblks - before;
  if (built.size() != in.ids.size()) fail("the maps have other people");
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(naive(in));
  }
  state.counters["bytes_per_rating"] =
      static_cast<double>(bytes) / static_cast<double>(in.skills.size());
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_NaiveRoster)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
