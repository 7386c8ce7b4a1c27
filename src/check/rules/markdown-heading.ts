import { readBlocks } from '../../story/blocks.js';
import { defineRule, levels, type Report } from '../define-rule.js';

const STORY =
  '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n';
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t\r]*$/;
const SECOND_LEVEL = /## [A-Za-z0-9]/y;
const LONGEST = 300;

export const markdownHeading = defineRule({
  id: 'markdown/heading',
  summary: 'Headings of a body begin at level 2, skip no level, and say something',
  why: 'The title is in the frontmatter; sections are found by their headings.',
  levels: levels('warn', 'warn', 'warn'),
  isLocal: true,
  good: [{ text: `${STORY}## Notes\n\n### From the talk\n\nBlue ink.\n` }],
  bad: [
    { text: `${STORY}# Leave a note\n\nBlue ink.\n` },
    { text: `${STORY}## Notes\n\n#### From the talk\n\nBlue ink.\n` },
    { text: `${STORY}##\n\nBlue ink.\n` },
  ],
  check({ item, text, bodyStart }) {
    const body = text.slice(bodyStart);
    if (isSurelyWell(body)) return [];
    const reports: Report[] = [];
    // A lone file has no frontmatter to hold its title.
    let above = item === null ? 0 : 1;
    for (const { start, end } of readBlocks(body)) {
      const line = body.slice(start, Math.min(end, start + LONGEST));
      const [, marks, title = ''] = HEADING.exec(line) ?? [];
      if (marks === undefined) continue;
      const level = marks.length;
      const fault = findFault(level, title, above, item !== null);
      const span = [bodyStart + start, bodyStart + end] as const;
      if (fault !== null) reports.push({ message: fault, at: { span } });
      above = level;
    }
    return reports;
  },
});

/**
 * Cheap and not final: every `#` that may begin a heading is one of the second level, with a word
 * right behind it. No level is skipped by these, be they headings or, in a fence, code.
 */
function isSurelyWell(body: string): boolean {
  for (let at = body.indexOf('#'); at !== -1; at = body.indexOf('#', at + 1)) {
    const before = at === 0 ? '\n' : body[at - 1];
    if (before === ' ' && /(?:^|\n) {1,3}$/.test(body.slice(Math.max(0, at - 4), at))) return false;
    if (before !== '\n') continue;
    SECOND_LEVEL.lastIndex = at;
    if (!SECOND_LEVEL.test(body)) return false;
  }
  return true;
}

function findFault(level: number, title: string, above: number, isDocument: boolean) {
  if (title.trim() === '') return 'a heading without words: name the section, or remove it';
  if (level === 1 && isDocument)
    return 'a heading of level 1: the title is in the frontmatter, write ##';
  if (above > 0 && level > above + 1) {
    return `from level ${above} to ${level}: write ${'#'.repeat(above + 1)}`;
  }
  return null;
}
