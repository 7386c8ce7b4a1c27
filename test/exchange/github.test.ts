import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

interface Imported {
  readonly items: readonly { id: string; title: string; outcome: string; place: string }[];
  readonly notes: readonly { kind: string; subject: string; count: number }[];
}

async function importText(backlog: NewBacklog, text: string, ...flags: readonly string[]) {
  backlog.write('in.json', text);
  const { code, stdout, stderr } = await backlog.run([
    ...['import', 'github', 'in.json', '--json'],
    ...flags,
  ]);
  return { code, stderr, data: (stdout === '' ? null : JSON.parse(stdout)) as Imported };
}

async function importNew(value: unknown, ...flags: readonly string[]) {
  const backlog = await createNewBacklog();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const run = await importText(backlog, text, ...flags);
  const show = async <T extends object>(at = 0) =>
    backlog.json<T>('show', run.data.items[at]?.id ?? '');
  return { backlog, ...run, show };
}

const issue = (number: number, more: object = {}) => ({
  number,
  title: `Issue ${number}`,
  ...more,
});
const url = (repository: string, number: number) =>
  `https://github.com/${repository}/issues/${number}`;

describe('the shapes of GitHub’s JSON', () => {
  const two = [issue(1), issue(2)];
  const lines = two.map((one) => JSON.stringify(one)).join('\n');
  it.each<[string, unknown]>([
    ['gh issue list --json', two],
    ['gh api', two.map((one) => ({ ...one, comments: 0, labels: [], user: { login: 'ann' } }))],
    ['gh api --paginate', '[{"number":1,"title":"Issue 1"}]\n[{"number":2,"title":"Issue 2"}]'],
    [
      'pages without a line between',
      '[{"number":1,"title":"Issue 1"}][{"number":2,"title":"Issue 2"}]',
    ],
    ['gh api --paginate --slurp', two.map((one) => [one])],
    ['JSON lines', lines],
    ['JSON lines with CRLF and a byte order mark', `\ufeff${lines.replace('\n', '\r\n')}\r\n`],
    ['GraphQL', { data: { repository: { issues: { totalCount: 2, nodes: two } } } }],
    [
      'GraphQL with edges',
      { data: { repository: { issues: { edges: two.map((node) => ({ node })) } } } },
    ],
    [
      'GraphQL’s search',
      { data: { repository: { hasIssuesEnabled: true }, search: { nodes: two } } },
    ],
    ['the search of the REST API', { total_count: 2, incomplete_results: false, items: two }],
    [
      'two lists that share an issue',
      { data: { assigned: { nodes: two }, authored: { nodes: two } } },
    ],
  ])('%s', async (_, value) => {
    const { code, data } = await importNew(value);
    expect([code, data.items.map(({ title }) => title)]).toEqual([0, ['Issue 1', 'Issue 2']]);
  });

  it('of one issue alone, and of none', async () => {
    expect((await importNew(issue(7))).data.items).toHaveLength(1);
    expect((await importNew([])).code).toBe(0);
  });

  it.each([
    ['a broken line', `${JSON.stringify(issue(1))}\n{"number": 2,\n${JSON.stringify(issue(3))}`],
    ['an issue without a title', JSON.stringify([issue(1), { number: 2, title: null }, issue(3)])],
    ['what is no issue', JSON.stringify([issue(1), 2, issue(3)])],
    [
      'a pull request',
      JSON.stringify([issue(1), issue(2, { pull_request: { url: 'x' } }), issue(3)]),
    ],
    [
      'one by its address',
      JSON.stringify([issue(1), issue(2, { url: 'https://github.com/a/b/pull/2' }), issue(3)]),
    ],
  ])('names %s and takes the rest', async (_, text) => {
    const { code, data } = await importNew(text);
    expect([code, data.items.map(({ title }) => title)]).toEqual([2, ['Issue 1', 'Issue 3']]);
    expect(data.notes).toMatchObject([{ kind: 'left', count: 1 }]);
  });

  it('says what GitHub said in place of issues', async () => {
    const { code, stderr } = await importNew({ message: 'Not Found', status: '404' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('it says "Not Found"')]);
  });
});

describe('an issue of GitHub', () => {
  it.each<[string, object, Record<string, unknown>]>([
    ['labels as objects', { labels: [{ id: 1, name: 'shop' }] }, { labels: ['shop'] }],
    ['labels as nodes', { labels: { nodes: [{ name: 'shop' }] } }, { labels: ['shop'] }],
    ['labels as words', { labels: ['shop'] }, { labels: ['shop'] }],
    [
      'closed',
      { state: 'closed', closed_at: '2025-03-04T23:00:00Z' },
      { status: 'done', done: '2025-03-04' },
    ],
    ['not planned', { state: 'closed', state_reason: 'not_planned' }, { status: 'dropped' }],
    ['a duplicate', { state: 'CLOSED', stateReason: 'DUPLICATE' }, { status: 'dropped' }],
    ['completed', { state: 'closed', state_reason: 'completed' }, { status: 'done' }],
    ['reopened', { state: 'open', state_reason: 'reopened' }, { status: 'draft' }],
    ['closed by a mark', { closed: true }, { status: 'done' }],
    ['the day it was made', { created_at: '2025-01-02T00:00:00Z' }, { created: '2025-01-02' }],
    ['assignees', { assignees: [{ login: 'ann' }, { login: 'bo' }] }, { assignee: 'ann' }],
    ['one assignee', { assignee: { login: 'ann' } }, { assignee: 'ann' }],
    ['a type', { type: { name: 'Bug', color: 'red' } }, { type: 'bug' }],
    ['a type of GraphQL', { issueType: { name: 'Feature' } }, { type: 'story' }],
    ['a label type: bug', { labels: [{ name: 'type: bug' }] }, { type: 'bug' }],
    ['a label Type: Bug', { labels: [{ name: 'Type: Bug' }] }, { type: 'bug' }],
    ['a label kind/bug', { labels: [{ name: 'kind/bug' }] }, { type: 'bug' }],
    ['a label T-defect', { labels: [{ name: 't:defect' }] }, { type: 'bug' }],
    ['a label enhancement', { labels: [{ name: 'enhancement' }] }, { type: 'story' }],
    ['a label question', { labels: [{ name: 'question' }] }, { type: 'task' }],
    [
      'a checklist',
      { body: 'Do it.\r\n\r\n- [x] sorted\r\n- [ ] printed' },
      { criteria: { total: 2, done: 1 } },
    ],
    [
      'a checklist of a template',
      { body: '### Before\n\n- [x] I searched' },
      { criteria: { total: 0, done: 0 } },
    ],
  ])('with %s', async (_, more, shown) => {
    const { show } = await importNew([issue(1, more)]);
    expect(await show()).toMatchObject(shown);
  });

  it('keeps comments with who and when, or how many there are', async () => {
    const { backlog, data } = await importNew([
      issue(1, {
        comments: [{ user: { login: 'ann' }, created_at: '2025-01-02T00:00:00Z', body: 'Yes' }],
      }),
      issue(2, { comments: { nodes: [{ author: { login: 'bo' }, body: 'No' }], totalCount: 3 } }),
      issue(3, { comments: 4 }),
      issue(4, { comments: 0 }),
    ]);
    const texts = await Promise.all(data.items.map(({ id }) => backlog.fileOf(id)));
    expect(texts[0]).toContain('- comment by ann on 2025-01-02: Yes\n');
    expect(texts[1]).toContain('- comments: 2, not in the file\n- comment by bo: No\n');
    expect(texts[2]).toContain('- comments: 4, not in the file\n');
    expect(texts[3]).not.toContain('comment');
  });

  it.each<[string, readonly object[]]>([
    ['it names its parent', [issue(1), issue(2, { parent: { number: 1 } })]],
    [
      'it has its address',
      [issue(1), issue(2, { parent_issue_url: 'https://api.github.com/repos/a/b/issues/1' })],
    ],
    ['the parent names it', [issue(1, { subIssues: { nodes: [{ number: 2 }] } }), issue(2)]],
    ['it stands in a list of tasks', [issue(1, { body: '- [ ] #2\n- [x] #9' }), issue(2)]],
  ])('is a part of another when %s', async (_, issues) => {
    const { data, show } = await importNew(issues);
    expect(await show(1)).toMatchObject({ parent: data.items[0]?.id });
  });

  it('keeps what it does not know as text', async () => {
    const { show } = await importNew([issue(1, { closed_by: { login: 'ann' }, estimate: 5 })]);
    const { body } = await show<{ body: string }>();
    expect(body).toContain('- closed_by: {"login":"ann"}\n- estimate: 5\n');
  });
});

describe('where issues come from', () => {
  const of = (repository: string) => (number: number, title: string) => ({
    number,
    title,
    url: url(repository, number),
    milestone: { title: 'First' },
  });

  it.each([
    [{ url: url('a/b', 1) }, 'github:a/b#1'],
    [{ url: 'https://api.github.com/repos/a/b/issues/1', html_url: url('a/b', 1) }, 'github:a/b#1'],
    [{ repository_url: 'https://api.github.com/repos/a/b' }, 'github:a/b#1'],
    [{ repository: { nameWithOwner: 'a/b' } }, 'github:a/b#1'],
    [{ url: 'https://git.example.org/a/b/issues/1' }, 'github:git.example.org/a/b#1'],
    [{ url: 'https://git.example.org/api/v3/repos/a/b/issues/1' }, 'github:git.example.org/a/b#1'],
    [{}, 'github:1'],
  ])('is read from %j', async (more, source) => {
    const { show } = await importNew([issue(1, more)]);
    expect(await show()).toMatchObject({ source });
  });

  it('keeps issue 1 of one apart from issue 1 of another', async () => {
    const backlog = await createNewBacklog();
    await importText(backlog, JSON.stringify([of('a/shop')(1, 'Basket of goods')]));
    const second = await importText(
      backlog,
      JSON.stringify([of('b/shop')(1, 'Basket weight')]),
      '--update',
    );
    expect(second.data.items.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    const all = await backlog.json<{ title: string; type: string }[]>('list');
    expect(all.map(({ title }) => title)).toEqual([
      'First',
      'Basket of goods',
      'First',
      'Basket weight',
    ]);
  });

  it('is what --origin says where the file does not', async () => {
    const backlog = await createNewBacklog();
    const text = JSON.stringify([issue(1)]);
    await importText(backlog, text, '--origin', 'a/shop');
    const other = await importText(backlog, text, '--origin', 'b/shop', '--update');
    const same = await importText(backlog, text, '--origin', 'a/shop', '--update');
    expect([other.data.items[0]?.outcome, same.data.items[0]?.outcome]).toEqual(['added', 'kept']);
  });

  it.each(['github#1', 'github:1', url('a/b', 1)])(
    'takes over an item whose source says %s',
    async (source) => {
      const backlog = await createNewBacklog();
      const id = await backlog.id('add', 'Basket', '--set', `source=${source}`);
      const text = JSON.stringify([issue(1, { title: 'Basket', url: url('a/b', 1) })]);
      const { data } = await importText(backlog, text, '--update');
      expect(data.items).toMatchObject([{ id, outcome: 'updated' }]);
      expect(await backlog.json('show', id)).toMatchObject({ source: 'github:a/b#1' });
    },
  );

  it('changes nothing the second time', async () => {
    const issues = [
      { ...of('a/shop')(1, 'Basket'), body: 'Do it.\n\n- [ ] one', comments: 2, labels: ['bug'] },
      { ...of('a/shop')(2, 'Bill'), state: 'closed', closed_at: '2025-03-04T00:00:00Z' },
    ];
    const { backlog } = await importNew(issues);
    const before = hashFolder(`${backlog.dir}/backlog`);
    await importText(backlog, JSON.stringify(issues));
    await importText(backlog, JSON.stringify(issues), '--update');
    expect(hashFolder(`${backlog.dir}/backlog`)).toEqual(before);
  });
});
