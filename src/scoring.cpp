#include "skillmatrix/scoring.hpp"

#include <algorithm>
#include <array>

#include "credits.hpp"
#include "wide.hpp"

namespace skillmatrix {
namespace {

Credit all_or_nothing(const CreditInput& input) {
  return input.held >= input.expected ? full_credit : 0;
}

Credit step_of_shortfall(const CreditInput& input) {
  const std::size_t shortfall =
      input.held >= input.expected ? 0U : static_cast<std::size_t>(input.expected - input.held);
  return input.steps[std::min(shortfall, input.steps.size() - 1)];
}

/// 1, 0.7, 0.4, 0.15 and 0.05, all exact.
constexpr std::array<Credit, 5> default_steps{720720, 504504, 288288, 108108, 36036};

constexpr std::array models{
    ScoringModel{
        .name = "coverage.all/1",
        .formula = "sum(weight * min(held value / expected value, 1)) / sum(weight), over the "
                   "required and the optional cells",
        .reference = "Weighted arithmetic mean of capped attainment ratios; coverage.partial/1 "
                     "with the optional cells counted too.",
        .cells = ScoredCells::all,
        .weighted = true,
        .credit = share_of_value},
    ScoringModel{
        .name = "coverage.count/1",
        .formula = "cells with held >= expected / cells, over the required cells",
        .reference = "The share of requirements met, as in conformance checklists; weights are "
                     "ignored.",
        .credit = all_or_nothing},
    ScoringModel{
        .name = "coverage.partial/1",
        .formula = "sum(weight * min(held value / expected value, 1)) / sum(weight), over the "
                   "required cells",
        .reference = "Weighted arithmetic mean of capped attainment ratios: a surplus in one skill "
                     "earns nothing in another.",
        .weighted = true,
        .credit = share_of_value},
    ScoringModel{
        .name = "coverage.weighted/1",
        .formula = "sum(weight of cells with held >= expected) / sum(weight), over the required "
                   "cells",
        .reference = "Weighted share of requirements met.",
        .weighted = true,
        .credit = all_or_nothing},
    ScoringModel{
        .name = "gap.stepped/1",
        .formula = "sum(step(max(expected rank - held rank, 0))) / cells, over the required and "
                   "the optional cells; step: 1, 0.7, 0.4, 0.15, then 0.05",
        .reference = "A lookup table by shortfall, as in gap scoring sheets; an assessed person "
                     "always earns the last step, an unknown one nothing.",
        .cells = ScoredCells::all,
        .credit = step_of_shortfall,
        .steps = default_steps},
    ScoringModel{
        .name = "readiness.weakest/1",
        .formula = "min(min(held value / expected value, 1)), over the required cells",
        .reference = "The conjunctive, non-compensatory rule of decision analysis (maximin): a "
                     "chain is as strong as its weakest link.",
        .compensatory = false,
        .gate = true,
        .aggregate = Aggregate::minimum,
        .credit = share_of_value},
};

constexpr const ScoringModel& default_model = models[2];
static_assert(default_model.name == "coverage.partial/1");

/// Why a host's model cannot be used, if it cannot.
std::vector<Diagnostic> check_model(const ScoringModel& model) {
  const auto reject = [&model](std::string pointer, std::string detail) {
    return std::vector{make_diagnostic(Code::invalid_option, std::move(pointer),
                                       std::string(model.name), {{"detail", std::move(detail)}})};
  };
  if (model.credit == nullptr) return reject("/credit", "no_credit_function");
  if (model.credit == step_of_shortfall && model.steps.empty()) {
    return reject("/steps", "no_steps");
  }
  return {};
}

/// Why these credits cannot be used, if they cannot.
std::vector<Diagnostic> check_credits(const ScoringModel& model,
                                      const std::vector<Fraction>& credits) {
  std::vector<Diagnostic> diagnostics;
  const auto reject = [&](std::size_t position, std::string_view reason) {
    diagnostics.push_back(make_diagnostic(
        Code::invalid_option, "/credits/" + std::to_string(position), to_string(credits[position]),
        {{"detail", std::string(reason)}}));
  };
  if (model.steps.empty() && !credits.empty()) {
    diagnostics.push_back(
        make_diagnostic(Code::invalid_option, "/credits", std::string(model.name),
                        {{"detail", "no_credits"}}));
    return diagnostics;
  }
  for (std::size_t position = 0; position < credits.size(); ++position) {
    if (credits[position].denominator <= 0) {
      reject(position, "denominator");
    } else if (credits[position] < Fraction{0, 1} || credits[position] > Fraction{1, 1}) {
      reject(position, "credit_range");
    } else if (position > 0 && credits[position] > credits[position - 1]) {
      reject(position, "rising_credits");
    }
  }
  return diagnostics;
}

}  // namespace

std::span<const ScoringModel> scoring_models() { return models; }

const ScoringModel* find_scoring_model(std::string_view name) {
  const auto found = std::find_if(models.begin(), models.end(),
                                  [name](const ScoringModel& model) { return model.name == name; });
  return found == models.end() ? nullptr : &*found;
}

Scoring::Scoring() : model_(&default_model) {}

Result<Scoring> Scoring::make(std::string_view name, const ScoringParameters& parameters) {
  if (const ScoringModel* model = find_scoring_model(name)) return make(*model, parameters);
  std::vector<std::string_view> names;
  for (const ScoringModel& model : models) names.push_back(model.name);
  Diagnostic diagnostic =
      make_diagnostic(Code::unknown_name, {}, std::string(name), {{"kind", "scoring_model"}});
  diagnostic.suggestion = nearest(name, names).value_or("");
  return {std::nullopt, {std::move(diagnostic)}};
}

Result<Scoring> Scoring::make(const ScoringModel& model, const ScoringParameters& parameters) {
  Result<Scoring> result{std::nullopt, check_model(model)};
  if (result.diagnostics.empty()) {
    result.diagnostics = check_credits(model, parameters.credits);
  }
  if (!result.diagnostics.empty()) return result;
  Scoring scoring;
  scoring.model_ = &model;
  for (const Fraction& credit : parameters.credits) {
    scoring.steps_.push_back(rounded_share<Wide>(credit.numerator, credit.denominator));
  }
  result.value = std::move(scoring);
  return result;
}

Credit Scoring::credit(const Matrix& matrix, const CellRequirement& cell, Rank held) const {
  CreditInput input;
  input.steps = steps();
  if (cell.expected == 0) {
    input.held = held == 0 ? Rank{0} : Rank{1};
    input.held_value = input.held;
  } else {
    const ScaleIndex scale = matrix.skill_scale(cell.skill);
    input.held = std::min(held, matrix.level_count(scale));
    input.expected = cell.expected;
    input.held_value = matrix.level_value(scale, input.held);
    input.expected_value = matrix.level_value(scale, cell.expected);
  }
  return std::min(model_->credit(input), full_credit);
}

const Tier* tier_of(const Fraction& score, std::span<const Tier> tiers) {
  const Tier* best = nullptr;
  for (const Tier& tier : tiers) {
    if (tier.from <= score && (best == nullptr || tier.from > best->from)) best = &tier;
  }
  return best;
}

}  // namespace skillmatrix
