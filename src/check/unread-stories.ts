import { splitFrontmatter } from '../item/frontmatter.js';
import { scanMarkdown } from '../text/markdown-lines.js';
import { findStories } from './language/find-stories.js';

/** What in a file outside any backlog looks like a story and is not read, in words. */
export interface UnreadStories {
  readonly line: number;
  readonly what: 'code' | 'language';
}

const PLAIN = /^(?:text|txt|plain|plaintext|md|markdown|story|user-story)?$/i;
/** "As a …, I want …" where no reader knows it: sv, nb, da, cs, sk, fi, hu, ro, ru, uk, el, ko, ar. */
const UNKNOWN = new RegExp(
  [
    String.raw`som (?:en |ett |et |ei )?[^\n]{1,60}(?:vil|vill|ønsker|önskar|skulle)[ ,]+(?:jeg|jag)`,
    String.raw`jako [^\n]{1,60}(?:\bchci|\bchcem|\bbych|\bpotřebuji)`,
    String.raw`[^\n]{1,60}na,? haluan|mint [^\n]{1,60}szeretn|ca [^\n]{1,60}(?:vreau|doresc|aș vrea)`,
    String.raw`(?:как|як|като|ως) [^\n]{1,60}(?:хочу|хотел|искам|θέλω)|بصفتي [^\n]{1,60}(?:أريد|أرغب)`,
    String.raw`[^\n]{1,40}로서[^\n]{1,80}(?:원한다|원합니다|싶다|싶습니다)`,
  ].join('|'),
  'iuy',
);

/** The first story in plain code, and the first in a language that is not known; null for none. */
export function findUnread(text: string): UnreadStories | null {
  const spans = splitFrontmatter(text);
  const bodyStart = spans.kind === 'found' ? spans.bodyStart : 0;
  const body = text.slice(bodyStart);
  const { lines, fences } = scanMarkdown(body);
  const before = text.slice(0, bodyStart).split('\n').length;
  for (const { info, first, last } of fences) {
    if (!PLAIN.test(info)) continue;
    const code = body.slice(lines[first + 1]?.start ?? body.length, lines[last - 1]?.end);
    if (findStories(code).some(({ reading }) => reading.ok))
      return { line: first + before, what: 'code' };
  }
  for (const [index, { kind, content, end }] of lines.entries()) {
    if (kind !== 'text' && kind !== 'heading') continue;
    UNKNOWN.lastIndex =
      content + (/^(?:#{1,6} |\*\*)?/.exec(body.slice(content, end))?.[0].length ?? 0);
    if (UNKNOWN.test(body)) return { line: index + before, what: 'language' };
  }
  return null;
}
