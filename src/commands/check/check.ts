import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { allItems } from '../../backlog/backlog.js';
import { type CheckReport, makeReport } from '../../check/finding.js';
import { reporters } from '../../check/reporters/index.js';
import { toJsonReport } from '../../check/reporters/json.js';
import type { ReportOptions, Sources } from '../../check/reporters/reporter.js';
import { summarise } from '../../check/reporters/stylish.js';
import { type CheckOptions, prepareSettings, printConfig } from '../../check/settings.js';
import { errorCode } from '../../store/file-system.js';
import type { Style } from '../../terminal/style.js';
import { plural } from '../../text/amount.js';
import { displayWidth } from '../../text/display-width.js';
import { version } from '../../text/version.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { showPath } from '../shared/shown-path.js';
import type { Checked } from './check-one-backlog.js';
import { openForReading, unwrapIn } from './check-paths.js';
import { type CheckRequest, type ReportTarget, readCheckRequest } from './check-request.js';
import { checkSelection } from './check-run.js';
import { selectFiles } from './check-select.js';
import { findEnclosingBacklog } from './check-walk.js';
import { watchSelection } from './check-watch.js';
import { describeWrites, passOnWrites } from './check-writes.js';

/** Text is made when the style of the output is known. With `--json` the report itself is given. */
interface Printed {
  print(style: Style): string;
}

export async function run(context: Context, input: Input): Promise<Outcome<object>> {
  const request = readCheckRequest(input);
  const configPath = input.option('print-config');
  if (configPath !== undefined) {
    const config = await describeConfig(context, configPath, request.overrides);
    const print = () => JSON.stringify(config, null, 2);
    return { data: input.json === null ? ({ print } satisfies Printed) : config };
  }
  const check = () => checkOnce(context, input, request);
  return request.watch ? watchSelection(context, request, check) : check();
}

async function checkOnce(
  context: Context,
  input: Input,
  request: CheckRequest,
): Promise<Outcome<object>> {
  const selection = await selectFiles(context, request);
  const checked = await checkSelection(context, selection, request);
  const { sources, writes } = checked;
  const report = request.quiet ? keepErrors(checked.report) : checked.report;
  writeReportFiles(context, request.targets, report, sources);
  const isFailed = report.errors > 0 || checked.report.warnings > request.maxWarnings;
  const rest = {
    ...(isFailed ? { exit: 1 as const } : {}),
    notes: listNotes(context, request, checked, report, reportOptions(context, {})),
    ...(request.fix === 'show' ? {} : await passOnWrites(context, writes, input.dryRun)),
  };
  if (input.json !== null) return { data: toJsonReport(report), ...rest };
  const diff = request.fix === 'show' ? await describeWrites(context, writes) : undefined;
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

export function render(data: object, style: Style): string {
  return (data as Printed).print(style);
}

/** What is said on stderr beside the report. */
function listNotes(
  { env }: Context,
  request: CheckRequest,
  checked: Checked,
  report: CheckReport,
  options: ReportOptions,
): readonly string[] {
  const { targets, fix, maxWarnings } = request;
  const notes = [...checked.notes];
  const fixed = checked.writes.reduce((sum, { fixed }) => sum + fixed, 0);
  if (fix === 'write' && fixed > 0) notes.push(`Fixed ${count(fixed, 'file')}.`);
  if (targets.every(({ file }) => file !== null)) notes.push(summarise(report, options));
  const { warnings } = checked.report;
  if (warnings > maxWarnings) {
    notes.push(`storymark: ${count(warnings, 'warning')}, maximum allowed is ${maxWarnings}`);
  }
  // GitHub's runner reads its commands from stderr as well (actions/runner, ScriptHandler), so
  // what was asked for on standard output stays whole.
  const annotates = env['GITHUB_ACTIONS'] === 'true' && report.findings.length > 0;
  if (annotates && !targets.some(({ format }) => format === 'github')) {
    notes.push(reporters.github(report, checked.sources, options));
  }
  return notes;
}

function count(number: number, word: string): string {
  return `${number} ${plural(number, word)}`;
}

type Paint = ReportOptions['paint'];

const plain: Paint = {
  bold: String,
  dim: String,
  red: String,
  yellow: String,
  green: String,
};

/** Lines in a file or a pipe have no terminal to fit. */
const wideColumns = 120;

/** What reporters are told; colours and width are those of where the report goes. */
function reportOptions(
  context: Context,
  { paint = plain, columns = wideColumns }: { readonly paint?: Paint; readonly columns?: number },
): ReportOptions {
  const { cwd, env } = context;
  // Both services check out to this folder and name files from there.
  const project = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? cwd;
  return {
    version,
    time: context.now().toISOString(),
    columns,
    paint,
    width: displayWidth,
    projectPath: (path) => relative(project, resolve(cwd, path)).split(sep).join('/'),
    digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
  };
}

/** Writes the reports that go to files. */
function writeReportFiles(
  context: Context,
  targets: readonly ReportTarget[],
  report: CheckReport,
  sources: Sources,
): void {
  const options = reportOptions(context, {});
  for (const { format, file } of targets) {
    if (file === null) continue;
    const text = reporters[format](report, sources, options);
    const path = resolve(context.cwd, file);
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Written in place: it may be a device or a named pipe.
      writeFileSync(path, text === '' ? '' : `${text}\n`);
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      failUsage(`--output: ${file} cannot be written (${errorCode(error)})`);
    }
  }
}

/** Every rule as it holds for one file, settings, overrides and the command line in. */
async function describeConfig(context: Context, word: string, overrides: CheckOptions) {
  const path = resolve(context.cwd, word);
  const root = findEnclosingBacklog(context.files, path);
  if (root === null) {
    if (!context.files.exists(path)) failUsage(`there is no file ${word}`);
    const settings = unwrap(await prepareSettings({}, overrides));
    return printConfig(settings, { path: showPath(context.cwd, path), item: null });
  }
  const show = (one: string) => showPath(context.cwd, resolve(root, one));
  const backlog = unwrapIn(root, (await openForReading(context.files, root)).read());
  const settings = unwrapIn(root, await prepareSettings(backlog.settings.check, overrides));
  const inside = relative(root, path).split(sep).join('/');
  const item = allItems(backlog).find(({ document }) => document.path === inside) ?? null;
  if (item === null && !context.files.exists(path)) failUsage(`there is no file ${word}`);
  return { ...printConfig(settings, { path: inside, item }), path: show(inside) };
}
