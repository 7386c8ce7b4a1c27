import { defineRule, levels } from '../define-rule.js';

/**
 * Its findings come from reading the files: what could not be read never becomes a subject, so
 * that the engine reports each reading problem under this rule.
 */
export const frontmatterInvalid = defineRule({
  id: 'frontmatter/invalid',
  summary: 'A file can be read: its frontmatter is closed and is YAML',
  why: 'A file that cannot be read is missing from every list, order, plan and forecast.',
  levels: levels('error', 'error', 'error'),
  good: [
    { text: '---\nid: ST-1\ntype: story\ntitle: x\n---\n\nAs a guest, I want to leave a note.\n' },
  ],
  bad: [{ text: '---\nid: ST-1\ntitle: "x\n---\n' }],
  check: () => [],
});
