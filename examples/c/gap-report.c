/*
 * What stands between a person and a role level, for a reader of one of ten languages.
 *
 *     gap-report [-l LANGUAGES] [-d DAY] [-t SCORE] [-c] FRAMEWORK PERSON [ROLE LEVEL]
 *
 * All words come from the library, so that there is nothing here to translate.
 */
#include <inttypes.h>
#include <skillmatrix/skillmatrix.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WRITTEN = 0, BAD_INPUT = 1, WRONG_USAGE = 2, NOT_READY = 3, FAILED = 4 };

#define TEXT(literal) ((skm_string_view){(literal), SKM_STRLEN})
#define TEXT_OF(name, text) \
  { {(name), SKM_STRLEN}, (text), 0, SKM_ARGUMENT_TEXT }
#define NUMBER_OF(name, number) \
  { {(name), SKM_STRLEN}, {NULL, 0}, (number), SKM_ARGUMENT_NUMBER }
/* A message with arguments, such as MESSAGE(report, "gap.raise", TEXT_OF("skill", title)). */
#define MESSAGE(report, key, ...)                                                       \
  message((report), (key),                                                              \
          sizeof((skm_message_argument[]){__VA_ARGS__}) / sizeof(skm_message_argument), \
          (skm_message_argument[]){__VA_ARGS__})

typedef struct settings {
  const char *framework;
  const char *person;
  const char *role;  /* NULL: what the person states. */
  const char *level; /* As well. */
  const char *languages;
  int check;
  skm_gap_options gap;
} settings;

/* All that there is, so that one place can end it. */
typedef struct report {
  skm_language *language;
  skm_framework *framework;
  skm_matrix *matrix;
  skm_profile *person;
  skm_reader *reader;
  skm_gap *gap;
  skm_gap_cell *cells; /* In the order of the reader. */
  uint32_t cell_count;
  skm_raise *raises;  /* Room for one of each cell. */
  skm_buffer **texts; /* What the library said so far: a report is short. */
  size_t text_count;
  size_t text_capacity;
  skm_status status; /* Of the first call that failed; afterwards texts are empty. */
  skm_error *error;  /* Why. */
} report;

static void end_report(report *self) {
  for (size_t at = 0; at < self->text_count; ++at) skm_buffer_destroy(self->texts[at]);
  free(self->texts);
  free(self->raises);
  free(self->cells);
  skm_error_destroy(self->error);
  skm_gap_destroy(self->gap);
  skm_reader_destroy(self->reader);
  skm_profile_destroy(self->person);
  skm_matrix_destroy(self->matrix);
  skm_framework_destroy(self->framework);
  skm_language_destroy(self->language);
}

/* --- Texts --------------------------------------------------------------------------------------
 * They belong to the report. If there is none, for want of memory, it is empty, and the report
 * keeps the failure: who makes many texts need not look at each. */

static int is_ok(report *self, skm_status status) {
  if (self->status == SKM_OK) self->status = status;
  return self->status == SKM_OK;
}

/* Takes a text that a call has just made, or its failure. */
static skm_string_view kept(report *self, skm_status status, skm_buffer *text) {
  if (!is_ok(self, status)) return skm_buffer_view(NULL);
  if (self->text_count == self->text_capacity) {
    size_t capacity = 2 * self->text_capacity + 64;
    skm_buffer **texts = realloc(self->texts, capacity * sizeof(*texts));
    if (texts == NULL) {
      skm_buffer_destroy(text);
      self->status = SKM_ERR_OUT_OF_MEMORY;
      return skm_buffer_view(NULL);
    }
    self->texts = texts;
    self->text_capacity = capacity;
  }
  self->texts[self->text_count++] = text;
  return skm_buffer_view(text);
}

/* Where the error of the next text goes: an error is not written over by a later one. */
static skm_error **error_of(report *self) { return self->status == SKM_OK ? &self->error : NULL; }

static skm_string_view message(report *self, const char *key, size_t count,
                               const skm_message_argument *arguments) {
  skm_buffer *text = NULL;
  skm_status status = skm_language_message(self->language, TEXT(key), (uint32_t)count, arguments,
                                           NULL, &text, error_of(self));
  return kept(self, status, text);
}

static skm_string_view plain(report *self, const char *key) { return message(self, key, 0, NULL); }

static skm_string_view number(report *self, int64_t value) {
  skm_buffer *text = NULL;
  skm_status status = skm_language_number(self->language, value, &text, error_of(self));
  return kept(self, status, text);
}

static skm_string_view percent(report *self, int64_t numerator, int64_t denominator) {
  skm_buffer *text = NULL;
  skm_status status =
      skm_language_percent(self->language, numerator, denominator, &text, error_of(self));
  return kept(self, status, text);
}

static skm_string_view date(report *self, uint32_t day) {
  skm_buffer *text = NULL;
  skm_status status = skm_language_date(self->language, day, &text, error_of(self));
  return kept(self, status, text);
}

/* Of the framework, in the best language that it has for the reader. */
static skm_string_view served(report *self, int32_t kind, uint32_t index) {
  skm_served_text text = {{NULL, 0}, {NULL, 0}, 0, 0};
  is_ok(self, skm_reader_text(self->reader, kind, index, &text));
  return text.value;
}

static skm_string_view skill_title(report *self, uint32_t skill) {
  return served(self, SKM_TITLE_OF_SKILL, skill);
}

/* Of a rank on the scale of a skill; `zero` is what to call rank 0. */
static skm_string_view level_title(report *self, uint32_t skill, uint32_t rank, const char *zero) {
  skm_served_text text = {{NULL, 0}, {NULL, 0}, 0, 0};
  if (rank == SKM_NONE) return plain(self, "level.unknown");
  if (rank == 0) return plain(self, zero);
  is_ok(self, skm_reader_level_text(self->reader, SKM_TITLE_OF_LEVEL,
                                    skm_matrix_skill_scale(self->matrix, skill), rank, &text));
  return text.value;
}

/* Prints a text on one line. Control characters, which could drive a terminal, are left out. */
static void put(skm_string_view text, FILE *file) {
  for (size_t at = 0; at < text.size; ++at) {
    unsigned char byte = (unsigned char)text.data[at];
    unsigned char next = at + 1 < text.size ? (unsigned char)text.data[at + 1] : 0;
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) { /* U+0080 to U+009F */
      ++at;
    } else if (byte >= 0x20 && byte != 0x7F) {
      putc(byte, file);
    }
  }
}

static void put_line(const char *indent, skm_string_view text) {
  fputs(indent, stdout);
  put(text, stdout);
  putchar('\n');
}

/* --- Findings -----------------------------------------------------------------------------------
 */

/* One a line, "FILE:LINE:COLUMN: error: what is wrong; did you mean ...? [SKM1009]", in the
 * language of the reader. */
static void print_findings(report *self, const char *file, const skm_diagnostics *findings) {
  static const char *const severities[] = {"severity.error", "severity.warning",
                                           "severity.information"};
  for (uint64_t at = 0; at < skm_diagnostics_count(findings); ++at) {
    skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
    skm_buffer *text = NULL;
    skm_status status;
    if (skm_diagnostics_get(findings, at, &finding) != SKM_OK) return;
    fputs(file, stderr);
    if (finding.line > 0) {
      fprintf(stderr, ":%" PRIu64 ":%" PRIu64, finding.line, finding.column);
    } else if (finding.pointer.size > 0) {
      fputs(": ", stderr);
      put(finding.pointer, stderr);
    }
    fputs(": ", stderr);
    if (finding.severity >= 0 && finding.severity <= SKM_SEVERITY_INFORMATION)
      put(plain(self, severities[finding.severity]), stderr);
    fputs(": ", stderr);
    status = skm_language_diagnostic(self->language, findings, at, &text, NULL);
    put(kept(self, status, text), stderr);
    if (finding.suggestion.size > 0) {
      fputs("; ", stderr);
      put(MESSAGE(self, "diagnostics.suggestion", TEXT_OF("suggestion", finding.suggestion)),
          stderr);
    }
    fprintf(stderr, " [SKM%d]\n", (int)finding.code);
  }
}

static int exit_code_of(skm_status status) {
  if (status == SKM_OK) return WRITTEN;
  if (status < 100) return WRONG_USAGE;
  return status < 200 ? BAD_INPUT : FAILED;
}

/* Tells why a call about a file, or about nothing in particular, failed. */
static int fail(report *self, const char *file, skm_status status) {
  skm_error *error = self->error;
  self->error = NULL;
  self->status = SKM_OK; /* What follows makes texts, too. */
  if (self->language != NULL && skm_diagnostics_count(skm_error_diagnostics(error)) > 0) {
    print_findings(self, file, skm_error_diagnostics(error));
  } else {
    fprintf(stderr, "%s: ", file);
    put(error == NULL ? skm_status_name(status) : skm_error_message(error), stderr);
    putc('\n', stderr);
  }
  skm_error_destroy(error);
  return exit_code_of(status);
}

/* --- The report ---------------------------------------------------------------------------------
 */

/* Exactly, in the digits of the language. */
typedef struct fraction_text {
  char bytes[192];
} fraction_text;

static skm_string_view fraction(report *self, int64_t numerator, int64_t denominator,
                                fraction_text *room) {
  skm_string_view above = number(self, numerator);
  skm_string_view below = number(self, denominator);
  snprintf(room->bytes, sizeof(room->bytes), "%.*s/%.*s", (int)above.size, above.data,
           (int)below.size, below.data);
  return TEXT(room->bytes);
}

static skm_string_view score(report *self, const skm_gap_summary *summary) {
  fraction_text room[2];
  skm_string_view lower = percent(self, summary->lower_numerator, summary->lower_denominator);
  skm_string_view upper = percent(self, summary->upper_numerator, summary->upper_denominator);
  skm_string_view exact_lower =
      fraction(self, summary->lower_numerator, summary->lower_denominator, &room[0]);
  skm_string_view exact_upper =
      fraction(self, summary->upper_numerator, summary->upper_denominator, &room[1]);
  if (summary->lower_numerator == summary->upper_numerator &&
      summary->lower_denominator == summary->upper_denominator)
    return MESSAGE(self, "gap.score", TEXT_OF("score", lower), TEXT_OF("fraction", exact_lower));
  return MESSAGE(self, "gap.score_range", TEXT_OF("lower", lower),
                 TEXT_OF("lower_fraction", exact_lower), TEXT_OF("upper", upper),
                 TEXT_OF("upper_fraction", exact_upper));
}

static void print_head(report *self, uint32_t as_of, const skm_gap_summary *summary) {
  uint32_t role_level = skm_gap_role_level(self->gap);
  static const char *const verdicts[] = {"verdict.ready", "verdict.undetermined",
                                         "verdict.not_ready"};
  skm_string_view name = skm_profile_name(self->person);
  if (name.size == 0) name = skm_profile_id(self->person);
  skm_string_view target = MESSAGE(
      self, "role_level.title", TEXT_OF("level", served(self, SKM_TITLE_OF_ROLE_LEVEL, role_level)),
      TEXT_OF("role",
              served(self, SKM_TITLE_OF_ROLE, skm_matrix_role_of(self->matrix, role_level))));
  put_line("", MESSAGE(self, "gap.title", TEXT_OF("person", name), TEXT_OF("target", target)));
  put_line("",
           MESSAGE(self, "legend.label", TEXT_OF("label", plain(self, "gap.as_of")),
                   TEXT_OF("title", as_of == 0 ? plain(self, "gap.no_date") : date(self, as_of))));
  put_line("",
           MESSAGE(self, "gap.result", TEXT_OF("verdict", plain(self, verdicts[summary->verdict])),
                   TEXT_OF("score", score(self, summary))));
}

/* "Python · required · Expected: Working · Held: Advanced" */
static void print_cell(report *self, const skm_gap_cell *cell) {
  skm_string_view expected = level_title(self, cell->skill, cell->expected, "level.any");
  skm_string_view held = level_title(self, cell->skill, cell->held, "level.none");
  fputs("  ", stdout);
  put(skill_title(self, cell->skill), stdout);
  fputs(" · ", stdout);
  put(plain(self, cell->required ? "necessity.required" : "necessity.optional"), stdout);
  fputs(" · ", stdout);
  put(MESSAGE(self, "legend.label", TEXT_OF("label", plain(self, "column.expected")),
              TEXT_OF("title", expected)),
      stdout);
  put_line(" · ", MESSAGE(self, "legend.label", TEXT_OF("label", plain(self, "column.held")),
                          TEXT_OF("title", held)));
}

/* Sorts cells as the reader's dictionary would; there are few. */
static void sort_cells(report *self) {
  skm_gap_cell *cells = self->cells;
  for (uint32_t end = 1; end < self->cell_count; ++end) {
    skm_gap_cell cell = cells[end];
    uint32_t at = end;
    for (; at > 0 && skm_language_compare(self->language, skill_title(self, cell.skill),
                                          skill_title(self, cells[at - 1].skill)) < 0;
         --at)
      cells[at] = cells[at - 1];
    cells[at] = cell;
  }
}

/* What is short comes first, what is fine last. */
static void print_cells(report *self, const skm_cell_counts *counts) {
  const struct {
    int32_t state;
    uint32_t count;
    const char *heading;
  } groups[] = {{SKM_CELL_GAP, counts->gap, "state_count.gap"},
                {SKM_CELL_UNKNOWN, counts->unknown, "state_count.unknown"},
                {SKM_CELL_EXPIRED, counts->expired, "state_count.expired"},
                {SKM_CELL_MET, counts->met, "state_count.met"},
                {SKM_CELL_EXCEEDED, counts->exceeded, "state_count.exceeded"}};
  for (size_t group = 0; group < sizeof(groups) / sizeof(groups[0]); ++group) {
    if (groups[group].count == 0) continue;
    put_line("\n", MESSAGE(self, groups[group].heading, NUMBER_OF("count", groups[group].count)));
    for (uint32_t at = 0; at < self->cell_count; ++at)
      if (self->cells[at].state == groups[group].state) print_cell(self, &self->cells[at]);
  }
}

/* What the role level does with the skill, or, on the way there, what the level means: of the
 * skill, or in general. */
static skm_string_view description_of(report *self, const skm_raise *raise) {
  skm_served_text text = {{NULL, 0}, {NULL, 0}, 0, 0};
  for (uint32_t at = 0; at < self->cell_count; ++at) {
    const skm_gap_cell *cell = &self->cells[at];
    if (cell->skill == raise->skill && cell->expected <= raise->to_rank)
      is_ok(self, skm_reader_cell_description(self->reader, skm_gap_role_level(self->gap),
                                              raise->skill, &text));
  }
  if (text.value.size == 0)
    is_ok(self,
          skm_reader_skill_level_description(self->reader, raise->skill, raise->to_rank, &text));
  if (text.value.size == 0)
    is_ok(self, skm_reader_level_text(self->reader, SKM_DESCRIPTION_OF_LEVEL,
                                      skm_matrix_skill_scale(self->matrix, raise->skill),
                                      raise->to_rank, &text));
  return text.value;
}

static void print_raises(report *self, uint32_t count) {
  for (uint32_t at = 0; at < count; ++at) {
    const skm_raise *raise = &self->raises[at];
    skm_string_view from = level_title(self, raise->skill, raise->from_rank, "level.none");
    skm_string_view to = level_title(self, raise->skill, raise->to_rank, "level.any");
    skm_string_view description = description_of(self, raise);
    put_line("  ", MESSAGE(self, "gap.raise", TEXT_OF("skill", skill_title(self, raise->skill)),
                           TEXT_OF("from", from), TEXT_OF("to", to)));
    if (description.size > 0) put_line("    ", description);
  }
}

/* What would make the person ready. */
static void print_needed(report *self) {
  uint32_t count = 0;
  if (!is_ok(self, skm_gap_raises(self->gap, self->cell_count, self->raises, &count))) return;
  if (count > 0) put_line("\n", plain(self, "gap.cover"));
  print_raises(self, count);
}

/* What would bring the score to the threshold. */
static void print_threshold(report *self) {
  skm_gap_threshold found;
  fraction_text room;
  uint32_t count = 0;
  if (!is_ok(self, skm_gap_get_threshold(self->gap, &found))) return;
  if (found.outcome == SKM_THRESHOLD_NONE) return;
  skm_string_view wanted = percent(self, found.threshold_numerator, found.threshold_denominator);
  skm_string_view reached = percent(self, found.lower_numerator, found.lower_denominator);
  put_line("\n", MESSAGE(self, "gap.cover_threshold", TEXT_OF("score", wanted)));
  if (found.outcome == SKM_THRESHOLD_UNREACHABLE) {
    put_line("  ", MESSAGE(self, "gap.unreachable", TEXT_OF("score", reached)));
  } else if (found.outcome == SKM_THRESHOLD_NOT_COMPUTED) {
    put_line("  ", plain(self, "gap.not_computed"));
  } else if (found.levels == 0) {
    put_line("  ", plain(self, "gap.threshold_met"));
  } else if (is_ok(self,
                   skm_gap_threshold_raises(self->gap, self->cell_count, self->raises, &count))) {
    print_raises(self, count);
    skm_string_view exact = fraction(self, found.lower_numerator, found.lower_denominator, &room);
    put_line("  ", MESSAGE(self, "gap.threshold_levels", NUMBER_OF("count", found.levels),
                           TEXT_OF("score", reached), TEXT_OF("fraction", exact)));
  }
}

static int take_cells(report *self) {
  uint32_t count = skm_gap_cell_count(self->gap);
  self->cells = calloc((size_t)count + 1, sizeof(*self->cells));
  self->raises = calloc((size_t)count + 1, sizeof(*self->raises));
  if (self->cells == NULL || self->raises == NULL) return is_ok(self, SKM_ERR_OUT_OF_MEMORY);
  return is_ok(self, skm_gap_cells(self->gap, count, self->cells, &self->cell_count));
}

static int print_report(report *self, const settings *settings) {
  skm_gap_summary summary;
  if (take_cells(self) && is_ok(self, skm_gap_get_summary(self->gap, &summary))) {
    sort_cells(self);
    print_head(self, settings->gap.as_of, &summary);
    print_cells(self, &summary.counts);
    print_needed(self);
    print_threshold(self);
  }
  if (self->status != SKM_OK) return fail(self, "gap-report", self->status);
  if (fflush(stdout) != 0 || ferror(stdout)) {
    perror("gap-report");
    return FAILED;
  }
  return settings->check && summary.verdict != SKM_VERDICT_READY ? NOT_READY : WRITTEN;
}

/* --- The input ----------------------------------------------------------------------------------
 */

static skm_string_view chosen(const char *given, skm_string_view stated) {
  return given == NULL ? stated : TEXT(given);
}

/* The number of the role level that was asked for, or that the person states; else says what is
 * wrong, and gives SKM_NONE. */
static uint32_t find_target(report *self, const settings *settings) {
  skm_string_view role = chosen(settings->role, skm_profile_role(self->person));
  skm_string_view level = chosen(settings->level, skm_profile_level(self->person));
  uint32_t found = skm_matrix_find_role_level(self->matrix, role, level);
  if (found != SKM_NONE) return found;
  if (role.size == 0 || level.size == 0) {
    fprintf(stderr, "gap-report: %s states no role and level; give them\n", settings->person);
    return SKM_NONE;
  }
  fprintf(stderr, "gap-report: ");
  if (skm_matrix_find_role(self->matrix, role) == SKM_NONE)
    put(MESSAGE(self, "diagnostic.dangling_reference", TEXT_OF("kind", TEXT("role")),
                TEXT_OF("value", role)),
        stderr);
  else
    put(MESSAGE(self, "diagnostic.level_not_in_role", TEXT_OF("value", level),
                TEXT_OF("role", role)),
        stderr);
  putc('\n', stderr);
  return SKM_NONE;
}

static int run(report *self, const settings *settings) {
  skm_status status = skm_language_build(TEXT(settings->languages), NULL, SKM_ISOLATES_AUTOMATIC,
                                         &self->language, &self->error);
  if (status != SKM_OK) return fail(self, "gap-report", status);
  print_findings(self, settings->languages, skm_language_diagnostics(self->language));

  status = skm_framework_load(TEXT(settings->framework), NULL, &self->framework, &self->error);
  if (status != SKM_OK) return fail(self, settings->framework, status);
  status = skm_matrix_build(self->framework, &self->matrix, &self->error);
  if (status != SKM_OK) return fail(self, settings->framework, status);
  status = skm_profile_load(TEXT(settings->person), NULL, &self->person, &self->error);
  if (status != SKM_OK) return fail(self, settings->person, status);
  print_findings(self, settings->person, skm_profile_diagnostics(self->person));

  uint32_t role_level = find_target(self, settings);
  if (role_level == SKM_NONE) return BAD_INPUT;
  status = skm_reader_build(self->matrix, self->language, NULL, &self->reader, &self->error);
  if (status == SKM_OK) status = skm_gap_create(&self->gap, &self->error);
  if (status == SKM_OK)
    status = skm_gap_analyze_profile(self->gap, self->matrix, self->person, role_level,
                                     &settings->gap, &self->error);
  if (status != SKM_OK) return fail(self, "gap-report", status);
  print_findings(self, settings->person, skm_gap_diagnostics(self->gap));
  return print_report(self, settings);
}

/* --- The command line ---------------------------------------------------------------------------
 */

/* "2026-06-01" as 20260601. The library says whether there is such a day. */
static int read_day(const char *text, uint32_t *day) {
  uint32_t number = 0;
  if (strlen(text) != 10) return 0;
  for (int at = 0; at < 10; ++at) {
    int is_hyphen = at == 4 || at == 7;
    if (is_hyphen ? text[at] != '-' : text[at] < '0' || text[at] > '9') return 0;
    if (!is_hyphen) number = 10 * number + (uint32_t)(text[at] - '0');
  }
  *day = number;
  return 1;
}

/* "4/5" */
static int read_fraction(const char *text, int64_t *numerator, int64_t *denominator) {
  int end = 0;
  return sscanf(text, "%9" SCNd64 "/%9" SCNd64 "%n", numerator, denominator, &end) == 2 &&
         text[end] == '\0' && *denominator > 0;
}

/* Whether the option and its value are right. */
static int read_option(char option, const char *value, settings *settings) {
  switch (option) {
    case 'l':
      settings->languages = value;
      return 1;
    case 'd':
      return read_day(value, &settings->gap.as_of);
    case 't':
      return read_fraction(value, &settings->gap.threshold_numerator,
                           &settings->gap.threshold_denominator);
    default:
      return 0;
  }
}

static int read_command_line(int count, char **words, settings *settings) {
  const char **places[] = {&settings->framework, &settings->person, &settings->role,
                           &settings->level};
  int place = 0;
  for (int at = 1; at < count; ++at) {
    const char *word = words[at];
    if (strcmp(word, "-c") == 0) {
      settings->check = 1;
    } else if (word[0] == '-' && word[1] != '\0' && word[2] == '\0') {
      if (at + 1 == count || !read_option(word[1], words[++at], settings)) return 0;
    } else {
      if (place == 4) return 0;
      *places[place++] = word;
    }
  }
  return place == 2 || place == 4;
}

int main(int count, char **words) {
  settings settings = {NULL, NULL, NULL, NULL, "en", 0, SKM_GAP_OPTIONS_INIT};
  report report = {NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, 0, SKM_OK, NULL};
  if (!read_command_line(count, words, &settings)) {
    fputs(
        "usage: gap-report [-l LANGUAGES] [-d DAY] [-t SCORE] [-c] FRAMEWORK PERSON [ROLE LEVEL]\n"
        "  -l de-AT,en   the languages of the reader, best first\n"
        "  -d 2026-06-01 the day that it is an answer for; else nothing expires\n"
        "  -t 4/5        also: the fewest raises to this score\n"
        "  -c            exit with 3 unless the person is ready\n"
        "Without ROLE and LEVEL, those that the person states.\n",
        stderr);
    return WRONG_USAGE;
  }
  int result = run(&report, &settings);
  end_report(&report);
  return result;
}
