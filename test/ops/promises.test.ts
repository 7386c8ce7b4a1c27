import { describe, expect, it } from 'vitest';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

/** As many past sprints of three points as it takes to name days. */
async function withPromise() {
  const backlog = await createNewBacklog();
  for (const [index, id] of [
    '2026-S18',
    '2026-S19',
    '2026-S20',
    '2026-S21',
    '2026-S22',
  ].entries()) {
    const start = new Date(Date.UTC(2026, 8, 15 + 14 * index)).toISOString().slice(0, 10);
    const end = new Date(Date.UTC(2026, 8, 28 + 14 * index)).toISOString().slice(0, 10);
    const done = `- { id: TA-0${id.slice(-2)}, points: 3 }`;
    backlog.write(
      `backlog/sprints/${id}.md`,
      `---\nid: ${id}\ntype: sprint\nstatus: closed\ntitle: ${id}\nstart: ${start}\nend: ${end}\ncommitted:\n  ${done}\ndone:\n  ${done}\n---\n`,
    );
  }
  const task = (title: string, points: number) =>
    backlog.id('add', title, '-t', 'task', '--points', String(points), '--force', 'why');
  const small = await task('Mend the heating', 3);
  const big = await task('Dig a cellar', 60);
  const feedback = await backlog.id('add', '-t', 'feedback', 'It is cold in there');
  await backlog.ok('link', feedback, small);
  await backlog.ok('answer', feedback, '--save');
  const { promised } = await backlog.json<{ promised: string }>('show', feedback);
  return { backlog, small, big, feedback, promised };
}

type Setup = Awaited<ReturnType<typeof withPromise>>;

async function listLate(backlog: NewBacklog): Promise<readonly string[]> {
  const { stdout } = await backlog.run(['check', '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
  const today = await backlog.json<{ kind: string }[]>('today');
  return [
    ...findings.map(({ rule }) => rule).filter((rule) => rule === 'trace/promise-late'),
    ...today.map(({ kind }) => kind).filter((kind) => kind === 'date'),
  ];
}

const finish = ({ backlog, small }: Setup) => backlog.ok('done', small, '--force', 'seen');
const link = ({ backlog, feedback, big }: Setup) => backlog.ok('link', feedback, big);
const answer = ({ backlog, feedback }: Setup) => backlog.ok('answer', feedback, '--save');

describe('a promised day', () => {
  it('is kept with the items it was made for', async () => {
    const { backlog, feedback, small, promised } = await withPromise();
    expect(promised).toMatch(/^2026-12-/);
    expect(await backlog.json('show', feedback)).toMatchObject({ covers: [small] });
  });

  it.each<[string, readonly ((setup: Setup) => Promise<unknown>)[]]>([
    ['all of it is done and that was told', [finish, answer, link]],
    ['all of it is done', [finish, link]],
    [
      'the item is dropped',
      [({ backlog, small }) => backlog.ok('drop', small, '--reason', 'no'), link],
    ],
    [
      'the link is removed',
      [link, ({ backlog, small, feedback }) => backlog.ok('link', feedback, small, '--remove')],
    ],
    [
      'the item is done, told, and reopened',
      [
        finish,
        answer,
        ({ backlog, small }) => backlog.ok('reopen', small),
        ({ backlog, small }) => backlog.ok('set', small, 'points=60', '--force', 'it grew'),
      ],
    ],
    [
      'other feedback with larger work stands for it, and its own is done',
      [
        finish,
        async ({ backlog, feedback, big }) => {
          const other = await backlog.id('add', '-t', 'feedback', 'It is damp in there');
          await backlog.ok('link', other, big);
          await backlog.ok('triage', feedback, '--into', other);
        },
      ],
    ],
  ])('is not apologised for when %s', async (_, steps) => {
    const setup = await withPromise();
    for (const step of steps) await step(setup);
    const { backlog, feedback } = setup;
    expect(await backlog.ok('answer', feedback)).toContain('2027');
    expect(await backlog.ok('answer', feedback)).not.toContain('sorry');
    expect(await listLate(backlog)).toEqual([]);
  });

  it.each<[string, readonly ((setup: Setup) => Promise<unknown>)[]]>([
    [
      'it grows',
      [({ backlog, small }) => backlog.ok('set', small, 'points=60', '--force', 'it grew')],
    ],
    [
      'it grows, and another is done',
      [
        link,
        ({ backlog, big }) => backlog.ok('done', big, '--force', 'seen'),
        ({ backlog, small }) => backlog.ok('set', small, 'points=60', '--force', 'it grew'),
      ],
    ],
    [
      'it is reopened before the next letter, and grows',
      [
        finish,
        ({ backlog, small }) => backlog.ok('reopen', small),
        ({ backlog, small }) => backlog.ok('set', small, 'points=60', '--force', 'it grew'),
      ],
    ],
  ])('that cannot be kept is apologised for when %s', async (_, steps) => {
    const setup = await withPromise();
    for (const step of steps) await step(setup);
    const { backlog, feedback } = setup;
    expect(await backlog.ok('answer', feedback)).toContain('we are sorry');
    expect(await listLate(backlog)).toEqual(['trace/promise-late', 'date']);
    await answer(setup);
    expect(await listLate(backlog)).toEqual([]);
  });

  it('ends with a letter that names none', async () => {
    const setup = await withPromise();
    await finish(setup);
    await answer(setup);
    const shown = await setup.backlog.json('show', setup.feedback);
    expect(shown).not.toHaveProperty('promised');
    expect(shown).not.toHaveProperty('covers');
  });

  it('stands when no better day can be named, which the letter says', async () => {
    const setup = await withPromise();
    const { backlog, feedback, promised } = setup;
    for (const id of ['2026-S18', '2026-S19', '2026-S20']) {
      const path = `backlog/sprints/${id}.md`;
      backlog.write(path, backlog.read(path).replace('status: closed', 'status: cancelled'));
    }
    const text = await backlog.ok('answer', feedback);
    expect(text).toContain(
      `We gave you ${Number(promised.slice(-2))} December 2026 as a date before; we have not finished enough so far to name a better one.`,
    );
    await answer(setup);
    expect(await backlog.json('show', feedback)).toMatchObject({ promised });
  });

  it('stays as it was under own words that name no day', async () => {
    const { backlog, feedback, small, promised } = await withPromise();
    await backlog.ok('set', small, 'points=60', '--force', 'it grew');
    const { stderr } = await backlog.run(['answer', feedback, '--save', '--text', 'Soon.']);
    expect(stderr).toMatch(
      /your text does not contain 2027-\d\d-\d\d, so no promised date is saved/,
    );
    expect(await backlog.json('show', feedback)).toMatchObject({ promised });
  });
});
