import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');

async function page(sandbox: Sandbox, ...words: readonly string[]): Promise<string> {
  const { code, stdout } = await sandbox.run(['why', ...words], { terminal: 100 });
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/NaN|undefined|\[object|Infinity/);
  return stdout;
}

/** A git history of the sandbox: each call commits all, on a day of November 2026. */
function keepHistory({ dir }: Sandbox) {
  const git = (args: readonly string[], day = '01') =>
    execFileSync('git', [...args], {
      cwd: dir,
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.org',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
        GIT_AUTHOR_DATE: `2026-11-${day}T10:00:00Z`,
        GIT_COMMITTER_DATE: `2026-11-${day}T10:00:00Z`,
      },
    });
  git(['init', '-q']);
  return (day: string, message: string) => {
    git(['add', '-A'], day);
    git(['commit', '-qm', message], day);
  };
}

describe('why', () => {
  it('says the place, the sum, and what would change it', async () => {
    const sandbox = calendar();
    const text = await page(sandbox, 'ST-9F1DC');
    expect(text).toMatch(/^ST-9F1DC Import holiday lists .* is 17th of 20 open items\. By WSJF/);
    expect(text).toMatch(
      /WSJF\s+1\.00 = \(\d+ \+ \d+ \+ \d+\) \/ 13 {3}\(value \+ urgency \+ risk\) \/ size/,
    );
    expect(text).toMatch(/size\s+13\s+its points/);
    expect(text).toContain('Serves       trusted-calendar (weight 2)');
    expect(text).toMatch(/Top 10\s+with \w+ \d+ instead of \d+: \d+th/);
    expect(text).toMatch(/Next sprint\s+not in the best plan: not ready: draft/);
    expect(text).toMatch(
      /Forecast\s+by \d+ \w+ 202\d at the current pace: too little history to promise it/,
    );
    expect(text).toContain('earlier places are unknown: there is no git history');
  });

  it('keeps its word: the change it names brings the item there', async () => {
    const sandbox = calendar();
    const { explanation } = await sandbox.json<{
      explanation: { top: { changes: { key: string; to: number; position: number }[] } };
    }>('why', 'ST-9F1DC');
    const [change] = explanation.top.changes;
    expect(change).toBeDefined();
    await sandbox.ok('score', 'ST-9F1DC', `${change?.key}=${change?.to}`);
    const rows = await sandbox.json<{ id: string; position: number }[]>('rank');
    expect(rows.find(({ id }) => id === 'ST-9F1DC')?.position).toBe(change?.position);
  });

  it('keeps its word about the next sprint: worth more than what it is short of, it is in', async () => {
    const sandbox = calendar();
    const look = async () => {
      const { sprint } = await sandbox.json<{
        sprint: { isChosen: boolean; price: number; displaces: string[] };
      }>('why', 'ST-A5D8W');
      return sprint;
    };
    const { isChosen, price, displaces } = await look();
    expect(isChosen).toBe(false);
    expect(await page(sandbox, 'ST-A5D8W')).toContain(
      `worth over ${price} more, it would be in instead of ${displaces.join(', ')}`,
    );
    const worth = (more: number) => sandbox.ok('set', 'ST-A5D8W', `score.value=${5 + more}`);
    await worth(price);
    expect(await look()).toMatchObject({ isChosen: false, price: 0 });
    expect(await page(sandbox, 'ST-A5D8W')).toContain('worth any more, it would be in instead of');
    await worth(price + 1);
    expect(await look()).toMatchObject({ isChosen: true });
    expect(await page(sandbox, 'ST-7K3FD')).toMatch(/Next sprint\s+it is in 2026-S24 already/);
  });

  it('explains the only item there is', async () => {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    const id = (await sandbox.ok('add', 'Alone')).trim();
    const text = await page(sandbox, id);
    expect(text).toContain(`${id} Alone is 1st of 1 open item.`);
    expect(text).toMatch(/Top 10\s+it is in: 1st, without a score/);
  });

  it('names who asked for it, what it waits for, and what waits for it', async () => {
    const sandbox = calendar();
    const text = await page(sandbox, 'ST-S2K7E');
    expect(text).toContain('by 1 of 3 stakeholders: ACME (weight 5)');
    expect(text).toContain('FB-0Q5MS Eleven messages to find half an hour (ACME)');
    expect(text).toContain('Waits for    ST-R8B4Z Get three times proposed');
    expect(await page(sandbox, 'ST-R8B4Z')).toContain('ST-S2K7E Let people answer proposals');
  });

  it('names missing inputs, unsound ones, pins and what is derived', async () => {
    const sandbox = calendar();
    const unscored = (await sandbox.ok('add', 'Something new')).trim().split(/\s/)[0] ?? '';
    expect(await page(sandbox, unscored)).toContain(
      'has no score yet: value, urgency, risk, size are missing',
    );
    await sandbox.ok('set', 'ST-7K3FD', 'score.size=0', 'pin=top');
    const pinned = await page(sandbox, 'ST-7K3FD');
    expect(pinned).toContain('score.size must be above 0');
    expect(pinned).toContain('It is pinned');
    const settings = sandbox.read('backlog/backlog.yaml');
    sandbox.write(
      'backlog/backlog.yaml',
      settings.replace('model: wsjf', 'model: wsjf\n  derived: { demand: true, goals: true }'),
    );
    const derived = await page(sandbox, 'ST-S2K7E');
    expect(derived).toMatch(/4\.00 × goal weight 3 × \(1 \+ demand \d+ %\) = \d+\.\d\d/);
  });

  it('tells votes and comparisons from what was given', async () => {
    const sandbox = calendar();
    sandbox.write('votes.csv', 'item,ACME,support-desk\nST-S2K7E,9,1\n');
    await sandbox.ok('score', '--import', 'votes.csv');
    expect(await page(sandbox, 'ST-S2K7E')).toMatch(
      /value\s+6\s+mean of 2 votes, weighted; from 1 to 9/,
    );
    await sandbox.ok('score', 'ST-S2K7E', 'value=8');
    expect(await page(sandbox, 'ST-S2K7E')).toMatch(/value\s+8 .*; votes say 6/);
    sandbox.write('backlog/votes/pairwise.csv', 'urgency,ST-7K3FD,more,ST-S2K7E,2026-11-24\n');
    expect(await page(sandbox, 'ST-S2K7E')).toMatch(
      /urgency\s+3\s+from 1 comparison with other items/,
    );
    sandbox.write('backlog/votes/pairwise.csv', '<<<<<<< HEAD\n');
    const { code, stderr } = await sandbox.run(['why', 'ST-S2K7E']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('votes/pairwise.csv:1')]);
  });

  it('tells the history of its places, and who gave the inputs when', async () => {
    const sandbox = calendar();
    const commit = keepHistory(sandbox);
    commit('01', 'Bring in the calendar');
    await sandbox.ok('move', 'ST-9F1DC', '--top');
    commit('05', 'Holidays first');
    await sandbox.ok('score', 'ST-9F1DC', 'value=3');
    commit('10', 'Think again of holidays');
    await sandbox.ok('done', 'ST-7K3FD', '--force', 'as it is');
    await sandbox.ok('move', 'ST-9F1DC', '--bottom');
    const { history, place, of } = await sandbox.json<{
      history: { places: object[]; inputs: Record<string, object> };
      place: number;
      of: number;
    }>('why', 'ST-9F1DC');
    expect(history.places).toEqual([
      { on: '2026-11-01', place: 17, of: 20, commit: 'Bring in the calendar' },
      { on: '2026-11-05', place: 1, of: 20, commit: 'Holidays first' },
    ]);
    expect(history.inputs['value']).toEqual({ on: '2026-11-10', by: 'Ada' });
    expect(history.inputs['urgency']).toEqual({ on: '2026-11-01', by: 'Ada' });
    expect([place, of]).toEqual([19, 19]);
    const text = await page(sandbox, 'ST-9F1DC');
    expect(text).toContain('1st of 20   5 November 2026   Holidays first');
    expect(text).toContain('19th now, not committed');
    expect(text).toMatch(/value\s+3\s+.*given, 10 November 2026, Ada/);
  });

  it('follows what others did to its place, and leaves closed items out of the count', async () => {
    const sandbox = calendar();
    const commit = keepHistory(sandbox);
    commit('01', 'Bring in the calendar');
    await sandbox.ok('drop', 'ST-7K3FD', 'ST-M4S0G');
    commit('07', 'Drop two that stood above');
    const { history } = await sandbox.json<{ history: { places: object[] } }>('why', 'ST-9F1DC');
    expect(history.places.at(-1)).toEqual({ on: '2026-11-07', place: 15, of: 18, commit: null });
    const dropped = await sandbox.json<{ place: null; history: { places: object[] } }>(
      'why',
      'ST-7K3FD',
    );
    expect(dropped.place).toBeNull();
    expect(dropped.history.places).toHaveLength(1);
  });

  it.each([
    [
      'drafted, made ready and done on one day',
      ['draft', 'ready', 'done'],
      /1st of 1 {3}2 November 2026/,
    ],
    ['begun and dropped on one day', ['doing', 'dropped'], /1st of 1 {3}2 November 2026/],
    ['done when it was first committed', ['done'], /no commit contains it as an open item/],
    ['ready, and not closed since', ['draft', 'ready'], /1st of 1 {3}2 November 2026/],
  ])('tells the history of an item that was %s', async (_, statuses, places) => {
    const sandbox = createSandbox();
    sandbox.write('backlog/backlog.yaml', '');
    const commit = keepHistory(sandbox);
    for (const status of statuses) {
      const fields = `id: TA-1\ntype: task\nstatus: ${status}\ntitle: One day`;
      sandbox.write('backlog/items/TA-1-one-day.md', `---\n${fields}\n---\n`);
      commit('02', `Make it ${status}`);
    }
    expect(await page(sandbox, 'TA-1')).toMatch(places);
  });

  it('has something to say of epics and closed items, and nothing of goals', async () => {
    const sandbox = calendar();
    expect(await page(sandbox, 'EP-2M9QT')).toContain('is an epic: its parts are ranked instead');
    expect(await page(sandbox, 'BU-9K4TE')).toContain('is done: it is no longer in');
    const { code, stderr } = await sandbox.run(['why', 'async-teams']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('async-teams is a goal')]);
  });

  it.each([
    [['ST-9F1DC', '--top', '0'], '--top'],
    [['ST-9F1DC', '--by', 'nice'], 'unknown scoring model'],
    [['nowhere'], 'there is no item'],
  ])('refuses %j', async (words, message) => {
    const { code, stdout, stderr } = await calendar().run(['why', ...words]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('explains by every model, scored or not', async () => {
    const sandbox = calendar();
    for (const model of ['cd3', 'rice', 'ice', 'value-effort', 'moscow', 'kano', 'opportunity']) {
      expect(await page(sandbox, 'ST-7K3FD', '--by', model)).toContain(model.toUpperCase());
    }
  });
});

describe('show', () => {
  it('counts the place among the open items, and gives closed ones none', async () => {
    const sandbox = calendar();
    expect(await sandbox.ok('show', 'ST-9F1DC')).toMatch(/place\s+17 of 20 open/);
    expect(await sandbox.ok('show', 'BU-9K4TE')).not.toMatch(/^\s*place/m);
    expect(await sandbox.ok('show', 'EP-2M9QT')).toMatch(/place\s+1 of 3 open/);
  });
});
