import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport, Finding } from '../../../src/check/finding.js';
import { makeReport } from '../../../src/check/finding.js';
import type { ReportOptions } from '../../../src/check/reporters/reporter.js';
import { displayWidth } from '../../../src/text/display-width.js';
import { repository } from '../../support/sandbox.js';

/** The published schemas, which lie beside the repository where they were handed out. */
export const schemas = join(repository, '..', 'shared', 'data', 'schemas');
export const hasSchemas = existsSync(schemas);
export const withoutSchemas = hasSchemas ? '' : ` (skipped: no ${schemas})`;

const paint = { bold: String, dim: String, red: String, yellow: String, green: String };

export const options: ReportOptions = {
  version: '1.2.3',
  time: '2026-11-24T09:00:00.000Z',
  columns: 80,
  paint,
  width: displayWidth,
  projectPath: (path) => path,
  digest: (text) => `<${text.replaceAll('\n', '|')}>`,
};

export function finding(given: Partial<Finding> = {}): Finding {
  return {
    path: 'backlog/items/ST-1-x.md',
    line: 5,
    column: 1,
    endLine: 5,
    endColumn: 7,
    rule: 'story/no-role',
    severity: 'error',
    message: 'no role: begin with "As a …"',
    fixable: false,
    docs: 'storymark explain story/no-role',
    ...given,
  };
}

export function reportOf(findings: readonly Finding[], files = 2): CheckReport {
  return makeReport(files, findings);
}

export const sampleText = '---\nid: ST-1\n---\n\nI want to leave a note.\n';

/** What a file may do to a report: markup, control characters, commas, percents, RTL marks. */
export const hostile = finding({
  path: 'backlog/items/50% <b>, a:b & "ü"\u202e \u0007.md',
  line: 1,
  column: 2,
  endLine: 2,
  endColumn: 1,
  severity: 'warn',
  rule: 'story/minimal',
  message: 'a <b> & "c"\u001b[31m 100%\r\n::error::x ]]> \ufffe\ud800 \u202eend, 日本語',
});

export const sources: ReadonlyMap<string, string> = new Map([
  ['backlog/items/ST-1-x.md', sampleText],
  ['backlog/items/ST-2-clean.md', sampleText],
  [hostile.path, 'one\u001b[2J line\nanother\n'],
]);

/** Everything but line ends, tabs and what can be seen. */
export const rawMarks = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
