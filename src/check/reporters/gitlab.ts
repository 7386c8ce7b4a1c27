import { escapeUnprintable } from '../../text/printable.js';
import type { CheckReport } from '../engine.js';
import { makeFingerprints } from './fingerprint.js';
import type { ReportOptions, Sources } from './reporter.js';

/**
 * GitLab's Code Quality report (docs.gitlab.com, Code Quality report format): a subset of Code
 * Climate's, every field of it required. Paths must not begin with `./`.
 */
export function writeGitlab(
  { findings }: CheckReport,
  sources: Sources,
  options: ReportOptions,
): string {
  const fingerprints = makeFingerprints(findings, sources, options);
  const issues = findings.map(({ path, line, endLine, severity, rule, message }, index) => ({
    description: message,
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: severity === 'error' ? 'major' : 'minor',
    location: { path: options.projectPath(path), lines: { begin: line, end: endLine } },
  }));
  return escapeUnprintable(JSON.stringify(issues, null, 2));
}
