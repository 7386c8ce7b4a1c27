import { applySplices } from '../text/splice.js';
import { findSection, listLines } from './sections.js';

/** What stands under a heading, without the heading and comments; null where there is none. */
export function readSection(body: string, title: string): string | null {
  const section = findSection(body, title);
  if (section === null) return null;
  const from = section.heading.span[1];
  const to = section.span[1];
  return listLines(body)
    .filter(({ start }) => start >= from && start < to)
    .map(({ text }) => text.trimEnd())
    .join('\n')
    .trim();
}

/** The body with this text under a heading, which is made at the end if there is none. */
export function replaceSection(body: string, title: string, text: string): string {
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.trim().split(/\r?\n/).join(eol);
  const section = findSection(body, title);
  if (section === null) {
    const before = body.replace(/\s*$/, '');
    const gap = before === '' ? '' : eol + eol;
    return `${before === '' ? eol : before}${gap}## ${title}${eol}${eol}${lines}${eol}`;
  }
  const start = section.heading.span[1];
  const end = section.span[1];
  const after = end < body.length ? eol : '';
  return applySplices(body, [{ span: [start, end], text: `${eol}${eol}${lines}${eol}${after}` }]);
}
