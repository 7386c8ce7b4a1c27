import type { Backlog } from '../backlog/backlog.js';
import type { FileChange } from '../backlog/change-set.js';
import { categoryOf } from '../backlog/workflow.js';
import { bodyOf } from '../item/document.js';
import type { Item } from '../item/item.js';
import { replaceSection } from '../item/section-text.js';
import type { Day } from '../text/date.js';
import { stripUnprintable } from '../text/printable.js';
import { failure, type Result } from '../text/problem.js';
import { changeItem, setField } from './change-item.js';
import { setStatus } from './feedback.js';
import type { Reply } from './reply.js';

const heading = 'Answer';

/**
 * Keeps a reply with the feedback: its words, the day it was given and the day that was told. What
 * was declined stays so.
 */
export function keepAnswer(
  backlog: Backlog,
  feedback: Item,
  reply: Reply,
  { text, on }: { readonly text: string; readonly on: Day },
): Result<FileChange> {
  if (reply.outcome === 'undecided') {
    const message = `nothing is decided about ${feedback.id} yet: storymark triage ${feedback.id}`;
    return failure({ kind: 'usage', message });
  }
  if (stripUnprintable(text) !== text.replaceAll('\r', '') || text.trim() === '') {
    const message = 'the answer: there is nothing to read in it, or control characters';
    return failure({ kind: 'usage', message });
  }
  const isDeclined = categoryOf(backlog.settings, feedback) === 'dropped';
  return changeItem(
    backlog.settings,
    feedback,
    [
      ...(isDeclined ? [] : setStatus(backlog, 'done')),
      ...(reply.by === null ? [] : [setField('promised', reply.by)]),
      setField('answered', on),
    ],
    // A heading in it would end the section.
    replaceSection(bodyOf(feedback.document), heading, text.replace(/^(#{1,6} )/gm, '\\$1')),
  );
}
