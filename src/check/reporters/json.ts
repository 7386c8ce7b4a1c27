import { escapeUnprintable } from '../../text/printable.js';
import type { CheckReport, Finding } from '../engine.js';

/** The report with exactly the keys that scripts may hold on to (docs/design.md), in their order. */
export function toJsonReport({ files, errors, warnings, findings }: CheckReport): CheckReport {
  return { files, errors, warnings, findings: findings.map(toJsonFinding) };
}

function toJsonFinding(finding: Finding): Finding {
  const { path, line, column, endLine, endColumn, rule, severity, message, fixable, docs } =
    finding;
  return { path, line, column, endLine, endColumn, rule, severity, message, fixable, docs };
}

export function writeJson(report: CheckReport): string {
  return escapeUnprintable(JSON.stringify(toJsonReport(report), null, 2));
}
