import { allItems, type Backlog, getItem } from '../../backlog/backlog.js';
import { childrenOf, dependentsOf } from '../../backlog/graph.js';
import { isWorkItem } from '../../backlog/workflow.js';
import { shownBodyOf } from '../../item/document.js';
import { type Item, listOf } from '../../item/item.js';
import { configureModel } from '../../score/load-model.js';
import { scoredFields } from '../../score/read-inputs.js';
import { scoreItem } from '../../score/score-item.js';
import { type DescribedItem, describeItem } from './describe-item.js';
import { placeAmongOpen } from './open-place.js';
import { personaOf } from './persona-of.js';

export interface Link {
  /** How the shown item stands to the other: `waits for`, `part of`, … */
  readonly how: string;
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
}

/** A document as JSON, with both directions of its links and what a page about it says. */
export interface ShownItem extends DescribedItem {
  readonly id: string;
  readonly title: string;
  readonly links: readonly Link[];
  /** Name and text of each field worth a line, in reading order. */
  readonly facts: readonly (readonly [name: string, text: string])[];
  readonly body: string;
}

export function showItem(backlog: Backlog, item: Item): ShownItem {
  const described = describeItem(backlog, item);
  return {
    ...described,
    id: item.id,
    title: item.title,
    links: listLinks(backlog, item),
    facts: listFacts(backlog, item, described),
    body: shownBodyOf(item.document),
  };
}

/** Fields that links, the heading or nothing at all say better. */
const notFacts: ReadonlySet<string> = new Set([
  'id',
  'title',
  'rank',
  'parent',
  'depends',
  'goal',
  'conflicts',
  'persona',
  'sprint',
  'sprints',
  'score',
  'items',
  'into',
  'from',
  'stakeholders',
  'committed',
  'added',
  'removed',
  'carried',
]);

function listFacts(backlog: Backlog, item: Item, { criteria }: DescribedItem) {
  const { fields } = item.document;
  const facts = Object.entries(fields)
    .filter(([key, value]) => !notFacts.has(key) && value !== null && typeof value !== 'object')
    .map(([key, value]) => [key, String(value)] as const);
  const lists = Object.entries(fields)
    .filter(([key, value]) => !notFacts.has(key) && isListOfTexts(value))
    .map(([key, value]) => [key, (value as readonly unknown[]).map(String).join(', ')] as const);
  const among = placeAmongOpen(backlog, item);
  return [
    ...facts,
    ...lists,
    ...(among ? [['place', `${among.place} of ${among.of} open`] as const] : []),
    ...(criteria.total > 0
      ? [['criteria', `${criteria.done} of ${criteria.total} ticked`] as const]
      : []),
    ...describeScore(backlog, item),
  ];
}

/** A closed sprint's records are lists of maps: `sprint show` says those. */
function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null);
}

function describeScore(backlog: Backlog, item: Item): readonly (readonly [string, string])[] {
  const configured = configureModel(backlog.settings, backlog.settings.rank.model);
  if (!configured.ok || !isWorkItem(backlog.settings, item)) return [];
  const model = configured.value;
  const { score, inputs, missing, invalid } = scoreItem(scoredFields(item), model);
  const known = Object.entries(inputs).map(
    ([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  if (score !== null) return [['score', `${model.name} ${score.toFixed(2)} (${known.join(', ')})`]];
  const [fault] = invalid;
  if (fault) return [['score', fault.message]];
  const isStarted = known.length > 1 || Object.keys(item.score).length > 0;
  return isStarted ? [['score', `${model.name} needs ${missing.join(', ')}`]] : [];
}

function listLinks(backlog: Backlog, item: Item): readonly Link[] {
  const named = (how: string, ids: readonly string[]) =>
    ids.map((id): Link => {
      const other = getItem(backlog, id);
      return other ? linkTo(how, other) : { how, id, title: '(does not exist)', status: null };
    });
  const found = (how: string, items: readonly Item[]) => items.map((other) => linkTo(how, other));
  return [
    ...named('part of', listOf(item, 'parent')),
    ...named('sprint', listOf(item, 'sprint')),
    ...(item.persona === null
      ? found('persona', listPersona(backlog, item))
      : named('persona', [item.persona])),
    ...named('serves', item.goals),
    ...named('conflicts with', item.conflicts),
    ...named('waits for', item.depends),
    ...found('blocks', dependentsOf(backlog, item)),
    ...found('contains', childrenOf(backlog, item)),
    ...named('from', listOf(item, 'from')),
    ...named('answered by', listOf(item, 'items')),
    ...named('merged into', listOf(item, 'into')),
    ...found('referenced by', listNaming(backlog, item)),
  ];
}

/** The persona the role in its story means. */
function listPersona(backlog: Backlog, item: Item): readonly Item[] {
  const persona = personaOf(backlog, item);
  return persona === null ? [] : [persona];
}

/**
 * What points here by a field other than `parent` and `depends`: feedback, stories of a goal; and
 * stories whose role means this persona.
 */
function listNaming(backlog: Backlog, item: Item): readonly Item[] {
  const keys = ['goal', 'conflicts', 'persona', 'sprint', 'from', 'items', 'into', 'stakeholders'];
  const naming = backlog.naming(keys, item.id);
  if (item.type !== 'persona') return naming;
  const named = new Set(naming);
  return allItems(backlog).filter(
    (other) => named.has(other) || personaOf(backlog, other) === item,
  );
}

function linkTo(how: string, { id, title, status }: Item): Link {
  return { how, id, title, status };
}
