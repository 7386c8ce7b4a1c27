import { type CheckReport, makeReport } from '../../check/finding.js';
import { reporters } from '../../check/reporters/index.js';
import { toJsonReport } from '../../check/reporters/json.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { listNotes } from './check-notes.js';
import { describeConfig } from './check-print-config.js';
import { reportOptions, writeReportFiles } from './check-reports.js';
import { type CheckRequest, readCheckRequest } from './check-request.js';
import { type Checked, checkSelection } from './check-run.js';
import { selectFiles } from './check-select.js';
import { watchSelection } from './check-watch.js';
import { describeWrites, passOnWrites } from './check-writes.js';

/** Text is made when the style of the output is known. With `--json` the report itself is given. */
interface Printed {
  print(style: Style): string;
}

export async function run(context: Context, input: Input): Promise<Outcome<object>> {
  const request = readCheckRequest(input);
  const asked = input.option('print-config');
  if (asked !== undefined) {
    const config = await describeConfig(context, asked, request.forced);
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
