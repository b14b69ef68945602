// What everybody would write first: hash maps of strings; and a plain scan of dense arrays.
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "peers.hpp"
#include "skillmatrix/gap.hpp"

namespace skillmatrix::compare {
namespace {

using People = std::unordered_map<std::string, std::unordered_map<std::string, int>>;

struct NaiveCell {
  std::string skill;
  int target;
  int weight;
  bool required;
};

struct NaiveRow {
  const NaiveCell* cell;
  CellState state;
  int held;
  double contribution;
};

People make_people(const Roster& roster, const Matrix& matrix, std::uint32_t count) {
  People people;
  for (std::uint32_t person = 0; person < count; ++person) {
    auto& held = people[std::string(roster.person_id({person}))];
    for (const Holding& holding : roster.holdings({person}).skills) {
      held.emplace(matrix.skill_id(holding.skill), holding.rank);
    }
  }
  return people;
}

std::vector<std::vector<NaiveCell>> make_role_levels(const Matrix& matrix) {
  std::vector<std::vector<NaiveCell>> levels(matrix.role_level_count());
  for (std::uint32_t level = 0; level < levels.size(); ++level) {
    for (const CellRequirement& cell : matrix.requirements({level})) {
      levels[level].push_back({std::string(matrix.skill_id(cell.skill)), cell.expected, cell.weight,
                               cell.necessity == Necessity::required});
    }
  }
  return levels;
}

struct Naive {
  People people;
  std::vector<std::vector<NaiveCell>> levels;
  std::vector<std::string> ids;  ///< Of the people, in order.
  std::vector<std::uint64_t> answers;
  std::vector<NaiveRow> rows;

  /// All rows and the score of one person.
  double explain(std::uint32_t person, std::uint32_t level) {
    const auto& held = people.find(ids[person])->second;
    rows.clear();
    double earned = 0;
    double total = 0;
    for (const NaiveCell& cell : levels[level]) {
      NaiveRow row{&cell, CellState::unknown, 0, 0};
      const auto found = held.find(cell.skill);
      if (found != held.end()) {
        row.held = found->second;
        row.state = row.held > cell.target    ? CellState::exceeded
                    : row.held == cell.target ? CellState::met
                                              : CellState::gap;
      }
      if (cell.required) {
        total += cell.weight;
        row.contribution = cell.weight * std::min(1.0, static_cast<double>(row.held) / cell.target);
        earned += row.contribution;
      }
      rows.push_back(row);
    }
    return earned / total;
  }

  /// The sums of one person; units per weight are those of the plan.
  std::uint64_t add_up(std::uint32_t person, std::uint32_t level, std::uint64_t unit) const {
    const auto& held = people.find(ids[person])->second;
    Sums sums{};
    for (const NaiveCell& cell : levels[level]) {
      const auto found = held.find(cell.skill);
      if (found == held.end()) continue;
      const int rank = std::min(found->second, cell.target);
      const bool is_gap = rank < cell.target;
      if (is_gap) ++sums.gaps;
      if (!cell.required) continue;
      const std::uint64_t step =
          unit * static_cast<unsigned>(cell.weight) / static_cast<unsigned>(cell.target);
      sums.lower += step * static_cast<unsigned>(rank);
      sums.lost += step * static_cast<unsigned>(cell.target - rank);
      if (is_gap) ++sums.required_gaps;
      ++sums.required_known;
    }
    return sums.packed();
  }
};

/// The units of a requirement of weight 1.
std::uint64_t unit_of(const Work& work) {
  std::uint64_t weights = 0;
  for (const CellRequirement& cell : work.company.matrix.requirements({0})) {
    if (work.plan.scoring().counts(cell)) weights += cell.weight;
  }
  return work.plan.total({0}) / weights;
}

bool is_same_gap(const Gap& gap, double score, const std::vector<NaiveRow>& rows) {
  const Fraction& lower = gap.summary.lower;
  const double exact =
      static_cast<double>(lower.numerator) / static_cast<double>(lower.denominator);
  if (std::abs(score - exact) > 1e-12) return false;
  return std::ranges::equal(gap.cells, rows, [](const GapCell& cell, const NaiveRow& row) {
    return cell.state == row.state && cell.expected == row.cell->target &&
           cell.held.value_or(0) == row.held && cell.weight == row.cell->weight;
  });
}

// --- The dense scan -----------------------------------------------------------------------------

/// Every requirement of every role level is looked at, for one person after the other.
struct Scan {
  const Work& work;
  std::vector<std::uint8_t> held;      ///< Rank by skill; 0 if unknown: nobody holds none here.
  std::vector<std::uint64_t> by_held;  ///< Sums by requirement and rank held, 8 each.
  std::vector<std::tuple<int, double, std::uint64_t, std::uint32_t>> order;

  explicit Scan(const Work& given) : work(given), held(big::esco.skills) {
    by_held.resize(work.target.size() * 8);
    for (std::size_t at = 0; at < work.target.size(); ++at) {
      for (std::uint32_t rank = 1; rank <= 5; ++rank) {
        by_held[at * 8 + rank] = static_cast<std::uint64_t>(
            work.base[at] + work.by_rank[at] * std::min<double>(rank, work.target[at]) +
            (rank < work.target[at] ? work.if_below[at] : 0));
      }
    }
  }

  void rank_role_levels(std::uint32_t person, std::vector<std::uint32_t>& levels) {
    const std::size_t first = std::size_t{person} * big::even_ratings;
    for (std::size_t at = 0; at < big::even_ratings; ++at) {
      held[work.skill[first + at]] = work.rank[first + at];
    }
    order.clear();
    std::size_t cell = 0;
    for (std::uint32_t level = 0; level < work.total.size(); ++level) {
      std::uint64_t packed = 0;
      for (std::size_t end = cell + big::esco.requirements; cell < end; ++cell) {
        packed += by_held[cell * 8 + held[work.required_skill[cell]]];
      }
      const Sums sums = Sums::unpack(packed);
      const int verdict = sums.required_gaps > 0                             ? 2
                          : sums.required_known < work.required_count[level] ? 1
                                                                             : 0;
      order.emplace_back(verdict, -static_cast<double>(sums.lower) / work.total[level], sums.gaps,
                         level);
    }
    std::ranges::partial_sort(order, order.begin() + best);
    levels.clear();
    for (std::size_t at = 0; at < best; ++at) levels.push_back(std::get<3>(order[at]));
    for (std::size_t at = 0; at < big::even_ratings; ++at) held[work.skill[first + at]] = 0;
  }
};

}  // namespace

void add_naive(const Work& work, std::vector<Case>& cases) {
  constexpr std::uint32_t part = 100'000;
  const Roster& roster = work.company.roster;
  const Matrix& matrix = work.company.matrix;
  const std::uint64_t unit = unit_of(work);
  const char* const name = "C++, unordered_map of unordered_map";

  // Of those who are asked about one by one, like the others.
  const auto few = std::make_shared<Naive>();
  const std::vector<Pair> pairs = random_pairs(work);
  few->people = make_people(roster, matrix, gap_people);
  few->levels = make_role_levels(matrix);
  for (std::uint32_t person = 0; person < part; ++person) {
    few->ids.emplace_back(roster.person_id({person}));
  }
  for (const Pair& pair : pairs) {
    const double score = few->explain(pair.person, pair.level);
    const auto check = [&](const Gap& gap, const GapSummary& summary) {
      if (!is_same_gap(gap, score, few->rows) || summary != gap.summary) fail("naive gap");
    };
    const Holdings holdings = roster.holdings({pair.person});
    check(analyze_gap(matrix, holdings, {pair.level}),
          summarize_gap(matrix, holdings, {pair.level}));
    check(analyze_gap(matrix, roster, {pair.person}, {pair.level}),
          summarize_gap(matrix, roster, {pair.person}, {pair.level}));
  }
  cases.push_back(
      {"gap", name, 1, 1, 1'000, 50, [few, pairs](std::uint32_t call) {
         keep(few->explain(pairs[call % pairs.size()].person, pairs[call % pairs.size()].level));
       }});

  const auto many = std::make_shared<Naive>();
  many->people = make_people(roster, matrix, part);
  many->levels = few->levels;
  many->ids = few->ids;
  many->answers.resize(part);
  const auto one_level = [many, unit](std::uint32_t call) {
    for (std::uint32_t person = 0; person < part; ++person) {
      many->answers[person] = many->add_up(person, asked_role_levels[call % 5], unit);
    }
  };
  const auto own_level = [many, unit, &work](std::uint32_t) {
    for (std::uint32_t person = 0; person < part; ++person) {
      many->answers[person] = many->add_up(person, work.own[person], unit);
    }
  };
  const auto check = [many, &work](const PeopleScores& scores) {
    for (std::uint32_t person = 0; person < part; ++person) {
      if (!work.is_answer(scores, person, many->answers[person])) fail("naive sums");
    }
  };
  for (std::uint32_t call = 0; call < 5; ++call) {
    one_level(call);
    check(work.one_level[call]);
  }
  own_level(0);
  check(work.own_level);
  const double scale = static_cast<double>(roster.person_count()) / part;
  cases.push_back({"A", name, 1, scale, 1, 1, one_level});
  cases.push_back({"B", name, 1, scale, 1, 1, own_level});

  constexpr std::uint32_t scanned = 1'000;
  const auto scan = std::make_shared<Scan>(work);
  std::vector<std::uint32_t> levels;
  for (std::uint32_t person = 0; person < scanned; ++person) {
    scan->rank_role_levels(person, levels);
    if (!work.is_ranking(person, levels)) fail("dense scan");
  }
  cases.push_back({"C", "C++, dense scan", 1, double{ranked_people} / scanned, 1, 1,
                   [scan, levels](std::uint32_t) mutable {
                     for (std::uint32_t person = 0; person < scanned; ++person) {
                       scan->rank_role_levels(person, levels);
                     }
                   }});
}

}  // namespace skillmatrix::compare
