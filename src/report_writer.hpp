// What the reports share: the frame of every report, and the parts that several have.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json_emit.hpp"
#include "skillmatrix/report.hpp"

namespace skillmatrix {

/// Writes one report about a matrix: an object that starts with the framework and the locale.
/// Unless it says otherwise, a function writes one member, or some, of the innermost object.
class ReportWriter {
 public:
  ReportWriter(const Matrix& matrix, std::string_view locale);

  JsonEmitter& json() { return json_; }
  [[nodiscard]] const Matrix& matrix() const { return matrix_; }

  /// Ends the report.
  std::string take();

  /// The text, and its language if that is another than the report's.
  void text(std::string_view name, const ServedText& served);
  void text(std::string_view name, TextIndex index) { text(name, matrix_.served(index, locale_)); }
  /// Null if it is empty.
  void text_or_null(std::string_view name, std::string_view value);
  void date(std::string_view name, const std::optional<Date>& day);
  void fraction(std::string_view name, const Fraction& value);
  void necessity(Necessity necessity);

  void skill(SkillIndex index);
  void role_level(RoleLevelIndex index);
  /// In an object of its own.
  void role_level(std::string_view name, RoleLevelIndex index);
  void requirement(const ServedRequirement& requirement);
  void person(const Profile& profile);

  void options(const RatingOptions& ratings, const Scoring& scoring);
  void counts(std::string_view name, const CellCounts& cells);
  void summary(const GapSummary& summary);

 private:
  const Matrix& matrix_;
  std::string_view locale_;
  JsonEmitter json_;
};

/// The member "diagnostics".
void put_diagnostics(JsonEmitter& json, std::span<const SourceDiagnostics> sources);
void put_diagnostics(JsonEmitter& json, const std::vector<Diagnostic>& diagnostics);

}  // namespace skillmatrix
