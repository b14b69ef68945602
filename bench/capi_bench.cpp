// What the border of the C API costs: the same gaps through C and in C++, and rosters from Arrow
// beside rosters from columns.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "../tests/generated.hpp"
#include "skillmatrix/gap.hpp"
#include "skillmatrix/json.hpp"
#include "skillmatrix/skillmatrix.h"

namespace skillmatrix {
namespace {

/// A hundred people, and a framework of so many skills.
struct Company {
  explicit Company(std::int64_t skills) : Company(make(skills)) {}

  static constexpr std::uint32_t people = 100;
  Framework framework;
  std::vector<Profile> profiles;
  Matrix matrix = *Matrix::build(framework);
  Roster roster = Roster::build(matrix, profiles).roster;

 private:
  Company(std::pair<Framework, std::vector<Profile>> made)
      : framework(std::move(made.first)), profiles(std::move(made.second)) {}

  static std::pair<Framework, std::vector<Profile>> make(std::int64_t skills) {
    generated::Dice dice(1);
    generated::Shape shape;
    shape.skills = static_cast<std::uint32_t>(skills);
    Framework framework = generated::make_framework(dice, shape);
    std::vector<Profile> profiles;
    for (std::uint32_t person = 0; person < people; ++person) {
      profiles.push_back(
          generated::make_person(dice, framework, "person-" + std::to_string(person)));
    }
    return {std::move(framework), std::move(profiles)};
  }
};

skm_string_view view(const std::string& text) { return {text.data(), text.size()}; }

/// The same through C. Its handles are NULL if it could not be made.
struct CompanyInC {
  explicit CompanyInC(const Company& company) {
    skm_framework* framework = nullptr;
    const std::string json = write_framework(company.framework);
    const std::string ndjson = write_profiles(company.profiles);
    skm_framework_parse(view(json), nullptr, &framework, nullptr);
    skm_matrix_build(framework, &matrix, nullptr);
    skm_framework_destroy(framework);
    skm_roster_read_ndjson(matrix, view(ndjson), nullptr, nullptr, &roster, nullptr);
    skm_gap_create(&gap, nullptr);
  }
  CompanyInC(const CompanyInC&) = delete;
  CompanyInC& operator=(const CompanyInC&) = delete;
  ~CompanyInC() {
    skm_gap_destroy(gap);
    skm_roster_destroy(roster);
    skm_matrix_destroy(matrix);
  }

  skm_matrix* matrix = nullptr;
  skm_roster* roster = nullptr;
  skm_gap* gap = nullptr;
};

/// Whether both say the same of everybody.
bool are_equal(const Company& company, const CompanyInC& in_c) {
  for (std::uint32_t person = 0; person < Company::people; ++person) {
    const Gap expected = analyze_gap(company.matrix, company.roster, {person}, {0});
    skm_gap_summary found{};
    if (skm_gap_analyze(in_c.gap, in_c.matrix, in_c.roster, person, 0, nullptr, nullptr) !=
            SKM_OK ||
        skm_gap_get_summary(in_c.gap, &found) != SKM_OK ||
        skm_gap_cell_count(in_c.gap) != expected.cells.size() ||
        found.lower_numerator != expected.summary.lower.numerator ||
        found.lower_denominator != expected.summary.lower.denominator) {
      return false;
    }
  }
  return true;
}

void BM_GapInCpp(benchmark::State& state) {
  const Company company(state.range(0));
  const GapOptions options;
  Gap gap;
  std::uint32_t person = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    analyze_gap(company.matrix, company.roster, {person}, {0}, options, gap);
    benchmark::DoNotOptimize(gap.summary.lower.numerator);
    person = (person + 1) % Company::people;
  }
}
BENCHMARK(BM_GapInCpp)->Arg(30)->Arg(300)->Arg(3000);

void BM_GapInC(benchmark::State& state) {
  const Company company(state.range(0));
  const CompanyInC in_c(company);
  if (!are_equal(company, in_c)) return state.SkipWithError("C says something else");
  const skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  std::uint32_t person = 0;
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    skm_gap_summary summary;
    skm_gap_analyze(in_c.gap, in_c.matrix, in_c.roster, person, 0, &options, nullptr);
    skm_gap_get_summary(in_c.gap, &summary);
    benchmark::DoNotOptimize(summary.lower_numerator);
    person = (person + 1) % Company::people;
  }
}
BENCHMARK(BM_GapInC)->Arg(30)->Arg(300)->Arg(3000);

// Twelve ratings of each person, as texts or numbers.

constexpr std::uint32_t ratings_each = 12;

struct ColumnOfTexts {
  std::string bytes;
  std::vector<std::uint32_t> offsets{0};

  void add(std::string_view text) {
    bytes += text;
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  [[nodiscard]] skm_texts view() const {
    return {bytes.data(), bytes.size(), offsets.data(), sizeof(std::uint32_t)};
  }
};

struct Ratings {
  explicit Ratings(std::int64_t count) : company(300), in_c(company) {
    const std::uint32_t skill_count = company.matrix.skill_count();
    for (std::uint32_t skill = 0; skill < skill_count; ++skill) {
      skill_dictionary.add(company.matrix.skill_id({skill}));
    }
    for (std::uint32_t person = 0; person < count; ++person) {
      ids.add("person-" + std::to_string(person));
      for (std::uint32_t rating = 0; rating < ratings_each; ++rating) {
        const std::uint32_t skill =
            (person * 7 + rating * (skill_count / ratings_each)) % skill_count;
        const ScaleIndex scale = company.matrix.skill_scale({skill});
        const auto rank = static_cast<Rank>(1 + person % company.matrix.level_count(scale));
        people.push_back(person);
        skills.push_back(skill);
        ranks.push_back(rank);
        people_by_id.add("person-" + std::to_string(person));
        skill_ids.add(company.matrix.skill_id({skill}));
        level_ids.add(company.matrix.level_id(scale, rank));
      }
    }
  }

  [[nodiscard]] std::uint64_t count() const { return people.size(); }

  const Company company;
  const CompanyInC in_c;
  ColumnOfTexts ids, skill_dictionary, people_by_id, skill_ids, level_ids;
  std::vector<std::uint32_t> people, skills;
  std::vector<std::uint8_t> ranks;
};

const Ratings& ratings_of(std::int64_t people) {
  static const Ratings made(people);  // There is one size only.
  return made;
}

/// A record batch that owns nothing.
class Batch {
 public:
  explicit Batch(std::uint64_t rows) : rows_(static_cast<std::int64_t>(rows)) {}

  Batch& texts(const char* name, const ColumnOfTexts& column) {
    return add(name, "u", {nullptr, column.offsets.data(), column.bytes.data()}, rows_);
  }
  template <class Number>
  Batch& numbers(const char* name, const std::vector<Number>& column) {
    return add(name, sizeof(Number) == 1 ? "C" : "I", {nullptr, column.data(), nullptr}, rows_);
  }
  Batch& dictionary(const char* name, const std::vector<std::uint32_t>& column,
                    const ColumnOfTexts& texts) {
    Batch& values = dictionaries_.emplace_back(texts.offsets.size() - 1);
    values.texts("", texts);
    numbers(name, column);
    columns_.back().schema.dictionary = &values.columns_.front().schema;
    columns_.back().array.dictionary = &values.columns_.front().array;
    return *this;
  }

  ArrowArrayStream stream() {
    schemas_.clear();
    arrays_.clear();
    for (Column& column : columns_) {
      schemas_.push_back(&column.schema);
      arrays_.push_back(&column.array);
    }
    ArrowSchema schema{};
    schema.format = "+s";
    schema.name = "";
    schema.n_children = static_cast<std::int64_t>(columns_.size());
    schema.children = schemas_.data();
    schema.release = [](ArrowSchema* released) { released->release = nullptr; };
    ArrowArray array{};
    array.length = rows_;
    array.n_buffers = 1;
    array.n_children = schema.n_children;
    array.buffers = no_marks_;
    array.children = arrays_.data();
    array.release = [](ArrowArray* released) { released->release = nullptr; };
    ArrowArrayStream stream{};
    skm_arrow_stream(&schema, &array, &stream, nullptr);
    return stream;
  }

 private:
  struct Column {
    ArrowSchema schema{};
    ArrowArray array{};
    std::array<const void*, 3> buffers{};
  };

  Batch& add(const char* name, const char* format, std::array<const void*, 3> buffers,
             std::int64_t length) {
    Column& column = columns_.emplace_back();
    column.buffers = buffers;
    column.schema.format = format;
    column.schema.name = name;
    column.array.length = length;
    column.array.n_buffers = *format == 'u' ? 3 : 2;
    column.array.buffers = column.buffers.data();
    return *this;
  }

  std::int64_t rows_;
  const void* no_marks_[1] = {nullptr};
  std::deque<Column> columns_;
  std::deque<Batch> dictionaries_;
  std::vector<ArrowSchema*> schemas_;
  std::vector<ArrowArray*> arrays_;
};

/// Builds rosters by a call, each of which has to have all ratings.
template <class Build>
void build_rosters(benchmark::State& state, const Ratings& in, Build build) {
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    skm_roster* roster = nullptr;
    build(&roster);
    if (skm_roster_rating_count(roster) != in.count()) state.SkipWithError("ratings are missing");
    state.PauseTiming();
    skm_roster_destroy(roster);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(in.count()));
}

void BM_RosterFromColumnsInC(benchmark::State& state) {
  const Ratings& in = ratings_of(state.range(0));
  const bool is_text = state.range(1) != 0;
  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  columns.rating_count = in.count();
  if (is_text) {
    columns.people_by_id = in.people_by_id.view();
    columns.skill_ids = in.skill_ids.view();
    columns.level_ids = in.level_ids.view();
  } else {
    columns.person_count = in.ids.offsets.size() - 1;
    columns.person_ids = in.ids.view();
    columns.people = in.people.data();
    columns.skills = in.skills.data();
    columns.ranks = in.ranks.data();
  }
  build_rosters(state, in, [&](skm_roster** out) {
    skm_roster_build_columns(in.in_c.matrix, &columns, nullptr, out, nullptr);
  });
}
BENCHMARK(BM_RosterFromColumnsInC)
    ->ArgNames({"people", "texts"})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 1})
    ->Unit(benchmark::kMillisecond);

void BM_RosterFromArrow(benchmark::State& state) {
  const Ratings& in = ratings_of(state.range(0));
  Batch people(in.ids.offsets.size() - 1);
  people.texts("person", in.ids);
  Batch ratings(in.count());
  if (state.range(1) == 0) {
    ratings.numbers("person_index", in.people).numbers("skill_index", in.skills);
    ratings.numbers("rating", in.ranks);
  } else if (state.range(1) == 1) {
    ratings.texts("person", in.people_by_id).texts("skill", in.skill_ids);
    ratings.texts("rating", in.level_ids);
  } else {
    ratings.dictionary("person", in.people, in.ids);
    ratings.dictionary("skill", in.skills, in.skill_dictionary).numbers("rating", in.ranks);
  }
  build_rosters(state, in, [&](skm_roster** out) {
    ArrowArrayStream rows = ratings.stream();
    ArrowArrayStream list = people.stream();
    skm_roster_import_arrow(in.in_c.matrix, &rows, state.range(1) == 0 ? &list : nullptr, nullptr,
                            out, nullptr);
    if (list.release != nullptr) list.release(&list);
  });
}
BENCHMARK(BM_RosterFromArrow)
    ->ArgNames({"people", "numbers_texts_dictionaries"})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 2})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace skillmatrix
