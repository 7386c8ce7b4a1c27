import { allItems } from '../backlog/backlog.js';
import { shownBodyOf } from '../item/document.js';
import type { Words } from '../language/words.js';
import { cutText } from '../text/cut.js';
import { byteLength } from './byte-length.js';
import { sayName } from './known-names.js';
import { pathOf } from './links.js';
import type { SiteFile } from './page.js';
import type { SiteView } from './site-view.js';

/** What the search knows of a page, as it stands in the file. */
type SearchRecord = readonly [path: string, id: string, title: string, kind: string, text: string];

/** A file of the search is no larger, in bytes. */
const mostBytes = 150_000;
/** All of them together, about: a phone fetches them when somebody begins to type. */
const mostInAll = 2_000_000;
/** Of one document's text. */
const mostText = 600;

/**
 * The data of the search, as scripts that call `storymarkSearch`: pages opened from a disk may
 * load scripts, and nothing else. The first names how many there are.
 */
export function searchFiles({ backlog }: SiteView, words: Words): readonly SiteFile[] {
  const shown = allItems(backlog).filter(({ id }) => id !== '');
  const share = Math.floor(mostInAll / Math.max(1, shown.length)) - 100;
  const length = Math.max(0, Math.min(mostText, share));
  const records = shown.map((item): SearchRecord => {
    // What is noted about a stakeholder is not shown, so it is not found either.
    const text = item.type === 'stakeholder' ? '' : plainText(shownBodyOf(item.document), length);
    const labels = item.labels.slice(0, 20).join(' ');
    const kind = sayName(words, 'type', item.type);
    return [pathOf(item), item.id, cutText(item.title, 200), kind, `${labels} ${text}`.trim()];
  });
  const parts = splitRecords(records.map((record) => JSON.stringify(record)));
  return parts.map((lines, index) => ({
    path: `search/${index + 1}.js`,
    text: `storymarkSearch(${parts.length}, [\n${lines.join(',\n')}\n]);\n`,
  }));
}

/** Words without Markdown's marks, as many as there is room for. */
function plainText(body: string, length: number): string {
  if (length === 0) return '';
  const text = body
    .slice(0, length * 2)
    .replace(/[#>*_`|[\]()<>"\\]+/g, ' ')
    .replace(/\s+/g, ' ');
  return cutText(text.trim(), length);
}

function splitRecords(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const line of lines) {
    const size = byteLength(line) + 2;
    if (bytes + size > mostBytes && bytes > 0) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(line);
    bytes += size;
  }
  return parts;
}
