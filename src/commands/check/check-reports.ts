import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { CheckReport } from '../../check/finding.js';
import { reporters } from '../../check/reporters/index.js';
import type { ReportOptions, Sources } from '../../check/reporters/reporter.js';
import { errorCode } from '../../store/file-system.js';
import { displayWidth } from '../../text/display-width.js';
import { version } from '../../text/version.js';
import type { Context } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import type { ReportTarget } from './check-request.js';

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
export function reportOptions(
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
export function writeReportFiles(
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
