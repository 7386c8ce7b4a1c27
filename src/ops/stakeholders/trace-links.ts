import { type Backlog, getItem, itemsOfType } from '../../backlog/backlog.js';
import { listAskedFor } from '../../backlog/feedback.js';
import { categoryOf } from '../../backlog/workflow.js';
import { type Item, readList } from '../../item/item.js';
import type { Category } from '../../item/kind.js';
import { personaOf } from '../items/persona-of.js';
import { speakerOf } from './feedback.js';

/** The other side of links, which files keep on one side only. */
export interface TraceLinks {
  /** Feedback that names the item, or that other feedback stands for which does. */
  feedbackOn(item: Item): readonly Item[];
  feedbackFrom(stakeholder: Item): readonly Item[];
  goalsFor(stakeholder: Item): readonly Item[];
  /** Feedback this one stands for. */
  mergedInto(feedback: Item): readonly Item[];
  /** Work that names the goal itself. */
  workServing(goal: Item): readonly Item[];
  workFor(persona: Item): readonly Item[];
  workInSprint(sprint: Item): readonly Item[];
  childrenOf(item: Item): readonly Item[];
}

/** Reads every link once. */
export function indexLinks(backlog: Backlog): TraceLinks {
  const feedback = itemsOfType(backlog, 'feedback');
  const field = (key: string) => (item: Item) =>
    namedIn(backlog, readList(item.document.field(key)));
  const { work } = backlog;
  // Reading the role of every story takes time: only who asks for a persona's work pays for it.
  let byPersona: Lookup | null = null;
  return {
    feedbackOn: invert(feedback, (one) => listAskedFor(backlog, one)),
    feedbackFrom: invert(feedback, field('from')),
    goalsFor: invert(itemsOfType(backlog, 'goal'), field('stakeholders')),
    mergedInto: invert(feedback, field('into')),
    workServing: invert(work, ({ goals }) => namedIn(backlog, goals)),
    workInSprint: invert(work, field('sprint')),
    childrenOf: invert(work, field('parent')),
    workFor(persona) {
      byPersona ??= invert(work, (item) => {
        const found = personaOf(backlog, item);
        return found === null ? [] : [found];
      });
      return byPersona(persona);
    },
  };
}

type Lookup = (item: Item) => readonly Item[];

function invert(sources: readonly Item[], targetsOf: Lookup): Lookup {
  const found = new Map<Item, Item[]>();
  for (const source of sources) {
    for (const target of new Set(targetsOf(source))) {
      const known = found.get(target);
      if (known) known.push(source);
      else found.set(target, [source]);
    }
  }
  return (item) => found.get(item) ?? [];
}

function namedIn(backlog: Backlog, ids: readonly string[]): readonly Item[] {
  return ids.map((id) => getItem(backlog, id)).filter((item) => item !== undefined);
}

/** Feedback by items: who asked for what, and how far that is. */
export interface TraceMatrix {
  readonly feedback: readonly MatrixRow[];
  /** Items that any feedback names, in backlog order. */
  readonly items: readonly MatrixItem[];
}

interface MatrixRow {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly from: string | null;
  /** Ids of the items that answer it; empty: nothing does. */
  readonly items: readonly string[];
}

export interface MatrixItem {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  readonly category: Category;
  /** How many feedback names it. */
  readonly feedback: number;
}

export function makeTraceMatrix(backlog: Backlog): TraceMatrix {
  const rows = itemsOfType(backlog, 'feedback').map((feedback) => ({
    feedback,
    items: new Set(listAskedFor(backlog, feedback)),
  }));
  const asked = backlog.work.filter((item) => rows.some(({ items }) => items.has(item)));
  return {
    feedback: rows.map(({ feedback, items }) => ({
      id: feedback.id,
      title: feedback.title,
      status: feedback.status,
      from: speakerOf(backlog, feedback),
      items: asked.filter((item) => items.has(item)).map(({ id }) => id),
    })),
    items: asked.map((item) => ({
      id: item.id,
      title: item.title,
      status: item.status,
      category: categoryOf(backlog.settings, item),
      feedback: rows.filter(({ items }) => items.has(item)).length,
    })),
  };
}
