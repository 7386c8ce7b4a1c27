import { findConflictMarkers } from '../../item/merge/conflict-markers.js';
import { defineRule, levels } from '../define-rule.js';

/**
 * What could not be read never becomes a subject: the engine reports each reading problem under
 * this rule. It looks itself for what can be read and is broken all the same, a body with git's
 * conflict markers.
 */
export const frontmatterInvalid = defineRule({
  id: 'frontmatter/invalid',
  summary: 'A file is readable: closed YAML frontmatter, no conflict markers',
  why: 'A file that cannot be read is missing from every list, order, plan and forecast.',
  levels: levels('error', 'error', 'error'),
  isLocal: true,
  // To Markdown, ======= makes a heading of what stands above it.
  supersedes: ['markdown/heading'],
  good: [
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n',
    },
  ],
  bad: [
    { text: '---\nid: ST-1\ntype: story\ntitle: "x\n---\n' },
    {
      text: '---\nid: ST-1\ntype: story\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Notes\n\n<<<<<<< HEAD\nBlue ink.\n=======\nRed ink.\n>>>>>>> other\n',
    },
  ],
  check({ text, bodyStart }) {
    const at = findConflictMarkers(text.slice(bodyStart));
    if (at === null) return [];
    const span = [bodyStart + at, bodyStart + at + 7] as const;
    const message =
      'git conflict markers: choose one side, and remove the lines <<<<<<<, ======= and >>>>>>>';
    return [{ message, at: { span } }];
  },
});
