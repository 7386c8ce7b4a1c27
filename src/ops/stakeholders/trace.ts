import { type Backlog, getItem } from '../../backlog/backlog.js';
import { ancestorsOf } from '../../backlog/graph.js';
import { categoryOf, isWorkItem } from '../../backlog/workflow.js';
import { readCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import { type Item, listOf, textOf } from '../../item/item.js';
import { parseSprintEvent } from '../../item/sprint-event.js';
import type { Day } from '../../text/date.js';
import { personaOf } from '../items/persona-of.js';
import { listGoals } from '../order/why-item.js';
import { indexLinks } from './trace-links.js';

/** One document on the way between a stakeholder and what was done for them. */
export interface TraceNode {
  /** How it stands to the one it hangs from: `asked for by`, `serves`, `part of`, … */
  readonly how: string;
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly status: string | null;
  /** What became of work, and of feedback. */
  readonly outcome: Outcome | null;
  readonly next: readonly TraceNode[];
}

export interface Outcome {
  /** Of work: ids of the goals it serves, itself or through its epic, and of that epic. */
  readonly goals: readonly string[];
  readonly epic: string | null;
  readonly criteria: { readonly total: number; readonly done: number } | null;
  /** The sprints it was or is in, in their order. */
  readonly sprints: readonly string[];
  readonly done: Day | null;
  /** The git commit that closed it; null where git keeps none. */
  readonly commit: ClosingCommit | null;
  /** Of feedback: when they got a reply, and the day they were told. */
  readonly answered: Day | null;
  readonly promised: Day | null;
}

export interface ClosingCommit {
  readonly commit: string;
  readonly day: Day;
  readonly subject: string;
}

/** A document with the ways that lead to it, and from it. */
export interface Trace extends Omit<TraceNode, 'how' | 'next'> {
  /** Why it is there: back to the goals and the people behind it. */
  readonly why: readonly TraceNode[];
  /** What came of it: on to the work, its sprint and the commit that closed it. */
  readonly became: readonly TraceNode[];
}

/** The commit that closed an item's file, as git tells it. */
export type ClosedBy = (item: Item) => ClosingCommit | null;

/** Follows the links from one document both ways. */
export function traceItem(backlog: Backlog, item: Item, closedBy: ClosedBy): Trace {
  const { walkBack, walkOn } = createWalker(backlog, closedBy);
  return {
    ...describe(backlog, item, closedBy),
    why: walkBack(item),
    became: walkOn(item),
  };
}

/** A goal is many people's: its work is told where the goal is asked about. */
const caresFor = 'cares for';

type Step = readonly [how: string, item: Item];

function createWalker(backlog: Backlog, closedBy: ClosedBy) {
  const links = indexLinks(backlog);
  const expanded = new Set<string>();
  const isWork = (item: Item) => isWorkItem(backlog.settings, item);
  const named = (how: string, ids: readonly string[]): readonly Step[] =>
    ids.flatMap((id) => {
      const found = getItem(backlog, id);
      return found ? [[how, found] as const] : [];
    });
  const all = (how: string, items: readonly Item[]): readonly Step[] =>
    items.map((item) => [how, item] as const);

  return {
    walkBack(item: Item) {
      expanded.clear();
      return walk(item, whyOf);
    },
    walkOn(item: Item) {
      expanded.clear();
      return walk(item, becameOf);
    },
  };

  /** The documents a step away, theirs and so on; what follows from one is told once. */
  function walk(item: Item, stepsOf: (item: Item) => readonly Step[]): readonly TraceNode[] {
    expanded.add(item.id);
    return stepsOf(item).map(([how, next]) => {
      const isEnd = expanded.has(next.id) || how === caresFor;
      return {
        how,
        ...describe(backlog, next, closedBy),
        next: isEnd ? [] : walk(next, stepsOf),
      };
    });
  }

  function whyOf(item: Item): readonly Step[] {
    switch (item.type) {
      case 'feedback':
        return [
          ...named('said by', listOf(item, 'from')),
          ...all('stands for', links.mergedInto(item)),
        ];
      case 'goal':
        return named('cared for by', listOf(item, 'stakeholders'));
      case 'sprint':
        return [];
      default: {
        if (!isWork(item)) return [];
        const persona = personaOf(backlog, item);
        return [
          ...all('asked for by', links.feedbackOn(item)),
          ...named('serves', item.goals),
          ...(item.parent === null ? [] : named('part of', [item.parent])),
          ...(persona === null ? [] : all('for', [persona])),
        ];
      }
    }
  }

  function becameOf(item: Item): readonly Step[] {
    switch (item.type) {
      case 'stakeholder':
        return [...all('said', links.feedbackFrom(item)), ...all(caresFor, links.goalsFor(item))];
      case 'feedback':
        return [
          ...named('merged into', listOf(item, 'into')),
          ...named('answered by', listOf(item, 'items')),
        ];
      case 'goal':
        return all('served by', topmost(links.workServing(item)));
      case 'persona':
        return all('for them', links.workFor(item));
      case 'sprint':
        return all('took in', links.workInSprint(item));
      default:
        return isWork(item) ? all('contains', links.childrenOf(item)) : [];
    }
  }

  /** What stands below another of them is shown there. */
  function topmost(items: readonly Item[]): readonly Item[] {
    const ids = new Set(items.map(({ id }) => id.toUpperCase()));
    return items.filter(({ parent }) => parent === null || !ids.has(parent.toUpperCase()));
  }
}

function describe(backlog: Backlog, item: Item, closedBy: ClosedBy) {
  const { id, title, type, status } = item;
  return { id, title, type, status, outcome: describeOutcome(backlog, item, closedBy) };
}

function describeOutcome(backlog: Backlog, item: Item, closedBy: ClosedBy): Outcome | null {
  const none = { goals: [], epic: null, criteria: null, sprints: [], done: null, commit: null };
  if (item.type === 'feedback') {
    const [answered, promised] = [textOf(item, 'answered'), textOf(item, 'promised')];
    return answered === null && promised === null ? null : { ...none, answered, promised };
  }
  if (!isWorkItem(backlog.settings, item)) return null;
  const { items } = readCriteria(bodyOf(item.document));
  const isDone = categoryOf(backlog.settings, item) === 'done';
  return {
    goals: listGoals(backlog, item, 'goals').map((goal) => goal.id),
    epic: ancestorsOf(backlog, item)[0]?.id ?? null,
    criteria:
      items.length === 0
        ? null
        : { total: items.length, done: items.filter(({ done }) => done).length },
    sprints: listSprintsOf(item),
    done: isDone ? item.done : null,
    commit: isDone ? closedBy(item) : null,
    answered: null,
    promised: null,
  };
}

/** Those its history names, and the one it is in. */
function listSprintsOf({ sprint, sprints }: Item): readonly string[] {
  const past = sprints.flatMap((text) => parseSprintEvent(text)?.sprint ?? []);
  return [...new Set([...past, ...(sprint === null ? [] : [sprint])])];
}
