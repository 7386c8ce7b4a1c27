import type { Draft } from '../../exchange/draft.js';
import { type ImportNote, importNote } from '../../exchange/import-note.js';
import { addCriteria, readCriteria, tickCriterion } from '../../item/criteria.js';
import { findSection } from '../../item/sections.js';
import { isTitled, sectionTitle } from '../../language/section-titles.js';

/**
 * The body of an imported item: its criteria added and ticked, and at the end what has no place in
 * a field.
 *
 * @param hasCriteria the body has the draft's criteria already
 * @param language the backlog's, for headings
 */
export function finishDraftBody(
  body: string,
  draft: Draft,
  extra: Draft['extra'],
  hasCriteria: boolean,
  language: string,
): string {
  const present = new Set(readCriteria(body).items.map(({ text }) => text));
  const missing = draft.criteria.filter(({ text }) => !hasCriteria && !present.has(text));
  let whole = addCriteria(
    body,
    missing.map(({ text }) => text),
    language,
  );
  const done = new Set(draft.criteria.filter((one) => one.done).map(({ text }) => text));
  for (const [index, { text }] of readCriteria(whole).items.entries()) {
    if (done.has(text)) whole = tickCriterion(whole, index, true);
  }
  const text = whole.trimEnd();
  return text === '' ? writeExtra(extra, language) : `${text}\n${writeExtra(extra, language)}`;
}

/**
 * The body of an item imported before: what has no place in a field is brought up to date, and the
 * rest is left to whoever goes on writing in it. No one can tell their text from an older one of the
 * source, so a newer one is kept next to it.
 */
export function updateDraftBody(
  body: string,
  draft: Draft,
  extra: Draft['extra'],
  language: string,
): { readonly body: string; readonly notes: readonly ImportNote[] } {
  const known = plain(body);
  const criteria = draft.criteria.filter(({ text }) => !known.includes(plain(text)));
  const newer = (
    [
      ['sourceText', 'description', known.includes(plain(draft.body)) ? '' : draft.body],
      ['sourceCriteria', 'criteria', criteria.map(({ text }) => text).join('\n')],
    ] as const
  ).filter(([, , text]) => text !== '');
  return {
    body: updateExtra(
      body,
      [...extra, ...newer.map(([key, , text]) => [sectionTitle(key, language), text] as const)],
      language,
    ),
    notes: newer.map(([, name]) =>
      importNote('kept', name, "the item's own text stays as it is", draft.place),
    ),
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function writeExtra(extra: Draft['extra'], language: string): string {
  if (extra.length === 0) return '';
  const short = extra.filter((entry) => !isLong(entry)).map(writeEntry);
  const long = extra.filter(isLong).map(writeEntry);
  return `\n${[`## ${sectionTitle('imported', language)}`, ...(short.length > 0 ? [short.join('\n')] : []), ...long].join('\n\n')}\n`;
}

function writeEntry(entry: Draft['extra'][number]): string {
  const [name, text] = entry;
  return isLong(entry) ? `### ${name}\n\n${text.trim()}` : `- ${name}: ${text}`;
}

/** Lines of the section that say something else now are replaced, and new ones added. */
function updateExtra(body: string, extra: Draft['extra'], language: string): string {
  const lines = new Set(body.split(/\r?\n/));
  const known = plain(body);
  const missing = extra.filter((entry) => {
    const written = writeEntry(entry);
    return isLong(entry) ? !known.includes(plain(written)) : !lines.has(written);
  });
  const start = findSection(body, 'Imported')?.heading.span[0] ?? -1;
  if (missing.length === 0) return body;
  if (start === -1) return `${body.trimEnd()}\n${writeExtra(missing, language)}`;
  const names = extra.map(([name]) => name);
  const isOnce = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
  const section = missing.reduce(
    (text, entry) => putEntry(text, entry, isOnce(entry[0])),
    body.slice(start).trimEnd(),
  );
  return `${body.slice(0, start)}${section}\n`;
}

function isLong([, text]: Draft['extra'][number]): boolean {
  return text.includes('\n');
}

function putEntry(section: string, entry: Draft['extra'][number], isOnce: boolean): string {
  const written = writeEntry(entry);
  if (isLong(entry)) {
    const start = isOnce ? findEntry(section, entry[0]) : -1;
    if (start === -1) return `${section}\n\n${written}`;
    const end = section.indexOf('\n', start) + 1;
    const next = section.slice(end).search(/^#{1,6} /m);
    const rest = next === -1 ? '' : `\n\n${section.slice(end + next)}`;
    return `${section.slice(0, start)}${written}${rest}`;
  }
  const lines = section.split('\n');
  const old = lines.findIndex((line) => line.startsWith(`- ${entry[0]}: `));
  if (isOnce && old !== -1) return lines.with(old, written).join('\n');
  const last = lines.findLastIndex((line) => line.startsWith('- '));
  return last === -1
    ? section.replace(/\n|$/, (end) => `\n\n${written}${end}`)
    : lines.toSpliced(last + 1, 0, written).join('\n');
}

/** Where the heading of a long entry starts, in whatever language it was written; -1 where it is not. */
function findEntry(section: string, name: string): number {
  const heading = [...section.matchAll(/^### (.+)\n/gm)].find(([, text = '']) =>
    isTitled(text, name),
  );
  return heading?.index ?? -1;
}
