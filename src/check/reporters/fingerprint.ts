import type { Finding } from '../engine.js';
import type { ReportOptions, Sources } from './reporter.js';

/**
 * An identity for each finding that stays while the file is edited elsewhere: its file, rule,
 * message without numbers and the text it stands in, not its line. Of several alike, the first is
 * told from the second. CI services tell new findings from old ones by it.
 */
export function makeFingerprints(
  findings: readonly Finding[],
  sources: Sources,
  { digest, projectPath }: Pick<ReportOptions, 'digest' | 'projectPath'>,
): readonly string[] {
  const lines = new Map<string, readonly string[]>();
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { path, line, rule, message } = finding;
    const own = lines.get(path) ?? (sources.get(path) ?? '').split('\n');
    lines.set(path, own);
    const key = [
      projectPath(path),
      rule,
      message.replace(/\d+/g, '#'),
      (own[line - 1] ?? '').trim(),
    ].join('\n');
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return digest(nth === 1 ? key : `${key}\n${nth}`);
  });
}
