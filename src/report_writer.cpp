#include "report_writer.hpp"

namespace skillmatrix {

void put_language(JsonEmitter& json, const Language& language) {
  json.member("locale", language.locale());
  json.member("message_locale", language.message_locale());
  json.member("direction", to_string(language.direction()));
}

void put_message_origin(JsonEmitter& json, const Language& language, std::string_view name,
                        const ServedMessage& served) {
  if (served.locale == language.message_locale()) return;
  json.member(std::string(name) + "_locale", served.locale);
  const TextDirection direction = direction_of(served.locale);
  if (direction == language.direction()) return;
  json.member(std::string(name) + "_direction", to_string(direction));
}

ReportWriter::ReportWriter(const Reader& reader) : reader_(reader) {
  json_.begin_object();
  json_.object("framework", [this] {
    json_.member("id", matrix().id());
    text_or_null("version", matrix().version());
    text("title", reader_.framework_title());
  });
  put_language(json_, reader_.language());
}

std::string ReportWriter::take() {
  json_.end_object();
  return json_.take();
}

void ReportWriter::text(std::string_view name, const ServedText& served) {
  text_or_null(name, served.value);
  if (!served.empty()) origin(name, served);
}

void ReportWriter::texts(std::string_view name, std::span<const ServedText> served) {
  json_.array(name, served, [this](const ServedText& text) { json_.value(text.value); });
  if (!served.empty()) origin(name, served.front());
}

void ReportWriter::origin(std::string_view name, const ServedText& served) {
  if (served.source != TextSource::exact) {
    json_.member(std::string(name) + "_locale", served.tag);
    json_.member(std::string(name) + "_source", to_string(served.source));
  }
  if (served.direction != reader_.language().direction()) {
    json_.member(std::string(name) + "_direction", to_string(served.direction));
  }
}

void ReportWriter::label(std::string_view name, std::string_view key,
                         const MessageArguments& arguments) {
  const Language& language = reader_.language();
  ServedMessage served;
  json_.member(name, language.messages().format(key, arguments, &served));
  put_message_origin(json_, language, name, served);
}

void ReportWriter::text_or_null(std::string_view name, std::string_view value) {
  json_.member(name, value.empty() ? std::nullopt : std::optional(value));
}

void ReportWriter::date(std::string_view name, const std::optional<Date>& day) {
  json_.member(name, day ? std::optional(format_date(*day)) : std::nullopt);
}

void ReportWriter::fraction(std::string_view name, const Fraction& value) {
  json_.object(name, [&] {
    json_.member("numerator", value.numerator);
    json_.member("denominator", value.denominator);
  });
}

void ReportWriter::necessity(Necessity necessity) {
  json_.member("necessity", necessity == Necessity::required ? "required" : "optional");
}

void ReportWriter::skill(SkillIndex index) {
  json_.member("skill", matrix().skill_id(index));
  text("skill_title", reader_.skill_title(index));
}

void ReportWriter::role_level(RoleLevelIndex index) {
  const RoleIndex role = matrix().role_of(index);
  json_.member("role", matrix().role_id(role));
  text("role_title", reader_.role_title(role));
  json_.member("level", matrix().role_level_id(index));
  text("level_title", reader_.role_level_title(index));
}

void ReportWriter::role_level(std::string_view name, RoleLevelIndex index) {
  json_.object(name, [&] { role_level(index); });
}

void ReportWriter::requirement(const ServedRequirement& requirement) {
  necessity(requirement.necessity);
  json_.member("weight", requirement.weight);
  text_or_null("expected", requirement.expected_id);
  text("expected_title", requirement.expected_title);
  text("expected_label", requirement.expected_label);
  json_.member("expected_rank", requirement.expected);
}

void ReportWriter::person(const Profile& profile) {
  json_.member("person", profile.id);
  text_or_null("name", profile.name);
}

void ReportWriter::options(const RatingOptions& ratings, const Scoring& scoring) {
  date("as_of", ratings.as_of);
  json_.member("policy", to_string(ratings.policy));
  json_.member("min_confidence", ratings.min_confidence);
  json_.member("model", scoring.model().name);
}

void ReportWriter::counts(std::string_view name, const CellCounts& cells) {
  json_.object(name, [&] {
    json_.member("met", cells.met);
    json_.member("exceeded", cells.exceeded);
    json_.member("gap", cells.gap);
    json_.member("unknown", cells.unknown);
    json_.member("expired", cells.expired);
  });
}

void ReportWriter::summary(const GapSummary& summary) {
  json_.member("verdict", to_string(summary.verdict));
  json_.object("score", [&] {
    fraction("lower", summary.lower);
    fraction("upper", summary.upper);
  });
  counts("counts", summary.counts);
}

}  // namespace skillmatrix
