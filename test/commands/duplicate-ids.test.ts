import { beforeEach, describe, expect, it } from 'vitest';
import { startRepository } from '../support/check-backlog.js';
import { listFiles } from '../support/folder.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

const text = (title: string, more = '') =>
  `---\nid: ST-1\ntype: story\nstatus: draft\ntitle: ${title}\nrank: a0\n${more}---\n\n## Acceptance criteria\n\n- [ ] One\n`;

let backlog: Sandbox;

beforeEach(async () => {
  backlog = createSandbox();
  await backlog.ok('init');
  backlog.write('backlog/items/ST-1-first.md', text('First'));
  backlog.write('backlog/items/ST-1-second.md', text('Second'));
  backlog.write('backlog/items/ST-2.md', text('Another').replace('ST-1', 'ST-2'));
});

const read = () =>
  listFiles(backlog.dir)
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, backlog.read(path)]);

describe('an id that two files have', () => {
  it.each([
    ['show', 'ST-1'],
    ['show', '1'],
    ['log', 'st-1'],
    ['why', 'ST-1'],
    ['trace', 'ST-1'],
    ['set', 'ST-1', 'points=3'],
    ['set', 'ST-2', 'depends=ST-1'],
    ['set', 'ST-2', 'parent=ST-1'],
    ['start', 'ST-1'],
    ['done', 'ST-1', '--tick'],
    ['drop', 'ST-1'],
    ['reopen', 'ST-1'],
    ['delete', 'ST-1'],
    ['delete', 'ST-1', '--force'],
    ['archive', 'ST-1'],
    ['edit', 'ST-1'],
    ['split', 'ST-1', 'A part'],
    ['merge', 'ST-1', '--into', 'ST-2'],
    ['merge', 'ST-2', '--into', 'ST-1'],
    ['move', 'ST-1', '--bottom'],
    ['move', 'ST-2', '--before', 'ST-1'],
    ['add', 'New', '--after', 'ST-1'],
    ['score', 'ST-1', 'value=8'],
    ['estimate', 'ST-1', '--votes', '3,5'],
    ['link', 'ST-1', 'ST-2'],
    ['sprint', 'add', 'ST-1'],
    ['ask', 'ST-1', 'Why?'],
  ])('names neither in %s %s', async (...argv) => {
    const before = read();
    const { code, stderr } = await backlog.run(argv, { env: { EDITOR: 'false' } });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(
        'ST-1 is the id of 2 files: items/ST-1-first.md and items/ST-1-second.md; run storymark doctor',
      ),
    ]);
    expect(read()).toEqual(before);
  });

  it('is found where one of the files is not named for it, and where one is archived', async () => {
    backlog.write('backlog/items/notes.md', text('Notes').replace('ST-1', 'ST-3'));
    backlog.write('backlog/items/archive/ST-3.md', text('Old').replace('ST-1', 'st-3'));
    const { code, stderr } = await backlog.run(['set', 'ST-3', 'points=3']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('items/archive/ST-3.md and items/notes.md'),
    ]);
  });

  it('keeps a sprint from being started or closed, as the record would count it twice', async () => {
    await backlog.ok('sprint', 'create', 'A goal', '--start', '2026-11-23');
    const [sprint = ''] = await backlog
      .json<{ id: string }[]>('sprint', 'list')
      .then((sprints) => sprints.map(({ id }) => id));
    for (const name of ['first', 'second']) {
      backlog.write(`backlog/items/ST-1-${name}.md`, text(name, `sprint: ${sprint}\n`));
    }
    expect(await backlog.run(['sprint', 'start'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ST-1 is the id of 2 files'),
    });
  });

  it.each([
    'backlog/items/ST-1-second.md',
    './backlog/items/ST-1-second.md',
    'items/ST-1-second.md',
    'ST-1-second.md',
  ])('leaves it to show, edit and delete to take the path %s', async (path) => {
    expect(await backlog.json('show', path)).toMatchObject({ title: 'Second' });
    startRepository(backlog);
    await backlog.ok('delete', path);
    expect(await backlog.json('show', 'ST-1')).toMatchObject({ title: 'First' });
  });

  it('lets what names it stay when one of the files is deleted', async () => {
    const naming = text('Naming', 'depends: [ST-1]\n').replace('ST-1', 'ST-4');
    backlog.write('backlog/items/ST-4.md', naming);
    startRepository(backlog);
    await backlog.ok('delete', 'backlog/items/ST-1-second.md');
    expect(backlog.read('backlog/items/ST-4.md')).toBe(naming);
  });

  it('takes no path that may be two files, or none', async () => {
    backlog.write('backlog/items/archive/ST-1-first.md', text('Old'));
    expect((await backlog.run(['show', 'ST-1-first.md'])).stderr).toContain(
      'give more of the path',
    );
    expect((await backlog.run(['show', 'items/none.md'])).stderr).toContain('there is no file');
  });
});
