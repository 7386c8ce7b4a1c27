import { sectionTitle } from '../language/section-titles.js';
import { type Day, isDay } from '../text/date.js';
import { applySplices } from '../text/splice.js';
import { addEntries, readChecklist, tickEntry } from './criteria.js';

const TITLE = sectionTitle('questions', 'en');

/** One question that a document waits for: an entry of the list under “Questions”. */
export interface Question {
  readonly text: string;
  /** The day it was asked, and the stakeholder; null where it does not say. */
  readonly on: Day | null;
  readonly to: string | null;
  readonly isAnswered: boolean;
  /** What stands below it; empty while nobody answered. */
  readonly answer: string;
}

/** A document's questions, in their order: `- [ ] 2026-11-26 acme: the question?`. */
export function readQuestions(body: string): readonly Question[] {
  return readChecklist(body, TITLE).map(({ text, done }) => {
    const [first = '', ...rest] = text.split('\n');
    const [, day = '', to, asked = ''] = /^(\S{10})(?: ([^:]+))?: (.*)$/.exec(first) ?? [];
    const answer = rest.join('\n').trim();
    if (!isDay(day)) return { text: first, on: null, to: null, isAnswered: done, answer };
    return { text: asked, on: day, to: to ?? null, isAnswered: done, answer };
  });
}

/** The body with one more question at the end of the list, whose heading is in the backlog's language. */
export function addQuestion(
  body: string,
  { text, on, to }: { readonly text: string; readonly on: Day; readonly to: string | null },
  language: string,
): string {
  return addEntries(body, sectionTitle('questions', language), [
    `${on}${to === null ? '' : ` ${to}`}: ${text}`,
  ]);
}

/** The body with a question ticked and the answer below it; as it was where there is no such one. */
export function answerQuestion(
  body: string,
  index: number,
  { text, on }: { readonly text: string; readonly on: Day },
): string {
  const ticked = tickEntry(body, TITLE, index, true);
  const entry = readChecklist(ticked, TITLE)[index];
  if (entry === undefined || text === '') return ticked;
  const [start, end] = entry.span;
  const indent = /^[ \t]*/.exec(ticked.slice(start))?.[0] ?? '';
  const eol = ticked.includes('\r\n') ? '\r\n' : '\n';
  const lines = `${on}: ${text}`.split(/\r?\n/).map((line) => `${indent}  ${line.trim()}`);
  return applySplices(ticked, [{ span: [end, end], text: eol + lines.join(eol) }]);
}
