import { describe, expect, it, test } from 'vitest';
import { openCache } from '../../src/store/cache/open-cache.js';
import { createSandbox } from '../support/sandbox.js';

/** What YAML takes for a number, a truth value, a day or a time of some version of it. */
const plain = [
  ...['1.10', '007', '0x10', '0o7', '1e3', '12:30', '1_000', '.5', '5.', '+1', '-0', '2026'],
  ...['12345678901234567890', '.inf', '.NaN', 'yes', 'true', 'False', '2026-11-30'],
];

const settings = `fields:
  version: text
  releases: list
  budget: number
rank:
  model: formula
  formula: budget * 2
`;

function prepare(fields: string) {
  const sandbox = createSandbox();
  sandbox.write('backlog/backlog.yaml', settings);
  sandbox.write('backlog/items/TA-1.md', `---\nid: TA-1\ntype: task\n${fields}---\n`);
  return sandbox;
}

describe('a plain text that looks like something else stays as it is', () => {
  test.each(plain)('%s', async (text) => {
    const sandbox = prepare(
      `title: ${text}\nassignee: ${text}\nlabels: [${text}]\nversion: ${text}\nreleases: [${text}]\n`,
    );
    const before = sandbox.read('backlog/items/TA-1.md');
    const columns = 'title,assignee,labels,version,releases';
    const expected = [text, text, text, text, text].join('\t');
    const cached = { openCache, env: { XDG_CACHE_HOME: sandbox.dir } };
    for (const options of [{}, cached, cached]) {
      const run = await sandbox.run(['list', '--columns', columns], options);
      expect(run.stdout).toBe(`${expected}
`);
    }
    const [item] = await sandbox.json<Record<string, unknown>[]>('list');
    expect(item).toMatchObject({
      ...{ title: text, assignee: text, version: text },
      ...{ labels: [text], releases: [text] },
    });
    expect(await sandbox.ok('show', 'TA-1')).toMatch(new RegExp(`^TA-1 ${escapePattern(text)}\n`));
    expect(await sandbox.ok('list', `label:${text}`, `assignee:${text}`)).toContain('TA-1');
    const cell = /^[-+]/.test(text) ? `'${text}` : text;
    const cells = [cell, cell, cell, cell, cell].join(',');
    expect(await sandbox.ok('export', 'csv')).toContain(`TA-1,task,${cells},`);
    expect((await sandbox.run(['check'])).stdout).not.toContain('field/type');

    // What is there already is not written again; a text that another is near is another.
    await sandbox.ok('set', 'TA-1', `title=${text}`, `version=${text}`, `labels+=${text}`);
    expect(sandbox.read('backlog/items/TA-1.md')).toBe(before);
    await sandbox.ok('set', 'TA-1', 'labels+=api', `labels-=${text}`);
    expect(sandbox.read('backlog/items/TA-1.md')).toContain('labels: [api]\n');
  });
});

it('writes such a text so that it is read back, by other programs too', async () => {
  const sandbox = prepare('title: Paint\nlabels: [1.10]\n');
  await sandbox.ok('set', 'TA-1', 'title=1.10', 'version=2', 'labels+=1.1', 'labels+=007');
  expect(sandbox.read('backlog/items/TA-1.md')).toContain(
    'title: "1.10"\nlabels: [1.10, "1.1", "007"]\nversion: "2"\n',
  );
  await sandbox.ok('set', 'TA-1', 'releases=[1.10, 3.0]', 'labels-=1.1');
  const [item] = await sandbox.json<object[]>('list');
  expect(item).toMatchObject({
    ...{ title: '1.10', version: '2' },
    ...{ labels: ['1.10', '007'], releases: ['1.10', '3.0'] },
  });
});

it('reads null, ~ and nothing as no value, and quotes as a text', async () => {
  for (const [written, expected] of [
    ['null', undefined],
    ['~', undefined],
    ['', undefined],
    ['"null"', 'null'],
    ['"1.10"', '1.10'],
  ]) {
    const sandbox = prepare(`title: Paint\nassignee: ${written}\n`);
    const [item] = await sandbox.json<{ assignee?: string }[]>('list');
    expect(item?.assignee, written).toBe(expected);
  }
});

it('keeps the numbers of number fields, the team’s own among them, however they are written', async () => {
  const sandbox = prepare('title: Paint\npoints: 5.0\nbudget: 1.50\nscore: {value: 8.0}\n');
  sandbox.write('backlog/items/TA-2.md', '---\nid: TA-2\ntype: task\ntitle: B\nbudget: 10\n---\n');
  sandbox.write('backlog/items/TA-3.md', '---\nid: TA-3\ntype: task\ntitle: C\nbudget: x\n---\n');
  const items = await sandbox.json<object[]>('list', '--sort', 'budget');
  expect(items.slice(0, 2)).toMatchObject([{ points: 5, budget: 1.5 }, { budget: 10 }]);
  const ranked = await sandbox.json<{ id: string; score: number }[]>('rank');
  expect(ranked.map(({ id, score }) => [id, score])).toEqual([
    ['TA-2', 20],
    ['TA-1', 3],
    ['TA-3', null],
  ]);
  const check = await sandbox.run(['check', '--format', 'json']);
  const { findings } = JSON.parse(check.stdout) as { findings: { rule: string; path: string }[] };
  const wrong = findings.filter(({ rule }) => rule === 'field/type');
  expect(wrong.map(({ path }) => path)).toEqual(['backlog/items/TA-3.md']);
});

it('takes ids that look like numbers as they stand', async () => {
  const sandbox = prepare(
    'title: Paint\npersona: 0404\nsprint: 24\ngoal: 2027.10\ndepends: [007]\n',
  );
  const documents = {
    'items/007.md': 'id: 007\ntype: task\ntitle: First\n',
    'personas/0404.md': 'id: 0404\ntype: persona\ntitle: Nobody\naliases: [404, 0x1F]\n',
    'sprints/24.md':
      'id: 24\ntype: sprint\nstatus: planned\ntitle: 1e3\nstart: 2026-12-01\nend: 2026-12-14\n',
    'goals/2027.10.md': 'id: 2027.10\ntype: goal\ntitle: Grow\nhorizon: 2027.10\ntarget: 1.50\n',
  };
  for (const [path, fields] of Object.entries(documents)) {
    sandbox.write(`backlog/${path}`, `---\n${fields}---\n`);
  }
  const shown = await sandbox.ok('show', 'TA-1');
  for (const line of ['0404  Nobody', '24  1e3', '2027.10  Grow', '007  First']) {
    expect(shown).toContain(line);
  }
  expect(await sandbox.ok('list', 'sprint:24', 'goal:2027.10', 'persona:0x1F')).toContain('TA-1');
  const goal = await sandbox.json<object>('show', '2027.10');
  expect(goal).toMatchObject({ horizon: '2027.10', target: 1.5 });
  expect((await sandbox.run(['check'])).stdout).not.toMatch(/field\/type|reference/);
});

function escapePattern(text: string): string {
  return text.replace(/[.+]/g, '\\$&');
}
