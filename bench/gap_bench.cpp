// One person against one role level of a large generated framework.
#include "skillmatrix/gap.hpp"

#include <benchmark/benchmark.h>

#include "../tests/generated.hpp"

namespace skillmatrix {
namespace {

void BM_Gap(benchmark::State& state) {
  generated::Dice dice(1);
  generated::Shape shape;
  shape.skills = static_cast<std::uint32_t>(state.range(0));
  const Framework framework = generated::make_framework(dice, shape);
  const auto matrix = Matrix::build(framework);
  if (!matrix) return state.SkipWithError("the framework does not compile");
  const Profile person = generated::make_person(dice, framework, "p");
  const RoleLevelIndex target{0};
  const Gap checked = analyze_gap(*matrix, person, target);
  Fraction sum{0, 1};
  for (const GapCell& cell : checked.cells) sum = add(sum, checked.contribution(cell)).value_or(Fraction{});
  if (sum != checked.summary.lower) return state.SkipWithError("contributions do not add up");
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(analyze_gap(*matrix, person, target));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(checked.cells.size()));
}
BENCHMARK(BM_Gap)->Arg(30)->Arg(300)->Arg(3000);

}  // namespace
}  // namespace skillmatrix
