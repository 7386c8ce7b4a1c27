import type { Category } from '../item/kind.js';

export { readForeignDay as dayOfText } from './foreign-day.js';

/** What other tools call their statuses, by what they mean, in English, Spanish, French, Portuguese, German. */
const statusWords: Readonly<Record<Category, readonly string[]>> = {
  todo: [
    ...['to do', 'todo', 'open', 'opened', 'new', 'backlog', 'draft', 'idea', 'proposed', 'triage'],
    ...['ready', 'selected for development', 'reopened', 'planned', 'approved', 'not started'],
    ...['unscheduled', 'unstarted', 'icebox'],
    ...['por hacer', 'tareas por hacer', 'pendiente', 'abierto', 'nuevo'],
    ...['à faire', 'ouvert', 'nouveau', 'a fazer', 'pendente', 'aberto', 'zu erledigen', 'offen'],
  ],
  doing: [
    ...['in progress', 'doing', 'started', 'active', 'in development', 'wip', 'blocked'],
    ...['in review', 'review', 'testing', 'in test', 'qa', 'in qa', 'implementing', 'committed'],
    ...['en curso', 'en progreso', 'en revisión', 'en cours', 'en attente', 'em andamento'],
    ...['in arbeit', 'in bearbeitung'],
  ],
  done: [
    ...['done', 'closed', 'complete', 'completed', 'resolved', 'released', 'finished', 'fixed'],
    ...['accepted', 'delivered', 'shipped', 'merged', 'deployed'],
    ...['finalizada', 'finalizado', 'hecho', 'listo', 'cerrado', 'completado', 'resuelto'],
    ...['terminé', 'terminée', 'fermé', 'fini', 'résolu', 'concluído', 'concluido', 'fechado'],
    ...['erledigt', 'fertig', 'geschlossen', 'abgeschlossen'],
  ],
  dropped: [
    ...['dropped', 'cancelled', 'canceled', 'rejected', 'declined', 'not planned', 'wontfix'],
    ...["won't do", "won't fix", 'wont do', 'duplicate', 'invalid', 'abandoned', 'obsolete'],
    ...['cannot reproduce', 'incomplete', 'withdrawn', 'removed', 'not a bug', 'works as designed'],
    ...['known error', 'not done', 'out of scope', 'superseded', 'deferred'],
    ...['cancelado', 'descartado', 'duplicado', 'annulé', 'abandonné', 'verworfen', 'abgelehnt'],
  ],
};

/** What other tools call their types of work, by the built-in type they come nearest to. */
const typeWords: Readonly<Record<string, readonly string[]>> = {
  story: [
    ...['story', 'user story', 'feature', 'enhancement', 'new feature', 'improvement', 'pbi'],
    'feature request',
    ...['product backlog item', 'historia', 'historia de usuario', 'récit', 'história'],
  ],
  epic: ['epic', 'initiative', 'theme', 'milestone', 'epica', 'épica', 'épopée', 'épico'],
  task: [
    ...['task', 'sub-task', 'subtask', 'chore', 'docs', 'documentation', 'technical task'],
    ...['tarea', 'subtarea', 'tâche', 'sous-tâche', 'tarefa', 'subtarefa', 'aufgabe'],
    ...['unteraufgabe'],
  ],
  bug: [
    ...['bug', 'defect', 'fault', 'incident', 'regression', 'problem', 'error', 'bogue', 'fehler'],
    ...['erro', 'anomalie'],
  ],
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

/** Pivotal Tracker's states go on after `finished`: a product owner accepts, or gives it back. */
const pivotal: Readonly<Record<string, Category>> = {
  finished: 'doing',
  delivered: 'doing',
  rejected: 'doing',
  accepted: 'done',
};

/** What a status means by the name of its column; null where the word alone says it. */
export function categoryOfWorkflow(heading: string, status: string): Category | null {
  const word = normalizeWord(status);
  if (normalizeWord(heading) !== 'current state' || !Object.hasOwn(pivotal, word)) return null;
  return pivotal[word] ?? null;
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
