import type { Problem } from '../text/problem.js';
import type { Span } from '../text/span.js';
import type { Splice } from '../text/splice.js';
import type {
  DocumentRule,
  PlacedReport,
  Report,
  Rule,
  StoryRule,
  Subject,
} from './define-rule.js';
import { type CheckRun, comparePlaces, type Finding, makeReport } from './finding.js';
import { needsStory } from './lifecycle.js';
import { findSpan, positionIn } from './locate.js';
import { type Candidate, settlePrecedence } from './precedence.js';
import { frontmatterInvalid } from './rules/frontmatter-invalid.js';
import { rules } from './rules/index.js';
import { unusedDisable } from './rules/unused-disable.js';
import { type ActiveRule, type CheckSettings, createResolver } from './settings.js';
import {
  findUnusedDirectives,
  isSuppressed,
  mayHoldDirectives,
  readDirectives,
} from './suppressions.js';

export type { CheckReport, CheckRun, Finding } from './finding.js';
export { listSubjects, readStory, standaloneSubjects } from './read-subjects.js';

export interface CheckInput {
  /** All files, those not to be reported too: set rules read everything. */
  readonly subjects: readonly Subject[];
  /** Files that could not be read. */
  readonly problems?: readonly Problem[];
  readonly settings: CheckSettings;
  /** Which files' findings are asked for; all by default. */
  readonly isReported?: (path: string) => boolean;
  /** Files that need not be looked at again; those found to be so now are added. */
  readonly clean?: CleanFiles;
  /** False to leave out the rules over all files, as when the subjects are not all. */
  readonly withSets?: boolean;
}

/** Files in which no local rule that is on finds anything. */
export interface CleanFiles {
  has(path: string): boolean;
  add(path: string): void;
}

interface Located extends Candidate {
  readonly span: Span;
}

/** Runs every rule that is on over the files; unreadable files are findings as well. */
export async function checkSubjects(input: CheckInput): Promise<CheckRun> {
  const { subjects, problems = [], settings, isReported = () => true, clean } = input;
  const { withSets = true } = input;
  const resolve = createResolver(settings);
  const asked = subjects.filter(({ path }) => isReported(path));
  const fromSets = new Map<Subject, Candidate[]>();
  for (const candidate of withSets ? runSetRules(subjects, resolve, isReported) : []) {
    const own = fromSets.get(candidate.subject);
    if (own === undefined) fromSets.set(candidate.subject, [candidate]);
    else own.push(candidate);
  }
  const sortedFor = sortMixes();
  const findings: Finding[] = [];
  const fixes = new Map<string, readonly (readonly Splice[])[]>();
  for (const subject of asked) {
    const active = resolve(subject);
    const candidates = fromSets.get(subject) ?? [];
    const isClean = clean?.has(subject.path) === true;
    const pending = runOnSubject(sortedFor(active, isClean), subject, candidates);
    if (pending.length > 0) await Promise.all(pending);
    if (!isClean && !candidates.some(isLocal)) clean?.add(subject.path);
    if (candidates.length === 0 && !mayHoldDirectives(subject)) continue;
    const kept = await settleSubject(subject, candidates, active);
    for (const located of kept) findings.push(makeFinding(located));
    const edits = kept.flatMap(({ report }) => (report.fix === undefined ? [] : [report.fix]));
    if (edits.length > 0) fixes.set(subject.path, [...(fixes.get(subject.path) ?? []), ...edits]);
  }
  const unreadable = problems.filter(({ path = '' }) => isReported(path));
  for (const problem of unreadable) findings.push(...describeProblem(problem, resolve));
  const files = asked.length + new Set(unreadable.map(({ path }) => path)).size;
  return {
    report: makeReport(files, findings.sort(comparePlaces)),
    fixes,
    fromSets: Array.from(fromSets.keys(), ({ path }) => path),
  };
}

function isLocal({ active: { rule } }: Pick<Candidate, 'active'>): boolean {
  return rule.sees !== 'set' && rule.isLocal === true;
}

/** Runs the rules on a file, story by story; what takes time is given back as promises. */
function runOnSubject(
  { ofDocument, ofStory }: SortedRules,
  subject: Subject,
  candidates: Candidate[],
): readonly Promise<void>[] {
  const pending: Promise<void>[] = [];
  const add = (one: ActiveRule, reports: readonly Report[]) => {
    for (const report of reports) candidates.push({ subject, active: one, report });
  };
  for (const { check, active: one } of ofDocument) {
    const reports = check(subject, one.options);
    if (reports instanceof Promise) pending.push(reports.then((found) => add(one, found)));
    else if (reports.length > 0) add(one, reports);
  }
  if (subject.stories.length === 0 || !needsStory(subject)) return pending;
  for (const story of subject.stories) {
    for (const { check, active: one } of ofStory) {
      const reports = check(story, subject, one.options);
      if (reports.length > 0) add(one, reports);
    }
  }
  return pending;
}

interface Runnable<R extends Rule> {
  readonly check: R['check'];
  readonly active: ActiveRule;
}

interface SortedRules {
  readonly ofDocument: readonly Runnable<DocumentRule>[];
  readonly ofStory: readonly Runnable<StoryRule>[];
}

/** The rules by what they see. */
function sortRules(active: readonly ActiveRule[]): SortedRules {
  const ofDocument: Runnable<DocumentRule>[] = [];
  const ofStory: Runnable<StoryRule>[] = [];
  for (const one of active) {
    if (one.rule.sees === 'document') ofDocument.push({ check: one.rule.check, active: one });
    if (one.rule.sees === 'story') ofStory.push({ check: one.rule.check, active: one });
  }
  return { ofDocument, ofStory };
}

/** Sorts each mix of rules once: all of them, and those for which a file's backlog counts. */
function sortMixes(): (active: readonly ActiveRule[], isClean: boolean) => SortedRules {
  const known = [
    new Map<readonly ActiveRule[], SortedRules>(),
    new Map<readonly ActiveRule[], SortedRules>(),
  ] as const;
  return (active, isClean) => {
    const mixes = known[isClean ? 1 : 0];
    const sorted =
      mixes.get(active) ??
      sortRules(isClean ? active.filter((one) => !isLocal({ active: one })) : active);
    mixes.set(active, sorted);
    return sorted;
  };
}

/** Set rules that are on for any file see all files; each report goes to one that is asked for. */
function* runSetRules(
  subjects: readonly Subject[],
  resolve: (subject: Subject) => readonly ActiveRule[],
  isReported: (path: string) => boolean,
): Generator<Candidate> {
  const active = new Map<string, ActiveRule>();
  const seen = new Set<readonly ActiveRule[]>();
  for (const subject of subjects) {
    const resolved = resolve(subject);
    if (seen.has(resolved)) continue;
    seen.add(resolved);
    for (const one of resolved) {
      if (one.rule.sees === 'set' && !active.has(one.rule.id)) active.set(one.rule.id, one);
    }
  }
  const levelOf = ({ subject }: PlacedReport, id: string) =>
    resolve(subject).find(({ rule }) => rule.id === id);
  for (const { rule, options } of active.values()) {
    if (rule.sees !== 'set') continue;
    for (const places of rule.check(subjects, options)) {
      const placed = places.find(
        (place) => isReported(place.subject.path) && levelOf(place, rule.id) !== undefined,
      );
      const own = placed && levelOf(placed, rule.id);
      if (placed && own) yield { subject: placed.subject, active: own, report: placed };
    }
  }
}

/** One defect, one finding; and those that the file itself asks to be silent about are. */
async function settleSubject(
  subject: Subject,
  candidates: readonly Candidate[],
  active: readonly ActiveRule[],
): Promise<readonly Located[]> {
  const directives = readDirectives(subject);
  const located: Located[] = [];
  for (const candidate of settlePrecedence(candidates)) {
    const { at } = candidate.report;
    // Fields that are easy to find need no turn of the event loop each.
    located.push({ ...candidate, span: await findSpan(subject, at) });
  }
  if (directives.length === 0) return located;
  const used = new Set<string>();
  const kept = located.filter(
    ({ active: { rule }, span, report }) =>
      !isSuppressed(directives, rule.id, 'field' in report.at ? null : span[0], used),
  );
  const checkUnused = active.find(({ rule }) => rule.id === unusedDisable.id);
  if (checkUnused === undefined) return kept;
  // Only by name: what silences all rules must not silence that it silences nothing.
  const named = directives.filter(({ rule }) => rule === unusedDisable.id);
  const unused = findUnusedDirectives(
    directives,
    used,
    rules.map(({ id }) => id),
  );
  for (const report of unused) {
    const span = await findSpan(subject, report.at);
    if (!isSuppressed(named, unusedDisable.id, span[0], used)) {
      kept.push({ subject, active: checkUnused, report, span });
    }
  }
  return kept;
}

function makeFinding({ subject, active, report, span }: Located): Finding {
  const start = positionIn(subject, span[0]);
  const end = positionIn(subject, span[1]);
  return {
    path: subject.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    rule: active.rule.id,
    severity: active.severity,
    message: report.message,
    fixable: report.fix !== undefined,
    docs: docsOf(active.rule.id),
  };
}

function docsOf(rule: string): string {
  return `storymark explain ${rule}`;
}

/** A file that could not be read is what frontmatter/invalid finds. */
function describeProblem(
  { path = '', line = 1, column = 1, message }: Problem,
  resolve: ReturnType<typeof createResolver>,
): readonly Finding[] {
  const rule = frontmatterInvalid.id;
  const active = resolve({ path, item: null }).find((one) => one.rule.id === rule);
  if (active === undefined) return [];
  const { severity } = active;
  const place = { line, column, endLine: line, endColumn: column };
  return [{ path, ...place, rule, severity, message, fixable: false, docs: docsOf(rule) }];
}
