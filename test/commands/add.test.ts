import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PromptCancelled } from '../../src/terminal/prompt.js';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { scriptedPrompt } from '../support/sandbox.js';

const story = 'As a team lead, I want to see who is away, so that I can plan around it.';

function withoutId(text: string, id: string): string {
  return text.replaceAll(id, 'ID').replace(/^rank: .*$/m, 'rank: R');
}

describe('add', () => {
  it('writes a story from its parts', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id(
      'add',
      '--as',
      'team lead',
      '--want',
      'to see who is away',
      '--so',
      'I can plan around it',
      '-c',
      'Given x, then y',
      '--criterion',
      'And z',
      '--points',
      '5',
      '--label',
      'calendar',
      '--label',
      'api',
    );
    expect(id).toMatch(/^ST-[0-9A-HJKMNP-TV-Z]{5}$/);
    const text = await backlog.fileOf(id);
    expect(text).toContain(
      `---\nid: ${id}\ntype: story\nstatus: draft\ntitle: See who is away\npoints: 5\npersona:\nrank: a0\nparent:\ncreated: 2026-11-24\nlabels: [calendar, api]\ngoal:\nscore:\n---\n`,
    );
    expect(text).toContain(
      `${story}\n\n## Acceptance criteria\n\n- [ ] Given x, then y\n- [ ] And z\n`,
    );
    expect(text).not.toContain('{{');
    expect(await backlog.pathOf(id)).toBe(`backlog/items/${id}-see-who-is-away.md`);
  });

  it('takes a whole story in the place of a title apart', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', story);
    expect(await backlog.json('show', id)).toMatchObject({
      title: 'See who is away',
      story: { role: 'team lead', want: 'see who is away', benefit: 'I can plan around it' },
    });
    expect(await backlog.fileOf(id)).toContain(`\n${story}\n`);
  });

  it('writes a job story for a situation', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id(
      'add',
      '--when',
      'a meeting moves',
      '--want',
      'see it',
      '--so',
      'go on time',
    );
    expect(await backlog.fileOf(id)).toContain(
      'When a meeting moves, I want to see it, so I can go on time.',
    );
  });

  it.each([
    ['task', 'TA', 'items'],
    ['bug', 'BU', 'items'],
    ['epic', 'EP', 'items'],
    ['spike', 'SP', 'items'],
    ['feedback', 'FB', 'feedback'],
  ])('makes a %s with its prefix in its folder', async (type, prefix, folder) => {
    const backlog = await createNewBacklog();
    const id = await backlog.id('add', '-t', type, 'A Title');
    expect(id.startsWith(`${prefix}-`)).toBe(true);
    expect(await backlog.pathOf(id)).toBe(`backlog/${folder}/${id}-a-title.md`);
    expect(await backlog.fileOf(id)).not.toContain('{{');
  });

  it.each(['goal', 'persona', 'stakeholder'])(
    'names a %s by its title, or as told',
    async (type) => {
      const backlog = await createNewBacklog();
      expect(await backlog.id('add', '-t', type, 'Remote manager')).toBe('remote-manager');
      expect(await backlog.pathOf('remote-manager')).toBe(`backlog/${type}s/remote-manager.md`);
      const second = await backlog.run(['add', '-t', type, 'Remote Manager!']);
      expect([second.code, second.stderr]).toEqual([
        2,
        `storymark: there is already a ${type} remote-manager\n`,
      ]);
      expect((await backlog.run(['add', '-t', type, '管理者'])).stderr).toContain('--set id=');
      expect(await backlog.id('add', '-t', type, '管理者', '--set', 'id=kanrisha')).toBe(
        'kanrisha',
      );
      expect(await backlog.json('show', 'kanrisha')).toMatchObject({ title: '管理者' });
    },
  );

  it('adds the type to an id that a document of another type has', async () => {
    const backlog = await createNewBacklog();
    expect(await backlog.id('add', '-t', 'persona', 'Treasurer')).toBe('treasurer');
    expect(await backlog.id('add', '-t', 'stakeholder', 'Treasurer')).toBe('treasurer-stakeholder');
    expect(await backlog.id('add', '-t', 'goal', 'Treasurer')).toBe('treasurer-goal');
    const refused: (readonly [readonly string[], string])[] = [
      [['stakeholder', 'treasurer!'], 'there is already a stakeholder treasurer-stakeholder'],
      [['persona', 'TREASURER'], 'there is already a persona treasurer'],
      [
        ['goal', 'X', '--set', 'id=treasurer'],
        'the id treasurer is taken by the persona "Treasurer": choose another',
      ],
    ];
    for (const [words, message] of refused) {
      const { code, stderr } = await backlog.run(['add', '-t', ...words]);
      expect([code, stderr]).toEqual([2, `storymark: ${message}\n`]);
    }
  });

  it('sends sprints to the command that makes them whole', async () => {
    const backlog = await createNewBacklog();
    const { code, stderr } = await backlog.run(['add', '-t', 'sprint', 'Ship it']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: to add a sprint, run storymark sprint create\n',
    ]);
  });

  it('fills any placeholder by name', async () => {
    const backlog = await createNewBacklog();
    const id = await backlog.id(
      'add',
      '-t',
      'bug',
      'It breaks',
      '--answer',
      'steps=1. Open\n2. Look',
      '--answer',
      'expected=it works',
    );
    const text = await backlog.fileOf(id);
    expect(text).toContain(
      '## Steps to reproduce\n\n1. Open\n2. Look\n\n## Expected\n\nit works\n',
    );
    expect((await backlog.run(['add', 'x', '--answer', 'nonsense'])).stderr).toContain(
      'write name=text',
    );
  });

  it('sets fields as set does, several times the same list too', async () => {
    const backlog = await createNewBacklog();
    const goal = await backlog.id('add', '-t', 'goal', 'Async teams');
    const epic = await backlog.id('add', '-t', 'epic', 'Hours');
    const id = await backlog.id(
      'add',
      'x',
      '--parent',
      epic.toLowerCase(),
      '--goal',
      'async',
      '--set',
      'labels+=a',
      '--set',
      'labels+=b',
      '--set',
      'score.value=8',
      '--set',
      'assignee=Ann',
    );
    expect(await backlog.json('show', id)).toMatchObject({
      parent: epic,
      goal: [goal],
      labels: ['a', 'b'],
      score: { value: 8 },
      assignee: 'Ann',
    });
  });

  it('puts it where it is told to', async () => {
    const backlog = await createNewBacklog();
    const first = await backlog.id('add', 'first');
    const last = await backlog.id('add', 'last');
    await backlog.ok('add', 'top', '--top');
    await backlog.ok('add', 'before', '--before', last);
    await backlog.ok('add', 'after', '--after', first);
    const items = await backlog.json<{ title: string }[]>('list');
    expect(items.map(({ title }) => title)).toEqual(['top', 'first', 'after', 'before', 'last']);
    const both = await backlog.run(['add', 'x', '--top', '--after', first]);
    expect([both.code, both.stderr]).toEqual([
      2,
      'storymark: give only one of --top, --bottom, --before, --after\n',
    ]);
  });

  it('prints id, title and path as JSON, and the path below the title on a terminal', async () => {
    const backlog = await createNewBacklog();
    const [made] = await backlog.json<{ id: string; title: string; path: string }[]>(
      'add',
      'Hello',
    );
    expect(made).toEqual({
      id: made?.id,
      title: 'Hello',
      path: `backlog/items/${made?.id}-hello.md`,
    });
    const { stdout } = await backlog.run(['add', 'Hello you', '--yes'], { terminal: 80 });
    expect(stdout).toMatch(/^ST-\w{5} Hello you\n {2}backlog\/items\/ST-\w{5}-hello-you\.md\n$/);
  });
});

describe('add on a terminal', () => {
  it('writes the same file from answers as from flags', async () => {
    const backlog = await createNewBacklog();
    const prompt = scriptedPrompt([
      'story',
      'team lead',
      'to see who is away',
      'I can plan around it',
      'Given x, then y',
      'And z',
      '',
      '5',
    ]);
    const asked = await backlog.run(['add'], { prompt });
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    const [{ id: byAnswers = '' } = {}] = await backlog.json<{ id: string }[]>('list');
    const byFlags = await backlog.id(
      'add',
      '--as',
      'team lead',
      '--want',
      'to see who is away',
      '--so',
      'I can plan around it',
      '-c',
      'Given x, then y',
      '-c',
      'And z',
      '--points',
      '5',
    );
    expect(withoutId(await backlog.fileOf(byAnswers), byAnswers)).toBe(
      withoutId(await backlog.fileOf(byFlags), byFlags),
    );
  });

  it('offers the personas and links the chosen one', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('add', '-t', 'persona', 'Remote manager');
    const prompt = scriptedPrompt(['remote-manager', 'see hours', '', '', '']);
    await backlog.run(['add', '-t', 'story'], { prompt });
    const [item] = await backlog.json<object[]>('list');
    expect(item).toMatchObject({
      persona: 'remote-manager',
      story: { role: 'remote manager', benefit: null },
    });
  });

  it('asks only for what flags leave open', async () => {
    const backlog = await createNewBacklog();
    const prompt = scriptedPrompt(['so that', '', '']);
    const { code } = await backlog.run(['add', '--as', 'lead', '--want', 'see'], { prompt });
    expect(code).toBe(0);
    expect((await backlog.run(['add', 'A title alone'], { prompt: scriptedPrompt([]) })).code).toBe(
      0,
    );
    expect(
      (await backlog.run(['add', '-t', 'bug'], { prompt: scriptedPrompt(['It breaks']) })).code,
    ).toBe(0);
  });

  it('refuses an empty role or want at the question, and a number that is none', async () => {
    const backlog = await createNewBacklog();
    const refused = (answers: readonly string[]) =>
      backlog
        .run(['add', '-t', 'story'], { prompt: scriptedPrompt(answers) })
        .then(({ stderr }) => stderr);
    expect(await refused([' '])).toContain('As a …: Please enter some text.');
    expect(await refused(['x', ' '])).toContain('I want …: Please enter some text.');
    expect(await refused(['x', 'y', '', '', 'five'])).toContain(
      'Enter a number, or leave it empty to estimate later.',
    );
  });

  it('writes nothing when the person leaves', async () => {
    const backlog = await createNewBacklog();
    const before = hashFolder(backlog.dir);
    const leave = () => Promise.reject(new PromptCancelled());
    const { code, stderr } = await backlog.run(['add'], {
      prompt: { line: leave, choose: leave, confirm: leave },
    });
    expect([code, stderr]).toEqual([130, 'storymark: cancelled, nothing was written\n']);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('asks nothing with --yes', async () => {
    const backlog = await createNewBacklog();
    const { code, stderr } = await backlog.run(['add', '--yes'], { prompt: scriptedPrompt([]) });
    expect(code).toBe(2);
    expect(stderr).toContain('give TITLE, or --as and --want');
  });
});

describe('add without a terminal', () => {
  it.each([
    [[], 'give TITLE, or --as and --want'],
    [['-t', 'bug'], 'give TITLE'],
    [['--as', 'lead'], '--as is not enough for a story: add --want'],
    [['--so', 'x'], '--so is not enough for a story: add --want'],
    [['--want', 'x'], 'give --as ROLE'],
    [['x', '--points', 'many'], '--points: expected a number of 0 or more, not "many"'],
    [['x', '--points', '-1'], '--points: expected a number of 0 or more'],
    [['-t', 'stori', 'x'], 'unknown type "stori". Did you mean story?'],
    [['x', '--template', 'stroy'], 'there is no template "stroy". Did you mean story?'],
    [['x', '--template', '../../etc/passwd'], 'there is no template'],
    [['x', '--persona', 'nobody'], 'persona: there is no persona "nobody"'],
    [['x', '--set', 'sizee=3'], 'unknown field "sizee"'],
    [['x', '--set', 'constructor=3'], 'unknown field "constructor"'],
    [['x', '--set', 'id=ST-1'], 'an id cannot be changed'],
    [['x\u001b[31m'], 'title: control characters'],
    [['\u0001\u0007'], 'title is empty'],
    [['  '], 'the title is empty'],
    [['one\ntwo'], 'title: control characters and line breaks'],
    [['--as', 'lead\u001b', '--want', 'x'], 'control characters'],
    [['x', '-c', 'one\ntwo'], 'criterion: control characters and line breaks'],
    [['x', '--answer', 'notes=\u001b]0;x\u0007'], 'notes: control characters'],
  ])('refuses %j and writes nothing', async (argv, message) => {
    const backlog = await createNewBacklog();
    const before = hashFolder(backlog.dir);
    const { code, stdout, stderr } = await backlog.run(['add', ...argv]);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
    expect(hashFolder(backlog.dir)).toEqual(before);
    expect(existsSync(join(backlog.dir, 'backlog/items'))).toBe(false);
  });
});
