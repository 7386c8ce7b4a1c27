import type { ReportFormat } from '../../check/reporters/index.js';
import { failUsage } from '../shared/failure.js';
import type { ReportTarget } from './check-request.js';

/**
 * Pairs `--format` and `--output` in the order they were typed, whichever comes first in a pair:
 * `--format stylish --format sarif --output out.sarif`. Without a format, stylish.
 */
export function formatOptions(
  given: readonly (readonly [name: string, value: string])[],
): readonly ReportTarget[] {
  const targets: { format: ReportFormat | null; file: string | null }[] = [];
  for (const [name, value] of given) {
    const last = targets.at(-1);
    if (name === 'format') {
      const format = value as ReportFormat;
      if (last && last.format === null) last.format = format;
      else targets.push({ format, file: null });
    } else if (name === 'output') {
      if (last && last.file === null) last.file = value;
      else targets.push({ format: null, file: value });
    }
  }
  const read = targets.map(({ format, file }) => ({ format: format ?? 'stylish', file }));
  const loose = read.filter(({ file }) => file === null);
  if (loose.length > 1) {
    const names = loose.map(({ format }) => format).join(' and ');
    failUsage(`${names}: only one report fits on standard output; add --output FILE to the others`);
  }
  return read.length > 0 ? read : [{ format: 'stylish', file: null }];
}
