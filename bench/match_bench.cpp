// One person against all role levels of a large generated framework.
#include "skillmatrix/match.hpp"

#include <benchmark/benchmark.h>

#include "../tests/generated.hpp"

namespace skillmatrix {
namespace {

void BM_MatchRoleLevels(benchmark::State& state) {
  generated::Dice dice(1);
  generated::Shape shape;
  shape.skills = 300;
  shape.roles = static_cast<std::uint32_t>(state.range(0));
  shape.density = 10;
  const Framework framework = generated::make_framework(dice, shape);
  const auto matrix = Matrix::build(framework);
  if (!matrix) return state.SkipWithError("the framework does not compile");
  const Profile person = generated::make_person(dice, framework, "p");
  MatchOptions options;
  const RoleLevelMatches all = match_role_levels(*matrix, person, options);
  options.limit = 10;
  const RoleLevelMatches top = match_role_levels(*matrix, person, options);
  for (std::size_t at = 0; at < top.ranked.size(); ++at) {
    if (top.ranked[at].role_level != all.ranked[at].role_level) {
      return state.SkipWithError("the top is not the first of all");
    }
  }
  for (auto iteration : state) {
    benchmark::DoNotOptimize(iteration);
    benchmark::DoNotOptimize(match_role_levels(*matrix, person, options));
  }
  state.SetItemsProcessed(state.iterations() * matrix->role_level_count());
}
BENCHMARK(BM_MatchRoleLevels)->Arg(10)->Arg(100);

}  // namespace
}  // namespace skillmatrix
