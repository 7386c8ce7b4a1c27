import type { Backlog } from '../backlog/backlog.js';
import { orderItems } from '../backlog/order-key.js';
import { isOpen } from '../backlog/workflow.js';
import type { Day } from '../text/date.js';

/** The place an item had at the end of a day. */
export interface PastPlace {
  readonly on: Day;
  readonly place: number;
  readonly of: number;
  /** What the commit that moved it, or brought it in, says; null when only others moved. */
  readonly commit: string | null;
}

/** Who last gave an item one of its inputs, and when. */
export interface InputChange {
  readonly on: Day;
  readonly by: string;
}

export interface ItemHistory {
  /** Oldest first; days on which its place stayed as it was are left out. */
  readonly places: readonly PastPlace[];
  /** By key: `value`, `points`. */
  readonly inputs: Readonly<Record<string, InputChange>>;
  /** Whether any commit has its file. */
  readonly isCommitted: boolean;
}

/** Between the fields of a commit's first line, which begins with the other mark. */
export const commitMark = '\u0001';
export const fieldMark = '\u001f';

/**
 * What git is asked: every change below `items/` along this branch, oldest first, as lines without
 * context. Along the first parents, so that each commit is a state the branch was in.
 */
export const historyArguments: readonly string[] = [
  'log',
  '--first-parent',
  '--diff-merges=first-parent',
  '--reverse',
  '--relative',
  '--no-renames',
  '--no-ext-diff',
  '--no-color',
  '--no-prefix',
  '-p',
  '-U0',
  `--format=${commitMark}%cs${fieldMark}%an${fieldMark}%s`,
  '--',
  'items',
];

/** Fields that say where an item stands, or whether it stands anywhere. */
const standing = ['id', 'type', 'status', 'rank', 'created'] as const;
type StandingField = (typeof standing)[number];
type PastItem = Partial<Record<StandingField, string>>;

interface Commit {
  readonly on: Day;
  readonly by: string;
  readonly subject: string;
}

/** More than this many items, over all days looked at, would take longer than anybody waits. */
const mostLookedAt = 2_000_000;

/** Reads an item's places off the log, by laying every commit on the one before. */
export function readHistory(backlog: Backlog, id: string, log: string): ItemHistory {
  const items = new Map<string, PastItem>();
  const inputs: Record<string, InputChange> = {};
  const places: PastPlace[] = [];
  let moved: string | null = null;
  let commit: Commit | null = null;
  let path = '';
  let isCommitted = false;
  let isHead = false;
  let lookedAt = 0;

  const endDay = () => {
    if (!commit || lookedAt > mostLookedAt) return;
    lookedAt += items.size;
    const found = findPlace(backlog, items, id);
    const before = places.at(-1);
    if (found && (before?.place !== found.place || moved !== null)) {
      places.push({ on: commit.on, ...found, commit: moved });
    }
    moved = null;
  };

  for (const line of log.split('\n')) {
    if (line.startsWith(commitMark)) {
      const [on = '', by = '', subject = ''] = line.slice(1).split(fieldMark);
      if (commit && commit.on !== on) endDay();
      commit = { on, by, subject };
    } else if (line.startsWith('diff --git ')) {
      isHead = true;
    } else if (line.startsWith('@@ ')) {
      isHead = false;
    } else if (isHead && line.startsWith('--- ')) {
      path = line.slice(4).trimEnd();
    } else if (isHead && line.startsWith('+++ ')) {
      const next = line.slice(4).trimEnd();
      if (next === '/dev/null') items.delete(path);
      else path = next;
      isCommitted ||= isFileOf(next, id);
    } else if (commit && !isHead) {
      const change = readChange(line);
      if (!change) continue;
      const isOwn = isFileOf(path, id);
      const field = standing.find((key) => key === change.key);
      if (field && !change.isNested) {
        applyChange(items, path, field, change);
        if (isOwn && change.isAdded && (field === 'rank' || field === 'status')) {
          moved = commit.subject;
        }
      } else if (isOwn && change.isAdded) {
        inputs[change.key] = { on: commit.on, by: commit.by };
      }
    }
  }
  endDay();
  return { places, inputs, isCommitted };
}

interface LineChange {
  readonly isAdded: boolean;
  /** Inside a map, as the inputs under `score:` are. */
  readonly isNested: boolean;
  readonly key: string;
  readonly value: string;
}

/** A line of a diff that sets or takes away a key of frontmatter. */
function readChange(line: string): LineChange | null {
  const match = /^([+-])( *)([a-z_]+):[ \t]*(.*)$/.exec(line);
  if (!match) return null;
  const [, sign, indent = '', key = '', rest = ''] = match;
  const value = rest
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return { isAdded: sign === '+', isNested: indent !== '', key, value };
}

function applyChange(
  items: Map<string, PastItem>,
  path: string,
  field: StandingField,
  { isAdded, value }: LineChange,
): void {
  const item = items.get(path) ?? {};
  if (isAdded) items.set(path, { ...item, [field]: value });
  else if (item[field] === value) {
    const { [field]: _, ...others } = item;
    items.set(path, others);
  }
}

/** A file may have been archived, or renamed by hand: its id stays at its beginning. */
function isFileOf(path: string, id: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toUpperCase();
  return name.startsWith(`${id.toUpperCase()}-`) || name === `${id.toUpperCase()}.MD`;
}

function findPlace(
  { settings }: Backlog,
  items: ReadonlyMap<string, PastItem>,
  id: string,
): { readonly place: number; readonly of: number } | null {
  const open = [...items].flatMap(([path, { id: own = '', type = '', status, rank, created }]) => {
    const isThere = !path.includes('/archive/') && type !== 'epic';
    const entry = { id: own, rank, created };
    return isThere && isOpen(settings, { type, status: status ?? null }) ? [entry] : [];
  });
  const place = orderItems(open).findIndex((one) => one.id.toUpperCase() === id.toUpperCase()) + 1;
  return place === 0 ? null : { place, of: open.length };
}
