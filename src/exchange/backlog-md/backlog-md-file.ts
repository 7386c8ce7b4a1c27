import { readText } from '../../item/item.js';
import type { Fields, Value } from '../../item/value.js';
import { foreignTitle } from '../draft.js';
import type { BacklogMdConfig } from './backlog-md-config.js';
import { readForeignDocument } from './foreign-frontmatter.js';

/** A task's file as it stands. */
export interface ForeignTask {
  readonly path: string;
  /** `tasks`, `drafts`, `completed` or `archive`. */
  readonly folder: string;
  readonly id: string | null;
  readonly title: string;
  readonly fields: Fields;
  readonly body: string;
  /** Lines of its frontmatter that could not be read. */
  readonly unread: string;
  /** It has no frontmatter: id and title are its name's. */
  readonly isBare: boolean;
  /** Its place on the board; infinite where nobody put it in one. */
  readonly order: number;
}

/** A task, or null where neither the frontmatter nor the name of a file says that it is one. */
export function readTaskFile(
  path: string,
  text: string,
  { prefixes }: BacklogMdConfig,
): ForeignTask | null {
  const [folder = ''] = path.split('/');
  const name = (path.split('/').at(-1) ?? '').replace(/\.md$/i, '');
  const [, id = null, rest = ''] =
    /^([a-z]+-(?:[a-z]+-)?\d+(?:\.\d+)*)(?:\s+-\s+|[-_ ]|$)(.*)$/i.exec(name) ?? [];
  const isNamed = id !== null && prefixes.some((one) => id.toLowerCase().startsWith(`${one}-`));
  const document = readForeignDocument(text);
  if (document === null && !isNamed) return null;
  const { fields, body, unread } = document ?? { fields: {}, body: text, unread: '' };
  const isTask = ['id', 'title', 'status'].some((key) => readText(fields[key]) !== null);
  if (!isTask && !isNamed) return null;
  const order = Number(readText(fields['ordinal']) ?? Number.POSITIVE_INFINITY);
  return {
    path,
    folder,
    id: readText(fields['id']) ?? (isNamed ? id : null),
    title: foreignTitle(readText(fields['title']) ?? (isNamed ? rest : name).replaceAll('-', ' ')),
    fields,
    body: body.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
    unread,
    isBare: document === null,
    order: Number.isNaN(order) ? Number.POSITIVE_INFINITY : order,
  };
}

export function listOf(value: Value | undefined): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values
    .map((one) => (typeof one === 'object' && one !== null ? JSON.stringify(one) : readText(one)))
    .filter((one): one is string => one !== null);
}

/** Which task an id belongs to, and what a reference to one means. */
export interface Owners {
  isOwner(task: ForeignTask): boolean;
  /** The id as its owner writes it, or as it stands where no task has it. */
  resolve(reference: string): string;
}

const folders = ['tasks', 'drafts', 'completed', 'archive'];

/**
 * An id that was used twice belongs to the task that is still on the board, else to the newest: so
 * it stays with the same one when that is archived too.
 */
export function findOwners(tasks: readonly ForeignTask[]): Owners {
  const rank = ({ folder, isBare }: ForeignTask) => folders.indexOf(folder) + (isBare ? 10 : 0);
  const created = ({ fields }: ForeignTask) => readText(fields['created_date']) ?? '';
  const sorted = tasks.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (created(a) === created(b) ? 0 : created(a) > created(b) ? -1 : 1),
  );
  const owners = new Map<string, ForeignTask>();
  const byNumber = new Map<string, Set<string>>();
  for (const task of sorted) {
    const id = task.id?.toUpperCase();
    if (id === undefined || owners.has(id)) continue;
    owners.set(id, task);
    const number = numberOf(id);
    byNumber.set(number, (byNumber.get(number) ?? new Set()).add(task.id ?? ''));
  }
  return {
    isOwner: (task) => task.id !== null && owners.get(task.id.toUpperCase()) === task,
    resolve(reference) {
      const [id = reference] = reference.trim().split(/\s+-\s+/);
      const exact = owners.get(id.toUpperCase())?.id;
      if (exact) return exact;
      // The project's prefix changed since: `task-4` is `BACK-4` now.
      const same = [...(byNumber.get(numberOf(id)) ?? [])].filter((one) => !/^draft-/i.test(one));
      return /^(?:task-)?[\d.]+$/i.test(id) && same.length === 1 ? (same[0] ?? id) : id;
    },
  };
}

function numberOf(id: string): string {
  return id.replace(/^[a-z]+-(?=\d)/i, '').replace(/(^|\.)0+(?=\d)/g, '$1');
}
