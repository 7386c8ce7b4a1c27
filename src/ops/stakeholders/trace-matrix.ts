import { type Backlog, itemsOfType } from '../../backlog/backlog.js';
import { listAskedFor } from '../../backlog/feedback.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { Category } from '../../item/kind.js';
import { speakerOf } from './feedback.js';

/** Feedback by items: who asked for what, and how far that is. */
export interface TraceMatrix {
  readonly feedback: readonly MatrixRow[];
  /** Items that any feedback names, in backlog order. */
  readonly items: readonly MatrixItem[];
}

export interface MatrixRow {
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
