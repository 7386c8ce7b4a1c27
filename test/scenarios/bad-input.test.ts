import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../src/store/file-system.js';
import { createFaultyFiles } from '../support/faulty-files.js';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { createSandbox, type RunOptions } from '../support/sandbox.js';

let backlog: NewBacklog;
let good: string;
beforeEach(async () => {
  backlog = await createNewBacklog();
  good = await backlog.id('add', 'good');
});

/** Runs a command that must not write; gives its exit code and what it said. */
async function refused(argv: readonly string[], options: RunOptions = {}) {
  const before = hashFolder(backlog.dir);
  const { code, stdout, stderr } = await backlog.run(argv, options);
  expect(hashFolder(backlog.dir)).toEqual(before);
  return { code, stdout, stderr };
}

function bomb(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  );
  return `---\nid: ST-BAD00\ntype: story\ntitle: bomb\n${lines.join('\n')}\n---\n`;
}

const ran = 'storymark-was-here';
const broken: readonly (readonly [what: string, text: string, place: string, says: RegExp])[] = [
  ['broken YAML', '---\nid: ST-BAD00\ntitle: "never closed\n---\n', '4:1', /quote/],
  [
    'a flow list never closed',
    '---\nid: ST-BAD00\nlabels: [a, b\n---\n',
    '4:1',
    /close the bracket/,
  ],
  ['duplicate keys', '---\nid: ST-BAD00\ntitle: a\npoints: 1\ntitle: b\n---\n', '5:1', /title/],
  ['no closing fence', '---\nid: ST-BAD00\ntitle: a\n\nBody.\n', '1:1', /---/],
  ['no frontmatter', 'Just text.\n', '1:1', /no frontmatter/],
  [
    'frontmatter that is a program',
    `---js\nrequire('fs').writeFileSync('${ran}', 'x');\n---\n`,
    '1:1',
    /frontmatter|---/,
  ],
  ['a custom tag', '---\nid: ST-BAD00\ntitle: !!js/function "x"\n---\n', '3:8', /tag|!!/],
  ['an alias bomb', bomb(10), '', /alias|large|nodes/],
  ['a tab for an indent', '---\nid: ST-BAD00\nscore:\n\tvalue: 3\n---\n', '4:1', /tab/i],
  [
    'a control character in the block',
    '---\nid: ST-BAD00\ntitle: a\u0007b\n---\n',
    '3:9',
    /character/,
  ],
];

describe.each(broken)('a file with %s', (_, text, place, says) => {
  const path = 'backlog/items/ST-BAD00-x.md';
  beforeEach(() => backlog.write(path, text));

  it('is named with its place by list, which shows the others', async () => {
    const { code, stdout, stderr } = await refused(['list']);
    expect(code).toBe(2);
    expect(stdout).toBe(`${good}\tdraft\t\tgood\n`);
    expect(stderr).toMatch(new RegExp(`^storymark: ${path}:${place || '\\d+:\\d+'}: .+\n$`));
    expect(stderr).toMatch(says);
    expect(JSON.parse((await backlog.run(['list', '--json'])).stdout)).toHaveLength(1);
  });

  it('does not stand in the way of work on others', async () => {
    await backlog.ok('set', good, 'points=3');
    await backlog.ok('start', good);
    await backlog.ok('add', 'another');
    const { stdout, code } = await backlog.run(['rank']);
    expect([code, stdout.split('\n').length]).toEqual([2, 3]);
    expect((await backlog.run(['check'])).code).toBe(1);
  });

  it.each([
    [['show', 'ST-BAD00']],
    [['set', 'ST-BAD00', 'points=3']],
    [['done', 'st-bad']],
    [['edit', 'BAD00']],
    [['move', 'BAD00', '--top']],
  ])('is refused by %j, at its place', async (argv) => {
    const { code, stdout, stderr } = await refused(argv, { env: { EDITOR: 'true' } });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^storymark: ${path}:${place || '\\d+:\\d+'}: `));
  });

  it('runs nothing', async () => {
    await backlog.run(['list']);
    await backlog.run(['check']);
    expect(existsSync(join(backlog.dir, ran)) || existsSync(ran)).toBe(false);
  });
});

// Expanded, it would be ten thousand million values: the run would not end.
it('an alias bomb is refused before it is expanded', async () => {
  backlog.write('backlog/items/ST-BAD00-x.md', bomb(10));
  const { code, stderr } = await backlog.run(['list']);
  expect(code).toBe(2);
  expect(stderr).toContain('the aliases stand for more than 10,000 values');
});

describe('settings that are broken', () => {
  it.each([
    ['ids: [random\n', /backlog\/backlog\.yaml:\d+:\d+: /],
    ['ids: random\nids: random\n', /backlog\/backlog\.yaml:2:1: /],
    [
      'statusses: {}\n',
      /backlog\/backlog\.yaml:1:1: statusses: unknown key\. Did you mean statuses\?/,
    ],
    ['# all mine\nids: mine\n', /backlog\/backlog\.yaml:2:1: ids: /],
  ])('%j end every command with their place', async (text, says) => {
    backlog.write('backlog/backlog.yaml', text);
    for (const argv of [
      ['list'],
      ['show', good],
      ['add', 'x'],
      ['set', good, 'points=1'],
      ['rank'],
    ]) {
      const { code, stdout, stderr } = await refused(argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(says);
    }
  });

  it('name a zone that is none', async () => {
    backlog.write('backlog/backlog.yaml', 'timezone: Nowhere/Land\n');
    const { code, stderr } = await refused(['add', 'x']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('"Nowhere/Land" is not a time zone'),
    ]);
  });
});

describe('words that mean nothing', () => {
  it('unknown ids are named, with what was probably meant', async () => {
    const typo = `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`;
    for (const argv of [
      ['show', typo],
      ['set', typo, 'points=3'],
      ['done', typo],
      ['move', typo, '--top'],
      ['score', typo, 'value=1'],
    ]) {
      const { code, stderr } = await refused(argv);
      expect([code, stderr]).toEqual([
        2,
        `storymark: there is no item "${typo}". Did you mean ${good}?\n`,
      ]);
    }
  });

  it('ambiguous beginnings list their candidates', async () => {
    backlog.write('backlog/items/ST-7K3F0-a.md', '---\nid: ST-7K3F0\ntype: story\ntitle: a\n---\n');
    backlog.write('backlog/items/BU-7K0X0-b.md', '---\nid: BU-7K0X0\ntype: bug\ntitle: b\n---\n');
    const { code, stderr } = await refused(['set', '7k', 'points=3']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        /^storymark: 7k matches 2 items: (BU-7K0X0, ST-7K3F0|ST-7K3F0, BU-7K0X0)/,
      ),
    ]);
  });

  it('unknown commands, options and subcommands are usage errors with a suggestion', async () => {
    for (const [argv, says] of [
      [['lst'], /unknown command 'lst'\n\(Did you mean list\?\)/],
      [['list', '--colums', 'id'], /unknown option '--colums'\n\(Did you mean --columns\?\)/],
      [['sprint', 'strat'], /unknown command 'strat'/],
      [['show'], /missing required argument 'id'/],
      [['-C'], /argument missing/],
    ] as const) {
      const { code, stderr } = await refused(argv);
      expect(code).toBe(2);
      expect(stderr).toMatch(says);
      expect(stderr).toMatch(/^storymark: /);
    }
  });
});

describe('where there is no backlog', () => {
  const writers = [
    ['list'],
    ['add', 'x'],
    ['set', 'x', 'a=b'],
    ['rank'],
    ['check'],
    ['sprint', 'list'],
    ['show', 'x'],
    ['import', 'stories', '-'],
    ['archive', 'x'],
  ];
  it.each(writers.map((argv) => [argv]))('%j says so and how to make one', async (argv) => {
    const sandbox = createSandbox();
    const { code, stdout, stderr } = await sandbox.run(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `storymark: there is no backlog in ${sandbox.dir} or above it; create one with: storymark init\n`,
    );
    expect(hashFolder(sandbox.dir)).toEqual({});
  });

  it('a folder that is not there is named', async () => {
    const { code, stderr } = await refused(['list', '-C', 'nowhere']);
    expect([code, stderr]).toEqual([
      2,
      `storymark: there is no folder ${join(backlog.dir, 'nowhere')}\n`,
    ]);
  });
});

/** Every command that writes, with words it would succeed with. */
function writers(): readonly (readonly string[])[] {
  return [
    ['add', 'new'],
    ['set', good, 'points=3'],
    ['move', good, '--bottom'],
    ['start', good],
    ['done', good],
    ['drop', good],
    ['split', good, 'a', 'b'],
    ['score', good, 'value=3'],
    ['import', 'stories', '-'],
    ['sprint', 'create'],
  ];
}

describe.each([
  ['EACCES', /is read-only/],
  ['EROFS', /is read-only/],
  ['ENOSPC', /the disk is full; nothing was written/],
  ['EIO', /nothing could be written \(EIO\)/],
])('a disk that refuses to write with %s', (code, says) => {
  it('is told by every writer, and nothing is changed', async () => {
    const second = await backlog.id('add', 'second');
    for (const argv of [...writers(), ['move', second, '--top']]) {
      if (argv[0] === 'move' && argv[1] === good) continue;
      const files = createFaultyFiles(code, (_, name) => name === 'create');
      const { stdout, stderr, ...result } = await refused(argv, {
        files,
        stdin: 'As a cook, I want salt',
      });
      expect([argv[0], result.code, stdout]).toEqual([argv[0], 2, '']);
      expect(stderr).toMatch(says);
      expect(stderr).not.toContain('unexpected');
    }
  });

  it('is told by init', async () => {
    const sandbox = createSandbox();
    const files = createFaultyFiles(code, (_, name) => name === 'makeFolder' || name === 'create');
    const result = await sandbox.run(['init'], { files });
    expect([result.code, result.stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});

it('reading needs no right to write', async () => {
  const files = createFaultyFiles('EROFS', () => true);
  for (const argv of [['list'], ['show', good], ['rank'], ['sprint', 'list'], ['templates']]) {
    expect((await refused(argv, { files })).code).toBe(0);
  }
});

it('a file that cannot be read: permission denied is named, and the others are shown', async () => {
  const files: FileSystem = {
    ...nodeFileSystem,
    read(path) {
      if (path.includes('secret')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
      return nodeFileSystem.read(path);
    },
  };
  backlog.write('backlog/items/secret.md', 'x');
  const { code, stdout, stderr } = await refused(['list'], { files });
  expect([code, stdout]).toEqual([2, `${good}\tdraft\t\tgood\n`]);
  expect(stderr).toBe('storymark: backlog/items/secret.md:1:1: the file cannot be read (EACCES)\n');
});

describe('two writers at once', () => {
  it('the second makes its change anew from what the first wrote', async () => {
    const path = join(backlog.dir, await backlog.pathOf(good));
    let interfered = false;
    const files: FileSystem = {
      ...nodeFileSystem,
      link(from, to) {
        // Between this one's reading and its lock, another finishes.
        if (!interfered)
          writeFileSync(path, nodeFileSystem.read(path).replace('title: good', 'title: theirs'));
        interfered = true;
        nodeFileSystem.link(from, to);
      },
    };
    expect((await backlog.run(['set', good, 'points=3'], { files })).code).toBe(0);
    expect(await backlog.json('show', good)).toMatchObject({ title: 'theirs', points: 3 });
  });

  it('crossed by an editor that knows no lock gives up with 3, and writes nothing', async () => {
    const path = join(backlog.dir, await backlog.pathOf(good));
    let count = 0;
    const files: FileSystem = {
      ...nodeFileSystem,
      // Asked of the target just before it is compared with what was read.
      isLink(asked) {
        if (asked === path) count += 1;
        if (asked === path) writeFileSync(path, `${nodeFileSystem.read(path)}\n${count}`);
        return nodeFileSystem.isLink(asked);
      },
    };
    const { code, stderr } = await backlog.run(['set', good, 'points=3'], { files });
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining('changed since it was read; nothing was written, try again'),
    ]);
    expect(count).toBe(2);
    expect(await backlog.json('show', good)).not.toHaveProperty('points');
  });

  it('a disk that fails half-way leaves nothing written, and is not tried again', async () => {
    const second = await backlog.id('add', 'second');
    let renames = 0;
    const files = createFaultyFiles(
      'EIO',
      (_, name, path) => name === 'rename' && path.endsWith('-tmp') && ++renames === 2,
    );
    const { code, stderr } = await backlog.run(['set', good, second, 'points=3'], { files });
    expect([code, stderr]).toEqual([2, 'storymark: nothing could be written (EIO)\n']);
    const items = await backlog.json<{ points?: number }[]>('list');
    expect(items.map(({ points }) => points ?? 0)).toEqual([0, 0]);
  });
});
