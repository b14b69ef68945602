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

/// What the reader prefers, and the language and direction of what the engine says.
void put_language(JsonEmitter& json, const Language& language);

/// Which language and direction the message in the member `name` has, if those are not the
/// report's.
void put_message_origin(JsonEmitter& json, const Language& language, std::string_view name,
                        const ServedMessage& served);

/// Writes one report about a matrix: an object that starts with the framework and the locale.
/// Unless it says otherwise, a function writes one member, or some, of the innermost object.
class ReportWriter {
 public:
  explicit ReportWriter(const Reader& reader);

  JsonEmitter& json() { return json_; }
  [[nodiscard]] const Reader& reader() const { return reader_; }
  [[nodiscard]] const Matrix& matrix() const { return reader_.matrix(); }

  /// Ends the report.
  std::string take();

  /// The text, or null. If it is not in the reader's language exactly, its language and why it is
  /// served; its direction if that is not the report's.
  void text(std::string_view name, const ServedText& served);
  /// The same for a list of texts that are in one language, which is said once.
  void texts(std::string_view name, std::span<const ServedText> served);
  /// The object "labels": messages of the engine by the ends of their keys ("column.skill" is
  /// "skill"), and what `put` adds to it.
  template <class Put>
  void labels(std::span<const std::string_view> keys, Put put) {
    json_.object("labels", [&] {
      for (const std::string_view key : keys) label(key.substr(key.rfind('.') + 1), key);
      put();
    });
  }
  /// One message; its language and direction if those are not the report's.
  void label(std::string_view name, std::string_view key, const MessageArguments& arguments = {});
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
  void origin(std::string_view name, const ServedText& served);

  const Reader& reader_;
  JsonEmitter json_;
};

/// The member "diagnostics".
void put_diagnostics(JsonEmitter& json, const Language& language,
                     std::span<const SourceDiagnostics> sources);
void put_diagnostics(ReportWriter& writer, const std::vector<Diagnostic>& diagnostics);

}  // namespace skillmatrix
