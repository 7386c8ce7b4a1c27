import { dirname, join } from 'node:path';
import { allItems, type Backlog, createBacklog } from '../../backlog/backlog.js';
import { findDocument } from '../../backlog/lookup.js';
import { groupBy } from '../../check/groups.js';
import type { Item } from '../../item/item.js';
import { diagnose } from '../../ops/doctor/diagnose.js';
import {
  type DuplicateHistory,
  noHistory,
  writingKey,
} from '../../ops/doctor/duplicate-history.js';
import type { DoctorFinding } from '../../ops/doctor/finding.js';
import { usesOf } from '../../ops/doctor/id-uses.js';
import { listDeadDrafts, removeCacheFile } from '../../store/cache/cache-leftovers.js';
import { findRemains, giveFirstAid, type Remains } from '../../store/first-aid.js';
import { journalPath } from '../../store/journal.js';
import { lockPath } from '../../store/lock.js';
import type { Place } from '../../store/place.js';
import { findStrays } from '../../store/strays.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog } from '../shared/read-backlog.js';

interface Told extends DoctorFinding {
  readonly fixed: boolean;
}

interface Report {
  readonly findings: readonly Told[];
  /** How many are still there. */
  readonly left: number;
}

const lockTimeout = 10_000;

export async function run(context: Context, input: Input): Promise<Outcome<Report>> {
  const [fixes, unlocks] = [input.flag('fix'), input.flag('unlock')];
  const renames = input.options('rename');
  if (unlocks && !fixes) failUsage('--unlock requires --fix');
  const { root, place } = context.store();
  // Files first: what they hold is read when nothing is half written any more.
  const remains = findRemains(context.files, place);
  const drafts = place.cache === null ? [] : listDeadDrafts(dirname(place.cache));
  const found = [
    ...describeRemains(remains, place, unlocks),
    ...drafts.map(describeCacheDraft),
    ...describeIgnored(context, root),
  ];
  const isWriting = fixes && !input.dryRun;
  if (isWriting) drafts.forEach(removeCacheFile);
  const kept =
    isWriting && isInNeed(remains, unlocks)
      ? await giveFirstAid(context.files, place, lockOptions(context), unlocks)
      : [];
  const backlog = readWithStrays(context);
  const { findings, changes } = unwrap(
    diagnose(backlog, {
      history: await readHistory(root, backlog),
      renames: renames.map((path) => unwrap(findDocument(backlog, path)).document.path),
      random: () => context.random(),
      prunes: input.flag('prune'),
    }),
  );
  const told = [...found, ...findings].map((finding): Told => {
    return {
      ...finding,
      path: context.shownPath(finding.path),
      fixed: isWriting && finding.fix !== null,
    };
  });
  const left = told.filter(({ fixed }) => !fixed).length;
  return {
    data: { findings: told, left },
    exit: left === 0 ? 0 : 1,
    ...(fixes ? { changes } : {}),
    commitMessage: 'Repair what storymark doctor found',
    notes: kept.map(
      (path) => `note: ${context.shownPath(path)} was edited since and is left unchanged`,
    ),
  };
}

/** Nothing is taken from a writer that lives, or may. */
function isInNeed({ lock, journal, leftovers }: Remains, unlocks: boolean): boolean {
  if (lock === 'alive' || (lock === 'foreign' && !unlocks)) return false;
  return lock !== 'none' || journal !== 'none' || leftovers.length > 0;
}

function lockOptions({ io }: Context) {
  return {
    timeout: lockTimeout,
    tell: (message: string) => void io.stderr.write(`storymark: ${message}\n`),
  };
}

function describeRemains(
  { lock, holder, journal, leftovers }: Remains,
  { state }: Place,
  unlocks: boolean,
): readonly DoctorFinding[] {
  if (state === null || lock === 'alive') return [];
  const isBarred = lock === 'foreign' && !unlocks;
  const found: DoctorFinding[] = [];
  if (journal !== 'none') {
    const { message, fix } = journals[journal];
    const path = journalPath(state);
    found.push({ kind: 'interruption', path, message, fix: isBarred ? null : fix });
  }
  if (lock === 'dead') {
    const message = `a stale lock of ${holder}`;
    found.push({ kind: 'lock', path: lockPath(state), message, fix: 'is removed' });
  }
  if (lock === 'foreign') {
    const message = `a lock of ${holder}: if that process has ended, run storymark doctor --fix --unlock`;
    found.push({
      kind: 'lock',
      path: lockPath(state),
      message,
      fix: unlocks ? 'is removed' : null,
    });
  }
  for (const path of leftovers) {
    const message = 'a temporary file of an interrupted command';
    found.push({ kind: 'leftover', path, message, fix: isBarred ? null : 'is removed' });
  }
  return found;
}

const journals = {
  sound: {
    message: 'a command was interrupted while writing',
    fix: 'is finished, except for files edited since',
  },
  damaged: {
    message: 'a command was interrupted while writing',
    fix: 'the journal is renamed; see git diff for what was written',
  },
  newer: {
    message: 'a newer version of storymark was interrupted while writing: run that version',
    fix: null,
  },
  foreign: {
    message: 'a journal from another folder, ignored',
    fix: 'the journal is renamed; see git diff for what was written',
  },
} as const;

function describeCacheDraft(path: string): DoctorFinding {
  const message = 'a temporary cache file of an interrupted command';
  return { kind: 'leftover', path, message, fix: 'is removed' };
}

/** Names that look like state of ours, where a clone could bring it. */
const ignoredFiles = ['.storymark-journal', '.storymark-lock'];

function describeIgnored({ files }: Context, root: string): readonly DoctorFinding[] {
  return ignoredFiles
    .filter((path) => files.exists(join(root, path)))
    .map((path) => {
      const message = 'is ignored: storymark keeps no state in the backlog folder';
      return { kind: 'leftover', path, message, fix: null };
    });
}

function readWithStrays(context: Context): Backlog {
  const backlog = readBacklog(context);
  const strays = findStrays(context.files, context.store().root, backlog.settings.kinds);
  if (strays.length === 0) return backlog;
  const documents = allItems(backlog).map(({ document }) => document);
  return createBacklog(backlog.settings, [...documents, ...strays], backlog.problems);
}

/** Asked of git only where two documents have one id: of them, and of what names them. */
async function readHistory(root: string, backlog: Backlog): Promise<DuplicateHistory> {
  const items = allItems(backlog);
  const groups = groupBy(items, ({ id }) => id.toUpperCase());
  if (groups.length === 0) return noHistory;
  const named = groups.flatMap((group) => {
    const id = group[0]?.id ?? '';
    return items
      .filter((item) => usesOf(backlog, item, id).length > 0)
      .map(({ document: { path } }) => ({ path, id, same: group.map(pathOf) }));
  });
  const [{ readArrivals }, { findIdWriting }] = await Promise.all([
    import('../../git/last-changes.js'),
    import('../../git/id-writings.js'),
  ]);
  const paths = new Set([...groups.flat().map(pathOf), ...named.map(({ path }) => path)]);
  const writings = named.flatMap(({ same, ...use }) => {
    const writing = findIdWriting(root, use, same);
    return writing === null ? [] : [[writingKey(use.path, use.id), writing] as const];
  });
  return { arrivals: readArrivals(root, [...paths]), writings: new Map(writings) };
}

function pathOf({ document: { path } }: Item): string {
  return path;
}

export function render({ findings, left }: Report, style: Style): string {
  if (!style.isTerminal) {
    return findings
      .map(({ path, kind, message, fix, fixed }) =>
        [path, kind, message, fix ?? '', fixed ? 'fixed' : ''].join('\t'),
      )
      .join('\n');
  }
  if (findings.length === 0) return 'Nothing to repair';
  const lines = findings.flatMap(({ path, message, fix, fixed }) => [
    `${style.bold(path)}  ${message}`,
    style.dim(fix === null ? '  needs your edit' : `  ${fixed ? 'fixed' : '--fix'}: ${fix}`),
  ]);
  return [...lines, '', summarize(findings, left)].join('\n');
}

function summarize(findings: readonly Told[], left: number): string {
  const open = findings.filter(({ fix, fixed }) => fix !== null && !fixed).length;
  const fixed = findings.length - left;
  const parts = [
    ...(fixed > 0 ? [`${fixed} repaired`] : []),
    ...(open > 0 ? [`${open} to repair with: storymark doctor --fix`] : []),
    ...(left - open > 0
      ? [`${left - open} ${left - open === 1 ? 'needs' : 'need'} your edit`]
      : []),
  ];
  return parts.join(', ');
}
