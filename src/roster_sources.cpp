// What a roster is built from, person by person: profiles, NDJSON, a table of ratings.
#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <utility>

#include "json_input.hpp"
#include "ndjson.hpp"
#include "roster_collector.hpp"
#include "skillmatrix/roster.hpp"

namespace skillmatrix {
namespace {

using roster::Collector;

/// Says where in the table the findings about a person stand.
void place_in_table(std::vector<Diagnostic>& findings, const RatingsCsv& table,
                    std::size_t person) {
  constexpr std::string_view ratings = "/ratings/";
  for (Diagnostic& finding : findings) {
    finding.field = finding.pointer.substr(finding.pointer.rfind('/') + 1);
    finding.row = table.rows[person];
    if (finding.pointer.starts_with(ratings)) {
      const bool is_level = finding.field == "level";
      const std::size_t rating = std::stoul(finding.pointer.substr(ratings.size()));
      const CsvRatingPlace& places = table.places[person][rating];
      const CsvPlace& place = is_level ? places.rating : places.skill;
      if (is_level) finding.field = "rating";
      finding.row = place.row;
      finding.line = place.line;
      finding.column = place.column;
      finding.offset = place.offset;
    }
    finding.pointer.clear();
  }
}

std::vector<Diagnostic> sort_by_row(std::vector<Diagnostic> findings) {
  std::ranges::stable_sort(findings, {}, [](const Diagnostic& finding) {
    return std::tuple(finding.row, finding.line, finding.column);
  });
  return findings;
}

}  // namespace

BuiltRoster Roster::build(const Matrix& matrix, std::span<const Profile> people,
                          const RosterOptions& options) {
  Collector collector(matrix, options);
  std::size_t ratings = 0;
  for (const Profile& person : people) ratings += person.ratings.size();
  collector.reserve(people.size(), ratings);
  for (std::size_t at = 0; at < people.size(); ++at) {
    collector.add(
        at,
        [at](std::vector<Diagnostic>& findings) {
          for (Diagnostic& finding : findings) finding.pointer.insert(0, '/' + std::to_string(at));
        },
        people[at]);
  }
  return std::move(collector).finish(std::identity());
}

BuiltRoster Roster::read_ndjson(const Matrix& matrix, std::string_view ndjson,
                                const RosterOptions& options, const ReadOptions& limits) {
  Collector collector(matrix, options);
  if (auto other = form::find_other_than_lines(ndjson, limits)) {
    collector.report(*std::move(other));
    return std::move(collector).finish(std::identity());
  }
  form::Lines lines(ndjson);
  while (const auto line = lines.next()) {
    Result<Profile> read = read_profile(line->text, limits);
    for (Diagnostic& finding : read.diagnostics) {
      line->shift(finding);
      collector.report(std::move(finding));
    }
    if (!read) {
      collector.reject_person();
      continue;
    }
    collector.add(
        line->number,
        [&line](std::vector<Diagnostic>& findings) {
          locate(findings, line->text);
          for (Diagnostic& finding : findings) line->shift(finding);
        },
        *read);
  }
  return std::move(collector).finish(std::identity());
}

BuiltRoster Roster::read_csv(const Matrix& matrix, std::string_view csv,
                             const RosterOptions& options, const RatingsCsvOptions& csv_options) {
  Collector collector(matrix, options);
  RatingsCsv table = read_ratings_csv(csv, csv_options);
  for (Diagnostic& finding : table.diagnostics) collector.report(std::move(finding));
  collector.reject_ratings(table.rejected);
  for (std::size_t at = 0; at < table.profiles.size(); ++at) {
    collector.add(
        table.rows[at],
        [&](std::vector<Diagnostic>& findings) { place_in_table(findings, table, at); },
        table.profiles[at]);
  }
  return std::move(collector).finish(sort_by_row);
}

}  // namespace skillmatrix
