import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createSandbox, ctrlC, scriptedPrompt } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');
type Answers = Parameters<typeof scriptedPrompt>[0];

async function leave(argv: readonly string[], answers: Answers) {
  const sandbox = calendar();
  const { code, stdout, stderr } = await sandbox.run(argv, { prompt: scriptedPrompt(answers) });
  return { sandbox, left: [code, stdout, stderr] };
}

describe('Ctrl-C while answering', () => {
  it.each<[string, Answers, string, string, Record<string, unknown>]>([
    [
      'refine after one criterion',
      ['refine', 'Nobody is booked on a day off', ctrlC],
      '1 answer is',
      '7Q',
      { body: expect.stringContaining('- [ ] Nobody is booked on a day off') },
    ],
    [
      'refine after two criteria and a round of votes',
      ['refine', 'One', 'Two', '', '3,5', ctrlC],
      '3 answers are',
      '7Q',
      { body: expect.stringMatching(/- \[ \] One\n- \[ \] Two\n/), points: 5 },
    ],
    [
      'refine after a round too wide to agree on',
      ['refine', '', '1,13', ctrlC],
      '1 answer is',
      '7Q',
      { estimates: ['2026-11-24 1 13'] },
    ],
    [
      'refine at the second item',
      ['refine', '', '5', 'refine', 'One', '', ctrlC],
      '2 answers are',
      '9F',
      { status: 'draft', body: expect.stringContaining('- [ ] One\n') },
    ],
  ])('keeps what was answered: %s', async (_, answers, saved, id, shown) => {
    const { sandbox, left } = await leave(['refine', 'id:7Q,9F'], answers);
    expect(left).toEqual([130, '', `storymark: cancelled, ${saved} saved\n`]);
    expect(await sandbox.json('show', id)).toMatchObject(shown);
  });

  it('keeps each input of a score', async () => {
    const { sandbox, left } = await leave(['score', 'ST-7K'], ['13', '1', ctrlC]);
    expect(left).toEqual([130, '', 'storymark: cancelled, 2 answers are saved\n']);
    expect(await sandbox.json('show', 'ST-7K')).toMatchObject({ score: { value: 13, urgency: 1 } });
  });

  it('keeps each decision of a triage', async () => {
    const sandbox = calendar();
    const ids = [];
    for (const title of ['Too slow', 'Too grey']) {
      ids.push((await sandbox.ok('add', '-t', 'feedback', title)).trim());
    }
    const prompt = scriptedPrompt(['decline', 'It is fast.', 'decline', ctrlC]);
    const { code, stderr } = await sandbox.run(['triage', ...ids], { prompt });
    expect([code, stderr]).toEqual([130, 'storymark: cancelled, 1 answer is saved\n']);
    expect(await sandbox.json('show', ids[0] ?? '')).toMatchObject({ status: 'declined' });
    expect(await sandbox.json('show', ids[1] ?? '')).toMatchObject({ status: 'new' });
  });

  it.each<[readonly string[], Answers]>([
    [['refine', 'id:7Q'], [ctrlC]],
    [
      ['refine', 'id:7Q', '--dry-run'],
      ['refine', 'One', ctrlC],
    ],
    [['estimate', '7Q'], [ctrlC]],
    [
      ['score', 'ST-7K'],
      ['', ctrlC],
    ],
  ])('%j says so when nothing was written', async (argv, answers) => {
    const { left } = await leave(argv, answers);
    expect(left).toEqual([130, '', 'storymark: cancelled, nothing was written\n']);
  });

  it('commits what was answered, with --commit', async () => {
    const sandbox = calendar();
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: sandbox.dir, encoding: 'utf8' });
    git('init', '-q');
    git('config', 'user.email', 'po@example.org');
    git('config', 'user.name', 'PO');
    git('add', '.');
    git('commit', '-qm', 'start');
    const prompt = scriptedPrompt(['refine', 'One', ctrlC]);
    const { code, stderr } = await sandbox.run(['refine', 'id:7Q', '--commit'], { prompt });
    expect([code, stderr]).toEqual([
      130,
      expect.stringContaining('1 answer is saved and committed'),
    ]);
    expect(git('show', 'HEAD')).toContain('+- [ ] One');
    expect(git('status', '--short')).toBe('');
  });
});

it('shows all answers as one change of the file, with --dry-run', async () => {
  const sandbox = calendar();
  const prompt = scriptedPrompt(['refine', 'One', 'Two', '', '5']);
  const { code, stdout } = await sandbox.run(['refine', 'id:7Q', '--dry-run'], { prompt });
  expect(code).toBe(0);
  expect(stdout.match(/^\+\+\+ /gm)).toHaveLength(1);
  expect(stdout).toMatch(/\+points: 5\n[\s\S]*\+- \[ \] One\n\+- \[ \] Two\n/);
  expect(await sandbox.json('show', '7Q')).not.toHaveProperty('points');
});
