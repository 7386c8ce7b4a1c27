import type { Category } from '../item/kind.js';

/** What other tools call their statuses, by what they mean. */
const statusWords: Readonly<Record<Category, readonly string[]>> = {
  todo: [
    ...['to do', 'todo', 'open', 'opened', 'new', 'backlog', 'draft', 'idea', 'proposed'],
    ...['ready', 'selected for development', 'reopened', 'planned', 'accepted', 'triage'],
  ],
  doing: [
    ...['in progress', 'doing', 'started', 'active', 'in development', 'wip', 'blocked'],
    ...['in review', 'review', 'testing', 'in test', 'qa', 'in qa', 'implementing'],
  ],
  done: ['done', 'closed', 'complete', 'completed', 'resolved', 'released', 'finished', 'fixed'],
  dropped: [
    ...['dropped', 'cancelled', 'canceled', 'rejected', 'declined', 'not planned', 'wontfix'],
    ...["won't do", "won't fix", 'wont do', 'duplicate', 'invalid', 'abandoned', 'obsolete'],
  ],
};

/** What other tools call their types of work, by the built-in type they come nearest to. */
const typeWords: Readonly<Record<string, readonly string[]>> = {
  story: [
    'story',
    'user story',
    'feature',
    'enhancement',
    'new feature',
    'feature request',
    'improvement',
    'pbi',
  ],
  epic: ['epic', 'initiative', 'theme', 'milestone'],
  task: ['task', 'sub-task', 'subtask', 'chore', 'docs', 'documentation', 'technical task'],
  bug: ['bug', 'defect', 'fault', 'incident', 'regression', 'problem'],
  spike: ['spike', 'research', 'investigation', 'question'],
};

/** Lower-case words with single blanks: `In_Progress`, `in-progress` and `In Progress` are one. */
export function normalizeWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** What a foreign status means, or null when nobody knows. */
export function categoryOfWord(text: string): Category | null {
  return findKey(statusWords, text) as Category | null;
}

/** The built-in type a foreign one comes nearest to, or null when nobody knows. */
export function typeOfWord(text: string): string | null {
  return findKey(typeWords, text);
}

function findKey(table: Readonly<Record<string, readonly string[]>>, text: string): string | null {
  const word = normalizeWord(text);
  const found = Object.entries(table).find(([, words]) =>
    words.some((one) => normalizeWord(one) === word),
  );
  return found?.[0] ?? null;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day in a foreign date, or null: `2026-11-25 22:53`, `2026-11-25T22:53:00Z` and Jira's
 * `25/Nov/26 10:00 PM`. A date such as 04/05/2026 is read by nobody: it has two readings.
 */
export function dayOfText(text: string): string | null {
  const [iso] = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/.exec(text.trim()) ?? [];
  if (iso !== undefined) return iso;
  const spelled = /^(\d{1,2})[/ .-]([A-Za-z]{3})[A-Za-z]*[/ .-](\d{4}|\d{2})(?=$|\s)/.exec(
    text.trim(),
  );
  const [, day = '', name = '', year = ''] = spelled ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const century = year.length === 2 ? '20' : '';
  return `${century}${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Labels that name a type without saying that they do. */
const typeLabels = new Set([
  ...['bug', 'defect', 'regression', 'feature', 'feature request', 'enhancement', 'story'],
  ...['user story', 'epic', 'spike', 'chore'],
]);

/** The first label that names a type: `bug`, `type: bug`, `kind/bug`, `Type::Feature`. */
export function typeOfLabels(
  labels: readonly string[],
  plain: ReadonlySet<string> = typeLabels,
): { readonly label: string; readonly type: string } | null {
  for (const label of labels) {
    const word = label.replace(/^\s*(?:issue[ -]?)?(?:type|kind|t)\s*[:/=]+\s*/i, '');
    const isNamed = word !== label || plain.has(normalizeWord(word));
    const type = isNamed ? typeOfWord(word) : null;
    if (type !== null) return { label, type };
  }
  return null;
}
