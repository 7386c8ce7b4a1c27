import type { Backlog } from '../../backlog/backlog.js';
import { orderItems } from '../../backlog/order-key.js';
import { isOpen } from '../../backlog/workflow.js';
import type { Day } from '../../text/date.js';

/** The place an item had at the end of a day, or last on a day that it was not open to the end. */
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

/** A commit, and the lines it took away and added, each behind its sign. */
export interface PastCommit {
  readonly day: Day;
  readonly author: string;
  readonly subject: string;
  readonly files: readonly {
    readonly path: string;
    /** Null where the commit took the file away. */
    readonly after: string | null;
    readonly lines: readonly string[];
  }[];
}

/** Fields that say where an item stands, or whether it stands anywhere. */
const standing = ['id', 'type', 'status', 'rank', 'created'] as const;
type StandingField = (typeof standing)[number];
type PastItem = Partial<Record<StandingField, string>>;

/** More than this many items, over all days looked at, would take longer than anybody waits. */
const mostLookedAt = 2_000_000;

/**
 * An item's places, by laying every commit of a branch on the one before, and who gave it its
 * inputs, by those that led to its file: the author of a merge is not the author of what it brought.
 *
 * @param branch oldest first, along the first parents, so that each is a state the branch was in
 * @param own oldest first, what changed the files of `pathsOf`
 */
export function readHistory(
  backlog: Backlog,
  id: string,
  branch: readonly PastCommit[],
  own: readonly PastCommit[],
): ItemHistory {
  return {
    places: readPlaces(backlog, id, branch),
    inputs: readInputs(own),
    isCommitted: pathsOf(id, branch).length > 0,
  };
}

/** Where an item's file has been. */
export function pathsOf(id: string, branch: readonly PastCommit[]): readonly string[] {
  const paths = branch.flatMap(({ files }) => files.map(({ path }) => path));
  return [...new Set(paths)].filter((path) => isFileOf(path, id));
}

function readPlaces(backlog: Backlog, id: string, branch: readonly PastCommit[]) {
  const items = new Map<string, PastItem>();
  const places: PastPlace[] = [];
  let moved: string | null = null;
  // Of the day that is looked at, where the item stood after the last commit that has it open.
  let within: Omit<PastPlace, 'on'> | null = null;
  let lookedAt = 0;
  branch.forEach(({ day, subject, files }, index) => {
    for (const { path, after, lines } of files) {
      if (after === null) items.delete(path);
      for (const change of after === null ? [] : lines.flatMap(readChange)) {
        const field = standing.find((key) => key === change.key);
        if (!field || change.isNested) continue;
        applyChange(items, path, field, change);
        const moves = change.isAdded && (field === 'rank' || field === 'status');
        if (moves && isFileOf(path, id)) moved = subject;
      }
    }
    const isEndOfDay = branch[index + 1]?.day !== day;
    const isOwn = files.some(({ path }) => isFileOf(path, id));
    if (!(isEndOfDay || isOwn) || lookedAt > mostLookedAt) return;
    lookedAt += items.size;
    const found = findPlace(backlog, items, id);
    if (found) within = { ...found, commit: moved };
    if (!isEndOfDay) return;
    const last = found ? { ...found, commit: moved } : within;
    if (last && (places.at(-1)?.place !== last.place || last.commit !== null)) {
      places.push({ on: day, ...last });
    }
    within = null;
    moved = null;
  });
  return places;
}

function readInputs(own: readonly PastCommit[]): Readonly<Record<string, InputChange>> {
  const values = new Map<string, string>();
  const inputs: Record<string, InputChange> = {};
  for (const { day, author, files } of own) {
    for (const { key, value, isAdded } of files.flatMap(({ lines }) => lines.flatMap(readChange))) {
      // A file that moved comes with all its lines.
      if (!isAdded || values.get(key) === value) continue;
      values.set(key, value);
      inputs[key] = { on: day, by: author };
    }
  }
  return inputs;
}

interface LineChange {
  readonly isAdded: boolean;
  /** Inside a map, as the inputs under `score:` are. */
  readonly isNested: boolean;
  readonly key: string;
  readonly value: string;
}

/** A line of a diff that sets or takes away a key of frontmatter. */
function readChange(line: string): readonly LineChange[] {
  const match = /^([+-])( *)([a-z_]+):[ \t]*(.*)$/.exec(line);
  if (!match) return [];
  const [, sign, indent = '', key = '', rest = ''] = match;
  const value = rest
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return [{ isAdded: sign === '+', isNested: indent !== '', key, value }];
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
