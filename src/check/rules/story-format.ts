import { defineStoryRule, levels } from '../define-rule.js';
import { inFile } from '../subject.js';

const formats = ['connextra', 'feature-injection', 'job-story'] as const;

export const storyFormat = defineStoryRule({
  id: 'story/format',
  summary: 'A story has a format the team has agreed on',
  why: 'A shared format is faster to read and shows which part is missing.',
  levels: levels('warn', 'error', 'warn'),
  isLocal: true,
  defaults: { allow: formats as readonly string[] },
  options: (z) => z.strictObject({ allow: z.array(z.enum(formats)).min(1) }),
  good: [
    { text: 'As a guest, I want to leave a note, so that my host knows I came.\n' },
    { text: 'When I leave, I want to lock the door, so that nobody walks in.\n' },
  ],
  bad: [
    {
      text: 'When I leave, I want to lock the door, so that nobody walks in.\n',
      options: { allow: ['connextra'] },
    },
  ],
  check({ reading, span }, subject, { allow }) {
    const { format } = reading;
    if (!reading.ok || format === null || allow.includes(format)) return [];
    const message = `format is ${format}; allowed: ${allow.join(', ')}`;
    return [{ message, at: { span: inFile(subject, span) } }];
  },
});
