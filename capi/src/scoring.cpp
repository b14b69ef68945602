#include "skillmatrix/scoring.h"

#include "values.hpp"

namespace capi = skillmatrix::capi;
using skillmatrix::ScoringModel;

std::uint32_t skm_scoring_model_count() noexcept {
  return static_cast<std::uint32_t>(skillmatrix::scoring_models().size());
}

skm_status skm_scoring_get_model(std::uint32_t index, skm_scoring_model* model) noexcept {
  return capi::guard([&] {
    const std::span<const ScoringModel> models = skillmatrix::scoring_models();
    capi::check_number(index, models.size(), "index");
    const ScoringModel& found = models[index];
    skm_scoring_model value = SKM_SCORING_MODEL_INIT;
    value.name = capi::view_of(found.name);
    value.formula = capi::view_of(found.formula);
    value.reference = capi::view_of(found.reference);
    value.is_monotone = found.monotone ? 1 : 0;
    value.is_compensatory = found.compensatory ? 1 : 0;
    value.is_gate = found.gate ? 1 : 0;
    value.is_weighted = found.weighted ? 1 : 0;
    value.counts_optional = found.cells == skillmatrix::ScoredCells::all ? 1 : 0;
    value.takes_credits = found.steps.empty() ? 0 : 1;
    capi::write_struct(model, value, "model");
  });
}
