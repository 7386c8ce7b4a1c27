import { describe, expect, it } from 'vitest';
import { createSandbox, scriptedPrompt } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');
type Shown = Record<string, unknown> & { path: string; body: string };

describe('add feedback', () => {
  it('keeps the words, makes a line of them, and takes who, how and when', async () => {
    const sandbox = calendar();
    const said =
      'We cannot see holidays. Every week somebody joins from a beach, and we all feel bad.';
    const id = (
      await sandbox.ok(
        ...['add', '--from', 'field Sales', said, '--kind', 'usability test', '--weight', '40'],
        ...['--source', 'fair', '--date', '2026-11-20', '--sentiment', 'negative'],
      )
    ).trim();
    const shown = await sandbox.json<Shown>('show', id);
    expect(shown).toMatchObject({
      type: 'feedback',
      status: 'new',
      title: 'We cannot see holidays',
      from: 'field-sales',
      kind: 'usability-test',
      weight: 40,
      date: '2026-11-20',
    });
    expect(shown.body).toContain(`> ${said}`);
  });

  it.each([
    [['add', '--from', 'ACNE', 'x'], 'there is no stakeholder "ACNE". Did you mean acme?'],
    [['add', '--from', 'Zebra works', 'x'], 'storymark add -t stakeholder "Zebra works"'],
    [['add', '--from', 'acme', 'x', '--kind', 'requst'], 'Did you mean request?'],
    [['set', 'FB-0Q', 'private=perhaps'], 'true or false'],
    [['set', 'EP-2M', 'stage=launch'], 'storymark stage'],
    [['set', 'async-teams', 'readings=x'], 'storymark goal measure'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await calendar().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('link', () => {
  it('links feedback with work in either order, and takes it back', async () => {
    const sandbox = calendar();
    await sandbox.ok('link', 'FB-H7', 'A5', 'V3');
    expect(await sandbox.json('show', 'FB-H7')).toMatchObject({
      status: 'linked',
      items: ['ST-A5D8W', 'ST-V3P6M'],
    });
    await sandbox.ok('link', 'A5', 'FB-H7', '--remove');
    await sandbox.ok('link', 'FB-H7', 'V3', '--remove');
    const { items, status } = await sandbox.json<Shown>('show', 'FB-H7');
    expect([items, status]).toEqual([undefined, 'new']);
  });

  it('links work with goals, for or against, and goals with stakeholders', async () => {
    const sandbox = calendar();
    await sandbox.ok('link', 'A5', 'trusted', '--conflicts');
    await sandbox.ok('link', 'async-teams', 'support-desk');
    expect(await sandbox.json('show', 'A5')).toMatchObject({ conflicts: 'trusted-calendar' });
    expect(await sandbox.ok('why', 'A5')).toMatch(/Against\s+trusted-calendar \(weight 2\)/);
    expect(await sandbox.json('show', 'async-teams')).toMatchObject({
      stakeholders: ['acme', 'field-sales', 'support-desk'],
    });
  });

  it.each([
    [['link', 'A5', 'V3'], 'ST-A5D8W is a story, ST-V3P6M a story'],
    [['link', 'FB-H7', 'A5', '--conflicts'], '--conflicts requires a goal'],
    [['link', 'FB-H7'], 'give the documents to link it to'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await calendar().run(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('triage', () => {
  it('merges, declines and links by flags', async () => {
    const sandbox = calendar();
    await sandbox.ok('triage', 'H7', '--into', 'FB-0Q');
    expect(await sandbox.json('show', 'H7')).toMatchObject({ into: 'FB-0Q5MS', status: 'linked' });
    // Whoever says the same asks for the same items.
    expect(await sandbox.ok('why', 'R8')).toContain('by 2 of 3 stakeholders');
    const { code, stderr } = await sandbox.run(['triage', 'FB-0Q', '--into', 'H7']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('which was merged into it')]);
    await sandbox.ok('triage', 'H7', '--decline', 'no time');
    expect(await sandbox.json('show', 'H7')).toMatchObject({
      status: 'declined',
      reason: 'no time',
    });
    expect(await sandbox.ok('answer', 'H7')).toContain('decided not to do this. No time.');
  });

  it('makes an item with the words at hand, of any type', async () => {
    const sandbox = calendar();
    const [made] = await sandbox.json<{ to: string[]; verdict: string }[]>(
      ...['triage', 'H7', '--type', 'bug', '--set', 'labels=holidays'],
    );
    expect(made?.verdict).toBe('add');
    const bug = await sandbox.json<Shown>('show', made?.to[0] ?? '');
    expect(bug).toMatchObject({ type: 'bug', title: 'A third of teams met on a holiday' });
    expect(bug.body).toContain('> In the last three months, has your team held');
    expect(bug.body).toContain('> (Support desk, 2026-11-20, FB-H7V0D)');
  });

  it('asks about each, suggests what may answer it, and saves each answer', async () => {
    const sandbox = calendar();
    const second = (
      await sandbox.ok('add', '--from', 'acme', 'Where did my event go?', '--date', '2026-11-21')
    ).trim();
    const third = (await sandbox.ok('add', '--from', 'acme', 'More colours please')).trim();
    const prompt = scriptedPrompt([
      'link',
      'ST-A5D8W',
      'story',
      'team-member',
      'to see what became of my event',
      'I need not enter it twice',
      'The log names it',
      '',
      '2',
      'decline',
      'colours carry meaning here',
    ]);
    const { code, stdout } = await sandbox.run(['triage'], { prompt });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /answered by ST-A5D8W[\s\S]*ST-\w+ created from it[\s\S]*declined: colours/,
      ),
    ]);
    const { items } = await sandbox.json<{ items: string[] }>('show', second);
    expect(await sandbox.json('show', items[0] ?? '')).toMatchObject({
      title: 'See what became of my event',
      persona: 'team-member',
      points: 2,
    });
    expect(await sandbox.json('show', third)).toMatchObject({ status: 'declined' });
    expect(await sandbox.ok('list', 'type:feedback', 'status:new')).toBe('');
  });

  it('says what flag is missing where nobody can be asked', async () => {
    const { code, stderr } = await calendar().run(['triage', 'H7']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--link | --story')]);
    const both = await calendar().run(['triage', 'H7', '--link', 'A5', '--decline', 'x']);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('give only one of')]);
  });
});

describe('ask', () => {
  it('adds a question, lists it, answers it once', async () => {
    const sandbox = calendar();
    await sandbox.ok('ask', '7K', 'Also on the phone?', '--to', 'acme', '--on', '2026-11-10');
    const open = await sandbox.json<object[]>('ask');
    expect(open).toMatchObject([
      { id: 'ST-7K3FD', number: 1, on: '2026-11-10', to: 'ACME', question: 'Also on the phone?' },
      { id: 'ST-W6Q0A', number: 2, to: 'Field sales' },
    ]);
    const path = (await sandbox.json<Shown>('show', '7K')).path;
    expect(sandbox.read(path)).toMatch(
      /## Questions\n\n- \[ \] 2026-11-10 acme: Also on the phone\?\n$/,
    );
    await sandbox.ok('ask', '7K', 'Yes, there above all', '--answer', '1');
    expect(sandbox.read(path)).toMatch(
      /- \[x\] 2026-11-10 acme: Also on the phone\?\n {2}2026-11-24: Yes, there above all\n$/,
    );
    expect(await sandbox.json<object[]>('ask', '7K')).toEqual([]);
    expect(await sandbox.json<object[]>('ask', '7K', '--all')).toMatchObject([
      { answered: true, answer: '2026-11-24: Yes, there above all' },
    ]);
    const again = await sandbox.run(['ask', '7K', 'No', '--answer', '1']);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('answered already')]);
    const none = await sandbox.run(['ask', '7K', 'No', '--answer', '3']);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('there is 1 question')]);
  });

  it('is put to those whose feedback waits for it', async () => {
    expect(await calendar().ok('answer', 'C6')).toMatch(
      /We would like to know from you:\n\n- Which two calendars do most of the seven buyers use\?/,
    );
  });
});

describe('answer', () => {
  it('speaks plainly: no ids, no percentages, no terms of the trade, nothing private', async () => {
    const sandbox = calendar();
    await sandbox.ok('set', 'F5', 'private=true');
    for (const id of ['FB-0Q', 'FB-B1', 'FB-C6', 'FB-E9', 'FB-H7', 'FB-K8']) {
      const text = await sandbox.ok('answer', id);
      const own = text.replace(/^>.*$/gm, '');
      expect(own).not.toMatch(/\b[A-Z]{2}-[0-9A-Z]{5}\b|%|\bWSJF\b|sprint|points|undefined|null/i);
    }
    const { stdout, stderr } = await sandbox.run(['answer', 'FB-0Q']);
    expect(stdout).not.toContain('Find the hours a team shares');
    expect(stderr).toContain('1 private item left out');
  });

  it('keeps own words, replaces the answer before, and leaves the rest of the page alone', async () => {
    const sandbox = calendar();
    const { path } = await sandbox.json<Shown>('show', 'FB-0Q');
    const before = sandbox.read(path);
    await sandbox.ok(
      'answer',
      'FB-0Q',
      '--save',
      '--text',
      '# Soon\nVery soon',
      '--on',
      '2026-11-23',
    );
    const after = sandbox.read(path);
    expect(after).toContain('answered: 2026-11-23\n');
    // They name no day.
    expect(after).toContain('promised: 2026-12-18\n');
    expect(after.slice(after.indexOf('## Answer'))).toBe('## Answer\n\n\\# Soon\nVery soon\n');
    const body = (text: string) => text.slice(text.indexOf('\n---\n'), text.indexOf('## Answer'));
    expect(body(after)).toBe(body(before));
  });

  it('is not kept while nothing is decided', async () => {
    const { code, stderr } = await calendar().run(['answer', 'H7', '--save']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('storymark triage FB-H7V0D')]);
  });
});

describe('trace', () => {
  it('writes feedback by items as text, CSV and Markdown', async () => {
    const sandbox = calendar();
    const csv = await sandbox.ok('trace', '--matrix', '--format', 'csv');
    const [head = '', first = ''] = csv.split('\n');
    expect(head).toMatch(/^feedback,title,from,status,ST-F5R8J,/);
    expect(first).toMatch(/^FB-0Q5MS,Eleven messages to find half an hour,ACME,answered,done,/);
    expect(
      new Set(
        csv
          .trim()
          .split('\n')
          .map((line) => line.split(',').length),
      ),
    ).toEqual(new Set([head.split(',').length]));
    const markdown = await sandbox.ok('trace', '--matrix', '--format', 'markdown');
    expect(markdown).toContain('| FB-H7V0D | A third of teams met on a holiday |');
    const { stdout } = await sandbox.run(['trace', '--matrix'], { terminal: 100 });
    expect(stdout).toMatch(/FB-H7V0D .*← nothing answers it/);
    const matrix = await sandbox.json<{ feedback: { id: string; items: string[] }[] }>(
      'trace',
      '--matrix',
    );
    expect(matrix.feedback[0]?.items).toEqual(['ST-F5R8J', 'ST-R8B4Z', 'ST-S2K7E']);
  });

  it('walks from every kind of document, and round in circles once', async () => {
    const sandbox = calendar();
    await sandbox.ok('triage', 'H7', '--into', 'FB-0Q');
    sandbox.write(
      'backlog/feedback/FB-0Q5MS-eleven-messages-to-find-half-an-hour.md',
      sandbox
        .read('backlog/feedback/FB-0Q5MS-eleven-messages-to-find-half-an-hour.md')
        .replace('created:', 'into: FB-H7V0D\ncreated:'),
    );
    for (const id of [
      'acme',
      'FB-0Q',
      'H7',
      'async-teams',
      'EP-2M',
      'R8',
      'team-member',
      '2026-S24',
    ]) {
      const { stdout, code } = await sandbox.run(['trace', id]);
      expect([id, code, /undefined|null|NaN/.test(stdout)]).toEqual([id, 0, false]);
    }
    const { stdout } = await sandbox.run(['trace', '2026-S24']);
    expect(stdout).toContain('→ took in ST-K1Y5C');
  });
});
