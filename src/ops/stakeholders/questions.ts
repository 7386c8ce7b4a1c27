import { allItems, type Backlog, getItem } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { findStakeholder } from '../../backlog/lookup.js';
import { bodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { addQuestion, answerQuestion, readQuestions } from '../../item/questions.js';
import { mayHaveSection } from '../../language/section-titles.js';
import { plural } from '../../text/amount.js';
import type { Day } from '../../text/date.js';
import { type Result, usage } from '../../text/problem.js';
import { evaluateText } from '../items/assignment.js';
import { changeItem } from '../items/change-item.js';

/** A question, and the document it stands in. */
export interface AskedQuestion {
  readonly id: string;
  readonly title: string;
  /** From 1, in its document. */
  readonly number: number;
  readonly on: Day | null;
  /** The stakeholder's title, or whoever is named; null when nobody is. */
  readonly to: string | null;
  readonly question: string;
  readonly answered: boolean;
  readonly answer: string;
}

/** The questions of these documents, or of all, the oldest first. */
export function listQuestions(
  backlog: Backlog,
  { items = allItems(backlog), all = false }: { items?: readonly Item[]; all?: boolean } = {},
): readonly AskedQuestion[] {
  return items
    .flatMap((item) => questionsOf(backlog, item))
    .filter(({ answered }) => all || !answered)
    .toSorted((a, b) => ((a.on ?? '') === (b.on ?? '') ? 0 : (a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

function questionsOf(backlog: Backlog, item: Item): readonly AskedQuestion[] {
  const body = bodyOf(item.document);
  // A list is only looked for where its heading may be.
  if (item.archived || !mayHaveSection(body, 'questions')) return [];
  return readQuestions(body).map(({ text, on, to, isAnswered, answer }, index) => ({
    id: item.id,
    title: item.title,
    number: index + 1,
    on,
    to: to === null ? null : (getItem(backlog, to)?.title ?? to),
    question: text,
    answered: isAnswered,
    answer,
  }));
}

/** Notes a question in the document it is about. */
export function askQuestion(
  backlog: Backlog,
  item: Item,
  { text, to, on }: { readonly text: string; readonly to: string | undefined; readonly on: Day },
): Result<FileChange> {
  const question = evaluateText('the question', text);
  if (!question.ok) return question;
  const whom = to === undefined ? null : findStakeholder(backlog, to);
  if (whom && !whom.ok) return whom;
  const body = addQuestion(
    bodyOf(item.document),
    { text: question.value.trim(), on, to: whom?.value.id ?? null },
    backlog.settings.language,
  );
  return changeItem(backlog.settings, item, [], body);
}

/** Ticks a question and keeps the answer below it. @param number from 1 */
export function settleQuestion(
  backlog: Backlog,
  item: Item,
  number: number,
  { text, on }: { readonly text: string; readonly on: Day },
): Result<FileChange> {
  const known = questionsOf(backlog, item);
  const asked = known[number - 1];
  if (!asked) {
    const count = `${plural(known.length, 'is', 'are')} ${known.length} ${plural(known.length, 'question')}`;
    return usage(`${item.id} has no question ${number}: there ${count}`);
  }
  if (asked.answered) return usage(`question ${number} of ${item.id} is answered already`);
  const answer = text === '' ? null : evaluateText('the answer', text);
  if (answer && !answer.ok) return answer;
  const body = answerQuestion(bodyOf(item.document), number - 1, { text, on });
  return changeItem(backlog.settings, item, [], body);
}
