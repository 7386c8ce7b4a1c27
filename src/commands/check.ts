import { type CheckReport, makeReport } from '../check/finding.js';
import { reporters } from '../check/reporters/index.js';
import { toJsonReport } from '../check/reporters/json.js';
import { summarise } from '../check/reporters/stylish.js';
import { applyChanges } from '../store/atomic.js';
import type { Style } from '../terminal/style.js';
import { describeConfig } from './check-print-config.js';
import { reportOptions, writeReportFiles } from './check-reports.js';
import { type CheckRequest, readCheckRequest } from './check-request.js';
import { type Checked, checkSelection, showPath, type Write } from './check-run.js';
import { selectFiles } from './check-select.js';
import { watchSelection } from './check-watch.js';
import type { Context, Input, Outcome } from './command.js';
import { unwrap } from './failure.js';

/** Text is made when the style of the output is known; with `--json`, the report itself. */
interface Printed {
  print(style: Style): string;
}

export async function run(context: Context, input: Input): Promise<Outcome<object>> {
  const request = readCheckRequest(input);
  const asked = input.option('print-config');
  if (asked !== undefined) {
    const config = await describeConfig(context, asked, request.forced);
    return {
      data: input.json === null ? { print: () => JSON.stringify(config, null, 2) } : config,
    };
  }
  if (request.watch)
    return watchSelection(context, request, () => checkOnce(context, input, request));
  return checkOnce(context, input, request);
}

async function checkOnce(
  context: Context,
  input: Input,
  request: CheckRequest,
): Promise<Outcome<object>> {
  const selection = await selectFiles(context, request);
  const checked = await checkSelection(context, selection, request);
  const { sources } = checked;
  const tooMany = checked.report.warnings > request.maxWarnings;
  const report = request.quiet ? keepErrors(checked.report) : checked.report;
  if (request.fix !== 'show') writeReportFiles(context, request.targets, report, sources);
  const notes = [...checked.notes, ...listNotes(context, request, report, checked)];
  if (tooMany) {
    notes.push(
      `storymark: ${checked.report.warnings} warnings, at most ${request.maxWarnings} are let through`,
    );
  }
  const exit = report.errors > 0 || tooMany ? { exit: 1 as const } : {};
  const rest = { ...exit, notes, ...(await applyWrites(context, request, checked.writes, input)) };
  if (input.json !== null) return { data: toJsonReport(report), ...rest };
  const diff = request.fix === 'show' ? await describeWrites(context, checked.writes) : undefined;
  const print = (style: Style) => diff ?? printReport(context, request, report, checked, style);
  return { data: { print } satisfies Printed, ...rest };
}

function keepErrors({ files, findings }: CheckReport): CheckReport {
  return makeReport(
    files,
    findings.filter(({ severity }) => severity === 'error'),
  );
}

function printReport(
  context: Context,
  { targets }: CheckRequest,
  report: CheckReport,
  { sources }: Checked,
  style: Style,
): string {
  const target = targets.find(({ file }) => file === null);
  if (!target) return '';
  const isWide = !style.isTerminal && context.env['COLUMNS'] === undefined;
  const options = reportOptions(context, {
    paint: style,
    ...(isWide ? {} : { columns: style.columns }),
  });
  return reporters[target.format](report, sources, options);
}

/**
 * What is said beside the report. GitHub's annotations go to stderr, which its runner reads as
 * well: what was asked for on stdout stays whole.
 */
function listNotes(
  context: Context,
  { targets, fix }: CheckRequest,
  report: CheckReport,
  { sources, writes }: Checked,
): readonly string[] {
  const notes: string[] = [];
  const options = reportOptions(context, {});
  const mended = fix === 'write' ? countChanges(writes) : 0;
  if (mended > 0) notes.push(`Mended ${mended} ${mended === 1 ? 'file' : 'files'}.`);
  if (targets.every(({ file }) => file !== null)) notes.push(summarise(report, options));
  const isGithub = context.env['GITHUB_ACTIONS'] === 'true';
  if (
    isGithub &&
    report.findings.length > 0 &&
    !targets.some(({ format }) => format === 'github')
  ) {
    notes.push(reporters.github(report, sources, options));
  }
  return notes;
}

function countChanges(writes: readonly Write[]): number {
  return writes.reduce((sum, { changes }) => sum + changes.length, 0);
}

/** One backlog's changes are the shell's to write; those of several, and of lone files, ours. */
async function applyWrites(
  context: Context,
  { fix }: CheckRequest,
  all: readonly Write[],
  input: Input,
): Promise<Pick<Outcome<object>, 'root' | 'changes' | 'commitMessage'>> {
  const writes = all.filter(({ changes }) => changes.length > 0);
  const [first, ...others] = writes;
  if (first === undefined || fix === 'show') return {};
  if (first.isBacklog && others.length === 0) {
    const { root, changes } = first;
    return { root, changes, commitMessage: 'Mend what storymark check found' };
  }
  if (input.dryRun) return {};
  for (const { root, isBacklog, changes } of writes) {
    const applied = isBacklog
      ? await context.storeAt(root).apply(changes)
      : applyChanges(context.files, root, changes);
    unwrap(applied);
  }
  return {};
}

async function describeWrites(context: Context, writes: readonly Write[]): Promise<string> {
  const { describeChanges } = await import('../text/diff.js');
  return describeChanges(
    writes.flatMap(({ root, changes }) =>
      changes.map((change) => ({ ...change, path: showPath(context, `${root}/${change.path}`) })),
    ),
  );
}

export function render(data: object, style: Style): string {
  return (data as Printed).print(style);
}
