import { failure, type Result, success } from '../text/problem.js';
import { compareText } from '../text/words.js';
import type { Finding } from './finding.js';

/** How many findings of a rule a file may have: path → rule → count. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** An entry that allows more than there is: it would hide as many new findings. */
export interface StaleCount {
  readonly path: string;
  readonly rule: string;
  readonly allowed: number;
  readonly found: number;
}

export interface CountedFindings {
  /** What is to be reported: all of a rule's findings in a file that has more than allowed. */
  readonly findings: readonly Finding[];
  /** How many are left out. */
  readonly suppressed: number;
  readonly stale: readonly StaleCount[];
}

const HEAD =
  '# Findings that existed when storymark check was introduced: count by file and rule.\n' +
  '# New ones fail. Written by storymark check --suppress-all, reduced by --prune-suppressions.\n';

/**
 * Reads a counts file; null is one that is not there. Only the lines `formatCounts` writes are
 * read, comments and blank lines beside them: a YAML reader's limits would end at a few thousand.
 */
export function parseCounts(content: string | null, path: string): Result<Counts> {
  const counts = new Map<string, Map<string, number>>();
  let own: Map<string, number> | null = null;
  for (const [index, written] of (content ?? '').split(/\r?\n/).entries()) {
    const line = written.replace(/^\uFEFF/, '');
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const file = readPath(line);
    const entry = /^ +(\S+): +([1-9]\d{0,8})\s*$/.exec(line);
    if (file !== null) {
      own = counts.get(file) ?? new Map<string, number>();
      counts.set(file, own);
    } else if (entry !== null && own !== null) {
      // Two branches may each have added the entry: the sum of what both allow is not allowed.
      const [, rule = '', count] = entry;
      own.set(rule, Math.max(own.get(rule) ?? 0, Number(count)));
    } else {
      const message = /^(?:<{7}|={7}|>{7}|\|{7})/.test(line)
        ? 'git conflict markers: keep both sides, then run storymark check --prune-suppressions'
        : 'expected a quoted path and a colon, or "  rule: count" below one';
      return failure({ kind: 'usage', message, path, line: index + 1, column: 1 });
    }
  }
  return success(counts);
}

function readPath(line: string): string | null {
  const quoted = /^("(?:[^"\\]|\\.)*"):\s*$/.exec(line)?.[1];
  if (quoted === undefined) return null;
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}

/** The findings' counts: what `--suppress-all` writes. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const { path, rule } of findings) {
    const own = counts.get(path) ?? new Map<string, number>();
    counts.set(path, own.set(rule, (own.get(rule) ?? 0) + 1));
  }
  return counts;
}

/**
 * Leaves out the findings a counts file allows. A file with more of a rule than allowed has all
 * of them reported, since nobody can tell which is new. `isChecked` says which files were looked
 * at: entries of others are neither used nor stale.
 */
export function applyCounts(
  findings: readonly Finding[],
  counts: Counts,
  isChecked: (path: string) => boolean = () => true,
): CountedFindings {
  const found = countFindings(findings);
  const isAllowed = ({ path, rule }: Finding) =>
    (found.get(path)?.get(rule) ?? 0) <= (counts.get(path)?.get(rule) ?? 0);
  const kept = findings.filter((finding) => !isAllowed(finding));
  const stale: StaleCount[] = [];
  for (const { path, rule, count } of listCounts(counts)) {
    const now = found.get(path)?.get(rule) ?? 0;
    if (isChecked(path) && now < count) stale.push({ path, rule, allowed: count, found: now });
  }
  return { findings: kept, suppressed: findings.length - kept.length, stale };
}

/** The counts with every entry lowered to what is found: what `--prune-suppressions` writes. */
export function pruneCounts(
  findings: readonly Finding[],
  counts: Counts,
  isChecked: (path: string) => boolean = () => true,
): Counts {
  const found = countFindings(findings);
  const pruned = new Map<string, Map<string, number>>();
  for (const { path, rule, count } of listCounts(counts)) {
    const now = isChecked(path) ? Math.min(count, found.get(path)?.get(rule) ?? 0) : count;
    if (now === 0) continue;
    pruned.set(path, (pruned.get(path) ?? new Map<string, number>()).set(rule, now));
  }
  return pruned;
}

/**
 * A counts file: YAML with one fact a line in code unit order, so that branches that touch
 * different files merge without a conflict. The same counts always give the same bytes.
 */
export function formatCounts(counts: Counts): string {
  const lines: string[] = [];
  let last: string | null = null;
  for (const { path, rule, count } of listCounts(counts)) {
    if (path !== last) lines.push(`${JSON.stringify(path)}:`);
    lines.push(`  ${rule}: ${count}`);
    last = path;
  }
  return HEAD + lines.map((line) => `${line}\n`).join('');
}

export function describeStale({ rule, allowed, found }: StaleCount): string {
  return `${allowed} of ${rule} are allowed here and ${found === 0 ? 'none is' : `${found} are`} left: run storymark check --prune-suppressions`;
}

function listCounts(counts: Counts) {
  return [...counts]
    .flatMap(([path, rules]) => [...rules].map(([rule, count]) => ({ path, rule, count })))
    .sort((a, b) => compareText(a.path, b.path) || compareText(a.rule, b.rule));
}
