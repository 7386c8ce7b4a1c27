import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { createSandbox, scriptedPrompt } from '../support/sandbox.js';

interface Scored {
  readonly id: string;
  readonly score: number | null;
  readonly benefit: number | null;
  readonly inputs: Readonly<Record<string, number>>;
  readonly missing: readonly string[];
}

describe('score', () => {
  it('writes inputs, never the score, and says what it is', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one', '--points', '5');
    const [scored] = await backlog.json<Scored[]>('score', id, 'value=8', 'urgency=5', 'risk=3');
    expect(scored).toMatchObject({
      id,
      model: 'wsjf',
      score: 3.2,
      benefit: 16,
      inputs: { value: 8, urgency: 5, risk: 3, size: 5 },
      missing: [],
    });
    expect(await backlog.fileOf(id)).toContain('score:\n  value: 8\n  urgency: 5\n  risk: 3\n');
    expect(await backlog.fileOf(id)).not.toContain('3.2');
  });

  it('shows what is there and what is missing, without writing', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one', '--set', 'score.value=8');
    const before = hashFolder(backlog.dir);
    expect(await backlog.ok('score', id)).toBe(`${id}\tone\t\tvalue=8 urgency=? risk=? size=?\n`);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('scores several items alike', async () => {
    const backlog = await createNewBacklog();
    const ids = [await backlog.id('add', 'a'), await backlog.id('add', 'b')];
    await backlog.ok('score', ...ids, 'value=3');
    for (const id of ids)
      expect(await backlog.json('show', id)).toMatchObject({ score: { value: 3 } });
  });

  it('asks for each input on a terminal, showing what neighbours have', async () => {
    const backlog = await createNewBacklog();
    const other = await backlog.id('add', 'above', '--points', '3', '--set', 'score.value=13');
    const id = await backlog.id('add', 'one', '--points', '5');
    const messages: string[] = [];
    const prompt = scriptedPrompt(['8', '5', '']);
    const listening = {
      ...prompt,
      line: (question: Parameters<typeof prompt.line>[0]) => {
        messages.push(question.message);
        return prompt.line(question);
      },
    };
    const { code, stderr } = await backlog.run(['score', id], { prompt: listening });
    expect([code, stderr]).toEqual([0, '']);
    expect(await backlog.json('show', id)).toMatchObject({ score: { value: 8, urgency: 5 } });
    // The size is known from the points and not asked for.
    expect(messages).toHaveLength(3);
    expect(messages[0]).toContain(`${other} has 13`);
    expect(messages[0]).toContain('scale: 1 2 3 5 8 13');
  });

  it.each([
    [['value=much'], 'value'],
    [['valeu=3'], 'wsjf has no input "valeu". Did you mean value?'],
    [['value=3', '--by', 'wsfj'], 'unknown scoring model "wsfj". Did you mean wsjf?'],
  ])('refuses %j', async (words, message) => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['score', id, ...words]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('wants an item, and one that is work', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('add', '-t', 'goal', 'g');
    expect((await backlog.run(['score', 'value=8'])).stderr).toContain('give the items to score');
    expect((await backlog.run(['score', 'g', 'value=8'])).code).toBe(2);
  });
});

async function order(backlog: Pick<NewBacklog, 'json'>): Promise<readonly string[]> {
  return (await backlog.json<{ title: string }[]>('list')).map(({ title }) => title);
}

/** Items a, b, … with these scores at one point each. */
async function withScores(scores: readonly number[]) {
  const backlog = await createNewBacklog();
  const ids: string[] = [];
  for (const [index, value] of scores.entries()) {
    const title = String.fromCharCode(97 + index);
    ids.push(
      await backlog.id(
        'add',
        title,
        '--points',
        '1',
        '--set',
        `score.value=${value}`,
        '--set',
        'score.urgency=1',
        '--set',
        'score.risk=1',
      ),
    );
  }
  return { backlog, ids };
}

describe('rank', () => {
  it('shows the new order next to the current one and writes nothing', async () => {
    const { backlog, ids } = await withScores([1, 8, 3]);
    const before = hashFolder(backlog.dir);
    const rows = await backlog.json<object[]>('rank');
    expect(rows).toMatchObject([
      {
        id: ids[1],
        title: 'b',
        position: 1,
        was: 2,
        score: 10,
        inputs: { value: 8, urgency: 1, risk: 1, size: 1 },
        missing: [],
        invalid: [],
      },
      {
        id: ids[2],
        title: 'c',
        position: 2,
        was: 3,
        score: 5,
        inputs: { value: 3, urgency: 1, risk: 1, size: 1 },
        missing: [],
      },
      {
        id: ids[0],
        title: 'a',
        position: 3,
        was: 1,
        score: 3,
        inputs: { value: 1, urgency: 1, risk: 1, size: 1 },
        missing: [],
      },
    ]);
    const { stdout } = await backlog.run(['rank'], { terminal: 100 });
    expect(stdout).toMatch(/\n\n1 file would change\. Apply with --apply\.\n$/);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('writes it with --apply, changing as few files as can be', async () => {
    const { backlog } = await withScores([1, 8, 5, 3, 2]);
    const before = hashFolder(backlog.dir);
    await backlog.ok('rank', '--apply');
    expect(await order(backlog)).toEqual(['b', 'c', 'd', 'e', 'a']);
    const after = hashFolder(backlog.dir);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toHaveLength(1);
    const { stdout } = await backlog.run(['rank', '--apply'], { terminal: 100 });
    expect(stdout).toContain('The backlog already has this order.');
    expect(hashFolder(backlog.dir)).toEqual(after);
  });

  it('puts what others wait for before them, and what has no score last', async () => {
    const { backlog, ids } = await withScores([1, 8, 3]);
    await backlog.ok('add', 'unscored');
    await backlog.ok('set', ids[1] ?? '', `depends=${ids[0]?.toLowerCase()}`);
    await backlog.ok('rank', '--apply');
    expect(await order(backlog)).toEqual(['a', 'b', 'c', 'unscored']);
  });

  it('follows a reference whose case a person changed', async () => {
    const { backlog, ids } = await withScores([1, 8, 3]);
    const path = await backlog.pathOf(ids[1] ?? '');
    backlog.write(
      path,
      backlog.read(path).replace('created:', `depends: [${ids[0]?.toLowerCase()}]\ncreated:`),
    );
    await backlog.ok('rank', '--apply');
    expect(await order(backlog)).toEqual(['a', 'b', 'c']);
  });

  it('names a circle', async () => {
    const { backlog, ids } = await withScores([1, 8]);
    await backlog.ok('set', ids[1] ?? '', `depends=${ids[0]}`);
    const path = await backlog.pathOf(ids[0] ?? '');
    backlog.write(path, backlog.read(path).replace('created:', `depends: [${ids[1]}]\ncreated:`));
    for (const argv of [['rank'], ['rank', '--apply'], ['sprint', 'plan', '--capacity', '3']]) {
      const { code, stdout, stderr } = await backlog.run(argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`${ids[0]} → ${ids[1]} → ${ids[0]}`);
    }
  });

  it('leaves epics and closed items where they are', async () => {
    const sandbox = createSandbox('examples/calendar');
    const rows = await sandbox.json<{ id: string }[]>('rank');
    expect(rows.filter(({ id }) => id.startsWith('EP-'))).toEqual([]);
    const keep = async () =>
      (await sandbox.json<Record<string, string>[]>('list', '--all'))
        .filter(({ type, status }) => type === 'epic' || ['done', 'dropped'].includes(status ?? ''))
        .map(({ id, rank }) => [id, rank].join(' '))
        .sort();
    const before = await keep();
    await sandbox.ok('rank', '--apply');
    expect(await keep()).toEqual(before);
    const open = await sandbox.json<{ id: string; type: string }[]>('list');
    expect(open.filter(({ type }) => type !== 'epic').map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id),
    );
  });

  it('survives two documents with one id', async () => {
    const { backlog, ids } = await withScores([1, 8]);
    backlog.write('backlog/items/copy.md', await backlog.fileOf(ids[0] ?? ''));
    const { code, stderr } = await backlog.run(['rank', '--apply']);
    expect(stderr).not.toContain('unexpected');
    expect([0, 2]).toContain(code);
  });
});
