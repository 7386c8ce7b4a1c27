import type { CommandSpec } from '../shared/command.js';
import { forceOption, placeOptions, touchedKeys } from '../shared/shared-options.js';

export const addSpec: CommandSpec = {
  name: 'add',
  group: 'Items',
  summary: 'add a story, bug, goal, persona or other document',
  args: [
    {
      name: 'title',
      summary: 'the title; a story sentence is split into its parts, feedback is kept verbatim',
    },
  ],
  options: [
    { flags: '-t, --type <type>', summary: 'type of document (default: story)' },
    { flags: '--as <role>', summary: 'who wants it' },
    { flags: '--want <want>', summary: 'what they want' },
    { flags: '--so <benefit>', summary: 'the benefit' },
    { flags: '--when <condition>', summary: 'the situation, for a job story without a role' },
    {
      flags: '-c, --criterion <text>',
      summary: 'acceptance criterion; may be repeated',
      repeats: true,
    },
    { flags: '--points <n>', summary: 'estimated size' },
    { flags: '--parent <id>', summary: 'the epic it belongs to' },
    { flags: '--persona <id>', summary: 'the persona of its role' },
    { flags: '--goal <id>', summary: 'the goal it serves' },
    { flags: '--label <label>', summary: 'label; may be repeated', repeats: true, commas: true },
    { flags: '--from <stakeholder>', summary: 'feedback: its stakeholder, by id or name' },
    {
      flags: '--kind <kind>',
      summary: 'feedback: request, interview, usability-test, survey, metric or market',
    },
    { flags: '--source <where>', summary: 'feedback: where it came from' },
    { flags: '--date <day>', summary: 'feedback: its date (default: today)' },
    { flags: '--sentiment <word>', summary: 'feedback: positive, neutral or negative' },
    {
      flags: '--weight <n>',
      summary: 'feedback, stakeholder, goal: its weight, such as seats or revenue',
    },
    { flags: '--set <key=value>', summary: 'any other field', repeats: true },
    {
      flags: '--answer <name=text>',
      summary: 'value for another placeholder of the template',
      repeats: true,
    },
    { flags: '--template <name>', summary: 'template to use (default: that of the type)' },
    ...placeOptions,
    forceOption,
    { flags: '-e, --edit', summary: 'open it in your editor before writing it' },
  ],
  examples: [
    { command: 'storymark add', does: 'asks for persona, want, benefit, criteria and points' },
    {
      command: 'storymark add --as "team lead" --want "to see who is away" --so "I plan around it"',
      does: 'adds a story without prompting',
    },
    { command: 'storymark add -t bug "Half-hour zones are rounded"', does: 'adds a bug' },
    {
      command: 'storymark add -t feedback --from ACME "It takes eleven messages to find an hour"',
      does: 'adds feedback to the inbox (see storymark triage)',
    },
  ],
  writes: true,
  jsonKeys: touchedKeys,
};
