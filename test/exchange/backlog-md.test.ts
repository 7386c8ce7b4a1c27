import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

type Files = Readonly<Record<string, string>>;

interface Imported {
  readonly items: readonly { id: string; title: string; outcome: string; place: string }[];
  readonly notes: readonly { kind: string; subject: string; message: string; places: string[] }[];
}

async function importFolder(files: Files, ...flags: readonly string[]) {
  const backlog = await createNewBacklog();
  for (const [path, text] of Object.entries(files)) backlog.write(`from/${path}`, text);
  return { backlog, ...(await importAgain(backlog, ...flags)) };
}

async function importAgain(backlog: NewBacklog, ...flags: readonly string[]) {
  const run = await backlog.run(['import', 'backlog.md', 'from', '--json', ...flags]);
  return { code: run.code, stderr: run.stderr, data: JSON.parse(run.stdout) as Imported };
}

const task = (lines: string, body = 'Text.\n') => `---\n${lines}\n---\n${body}`;
const one = (lines: string) => ({ 'tasks/task-1 - One.md': task(`id: task-1\n${lines}`) });

describe('frontmatter of a Backlog.md task', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['a name that YAML reserves', 'title: One\nassignee: @mia', { assignee: 'mia' }],
    ['a list of such names', 'title: One\nassignee: [@mia, @bo]', { assignee: 'mia' }],
    ['such a list in lines', 'title: One\nassignee:\n  - @mia\n  - @bo', { assignee: 'mia' }],
    ['two names in one text', "title: One\nassignee: '@mia, @bo'", { assignee: 'mia' }],
    ['a colon in the title', 'title: Fix: the door\nassignee: bo', { title: 'Fix: the door' }],
    ['a title in brackets', 'title: [WIP] One\nassignee: bo', { title: '[WIP] One' }],
    ['a percent sign first', 'title: %20 in names', { title: '%20 in names' }],
    ['a quote that is not the end', 'title: "One" and two', { title: '"One" and two' }],
    ['a tab before a list', 'title: One\nlabels:\n\t- web', { labels: ['web'] }],
    ['numbers that are names', 'title: 1.10\nlabels: [1.10, 007]', { labels: ['1.10', '007'] }],
    ['numbers in lines', 'title: 1.10\nlabels:\n  - 1.10\n  - web', { labels: ['1.10', 'web'] }],
    ['a title that is a number', 'title: 1.10', { title: '1.10' }],
    ['a key given twice', 'title: One\npriority: low\npriority: high', { title: 'One' }],
    ['labels in one text', 'title: One\nlabels: web, menu', { labels: ['web', 'menu'] }],
    ['no title', 'assignee: bo', { title: 'One', assignee: 'bo' }],
    ['text before the fence', 'title: One\nassignee: @mia\n\nText.', { assignee: 'mia' }],
    ['a list that is never closed', 'title: One\nlabels: [web, menu', { labels: ['web', 'menu'] }],
  ])('is read with %s', async (_, lines, shown) => {
    const { backlog, code } = await importFolder(one(lines));
    expect(code).toBe(0);
    expect(await backlog.json('show', 'task-1')).toMatchObject(shown);
  });

  it.each([
    ['a line that is no key', 'title: One\nwhat is this', 'what is this'],
    ['a key given twice', 'title: One\npriority: low\npriority: high', 'priority: high'],
  ])('keeps %s as text, and says so', async (_, lines, text) => {
    const { backlog, data } = await importFolder(one(lines));
    expect(data.items).toMatchObject([{ id: 'task-1', title: 'One' }]);
    expect(data.notes).toContainEqual(
      expect.objectContaining({ kind: 'kept', subject: 'frontmatter that could not be read' }),
    );
    expect(await backlog.fileOf('task-1')).toContain(text);
  });

  it('ends where its keys do when it is never closed', async () => {
    const text = '---\nid: task-1\ntitle: One\nassignee: @mia\n\nText: of the task\n';
    const { backlog } = await importFolder({ 'tasks/task-1 - One.md': text });
    expect(await backlog.json('show', 'task-1')).toMatchObject({
      assignee: 'mia',
      body: '\nText: of the task\n',
    });
  });

  it.each(['\ufeff', ''])('is found behind a mark %j and with CRLF', async (mark) => {
    const text = `${mark}${task('id: task-1\ntitle: One\nassignee: @mia')}`.replaceAll(
      '\n',
      '\r\n',
    );
    const { backlog } = await importFolder({ 'tasks/task-1 - One.md': text });
    expect(await backlog.json('show', 'task-1')).toMatchObject({
      assignee: 'mia',
      body: '\nText.\n',
    });
  });
});

describe('a status of Backlog.md', () => {
  const config = 'statuses: [Ideas, Cooking, On the table, Thrown away]\nproject_name: Kitchen\n';
  it.each([
    ['Ideas', 'tasks', 'draft', true],
    ['Cooking', 'tasks', 'doing', true],
    ['On the table', 'tasks', 'done', true],
    ['Done', 'tasks', 'done', false],
    ['Cooking', 'completed', 'done', true],
    ['Cooking', 'archive/tasks', 'dropped', true],
    ['On the table', 'archive/tasks', 'done', true],
    ["Won't Do", 'completed', 'dropped', false],
  ])('%s in %s is %s', async (status, folder, here, isKept) => {
    const { backlog, data } = await importFolder({
      'config.yml': config.replace('Thrown away', 'Cancelled'),
      [`${folder}/task-1 - One.md`]: task(`id: task-1\ntitle: One\nstatus: ${status}`),
    });
    expect(await backlog.json('show', 'task-1')).toMatchObject({ status: here });
    expect((await backlog.fileOf('task-1')).includes(`- status: ${status}`)).toBe(isKept);
    const guesses = data.notes
      .filter(({ kind }) => kind === 'guessed')
      .map(({ subject }) => subject);
    const guess = `status "${status}" imported as ${here}`;
    expect(guesses.includes(guess)).toBe(status.toLowerCase() !== here);
  });

  it('that nobody knows is kept as text', async () => {
    const { backlog, data } = await importFolder(one('title: One\nstatus: Sizzling'));
    expect(await backlog.fileOf('task-1')).toContain('- status: Sizzling');
    expect(data.notes).toMatchObject([{ kind: 'kept', subject: 'status "Sizzling"' }]);
  });
});

it.each([
  ['completed_date: 2026-03-02 10:00\nupdated_date: 2026-03-04', '2026-03-02', []],
  ["updated_date: '2026-03-04 23:59'", '2026-03-04', ['done']],
  ['created_date: 2026-03-01', undefined, []],
])('a done task with %j was done on %s', async (lines, day, guesses) => {
  const { backlog, data } = await importFolder(one(`title: One\nstatus: Done\n${lines}`));
  const shown = await backlog.json<{ done?: string }>('show', 'task-1');
  expect(shown.done).toBe(day);
  const guessed = data.notes.filter(({ kind }) => kind === 'guessed').map(({ subject }) => subject);
  expect(guessed.filter((subject) => subject === 'done')).toEqual(guesses);
});

describe('files of a Backlog.md folder', () => {
  it('that are tasks by their name alone come in, others are named', async () => {
    const { code, data } = await importFolder({
      'tasks/task-7 - Lay-the-table.md': '# Lay it\n\n**Status:** Completed\n',
      'tasks/epics/kitchen/task-8 - Peel.md': task('id: task-8\ntitle: Peel'),
      'tasks/readme.md': '# Tasks\n',
      'docs/doc-1.md': task('id: doc-1\ntitle: Doc'),
    });
    expect(code).toBe(2);
    expect(data.items).toMatchObject([
      { id: 'task-8', title: 'Peel' },
      { id: 'task-7', title: 'Lay the table' },
    ]);
    expect(data.notes).toContainEqual(
      expect.objectContaining({ kind: 'left', places: ['docs/doc-1.md', 'tasks/readme.md'] }),
    );
  });

  it('with one id leave it to the task on the board, whatever their order', async () => {
    const files = {
      'archive/tasks/task-1 - Old.md': task('id: TASK-1\ntitle: Old\ncreated_date: 2026-01-01'),
      'completed/task-2 - Early.md': task('id: task-2\ntitle: Early\ncreated_date: 2026-01-01'),
      'completed/task-2 - Late.md': task('id: task-2\ntitle: Late\ncreated_date: 2026-02-01'),
      'tasks/task-1 - New.md': task('id: task-1\ntitle: New\ncreated_date: 2026-02-01'),
      'tasks/task-3 - Part.md': task(
        'id: task-3\ntitle: Part\nparent_task_id: TASK-1\ndependencies: [task-2]',
      ),
    };
    const { backlog, data } = await importFolder(files);
    const idOf = (title: string) => data.items.find((item) => item.title === title)?.id;
    expect([idOf('New'), idOf('Late')]).toEqual(['task-1', 'task-2']);
    expect([idOf('Old'), idOf('Early')]).not.toContain('task-1');
    expect(await backlog.json('show', 'task-3')).toMatchObject({
      parent: 'task-1',
      depends: ['task-2'],
    });
    // Archived too, each stays the item that it is.
    backlog.write('from/archive/tasks/task-1 - New.md', files['tasks/task-1 - New.md']);
    backlog.write('from/tasks/task-1 - New.md', 'moved');
    const again = await importAgain(backlog, '--update');
    expect(again.data.items.filter(({ outcome }) => outcome === 'added')).toEqual([
      expect.objectContaining({ place: 'tasks/task-1 - New.md' }),
    ]);
    expect(await backlog.json('show', 'task-1')).toMatchObject({ title: 'New', status: 'dropped' });
  });

  it('follow a prefix that was changed', async () => {
    const { backlog } = await importFolder({
      'config.yml': 'task_prefix: back\n',
      'tasks/back-4 - Whole.md': task('id: BACK-4\ntitle: Whole'),
      'tasks/back-4.1 - Part.md': task(
        'id: BACK-4.1\ntitle: Part\nparent_task_id: task-4\ndependencies: ["04"]',
      ),
    });
    expect(await backlog.json('show', 'BACK-4.1')).toMatchObject({
      parent: 'BACK-4',
      depends: ['BACK-4'],
    });
  });

  it('name milestones by id or title, with a page, an archived one or none', async () => {
    const { backlog } = await importFolder({
      'milestones/m-0 - x.md': task('id: m-0\ntitle: First guests'),
      'archive/milestones/m-1 - y.md': task('id: m-1\ntitle: Old guests'),
      'tasks/task-1 - a.md': task('id: task-1\ntitle: A\nmilestone: first guests'),
      'completed/task-2 - b.md': task('id: task-2\ntitle: B\nstatus: Done\nmilestone: m-1'),
      'tasks/task-3 - c.md': task('id: task-3\ntitle: C\nmilestone: Later guests'),
    });
    expect(await backlog.json('show', 'task-1')).toMatchObject({ parent: 'm-0' });
    expect(await backlog.json('show', 'task-2')).toMatchObject({ parent: 'm-1' });
    expect(await backlog.json('show', 'm-1')).toMatchObject({ type: 'epic', status: 'done' });
    const { parent } = await backlog.json<{ parent: string }>('show', 'task-3');
    expect(await backlog.json('show', parent)).toMatchObject({
      type: 'epic',
      title: 'Later guests',
    });
  });

  it.each([
    ['labels: ["type: bug"]', 'bug'],
    ['labels: [kind/bug]', 'bug'],
    ['labels: [Bug]', 'bug'],
    ['labels: [type:feature]', 'story'],
    ['labels: [docs, milestone]', 'task'],
    ['type: bug\nlabels: [feature]', 'bug'],
    ['type: guide', 'task'],
  ])('%j is of type %s', async (lines, type) => {
    const { backlog } = await importFolder(one(`title: One\n${lines}`));
    expect(await backlog.json('show', 'task-1')).toMatchObject({ type });
  });

  it('are those of one project: task-1 of another is another item', async () => {
    const { backlog } = await importFolder({
      ...one('title: Peel potatoes'),
      'config.yml': 'project_name: Kitchen\n',
    });
    backlog.write('from/config.yml', 'project_name: Garden\n');
    backlog.write('from/tasks/task-1 - One.md', task('id: task-1\ntitle: Dig potatoes'));
    const { data } = await importAgain(backlog, '--update');
    expect(data.items).toMatchObject([{ outcome: 'added' }]);
    expect(await backlog.json('show', 'task-1')).toMatchObject({ title: 'Peel potatoes' });
  });

  it('change nothing the second time, and with --update only what changed', async () => {
    const { backlog } = await importFolder({
      'config.yml': 'statuses: [Ideas, Served]\n',
      ...one('title: One\nstatus: Served\nassignee: @mia\nupdated_date: 2026-03-04'),
      'tasks/task-2 - Two.md': task('id: task-2\ntitle: Two\nstatus: Ideas\nbroken'),
      'archive/tasks/task-1 - Old.md': task('id: task-1\ntitle: Old\nmilestone: Guests'),
    });
    const before = hashFolder(join(backlog.dir, 'backlog'));
    await importAgain(backlog);
    await importAgain(backlog, '--update');
    expect(hashFolder(join(backlog.dir, 'backlog'))).toEqual(before);
    backlog.write(
      'from/tasks/task-2 - Two.md',
      task('id: task-2\ntitle: Three\nstatus: Ideas\nbroken'),
    );
    const { data } = await importAgain(backlog, '--update');
    expect(data.items.filter(({ outcome }) => outcome !== 'kept')).toMatchObject([
      { id: 'task-2', title: 'Three', outcome: 'updated' },
    ]);
  });
});

it('a task in Latin-1 is read, which is said', async () => {
  const backlog = await createNewBacklog();
  const text = task('id: task-1\ntitle: Grüße an alle');
  mkdirSync(join(backlog.dir, 'from/tasks'), { recursive: true });
  writeFileSync(join(backlog.dir, 'from/tasks/task-1 - x.md'), text, 'latin1');
  const { code, data } = await importAgain(backlog);
  expect([code, data.items[0]?.title]).toEqual([0, 'Grüße an alle']);
  expect(data.notes).toMatchObject([{ kind: 'guessed', subject: 'encoding Windows-1252' }]);
});

describe('one file never stops an import', () => {
  const isRoot = process.getuid?.() === 0;
  it.each<[string, (dir: string) => void | Promise<void>, string, string]>([
    ['an image', (dir) => writeFileSync(join(dir, 'a.png'), '\x89PNG\0'), 'a.png', 'not a task'],
    [
      'a task that is too large',
      (dir) => writeFileSync(join(dir, 'tasks/task-2 - x.md'), 'x'.repeat(5 * 1024 * 1024 + 1)),
      'tasks/task-2 - x.md',
      'the file is larger than 5 MB: split it',
    ],
    [
      'a link that leads nowhere',
      (dir) => symlinkSync('nowhere', join(dir, 'tasks/task-2 - x.md')),
      'tasks/task-2 - x.md',
      'a symbolic link, which is not followed',
    ],
    [
      'a link to the folder around it',
      (dir) => symlinkSync('..', join(dir, 'tasks/loop')),
      'tasks/loop',
      'a symbolic link, which is not followed',
    ],
    [
      'a socket',
      async (dir) => {
        const server = createServer();
        await new Promise<void>((done) => server.listen(join(dir, 'tasks/s.md'), done));
        onTestFinished(() => {
          server.close();
        });
      },
      'tasks/s.md',
      'not a regular file',
    ],
    [
      'a folder named as a task',
      (dir) => {
        mkdirSync(join(dir, 'tasks/task-2 - x.md'));
        writeFileSync(join(dir, 'tasks/task-2 - x.md/a.txt'), 'x');
      },
      'tasks/task-2 - x.md/a.txt',
      'not a task',
    ],
    [
      'folders without end',
      (dir) => {
        mkdirSync(join(dir, 'tasks', ...'abcdefghi'), { recursive: true });
      },
      'tasks/a/b/c/d/e/f/g/h/',
      'deeper than 8 folders',
    ],
    ...(isRoot
      ? []
      : ([
          [
            'a task that cannot be read: permission denied',
            (dir: string) => {
              writeFileSync(join(dir, 'tasks/task-2 - x.md'), 'x');
              chmodSync(join(dir, 'tasks/task-2 - x.md'), 0);
            },
            'tasks/task-2 - x.md',
            'it cannot be read: permission denied',
          ],
        ] satisfies [string, (dir: string) => void, string, string][])),
  ])('%s is named and left', async (_, make, path, why) => {
    const backlog = await createNewBacklog();
    for (const [name, text] of Object.entries(one('title: One')))
      backlog.write(`from/${name}`, text);
    await make(join(backlog.dir, 'from'));
    const { code, data } = await importAgain(backlog);
    expect(code).toBe(2);
    expect(data.items).toMatchObject([{ id: 'task-1' }]);
    expect(data.notes).toMatchObject([
      { kind: 'left', subject: 'files', message: why, places: [path] },
    ]);
  });
});
