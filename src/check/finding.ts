import type { Splice } from '../text/splice.js';
import type { Severity } from './define-rule.js';

/** One finding, its place counted from 1 (docs/design.md). */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixable: boolean;
  /** The command that explains the rule. */
  readonly docs: string;
}

/** What `check --format json` prints. */
export interface CheckReport {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Finding[];
}

/** A report, and what would mend some of it: the edits of each finding, by path. */
export interface CheckRun {
  readonly report: CheckReport;
  readonly fixes: Fixes;
  /** The files in which rules over all files found something, whether it is told or not. */
  readonly fromSets: readonly string[];
}

/** Edits by path, each finding's apart: they are made together or not at all. */
export type Fixes = ReadonlyMap<string, readonly (readonly Splice[])[]>;

/** The report over findings already in order. */
export function makeReport(files: number, findings: readonly Finding[]): CheckReport {
  return {
    files,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warn').length,
    findings,
  };
}

/** By path, then place; findings at one place keep the order of their rules. */
export function comparePlaces(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
