// Skill matrices in Node.js: classes over the C library, through koffi, without a compiler.
//
// What is here is what gap.js needs, and the pattern for the rest: a prototype for each function, as in the headers,
// and a method for it. Calls run in the thread that makes them; one that takes long, such as loading a big framework,
// belongs into a worker (node:worker_threads), which can load the same library.
import koffi from "koffi";

// --- Declarations --------------------------------------------------------------------------------------------------

function loadLibrary(path) {
  try {
    return koffi.load(path);
  } catch (cause) {
    throw new Error(`cannot load ${path}; set SKILLMATRIX_LIBRARY to the path of the library`, { cause });
  }
}

const library = loadLibrary(process.env.SKILLMATRIX_LIBRARY || "libskillmatrix.so.1");

koffi.struct("skm_string_view", { data: "const uint8_t *", size: "size_t" });
for (const name of ["buffer", "diagnostics", "error", "framework", "gap", "language", "matrix", "profile", "reader"]) {
  koffi.opaque(`skm_${name}`);
}

const Diagnostic = koffi.struct("skm_diagnostic", {
  struct_size: "size_t",
  code: "int32_t",
  severity: "int32_t",
  name: "skm_string_view",
  message: "skm_string_view",
  pointer: "skm_string_view",
  value: "skm_string_view",
  suggestion: "skm_string_view",
  field: "skm_string_view",
  line: "uint64_t",
  column: "uint64_t",
  offset: "uint64_t",
  row: "uint64_t",
});

const GapOptions = koffi.struct("skm_gap_options", {
  struct_size: "size_t",
  scoring_model: "skm_string_view",
  as_of: "uint32_t",
  policy: "int32_t",
  min_confidence: "uint32_t",
  reserved: "int32_t",
  threshold_numerator: "int64_t",
  threshold_denominator: "int64_t",
});

koffi.struct("skm_gap_summary", {
  verdict: "int32_t",
  met: "uint32_t",
  exceeded: "uint32_t",
  gap: "uint32_t",
  unknown: "uint32_t",
  expired: "uint32_t",
  lower_numerator: "int64_t",
  lower_denominator: "int64_t",
  upper_numerator: "int64_t",
  upper_denominator: "int64_t",
});

/** The functions, by their names without "skm_". */
const c = Object.fromEntries(
  [
    "uint32_t skm_abi_version()",
    "skm_string_view skm_status_name(int32_t status)",
    "skm_string_view skm_error_message(const skm_error *error)",
    "const skm_diagnostics *skm_error_diagnostics(const skm_error *error)",
    "void skm_error_destroy(skm_error *error)",
    "uint64_t skm_diagnostics_count(const skm_diagnostics *diagnostics)",
    "int32_t skm_diagnostics_get(const skm_diagnostics *diagnostics, uint64_t index, _Inout_ skm_diagnostic *diagnostic)",
    "skm_string_view skm_buffer_view(const skm_buffer *buffer)",
    "void skm_buffer_destroy(skm_buffer *buffer)",
    "int32_t skm_framework_load(skm_string_view path, const void *options, _Out_ skm_framework **out_framework, _Out_ skm_error **out_error)",
    "int32_t skm_framework_parse(skm_string_view json, const void *options, _Out_ skm_framework **out_framework, _Out_ skm_error **out_error)",
    "void skm_framework_destroy(skm_framework *framework)",
    "int32_t skm_matrix_build(const skm_framework *framework, _Out_ skm_matrix **out_matrix, _Out_ skm_error **out_error)",
    "skm_string_view skm_matrix_id(const skm_matrix *matrix)",
    "skm_string_view skm_matrix_version(const skm_matrix *matrix)",
    "uint32_t skm_matrix_find_skill(const skm_matrix *matrix, skm_string_view id)",
    "uint32_t skm_matrix_find_role_level(const skm_matrix *matrix, skm_string_view role, skm_string_view level)",
    "void skm_matrix_destroy(skm_matrix *matrix)",
    "int32_t skm_profile_load(skm_string_view path, const void *options, _Out_ skm_profile **out_profile, _Out_ skm_error **out_error)",
    "int32_t skm_profile_parse(skm_string_view json, const void *options, _Out_ skm_profile **out_profile, _Out_ skm_error **out_error)",
    "skm_string_view skm_profile_id(const skm_profile *profile)",
    "skm_string_view skm_profile_name(const skm_profile *profile)",
    "skm_string_view skm_profile_role(const skm_profile *profile)",
    "skm_string_view skm_profile_level(const skm_profile *profile)",
    "void skm_profile_destroy(skm_profile *profile)",
    "int32_t skm_language_build(skm_string_view languages, const void *messages, int32_t isolates, _Out_ skm_language **out_language, _Out_ skm_error **out_error)",
    "int32_t skm_language_percent(const skm_language *language, int64_t numerator, int64_t denominator, _Out_ skm_buffer **out_text, _Out_ skm_error **out_error)",
    "void skm_language_destroy(skm_language *language)",
    "int32_t skm_reader_build(const skm_matrix *matrix, const skm_language *language, const void *options, _Out_ skm_reader **out_reader, _Out_ skm_error **out_error)",
    "void skm_reader_destroy(skm_reader *reader)",
    "int32_t skm_page_of_skill(const skm_reader *reader, uint32_t skill, _Out_ skm_buffer **out_json, _Out_ skm_error **out_error)",
    "int32_t skm_gap_create(_Out_ skm_gap **out_gap, _Out_ skm_error **out_error)",
    "int32_t skm_gap_analyze_profile(skm_gap *gap, const skm_matrix *matrix, const skm_profile *profile, uint32_t role_level, const skm_gap_options *options, _Out_ skm_error **out_error)",
    "int32_t skm_gap_get_summary(const skm_gap *gap, _Out_ skm_gap_summary *out_summary)",
    "const skm_diagnostics *skm_gap_diagnostics(const skm_gap *gap)",
    "int32_t skm_gap_to_json(const skm_gap *gap, const skm_reader *reader, _Out_ skm_buffer **out_json, _Out_ skm_error **out_error)",
    "void skm_gap_destroy(skm_gap *gap)",
  ].map((prototype) => [/skm_(\w+)\(/.exec(prototype)[1], library.func(prototype)]),
);

const ABI = 1;
if (c.abi_version() !== ABI) throw new Error(`the library has ABI ${c.abi_version()}, but this needs ${ABI}`);

const NONE = 0xffffffff;
const SEVERITIES = ["error", "warning", "information"];
const VERDICTS = ["ready", "undetermined", "not_ready"];

// --- Texts and errors ----------------------------------------------------------------------------------------------

/** A text for a call; koffi holds on to the bytes until the call is over. */
function view(text) {
  const bytes = Buffer.from(text, "utf8");
  return { data: bytes, size: bytes.length };
}

/** A copy of a text that came out: its size counts, not a NUL. */
function textOf({ data, size }) {
  return size ? new TextDecoder().decode(koffi.view(data, Number(size))) : "";
}

/** All findings of a list, as objects. */
function diagnosticsOf(list) {
  return Array.from({ length: Number(c.diagnostics_count(list)) }, (_, index) => {
    const found = { struct_size: koffi.sizeof(Diagnostic) };
    for (const name of ["name", "message", "pointer", "value", "suggestion", "field"]) found[name] = { data: null, size: 0 };
    for (const name of ["code", "severity", "line", "column", "offset", "row"]) found[name] = 0;
    check(c.diagnostics_get(list, index, found));
    return {
      code: `SKM${found.code}`,
      severity: SEVERITIES[found.severity],
      message: textOf(found.message),
      pointer: textOf(found.pointer),
      value: textOf(found.value),
      suggestion: textOf(found.suggestion),
      line: Number(found.line), // From 1; 0 if the source is not known.
      column: Number(found.column),
      offset: Number(found.offset),
    };
  });
}

/** Why a call failed, with all that is wrong with the input. */
export class SkillMatrixError extends Error {
  name = "SkillMatrixError";

  constructor(status, message, diagnostics = []) {
    super(message);
    this.status = status; // "SKM_ERR_INVALID_INPUT", ...
    this.diagnostics = diagnostics;
    this.file = undefined; // If it is about a file.
  }
}

function check(status) {
  if (status !== 0) {
    const name = textOf(c.status_name(status));
    throw new SkillMatrixError(name, name);
  }
}

/** Makes a call whose last argument is where its error goes. */
function call(name, ...values) {
  const error = [null];
  const status = c[name](...values, error);
  if (status === 0) return;
  try {
    const message = error[0] ? textOf(c.error_message(error[0])) : textOf(c.status_name(status));
    throw new SkillMatrixError(textOf(c.status_name(status)), message, diagnosticsOf(c.error_diagnostics(error[0])));
  } finally {
    c.error_destroy(error[0]);
  }
}

/** What a call makes, which is the argument before the last. */
function made(name, ...values) {
  const out = [null];
  call(name, ...values, out);
  return out[0];
}

/** The text that a call makes, in a buffer. */
function madeText(name, ...values) {
  const buffer = made(name, ...values);
  try {
    return textOf(c.buffer_view(buffer));
  } finally {
    c.buffer_destroy(buffer);
  }
}

/** What is made of a file, which errors name. */
function loaded(noun, path) {
  try {
    return made(`${noun}_load`, view(path), null);
  } catch (error) {
    error.file = path;
    throw error;
  }
}

// --- Handles -------------------------------------------------------------------------------------------------------

/** Ends what nobody can reach any more. It may be late: close what is big. */
const lost = new FinalizationRegistry(({ destroy, pointer }) => destroy(pointer));

/** What belongs to us until `close`, the end of a `using`, or the garbage collector. In any order. */
class Handle {
  #pointer;
  #destroy;

  constructor(noun, pointer) {
    this.#pointer = pointer;
    this.#destroy = c[`${noun}_destroy`];
    lost.register(this, { destroy: this.#destroy, pointer }, this);
  }

  get pointer() {
    if (this.#pointer === null) throw new TypeError(`this ${this.constructor.name} is closed`);
    return this.#pointer;
  }

  close() {
    if (this.#pointer === null) return;
    lost.unregister(this);
    this.#destroy(this.#pointer);
    this.#pointer = null;
  }

  [Symbol.dispose]() {
    this.close();
  }
}

/** A framework as it is written. */
export class Framework extends Handle {
  static parse(json) {
    return new Framework("framework", made("framework_parse", view(json), null));
  }

  static load(path) {
    return new Framework("framework", loaded("framework", path));
  }
}

/** A framework, compiled for questions. */
export class Matrix extends Handle {
  static build(framework) {
    return new Matrix("matrix", made("matrix_build", framework.pointer));
  }

  get id() {
    return textOf(c.matrix_id(this.pointer));
  }

  get version() {
    return textOf(c.matrix_version(this.pointer));
  }

  /** The number of a role level. */
  roleLevel(role, level) {
    return known(c.matrix_find_role_level(this.pointer, view(role), view(level)), `role "${role}" with a level "${level}"`);
  }

  /** The number of a skill. */
  skill(id) {
    return known(c.matrix_find_skill(this.pointer, view(id)), `skill "${id}"`);
  }
}

function known(number, what) {
  if (number === NONE) throw new SkillMatrixError("SKM_ERR_UNKNOWN_NAME", `the framework has no ${what}`);
  return number;
}

/** A person with their ratings. */
export class Profile extends Handle {
  static parse(json) {
    return new Profile("profile", made("profile_parse", view(json), null));
  }

  static load(path) {
    return new Profile("profile", loaded("profile", path));
  }

  get id() {
    return textOf(c.profile_id(this.pointer));
  }

  get name() {
    return textOf(c.profile_name(this.pointer));
  }

  /** Of the role that the person has; empty if they state none. */
  get role() {
    return textOf(c.profile_role(this.pointer));
  }

  get level() {
    return textOf(c.profile_level(this.pointer));
  }
}

/** The formats of a language, the first that there is of an Accept-Language list. */
export class Language extends Handle {
  static of(languages) {
    return new Language("language", made("language_build", view(languages), null, 0));
  }

  /** "62.5 %", rounded for readers. */
  percent({ numerator, denominator }) {
    return madeText("language_percent", this.pointer, numerator, denominator);
  }
}

/** A matrix as somebody who reads a language sees it. */
export class Reader extends Handle {
  static build(matrix, language) {
    return new Reader("reader", made("reader_build", matrix.pointer, language.pointer, null));
  }

  /** What a page about a skill shows: an object. */
  skillPage(skill) {
    return JSON.parse(madeText("page_of_skill", this.pointer, skill));
  }
}

/** "2026-06-01" as 20260601. */
function dayNumber(day) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new SkillMatrixError("SKM_ERR_INVALID_ARGUMENT", `a day is written as 2026-06-01, not ${day}`);
  }
  return Number(day.replaceAll("-", ""));
}

/** A person against what a role level expects. */
export class Gap extends Handle {
  /** `asOf`: the day it is an answer for, "2026-06-01"; `threshold`: also the fewest raises to that, [4n, 5n]. */
  static analyze(matrix, profile, roleLevel, { asOf, threshold = [0n, 0n] } = {}) {
    const options = {
      struct_size: koffi.sizeof(GapOptions),
      scoring_model: { data: null, size: 0 },
      as_of: asOf === undefined ? 0 : dayNumber(asOf),
      policy: 0,
      min_confidence: 0,
      reserved: 0,
      threshold_numerator: threshold[0],
      threshold_denominator: threshold[1],
    };
    const gap = new Gap("gap", made("gap_create"));
    try {
      call("gap_analyze_profile", gap.pointer, matrix.pointer, profile.pointer, roleLevel, options);
      return gap;
    } catch (error) {
      gap.close();
      throw error;
    }
  }

  /** The verdict and the exact score. Numbers are BigInt: they may be beyond what a Number holds, and JSON rounds. */
  get summary() {
    const out = {};
    check(c.gap_get_summary(this.pointer, out));
    const fraction = (name) => ({
      numerator: BigInt(out[`${name}_numerator`]),
      denominator: BigInt(out[`${name}_denominator`]),
    });
    return { verdict: VERDICTS[out.verdict], lower: fraction("lower"), upper: fraction("upper") };
  }

  get diagnostics() {
    return diagnosticsOf(c.gap_diagnostics(this.pointer));
  }

  /** All of it, with texts for a reader, in whose order the lists are: an object. */
  report(reader) {
    return JSON.parse(madeText("gap_to_json", this.pointer, reader.pointer));
  }
}
