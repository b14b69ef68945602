/*
 * Skill matrices in SQLite: a loadable extension.
 *
 *     skillmatrix_load(path)                                     reads the framework; its id and
 * version skillmatrix_gap(person, role, level, as_of, languages)     a table: one person, a skill a
 * row skillmatrix_scores(people, role, level, threads)           a table: many people, a person a
 * row
 *
 * `person` is a profile in JSON. `people` is a query: its columns are a person, a skill, and the
 * level held, which is NULL for those who were assessed and hold none; a row without a skill just
 * says that there is such a person. Where `role` and `level` are left out, everybody is scored for
 * their own, the fourth and fifth column of the query.
 *
 * Whatever is wrong with the input is an error of SQL; nothing is left out in silence.
 */
#include <skillmatrix/skillmatrix.h>
#include <sqlite3ext.h>
#include <string.h>
SQLITE_EXTENSION_INIT1

/* --- What a connection knows --------------------------------------------------------------------
 * All of it is used in the thread of the connection, so plain counts will do. */

/* What has been loaded. Rows that are still being read keep it when another one is loaded. */
typedef struct framework {
  int references;
  skm_matrix *matrix;
  skm_plan *plan;
} framework;

/* Of one connection; belongs to its functions and tables together. */
typedef struct connection {
  int references;
  framework *loaded; /* NULL at first. */
} connection;

static void release_framework(framework *self) {
  if (self == NULL || --self->references > 0) return;
  skm_plan_destroy(self->plan);
  skm_matrix_destroy(self->matrix);
  sqlite3_free(self);
}

static void release_connection(void *given) {
  connection *self = given;
  if (--self->references > 0) return;
  release_framework(self->loaded);
  sqlite3_free(self);
}

/* --- Errors --------------------------------------------------------------------------------------
 * Texts of errors are SQLite's: made with sqlite3_mprintf, NULL if memory ran out. */

enum { FINDINGS_SHOWN = 3 };

static int length(skm_string_view text) { return (int)text.size; }

/* The errors among findings, the first few of them. */
static char *told_findings(const skm_diagnostics *findings) {
  sqlite3_str *told = sqlite3_str_new(NULL);
  int errors = 0;
  for (uint64_t at = 0; at < skm_diagnostics_count(findings); ++at) {
    skm_diagnostic finding = SKM_DIAGNOSTIC_INIT;
    if (skm_diagnostics_get(findings, at, &finding) != SKM_OK) break;
    if (finding.severity != SKM_SEVERITY_ERROR || ++errors > FINDINGS_SHOWN) continue;
    if (errors > 1) sqlite3_str_appendall(told, "; ");
    if (finding.line > 0)
      sqlite3_str_appendf(told, "%llu:%llu: ", (unsigned long long)finding.line,
                          (unsigned long long)finding.column);
    sqlite3_str_appendf(told, "%.*s [SKM%d]", length(finding.message), finding.message.data,
                        (int)finding.code);
  }
  if (errors > FINDINGS_SHOWN) sqlite3_str_appendf(told, "; and %d more", errors - FINDINGS_SHOWN);
  return sqlite3_str_finish(told);
}

/* Why a call failed. Ends the error. */
static char *told_failure(const char *what, skm_status status, skm_error *error) {
  skm_string_view message = error == NULL ? skm_status_name(status) : skm_error_message(error);
  char *told = skm_diagnostics_count(skm_error_diagnostics(error)) > 0
                   ? told_findings(skm_error_diagnostics(error))
                   : sqlite3_mprintf("%.*s", length(message), message.data);
  skm_error_destroy(error);
  return sqlite3_mprintf("skillmatrix: %s: %z", what, told);
}

/* --- skillmatrix_load(path) ----------------------------------------------------------------------
 */

static skm_string_view text_of(sqlite3_value *value) {
  skm_string_view text;
  text.data = (const char *)sqlite3_value_text(value);
  text.size = text.data == NULL ? 0 : (size_t)sqlite3_value_bytes(value);
  return text;
}

static skm_status load(skm_string_view path, framework *loaded, skm_error **error) {
  skm_framework *document = NULL;
  skm_status status = skm_framework_load(path, NULL, &document, error);
  if (status == SKM_OK) status = skm_matrix_build(document, &loaded->matrix, error);
  if (status == SKM_OK)
    status = skm_plan_build(loaded->matrix, (skm_string_view){NULL, 0}, &loaded->plan, error);
  skm_framework_destroy(document);
  return status;
}

static void load_function(sqlite3_context *context, int count, sqlite3_value **values) {
  connection *self = sqlite3_user_data(context);
  framework *loaded = sqlite3_malloc(sizeof(*loaded));
  skm_error *error = NULL;
  (void)count;
  if (loaded == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  *loaded = (framework){1, NULL, NULL};
  skm_string_view path = text_of(values[0]);
  skm_status status = load(path, loaded, &error);
  if (status != SKM_OK) {
    char *told = told_failure("the framework", status, error);
    if (told == NULL)
      sqlite3_result_error_nomem(context);
    else
      sqlite3_result_error(context, told, -1);
    sqlite3_free(told);
    release_framework(loaded);
    return;
  }
  release_framework(self->loaded);
  self->loaded = loaded;
  skm_string_view id = skm_matrix_id(loaded->matrix);
  skm_string_view version = skm_matrix_version(loaded->matrix);
  char *name = sqlite3_mprintf("%.*s %.*s", length(id), id.data, length(version), version.data);
  sqlite3_result_text(context, name, -1, sqlite3_free);
}

/* --- What both tables have in common -------------------------------------------------------------
 */

/* A table that is called like a function: its arguments are its last, hidden columns. Their names
 * stay out of the way of those of the tables that it is joined with. */
typedef struct table {
  sqlite3_vtab base;
  sqlite3 *database;
  connection *connection;
  int first_argument; /* The column of the first one. */
  int argument_count;
} table;

enum { MAX_ARGUMENTS = 5 };

/* Where the rows of a call are read. What a table needs of its own is behind it. */
typedef struct cursor {
  sqlite3_vtab_cursor base;
  framework *framework;
  uint32_t row;
  uint32_t count;
} cursor;

static int connect(sqlite3 *database, connection *connection, const char *schema,
                   int first_argument, int argument_count, sqlite3_vtab **out_table) {
  int status = sqlite3_declare_vtab(database, schema);
  if (status != SQLITE_OK) return status;
  table *self = sqlite3_malloc(sizeof(*self));
  if (self == NULL) return SQLITE_NOMEM;
  memset(self, 0, sizeof(*self));
  self->database = database;
  self->connection = connection;
  self->first_argument = first_argument;
  self->argument_count = argument_count;
  *out_table = &self->base;
  /* It reads files and runs queries: not for views and triggers of a database from elsewhere. */
  return sqlite3_vtab_config(database, SQLITE_VTAB_DIRECTONLY);
}

static int disconnect(sqlite3_vtab *base) {
  sqlite3_free(base);
  return SQLITE_OK;
}

/* Asks for the arguments that are given, in their order; the number of the plan says which. */
static int best_index(sqlite3_vtab *base, sqlite3_index_info *index) {
  const table *self = (const table *)base;
  int position[MAX_ARGUMENTS] = {0}; /* Of the constraint, from 1. */
  int next = 1;
  for (int at = 0; at < index->nConstraint; ++at) {
    int argument = index->aConstraint[at].iColumn - self->first_argument;
    if (argument < 0 || index->aConstraint[at].op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    if (!index->aConstraint[at].usable) return SQLITE_CONSTRAINT;
    position[argument] = at + 1;
  }
  index->idxNum = 0;
  for (int argument = 0; argument < self->argument_count; ++argument) {
    if (position[argument] == 0) continue;
    index->aConstraintUsage[position[argument] - 1].argvIndex = next++;
    index->aConstraintUsage[position[argument] - 1].omit = 1;
    index->idxNum |= 1 << argument;
  }
  index->estimatedCost = 1000;
  index->estimatedRows = 1000;
  return SQLITE_OK;
}

/* The arguments by their place; NULL for those that are not given, or are NULL in SQL. */
static void place_arguments(int given, sqlite3_value **values, sqlite3_value **places) {
  int next = 0;
  for (int argument = 0; argument < MAX_ARGUMENTS; ++argument) {
    places[argument] = NULL;
    if ((given & (1 << argument)) == 0) continue;
    sqlite3_value *value = values[next++];
    if (sqlite3_value_type(value) != SQLITE_NULL) places[argument] = value;
  }
}

static int open_cursor(size_t size, sqlite3_vtab_cursor **out_cursor) {
  *out_cursor = sqlite3_malloc64(size);
  if (*out_cursor == NULL) return SQLITE_NOMEM;
  memset(*out_cursor, 0, size);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
  ++((cursor *)base)->row;
  return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *base) {
  return ((cursor *)base)->row >= ((cursor *)base)->count;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *out_row) {
  *out_row = ((cursor *)base)->row;
  return SQLITE_OK;
}

/* Fails the statement with a text, which it takes. */
static int fail(sqlite3_vtab *table, char *told) {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = told;
  return told == NULL ? SQLITE_NOMEM : SQLITE_ERROR;
}

static int fail_with(sqlite3_vtab *table, const char *what, skm_status status, skm_error *error) {
  return fail(table, told_failure(what, status, error));
}

/* Has the cursor keep what is loaded. */
static int begin(cursor *self) {
  const table *table_of = (const table *)self->base.pVtab;
  framework *loaded = table_of->connection->loaded;
  self->row = 0;
  self->count = 0;
  release_framework(self->framework);
  self->framework = NULL;
  if (loaded == NULL)
    return fail(
        self->base.pVtab,
        sqlite3_mprintf("skillmatrix: there is no framework; call skillmatrix_load(path) first"));
  ++loaded->references;
  self->framework = loaded;
  return SQLITE_OK;
}

/* The role level of that name; if there is none, says so. */
static int find_role_level(sqlite3_vtab *table, const framework *framework, skm_string_view role,
                           skm_string_view level, uint32_t *out_role_level) {
  *out_role_level = skm_matrix_find_role_level(framework->matrix, role, level);
  if (*out_role_level != SKM_NONE) return SQLITE_OK;
  return fail(table,
              sqlite3_mprintf("skillmatrix: the framework has no role '%.*s' with a level '%.*s'",
                              length(role), role.data, length(level), level.data));
}

static void give_text(sqlite3_context *context, skm_string_view text) {
  if (text.size == 0)
    sqlite3_result_null(context);
  else
    sqlite3_result_text64(context, text.data, text.size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void give_fraction(sqlite3_context *context, int64_t numerator, int64_t denominator) {
  sqlite3_result_text(context,
                      sqlite3_mprintf("%lld/%lld", (long long)numerator, (long long)denominator),
                      -1, sqlite3_free);
}

/* --- skillmatrix_gap(person, role, level, as_of, languages) --------------------------------------
 */

enum {
  GAP_SKILL,
  GAP_TITLE,
  GAP_REQUIRED,
  GAP_STATE,
  GAP_EXPECTED,
  GAP_HELD,
  GAP_SHORTFALL,
  GAP_EARNED,
  GAP_LOST,
  GAP_TOTAL,
  GAP_PERSON, /* The arguments. */
  GAP_ROLE,
  GAP_LEVEL,
  GAP_AS_OF,
  GAP_LANGUAGES
};

typedef struct gap_cursor {
  cursor base;
  skm_gap *gap;
  skm_reader *reader;
} gap_cursor;

static int gap_connect(sqlite3 *database, void *state, int count, const char *const *words,
                       sqlite3_vtab **out_table, char **out_error) {
  (void)count;
  (void)words;
  (void)out_error;
  return connect(
      database, state,
      "CREATE TABLE skillmatrix_gap(skill TEXT, title TEXT, required INTEGER, state TEXT, "
      "expected TEXT, held TEXT, shortfall INTEGER, earned INTEGER, lost INTEGER, "
      "total INTEGER, given_person HIDDEN, given_role HIDDEN, given_level HIDDEN, given_as_of "
      "HIDDEN, "
      "given_languages HIDDEN)",
      GAP_PERSON, 5, out_table);
}

static int gap_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out_cursor) {
  (void)table;
  return open_cursor(sizeof(gap_cursor), out_cursor);
}

static int gap_close(sqlite3_vtab_cursor *base) {
  gap_cursor *self = (gap_cursor *)base;
  skm_gap_destroy(self->gap);
  skm_reader_destroy(self->reader);
  release_framework(self->base.framework);
  sqlite3_free(self);
  return SQLITE_OK;
}

/* '2026-06-01' as 20260601; the library says whether there is such a day. */
static int read_day(sqlite3_value *value, uint32_t *out_day) {
  skm_string_view text = text_of(value);
  uint32_t day = 0;
  if (text.size != 10) return 0;
  for (size_t at = 0; at < text.size; ++at) {
    int is_hyphen = at == 4 || at == 7;
    char byte = text.data[at];
    if (is_hyphen ? byte != '-' : byte < '0' || byte > '9') return 0;
    if (!is_hyphen) day = 10 * day + (uint32_t)(byte - '0');
  }
  *out_day = day;
  return 1;
}

/* A reader of these languages; without any, of those of the framework. */
static skm_status build_reader(gap_cursor *self, sqlite3_value *languages, skm_error **error) {
  skm_language *language = NULL;
  skm_status status = SKM_OK;
  skm_reader_destroy(self->reader);
  self->reader = NULL;
  if (languages != NULL)
    status = skm_language_build(text_of(languages), NULL, SKM_ISOLATES_AUTOMATIC, &language, error);
  if (status == SKM_OK)
    status = skm_reader_build(self->base.framework->matrix, language, NULL, &self->reader, error);
  skm_language_destroy(language);
  return status;
}

static skm_status analyze(gap_cursor *self, skm_string_view person, uint32_t role_level,
                          const skm_gap_options *options, skm_error **error) {
  skm_profile *profile = NULL;
  skm_status status = self->gap == NULL ? skm_gap_create(&self->gap, error) : SKM_OK;
  if (status == SKM_OK) status = skm_profile_parse(person, NULL, &profile, error);
  if (status == SKM_OK)
    status = skm_gap_analyze_profile(self->gap, self->base.framework->matrix, profile, role_level,
                                     options, error);
  skm_profile_destroy(profile);
  return status;
}

static int gap_filter(sqlite3_vtab_cursor *base, int given, const char *unused, int count,
                      sqlite3_value **values) {
  gap_cursor *self = (gap_cursor *)base;
  sqlite3_vtab *table = base->pVtab;
  sqlite3_value *arguments[MAX_ARGUMENTS];
  skm_gap_options options = SKM_GAP_OPTIONS_INIT;
  skm_error *error = NULL;
  uint32_t role_level = SKM_NONE;
  (void)unused;
  (void)count;
  int result = begin(&self->base);
  if (result != SQLITE_OK) return result;
  place_arguments(given, values, arguments);
  sqlite3_value *person = arguments[0], *role = arguments[1], *level = arguments[2],
                *as_of = arguments[3], *languages = arguments[4];
  if (person == NULL || role == NULL || level == NULL)
    return fail(table, sqlite3_mprintf("skillmatrix_gap takes a person, a role and a level"));
  if (as_of != NULL && !read_day(as_of, &options.as_of))
    return fail(table,
                sqlite3_mprintf("skillmatrix_gap: as_of is a day such as '2026-06-01', not %Q",
                                sqlite3_value_text(as_of)));
  result = find_role_level(table, self->base.framework, text_of(role), text_of(level), &role_level);
  if (result != SQLITE_OK) return result;
  skm_status status = build_reader(self, languages, &error);
  if (status == SKM_OK) status = analyze(self, text_of(person), role_level, &options, &error);
  if (status != SKM_OK) return fail_with(table, "the person", status, error);
  if (skm_diagnostics_has_errors(skm_gap_diagnostics(self->gap)))
    return fail(table, sqlite3_mprintf("skillmatrix: the person: %z",
                                       told_findings(skm_gap_diagnostics(self->gap))));
  self->base.count = skm_gap_cell_count(self->gap);
  return SQLITE_OK;
}

/* The id of a level of a skill; NULL for none, unknown, and any level. */
static void give_level(sqlite3_context *context, const skm_matrix *matrix, uint32_t skill,
                       uint32_t rank) {
  give_text(context, skm_matrix_level_id(matrix, skm_matrix_skill_scale(matrix, skill), rank));
}

static int gap_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
  static const char *const states[] = {"met", "exceeded", "gap", "unknown", "expired"};
  const gap_cursor *self = (const gap_cursor *)base;
  const skm_matrix *matrix = self->base.framework->matrix;
  skm_gap_cell cell;
  skm_served_text title;
  if (skm_gap_get_cell(self->gap, self->base.row, &cell) != SKM_OK) return SQLITE_ERROR;
  switch (column) {
    case GAP_SKILL:
      give_text(context, skm_matrix_skill_id(matrix, cell.skill));
      break;
    case GAP_TITLE:
      if (skm_reader_text(self->reader, SKM_TITLE_OF_SKILL, cell.skill, &title) != SKM_OK)
        return SQLITE_ERROR;
      give_text(context, title.value);
      break;
    case GAP_REQUIRED:
      sqlite3_result_int(context, cell.required);
      break;
    case GAP_STATE:
      sqlite3_result_text(context, states[cell.state], -1, SQLITE_STATIC);
      break;
    case GAP_EXPECTED:
      give_level(context, matrix, cell.skill, cell.expected);
      break;
    case GAP_HELD:
      give_level(context, matrix, cell.skill, cell.held);
      break;
    case GAP_SHORTFALL:
      sqlite3_result_int64(context, cell.shortfall);
      break;
    case GAP_EARNED:
      sqlite3_result_int64(context, (sqlite3_int64)cell.earned);
      break;
    case GAP_LOST:
      sqlite3_result_int64(context, (sqlite3_int64)cell.lost);
      break;
    case GAP_TOTAL:
      sqlite3_result_int64(context, (sqlite3_int64)skm_gap_total(self->gap));
      break;
    default:
      break; /* Arguments are not given back. */
  }
  return SQLITE_OK;
}

/* --- skillmatrix_scores(people, role, level, threads) --------------------------------------------
 */

enum {
  SCORES_PERSON,
  SCORES_VERDICT,
  SCORES_LOWER,
  SCORES_UPPER,
  SCORES_EXACT_LOWER,
  SCORES_EXACT_UPPER,
  SCORES_GAPS,
  SCORES_PEOPLE, /* The arguments. */
  SCORES_ROLE,
  SCORES_LEVEL,
  SCORES_THREADS
};

typedef struct scores_cursor {
  cursor base;
  skm_roster *roster;
  skm_scores *scores;
} scores_cursor;

static int scores_connect(sqlite3 *database, void *state, int count, const char *const *words,
                          sqlite3_vtab **out_table, char **out_error) {
  (void)count;
  (void)words;
  (void)out_error;
  return connect(
      database, state,
      "CREATE TABLE skillmatrix_scores(person, verdict TEXT, lower REAL, upper REAL, "
      "exact_lower TEXT, exact_upper TEXT, gaps INTEGER, given_people HIDDEN, given_role HIDDEN, "
      "given_level HIDDEN, given_threads HIDDEN)",
      SCORES_PEOPLE, 4, out_table);
}

static int scores_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out_cursor) {
  (void)table;
  return open_cursor(sizeof(scores_cursor), out_cursor);
}

static int scores_close(sqlite3_vtab_cursor *base) {
  scores_cursor *self = (scores_cursor *)base;
  skm_scores_destroy(self->scores);
  skm_roster_destroy(self->roster);
  release_framework(self->base.framework);
  sqlite3_free(self);
  return SQLITE_OK;
}

/* An array that grows. */
typedef struct column {
  void *data;
  size_t size; /* In bytes. */
  size_t capacity;
} column;

/* Whether there was memory. */
static int append(column *self, const void *bytes, size_t size) {
  if (self->capacity - self->size < size) {
    size_t capacity = 2 * self->capacity + size + 256;
    void *data = sqlite3_realloc64(self->data, capacity);
    if (data == NULL) return 0;
    self->data = data;
    self->capacity = capacity;
  }
  if (size > 0) memcpy((char *)self->data + self->size, bytes, size);
  self->size += size;
  return 1;
}

static int append_number(column *self, uint32_t number) {
  return append(self, &number, sizeof(number));
}

/* Texts as the library takes them: bytes, and where each ends. */
typedef struct text_column {
  column bytes;
  column offsets; /* Of 8 bytes; the first is 0. */
} text_column;

static int append_text(text_column *self, skm_string_view text) {
  static const uint64_t zero = 0;
  if (self->offsets.size == 0 && !append(&self->offsets, &zero, sizeof(zero))) return 0;
  if (!append(&self->bytes, text.data, text.size)) return 0;
  uint64_t end = self->bytes.size;
  return append(&self->offsets, &end, sizeof(end));
}

static skm_texts texts_of(const text_column *self) {
  return (skm_texts){self->bytes.data, self->bytes.size, self->offsets.data, 8};
}

/* What the query of people says. */
typedef struct people {
  text_column ids;
  column own_role_levels;
  uint64_t count;
  column rated; /* Of each rating, whose it is. */
  text_column skills;
  text_column levels;
  column none;
  uint64_t rating_count;
} people;

static void end_people(people *self) {
  column *columns[] = {&self->ids.bytes,    &self->ids.offsets,    &self->own_role_levels,
                       &self->rated,        &self->skills.bytes,   &self->skills.offsets,
                       &self->levels.bytes, &self->levels.offsets, &self->none};
  for (size_t at = 0; at < sizeof(columns) / sizeof(columns[0]); ++at)
    sqlite3_free(columns[at]->data);
}

enum { QUERY_PERSON, QUERY_SKILL, QUERY_HELD, QUERY_ROLE, QUERY_LEVEL };

static int is_null(sqlite3_stmt *query, int column) {
  return sqlite3_column_type(query, column) == SQLITE_NULL;
}

static skm_string_view text_in(sqlite3_stmt *query, int column) {
  skm_string_view text;
  text.data = (const char *)sqlite3_column_text(query, column);
  text.size = text.data == NULL ? 0 : (size_t)sqlite3_column_bytes(query, column);
  return text;
}

static int is_last(const text_column *self, uint64_t count, skm_string_view text) {
  const uint64_t *offsets = self->offsets.data;
  if (count == 0 || offsets[count] - offsets[count - 1] != text.size) return 0;
  return text.size == 0 ||
         memcmp((const char *)self->bytes.data + offsets[count - 1], text.data, text.size) == 0;
}

/* A person of whom no earlier row is. */
static int take_person(people *self, sqlite3_vtab *table, const framework *framework,
                       sqlite3_stmt *query, skm_string_view id) {
  uint32_t own = SKM_NONE;
  if (sqlite3_column_count(query) > QUERY_LEVEL && !is_null(query, QUERY_ROLE)) {
    int result = find_role_level(table, framework, text_in(query, QUERY_ROLE),
                                 text_in(query, QUERY_LEVEL), &own);
    if (result != SQLITE_OK) return result;
  }
  if (!append_text(&self->ids, id) || !append_number(&self->own_role_levels, own))
    return SQLITE_NOMEM;
  ++self->count;
  return SQLITE_OK;
}

static int take_row(people *self, sqlite3_vtab *table, const framework *framework,
                    sqlite3_stmt *query) {
  skm_string_view id = text_in(query, QUERY_PERSON);
  if (is_null(query, QUERY_PERSON))
    return fail(table, sqlite3_mprintf("skillmatrix_scores: a row of the query has no person"));
  if (!is_last(&self->ids, self->count, id)) {
    int result = take_person(self, table, framework, query, id);
    if (result != SQLITE_OK) return result;
  }
  if (is_null(query, QUERY_SKILL)) return SQLITE_OK;
  unsigned char none = is_null(query, QUERY_HELD) ? 1 : 0;
  ++self->rating_count;
  return append_number(&self->rated, (uint32_t)(self->count - 1)) &&
                 append_text(&self->skills, text_in(query, QUERY_SKILL)) &&
                 append_text(&self->levels, text_in(query, QUERY_HELD)) &&
                 append(&self->none, &none, 1)
             ? SQLITE_OK
             : SQLITE_NOMEM;
}

/* Prepares the query, with the rows of a person one after the other. */
static int prepare(table *self, skm_string_view text, int least_columns, sqlite3_stmt **out_query) {
  char *sorted =
      sqlite3_mprintf("SELECT * FROM (%.*s\n) ORDER BY 1 COLLATE BINARY", length(text), text.data);
  const char *rest = NULL;
  if (sorted == NULL) return SQLITE_NOMEM;
  int result = sqlite3_prepare_v2(self->database, sorted, -1, out_query, &rest);
  char *told = NULL;
  if (result != SQLITE_OK)
    told = sqlite3_mprintf("skillmatrix_scores: the query of people: %s",
                           sqlite3_errmsg(self->database));
  else if (*rest != '\0' || !sqlite3_stmt_readonly(*out_query))
    told = sqlite3_mprintf("skillmatrix_scores: the query of people has to be one SELECT");
  else if (sqlite3_column_count(*out_query) < least_columns)
    told = sqlite3_mprintf(
        "skillmatrix_scores: the query of people needs the columns person, skill, "
        "level%s",
        least_columns > 3 ? ", own role and own level, or else name a role and a level" : "");
  sqlite3_free(sorted);
  return told == NULL ? SQLITE_OK : fail(&self->base, told);
}

static int read_people(people *self, table *table, const framework *framework, skm_string_view text,
                       int least_columns) {
  sqlite3_stmt *query = NULL;
  int result = prepare(table, text, least_columns, &query);
  while (result == SQLITE_OK) {
    int step = sqlite3_step(query);
    if (step == SQLITE_DONE) break;
    if (step == SQLITE_ROW)
      result = take_row(self, &table->base, framework, query);
    else
      result = fail(&table->base, sqlite3_mprintf("skillmatrix_scores: the query of people: %s",
                                                  sqlite3_errmsg(table->database)));
  }
  sqlite3_finalize(query);
  return result;
}

static int build_roster(scores_cursor *self, const people *people) {
  skm_roster_columns columns = SKM_ROSTER_COLUMNS_INIT;
  skm_error *error = NULL;
  skm_roster_destroy(self->roster);
  self->roster = NULL;
  columns.person_count = people->count;
  columns.person_ids = texts_of(&people->ids);
  columns.own_role_levels = people->own_role_levels.data;
  columns.rating_count = people->rating_count;
  columns.people = people->rated.data;
  columns.skill_ids = texts_of(&people->skills);
  columns.level_ids = texts_of(&people->levels);
  columns.none = people->none.data;
  skm_status status =
      skm_roster_build_columns(self->base.framework->matrix, &columns, NULL, &self->roster, &error);
  if (status != SKM_OK) return fail_with(self->base.base.pVtab, "the people", status, error);
  if (skm_diagnostics_has_errors(skm_roster_diagnostics(self->roster)))
    return fail(self->base.base.pVtab,
                sqlite3_mprintf("skillmatrix: the people: %z",
                                told_findings(skm_roster_diagnostics(self->roster))));
  return SQLITE_OK;
}

static int score(scores_cursor *self, uint32_t role_level, uint64_t threads) {
  skm_batch_options options = SKM_BATCH_OPTIONS_INIT;
  const skm_plan *plan = self->base.framework->plan;
  skm_error *error = NULL;
  options.threads = threads;
  skm_status status = self->scores == NULL ? skm_scores_create(&self->scores, &error) : SKM_OK;
  if (status == SKM_OK && role_level == SKM_NONE)
    status = skm_scores_score_own_role_levels(self->scores, plan, self->roster, &options, &error);
  else if (status == SKM_OK)
    status =
        skm_scores_score_people(self->scores, plan, self->roster, role_level, &options, &error);
  if (status != SKM_OK) return fail_with(self->base.base.pVtab, "the scores", status, error);
  self->base.count = skm_scores_count(self->scores);
  return SQLITE_OK;
}

static int scores_filter(sqlite3_vtab_cursor *base, int given, const char *unused, int count,
                         sqlite3_value **values) {
  scores_cursor *self = (scores_cursor *)base;
  sqlite3_vtab *table_of = base->pVtab;
  sqlite3_value *arguments[MAX_ARGUMENTS];
  people people;
  uint32_t role_level = SKM_NONE;
  (void)unused;
  (void)count;
  int result = begin(&self->base);
  if (result != SQLITE_OK) return result;
  place_arguments(given, values, arguments);
  sqlite3_value *query = arguments[0], *role = arguments[1], *level = arguments[2],
                *threads = arguments[3];
  if (query == NULL || (role == NULL) != (level == NULL))
    return fail(table_of, sqlite3_mprintf("skillmatrix_scores takes a query of people, and a role "
                                          "with a level or neither"));
  if (role != NULL)
    result =
        find_role_level(table_of, self->base.framework, text_of(role), text_of(level), &role_level);
  memset(&people, 0, sizeof(people));
  if (result == SQLITE_OK)
    result = read_people(&people, (table *)table_of, self->base.framework, text_of(query),
                         role == NULL ? 5 : 3);
  if (result == SQLITE_OK && people.count > 0) {
    sqlite3_int64 wanted = threads == NULL ? 1 : sqlite3_value_int64(threads);
    result = build_roster(self, &people);
    if (result == SQLITE_OK) result = score(self, role_level, wanted < 1 ? 1 : (uint64_t)wanted);
  }
  end_people(&people);
  return result;
}

static int scores_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
  static const char *const verdicts[] = {"ready", "undetermined", "not_ready"};
  const scores_cursor *self = (const scores_cursor *)base;
  skm_score found;
  if (column == SCORES_PERSON) {
    give_text(context, skm_roster_person_id(self->roster, self->base.row));
    return SQLITE_OK;
  }
  if (skm_scores_get(self->scores, self->roster, self->base.row, &found) != SKM_OK)
    return SQLITE_ERROR;
  if (found.verdict == SKM_VERDICT_NONE)
    return SQLITE_OK; /* All NULL: no role level of their own. */
  switch (column) {
    case SCORES_VERDICT:
      sqlite3_result_text(context, verdicts[found.verdict], -1, SQLITE_STATIC);
      break;
    case SCORES_LOWER:
      sqlite3_result_double(context,
                            (double)found.lower_numerator / (double)found.lower_denominator);
      break;
    case SCORES_UPPER:
      sqlite3_result_double(context,
                            (double)found.upper_numerator / (double)found.upper_denominator);
      break;
    case SCORES_EXACT_LOWER:
      give_fraction(context, found.lower_numerator, found.lower_denominator);
      break;
    case SCORES_EXACT_UPPER:
      give_fraction(context, found.upper_numerator, found.upper_denominator);
      break;
    case SCORES_GAPS:
      sqlite3_result_int64(context, (sqlite3_int64)found.gaps);
      break;
    default:
      break;
  }
  return SQLITE_OK;
}

/* --- The extension -------------------------------------------------------------------------------
 */

static const sqlite3_module gap_module = {.xConnect = gap_connect,
                                          .xBestIndex = best_index,
                                          .xDisconnect = disconnect,
                                          .xOpen = gap_open,
                                          .xClose = gap_close,
                                          .xFilter = gap_filter,
                                          .xNext = next,
                                          .xEof = is_at_end,
                                          .xColumn = gap_column,
                                          .xRowid = row_id};
static const sqlite3_module scores_module = {.xConnect = scores_connect,
                                             .xBestIndex = best_index,
                                             .xDisconnect = disconnect,
                                             .xOpen = scores_open,
                                             .xClose = scores_close,
                                             .xFilter = scores_filter,
                                             .xNext = next,
                                             .xEof = is_at_end,
                                             .xColumn = scores_column,
                                             .xRowid = row_id};

/* What SQLite looks for in skillmatrix.so. Each registration holds the connection, also one that
 * fails, which ends it. */
int sqlite3_skillmatrix_init(sqlite3 *database, char **out_error,
                             const sqlite3_api_routines *routines);
int sqlite3_skillmatrix_init(sqlite3 *database, char **out_error,
                             const sqlite3_api_routines *routines) {
  SQLITE_EXTENSION_INIT2(routines);
  (void)out_error;
  connection *self = sqlite3_malloc(sizeof(*self));
  if (self == NULL) return SQLITE_NOMEM;
  *self = (connection){1, NULL};
  ++self->references;
  int result =
      sqlite3_create_function_v2(database, "skillmatrix_load", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                                 self, load_function, NULL, NULL, release_connection);
  if (result == SQLITE_OK) {
    ++self->references;
    result = sqlite3_create_module_v2(database, "skillmatrix_gap", &gap_module, self,
                                      release_connection);
  }
  if (result == SQLITE_OK) {
    ++self->references;
    result = sqlite3_create_module_v2(database, "skillmatrix_scores", &scores_module, self,
                                      release_connection);
  }
  release_connection(self);
  return result;
}
