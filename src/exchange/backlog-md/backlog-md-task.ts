import { readText } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { createDraft, type Draft, sourceName } from '../draft.js';
import { importNote } from '../import-note.js';
import { categoryOfWord, dayOfText, typeOfLabels, typeOfWord } from '../words.js';
import { type BacklogMdConfig, categoryOfStatus } from './backlog-md-config.js';
import { type ForeignTask, listOf, type Owners } from './backlog-md-file.js';

const readKeys = new Set([
  ...['id', 'title', 'status', 'assignee', 'assignees', 'created_date', 'created', 'due_date'],
  ...['labels', 'milestone', 'dependencies', 'parent_task_id', 'priority', 'type', 'ordinal'],
]);

/** When a task was finished; no key of Backlog.md's own says so but the last change does. */
const doneKeys = ['completed_date', 'completion_date', 'done_date', 'updated_date'];

export function draftTask(
  task: ForeignTask,
  owners: Owners,
  config: BacklogMdConfig,
  project: string | null,
): Draft {
  const { path, fields, id } = task;
  const text = (key: string) => readText(fields[key]);
  const list = (key: string) => listOf(fields[key]);
  const status = readStatus(task, config);
  const assignees = [...list('assignee'), ...list('assignees')]
    .flatMap((names) => names.split(/\s*,\s*/))
    .map((name) => name.replace(/^@/, ''));
  const labels = list('labels').flatMap((names) => names.split(/\s*,\s*/));
  const type = readType(text('type'), labels);
  const done = status.category === 'done' ? readDone(task) : null;
  const days = [
    ['created', text('created_date') ?? text('created')],
    ['due', text('due_date')],
    ['done', done?.day ?? null],
  ] as const;
  const isOwner = owners.isOwner(task);
  const file = (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');
  const own = isOwner && id !== null ? id : file;
  const parent = text('parent_task_id');
  return createDraft({
    place: path,
    source: sourceName('backlog.md', project, own),
    formerSources: isOwner ? [sourceName('backlog.md', null, own)] : [],
    sourceId: isOwner ? id : null,
    type: type.word,
    status: status.word,
    category: status.category,
    title: task.title,
    body: rewriteBody(task.body),
    fields: [
      ...assignees.slice(0, 1).map((name) => ['assignee', name] as const),
      ...labels.map((label) => ['labels', label] as const),
      ...(text('priority') ? [['labels', `priority-${text('priority')}`] as const] : []),
      ...days.flatMap(([key, day]) =>
        day === null ? [] : [[key, dayOfText(day) ?? day] as const],
      ),
    ],
    parent: parent === null ? null : owners.resolve(parent),
    depends: list('dependencies').map(owners.resolve),
    extra: [
      ...(isOwner || id === null ? [] : [['id', id, 'duplicate ids'] as const]),
      ...(type.kept === null ? [] : [['type', type.kept] as const]),
      ...(assignees.length > 1 ? [['also assigned', assignees.slice(1).join(', ')] as const] : []),
      ...Object.keys(fields)
        .filter((key) => !readKeys.has(key))
        .map((key) => [key.replaceAll('_', ' '), listOf(fields[key]).join(', ')] as const)
        .filter(([, value]) => value !== ''),
      ...(task.unread === ''
        ? []
        : [['frontmatter', fence(task.unread), 'frontmatter that could not be read'] as const]),
    ],
    notes: [
      ...(task.isBare
        ? [
            importNote(
              'guessed',
              'files without frontmatter',
              'title and id are taken from their file names',
              path,
            ),
          ]
        : []),
      ...(type.guess === null ? [] : [importNote('guessed', type.guess, '', path)]),
      ...(done === null || done.key !== 'updated_date'
        ? []
        : [importNote('guessed', 'done', 'taken from updated_date', path)]),
    ],
  });
}

interface Status {
  readonly word: string | null;
  readonly category: Category | null;
}

/** The folder says more than the word: what lies in the archive and is not done was dropped. */
function readStatus({ folder, fields, body }: ForeignTask, { statuses }: BacklogMdConfig): Status {
  const written = readText(fields['status']) ?? statusInText(body);
  const category = written === null ? null : categoryOfStatus(statuses, written);
  const word =
    written ?? (folder === 'archive' ? 'archived' : folder === 'completed' ? 'completed' : null);
  const isClosed = category === 'done' || category === 'dropped';
  if (folder === 'archive' && !isClosed) return { word, category: 'dropped' };
  if (folder === 'completed' && !isClosed) return { word, category: 'done' };
  return { word, category };
}

/** `**Status:** Completed`, as files without frontmatter have it. */
function statusInText(body: string): string | null {
  const [, word] = /^(?:#+ |- )?\**Status\**:?\**:?[ \t]*\W{0,3}([\p{L}' -]+)/imu.exec(body) ?? [];
  return word === undefined || categoryOfWord(word) === null ? null : word.trim();
}

function readDone({ fields }: ForeignTask): { readonly key: string; readonly day: string } | null {
  const key = doneKeys.find((one) => dayOfText(readText(fields[one]) ?? '') !== null);
  return key === undefined ? null : { key, day: dayOfText(readText(fields[key]) ?? '') ?? '' };
}

/** Other labels say what a task is about: its type has a key of its own. */
const bugs = new Set(['bug']);

function readType(word: string | null, labels: readonly string[]) {
  if (word !== null && typeOfWord(word) === null) return { word: 'task', kept: word, guess: null };
  const label = word === null ? typeOfLabels(labels, bugs) : null;
  if (label === null) return { word: word ?? 'task', kept: null, guess: null };
  const guess = `label "${label.label}" taken as type ${label.type}`;
  return { word: label.type, kept: null, guess };
}

function fence(text: string): string {
  return `\`\`\`yaml\n${text.replaceAll('```', "'''")}\n\`\`\``;
}

/** A comment as it stands between two lines of dashes, which Markdown would take for headings. */
const comment = /^(?:author: (.*)\n)?created: (.*)\n---\n([\s\S]*?)\n---$/gm;

/** The description begins the body; criteria lose their numbers, and all sections their marks. */
export function rewriteBody(body: string): string {
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
