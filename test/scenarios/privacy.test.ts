import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/commands/index.js';
import type { CommandSpec } from '../../src/commands/shared/command.js';
import { startRepository } from '../support/check-backlog.js';
import { writeBacklog } from '../support/write-backlog.js';

/** In every private document, in titles, bodies, goals, people, feedback and the sprint's goal. */
const secret = /zeppelin/i;

const kano = { A: 7, O: 33, M: 50, I: 10 };
const scores = { value: 8, urgency: 3, risk: 1, effort: 3, kano };

function createSecretive() {
  const secretOf = (more: string) => `private: true\ntitle: Zeppelin for hire\n${more}`;
  const sandbox = writeBacklog({
    'EP-1': { type: 'epic', title: 'Zeppelin epic', private: true, points: undefined },
    'EP-2': { type: 'epic', title: 'Open epic', points: undefined },
    'ST-1': {
      title: 'Fly the zeppelin',
      private: true,
      sprint: '2026-S24',
      points: 3,
      due: '2026-11-25',
      score: scores,
    },
    'ST-2': { title: 'Wash the car', parent: 'EP-1', goal: 'air', sprint: '2026-S24', points: 2 },
    'ST-3': { title: 'Mow the lawn', parent: 'EP-2', depends: ['ST-1'], sprint: '2026-S24' },
    'ST-5': { title: 'Zeppelin', private: true, points: 1, score: scores },
    'ST-6': {
      title: 'Land the zeppelin',
      private: true,
      status: 'done',
      started: '2026-11-18',
      done: '2026-11-20',
    },
    'ST-4': { title: 'Done thing', status: 'done', done: '2026-11-20', sprint: '2026-S24' },
  });
  const write = (path: string, text: string) =>
    sandbox.write(`backlog/${path}`, `---\n${text}---\n`);
  write('goals/air.md', `id: air\ntype: goal\nstatus: active\n${secretOf('')}`);
  write('stakeholders/count.md', `id: count\ntype: stakeholder\n${secretOf('')}`);
  write('stakeholders/ann.md', 'id: ann\ntype: stakeholder\ntitle: Ann\n');
  write('personas/pilot.md', `id: pilot\ntype: persona\n${secretOf('')}`);
  write(
    'feedback/FB-1.md',
    `id: FB-1\ntype: feedback\nstatus: linked\nfrom: ann\nitems: [ST-1]\npromised: 2026-11-01\n${secretOf('')}`,
  );
  write(
    'feedback/FB-2.md',
    'id: FB-2\ntype: feedback\nstatus: linked\ntitle: Car\nfrom: ann\nitems: [ST-2, ST-1, ST-3]\n',
  );
  write(
    'sprints/2026-S24.md',
    `id: 2026-S24\ntype: sprint\nstatus: active\nstart: 2026-11-16\nend: 2026-11-29\ncommitted: [{id: ST-1, points: 3}, {id: ST-2, points: 2}]\n${secretOf('')}`,
  );
  return sandbox;
}

/**
 * What is made for others, by command: each set of words makes one output, on standard output or as
 * `chart.svg`. Pages in folders have a test of their own below.
 */
const forOthers: Readonly<Record<string, readonly (readonly string[])[]>> = {
  report: [['sprint'], ['daily'], ['stakeholder', 'ann'], ['status']],
  answer: [['FB-2'], ['FB-2', '--save']],
  roadmap: [
    ['--format', 'markdown'],
    ['--quarters', '--format', 'markdown'],
    ['--chart', 'chart.svg'],
    ['--quarters', '--chart', 'chart.svg'],
  ],
  export: [
    ['csv', '--all', '--no-private'],
    ['github', '--all'],
    ['json', '--all', '--no-private'],
    ['markdown', '--all'],
  ],
  trace: [
    ['--matrix', '--format', 'markdown'],
    ['--matrix', '--format', 'csv'],
  ],
  diff: [['--format', 'markdown']],
  burndown: [
    ['--chart', 'chart.svg'],
    ['--burnup', '--chart', 'chart.svg'],
  ],
  velocity: [['--chart', 'chart.svg']],
  measures: [
    ['--chart', 'chart.svg'],
    ['flow', '--chart', 'chart.svg'],
  ],
  forecast: [
    ['--chart', 'chart.svg'],
    ['EP-1', '--chart', 'chart.svg'],
    ['air', '--chart', 'chart.svg'],
    ['ST-1', 'ST-2', '--chart', 'chart.svg'],
    ['ST-5', '--top', '1', '--chart', 'chart.svg'],
  ],
  rank: [
    ['--chart', 'chart.svg'],
    ['--by', 'value-effort', '--chart', 'chart.svg'],
    ['--by', 'kano', '--chart', 'chart.svg'],
  ],
  'site build': [],
  'site serve': [],
};

/** What these print is for whoever keeps the backlog, who sees all of it. */
const forOwner = [
  ...['add', 'ask', 'archive', 'check', 'complete', 'completion', 'config get', 'config set'],
  ...['delete', 'doctor', 'done', 'drop', 'edit', 'estimate', 'explain', 'goal measure', 'goals'],
  ...['import', 'init', 'link', 'list', 'log', 'merge', 'merge-driver', 'move', 'parse', 'refine'],
  ...['reopen', 'rules', 'schema', 'score', 'search', 'set', 'show', 'split', 'sprint add'],
  ...['sprint close', 'sprint create', 'sprint drop', 'sprint list', 'sprint plan', 'sprint show'],
  ...['sprint start', 'stage', 'stages', 'start', 'templates', 'today', 'triage', 'vision', 'why'],
];

/** Choices of `--format`, and arguments, that are a text for the terminal or for programs. */
const plain = ['text', 'json'];

/** What the specs say a command can make for others, as one of the words above. */
function listForms({ args = [], options = [] }: CommandSpec): readonly string[] {
  const [first] = args;
  const kinds = Array.isArray(first?.completes) && first.required ? first.completes : [];
  return [
    ...options.flatMap(({ flags, choices = [] }) =>
      flags.startsWith('--format') ? choices.filter((one) => !plain.includes(one)) : [],
    ),
    ...(options.some(({ flags }) => flags.startsWith('--chart')) ? ['--chart'] : []),
    ...kinds,
  ];
}

const outputs = Object.entries(forOthers).flatMap(([name, all]) =>
  all.map((words) => [[...name.split(' '), ...words]] as const),
);

async function readOutput(argv: readonly string[]) {
  const sandbox = createSecretive();
  if (argv[0] === 'diff') startRepository(sandbox);
  if (argv[0] === 'diff')
    await sandbox.ok('add', '-t', 'task', 'Zeppelin mast', '--set', 'private=true');
  if (argv[0] === 'diff') await sandbox.ok('set', 'ST-2', 'points=8');
  const { code, stdout, stderr } = await sandbox.run(argv);
  expect(code, stderr).toBe(0);
  return argv.includes('--chart') ? sandbox.read('chart.svg') : stdout;
}

describe('pages made for others', () => {
  it('are made by commands that are known to, and in forms that are tried', () => {
    const names = [...Object.keys(forOthers), ...forOwner];
    expect(names.toSorted()).toEqual(commandSpecs.map(({ name }) => name).toSorted());
    for (const spec of commandSpecs.filter(({ name }) => forOthers[name])) {
      const words = forOthers[spec.name]?.flat() ?? [];
      expect({
        name: spec.name,
        forms: listForms(spec).filter((one) => !words.includes(one)),
      }).toEqual({
        name: spec.name,
        forms: [],
      });
    }
    const own = commandSpecs.filter(({ name }) => forOwner.includes(name) && name !== 'check');
    const flags = own.flatMap(({ options = [] }) => options.map((option) => option.flags));
    expect(flags.filter((one) => /^--(?:chart|format|private)/.test(one))).toEqual([]);
  });

  it.each(outputs)('%j names nothing private', async (argv) => {
    const text = await readOutput(argv);
    expect(text).not.toMatch(secret);
    expect(text.length).toBeGreaterThan(20);
  });

  it.each([
    [['report', 'status']],
    [['report', 'sprint']],
    [['roadmap', '--format', 'markdown']],
    [['export', 'markdown', '--all']],
    [['diff', '--format', 'markdown']],
    [['burndown', '--chart', 'chart.svg']],
    [['measures', '--chart', 'chart.svg']],
    [['forecast', 'EP-1', '--chart', 'chart.svg']],
    [['rank', '--chart', 'chart.svg']],
    [['rank', '--by', 'kano', '--chart', 'chart.svg']],
  ])('%j names it when asked', async (argv) => {
    expect(await readOutput([...argv, '--private'])).toMatch(secret);
  });

  it('a site has nothing private in any file, its search data neither', async () => {
    const sandbox = createSecretive();
    await sandbox.ok('site', 'build', 'site');
    const files = readdirSync(join(sandbox.dir, 'site'), { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.join('\n')).not.toMatch(secret);
  });

  it.each(['csv', 'json'])('a whole %s says that it has private items in it', async (format) => {
    const { stdout, stderr } = await createSecretive().run(['export', format, '--all']);
    expect(stdout).toMatch(secret);
    expect(stderr).toContain('4 private items are in this file (--no-private leaves them out)');
  });

  it('count what they do not name', async () => {
    const text = await createSecretive().ok('report', 'sprint');
    expect(text).toContain('- 1 private item');
    expect(text).toContain('1 of 7 points done, 5 were committed');
  });
});
