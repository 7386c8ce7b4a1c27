import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFolder, listFiles } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox, repository } from '../support/sandbox.js';

const backlogMd = join(repository, 'test', 'fixtures', 'exchange', 'backlog-md');

describe('keys of another program', () => {
  it.each(['K-1', 'L-01', 'AB-77'])('may have the number of one that is there: %s', async (key) => {
    const backlog = await createNewBacklog();
    for (const one of ['AB-1', key]) {
      backlog.write('a.csv', `Issue key,Summary,Issue Type\n${one},About ${one},Story\n`);
      expect(await backlog.ok('import', 'csv', 'a.csv')).toBe(`${one}\n`);
    }
  });
});

describe('import backlog.md', () => {
  it('keeps ids, order, parents, dependencies, criteria and milestones', async () => {
    const backlog = await createNewBacklog();
    const { code, stderr } = await backlog.run(['import', 'backlog.md', backlogMd]);
    expect([code, stderr.split('\n')]).toEqual([
      0,
      [
        expect.stringMatching(/^guessed: type "feature" taken as story \(tasks\/task-1 /),
        expect.stringMatching(
          /^guessed: status "To Do" imported as draft \(2 times: tasks\/task-1.1/,
        ),
        expect.stringMatching(/^guessed: status "In Progress" imported as doing \(tasks\/task-1 /),
        'kept as text: also assigned (tasks/task-1 - Show-the-days-menu.md)',
        'kept as text: updated date (tasks/task-1 - Show-the-days-menu.md)',
        'kept as text: references (tasks/task-1 - Show-the-days-menu.md)',
        '',
      ],
    ]);
    expect(await backlog.json('list')).toMatchObject([
      { id: 'm-0', type: 'epic', title: 'First guests' },
      { id: 'TASK-1.1', type: 'task', parent: 'TASK-1', depends: ['TASK-1'] },
      {
        id: 'TASK-1',
        type: 'story',
        status: 'doing',
        parent: 'm-0',
        labels: ['menu', 'web', 'priority-high'],
        assignee: 'cook',
        due: '2026-12-24',
        criteria: { total: 2, done: 1 },
        story: { role: 'guest', want: "see the day's menu" },
      },
      { id: 'TASK-2', status: 'draft' },
      { id: 'DRAFT-1', status: 'draft' },
    ]);
    const text = await backlog.fileOf('TASK-1');
    for (const kept of ['Ask the cook', 'The list comes from the till', 'Read by the cook']) {
      expect(text).toContain(kept);
    }
    expect(text).toContain('2026-11-25 23:12 by @cook:\n\nLooks good\nto me\n');
    expect(text).toContain('- also assigned: waiter\n');
    expect(text).toContain('- references: https://example.com/menu\n');
    expect(text).not.toContain('<!--');
  });

  it('changes nothing the second time; --update takes the source’s values again', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('import', 'backlog.md', backlogMd);
    await backlog.ok('set', 'TASK-2', 'title=Newer idea');
    const before = hashFolder(backlog.dir);
    await backlog.ok('import', 'backlog.md', backlogMd);
    expect(hashFolder(backlog.dir)).toEqual(before);
    const again = await backlog.json<{ items: object[] }>(
      'import',
      'backlog.md',
      backlogMd,
      '--update',
    );
    expect(again.items).toMatchObject([
      { id: 'm-0', outcome: 'kept' },
      { id: 'TASK-1.1', outcome: 'kept' },
      { id: 'TASK-1', outcome: 'kept' },
      { id: 'TASK-2', outcome: 'updated', title: 'Old idea' },
      { id: 'DRAFT-1', outcome: 'kept' },
    ]);
  });

  it('says which folder is meant when there are no tasks in it', async () => {
    const backlog = await createNewBacklog();
    const { code, stderr } = await backlog.run(['import', 'backlog.md', 'backlog']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('no tasks/ in this folder')]);
  });
});

describe('import csv', () => {
  it('keeps what fits no field at the end of the body, and says so', async () => {
    const backlog = await createNewBacklog();
    backlog.write(
      'in.csv',
      'Key,Title,Points,Goal,Team,Status\nCAL-7,Menu,many,tourism,Red,On Fire\n',
    );
    const { code, stderr, stdout } = await backlog.run(['import', 'csv', 'in.csv']);
    expect([code, stdout]).toEqual([0, 'CAL-7\n']);
    expect(stderr).toContain('kept as text: Team (line 2)\n');
    expect(stderr).toContain(
      'kept as text: status "On Fire" (line 2): no such status here: set to draft\n',
    );
    expect(stderr).toContain('kept as text: points (line 2): expected a number');
    expect(stderr).toContain('kept as text: goal (line 2): there is no goal "tourism"');
    expect(await backlog.fileOf('CAL-7')).toContain(
      '## Imported\n\n- Team: Red\n- status: On Fire\n- points: many\n- goal: tourism\n',
    );
  });

  it('gives an id of its own where the source’s is none or is taken', async () => {
    const backlog = await createNewBacklog();
    const taken = await backlog.id('add', 'one');
    backlog.write(
      'in.csv',
      `id,title,parent,depends\n12,a,,\n${taken},b,12,\nX-1,c,${taken},"12 X-9"\n`,
    );
    const added = await backlog.json<{ items: { id: string }[] }>('import', 'csv', 'in.csv');
    const [a, b, c] = added.items.map(({ id }) => id);
    expect(a).toMatch(/^TA-[0-9A-Z]{5}$/);
    expect(b).not.toBe(taken);
    expect(await backlog.json('show', b ?? '')).toMatchObject({ parent: a });
    expect(await backlog.json('show', c ?? '')).toMatchObject({
      id: 'X-1',
      parent: b,
      depends: [a],
    });
    expect(await backlog.fileOf('X-1')).toContain('- depends on: X-9\n');
  });
});

describe('import csv --update', () => {
  const first =
    'Issue key,Summary,Status,Points,Labels,Description\nSH-1,Pay,To Do,3,"a, b",By card\n';

  async function importTwice(...second: readonly string[]) {
    const backlog = await createNewBacklog();
    backlog.write('in.csv', first);
    await backlog.ok('import', 'csv', 'in.csv');
    await backlog.ok('set', 'SH-1', 'status=doing');
    const runs = [];
    for (const table of second) {
      backlog.write('in.csv', table);
      runs.push(await backlog.run(['import', 'csv', 'in.csv', '--update']));
    }
    const text = await backlog.fileOf('SH-1');
    return { runs, text, item: await backlog.json<object>('show', 'SH-1') };
  }

  it.each([
    ['a column that is gone', 'Issue key,Summary\nSH-1,Pay\n'],
    ['an empty cell', 'Issue key,Summary,Status,Points,Labels,Description\nSH-1,Pay,,,,\n'],
    ['a short row', 'Issue key,Summary,Status,Points,Labels,Description\nSH-1,Pay\n'],
    ['a heading alone', 'Issue key,Summary,Points,Labels\nSH-1,Pay,,\n'],
  ])('clears nothing for %s', async (_, table) => {
    const { item, text } = await importTwice(table);
    expect(item).toMatchObject({ status: 'doing', points: 3, labels: ['a', 'b'] });
    expect(text).toContain('\nBy card\n');
  });

  it('says when it takes a status back, and which labels it keeps', async () => {
    const { runs, item } = await importTwice(first.replace('"a, b"', 'b'));
    expect(runs[0]).toMatchObject({
      code: 0,
      stderr:
        'guessed: status doing became draft (line 2)\n' +
        'guessed: labels (line 2): a kept, which the source does not have\n',
    });
    expect(item).toMatchObject({ status: 'draft', labels: ['a', 'b'] });
  });

  it('keeps a newer description next to the item’s own, and says so once', async () => {
    const newer = first.replace('By card', 'By card\nor cash');
    const newest = newer.replace('To Do', 'In Progress').replace('or cash', 'or by phone');
    const quoted = (table: string) => table.replace(/By card\n[\w ]+/, '"$&"');
    const { runs, text } = await importTwice(quoted(newer), quoted(newer), quoted(newest));
    const said = "kept as text: description (line 2): the item's own text stays as it is\n";
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, `guessed: status doing became draft (line 2)\n${said}`],
      [0, ''],
      [0, expect.stringContaining(said)],
    ]);
    expect(text.slice(text.indexOf('\n---\n'))).toBe(
      '\n---\n\nBy card\n\n## Imported\n\n### Description in the source\n\nBy card\nor by phone\n',
    );
  });
});

describe('import csv of another origin', () => {
  const bare = (title: string) => `#,Title\n1,${title}\n`;
  const placed = (url: string, title: string) => `#,Title,URL\n1,${title},${url}\n`;

  it.each([
    [
      'by address',
      placed('https://x.example/a/issues/1', 'Pay'),
      placed('https://x.example/b/issues/1', 'Pay'),
      [],
    ],
    ['by project', '#,Title,Project\n1,Pay,a\n', '#,Title,Project\n1,Pay,b\n', []],
    ['by --origin', bare('Pay'), bare('Pay'), ['--origin', 'b']],
  ])('is another item %s, with --update too', async (_, one, other, flags) => {
    const backlog = await createNewBacklog();
    backlog.write('a.csv', one);
    backlog.write('b.csv', other.replace('Pay', 'Ship it'));
    await backlog.ok('import', 'csv', 'a.csv', ...(flags.length > 0 ? ['--origin', 'a'] : []));
    for (const more of [[], ['--update']]) {
      await backlog.ok('import', 'csv', 'b.csv', ...flags, ...more);
      const items = await backlog.json<{ title: string }[]>('list');
      expect(items.map(({ title }) => title)).toEqual(['Pay', 'Ship it']);
    }
  });

  it.each([
    ['Pay by card', 'Ship by boat'],
    ['Login page', 'Page numbers in the report'],
    ['Fix the build', 'Fix typos'],
    ['Über uns', 'Impressum'],
  ])('without one is refused where the titles differ: %s, %s', async (mine, theirs) => {
    const backlog = await createNewBacklog();
    backlog.write('a.csv', bare(mine));
    backlog.write('b.csv', bare(theirs));
    await backlog.ok('import', 'csv', 'a.csv');
    const before = hashFolder(join(backlog.dir, 'backlog'));
    const { code, stderr } = await backlog.run(['import', 'csv', 'b.csv', '--update']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--origin')]);
    expect(hashFolder(join(backlog.dir, 'backlog'))).toEqual(before);
  });

  it('is recognised where it was imported before without one', async () => {
    const backlog = await createNewBacklog();
    backlog.write('a.csv', bare('Pay by card'));
    await backlog.ok('import', 'csv', 'a.csv');
    backlog.write('a.csv', placed('https://x.example/a/issues/1', 'Pay by card'));
    await backlog.ok('import', 'csv', 'a.csv', '--update');
    expect(await backlog.json('list')).toMatchObject([{ source: 'csv:x.example/a#1' }]);
  });
});

describe('import github', () => {
  const issues = [
    {
      number: 12,
      title: 'Menu',
      body: 'As a guest, I want a menu, so that I can choose.\r\n\r\n## Acceptance criteria\r\n\r\n- [x] sorted\r\n',
      state: 'OPEN',
      labels: [{ name: 'enhancement' }],
      assignees: [{ login: 'cook' }, { login: 'waiter' }],
      milestone: { title: 'First guests', dueOn: '2026-12-24T00:00:00Z' },
      createdAt: '2026-11-01T08:00:00Z',
      url: 'https://example.com/issues/12',
      comments: [
        { author: { login: 'cook' }, body: 'Yes\nplease', createdAt: '2026-11-02T08:00:00Z' },
      ],
      reviewRequests: [{ login: 'cook' }],
    },
    {
      number: 13,
      title: 'Twice',
      state: 'CLOSED',
      stateReason: 'NOT_PLANNED',
      labels: [{ name: 'bug' }],
    },
    { number: 14, title: 'Paid', state: 'CLOSED', closedAt: '2026-11-20T08:00:00Z', body: 'plain' },
  ];

  it('makes epics of milestones, and keeps what it does not know', async () => {
    const backlog = await createNewBacklog();
    backlog.write('in.json', JSON.stringify(issues));
    const { code, stderr } = await backlog.run(['import', 'github', 'in.json']);
    expect([code, stderr]).toEqual([
      0,
      'guessed: label "enhancement" taken as type story (issue 12)\n' +
        'guessed: status "OPEN" imported as draft (issue 12)\n' +
        'guessed: label "bug" taken as type bug (issue 13)\n' +
        'guessed: status "not planned" imported as dropped (issue 13)\n' +
        'guessed: status "CLOSED" imported as done (issue 14)\n' +
        'kept as text: also assigned (issue 12)\n' +
        'kept as text: reviewRequests (issue 12)\n' +
        'kept as text: comments (issue 12)\n',
    ]);
    const [epic, menu, twice, paid] = await backlog.json<{ id: string; parent: string }[]>(
      'list',
      '--all',
    );
    expect(epic).toMatchObject({ type: 'epic', title: 'First guests', due: '2026-12-24' });
    expect(menu).toMatchObject({
      type: 'story',
      source: 'https://example.com/issues/12',
      parent: epic?.id,
      labels: ['enhancement'],
      created: '2026-11-01',
      assignee: 'cook',
      criteria: { total: 1, done: 1 },
    });
    expect(await backlog.fileOf(menu?.id ?? '')).toContain(
      '- also assigned: waiter\n- reviewRequests: [{"login":"cook"}]\n\n### comment by cook on 2026-11-02\n\nYes\nplease\n',
    );
    expect(twice).toMatchObject({ type: 'bug', status: 'dropped' });
    expect(paid).toMatchObject({ type: 'task', status: 'done', done: '2026-11-20' });
  });

  it.each([
    ['{', 'the file is not JSON'],
    ['[{"number": "12"}]', 'this is not the output of gh issue list --json or gh api'],
  ])('%j is refused', async (text, message) => {
    const backlog = await createNewBacklog();
    backlog.write('in.json', text);
    const { code, stderr } = await backlog.run(['import', 'github', 'in.json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('export', () => {
  it('as csv comes back with every field, to the byte of the body', async () => {
    const source = createSandbox('examples/calendar');
    const table = await source.ok('export', 'csv', '--all');
    // Everything the items name is there already, as in a fork of the same backlog.
    const target = createSandbox('examples/calendar');
    const ids = (await target.json<{ id: string }[]>('list', '--all')).map(({ id }) => id);
    await target.ok('delete', '--force', ...ids);
    expect(await target.json('list', '--all')).toEqual([]);
    target.write('all.csv', table);
    const { code, stderr } = await target.run(['import', 'csv', 'all.csv']);
    expect([code, stderr]).toEqual([0, '']);
    const plain = async (sandbox: typeof source) => {
      const items = await sandbox.json<Record<string, unknown>[]>('list', '--all');
      // One goal may stand as a text or as a list of one: both say the same. Keys without a value
      // part those that change.
      return items.map(({ rank, path, goal, conflicts, ...rest }) => ({
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
        goal: [goal ?? []].flat(),
        conflicts: [conflicts ?? []].flat(),
      }));
    };
    expect(await plain(target)).toEqual(await plain(source));
    const id = ids[5] ?? '';
    const bodyOf = (text: string) => text.slice(text.indexOf('\n---\n'));
    const pathOf = async (sandbox: typeof source) =>
      (await sandbox.json<{ path: string }>('show', id)).path;
    expect(bodyOf(target.read(await pathOf(target)))).toBe(
      bodyOf(source.read(await pathOf(source))),
    );
  });

  it('as github comes back through import github', async () => {
    const source = createSandbox('examples/calendar');
    const target = await createNewBacklog();
    target.write('issues.json', await source.ok('export', 'github', 'type:story'));
    await target.ok('import', 'github', 'issues.json');
    const titles = async (sandbox: typeof source, ...words: string[]) =>
      (await sandbox.json<{ title: string }[]>('list', ...words)).map(({ title }) => title);
    const brought = (await titles(target, 'type:story')).map((title) => title.replace(/^\S+ /, ''));
    expect(brought).toEqual(await titles(source, 'type:story'));
  });

  it('as markdown groups by progress and escapes titles', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'A <b>*bold*</b> [title]', '--points', '3');
    const done = await backlog.id('add', '-t', 'task', 'Paid');
    await backlog.ok('done', done);
    expect(await backlog.ok('export', 'markdown', '--all')).toBe(
      `# Product backlog\n\n## To do\n\n- [ ] **${id}** A \\<b\\>\\*bold\\*\\</b\\> \\[title\\] (3 points)\n\n` +
        `## Done\n\n- [x] **${done}** Paid (task)\n`,
    );
  });

  it('leaves private items out of what is shown around, and keeps them in tables', async () => {
    const backlog = await createNewBacklog();
    const epic = await backlog.id('add', '-t', 'epic', 'Secret', '--set', 'private=true');
    await backlog.ok('add', '-t', 'task', 'Paid', '--parent', epic);
    for (const format of ['markdown', 'github']) {
      const { stdout, stderr } = await backlog.run(['export', format]);
      expect(stdout).toContain('Paid');
      expect(stdout).not.toMatch(new RegExp(`Secret|${epic}`));
      expect(stderr).toBe('note: 1 private item left out (--private)\n');
    }
    expect(await backlog.ok('export', 'csv')).toContain('Secret');
  });

  it('writes the columns asked for, and refuses unknown ones', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('add', '--as', 'guest', '--want', 'a menu', '--criterion', '=1+1');
    expect(await backlog.ok('export', 'csv', '--columns', 'title,role,want,criteria')).toBe(
      'title,role,want,criteria\nA menu,guest,a menu,[ ] =1+1\n',
    );
    const { code, stderr } = await backlog.run(['export', 'csv', '--columns', 'titel']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean title?')]);
  });

  it('writes nothing', async () => {
    const sandbox = createSandbox('examples/calendar');
    const before = listFiles(sandbox.dir);
    for (const format of ['csv', 'json', 'github', 'markdown']) await sandbox.ok('export', format);
    expect(listFiles(sandbox.dir)).toEqual(before);
  });
});
