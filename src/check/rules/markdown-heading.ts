import { listHeadings } from '../../item/sections.js';
import { defineRule, levels, type Report } from '../define-rule.js';

const STORY =
  '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n';

export const markdownHeading = defineRule({
  id: 'markdown/heading',
  summary: 'Headings start at level 2, skip no level and are not empty',
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
    const reports: Report[] = [];
    // A standalone file has no frontmatter to hold its title.
    let above = item === null ? 0 : 1;
    for (const { level, text: title, span } of listHeadings(text.slice(bodyStart))) {
      const fault = findFault(level, title, above, item !== null);
      const at = { span: [bodyStart + span[0], bodyStart + span[1]] as const };
      if (fault !== null) reports.push({ message: fault, at });
      above = level;
    }
    return reports;
  },
});

function findFault(level: number, title: string, above: number, isDocument: boolean) {
  if (title.trim() === '') return 'empty heading: name the section or remove it';
  if (level === 1 && isDocument)
    return 'heading of level 1: the title is in the frontmatter; write ##';
  if (above > 0 && level > above + 1) {
    return `heading skips from level ${above} to ${level}: write ${'#'.repeat(above + 1)}`;
  }
  return null;
}
