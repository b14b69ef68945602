// The same work by this library and by its peers, in one process and in turn, their answers
// compared before anything is timed. `run` starts it, runs NumPy after it, and makes a report of
// both.
#include <chrono>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <thread>

#include "peers.hpp"
#include "skillmatrix/gap.hpp"

namespace skillmatrix::compare {

// --- What the peers are given -------------------------------------------------------------------

Work::Work(const big::Company& given) : company(given), plan(given.matrix) {
  const Roster& roster = company.roster;
  const Matrix& matrix = company.matrix;
  const auto levels = roster.own_role_levels();
  own.assign(levels.begin(), levels.end());
  for (std::uint32_t at = 0; at < roster.person_count(); ++at) {
    const Holdings holdings = roster.holdings({at});
    if (holdings.skills.size() != big::even_ratings) fail("the ratings are not even");
    for (const Holding& holding : holdings.skills) {
      person.push_back(at);
      skill.push_back(static_cast<std::uint16_t>(holding.skill.value));
      rank.push_back(holding.rank);
    }
  }
  for (std::uint32_t level = 0; level < matrix.role_level_count(); ++level) {
    std::uint64_t weights = 0;
    for (const CellRequirement& cell : matrix.requirements({level})) {
      if (plan.scoring().counts(cell)) weights += cell.weight;
    }
    total.push_back(static_cast<std::uint16_t>(plan.total({level})));
    required_count.push_back(0);
    for (const CellRequirement& cell : matrix.requirements({level})) {
      const bool counts = plan.scoring().counts(cell);
      const std::uint64_t units =
          counts ? cell.weight * (plan.total({level}) / weights) / cell.expected : 0;
      const Sums of_below{0, 0, 1, counts, 0};
      const Sums of_none{0, units * cell.expected, 0, 0, counts};
      role_level.push_back(static_cast<std::uint16_t>(level));
      required_skill.push_back(static_cast<std::uint16_t>(cell.skill.value));
      target.push_back(cell.expected);
      step.push_back(static_cast<std::uint16_t>(units));
      is_required.push_back(counts);
      base.push_back(static_cast<double>(of_none.packed()));
      by_rank.push_back(static_cast<double>(units) - static_cast<double>(units << 14U));
      if_below.push_back(static_cast<double>(of_below.packed()));
      if (counts) ++required_count.back();
    }
  }
  for (const std::uint32_t level : asked_role_levels) {
    score_people(plan, roster, {level}, {}, one_level.emplace_back());
  }
  score_own_role_levels(plan, roster, {}, own_level);
  std::vector<PersonIndex> people(ranked_people);
  for (std::uint32_t at = 0; at < ranked_people; ++at) people[at] = {at};
  rank_role_levels(plan, roster, people, best, {}, ranking);
}

bool Work::is_answer(const PeopleScores& scores, std::uint32_t who, std::uint64_t packed) const {
  const std::uint32_t level = scores.target() ? scores.target()->value : own[who];
  const Sums sums = Sums::unpack(packed);
  const Verdict verdict = sums.required_gaps > 0                        ? Verdict::not_ready
                          : sums.required_known < required_count[level] ? Verdict::undetermined
                                                                        : Verdict::ready;
  return scores.lower()[who] == sums.lower && scores.upper()[who] == total[level] - sums.lost &&
         scores.gaps()[who] == sums.gaps &&
         scores.verdicts()[who] == static_cast<std::uint8_t>(verdict);
}

std::vector<Pair> random_pairs(const Work& work) {
  big::Random random(5);
  std::vector<Pair> pairs(100'000);
  for (Pair& pair : pairs) {
    pair = {random.below(gap_people), random.below(static_cast<std::uint32_t>(work.total.size()))};
  }
  return pairs;
}

namespace {

// --- This library -------------------------------------------------------------------------------

/// One gap after the other: from holdings that the caller has, from the roster, and from the roster
/// by the id of the person, which is what the naive way is asked by. None of them may allocate.
void add_gaps(const Work& work, std::vector<Case>& cases) {
  const Matrix& matrix = work.company.matrix;
  const Roster& roster = work.company.roster;
  struct Asked {
    std::vector<Holdings> held;
    std::vector<std::string> ids;
    std::vector<Pair> pairs;
    Gap gap;
  };
  const auto asked = std::make_shared<Asked>();
  asked->pairs = random_pairs(work);
  for (std::uint32_t person = 0; person < gap_people; ++person) {
    asked->held.push_back(roster.holdings({person}));
    asked->ids.emplace_back(roster.person_id({person}));
  }
  const auto add = [&](const char* who, const auto& ask) {
    const auto run = [asked, ask](std::uint32_t call) {
      ask(*asked, asked->pairs[call % asked->pairs.size()]);
    };
    const auto run_all = [&run, &asked] {
      for (std::uint32_t call = 0; call < asked->pairs.size(); ++call) run(call);
    };
    run_all();
    if (count_allocations(run_all) != 0) fail(std::string(who) + " allocates");
    cases.push_back({"gap", who, 1, 1, 1'000, 50, run});
  };
  add("skillmatrix, from holdings", [&matrix](Asked& all, const Pair& pair) {
    analyze_gap(matrix, all.held[pair.person], {pair.level}, {}, all.gap);
    keep(all.gap);
  });
  add("skillmatrix", [&matrix, &roster](Asked& all, const Pair& pair) {
    analyze_gap(matrix, roster, {pair.person}, {pair.level}, {}, all.gap);
    keep(all.gap);
  });
  add("skillmatrix, roster by id", [&matrix, &roster](Asked& all, const Pair& pair) {
    analyze_gap(matrix, roster, *roster.find_person(all.ids[pair.person]), {pair.level}, {},
                all.gap);
    keep(all.gap);
  });
  add("skillmatrix, summary from holdings", [&matrix](Asked& all, const Pair& pair) {
    keep(summarize_gap(matrix, all.held[pair.person], {pair.level}));
  });
  add("skillmatrix, summary", [&matrix, &roster](Asked&, const Pair& pair) {
    keep(summarize_gap(matrix, roster, {pair.person}, {pair.level}));
  });
  state_fact("allocations of 100,000 gaps", "0");
}

void add_scores(const Work& work, std::vector<Case>& cases) {
  const Roster& roster = work.company.roster;
  const auto clustered = std::make_shared<Roster>(big::cluster(work.company).roster);
  const auto scores = std::make_shared<PeopleScores>();
  const auto ranking = std::make_shared<BatchRanking>();
  std::vector<PersonIndex> people(ranked_people);
  for (std::uint32_t at = 0; at < ranked_people; ++at) people[at] = {at};
  for (const unsigned threads : {1U, 2U}) {
    const BatchOptions options{.threads = threads, .executor = {}, .progress = {}};
    const auto one_level = [=, &work, &roster](std::uint32_t call) {
      score_people(work.plan, roster, {asked_role_levels[call % 5]}, options, *scores);
    };
    for (std::uint32_t call = 0; call < 5; ++call) {
      one_level(call);
      if (*scores != work.one_level[call]) fail("A depends on the threads");
    }
    const auto own_level = [=, &work, &roster](std::uint32_t) {
      score_own_role_levels(work.plan, roster, options, *scores);
    };
    own_level(0);
    if (*scores != work.own_level) fail("B depends on the threads");
    const auto own_level_clustered = [=, &work](std::uint32_t) {
      score_own_role_levels(work.plan, *clustered, options, *scores);
    };
    own_level_clustered(0);
    for (std::uint32_t at = 0; at < scores->size(); ++at) {
      const PersonIndex person = *roster.find_person(clustered->person_id({at}));
      if (scores->lower()[at] != work.own_level.lower()[person.value]) fail("B depends on order");
    }
    const auto best_levels = [=, &work, &roster](std::uint32_t) {
      rank_role_levels(work.plan, roster, people, best, options, *ranking);
    };
    best_levels(0);
    if (*ranking != work.ranking) fail("C depends on the threads");
    cases.push_back({"A", "skillmatrix", threads, 1, 1, 50, one_level});
    cases.push_back({"B", "skillmatrix", threads, 1, 1, 5, own_level});
    cases.push_back(
        {"B", "skillmatrix, people by role level", threads, 1, 1, 10, own_level_clustered});
    cases.push_back({"C", "skillmatrix", threads, 1, 1, 1, best_levels});
  }
}

/// Adds up the bytes as whole words, in threads.
std::uint64_t read_all(std::span<const std::byte> bytes, unsigned threads) {
  std::vector<std::uint64_t> sums(threads);
  const auto read = [&](unsigned thread) {
    const std::size_t part = bytes.size() / threads / 32;
    const std::byte* at = bytes.data() + thread * part * 32;
    std::array<std::uint64_t, 4> sum{};
    for (std::size_t block = 0; block < part; ++block, at += 32) {
      std::array<std::uint64_t, 4> words;
      std::memcpy(words.data(), at, 32);
      for (std::size_t lane = 0; lane < 4; ++lane) sum[lane] += words[lane];
    }
    sums[thread] = sum[0] + sum[1] + sum[2] + sum[3];
  };
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(read, thread);
  read(0);
  for (std::thread& other : others) other.join();
  return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
}

void add_floor(const Work& work, std::vector<Case>& cases) {
  for (const unsigned threads : {1U, 2U}) {
    cases.push_back({"B", "reading the people's bytes once", threads, 1, 1, 20,
                     [&work, threads](std::uint32_t) {
                       const Roster& roster = work.company.roster;
                       keep(read_all(std::as_bytes(roster.ranks()), threads));
                       keep(roster.visit_skills([threads](auto skills) {
                         return read_all(std::as_bytes(skills), threads);
                       }));
                     }});
  }
}

void state_build_and_memory(const Work& work) {
  const Roster& roster = work.company.roster;
  const Matrix& matrix = work.company.matrix;
  const auto each = [](std::size_t bytes, std::uint64_t count) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f",
                  static_cast<double>(bytes) / static_cast<double>(count));
    return std::string(text.data());
  };
#ifdef NDEBUG
  state_fact("built with", SKILLMATRIX_COMPILER);
#else
  state_fact("built with", SKILLMATRIX_COMPILER ", ASSERTIONS ON: the times mean nothing");
#endif
  state_fact("bytes a rating in the roster", each(roster.memory_bytes(), roster.rating_count()));
  state_fact("bytes a rating in its postings", each(roster.index_bytes(), roster.rating_count()));
  const RequirementColumns& columns = matrix.requirement_columns();
  state_fact("bytes a requirement in the matrix, by role level and by skill",
             std::to_string(columns.skills.width() + sizeof(Rank) + columns.terms.width() +
                            sizeof(CellIndex)));
  state_fact("bytes of the whole matrix beside text, ids included, a requirement",
             each(matrix.bytes().size() - matrix.texts().text_bytes(), matrix.cell_count()));
  state_fact("bytes a requirement in the plan",
             each(work.plan.memory_bytes(), matrix.cell_count()));
}

// --- Running ------------------------------------------------------------------------------------

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);  // Of all threads.
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Samples of one case, in milliseconds a call.
struct Times {
  std::vector<double> elapsed;
  std::vector<double> processor;
  std::uint32_t calls = 0;

  void add_sample(const Case& each) {
    const double factor = 1e3 / each.calls * each.scale;
    const double processor_start = processor_seconds();
    const auto start = std::chrono::steady_clock::now();
    for (std::uint32_t call = 0; call < each.calls; ++call) each.run(calls++);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    processor.push_back((processor_seconds() - processor_start) * factor);
    elapsed.push_back(taken.count() * factor);
  }
};

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

/// All in turn, so that what else the machine does hits all of them.
void run(const std::vector<Case>& cases, std::uint32_t rounds) {
  std::vector<Times> times(cases.size());
  for (std::uint32_t round = 0; round < rounds; ++round) {
    for (std::size_t at = 0; at < cases.size(); ++at) {
      for (std::uint32_t sample = 0; sample < cases[at].samples; ++sample) {
        times[at].add_sample(cases[at]);
      }
    }
  }
  for (std::size_t at = 0; at < cases.size(); ++at) {
    const Case& each = cases[at];
    std::printf("time\t%s\t%s\t%u\t%g\t%.9g\t%.9g\t%zu\n", each.work.c_str(), each.who.c_str(),
                each.threads, each.scale, median(times[at].elapsed), median(times[at].processor),
                times[at].elapsed.size());
  }
}

template <class T>
void write(const std::string& path, const T& values) {
  std::ofstream file(path, std::ios::binary);
  const auto bytes = std::as_bytes(std::span(values));
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) fail("cannot write " + path);
}

/// What `numpy_peer.py` reads.
void write_columns(const Work& work, const std::string& folder) {
  write(folder + "/own", work.own);
  write(folder + "/skill", work.skill);
  write(folder + "/rank", work.rank);
  write(folder + "/required_skill", work.required_skill);
  write(folder + "/target", work.target);
  write(folder + "/base", work.base);
  write(folder + "/by_rank", work.by_rank);
  write(folder + "/if_below", work.if_below);
  write(folder + "/total", work.total);
  write(folder + "/required_count", work.required_count);
  write(folder + "/ranking", work.ranking.items());
  const auto write_scores = [&folder](const std::string& name, const PeopleScores& scores) {
    std::vector<std::uint64_t> answers;
    for (std::uint32_t person = 0; person < scores.size(); ++person) {
      answers.push_back(scores.lower()[person] | scores.upper()[person] << 16U |
                        scores.gaps()[person] << 32U |
                        std::uint64_t{scores.verdicts()[person]} << 40U);
    }
    write(folder + '/' + name, answers);
  };
  for (std::size_t at = 0; at < asked_role_levels.size(); ++at) {
    write_scores("level_" + std::to_string(asked_role_levels[at]), work.one_level[at]);
  }
  write_scores("own_level", work.own_level);
}

void compare(const std::string& folder, const char* duckdb, std::uint32_t rounds) {
  const big::Company company = big::make_even(1'000'000);
  const Work work(company);
  write_columns(work, folder);
  state_build_and_memory(work);
  std::vector<Case> cases;
  add_gaps(work, cases);
  add_scores(work, cases);
  add_floor(work, cases);
  add_naive(work, cases);
  add_duckdb(work, duckdb, cases);
#ifdef SKILLMATRIX_HAS_SQLITE
  add_sqlite(work, cases);
#else
  state_fact("SQLite", "not installed, left out");
#endif
  run(cases, rounds);
}

// --- How cost grows -----------------------------------------------------------------------------

/// Medians of A, B and C for one company: of the processor's time, or with threads of the time that
/// passes.
void measure_growth(const char* axis, double value, const big::Company& company, unsigned threads,
                    std::uint32_t rounds) {
  const BatchPlan plan(company.matrix);
  const BatchOptions options{.threads = threads, .executor = {}, .progress = {}};
  PeopleScores scores;
  BatchRanking ranking;
  std::vector<PersonIndex> people(1'000);
  for (std::uint32_t at = 0; at < people.size(); ++at) people[at] = {at};
  const auto level = [&](std::uint32_t call) {
    return RoleLevelIndex{call * 7'919 % company.matrix.role_level_count()};
  };
  const std::array<Case, 3> cases{{
      {"A", "", 1, 1, 1, 40,
       [&](std::uint32_t call) {
         score_people(plan, company.roster, level(call), options, scores);
       }},
      {"B", "", 1, 1, 1, 2,
       [&](std::uint32_t) { score_own_role_levels(plan, company.roster, options, scores); }},
      {"C", "", 1, 1, 1, 2,
       [&](std::uint32_t) {
         rank_role_levels(plan, company.roster, people, best, options, ranking);
       }},
  }};
  for (const Case& each : cases) {
    each.run(0);  // Its answer has no memory yet.
    Times times;
    for (std::uint32_t sample = 0; sample < each.samples * rounds; ++sample) {
      times.add_sample(each);
    }
    const bool passes = std::string_view(axis) == "threads";
    std::printf("growth\t%s\t%g\t%s\t%.9g\n", axis, value, each.work.c_str(),
                median(passes ? times.elapsed : times.processor));
  }
}

void grow(std::uint32_t rounds) {
  constexpr std::uint32_t people = 100'000;
  for (const std::uint32_t count : {10'000U, 30'000U, 100'000U, 300'000U, 1'000'000U}) {
    measure_growth("people", count, big::make_even(count), 1, rounds);
  }
  for (const std::uint32_t skills : {1'000U, 4'000U, 13'900U, 40'000U}) {
    big::Size size = big::esco;
    size.skills = skills;
    measure_growth("skills", skills, big::make_even(people, size), 1, rounds);
  }
  for (const std::uint32_t roles : {300U, 1'000U, 3'000U, 9'000U}) {
    big::Size size = big::esco;
    size.roles = roles;
    measure_growth("role levels", roles * size.role_levels, big::make_even(people, size), 1,
                   rounds);
  }
  const big::Company company = big::make_even(1'000'000);
  for (unsigned threads = 1; threads <= std::max(2U, std::thread::hardware_concurrency());
       threads *= 2) {
    measure_growth("threads", threads, company, threads, rounds);
  }
}

}  // namespace
}  // namespace skillmatrix::compare

int main(int count, char** arguments) {
  using namespace skillmatrix::compare;
  if (count < 3)
    fail("usage: compare_batch ROUNDS FOLDER [LIBDUCKDB] | compare_batch ROUNDS growth");
  const auto rounds = static_cast<std::uint32_t>(std::max(1, std::atoi(arguments[1])));
  if (std::string_view(arguments[2]) == "growth") {
    grow(rounds);
  } else {
    compare(arguments[2], count > 3 ? arguments[3] : "libduckdb.so", rounds);
  }
  std::fflush(stdout);
  return 0;
}
