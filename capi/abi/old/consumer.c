/*
 * A program of the time of API 1.0. It is not compiled: consumer.s is what GCC 12 made of it, with
 * the headers of then, and that is assembled and run with the library of today. So the layouts of
 * structs, the constants and the names of functions in it are the old ones, whatever headers say.
 * In this folder:
 *
 *   gcc -std=c99 -Os -fPIE -fcf-protection=none -fno-asynchronous-unwind-tables -fno-ident
 *       -I ../../include -S consumer.c
 *
 * Until API 1.0 is released, do that again after a change that old programs do not survive; later
 * there is none. What is new then gets a program of its own.
 */
#include <skillmatrix/skillmatrix.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

#define EXPECT(condition)                 \
  do {                                    \
    if (!(condition)) {                   \
      printf("not so: %s\n", #condition); \
      ++failures;                         \
    }                                     \
  } while (0)

static skm_string_view text(const char *bytes) {
  skm_string_view view;
  view.data = bytes;
  view.size = SKM_STRLEN;
  return view;
}

static int is(skm_string_view view, const char *bytes) {
  return view.size == strlen(bytes) && memcmp(view.data, bytes, view.size) == 0;
}

static const char framework_json[] =
    "{\"schema\": \"skillmatrix.framework/1\", \"id\": \"f\", \"version\": \"1\", "
    "\"default_locale\": \"en\","
    " \"scales\": [{\"id\": \"s\", \"levels\": [{\"id\": \"low\"}, {\"id\": \"middle\"}, {\"id\": "
    "\"high\"}]}],"
    " \"skills\": [{\"id\": \"python\", \"scale\": \"s\", \"title\": {\"en\": \"Python\", \"de\": "
    "\"Python\"}},"
    "  {\"id\": \"sql\", \"scale\": \"s\", \"title\": {\"en\": \"Queries\", \"de\": "
    "\"Abfragen\"}}],"
    " \"roles\": [{\"id\": \"r\", \"ladder\": \"s\", \"title\": {\"en\": \"Role\"}}],"
    " \"expectations\": ["
    "  {\"role\": \"r\", \"level\": \"high\", \"skill\": \"sql\","
    "   \"requirement\": {\"necessity\": \"required\", \"level\": \"high\", \"weight\": 3}},"
    "  {\"role\": \"r\", \"level\": \"high\", \"skill\": \"python\","
    "   \"requirement\": {\"necessity\": \"optional\", \"level\": \"low\"}}]}";

static const char person_json[] =
    "{\"schema\": \"skillmatrix.profile/1\", \"id\": \"p\", \"name\": \"P\", \"role\": \"r\", "
    "\"level\": \"high\","
    " \"ratings\": [{\"skill\": \"sql\", \"level\": \"middle\"},"
    "  {\"skill\": \"python\", \"level\": \"low\", \"expires\": \"2020-01-31\"}]}";

static void check_versions_and_names(void) {
  static const struct {
    skm_status status;
    const char *name;
  } names[] = {{SKM_OK, "SKM_OK"},
               {SKM_ERR_INVALID_ARGUMENT, "SKM_ERR_INVALID_ARGUMENT"},
               {SKM_ERR_WRONG_HANDLE, "SKM_ERR_WRONG_HANDLE"},
               {SKM_ERR_OUT_OF_RANGE, "SKM_ERR_OUT_OF_RANGE"},
               {SKM_ERR_UNKNOWN_NAME, "SKM_ERR_UNKNOWN_NAME"},
               {SKM_ERR_UNSUPPORTED_OPTION, "SKM_ERR_UNSUPPORTED_OPTION"},
               {SKM_ERR_ENCODING, "SKM_ERR_ENCODING"},
               {SKM_ERR_CANCELLED, "SKM_ERR_CANCELLED"},
               {SKM_ERR_CALLBACK, "SKM_ERR_CALLBACK"},
               {SKM_ERR_INVALID_INPUT, "SKM_ERR_INVALID_INPUT"},
               {SKM_ERR_BAD_FILE, "SKM_ERR_BAD_FILE"},
               {SKM_ERR_OTHER_MATRIX, "SKM_ERR_OTHER_MATRIX"},
               {SKM_ERR_OUT_OF_MEMORY, "SKM_ERR_OUT_OF_MEMORY"},
               {SKM_ERR_FILE, "SKM_ERR_FILE"},
               {SKM_ERR_INTERNAL, "SKM_ERR_INTERNAL"}};
  size_t at;
  EXPECT(skm_abi_version() == SKM_ABI_VERSION);
  EXPECT(skm_version() >= SKM_VERSION_NUMBER);
  for (at = 0; at < sizeof(names) / sizeof(names[0]); ++at)
    EXPECT(is(skm_status_name(names[at].status), names[at].name));
}

static void check_diagnostics(void) {
  skm_framework *framework = NULL;
  skm_error *error = NULL;
  skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
  skm_read_options options = SKM_READ_OPTIONS_INIT;
  EXPECT(skm_framework_parse(text("{\"id\": 7,\n  \"skils\": []}"), NULL, &framework, &error) ==
         SKM_ERR_INVALID_INPUT);
  EXPECT(skm_error_status(error) == SKM_ERR_INVALID_INPUT);
  EXPECT(skm_diagnostics_count(skm_error_diagnostics(error)) == 3);
  EXPECT(skm_diagnostics_get(skm_error_diagnostics(error), 2, &finding) == SKM_OK);
  EXPECT(finding.struct_size == sizeof(finding));
  EXPECT(finding.code == 1009);
  EXPECT(finding.severity == SKM_SEVERITY_ERROR);
  EXPECT(is(finding.name, "unknown_member"));
  EXPECT(finding.message.size > 0);
  EXPECT(is(finding.pointer, "/skils"));
  EXPECT(is(finding.value, "skils"));
  EXPECT(is(finding.suggestion, "skills"));
  EXPECT(finding.field.size == 0);
  EXPECT(finding.line == 2);
  EXPECT(finding.column == 3);
  EXPECT(finding.offset == 12);
  EXPECT(finding.row == 0);
  skm_error_destroy(error);
  error = NULL;
  options.max_diagnostics = 1;
  EXPECT(skm_framework_parse(text("{\"a\": 1, \"b\": 2}"), &options, &framework, &error) ==
         SKM_ERR_INVALID_INPUT);
  EXPECT(skm_diagnostics_count(skm_error_diagnostics(error)) == 2);
  skm_error_destroy(error);
  options.max_bytes = 3;
  EXPECT(skm_framework_parse(text(framework_json), &options, &framework, NULL) ==
         SKM_ERR_INVALID_INPUT);
}

static void check_locales(void) {
  skm_tag_problem problem = SKM_TAG_PROBLEM_INIT;
  skm_negotiation_options options = SKM_NEGOTIATION_OPTIONS_INIT;
  skm_locale_fallback fallback;
  skm_string_view tags[2];
  skm_locale_link links[2];
  EXPECT(skm_locale_check(text("en-toolongsubtag"), &problem) == SKM_ERR_INVALID_INPUT);
  EXPECT(problem.offset == 3);
  EXPECT(problem.size == 13);
  EXPECT(problem.detail.size > 0);
  tags[0] = text("en");
  tags[1] = text("fr");
  fallback.reader = text("nl");
  fallback.tag = text("fr");
  options.fallbacks = &fallback;
  options.fallback_count = 1;
  EXPECT(skm_locale_negotiate(text("nl"), 2, tags, text("en"), &options, links, NULL) == SKM_OK);
  EXPECT(links[0].tag == 1);
  EXPECT(links[0].source == SKM_TEXT_RELATED);
  EXPECT(links[1].tag == 0);
  EXPECT(links[1].source == SKM_TEXT_SOURCE_FALLBACK);
  EXPECT(skm_locale_direction(text("ar")) == SKM_DIRECTION_RTL);
}

static void check_reader(const skm_matrix *matrix) {
  skm_language *language = NULL;
  skm_reader *reader = NULL;
  skm_served_text title;
  skm_search_index *index = NULL;
  skm_search_options options = SKM_SEARCH_OPTIONS_INIT;
  skm_search_hit hit;
  uint32_t count = 0;
  EXPECT(skm_language_build(text("de"), NULL, SKM_ISOLATES_NEVER, &language, NULL) == SKM_OK);
  EXPECT(skm_reader_build(matrix, language, NULL, &reader, NULL) == SKM_OK);
  EXPECT(skm_reader_text(reader, SKM_TITLE_OF_SKILL, skm_matrix_find_skill(matrix, text("sql")),
                         &title) == SKM_OK);
  EXPECT(is(title.value, "Abfragen"));
  EXPECT(is(title.tag, "de"));
  EXPECT(title.direction == SKM_DIRECTION_LTR);
  EXPECT(title.source == SKM_TEXT_EXACT);
  EXPECT(skm_search_index_build(matrix, &index, NULL) == SKM_OK);
  options.limit = 1;
  options.kinds = SKM_SEARCH_SKILLS;
  options.most_errors = 1;
  EXPECT(skm_search_index_find(index, reader, text("pyhton"), &options, 1, &hit, &count, NULL) ==
         SKM_OK);
  EXPECT(count == 1);
  EXPECT(is(hit.name, "Python"));
  EXPECT(is(hit.tag, "de"));
  EXPECT(hit.kind == SKM_SEARCH_SKILLS);
  EXPECT(hit.index == skm_matrix_find_skill(matrix, text("python")));
  EXPECT(hit.match == SKM_MATCH_TYPING_ERRORS);
  EXPECT(hit.errors == 1);
  EXPECT(hit.is_alias == 0);
  options.most_errors = SKM_SEARCH_NO_ERRORS;
  EXPECT(skm_search_index_find(index, reader, text("pyhton"), &options, 1, &hit, &count, NULL) ==
         SKM_OK);
  EXPECT(count == 0);
  skm_search_index_destroy(index);
  skm_reader_destroy(reader);
  skm_language_destroy(language);
}

static void check_gap(const skm_matrix *matrix, uint32_t level) {
  skm_profile *person = NULL;
  skm_gap *gap = NULL;
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  skm_gap_summary summary;
  skm_gap_cell cell;
  skm_gap_threshold threshold;
  skm_raise raise;
  skm_match_options matching = SKM_MATCH_OPTIONS_INIT;
  skm_matches *matches = NULL;
  skm_match match;
  uint32_t count = 0;
  uint32_t at;
  EXPECT(skm_profile_parse(text(person_json), NULL, &person, NULL) == SKM_OK);
  EXPECT(skm_gap_create(&gap, NULL) == SKM_OK);
  options.scoring_model = text("coverage.partial/1");
  options.as_of = 20260101;
  options.policy = SKM_RATING_POLICY_TRUSTED;
  options.threshold_numerator = 1;
  options.threshold_denominator = 1;
  EXPECT(skm_gap_analyze_profile(gap, matrix, person, level, &options, NULL) == SKM_OK);
  EXPECT(skm_gap_role_level(gap) == level);
  EXPECT(skm_gap_get_summary(gap, &summary) == SKM_OK);
  EXPECT(summary.verdict == SKM_VERDICT_NOT_READY);
  EXPECT(summary.counts.met == 0);
  EXPECT(summary.counts.exceeded == 0);
  EXPECT(summary.counts.gap == 1);
  EXPECT(summary.counts.unknown == 0);
  EXPECT(summary.counts.expired == 1);
  EXPECT(summary.lower_numerator == 2);
  EXPECT(summary.lower_denominator == 3);
  EXPECT(summary.upper_numerator == 2);
  EXPECT(summary.upper_denominator == 3);
  EXPECT(skm_gap_cell_count(gap) == 2);
  for (at = 0; at < 2; ++at) {
    EXPECT(skm_gap_get_cell(gap, at, &cell) == SKM_OK);
    if (cell.skill != skm_matrix_find_skill(matrix, text("sql"))) continue;
    EXPECT(cell.expected == 3);
    EXPECT(cell.held == 2);
    EXPECT(cell.shortfall == 1);
    EXPECT(cell.weight == 3);
    EXPECT(cell.state == SKM_CELL_GAP);
    EXPECT(cell.required == 1);
    EXPECT(cell.earned == 2 * cell.lost);
    EXPECT(cell.earned + cell.lost == skm_gap_total(gap));
  }
  EXPECT(skm_gap_get_threshold(gap, &threshold) == SKM_OK);
  EXPECT(threshold.outcome == SKM_THRESHOLD_REACHED);
  EXPECT(threshold.levels == 1);
  EXPECT(threshold.threshold_numerator == threshold.threshold_denominator);
  EXPECT(threshold.lower_numerator == 1);
  EXPECT(threshold.lower_denominator == 1);
  EXPECT(skm_gap_threshold_raises(gap, 1, &raise, &count) == SKM_OK);
  EXPECT(count == 1);
  EXPECT(raise.skill == skm_matrix_find_skill(matrix, text("sql")));
  EXPECT(raise.from_rank == 2);
  EXPECT(raise.to_rank == 3);
  options.policy = 99;
  EXPECT(skm_gap_analyze_profile(gap, matrix, person, level, &options, NULL) ==
         SKM_ERR_UNSUPPORTED_OPTION);
  matching.as_of = 20260101;
  matching.limit = 1;
  EXPECT(skm_matches_of_role_levels(matrix, person, &matching, &matches, NULL) == SKM_OK);
  EXPECT(skm_matches_count(matches) == 1);
  EXPECT(skm_matches_get(matches, 0, &match) == SKM_OK);
  EXPECT(match.item == level);
  EXPECT(match.summary.verdict == SKM_VERDICT_NOT_READY);
  EXPECT(match.summary.upper_denominator == 3);
  skm_matches_destroy(matches);
  skm_gap_destroy(gap);
  skm_profile_destroy(person);
}

static skm_status stop(void *user_data, uint64_t done, uint64_t total) {
  *(uint64_t *)user_data += done;
  return done <= total ? SKM_ERR_CALLBACK : SKM_OK;
}

static void check_batch(const skm_matrix *matrix, uint32_t level) {
  static const char ids[] = "ab";
  static const uint32_t offsets[] = {0, 1, 2};
  static const uint32_t people[] = {1, 1};
  static const uint8_t ranks[] = {3, 1};
  uint32_t skills[2];
  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  skm_roster_options building = SKM_ROSTER_OPTIONS_INIT;
  skm_ratings_csv_options reading = SKM_RATINGS_CSV_OPTIONS_INIT;
  static const char *const fields[] = {"person", "role", "level", "skill", "rating"};
  skm_csv_column fields_and_headers[5];
  size_t at;
  skm_roster *roster = NULL;
  skm_roster *table = NULL;
  skm_plan *plan = NULL;
  skm_scores *scores = NULL;
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  skm_score score;
  skm_column verdicts;
  skm_holding holding;
  uint64_t reported = 0;
  skills[0] = skm_matrix_find_skill(matrix, text("sql"));
  skills[1] = skm_matrix_find_skill(matrix, text("python"));
  columns.person_count = 2;
  columns.rating_count = 2;
  columns.person_ids.bytes = ids;
  columns.person_ids.byte_count = 2;
  columns.person_ids.offsets = offsets;
  columns.person_ids.offset_width = 4;
  columns.people = people;
  columns.skills = skills;
  columns.ranks = ranks;
  building.without_index = 1;
  EXPECT(skm_roster_build_columns(matrix, &columns, &building, &roster, NULL) == SKM_OK);
  EXPECT(skm_roster_person_count(roster) == 2);
  EXPECT(is(skm_roster_person_id(roster, 1), "b"));
  EXPECT(skm_plan_build(matrix, text(""), &plan, NULL) == SKM_OK);
  EXPECT(skm_scores_create(&scores, NULL) == SKM_OK);
  options.threads = 2;
  EXPECT(skm_scores_score_people(scores, plan, roster, level, &options, NULL) == SKM_OK);
  verdicts = skm_scores_verdicts(scores);
  EXPECT(verdicts.size == 2);
  EXPECT(verdicts.width == 1);
  EXPECT(((const uint8_t *)verdicts.data)[0] == SKM_VERDICT_UNDETERMINED);
  EXPECT(((const uint8_t *)verdicts.data)[1] == SKM_VERDICT_READY);
  EXPECT(skm_scores_get(scores, roster, 0, &score) == SKM_OK);
  EXPECT(score.verdict == SKM_VERDICT_UNDETERMINED);
  EXPECT(score.gaps == 0);
  EXPECT(score.lower_numerator == 0);
  EXPECT(score.lower_denominator == 1);
  EXPECT(score.upper_numerator == 1);
  EXPECT(score.upper_denominator == 1);
  options.progress = stop;
  options.user_data = &reported;
  EXPECT(skm_scores_score_people(scores, plan, roster, level, &options, NULL) == SKM_ERR_CALLBACK);
  EXPECT(reported == 1);

  for (at = 0; at < 5; ++at) {
    fields_and_headers[at].field = text(fields[at]);
    fields_and_headers[at].header = text(at == 3 ? "what" : fields[at]);
  }
  reading.columns = fields_and_headers;
  reading.column_count = 5;
  reading.none = text("-");
  EXPECT(skm_roster_read_csv(matrix, text("person,role,level,what,rating\nc,r,high,sql,-\n"), NULL,
                             &reading, NULL, &table, NULL) == SKM_OK);
  EXPECT(skm_roster_own_role_level(table, 0) == level);
  EXPECT(skm_roster_holding_count(table, 0) == 1);
  EXPECT(skm_roster_holdings(table, 0, 1, &holding) == SKM_OK);
  EXPECT(holding.skill == skills[0]);
  EXPECT(holding.rank == 0);
  EXPECT(holding.is_expired == 0);
  EXPECT(holding.rating == 0);
  skm_scores_destroy(scores);
  skm_plan_destroy(plan);
  skm_roster_destroy(table);
  skm_roster_destroy(roster);
}

static void check_coverage(const skm_framework *framework) {
  skm_coverage_options options = SKM_COVERAGE_OPTIONS_INIT;
  skm_string_view locale = text("de");
  skm_coverage *coverage = NULL;
  skm_coverage_row rows[64];
  uint32_t count, at;
  options.locales = &locale;
  options.locale_count = 1;
  EXPECT(skm_coverage_measure(framework, &options, &coverage, NULL) == SKM_OK);
  count = skm_coverage_row_count(coverage);
  EXPECT(count > 0 && count <= 64);
  EXPECT(skm_coverage_rows(coverage, 64, rows) == SKM_OK);
  for (at = 0; at < count && at < 64; ++at) {
    if (rows[at].kind != SKM_COVERAGE_SKILL || rows[at].field != SKM_COVERAGE_TITLE) continue;
    EXPECT(rows[at].locale == 0);
    EXPECT(rows[at].exact == 2);
    EXPECT(rows[at].fallback == 0);
    EXPECT(rows[at].missing == 0);
    EXPECT(rows[at].stale == 0);
  }
  skm_coverage_destroy(coverage);
}

int main(void) {
  skm_framework *framework = NULL;
  skm_matrix *matrix = NULL;
  skm_requirement requirements[2];
  uint32_t level;
  check_versions_and_names();
  check_diagnostics();
  check_locales();
  if (skm_framework_parse(text(framework_json), NULL, &framework, NULL) != SKM_OK ||
      skm_matrix_build(framework, &matrix, NULL) != SKM_OK) {
    printf("not read: the framework\n");
    return 1;
  }
  level = skm_matrix_find_role_level(matrix, text("r"), text("high"));
  EXPECT(skm_matrix_find_role_level(matrix, text("r"), text("none")) == SKM_NONE);
  EXPECT(skm_matrix_requirements(matrix, level, 2, requirements) == SKM_OK);
  EXPECT(requirements[0].skill == skm_matrix_find_skill(matrix, text("sql")) ||
         requirements[1].skill == skm_matrix_find_skill(matrix, text("sql")));
  check_reader(matrix);
  check_gap(matrix, level);
  check_batch(matrix, level);
  check_coverage(framework);
  skm_matrix_destroy(matrix);
  skm_framework_destroy(framework);
  return failures != 0;
}
