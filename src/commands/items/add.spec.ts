import type { CommandSpec } from '../shared/command.js';
import { forceOption, placeOptions, touchedKeys } from '../shared/shared-options.js';

export const addSpec: CommandSpec = {
  name: 'add',
  group: 'Items',
  summary: 'add a story, bug, goal, persona, … from a template',
  args: [
    {
      name: 'title',
      summary:
        'what it is, in a line; a whole story sentence is taken apart, feedback is kept word for word',
    },
  ],
  options: [
    { flags: '-t, --type <type>', summary: 'what kind of thing it is (default: story)' },
    { flags: '--as <role>', summary: 'who wants it' },
    { flags: '--want <want>', summary: 'what they want' },
    { flags: '--so <benefit>', summary: 'what it is good for' },
    { flags: '--when <condition>', summary: 'when they want it, for a job story without a role' },
    { flags: '-c, --criterion <text>', summary: 'acceptance criteria, one each', repeats: true },
    { flags: '--points <n>', summary: 'estimated size' },
    { flags: '--parent <id>', summary: 'the epic it belongs to' },
    { flags: '--persona <id>', summary: 'the persona its role means' },
    { flags: '--goal <id>', summary: 'the goal it serves' },
    { flags: '--label <label>', summary: 'words to find it by', repeats: true, commas: true },
    { flags: '--from <stakeholder>', summary: 'feedback: who said it, by id or name' },
    {
      flags: '--kind <kind>',
      summary: 'feedback: request, interview, usability-test, survey, metric or market',
    },
    { flags: '--source <where>', summary: 'feedback: where it was said' },
    { flags: '--date <day>', summary: 'feedback: when it was said (default: today)' },
    { flags: '--sentiment <word>', summary: 'feedback: positive, neutral or negative' },
    {
      flags: '--weight <n>',
      summary: 'feedback, stakeholder, goal: how much it counts: seats, revenue',
    },
    { flags: '--set <key=value>', summary: 'any other field', repeats: true },
    {
      flags: '--answer <name=text>',
      summary: 'any other placeholder of the template',
      repeats: true,
    },
    { flags: '--template <name>', summary: "start from this template (default: the type's own)" },
    ...placeOptions,
    forceOption,
    { flags: '-e, --edit', summary: 'open it in your editor before it is written' },
  ],
  examples: [
    { command: 'storymark add', does: 'asks for persona, want, benefit, criteria and points' },
    {
      command: 'storymark add --as "team lead" --want "to see who is away" --so "I plan around it"',
      does: 'adds a story without asking',
    },
    { command: 'storymark add -t bug "Half-hour zones are rounded"', does: 'adds a bug' },
    {
      command: 'storymark add -t feedback --from ACME "It takes eleven messages to find an hour"',
      does: 'puts what somebody said into the inbox, see storymark triage',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
