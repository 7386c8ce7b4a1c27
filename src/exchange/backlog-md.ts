import { type Document, readDocument, type Value } from '../item/document.js';
import { readText } from '../item/item.js';
import { failure, success } from '../text/problem.js';
import { createDraft, type Draft, foreignTitle, type ImportFormat } from './draft.js';
import { type ImportNote, importNote } from './import-note.js';
import { dayOfText } from './words.js';

/**
 * A folder of the program Backlog.md: `tasks/`, `drafts/` and `completed/` become items with their
 * own ids, milestones epics above them. Format as version 1.52 of the npm package writes it.
 */
export const backlogMdFormat: ImportFormat = {
  id: 'backlog.md',
  summary: 'the folder of a Backlog.md project, with its tasks/',
  reads: 'folder',
  read(files) {
    const notes: ImportNote[] = [];
    const drafts: Draft[] = [];
    const tasks: { readonly draft: Draft; readonly milestone: string | null; order: number }[] = [];
    for (const [path, text] of files) {
      const [folder = ''] = path.split('/');
      if (!path.endsWith('.md')) {
        if (path !== 'config.yml' && path !== 'config.yaml')
          notes.push(importNote('left', 'files', 'not a task', path));
      } else if (isTask.test(path) || folder === 'milestones') {
        const document = readDocument(path, text.replaceAll('\r\n', '\n'));
        if (!document.ok)
          notes.push(importNote('left', 'files', document.problems[0]?.message ?? '', path));
        else if (folder === 'milestones') drafts.push(draftMilestone(document.value));
        else tasks.push(readTask(document.value));
      } else notes.push(importNote('left', 'files', 'not a task', path));
    }
    if (tasks.length + drafts.length === 0) {
      const message = 'there are no tasks/ in this folder: name the folder that holds config.yml';
      return failure({ kind: 'usage', message });
    }
    const milestones = new Set(drafts.map(({ sourceId }) => sourceId));
    const sorted = [...tasks].sort((a, b) => a.order - b.order);
    for (const { draft, milestone } of sorted) drafts.push(place(draft, milestone, milestones));
    return success({ drafts, notes });
  },
};

const isTask = /^(?:tasks|drafts|completed|archive\/tasks|archive\/drafts)\/[^/]+\.md$/;

function readTask(document: Document) {
  const { fields, path } = document;
  const text = (key: string) => readText(fields[key]);
  const list = (key: string) => listOf(fields[key]);
  const id = text('id');
  const assignees = list('assignee').map((name) => name.replace(/^@/, ''));
  const days = [
    ['created', text('created_date')],
    ['due', text('due_date')],
  ] as const;
  const draft = createDraft({
    place: path,
    source: id === null ? null : `backlog.md:${id}`,
    sourceId: id,
    type: text('type') ?? 'task',
    status: path.startsWith('archive/') ? 'abandoned' : text('status'),
    title: foreignTitle(text('title') ?? ''),
    body: rewriteBody(document.text.slice(document.bodyStart)),
    fields: [
      ...assignees.slice(0, 1).map((name) => ['assignee', name] as const),
      ...list('labels').map((label) => ['labels', label] as const),
      ...(text('priority') ? [['labels', `priority-${text('priority')}`] as const] : []),
      ...days.flatMap(([key, day]) =>
        day === null ? [] : [[key, dayOfText(day) ?? day] as const],
      ),
    ],
    parent: text('parent_task_id'),
    depends: list('dependencies'),
    extra: [
      ...(assignees.length > 1 ? [['also assigned', assignees.slice(1).join(', ')] as const] : []),
      ...Object.keys(fields)
        .filter((key) => !readKeys.has(key))
        .map((key) => [key.replaceAll('_', ' '), listOf(fields[key]).join(', ')] as const)
        .filter(([, value]) => value !== ''),
    ],
  });
  const order = fields['ordinal'];
  return {
    draft,
    milestone: text('milestone'),
    order: typeof order === 'number' ? order : Number.POSITIVE_INFINITY,
  };
}

const readKeys = new Set([
  ...['id', 'title', 'status', 'assignee', 'created_date', 'due_date', 'labels', 'milestone'],
  ...['dependencies', 'parent_task_id', 'priority', 'type', 'ordinal'],
]);

/** Below its milestone, unless it is a part of another task: then the milestone is told beside. */
function place(draft: Draft, milestone: string | null, known: ReadonlySet<string | null>): Draft {
  if (milestone === null) return draft;
  if (draft.parent === null && known.has(milestone)) return { ...draft, parent: milestone };
  return { ...draft, extra: [...draft.extra, ['milestone', milestone]] };
}

function draftMilestone({ path, text, fields, bodyStart }: Document): Draft {
  const id = readText(fields['id']);
  return createDraft({
    place: path,
    source: id === null ? null : `backlog.md:${id}`,
    sourceId: id,
    type: 'epic',
    title: foreignTitle(readText(fields['title']) ?? ''),
    body: rewriteBody(text.slice(bodyStart)),
  });
}

/** A comment as it stands between two lines of dashes, which Markdown would take for headings. */
const comment = /^(?:author: (.*)\n)?created: (.*)\n---\n([\s\S]*?)\n---$/gm;

/** The description begins the body; criteria lose their numbers, and all sections their marks. */
function rewriteBody(body: string): string {
  return body
    .replace(comment, (_, author: string | undefined, date: string, text: string) => {
      const by = author === undefined ? '' : ` by ${author.trim()}`;
      return `${date.trim()}${by}:\n\n${text.trim()}\n`;
    })
    .replace(/^<!-- (?:SECTION:\w+|AC|DOD|COMMENTS|COMMENT):(?:BEGIN|END) -->\n?/gm, '')
    .replace(/^## Description\n+/m, '')
    .replace(/^## Acceptance Criteria\n(?!\n)/m, '## Acceptance criteria\n\n')
    .replace(/^## Definition of Done\n(?!\n)/m, '## Definition of Done\n\n')
    .replace(/^(- \[[ xX]\]) #\d+ /gm, '$1 ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function listOf(value: Value | undefined): readonly string[] {
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values
    .map((one) => (typeof one === 'object' && one !== null ? JSON.stringify(one) : readText(one)))
    .filter((one): one is string => one !== null);
}
