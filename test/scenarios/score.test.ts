import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Prompt } from '../../src/terminal/prompt.js';
import { PromptCancelled } from '../../src/terminal/prompt.js';
import { createSandbox, repository, type Sandbox, scriptedPrompt } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');

interface Scored {
  readonly id: string;
  readonly score: number | null;
  readonly inputs: Readonly<Record<string, number>>;
}

/** A backlog of items with these titles, one point each; their ids by title. */
async function backlogOf(titles: readonly string[]) {
  const sandbox = createSandbox();
  await sandbox.ok('init');
  const ids: Record<string, string> = {};
  for (const title of titles) {
    const added = await sandbox.ok('add', title, '--points', '1');
    ids[title] = added.trim().split(/\s/)[0] ?? '';
  }
  return { sandbox, ids };
}

/** Answers pairs by what the titles are worth, and counts; leaves with Ctrl-C after so many. */
function judge(worth: Readonly<Record<string, number>>, limit = Infinity) {
  const asked: string[] = [];
  const confirmed: string[] = [];
  const prompt: Prompt = {
    line: async () => '',
    choose: async ({ message, choices }) => {
      if (asked.length >= limit) throw new PromptCancelled();
      asked.push(message);
      const [first = 0, second = 0] = choices
        .slice(0, 2)
        .map(({ name }) => worth[name.slice(name.indexOf(' ') + 1)] ?? 0);
      return first > second ? 'more' : first < second ? 'less' : 'same';
    },
    confirm: async ({ message }) => {
      confirmed.push(message);
      return true;
    },
  };
  return { prompt, asked, confirmed };
}

describe('score --pairwise', () => {
  const worth = { login: 9, export: 2, search: 7, themes: 1, sync: 7 };

  it('sorts with few questions, shows what it came to, and writes it', async () => {
    const { sandbox, ids } = await backlogOf(Object.keys(worth));
    const judged = judge(worth);
    const { code, stdout } = await sandbox.run(['score', '--pairwise'], { prompt: judged.prompt });
    expect(code).toBe(0);
    // 7 is what five items need at most.
    expect(judged.asked.length).toBeLessThanOrEqual(7);
    expect(judged.asked[0]).toContain('Which brings more user and business value? (at most 7');
    expect(judged.confirmed).toHaveLength(1);
    expect(
      stdout
        .split('\n')
        .slice(1, 6)
        .map((line) => line.split(/\s+/)[1])[0],
    ).toBe('login');
    const shown = await sandbox.json<Scored[]>('score', ...Object.values(ids));
    const given = (title: string) =>
      shown.find(({ id }) => id === ids[title])?.inputs['value'] ?? Number.NaN;
    expect(given('login')).toBe(20);
    expect(given('search')).toBe(given('sync'));
    expect(given('search')).toBeGreaterThan(given('export'));
    expect(given('themes')).toBe(1);
  });

  it('goes on after Ctrl-C, asking nothing twice', async () => {
    const { sandbox } = await backlogOf(Object.keys(worth));
    const first = judge(worth, 3);
    const { code, stderr } = await sandbox.run(['score', '--pairwise'], { prompt: first.prompt });
    expect(code).toBe(130);
    const kept = sandbox.read('backlog/votes/pairwise.csv').trim().split('\n');
    expect(kept).toHaveLength(1 + 3);
    expect(stderr).toBe('storymark: cancelled, 3 answers are saved\n');
    const second = judge(worth);
    await sandbox.run(['score', '--pairwise'], { prompt: second.prompt });
    const whole = judge(worth);
    const other = await backlogOf(Object.keys(worth));
    await other.sandbox.run(['score', '--pairwise'], { prompt: whole.prompt });
    // Ids differ between the two backlogs, and with them the pairs: the bound is what both keep.
    expect(first.asked.length + second.asked.length).toBeLessThanOrEqual(7);
    expect(whole.asked.length).toBeLessThanOrEqual(7);
  });

  it('stops when told, says how to go on, and takes an answer back', async () => {
    const { sandbox } = await backlogOf(['a', 'b', 'c']);
    const { stderr } = await sandbox.run(['score', '--pairwise'], {
      prompt: scriptedPrompt(['more', 'back', 'less', 'stop']),
    });
    expect(stderr).toContain('1 answer is kept; at most 2 questions are left');
    const rows = sandbox.read('backlog/votes/pairwise.csv').trim().split('\n').slice(1);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/^value,ST-\w+,less,ST-\w+,2026-11-24$/);
  });

  it('writes no values that are declined, and nothing at all in a dry run', async () => {
    const { sandbox, ids } = await backlogOf(['a', 'b']);
    const run = (...words: string[]) =>
      sandbox.run(['score', '--pairwise', ...words], { prompt: scriptedPrompt(['more', true]) });
    const dry = await run('--dry-run');
    expect(dry.stdout).toContain('+value,');
    expect(dry.stdout).toContain('+  value: 20');
    expect(existsSync(join(sandbox.dir, 'backlog/votes/pairwise.csv'))).toBe(false);
    const declined = await sandbox.run(['score', '--pairwise'], {
      prompt: scriptedPrompt(['more', false]),
    });
    expect(declined.stderr).toContain('No values were written');
    expect(await sandbox.json('show', ids['a'] ?? '')).not.toHaveProperty('score');
    expect(sandbox.read('backlog/votes/pairwise.csv')).toContain('value,');
  });

  it('writes from kept answers alone, without a terminal, and asks for one where some are open', async () => {
    const { sandbox } = await backlogOf(['a', 'b']);
    const refused = await sandbox.run(['score', '--pairwise']);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('at most 1 questions are left'),
    ]);
    const row = /rows such as (\S+)/.exec(refused.stderr)?.[1] ?? '';
    sandbox.write('backlog/votes/pairwise.csv', `${row}\n`);
    const scored = await sandbox.json<Scored[]>('score', '--pairwise');
    expect(scored.map(({ inputs }) => inputs['value'])).toEqual([20, 1]);
  });

  it('commits answers and values with --commit', async () => {
    const { sandbox } = await backlogOf(['a', 'b']);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
        cwd: sandbox.dir,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('config', 'user.name', 't');
    git('config', 'user.email', 't@t');
    git('add', '.');
    git('commit', '-qm', 'start');
    await sandbox.run(['score', '--pairwise', '--commit'], {
      prompt: scriptedPrompt(['more', true]),
    });
    const files = git('show', '--name-only', '--format=').trim().split('\n');
    expect(files).toContain('backlog/votes/pairwise.csv');
    expect(files).toHaveLength(3);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('says when newer answers rule older ones out', async () => {
    const { sandbox, ids } = await backlogOf(['a', 'b', 'c']);
    const [a, b, c] = Object.values(ids);
    const rows = [
      `value,${a},more,${b},2026-11-01`,
      `value,${b},more,${c},2026-11-20`,
      `value,${c},more,${a},2026-11-21`,
    ];
    sandbox.write('backlog/votes/pairwise.csv', `${rows.join('\n')}\n`);
    const { code, stderr } = await sandbox.run(['score', '--pairwise', '--json']);
    expect(code).toBe(0);
    expect(stderr).toContain(`newer answers contradict this one: ${a} more than ${b}`);
  });

  it.each([
    [['--input', 'size', '--by', 'rice'], 'rice has no input "size"'],
    [['--input', 'reach', '--by', 'rice'], 'reach has no scale'],
    [['--by', 'moscow'], 'is not numeric'],
    [['label:nowhere'], 'fewer than two open items'],
    [['--import', 'votes.csv'], 'cannot be combined'],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await calendar().run(['score', '--pairwise', ...words]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('score ID, asked', () => {
  const listening = (answers: readonly string[]) => {
    const messages: string[] = [];
    const scripted = scriptedPrompt(answers);
    const prompt: Prompt = {
      ...scripted,
      line: (question) => {
        messages.push(question.message);
        return scripted.line(question);
      },
    };
    return { prompt, messages };
  };

  it('says between which items an answer stands', async () => {
    const { prompt, messages } = listening(['7', '3', '2']);
    const sandbox = calendar();
    await sandbox.run(['score', 'ST-7K'], { prompt });
    expect(messages[0]).toContain('scale: 1 2 3 5 8 13 20');
    expect(messages[0]).toMatch(/now 8, as [A-Z]+-\w+ \(8\) has/);
    expect(messages[1]).toMatch(/value 7: between [A-Z]+-\w+ \(5\) and [A-Z]+-\w+ \(8\)/);
    expect(await sandbox.json('show', 'ST-7K')).toMatchObject({
      score: { value: 7, urgency: 3, risk: 2 },
    });
  });

  it('keeps the items answered before Ctrl-C', async () => {
    const sandbox = calendar();
    const { prompt } = listening(['13', '1', '1']);
    const leaving: Prompt = {
      ...prompt,
      line: async (question) => {
        if (question.message.includes('ST-M4S0G Set hours')) throw new PromptCancelled();
        return prompt.line(question);
      },
    };
    const { code, stderr } = await sandbox.run(['score', 'ST-7K', 'ST-M4'], { prompt: leaving });
    expect(code).toBe(130);
    expect(stderr).toBe('storymark: cancelled, 3 answers are saved\n');
    expect(await sandbox.json('show', 'ST-7K')).toMatchObject({ score: { value: 13 } });
  });

  it('takes ranges, percentages, words and survey counts, and refuses what is none', async () => {
    const sandbox = calendar();
    const ask = (model: string, ...answers: string[]) =>
      sandbox.run(['score', 'ST-7K', '--by', model], { prompt: scriptedPrompt(answers) });
    await ask('rice', '100..500', '2', '80%');
    await ask('moscow', 'must');
    await ask('kano', 'A 7, O 33, M 50, I 10');
    expect(await sandbox.json('show', 'ST-7K')).toMatchObject({
      score: {
        reach: '100..500',
        impact: 2,
        confidence: '80%',
        moscow: 'must',
        kano: { A: 7, O: 33, M: 50, I: 10 },
      },
    });
    await expect(ask('wsjf', 'much').then(({ stderr }) => stderr)).resolves.toContain(
      'must be a number',
    );
  });

  it('writes where the item has the input already, else a model’s own value would hide it', async () => {
    const sandbox = calendar();
    await sandbox.ok('set', 'ST-7K', 'score.wsjf.value=1');
    await sandbox.ok('score', 'ST-7K', 'value=13');
    expect(await sandbox.json('show', 'ST-7K')).toMatchObject({
      score: { value: 8, wsjf: { value: 13 } },
    });
    await sandbox.ok('score', 'ST-7K', '--by', 'ice', 'ice.impact=3');
    expect(await sandbox.json('show', 'ST-7K')).toMatchObject({ score: { ice: { impact: 3 } } });
  });
});

describe('score --import', () => {
  it('weighs votes by the backlog’s stakeholders when the file names them', async () => {
    const sandbox = calendar();
    sandbox.write(
      'votes.csv',
      'item,ACME,support-desk,somebody\nST-7K3FD,9,1,\nsee everything,1,1,1\n',
    );
    const refused = await sandbox.run(['score', '--import', 'votes.csv']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('votes.csv:3: no item has the id or title "see everything"');
    sandbox.write('votes.csv', 'item,ACME,support-desk,somebody\nST-7K3FD,9,1,\n');
    const [scored] = await sandbox.json<Scored[]>('score', '--import', 'votes.csv');
    // ACME weighs 5, the support desk 3: (9 × 5 + 1 × 3) / 8.
    expect(scored).toMatchObject({ id: 'ST-7K3FD', inputs: { value: 6 } });
    expect(sandbox.read('backlog/votes/value.csv')).toBe(
      'item,ACME,support-desk,somebody\nweight,5,3,1\nST-7K3FD,9,1,\n',
    );
  });

  it.each([
    ['ST-7K3FD,9,1\nST-7K3FD,2,3', '7\n5', 'votes.csv:2: ST-7K3FD already has votes in line 1'],
    ['ST-7K3FD,9,1', '7\n5\n3', 'there are 2 voters, but 3 weights'],
    ['ST-7K3FD,9,1', '0\n0', 'all weights are 0'],
    ['ST-7K3FD,9,1', '7\nmuch', 'weights.csv:2: "much" is not a weight'],
    ['item,a,b\nST-7K3FD,9,1', 'a,7', 'no weight for b'],
    ['ST-7K3FD,9,x', '7\n5', 'votes.csv:1: "x" is not a vote'],
    ['item,a,b', '7\n5', 'votes.csv:1: there are no votes in the file'],
  ])('refuses %j with %j and writes nothing', async (votes, weights, message) => {
    const sandbox = calendar();
    sandbox.write('votes.csv', votes);
    sandbox.write('weights.csv', weights);
    const argv = ['score', '--import', 'votes.csv', '--weights', 'weights.csv'];
    const { code, stderr } = await sandbox.run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(join(sandbox.dir, 'backlog/votes'))).toBe(false);
  });
});

const releasePlanner = join(repository, '..', 'shared', 'data', 'release-planner');

describe('the ReleasePlanner case, from votes to ranking', () => {
  if (!existsSync(releasePlanner)) {
    it.skip('is not here: ../shared/data/release-planner is absent', () => {});
    return;
  }
  const table = (name: string) =>
    readFileSync(join(releasePlanner, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));

  /** Its requirements as items, their effort as points, what they need as dependencies. */
  async function bringIn(): Promise<Sandbox> {
    const sandbox = createSandbox();
    await sandbox.ok('init');
    for (const [id = '', effort = '', needs = ''] of table('requirements.csv')) {
      const depends = needs === '' ? '' : `depends: [${needs}]\n`;
      sandbox.write(
        `backlog/items/${id}.md`,
        `---\nid: ${id}\ntype: story\nstatus: ready\ntitle: Requirement ${id}\npoints: ${effort}\n${depends}---\n`,
      );
    }
    // What is wanted soon and much, for what it takes: Ruhe and Saliu's weighted satisfaction.
    const settings = sandbox.read('backlog/backlog.yaml');
    sandbox.write(
      'backlog/backlog.yaml',
      `${settings}\nrank:\n  model: formula\n  formula: value * urgency / points\n`,
    );
    return sandbox;
  }

  it('orders all requirements by weighed votes, needs first', async () => {
    const sandbox = await bringIn();
    const weights = join(releasePlanner, 'stakeholders.csv');
    for (const input of ['value', 'urgency']) {
      const file = join(releasePlanner, `${input}.csv`);
      await sandbox.ok('score', '--import', file, '--weights', weights, '--input', input);
    }
    await sandbox.ok('rank', '--apply');
    const rows =
      await sandbox.json<{ id: string; score: number; inputs: Scored['inputs'] }[]>('rank');
    expect(rows).toHaveLength(25);

    const weight = table('stakeholders.csv').map(([cell]) => Number(cell));
    const total = weight.reduce((sum, one) => sum + one, 0);
    const mean = (name: string, id: string) => {
      const votes =
        table(name)
          .find(([item]) => item === id)
          ?.slice(1)
          .map(Number) ?? [];
      const sum = votes.reduce((all, vote, index) => all + vote * (weight[index] ?? 0), 0);
      return Number((sum / total).toFixed(4));
    };
    const effort = new Map(table('requirements.csv').map(([id, cell]) => [id, Number(cell)]));
    for (const { id, score, inputs } of rows) {
      expect(inputs['value']).toBe(mean('value.csv', id));
      expect(score).toBeCloseTo(
        (mean('value.csv', id) * mean('urgency.csv', id)) / (effort.get(id) ?? 0),
        12,
      );
    }
    const place = (id: string) => rows.findIndex((row) => row.id === id);
    for (const [id = '', , needs = ''] of table('requirements.csv')) {
      for (const other of needs.split(',').filter((one) => one !== '')) {
        expect(place(other)).toBeLessThan(place(id));
      }
    }
    // Apart from what is pulled up for others, scores descend.
    const own = rows.filter((row) => !('pulledUpBy' in row) || row.pulledUpBy === null);
    expect(own.map(({ score }) => score)).toEqual(
      own.map(({ score }) => score).sort((a, b) => b - a),
    );
    expect(rows.map(({ id }) => id).slice(0, 5)).toMatchInlineSnapshot(`
      [
        "D1",
        "E4",
        "E5",
        "A5",
        "A4",
      ]
    `);
  });
});
