// What stands between a person and a role level, and the page of the first skill to work on.
//
//     node gap.js [--languages LIST] [--as-of DAY] FRAMEWORK PERSON [ROLE LEVEL]
import { parseArgs } from "node:util";
import { Framework, Gap, Language, Matrix, Profile, Reader, SkillMatrixError } from "./skillmatrix.js";

const USAGE = "usage: node gap.js [--languages LIST] [--as-of DAY] [--page] FRAMEWORK PERSON [ROLE LEVEL]";

function commandLine() {
  const options = { languages: { type: "string", default: "en" }, "as-of": { type: "string" }, page: { type: "boolean" } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length !== 2 && positionals.length !== 4) throw new TypeError("FRAMEWORK and PERSON are needed");
    return { ...values, positionals };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

function printReport(report, summary, language) {
  const exact = ({ numerator, denominator }) => `${numerator}/${denominator}`;
  const score = (fraction) => `${language.percent(fraction)} (${exact(fraction)})`;
  console.log(`${report.name ?? report.person}: ${report.level_title} ${report.role_title}`);
  console.log(`${summary.verdict}, ${score(summary.lower)} to ${score(summary.upper)}`);
  for (const cell of report.cells) {
    console.log(`  ${cell.state.padEnd(9)} ${cell.skill_title}: ${cell.held_title ?? "-"} / ${cell.expected_title ?? "-"}`);
  }
  for (const raise of report.counterfactual) {
    console.log(`  raise ${raise.skill_title} to ${raise.to_title}`);
  }
}

function run({ languages, "as-of": asOf, page, positionals: [framework, person, role, level] }) {
  const open = [];
  const keep = (handle) => (open.push(handle), handle);
  try {
    const matrix = keep(Matrix.build(keep(Framework.load(framework))));
    const profile = keep(Profile.load(person));
    const language = keep(Language.of(languages));
    const reader = keep(Reader.build(matrix, language));
    const gap = keep(Gap.analyze(matrix, profile, matrix.roleLevel(role ?? profile.role, level ?? profile.level), { asOf }));
    for (const finding of gap.diagnostics) printFinding(person, finding);
    const report = gap.report(reader);
    printReport(report, gap.summary, language);
    if (page && report.counterfactual.length > 0) {
      console.log(JSON.stringify(reader.skillPage(matrix.skill(report.counterfactual[0].skill)), null, 2));
    }
  } finally {
    for (const handle of open.reverse()) handle.close(); // With Node.js 24: using matrix = ...
  }
}

function printFinding(file, { line, column, pointer, severity, message, suggestion, code }) {
  const place = line ? `${file}:${line}:${column}` : pointer ? `${file}: ${pointer}` : file;
  console.error(`${place}: ${severity}: ${message}${suggestion && `; did you mean "${suggestion}"?`} [${code}]`);
}

try {
  run(commandLine());
} catch (error) {
  if (!(error instanceof SkillMatrixError)) throw error;
  if (error.diagnostics.length === 0) console.error(error.message);
  for (const finding of error.diagnostics) printFinding(error.file, finding);
  process.exitCode = 1;
}
