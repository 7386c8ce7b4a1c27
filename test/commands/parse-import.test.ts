import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

const lines = [
  '#G08# As a Researcher, I want to get an overview of a dataset, so that I can judge it.',
  '',
  '- As an admin I want logs',
  'The server returns 500 on upload',
  '3. As a “user”, I’d like to see “ŁÓDŹ 👩‍💻”, so I can find it.',
];
const text = `\ufeff${lines.join('\r\n')}\r\n`;

interface Parsed {
  readonly line: number;
  readonly text: string;
  readonly ok: boolean;
  readonly role: string | null;
  readonly want: string | null;
  readonly benefit: string | null;
  readonly spans: Readonly<Record<string, readonly [number, number] | null>>;
  readonly reason: string | null;
}

describe('parse', () => {
  it('takes each line apart, with spans that give the parts back', async () => {
    const sandbox = createSandbox();
    sandbox.write('in.txt', text);
    const parsed = await sandbox.json<Parsed[]>('parse', 'in.txt');
    expect(parsed.map(({ line, ok }) => [line, ok])).toEqual([
      [1, true],
      [3, true],
      [4, false],
      [5, true],
    ]);
    for (const one of parsed) {
      for (const key of ['role', 'want', 'benefit'] as const) {
        const span = one.spans[key];
        expect(span ? one.text.slice(...span) : null).toBe(one[key]);
      }
      expect(one.ok ? one.reason : (one.reason ?? '').length > 10).toBe(one.ok ? null : true);
    }
    expect(parsed[0]?.role).toBe('Researcher');
    expect(parsed[3]?.want).toContain('ŁÓDŹ 👩‍💻');
  });

  it('reads standard input for - and for nothing, and keys as asked', async () => {
    const sandbox = createSandbox();
    const stdin = 'As a cook I want salt';
    for (const argv of [['parse', '-'], ['parse']]) {
      const { stdout } = await sandbox.run([...argv, '--json', 'role,ok'], { stdin });
      expect(JSON.parse(stdout)).toEqual([{ role: 'cook', ok: true }]);
    }
    expect((await sandbox.run(['parse', '--json'], { stdin: '' })).stdout).toBe('[]\n');
  });

  it('is tab-separated in a pipe and prose on a terminal', async () => {
    const sandbox = createSandbox();
    const stdin = 'As a cook, I want salt, so that it tastes\nno story at all here';
    const piped = (await sandbox.run(['parse'], { stdin })).stdout.split('\n');
    expect(piped[0]).toBe('1\tok\tcook\tsalt\tit tastes\t');
    expect(piped[1]).toMatch(/^2\tno\t\t\t\t.+/);
    const { stdout } = await sandbox.run(['parse'], { stdin, terminal: 80 });
    expect(stdout).toContain('  role     cook\n  want     salt\n  benefit  it tastes\n');
    expect(stdout).toMatch(/1 of 2 read as stories\n$/);
  });

  it.each([
    [['parse', 'nowhere.txt'], 'there is no file nowhere.txt'],
    [['parse', '.'], '. is a folder'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await createSandbox().run(argv);
    expect([code, stderr]).toEqual([2, `storymark: ${message}\n`]);
  });
});

interface Imported {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly line: number;
  readonly reason: string | null;
}

describe('import stories', () => {
  it('makes an item of each line, in order at the end, and loses none', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('add', 'first');
    backlog.write('in.txt', text);
    const { items: imported } = await backlog.json<{ items: Imported[] }>(
      'import',
      'stories',
      'in.txt',
      '--label',
      'workshop',
      '--set',
      'assignee=Ann',
    );
    expect(imported.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
    expect(imported.map(({ reason }) => reason === null)).toEqual([true, true, false, true]);
    const items = await backlog.json<Record<string, unknown>[]>('list');
    expect(items.slice(1).map(({ id }) => id)).toEqual(imported.map(({ id }) => id));
    expect(items[1]).toMatchObject({
      status: 'draft',
      title: 'Get an overview of a dataset',
      labels: ['workshop'],
      assignee: 'Ann',
      created: '2026-11-24',
      story: {
        role: 'Researcher',
        want: 'get an overview of a dataset',
        benefit: 'I can judge it',
      },
    });
    expect(items[3]).toMatchObject({ title: 'The server returns 500 on upload', story: null });
    expect(await backlog.fileOf(imported[2]?.id ?? '')).toContain(
      '\nThe server returns 500 on upload\n',
    );
  });

  it('a second time makes nothing twice, and says so', async () => {
    const backlog = await createNewBacklog();
    backlog.write('in.txt', text);
    await backlog.ok('import', 'stories', 'in.txt');
    const before = hashFolder(`${backlog.dir}/backlog`);
    for (const [name, content] of [
      ['in.txt', text],
      [
        'in.txt',
        lines
          .join('\n')
          .replace('an admin I', 'an  admin, i')
          .replace('I want logs', 'I want logs'),
      ],
      ['in.txt', `# Wishes\n\n${lines.toReversed().join('\n')}`],
      ['renamed.txt', lines.map((line) => `* [ ] ${line.replace(/^(?:- |3\. )/, '')}`).join('\n')],
    ] as const) {
      backlog.write(name, content.replace('As an  admin, i want', 'As an admin i  want'));
      const { stdout } = await backlog.run(['import', 'stories', name], { terminal: 80 });
      expect(stdout).toContain('0 items imported, 4 already present');
      expect(hashFolder(`${backlog.dir}/backlog`)).toEqual(before);
    }
  });

  it('adds what is new, and names what may have been edited', async () => {
    const backlog = await createNewBacklog();
    backlog.write('in.txt', 'As a cook, I want salt\nAs a cook, I want oil\n');
    const [, oil = ''] = (await backlog.ok('import', 'stories', 'in.txt')).split('\n');
    backlog.write('in.txt', 'As a cook, I want salt\nAs a cook, I want olive oil\n');
    const { code, stdout, stderr } = await backlog.run(['import', 'stories', 'in.txt']);
    expect([code, stdout.trim().split('\n')]).toEqual([
      0,
      [expect.any(String), expect.any(String)],
    ]);
    expect(await backlog.json('list')).toHaveLength(3);
    expect(stderr).toContain(`guessed: edited lines (${oil} “Oil”): its line is gone`);
    expect((await backlog.run(['import', 'stories', 'in.txt'])).stderr).toBe('');
  });

  it.each([
    ['a line that stands there twice', 'As a cook, I want salt\nAs a cook, I want salt\n', 2, 0],
    ['bullets alone', '- \n* [ ]\n•\nAs a cook, I want salt\n', 1, 0],
    ['comments', '<!-- from the cook -->\nAs a cook, I want salt\n', 1, 0],
    ['headings', '# Cook\n// later\nAs a cook, I want salt\n', 1, 2],
    ['control characters', 'Salt \u0007 and\u001b[31m oil\nAs a cook, I want salt\n', 2, 2],
    ['nothing', '\n\n', 0, 0],
  ])('takes %s, and again changes nothing', async (_, content, count, exit) => {
    const backlog = await createNewBacklog();
    backlog.write('in.txt', content);
    expect((await backlog.run(['import', 'stories', 'in.txt'])).code).toBe(exit);
    const before = hashFolder(`${backlog.dir}/backlog`);
    await backlog.run(['import', 'stories', 'in.txt', '--update']);
    expect(hashFolder(`${backlog.dir}/backlog`)).toEqual(before);
    expect(await backlog.json('list')).toHaveLength(count);
  });

  it('tells the lines that are no stories', async () => {
    const backlog = await createNewBacklog();
    const { code, stdout, stderr } = await backlog.run(['import', 'stories', '-'], {
      stdin: text,
      terminal: 80,
    });
    expect([code, stdout]).toEqual([
      0,
      '4 items imported; 1 of them does not read as a story, see storymark check\n',
    ]);
    expect(stderr).toMatch(/^note: line 4 \(ST-\w{5}\): /);
  });

  it('gives 300 at once longer ids than the few', async () => {
    const backlog = await createNewBacklog();
    const stdin = Array.from({ length: 300 }, (_, index) => `As a cook, I want ${index} eggs`).join(
      '\n',
    );
    const { stdout } = await backlog.run(['import', 'stories', '-'], { stdin });
    const ids = stdout.trim().split('\n');
    expect(new Set(ids).size).toBe(300);
    expect(ids.every((id) => /^ST-\w{6}$/.test(id))).toBe(true);
    expect(await backlog.json('list')).toHaveLength(300);
  });

  it.each([
    [['import', 'storys', '-'], 'unknown format "storys". Did you mean stories?'],
    [['import', 'stories', 'nowhere'], 'there is no file nowhere'],
    [['import', 'stories', '-', '--set', 'points=x'], 'points: expected a number'],
    [['import', 'stories'], 'give a FILE, or - for standard input'],
    [['import', 'wishes.txt'], 'unknown format "wishes.txt". (stories, csv, github, backlog.md)'],
  ])('%j is refused and writes nothing', async (argv, message) => {
    const backlog = await createNewBacklog();
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(argv, { stdin: text });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('takes control characters out of a line, and names it', async () => {
    const backlog = await createNewBacklog();
    const stdin = 'As a cook, I want salt\nAs a cook, I want \u001b[31mpepper\n';
    const { code, stderr } = await backlog.run(['import', 'stories', '-'], { stdin });
    expect([code, stderr]).toEqual([2, 'left behind: control characters (line 2)\n']);
    const items = await backlog.json<{ title: string }[]>('list');
    expect(items.map(({ title }) => title)).toEqual(['Salt', '[31mpepper']);
  });
});
