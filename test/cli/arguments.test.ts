import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hideQueryDashes,
  joinJsonKeys,
  showQueryDashes,
  spellHelp,
} from '../../src/cli/arguments.js';
import type { CommandSpec } from '../../src/commands/shared/command.js';

const specs = ['list', 'show', 'sprint plan', 'sprint show', 'complete'].map(
  (name): CommandSpec => ({
    name,
    group: 'Items',
    summary: '',
    jsonKeys: ['id', 'title', 'points'],
  }),
);

describe('--json and the word behind it', () => {
  it.each([
    [
      ['list', '--json', 'id,title'],
      ['list', '--json=id,title'],
    ],
    [
      ['list', '--json', 'title'],
      ['list', '--json=title'],
    ],
    [
      ['list', '--json', 'id,customer'],
      ['list', '--json=id,customer'],
    ],
    [
      ['list', '--json', 'status:ready'],
      ['list', '--json=', 'status:ready'],
    ],
    [
      ['list', '--json', 'customer'],
      ['list', '--json=', 'customer'],
    ],
    [
      ['show', '--json', 'ST-7K3FD'],
      ['show', '--json=', 'ST-7K3FD'],
    ],
    // A slip is no search word.
    [
      ['list', '--json', 'titel'],
      ['list', '--json=titel'],
    ],
    [
      ['-C', 'show', 'sprint', 'plan', '--json', 'pionts', 'api'],
      ['-C', 'show', 'sprint', 'plan', '--json=pionts', 'api'],
    ],
    [
      ['list', '--json'],
      ['list', '--json='],
    ],
    [
      ['--json', 'list'],
      ['--json=', 'list'],
    ],
    [
      ['list', '--json=id'],
      ['list', '--json=id'],
    ],
    [
      ['list', '--json', '--all'],
      ['list', '--json=', '--all'],
    ],
    [
      ['complete', '--', '--json', 'id'],
      ['complete', '--', '--json', 'id'],
    ],
  ])('%j is %j', async (argv, joined) => {
    expect(await joinJsonKeys(argv, specs)).toEqual(joined);
  });
});

describe('dashes before query words', () => {
  it.each(['-label:later', '-points>=5', '-is:open', '-type!=bug', '-status=done'])(
    '%s is no option',
    (word) => {
      const [hidden = ''] = hideQueryDashes([word]);
      expect(hidden.startsWith('-')).toBe(false);
      expect(showQueryDashes(hidden)).toBe(word);
    },
  );

  it.each(['-t', '--label', '--set=labels=x', '-C', '-', '-label', '-1'])(
    '%s is left to be one',
    (word) => {
      expect(hideQueryDashes([word])).toEqual([word]);
    },
  );

  it('come back whatever the words, and are left behind --', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((word) => !word.includes('\u0000'))), (words) => {
        expect(hideQueryDashes(words).map(showQueryDashes)).toEqual(words);
        expect(hideQueryDashes(['--', ...words, '-a:b'])).toEqual(['--', ...words, '-a:b']);
      }),
    );
  });
});

describe('help for a command', () => {
  it.each([
    [
      ['help', 'sprint', 'plan'],
      ['sprint', 'plan', '--help'],
    ],
    [
      ['help', 'list'],
      ['list', '--help'],
    ],
    [['help'], ['help']],
    [
      ['help', 'sprint'],
      ['sprint', '--help'],
    ],
    [['--help'], ['--help']],
    [
      ['-C', 'dir', '--help'],
      ['-C', 'dir', '--help'],
    ],
    // No such command: without the option, commander says so.
    [['help', 'foo'], ['foo']],
    [['foo', '--help'], ['foo']],
    [
      ['-C', 'dir', 'foo', '-h'],
      ['-C', 'dir', 'foo'],
    ],
    [
      ['help', 'sprint', 'foo'],
      ['sprint', 'foo'],
    ],
    [
      ['list', 'help'],
      ['list', 'help'],
    ],
  ])('%j is %j', (argv, spelled) => {
    expect(spellHelp(argv, specs)).toEqual(spelled);
  });
});
