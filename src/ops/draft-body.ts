import type { Draft } from '../exchange/draft.js';
import { addCriteria, readCriteria, tickCriterion } from '../item/criteria.js';

/**
 * The body of an imported item: its criteria added and ticked, and at the end what has no place in
 * a field.
 *
 * @param hasCriteria the body has the draft's criteria already
 */
export function finishDraftBody(
  body: string,
  draft: Draft,
  extra: Draft['extra'],
  hasCriteria: boolean,
): string {
  const present = new Set(readCriteria(body).items.map(({ text }) => text));
  const missing = draft.criteria.filter(({ text }) => !hasCriteria && !present.has(text));
  let whole = addCriteria(
    body,
    missing.map(({ text }) => text),
  );
  const done = new Set(draft.criteria.filter((one) => one.done).map(({ text }) => text));
  for (const [index, { text }] of readCriteria(whole).items.entries()) {
    if (done.has(text)) whole = tickCriterion(whole, index, true);
  }
  return `${whole.trimEnd()}\n${writeExtra(extra)}`.replace(/^\n+$/, '');
}

function writeExtra(extra: Draft['extra']): string {
  if (extra.length === 0) return '';
  const short = extra.filter(([, text]) => !text.includes('\n'));
  const long = extra.filter(([, text]) => text.includes('\n'));
  const lines = short.map(([name, text]) => `- ${name}: ${text}`);
  const sections = long.map(([name, text]) => `### ${name}\n\n${text.trim()}`);
  return `\n${['## Imported', ...(lines.length > 0 ? [lines.join('\n')] : []), ...sections].join('\n\n')}\n`;
}
