import type { Backlog } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import { categoryOf } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import { replaceSection } from '../../item/sections.js';
import { sectionTitle } from '../../language/section-titles.js';
import type { Words } from '../../language/words.js';
import { type Day, spellDay } from '../../text/date.js';
import { stripUnprintable } from '../../text/printable.js';
import { type Result, usage } from '../../text/problem.js';
import { changeItem, setField } from '../items/change-item.js';
import { setStatus } from './feedback.js';
import type { Reply } from './reply.js';

interface Answer {
  readonly text: string;
  readonly on: Day;
  /** The backlog's language. */
  readonly words: Words;
}

/**
 * Keeps a reply with the feedback: its words, the day it was given and what it promises. What was
 * declined stays so.
 */
export function keepAnswer(
  backlog: Backlog,
  feedback: Item,
  reply: Reply,
  { text, on, words }: Answer,
): Result<FileChange> {
  if (reply.outcome === 'undecided') {
    const message = `${feedback.id} has not been triaged yet: run storymark triage ${feedback.id}`;
    return usage(message);
  }
  if (stripUnprintable(text) !== text.replaceAll('\r', '') || text.trim() === '') {
    const message = 'the answer is empty or has control characters';
    return usage(message);
  }
  const heading = sectionTitle('answer', backlog.settings.language);
  const isDeclined = categoryOf(backlog.settings, feedback) === 'dropped';
  return changeItem(
    backlog.settings,
    feedback,
    [
      ...(isDeclined ? [] : setStatus(backlog, 'done')),
      ...promise(reply, text, words),
      setField('answered', on),
    ],
    // A heading in it would end the section.
    replaceSection(bodyOf(feedback.document), heading, text.replace(/^(#{1,6} )/gm, '\\$1')),
  );
}

/**
 * A promise ends with the next letter, which makes a new one or none. Own words that name no day do
 * neither while something is open.
 */
function promise(reply: Reply, text: string, words: Words): readonly FieldEdit[] {
  const { outcome, by, promised, slips, items } = reply;
  const day = by ?? promised;
  if (outcome === 'open' && day !== null && !namesDay(text, day, words)) return [];
  // No better day is known, and the one they were told may still hold.
  if (outcome === 'open' && by === null && promised !== null && !slips) return [];
  const open = items.filter(({ category }) => category === 'todo' || category === 'doing');
  const isMade = outcome === 'open' && by !== null;
  return [
    setField('promised', isMade ? by : undefined),
    setField('covers', isMade ? open.map(({ id }) => id) : undefined),
  ];
}

/** Whether a letter names a day, as files write it or in the backlog's language or English. */
export function namesDay(text: string, day: Day, words: Words): boolean {
  return [day, spellDay(day), words.day(day)].some((name) => text.includes(name));
}
