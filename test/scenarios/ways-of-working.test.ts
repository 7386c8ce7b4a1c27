import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../support/sandbox.js';
import { writeBacklog } from '../support/write-backlog.js';

/** Weeks in which a team without sprints finished so many items, the last one just before today. */
const finished = [2, 3, 1, 4, 2, 3];

function writeKanban(settings = '', points?: number): Sandbox {
  const days = finished.flatMap((count, week) =>
    Array.from({ length: count }, () =>
      new Date(Date.UTC(2026, 9, 13 + 7 * week)).toISOString().slice(0, 10),
    ),
  );
  const done = days.map((day, index) => [
    `ST-D${index}`,
    { status: 'done', points, started: day, done: day, goal: 'quiet' },
  ]);
  const open = Array.from({ length: 12 }, (_, index) => [
    `ST-${index}`,
    { points, goal: 'quiet', status: index < 8 ? 'ready' : 'draft' },
  ]);
  const sandbox = writeBacklog(Object.fromEntries([...done, ...open]), settings);
  sandbox.write(
    'backlog/goals/quiet.md',
    '---\nid: quiet\ntype: goal\nstatus: active\ntitle: A quiet house\n---\n',
  );
  return sandbox;
}

const terminal = { terminal: 120 };

describe('a team without points and sprints', () => {
  it.each([
    [['goals'], '15 of 27 items done'],
    [['report', 'status'], '15 of 27 items done (56%)'],
    [['report', 'status'], '2.5 items a week over the last 6 weeks'],
    [['forecast'], '12 items left'],
    [['forecast'], / 85 % {2}\d+ weeks +by \d+ \w+ 202\d/],
    [['roadmap'], 'from 6 weeks'],
    [['velocity'], '2.5 items a week'],
    [['why', 'ST-3'], /Forecast +85 % likely by \d+ \w+ 202\d/],
  ])('gets a true answer from %j', async (argv, answer) => {
    const { stdout } = await writeKanban().run(argv, terminal);
    if (typeof answer === 'string') expect(stdout).toContain(answer);
    else expect(stdout).toMatch(answer);
    expect(stdout).not.toMatch(/\bpoints?\b|sprint is closed|\d sprints?\b/);
  });

  it('is not asked for points, nor told to plan a sprint', async () => {
    const { stdout } = await writeKanban().run(['today', '--all'], terminal);
    expect(stdout).not.toContain('no points');
    expect(stdout).not.toContain('sprint');
  });

  it.each([
    ['way: scrum\n', 'sprint', 'points'],
    ['way: kanban\n', 'week', 'items'],
    ['way: no-estimates\n', 'week', 'items'],
    ['way: {count: points}\n', 'week', 'points'],
    ['way: {over: sprints}\n', 'sprint', 'items'],
    ['', 'week', 'items'],
  ])('can say its way with %j', async (settings, period, unit) => {
    expect(await writeKanban(settings).json('forecast')).toMatchObject({ period, unit });
  });

  it('counts points over weeks where it estimates', async () => {
    const forecast = await writeKanban('', 3).json('forecast');
    expect(forecast).toMatchObject({ period: 'week', unit: 'points', remaining: 36 });
  });

  it('refuses a way that is none', async () => {
    const { code, stderr } = await writeKanban('way: waterfall\n').run(['goals']);
    expect(code).toBe(2);
    expect(stderr).toContain('expected scrum, kanban or no-estimates');
  });
});

interface Plan {
  readonly unit: string;
  readonly basis: string;
  readonly points: number;
  readonly chosen: readonly { readonly id: string }[];
  readonly assumed: readonly string[];
}

describe('sprint plan', () => {
  const plan = async (sandbox: Sandbox, ...argv: readonly string[]) => {
    const { chosen, ...rest } = await sandbox.json<Plan>('sprint', 'plan', ...argv);
    return { ...rest, ids: chosen.map(({ id }) => id) };
  };
  const items = (fields: readonly Readonly<Record<string, unknown>>[]) =>
    writeBacklog(Object.fromEntries(fields.map((one, index) => [`ST-${index}`, one])));

  it('goes by the order of the backlog where no item is scored', async () => {
    const sandbox = items([5, 8, 2, 1, 3].map((points) => ({ points })));
    const planned = await plan(sandbox, '--capacity', '13');
    expect(planned).toMatchObject({ basis: 'order', unit: 'points', points: 13 });
    expect(planned.ids).toEqual(['ST-0', 'ST-1']);
    expect(planned.assumed.join()).toContain('the backlog order is used as the value');
  });

  it('counts each item as one where none is estimated', async () => {
    const sandbox = items([{}, {}, {}, {}].map(() => ({ points: undefined })));
    const planned = await plan(sandbox, '--capacity', '3');
    expect(planned).toMatchObject({ basis: 'order', unit: 'items', points: 3 });
    expect(planned.ids).toEqual(['ST-0', 'ST-1', 'ST-2']);
  });

  it('goes by scores where there are some, and says what is worth nothing', async () => {
    const sandbox = items([{}, { value: 5 }, { value: 8 }]);
    const planned = await plan(sandbox, '--capacity', '1');
    expect(planned).toMatchObject({ basis: 'score', ids: ['ST-2'] });
    expect(planned.assumed.join()).toContain('1 ready item not scored');
    expect(await plan(sandbox, '--capacity', '1', '--by', 'order')).toMatchObject({
      ids: ['ST-0'],
      assumed: [],
    });
  });

  it('says what it leaves out unestimated, and takes it where items count', async () => {
    const sandbox = items([{ points: undefined }, { points: 2 }, { points: 2 }]);
    const planned = await plan(sandbox, '--capacity', '4');
    expect(planned.ids).toEqual(['ST-1', 'ST-2']);
    expect(planned.assumed.join()).toContain('1 ready item without points left out');
    const counted = await plan(sandbox, '--capacity', '2', '--unit', 'items');
    expect(counted).toMatchObject({ unit: 'items', ids: ['ST-0', 'ST-1'] });
  });

  it('keeps what must be in, what waits and what cannot go together', async () => {
    const sandbox = items([
      { depends: ['ST-3'], points: undefined },
      { points: undefined, excludes: ['ST-3'] },
      { points: undefined },
      { points: undefined },
    ]);
    expect((await plan(sandbox, '--capacity', '2')).ids).toEqual(['ST-0', 'ST-3']);
    expect((await plan(sandbox, '--capacity', '2', '--must', 'ST-2')).ids).toContain('ST-2');
  });

  it('spreads several sprints by the order too', async () => {
    const sandbox = items([{}, {}, {}, {}].map(() => ({ points: undefined })));
    const { sprints } = await sandbox.json<{ sprints: readonly { items: readonly string[] }[] }>(
      'sprint',
      'plan',
      '--capacity',
      '2',
      '--sprints',
      '2',
    );
    expect(sprints.map((one) => one.items)).toEqual([
      ['ST-0', 'ST-1'],
      ['ST-2', 'ST-3'],
    ]);
  });
});

describe('what the roadmap says of work without an epic', () => {
  it.each([
    [['done', 'done', 'ready'], { all: 3, done: 2 }],
    [['ready', 'ready'], { all: 2, done: 0 }],
    [['done', 'dropped', 'ready'], { all: 2, done: 1 }],
  ])('counts what is done of it: %j', async (statuses, items) => {
    const sandbox = writeBacklog(
      Object.fromEntries(
        statuses.map((status, index) => [`TA-${index}`, { status, done: '2026-11-10' }]),
      ),
    );
    const { entries } = await sandbox.json<{ entries: readonly { items: object }[] }>('roadmap');
    expect(entries.map((entry) => entry.items)).toEqual([items]);
  });

  it.each([
    [['forecast'], 'Dates in sprints of 14 days, with gaps of 2 days; days off included'],
    [['roadmap'], 'Dates in sprints of 14 days, with gaps of 2 days; days off included'],
  ])('and %j what the dates take for granted', async (argv, said) => {
    const sandbox = writeBacklog(
      { 'ST-1': {} },
      'team:\n  members: [{name: ann}]\n  off: [2026-12-24]\n',
    );
    const days = [
      ['2026-10-19', '2026-11-01'],
      ['2026-11-04', '2026-11-17'],
    ];
    for (const [index, [start, end]] of days.entries()) {
      sandbox.write(
        `backlog/sprints/2026-S${index + 10}.md`,
        `---\nid: 2026-S${index + 10}\ntype: sprint\nstatus: closed\ntitle: Past\nstart: ${start}\nend: ${end}\ncommitted: [{id: ST-9, points: 1}]\ndone: [{id: ST-9, points: 1}]\n---\n`,
      );
    }
    expect((await sandbox.run(argv, terminal)).stdout).toContain(said);
  });
});

describe('what belongs to a goal that an epic serves', () => {
  const sandbox = () => {
    const backlog = writeBacklog({
      'EP-1': { type: 'epic', goal: 'quiet', points: undefined },
      'EP-2': { type: 'epic', parent: 'EP-1', points: undefined },
      'ST-1': { parent: 'EP-1', points: 3 },
      'ST-2': { parent: 'EP-2', points: 5 },
      'ST-3': { points: 8 },
      'ST-4': { parent: 'EP-1', goal: 'loud', points: 13 },
    });
    for (const id of ['quiet', 'loud']) {
      backlog.write(
        `backlog/goals/${id}.md`,
        `---\nid: ${id}\ntype: goal\nstatus: active\ntitle: Be ${id}\n---\n`,
      );
    }
    backlog.write(
      'backlog/stakeholders/ann.md',
      '---\nid: ann\ntype: stakeholder\ntitle: Ann\n---\n',
    );
    backlog.write(
      'backlog/feedback/FB-1.md',
      '---\nid: FB-1\ntype: feedback\nstatus: linked\ntitle: Hush\nfrom: ann\nitems: [EP-1]\n---\n',
    );
    return backlog;
  };
  const idsOf = async (...argv: readonly string[]) =>
    (await sandbox().json<readonly { id: string }[]>('list', ...argv)).map(({ id }) => id);

  it.each([
    [['goal:quiet'], ['EP-1', 'EP-2', 'ST-1', 'ST-2']],
    [['goal:loud'], ['ST-4']],
    [['-goal:quiet'], ['ST-3', 'ST-4']],
    [['no:goal'], ['ST-3']],
    [
      ['has:goal', 'type:story'],
      ['ST-1', 'ST-2', 'ST-4'],
    ],
    [
      ['epic:EP-1', 'type:story'],
      ['ST-1', 'ST-2', 'ST-4'],
    ],
    [
      ['stakeholder:ann', 'type:story'],
      ['ST-1', 'ST-2', 'ST-4'],
    ],
  ])('list %j', async (query, ids) => {
    expect(await idsOf(...query)).toEqual(ids);
  });

  it.each([
    ['quiet', 8],
    ['goal:quiet', 8],
    ['loud', 13],
    ['EP-1', 21],
    ['ann', 21],
    ['FB-1', 21],
  ])('forecast %s counts the same work', async (what, remaining) => {
    expect(await sandbox().json('forecast', what)).toMatchObject({ remaining });
  });

  it('goals counts it', async () => {
    const goals = await sandbox().json<readonly { id: string; points: { all: number } }[]>('goals');
    expect(goals.map(({ id, points }) => [id, points.all])).toEqual([
      ['loud', 13],
      ['quiet', 8],
    ]);
  });
});
