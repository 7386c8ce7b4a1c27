import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { type Item, textOf } from '../../item/item.js';
import type { Template } from '../../item/template.js';
import type { Clock } from '../../text/clock.js';
import { type Result, success } from '../../text/problem.js';
import { addItem } from '../items/add-item.js';
import type { StoryAnswers } from '../items/compose-story.js';
import {
  declineFeedback,
  linkFeedback,
  mergeFeedback,
  quoteOf,
  requireFeedback,
  speakerOf,
} from './feedback.js';

/** What is decided about feedback. */
export type Verdict =
  | { readonly kind: 'link'; readonly items: readonly Item[] }
  | { readonly kind: 'merge'; readonly into: Item }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'add'; readonly item: NewFromFeedback };

/** An item to make of feedback. */
export interface NewFromFeedback {
  readonly type: string;
  readonly composed: StoryAnswers;
  readonly template: Template;
  readonly criteria: readonly string[];
  readonly assignments: readonly string[];
}

export interface TriagedFeedback {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly verdict: Verdict['kind'];
  /** Ids of the items, or of the feedback it was merged into. */
  readonly to: readonly string[];
  readonly reason: string | null;
}

export interface TriageResult {
  readonly said: TriagedFeedback;
  readonly changes: ChangeSet;
}

/** Carries out what was decided about one feedback. */
export function triageFeedback(
  backlog: Backlog,
  feedback: Item,
  verdict: Verdict,
  clock: Clock,
): Result<TriageResult> {
  const checked = requireFeedback(feedback);
  if (!checked.ok) return checked;
  switch (verdict.kind) {
    case 'link': {
      const ids = verdict.items.map(({ id }) => id);
      const change = linkFeedback(backlog, feedback, ids);
      return change.ok ? success(tell(feedback, 'link', ids, [change.value])) : change;
    }
    case 'merge': {
      const into = requireFeedback(verdict.into);
      if (!into.ok) return into;
      const change = mergeFeedback(backlog, feedback, into.value);
      return change.ok ? success(tell(feedback, 'merge', [into.value.id], [change.value])) : change;
    }
    case 'decline': {
      const change = declineFeedback(backlog, feedback, verdict.reason);
      if (!change.ok) return change;
      return success(tell(feedback, 'decline', [], [change.value], verdict.reason));
    }
    case 'add':
      return addFromFeedback(backlog, feedback, verdict.item, clock);
    default:
      return verdict satisfies never;
  }
}

function addFromFeedback(
  backlog: Backlog,
  feedback: Item,
  { type, composed, template, criteria, assignments }: NewFromFeedback,
  clock: Clock,
): Result<TriageResult> {
  const cited = citeFeedback(backlog, feedback);
  // Whichever of these the template asks for: the words that started it stand in the new item.
  const places = { notes: cited, actual: cited, description: cited, question: cited, value: cited };
  const added = addItem(
    backlog,
    template,
    {
      type,
      title: composed.title,
      answers: { ...places, ...composed.answers },
      criteria,
      assignments,
      place: null,
    },
    clock,
  );
  if (!added.ok) return added;
  const change = linkFeedback(backlog, feedback, [added.value.id]);
  if (!change.ok) return change;
  return success(tell(feedback, 'add', [added.value.id], [...added.value.changes, change.value]));
}

/** The words, as a quotation with who said them and where they are kept. */
function citeFeedback(backlog: Backlog, feedback: Item): string {
  const source = [speakerOf(backlog, feedback), textOf(feedback, 'date'), feedback.id];
  const quoted = quoteOf(feedback).split('\n');
  const lines = [...quoted, '', `(${source.filter((part) => part !== null).join(', ')})`];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function tell(
  { id, title, document: { path } }: Item,
  verdict: Verdict['kind'],
  to: readonly string[],
  changes: ChangeSet,
  reason: string | null = null,
): TriageResult {
  return { said: { id, title, path, verdict, to, reason }, changes };
}
