import type { CheckReport } from '../../check/finding.js';
import { reporters } from '../../check/reporters/index.js';
import type { ReportOptions } from '../../check/reporters/reporter.js';
import { summarise } from '../../check/reporters/stylish.js';
import type { Context } from '../shared/command.js';
import type { CheckRequest } from './check-request.js';
import type { Checked } from './check-run.js';

/** What is said on stderr beside the report. */
export function listNotes(
  { env }: Context,
  request: CheckRequest,
  checked: Checked,
  report: CheckReport,
  options: ReportOptions,
): readonly string[] {
  const { targets, fix, maxWarnings } = request;
  const notes = [...checked.notes];
  const mended = checked.writes.reduce((sum, { mended }) => sum + mended, 0);
  if (fix === 'write' && mended > 0) notes.push(`Mended ${count(mended, 'file')}.`);
  if (targets.every(({ file }) => file !== null)) notes.push(summarise(report, options));
  const { warnings } = checked.report;
  if (warnings > maxWarnings) {
    notes.push(`storymark: ${count(warnings, 'warning')}, at most ${maxWarnings} let through`);
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
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
