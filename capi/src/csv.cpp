#include "csv.hpp"

#include <map>

#include "documents.hpp"

namespace skillmatrix::capi {
namespace {

std::map<std::string, std::string> columns_of(const skm_csv_column* columns, std::uint64_t count) {
  std::map<std::string, std::string> result;
  for (const skm_csv_column& column : array_of(columns, count, "columns")) {
    result.insert_or_assign(std::string(utf8_of(column.field, "field")),
                            std::string(utf8_of(column.header, "header")));
  }
  return result;
}

std::vector<CsvLevel> levels_of(const skm_csv_level* levels, std::uint64_t count,
                                std::string_view argument) {
  std::vector<CsvLevel> result;
  for (const skm_csv_level& level : array_of(levels, count, argument)) {
    result.push_back(
        {std::string(utf8_of(level.title, "title")), std::string(utf8_of(level.id, "id"))});
  }
  return result;
}

/// Sets a text, unless it is empty.
void set(std::string& target, skm_string_view text, std::string_view argument) {
  const std::string_view given = utf8_of(text, argument);
  if (!given.empty()) target = given;
}

ExpectationsCsvOptions expectations_of(const skm_expectations_csv_options* options,
                                       const skm_read_options* limits) {
  const skm_expectations_csv_options given = read_options(options, "options");
  ExpectationsCsvOptions result;
  result.limits = limits_of(limits);
  result.columns = columns_of(given.columns, given.column_count);
  set(result.delimiter, given.delimiter, "delimiter");
  set(result.framework_id, given.framework_id, "framework_id");
  set(result.framework_title, given.framework_title, "framework_title");
  set(result.default_locale, given.default_locale, "default_locale");
  set(result.ladder_id, given.ladder_id, "ladder_id");
  set(result.skill_scale_id, given.skill_scale_id, "skill_scale_id");
  result.ladder_levels = levels_of(given.ladder_levels, given.ladder_level_count, "ladder_levels");
  result.skill_levels = levels_of(given.skill_levels, given.skill_level_count, "skill_levels");
  result.level_order = texts_of(given.level_order, given.level_order_count, "level_order");
  result.unlevelled_values =
      texts_of(given.unlevelled_values, given.unlevelled_value_count, "unlevelled_values");
  const auto necessity_of = [](skm_bool required) {
    return required != 0 ? Necessity::required : Necessity::optional;
  };
  for (const skm_csv_necessity& each :
       array_of(given.necessities, given.necessity_count, "necessities")) {
    check_reserved(each.reserved, "necessities");
    result.necessity_values.insert_or_assign(std::string(utf8_of(each.word, "word")),
                                             necessity_of(each.required));
  }
  if (given.ladder_per_role != 0) result.ladder = CsvLadder::per_role;
  result.trim_spaces = given.keep_spaces == 0;
  result.default_necessity = necessity_of(given.optional == 0);
  result.rows_without_cell = given.rows_without_cell != 0;
  return result;
}

}  // namespace

RatingsCsvOptions options_of(const skm_ratings_csv_options* options,
                             const skm_read_options* limits) {
  const skm_ratings_csv_options given = read_options(options, "csv_options");
  check_reserved(given.reserved, "csv_options");
  RatingsCsvOptions result;
  result.limits = limits_of(limits);
  result.columns = columns_of(given.columns, given.column_count);
  set(result.delimiter, given.delimiter, "delimiter");
  set(result.none, given.none, "none");
  result.trim_spaces = given.keep_spaces == 0;
  return result;
}

}  // namespace skillmatrix::capi

namespace capi = skillmatrix::capi;

skm_status skm_csv_read_expectations(skm_string_view csv,
                                     const skm_expectations_csv_options* options,
                                     const skm_read_options* limits, skm_framework** out_framework,
                                     skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    capi::give(skillmatrix::read_expectations_csv(capi::text_of(csv, "csv"),
                                                  capi::expectations_of(options, limits)),
               out);
  });
}

skm_status skm_csv_read_back(skm_string_view csv, const skm_framework* framework,
                             skm_string_view locale, const skm_read_options* limits,
                             skm_framework** out_framework, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_framework, "out_framework");
    skillmatrix::ExpectationsCsvOptions options = skillmatrix::expectations_csv_options(
        *capi::get(framework, "framework").framework, capi::utf8_of(locale, "locale"));
    options.limits = capi::limits_of(limits);
    capi::give(skillmatrix::read_expectations_csv(capi::text_of(csv, "csv"), options), out);
  });
}

skm_status skm_csv_write_expectations(const skm_framework* framework, skm_string_view locale,
                                      skm_buffer** out_csv, skm_diagnostics** out_diagnostics,
                                      skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_csv, "out_csv");
    capi::OutFindings out_findings(out_diagnostics);
    auto written = skillmatrix::write_expectations_csv(*capi::get(framework, "framework").framework,
                                                       capi::utf8_of(locale, "locale"));
    capi::Findings findings = capi::findings_of(std::move(written.diagnostics));
    out.set(*std::move(written));
    out_findings.set(std::move(findings));
  });
}

skm_status skm_csv_read_ratings(skm_string_view csv, const skm_ratings_csv_options* options,
                                const skm_read_options* limits, skm_profiles** out_profiles,
                                skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_profiles, "out_profiles");
    auto read =
        skillmatrix::read_ratings_csv(capi::text_of(csv, "csv"), capi::options_of(options, limits));
    skillmatrix::Profiles people;
    people.profiles = std::move(read.profiles);
    people.lines = std::move(read.rows);
    people.rejected = read.rejected;
    people.diagnostics = std::move(read.diagnostics);
    capi::give(std::move(people), out);
  });
}

skm_status skm_csv_write_ratings(const skm_profiles* profiles, skm_string_view none,
                                 skm_buffer** out_csv, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_csv, "out_csv");
    const std::string_view word = capi::utf8_of(none, "none");
    out.set(capi::value_of(skillmatrix::write_ratings_csv(
        capi::get(profiles, "profiles").list->profiles, word.empty() ? "none" : word)));
  });
}

skm_status skm_csv_expectations_fields(std::uint32_t capacity, skm_string_view* out_fields,
                                       std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    capi::give_list(skillmatrix::expectations_csv_fields(), capacity, out_fields, out_count,
                    capi::view_of);
  });
}

skm_status skm_csv_ratings_fields(std::uint32_t capacity, skm_string_view* out_fields,
                                  std::uint32_t* out_count) noexcept {
  return capi::guard([&] {
    capi::give_list(skillmatrix::ratings_csv_fields(), capacity, out_fields, out_count,
                    capi::view_of);
  });
}

skm_status skm_csv_id(skm_string_view name, skm_buffer** out_id, skm_error** out_error) noexcept {
  return capi::guard(out_error, [&] {
    capi::Out out(out_id, "out_id");
    out.set(skillmatrix::csv_id(capi::utf8_of(name, "name")));
  });
}
