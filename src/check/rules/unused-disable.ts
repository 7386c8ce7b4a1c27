import { defineRule, levels } from '../define-rule.js';

/** Its findings come from the engine, which knows what each suppression silenced. */
export const unusedDisable = defineRule({
  id: 'check/unused-disable',
  summary: 'Every suppression suppresses a finding',
  why: 'An unused suppression hides the next defect in its place.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [
    {
      text: '<!-- storymark-disable-next-line story/no-role -- asked for by law -->\nI want to leave a note, so that my host knows I came.\n',
    },
  ],
  bad: [
    {
      text: '<!-- storymark-disable-next-line story/no-role -->\nAs a guest, I want to leave a note, so that my host knows I came.\n',
    },
  ],
  check: () => [],
});
