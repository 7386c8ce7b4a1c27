import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/exchange/delimited.js';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

/** A backlog with a value of each sort that spreadsheets write in their own way. */
async function start(): Promise<NewBacklog> {
  const backlog = await createNewBacklog();
  backlog.write(
    'backlog/backlog.yaml',
    `${backlog.read('backlog/backlog.yaml')}\nfields: { budget: number, seen: day }\n`,
  );
  const titles = ['Größe wählen', '=1+1', 'Say “when”', '認証を使う'];
  for (const [index, title] of titles.entries()) {
    const sets = [
      `points=${[0.5, 3, 1234.5, 1.125][index]}`,
      `hours=${[1250, 2.5, 3, 1.5][index]}`,
      `due=2026-12-0${index + 5}`,
      'budget=1234.125',
      'seen=2026-11-13',
      'labels=a b,c',
      `score.value=${[0.25, 8, 3, 1.5][index]}`,
      ...(index === 1 ? ['private=true'] : []),
    ];
    const args = sets.flatMap((word) => ['--set', word]);
    await backlog.ok('add', '-t', 'task', title, ...args, '--force', 'x');
  }
  return backlog;
}

interface Program {
  readonly delimiter: string;
  readonly encode: (text: string) => Buffer;
  readonly number: (text: string) => string;
  readonly day: (text: string) => string;
  readonly truth?: string;
  readonly eol?: string;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const withMark = (text: string) => utf8(`\ufeff${text}`);
/** What has no place in the code page becomes a question mark, one for each half of a pair. */
const windows1252 = (text: string) =>
  Buffer.from(
    text.replace(/[“”]/g, (mark) => (mark === '“' ? '\x93' : '\x94')).replace(/[^\0-\xff]/g, '?'),
    'latin1',
  );
const comma = (text: string) => text.replace('.', ',');
const [german, french, american] = [
  (day: string) => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$3.$2.$1'),
  (day: string) => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$3/$2/$1'),
  (day: string) => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1'),
];

const programs: Readonly<Record<string, Program>> = {
  'a German one, in its code page': {
    ...{ delimiter: ';', encode: windows1252, number: comma, day: german, truth: 'WAHR' },
    eol: '\r\n',
  },
  'a French one': {
    ...{ delimiter: ';', encode: withMark, number: comma, day: french, truth: 'VRAI' },
    eol: '\r\n',
  },
  'an American one': {
    ...{ delimiter: ',', encode: withMark, number: (text) => text, day: american, truth: 'TRUE' },
    eol: '\r\n',
  },
  'one that writes UTF-16 with tabs': {
    ...{ delimiter: '\t', number: comma, day: german },
    encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  },
  'one that writes what it read': {
    ...{ delimiter: ',', encode: utf8, number: (text) => text, day: (text) => text },
  },
};

/** The table as a spreadsheet saves it that took numbers, days and truth for what they look like. */
function save(table: string, program: Program, edit: (rows: string[][]) => void = () => {}) {
  const rows = readRows(table, { delimiter: ',', trims: false }).map(({ cells }) => [...cells]);
  const saved = rows.map((cells) =>
    cells.map((cell) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return program.day(cell);
      if (/^\d+\.\d+$/.test(cell)) return program.number(cell);
      return cell === 'true' ? (program.truth ?? cell) : cell;
    }),
  );
  edit(saved);
  const quote = (cell: string) =>
    /[";,\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = saved.map((cells) => cells.map(quote).join(program.delimiter));
  const text = lines.join(program.eol ?? '\n');
  return program.encode(`${text}\n`);
}

describe.each(Object.entries(programs))('a table saved by %s', (_, program) => {
  it('changes nothing when it comes back', async () => {
    const backlog = await start();
    const before = hashFolder(join(backlog.dir, 'backlog'));
    const table = await backlog.ok('export', 'csv', '--all');
    writeFileSync(join(backlog.dir, 't.csv'), save(table, program));
    const { code, stderr } = await backlog.run(['import', 'csv', 't.csv', '--update']);
    expect([code, stderr.replace(/^guessed: encoding.*\n/, '')]).toEqual([0, '']);
    expect(hashFolder(join(backlog.dir, 'backlog'))).toEqual(before);
  });

  it('changes what was edited, with its marks and without', async () => {
    for (const isMarked of [true, false]) {
      const backlog = await start();
      const table = await backlog.ok('export', 'csv', '--all');
      const edit = (rows: string[][]) => {
        const head = rows[0] ?? [];
        const row = rows[1] ?? [];
        row[head.indexOf('points')] = program.number('2.5');
        row[head.indexOf('due')] = program.day('2026-12-24');
        if (!isMarked) for (const cells of rows) cells.pop();
      };
      writeFileSync(join(backlog.dir, 't.csv'), save(table, program, edit));
      const run = await backlog.run(['import', 'csv', 't.csv', '--update', '--json']);
      expect([
        run.code,
        JSON.parse(run.stdout).items.map((one: { outcome: string }) => one.outcome),
      ]).toEqual([0, ['updated', 'kept', 'kept', 'kept']]);
      expect(await backlog.json('list', '--all')).toMatchObject([
        { points: 2.5, due: '2026-12-24', hours: 1250, budget: 1234.125, seen: '2026-11-13' },
        { points: 3, title: '=1+1', private: true },
        { points: 1234.5 },
        { points: 1.125, title: '認証を使う' },
      ]);
    }
  });
});

describe('a table that has lost its marks', () => {
  it('is not taken for ours where the titles differ, nor are its rows added', async () => {
    const backlog = await start();
    const table = await backlog.ok('export', 'csv', '--all');
    const edit = (rows: string[][]) => {
      const head = rows[0] ?? [];
      for (const cells of rows.slice(1)) cells[head.indexOf('title')] = 'Something else';
      for (const cells of rows) cells.pop();
    };
    writeFileSync(
      join(backlog.dir, 't.csv'),
      save(table, { ...(programs['one that writes what it read'] as Program) }, edit),
    );
    const before = hashFolder(join(backlog.dir, 'backlog'));
    const { code, stderr } = await backlog.run(['import', 'csv', 't.csv', '--update']);
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      expect.stringContaining('the table has lost its storymark column'),
    ]);
    expect(hashFolder(join(backlog.dir, 'backlog'))).toEqual(before);
    // Another project's rows are new items.
    expect((await backlog.run(['import', 'csv', 't.csv', '--origin', 'twin'])).code).toBe(0);
    expect(await backlog.json<object[]>('list', '--all')).toHaveLength(8);
  });
});

describe('numbers of a table from elsewhere', () => {
  it.each<readonly [name: string, table: string, points: readonly unknown[], note: RegExp]>([
    ['decimal commas', 'Title;Story Points\nA;5,0\nB;0,5\n', [5, 0.5], /^(?!.*decimal)/s],
    ['thousands', 'Title;Story Points\nA;1.234,5\nB;2.000\n', [1234.5, 2000], /^(?!.*decimal)/s],
    ['blanks', 'Title;Story Points\nA;1\u202f234,5\nB;3\n', [1234.5, 3], /^(?!.*decimal)/s],
    ['a point', 'Title,Story Points\nA,"1,234.5"\nB,2.5\n', [1234.5, 2.5], /^(?!.*decimal)/s],
    [
      'what cannot be told',
      'Title;Story Points\nA;1,234\nB;2.500\nC;3\n',
      [undefined, undefined, 3],
      /^kept as text: Story Points, whose decimal separator is ambiguous \(2 times: line 2, line 3\)$/m,
    ],
  ])('are read by their column: %s', async (_, table, points, note) => {
    const backlog = await createNewBacklog();
    backlog.write('t.csv', table);
    const { code, stderr } = await backlog.run(['import', 'csv', 't.csv']);
    expect([code, stderr]).toEqual([0, expect.stringMatching(note)]);
    const items = await backlog.json<{ points?: number }[]>('list', '--all');
    expect(items.map((one) => one.points)).toEqual(points);
    const before = hashFolder(join(backlog.dir, 'backlog'));
    await backlog.ok('import', 'csv', 't.csv', '--update');
    expect(hashFolder(join(backlog.dir, 'backlog'))).toEqual(before);
  });

  it('are so in votes, weights and readings too', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', '-t', 'task', 'One');
    await backlog.ok('add', '-t', 'goal', 'Calm', '--set', 'measure=calls', '--set', 'target=1');
    backlog.write('votes.csv', `item;Ann;Bob\n${id};3,5;8\n`);
    backlog.write('weights.csv', 'Ann;1,5\nBob;1\n');
    backlog.write('readings.csv', 'date;value\n13.11.2026;2,5\n14.11.2026;1,75\n');
    await backlog.ok(
      'score',
      '--import',
      'votes.csv',
      '--weights',
      'weights.csv',
      '--input',
      'value',
    );
    await backlog.ok('goal', 'measure', 'calm', '--import', 'readings.csv');
    expect(await backlog.fileOf('calm')).toMatch(/2026-11-13 2\.5[\s\S]*2026-11-14 1\.75/);
    expect(await backlog.fileOf(id)).toMatch(/value: 5\.3/);
  });
});

it('export csv says what it does not carry, once for each kind', async () => {
  const backlog = await start();
  await backlog.ok('add', '-t', 'goal', 'Calm');
  await backlog.ok('add', '-t', 'persona', 'Clerk');
  await backlog.ok('add', '-t', 'feedback', 'Good');
  const [first, second] = await backlog.json<{ path: string }[]>('list');
  for (const { path } of [first, second].flatMap((one) => one ?? [])) {
    backlog.write(path, backlog.read(path).replace('---\n', '---\n# why\n"a b": 1\n'));
  }
  const { stderr } = await backlog.run(['export', 'csv', '--all']);
  expect(stderr.split('\n').filter((line) => line.includes('not in the csv'))).toEqual([
    'note: not in the csv: the key "a b" (2 items)',
    'note: not in the csv: comments in the frontmatter (2 items)',
    'note: not in the csv: 1 goal',
    'note: not in the csv: 1 persona',
    'note: not in the csv: 1 feedback',
  ]);
});
