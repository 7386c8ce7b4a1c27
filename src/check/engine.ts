import type { Backlog } from '../backlog/backlog.js';
import { allItems } from '../backlog/backlog.js';
import { bodyOf, type Document, positionOfField } from '../item/document.js';
import { splitFrontmatter } from '../item/frontmatter.js';
import type { Item } from '../item/item.js';
import { findStory } from '../story/find-story.js';
import type { Problem } from '../text/problem.js';
import { type Position, positionAt } from '../text/span.js';
import type { Report, Rule, Severity, Subject } from './define-rule.js';
import { frontmatterInvalid } from './rules/frontmatter-invalid.js';
import { rules } from './rules/index.js';

/** One finding, its place counted from 1 (DESIGN 5). */
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

export interface CheckReport {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Finding[];
}

/** Severities that settings give rules, by rule id. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** A backlog's readable documents as subjects. */
export function listSubjects(backlog: Backlog): readonly Subject[] {
  return allItems(backlog).map((item) => subjectOf(item, backlog));
}

function subjectOf(item: Item, backlog: Backlog): Subject {
  const { document } = item;
  const { path, text, bodyStart } = document;
  return { path, text, bodyStart, item, backlog, story: findStory(bodyOf(document)) };
}

/** A Markdown file outside any backlog, frontmatter or not. */
export function loneSubject(path: string, text: string): Subject {
  const spans = splitFrontmatter(text);
  const bodyStart = spans.kind === 'found' ? spans.bodyStart : 0;
  const story = findStory(text.slice(bodyStart));
  return { path, text, bodyStart, item: null, backlog: null, story };
}

/** Runs every rule that is not off over the subjects; unreadable files are findings as well. */
export async function runRules(
  subjects: readonly Subject[],
  problems: readonly Problem[],
  settings: RuleSettings,
): Promise<CheckReport> {
  const active = rules.flatMap((rule) => {
    const severity = settings[rule.id] ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const found = subjects.flatMap((subject) =>
    active.flatMap(({ rule, severity }) =>
      rule.check(subject).map((report) => ({ subject, rule, severity, report })),
    ),
  );
  const located = await Promise.all(
    found.map(({ subject, rule, severity, report }) => locate(subject, rule, severity, report)),
  );
  const findings = [...problems.map(describeProblem), ...located].sort(comparePlaces);
  return {
    files: subjects.length + new Set(problems.map(({ path }) => path)).size,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warn').length,
    findings,
  };
}

async function locate(
  subject: Subject,
  rule: Rule,
  severity: Severity,
  { message, at }: Report,
): Promise<Finding> {
  const [start, end] = 'span' in at ? spanPlaces(subject, at.span) : await fieldPlaces(subject, at);
  return makeFinding(subject.path, start, end, rule.id, severity, message);
}

function spanPlaces({ text }: Subject, [start, end]: readonly [number, number]) {
  return [positionAt(text, start), positionAt(text, end)] as const;
}

async function fieldPlaces({ item }: Subject, { field }: { readonly field: readonly string[] }) {
  const document: Document | undefined = item?.document;
  const place = document ? await positionOfField(document, field) : null;
  const start = place ?? { line: 1, column: 1 };
  return [start, { line: start.line, column: start.column + (field.at(-1) ?? '').length }] as const;
}

function describeProblem({ path = '', line = 1, column = 1, message }: Problem): Finding {
  const place = { line, column };
  return makeFinding(path, place, place, frontmatterInvalid.id, 'error', message);
}

function makeFinding(
  path: string,
  start: Position,
  end: Position,
  rule: string,
  severity: Severity,
  message: string,
): Finding {
  return {
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    rule,
    severity,
    message,
    fixable: false,
    docs: `storymark explain ${rule}`,
  };
}

function comparePlaces(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
