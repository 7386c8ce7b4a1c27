import { showUnprintable } from '../../text/printable.js';
import type { CheckReport } from '../engine.js';
import { toOneLine } from './one-line.js';
import type { ReportOptions, Sources } from './reporter.js';

/**
 * Workflow commands, which GitHub Actions shows as annotations on the changed lines
 * (docs.github.com, Workflow commands: Setting an error message).
 */
export function writeGithub(
  { findings }: CheckReport,
  _sources: Sources,
  { projectPath }: ReportOptions,
): string {
  return findings
    .map(({ path, line, column, severity, rule, message }) => {
      const command = severity === 'error' ? 'error' : 'warning';
      const file = showUnprintable(escapeProperty(projectPath(path)));
      const place = `file=${file},line=${line},col=${column},title=${escapeProperty(rule)}`;
      return `::${command} ${place}::${escapeData(toOneLine(message))}`;
    })
    .join('\n');
}

/** As @actions/core writes a message (toolkit, packages/core/src/command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property ends at a comma or a colon, so these are escaped as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
