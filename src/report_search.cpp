#include "report_writer.hpp"
#include "text/utf8.hpp"

namespace skillmatrix {
namespace {

std::string_view name_of(SearchMatch match) {
  switch (match) {
    case SearchMatch::whole_name:
      return "whole_name";
    case SearchMatch::name_start:
      return "name_start";
    case SearchMatch::words:
      return "words";
    case SearchMatch::word_start:
      return "word_start";
    case SearchMatch::typing_errors:
      break;
  }
  return "typing_errors";
}

}  // namespace

std::string search_json(const Reader& reader, std::string_view query,
                        std::span<const SearchHit> hits) {
  ReportWriter writer(reader);
  JsonEmitter& json = writer.json();
  json.member("query", text::to_well_formed(query));
  json.objects("hits", hits, [&](const SearchHit& hit) {
    json.member("kind", to_string(hit.kind));
    json.member("id", entity_id(reader.matrix(), hit));
    writer.text("title", entity_title(reader, hit));
    writer.text("name", matched_name(reader, hit));
    json.member("is_alias", hit.is_alias);
    json.member("match", name_of(hit.match));
    json.member("errors", hit.errors);
  });
  return writer.take();
}

}  // namespace skillmatrix
