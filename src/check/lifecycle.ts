import type { Settings } from '../backlog/settings.js';
import { categoryOf, isReady, isWorkItem, kindOf } from '../backlog/workflow.js';
import type { Item } from '../item/item.js';
import type { Category, Kind } from '../item/kind.js';
import type { Subject } from './define-rule.js';

/** What a document's type, status and folder say of it, which are what most rules ask first. */
interface Standing {
  readonly kind: Kind | undefined;
  readonly status: Category;
  /** The same for a work item that is not archived; null for all else. */
  readonly work: Category | null;
  readonly isReadyOrBegun: boolean;
  readonly asksForStory: boolean;
}

type Standings = Map<string, Map<string | null, Standing>>;

/**
 * Worked out once for all documents that have the same type, status and folder: forty rules ask
 * for it at each file, and doing so anew took a tenth of a check's time.
 */
const known = new WeakMap<Settings, { readonly kept: Standings; readonly archived: Standings }>();

function standingOf(settings: Settings, item: Item): Standing {
  const { type, status, archived } = item;
  let folders = known.get(settings);
  if (folders === undefined) {
    folders = { kept: new Map(), archived: new Map() };
    known.set(settings, folders);
  }
  const ofTypes = archived ? folders.archived : folders.kept;
  const ofType = ofTypes.get(type) ?? new Map<string | null, Standing>();
  const found = ofType.get(status);
  if (found !== undefined) return found;
  const made = readStanding(settings, { type, status, archived });
  ofTypes.set(type, ofType.set(status, made));
  return made;
}

function readStanding(
  settings: Settings,
  item: Pick<Item, 'type' | 'status' | 'archived'>,
): Standing {
  const status = categoryOf(settings, item);
  const work = !item.archived && isWorkItem(settings, item) ? status : null;
  return {
    kind: kindOf(settings, item.type),
    status,
    work,
    isReadyOrBegun: work === 'doing' || (work === 'todo' && isReady(settings, item)),
    asksForStory: !item.archived && isStoryType(settings, item.type),
  };
}

/** Null for a lone file. */
const standing = rememberLast(({ item, backlog }: Subject): Standing | null =>
  item === null || backlog === null ? null : standingOf(backlog.settings, item),
);

/** What its type says; undefined for an unknown one, and for a lone file. */
export function kindOfSubject(subject: Subject): Kind | undefined {
  return standing(subject)?.kind;
}

/** What its status means, archived or not, whatever its type; null for a lone file. */
export function statusCategory(subject: Subject): Category | null {
  return standing(subject)?.status ?? null;
}

/** A work item's place in the workflow; null for what is no work item, or archived. */
export function workCategory(subject: Subject): Category | null {
  return standing(subject)?.work ?? null;
}

/** A work item still to be done, and not archived. */
export function isOpenWork(subject: Subject): boolean {
  const category = workCategory(subject);
  return category === 'todo' || category === 'doing';
}

/** True from the moment the team may begin until the work is done: what readiness rules look at. */
export function isReadyOrBegun(subject: Subject): boolean {
  return standing(subject)?.isReadyOrBegun === true;
}

/** True where a story is asked for: a story of the backlog that is not archived, a lone file. */
export function asksForStory(subject: Subject): boolean {
  return standing(subject)?.asksForStory !== false;
}

/** Stories and the team's own types written from the same template. */
export function isStoryType(settings: Settings, type: string): boolean {
  const template = kindOf(settings, type)?.template;
  return template === 'story' || template === 'job-story';
}

/**
 * Remembers what was read last. Rules ask one after the other about one file or story, so that
 * one value does: keeping all of them costs more, in garbage collection, than reading twice.
 */
export function rememberLast<K extends object, T>(read: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly value: T } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}
