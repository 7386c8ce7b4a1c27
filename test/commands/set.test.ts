import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

async function fieldsOf(backlog: NewBacklog, id: string): Promise<Record<string, unknown>> {
  return backlog.json('show', id);
}

describe('set', () => {
  it('changes the named fields of each item and nothing else in its file', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const path = await backlog.pathOf(id);
    const text = backlog
      .read(path)
      .replace('status: draft', 'status:   "draft"   # why: it is new');
    backlog.write(path, text);
    expect(await backlog.ok('set', id, 'points=5')).toBe(`${id}\n`);
    expect(backlog.read(path)).toBe(text.replace('title: one\n', 'title: one\npoints: 5\n'));
    await backlog.ok('set', id, 'points=');
    expect(backlog.read(path)).toBe(text);
  });

  it('adds to lists, takes from them and removes what is left empty', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('set', id, 'labels=a,b', 'labels+=c', 'labels+=a,d');
    expect((await fieldsOf(backlog, id))['labels']).toEqual(['a', 'b', 'c', 'd']);
    await backlog.ok('set', id, 'labels-=B,d');
    expect((await fieldsOf(backlog, id))['labels']).toEqual(['a', 'c']);
    await backlog.ok('set', id, 'labels-=a', 'labels-=c');
    expect(await fieldsOf(backlog, id)).not.toHaveProperty('labels');
  });

  it.each([
    ['labels=["a","b, c"]', { labels: ['a', 'b, c'] }],
    ['labels=[a, b]', { labels: ['a', 'b'] }],
    ['labels+=["x y"]', { labels: ['old', 'x y'] }],
    ['labels-=[old]', { labels: undefined }],
    ['labels=[]', { labels: undefined }],
    // What is no list is text, as it always was.
    ['labels=[a', { labels: ['[a'] }],
    ['labels=(a), b]', { labels: ['(a)', 'b]'] }],
    ['score={value: 5, risk: 2}', { score: { value: 5, risk: 2 } }],
    ['score.kano={A: 7, O: 33}', { score: { kano: { A: 7, O: 33 } } }],
    ['score.kano=[[like, dislike]]', { score: { kano: [['like', 'dislike']] } }],
    ['title=[draft] {x}', { title: '[draft] {x}' }],
  ])('takes a list or a map as it stands in a file: %s', async (word, fields) => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one', '--set', 'labels=old');
    await backlog.ok('set', id, word);
    const after = await fieldsOf(backlog, id);
    for (const [key, value] of Object.entries(fields)) expect(after[key]).toEqual(value);
  });

  it('shows the title that it set', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const { stdout } = await backlog.run(['set', id, 'title=two'], { terminal: 80 });
    expect(stdout).toContain(`${id} two`);
    const [touched] = await backlog.json<{ title: string }[]>('set', id, 'title=three');
    expect(touched?.title).toBe('three');
  });

  it.each([
    ['goal=growth', 'goal: there is no goal "growth".'],
    ['persona=Cook', 'persona: there is no persona "Cook".'],
    ['sprint=Sprint 1', 'sprint: there is no sprint "Sprint 1".'],
    ['depends=ST-NONE', 'depends: there is no item "ST-NONE".'],
  ])('says what %s does not name', async (word, message) => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const { code, stderr } = await backlog.run(['set', id, word]);
    expect([code, stderr]).toEqual([2, `storymark: ${message}\n`]);
  });

  it('leaves the other entries of a list as they are written', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const path = await backlog.pathOf(id);
    const text = backlog
      .read(path)
      .replace('created:', 'labels: [2026, api, true, 1.50]\ncreated:');
    backlog.write(path, text);
    await backlog.ok('set', id, 'labels+=web,api');
    expect(backlog.read(path)).toBe(text.replace('1.50]', '1.50, web]'));
    await backlog.ok('set', id, 'labels-=web,2026');
    expect(backlog.read(path)).toBe(text.replace('2026, ', ''));
  });

  it('is not kept from deleting by a map where another file names items', async () => {
    const backlog = await createNewBacklog();
    const [id, odd] = [await backlog.id('add', 'one'), await backlog.id('add', 'two')];
    const path = await backlog.pathOf(odd);
    backlog.write(path, backlog.read(path).replace('created:', 'depends: {a: 1}\ncreated:'));
    const { code, stderr } = await backlog.run(['set', odd, `depends+=${id}`]);
    expect([code, stderr]).toEqual([
      2,
      'storymark: depends has more than text values: edit the file\n',
    ]);
    await backlog.ok('delete', id, '--force');
  });

  it('takes a list that is one word alone for a list of one', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const path = await backlog.pathOf(id);
    backlog.write(path, backlog.read(path).replace('created:', 'labels: api\ncreated:'));
    await backlog.ok('set', id, 'labels+=web');
    expect((await fieldsOf(backlog, id))['labels']).toEqual(['api', 'web']);
  });

  it('leaves a list of more than words to the file', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const path = await backlog.pathOf(id);
    backlog.write(
      path,
      backlog.read(path).replace('created:', 'labels: [{ name: api }]\ncreated:'),
    );
    const { code, stderr } = await backlog.run(['set', id, 'labels+=web']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: labels has more than text values: edit the file\n',
    ]);
    expect(await backlog.ok('show', id)).toContain(`${id} one`);
    expect(await backlog.ok('list', '--columns', 'labels')).toBe('{"name":"api"}\n');
  });

  it('writes whole ids for beginnings, and takes them away by beginnings too', async () => {
    const backlog = await createNewBacklog();
    const [a, b] = [await backlog.id('add', 'a'), await backlog.id('add', 'b')];
    await backlog.ok('set', a, `depends+=${b.slice(3).toLowerCase()}`);
    expect((await fieldsOf(backlog, a))['depends']).toEqual([b]);
    await backlog.ok('set', a, `depends-=${b.slice(3, 7)}`);
    expect(await fieldsOf(backlog, a)).not.toHaveProperty('depends');
  });

  it('takes from a list the entry written out, not the others it begins', async () => {
    const backlog = await createNewBacklog('--ids', 'sequential');
    for (const title of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
      await backlog.ok('add', title);
    await backlog.ok('set', 'ST-5', 'depends=ST-1,ST-10,ST-11', 'depends-=ST-1');
    expect((await fieldsOf(backlog, 'ST-5'))['depends']).toEqual(['ST-10', 'ST-11']);
  });

  it('sets values inside a map, and removes them', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('set', id, 'score.value=8', 'score.urgency=0.5', 'score.note=about right');
    expect((await fieldsOf(backlog, id))['score']).toEqual({
      value: 8,
      urgency: 0.5,
      note: 'about right',
    });
    await backlog.ok('set', id, 'score.urgency=');
    expect((await fieldsOf(backlog, id))['score']).toEqual({ value: 8, note: 'about right' });
  });

  it('changes a type and the fields it then has, keeping id and file', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const path = await backlog.pathOf(id);
    await backlog.ok('set', id, 'type=bug', 'severity=high');
    expect(await fieldsOf(backlog, id)).toMatchObject({ id, type: 'bug', severity: 'high', path });
  });

  it('keeps the history of the sprint when that is set', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one', '--points', '3');
    await backlog.ok('sprint', 'create');
    await backlog.ok('set', id, 'sprint=2026');
    expect(await fieldsOf(backlog, id)).toMatchObject({
      sprint: '2026-S24',
      sprints: ['2026-11-24 +2026-S24 3 set'],
    });
  });

  it('takes fields that settings declare', async () => {
    const backlog = await createNewBacklog();
    backlog.write(
      'backlog/backlog.yaml',
      'fields: { customer: text, seats: number, since: day, tags: list }\n',
    );
    const id = await backlog.id('add', 'one');
    await backlog.ok('set', id, 'customer=ACME', 'seats=12', 'since=2026-01-02', 'tags+=x');
    expect(await fieldsOf(backlog, id)).toMatchObject({
      customer: 'ACME',
      seats: 12,
      since: '2026-01-02',
      tags: ['x'],
    });
    expect((await backlog.run(['set', id, 'seats=many'])).stderr).toContain(
      'seats: expected a number',
    );
  });

  it('changes several items or, when one cannot be, none', async () => {
    const backlog = await createNewBacklog();
    const [a, goal] = [await backlog.id('add', 'a'), await backlog.id('add', '-t', 'goal', 'g')];
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['set', a, goal, 'points=5']);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown field "points" for g.');
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it.each([
    [['points=five'], 'points: expected a number of 0 or more, not "five"'],
    [['points=-1'], 'points: expected a number of 0 or more'],
    [['due=soon'], 'due: expected a date such as 2026-11-24'],
    [['due=2026-02-30'], 'due: expected a date'],
    [['status=redy'], 'Did you mean ready? (draft, ready, doing, review, done, dropped)'],
    [['type=persona'], 'unknown type "persona"'],
    [['title='], 'title cannot be removed'],
    [['title=a\u0007b'], 'title: control characters and line breaks are not allowed'],
    [['id=ST-1'], 'an id cannot be changed'],
    [['pointss=3'], 'unknown field "pointss"'],
    [['toString=3'], 'unknown field "toString"'],
    [['constructor=3'], 'unknown field "constructor"'],
    [['points+=3'], 'points is not a list: write points=3'],
    [['title.x=3'], 'title has no named values'],
    [['score=3'], 'score has named values: write score.name=value'],
    [['rank=zzz'], 'to place an item use storymark move'],
    [['sprints=x'], 'sprints is managed by the sprint commands'],
    [['parent=nobody'], 'there is no item "nobody"'],
    [['=3'], '"=3" is not an assignment'],
    [[], 'give what to set: storymark set ID key=value'],
  ])('refuses %j and writes nothing', async (words, message) => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    const before = hashFolder(backlog.dir);
    const { code, stdout, stderr } = await backlog.run(['set', id, ...words]);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('refuses a reference of the wrong kind', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', 'one');
    await backlog.ok('add', '-t', 'goal', 'Fewer chats');
    expect((await backlog.run(['set', id, 'persona=fewer'])).stderr).toBe(
      'storymark: persona: fewer-chats is a goal, not a persona\n',
    );
    expect((await backlog.run(['set', id, 'depends+=fewer'])).stderr).toBe(
      'storymark: depends: fewer-chats is a goal, not a work item\n',
    );
  });

  describe('and circles', () => {
    it('refuses one it would close, over itself or over others', async () => {
      const backlog = await createNewBacklog();
      const [a, b, c] = [
        await backlog.id('add', 'a', '-t', 'epic'),
        await backlog.id('add', 'b', '-t', 'epic'),
        await backlog.id('add', 'c', '-t', 'epic'),
      ];
      await backlog.ok('set', a, `depends=${b}`, `parent=${b}`);
      await backlog.ok('set', b, `depends=${c}`, `parent=${c}`);
      const before = hashFolder(backlog.dir);
      for (const key of ['depends', 'parent']) {
        const { code, stderr } = await backlog.run(['set', c, `${key}=${a}`]);
        expect([code, stderr]).toEqual([
          2,
          `storymark: ${key} would create a cycle: ${c} → ${a} → ${b} → ${c}\n`,
        ]);
        expect((await backlog.run(['set', c, `${key}=${c}`])).stderr).toContain(
          `cycle: ${c} → ${c}`,
        );
      }
      expect(hashFolder(backlog.dir)).toEqual(before);
    });

    it('lets one that a merge made stand in nobody’s way, and be mended', async () => {
      const backlog = await createNewBacklog();
      const [a, b, c] = [
        await backlog.id('add', 'a'),
        await backlog.id('add', 'b'),
        await backlog.id('add', 'c'),
      ];
      await backlog.ok('set', a, `depends=${b}`);
      const path = await backlog.pathOf(b);
      backlog.write(
        path,
        backlog.read(path).replace('created:', `depends: [${a.toLowerCase()}]\ncreated:`),
      );
      expect((await backlog.run(['set', c, `depends=${a}`, 'points=3'])).code).toBe(0);
      expect((await backlog.run(['set', a, 'points=3'])).code).toBe(0);
      expect((await backlog.run(['set', a, `depends+=${c}`])).stderr).toContain('cycle');
      expect((await backlog.run(['set', b, 'depends='])).code).toBe(0);
      expect((await backlog.run(['set', b, `depends=${a}`])).code).toBe(2);
    });
  });
});
