import { relative, resolve, sep } from 'node:path';
import type { CheckReport } from '../check/engine.js';
import { checkBacklog, checkLoneFiles } from '../ops/check-backlog.js';
import { locateBacklog } from '../store/locate.js';
import type { Style } from '../terminal/style.js';
import { renderStylish } from './check-stylish.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage, unwrap } from './failure.js';
import { clockOf, readBacklog } from './read-backlog.js';
import { readInputText } from './read-input-text.js';

/** A report and the format it is asked for in; `--format json` prints what `--json` does. */
interface FormattedReport extends CheckReport {
  readonly format: string;
}

export async function run(context: Context, input: Input): Promise<Outcome<object>> {
  const { inside, lone } = sortPaths(context, input.args);
  const reports: CheckReport[] = [];
  if (inside !== null) {
    const backlog = readBacklog(context);
    const { today } = clockOf(context, backlog);
    const paths = inside.length === 0 ? null : inside;
    const { report } = unwrap(await checkBacklog(backlog, paths, today));
    const findings = report.findings.map((one) => ({ ...one, path: context.shownPath(one.path) }));
    reports.push({ ...report, findings });
  }
  if (lone.length > 0) {
    const texts = await Promise.all(
      lone.map(async (path) => ({ path, text: await readInputText(context, path) })),
    );
    reports.push(unwrap(await checkLoneFiles(texts)).report);
  }
  const report = combine(reports, input.flag('quiet'));
  const exit = report.errors > 0 ? { exit: 1 as const } : {};
  if (input.json !== null) return { data: report, ...exit };
  return { data: { ...report, format: input.option('format') ?? 'stylish' }, ...exit };
}

/** Paths below the backlog, relative to it; none at all means all of it; and lone files. */
function sortPaths(context: Context, args: readonly string[]) {
  const root = locateBacklog(context.files, context.cwd);
  const isGiven = args.length > 0;
  if (!isGiven) {
    context.store();
    return { inside: [], lone: [] };
  }
  const inside: string[] = [];
  const lone: string[] = [];
  for (const arg of args) {
    const path = resolve(context.cwd, arg);
    if (arg !== '-' && !context.files.exists(path)) failUsage(`there is no file or folder ${arg}`);
    const below = root === null ? '..' : relative(root, path);
    const holdsBacklog = root !== null && !relative(path, root).startsWith('..');
    if (holdsBacklog) inside.push('');
    else if (below.startsWith('..')) lone.push(checkIsFile(context, arg, path));
    else inside.push(below.split(sep).join('/'));
  }
  return { inside: inside.length > 0 ? inside : null, lone };
}

function checkIsFile(context: Context, arg: string, path: string): string {
  if (arg !== '-' && context.files.isFolder(path)) failUsage(`there is no backlog in ${arg}`);
  return arg;
}

function combine(reports: readonly CheckReport[], isQuiet: boolean): CheckReport {
  const findings = reports.flatMap((report) => report.findings);
  const sum = (key: 'files' | 'errors' | 'warnings') =>
    reports.reduce((total, report) => total + report[key], 0);
  return {
    files: sum('files'),
    errors: sum('errors'),
    warnings: isQuiet ? 0 : sum('warnings'),
    findings: isQuiet ? findings.filter(({ severity }) => severity === 'error') : findings,
  };
}

export function render(data: object, style: Style): string {
  const { format, ...report } = data as FormattedReport;
  return format === 'json' ? JSON.stringify(report, null, 2) : renderStylish(report, style);
}
