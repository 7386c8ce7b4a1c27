import type { CheckReport } from '../engine.js';
import { toOneLine } from './one-line.js';

/**
 * One finding a line, `path:line:column: error: message (rule)`: the form of compilers (GNU
 * Coding Standards, Formatting Error Messages), which editors jump by and grep cuts.
 */
export function writeCompact({ findings }: CheckReport): string {
  return findings
    .map(({ path, line, column, severity, message, rule }) => {
      const level = severity === 'error' ? 'error' : 'warning';
      return `${toOneLine(path)}:${line}:${column}: ${level}: ${toOneLine(message)} (${rule})`;
    })
    .join('\n');
}
