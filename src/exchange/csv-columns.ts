import { fieldNames } from '../item/field.js';
import { normalizeWord } from './words.js';

/** What a column of a table holds: a part of a draft, or a field of a document. */
export type ColumnMeaning =
  | { readonly part: 'id' | 'type' | 'status' | 'title' | 'body' | 'criteria' | 'parent' }
  | { readonly part: 'depends' | 'role' | 'want' | 'benefit' | 'nothing' }
  | { readonly part: 'field'; readonly key: string };

type Part = Exclude<ColumnMeaning['part'], 'field'>;

/** Headings other tools give their columns, normalized; the plain name of a field is known anyway. */
const headings: Readonly<Record<Part, readonly string[]>> = {
  id: ['id', 'key', 'issue key', '#', 'number', 'ticket'],
  type: ['type', 'issue type', 'work item type', 'kind'],
  status: ['status', 'state'],
  title: ['title', 'summary', 'name', 'subject'],
  body: ['body', 'description', 'details', 'story', 'user story'],
  criteria: ['criteria', 'acceptance criteria', 'acceptance'],
  parent: ['parent', 'epic', 'epic link', 'parent key', 'parent id', 'epic key'],
  depends: ['depends', 'depends on', 'blocked by', 'inward issue link (blocks)'],
  role: ['role', 'as', 'as a', 'persona role', 'who'],
  want: ['want', 'i want', 'goal of the story', 'what'],
  benefit: ['benefit', 'so that', 'so', 'why'],
  nothing: [],
};

const fieldHeadings: Readonly<Record<string, readonly string[]>> = {
  points: ['points', 'story points', 'story point estimate', 'estimate', 'sp', 'size'],
  labels: ['labels', 'label', 'tags', 'components', 'component/s'],
  assignee: ['assignee', 'owner', 'assigned to'],
  created: ['created', 'created at', 'created date'],
  started: ['started', 'start date'],
  due: ['due', 'due date', 'deadline'],
  done: ['done', 'resolved', 'closed', 'done date', 'closed at', 'completed'],
};

/** Fields that only storymark's own commands write: the order of the rows is the rank. */
const written = new Set(['rank', 'sprints', 'stage', 'stages', 'estimates', 'readings']);

/** Histories: rows cannot bring them along. */
export function isHistory(heading: string): boolean {
  return heading !== 'rank' && written.has(normalizeWord(heading));
}

/**
 * What a column means by its heading, or null when nobody knows.
 *
 * @param map what `--map` says, by lower-case heading
 * @param ownFields fields the backlog's settings declare
 */
export function readHeading(
  heading: string,
  map: ReadonlyMap<string, string>,
  ownFields: readonly string[],
): ColumnMeaning | null {
  const asked = map.get(heading.toLowerCase());
  if (asked === '') return { part: 'nothing' };
  // Jira names what a team added `Custom field (Story Points)`.
  const name = asked ?? heading.replace(/^custom field \((.*)\)$/i, '$1');
  const word = normalizeWord(name);
  if (asked === undefined && written.has(word)) return { part: 'nothing' };
  const part = (Object.keys(headings) as Part[]).find((one) => headings[one].includes(word));
  if (part !== undefined) return { part };
  const known = Object.entries(fieldHeadings).find(([, words]) => words.includes(word))?.[0];
  if (known !== undefined) return { part: 'field', key: known };
  const key = word.replaceAll(' ', '_');
  const isField = [...fieldNames, ...ownFields].includes(key) || /^score(?:\.[\w-]+)+$/.test(key);
  return isField ? { part: 'field', key } : null;
}
