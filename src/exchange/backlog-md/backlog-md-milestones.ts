import { readText } from '../../item/item.js';
import { createDraft, type Draft, foreignTitle, sourceName } from '../draft.js';
import { type ImportNote, importNote } from '../import-note.js';
import type { ForeignTask } from './backlog-md-file.js';
import { rewriteBody } from './backlog-md-task.js';
import { readForeignDocument } from './foreign-frontmatter.js';

export interface Milestones {
  readonly epics: readonly Draft[];
  readonly notes: readonly ImportNote[];
  /** Puts a task below its milestone, unless it is a part of another task. */
  place(task: ForeignTask, draft: Draft): Draft;
}

/** Epics of the milestones' pages, and of the names that tasks give without one. */
export function createMilestones(
  pages: readonly (readonly [path: string, text: string])[],
  tasks: readonly { readonly one: ForeignTask; readonly draft: Draft }[],
  project: string | null,
): Milestones {
  const epics: Draft[] = [];
  const notes: ImportNote[] = [];
  const idOf = new Map<string, string>();
  const add = (epic: Draft, id: string) => {
    epics.push(epic);
    for (const name of [id, epic.title]) {
      if (!idOf.has(name.toLowerCase())) idOf.set(name.toLowerCase(), id);
    }
  };
  const isClosed = (names: readonly string[]) =>
    tasks.some(({ one, draft }) => isIn(one, names) && draft.category === 'done') &&
    tasks.every(({ one, draft }) => !isIn(one, names) || isOver(draft));
  for (const [path, text] of pages.toSorted(
    ([a], [b]) => Number(isArchived(a)) - Number(isArchived(b)),
  )) {
    const page = readForeignDocument(text);
    const id = readText(page?.fields['id']);
    if (page === null || id === null || idOf.has(id.toLowerCase())) {
      notes.push(
        importNote('left', 'files', page === null ? 'not a milestone' : 'no id of its own', path),
      );
      continue;
    }
    const title = foreignTitle(readText(page.fields['title']) ?? '') || id;
    add(
      createDraft({
        ...describeMilestone(project, id),
        place: path,
        title,
        body: rewriteBody(page.body),
        ...(isArchived(path)
          ? {
              status: 'archived',
              category: isClosed([id, title]) ? ('done' as const) : ('dropped' as const),
            }
          : {}),
      }),
      id,
    );
  }
  for (const { one, draft } of tasks) {
    const name = milestoneOf(one);
    if (name === null || draft.parent !== null || idOf.has(name.toLowerCase())) continue;
    const note = importNote('guessed', `milestone "${name}" taken as an epic`, '', draft.place);
    add(
      createDraft({
        ...describeMilestone(project, name),
        place: `milestone ${name}`,
        title: foreignTitle(name),
        notes: [note],
      }),
      name,
    );
  }
  return {
    epics,
    notes,
    place(one, draft) {
      const name = milestoneOf(one);
      if (name === null) return draft;
      const id = idOf.get(name.toLowerCase());
      if (draft.parent === null && id !== undefined) return { ...draft, parent: id };
      return { ...draft, extra: [...draft.extra, ['milestone', name]] };
    },
  };
}

function describeMilestone(project: string | null, id: string) {
  return {
    type: 'epic',
    sourceId: id,
    source: sourceName('backlog.md', project, id),
    formerSources: [sourceName('backlog.md', null, id)],
  };
}

function isArchived(path: string): boolean {
  return path.startsWith('archive/');
}

function milestoneOf({ fields }: ForeignTask): string | null {
  return readText(fields['milestone']);
}

function isIn(task: ForeignTask, names: readonly string[]): boolean {
  const name = milestoneOf(task)?.toLowerCase();
  return name !== undefined && names.some((one) => one.toLowerCase() === name);
}

function isOver({ category }: Draft): boolean {
  return category === 'done' || category === 'dropped';
}
