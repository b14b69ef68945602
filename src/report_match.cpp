#include "report_writer.hpp"

namespace skillmatrix {

std::string role_level_matches_json(const Reader& reader, const RoleLevelMatches& matches,
                                    const Profile& person, const MatchOptions& options) {
  ReportWriter writer(reader);
  JsonEmitter& json = writer.json();
  writer.person(person);
  writer.options(options.ratings, options.scoring);
  json.objects("matches", matches.ranked, [&](const RoleLevelMatch& match) {
    writer.role_level(match.role_level);
    writer.summary(match.summary);
  });
  json.objects("nothing_expected", matches.nothing_expected,
               [&](RoleLevelIndex level) { writer.role_level(level); });
  put_diagnostics(writer, matches.diagnostics);
  return writer.take();
}

std::string people_matches_json(const Reader& reader, const PeopleMatches& matches,
                                std::span<const Profile> people, RoleLevelIndex target,
                                const MatchOptions& options,
                                std::span<const SourceDiagnostics> findings) {
  ReportWriter writer(reader);
  JsonEmitter& json = writer.json();
  writer.role_level(target);
  writer.options(options.ratings, options.scoring);
  json.objects("matches", matches.ranked, [&](const PersonMatch& match) {
    writer.person(people[match.person]);
    json.member("position", match.person);
    writer.summary(match.summary);
  });
  std::vector<SourceDiagnostics> all(findings.begin(), findings.end());
  all.push_back({std::string(), matches.diagnostics});
  put_diagnostics(json, reader.language(), all);
  return writer.take();
}

}  // namespace skillmatrix
