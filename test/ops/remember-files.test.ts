import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBacklog } from '../../src/backlog/backlog.js';
import type { Memory } from '../../src/backlog/memory.js';
import { parseSettings } from '../../src/backlog/settings.js';
import { checkBacklog } from '../../src/ops/check/check-backlog.js';
import { checkWithCache } from '../../src/ops/check/incremental/cached-check.js';
import { openMemory } from '../../src/store/cache/open-memory.js';
import { readFiles, unwrap } from '../check/check-text.js';
import { runs } from '../support/runs.js';

type Files = ReadonlyMap<string, string>;

interface State {
  readonly files: Files;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly today: string;
  readonly preset: 'recommended' | 'strict';
  /** Only paths with this in them are reported. */
  readonly reported: string;
}

/** More than a check thinks worth remembering. */
const many = 110;
const bodies = [
  (n: number) => `As a guest, I want to book bed ${n}, so that I sleep.`,
  (n: number) => `As a Guest, I want to book and pay bed ${n} (soon), so that I sleep. Blue ink.`,
  () => 'As a guest, I want to leave a note.\n\n<!-- storymark-disable story/vague -->',
  () =>
    'As a gest, I want a fast easy note.\n\n## Acceptance criteria\n\n- [ ] Given a door, when I push',
  () => '<!-- storymark-disable-file -->\n\nAs a user, I want the the note.',
  () => 'Als Gast.',
  () => 'Nothing of a story.',
];
const fields = [
  'status: draft',
  'status: ready\ndepends: [ST-1, ST-2]',
  'status: dropped\npersona: host',
  'status: doing\ndue: 2026-12-01',
  'status: done\ndone: 2026-11-25\npoints: two\nparent: ST-3',
  'status: draft\ncheck-disable: [story/no-benefit]\nteam: red',
];

function makeText(number: number, variant: number): string {
  const body = bodies[variant % bodies.length]?.(number);
  const own = fields[Math.floor(variant / bodies.length) % fields.length];
  return `---\nid: ST-${number}\ntype: story\ntitle: Story ${number}\n${own}\n---\n\n${body}\n`;
}

const pathOf = (number: number) => `items/ST-${number}.md`;

type Edit = (state: State) => State;

const numbers = fc.integer({ min: 1, max: many });
const variants = fc.nat(bodies.length * fields.length - 1);

function write(changes: readonly (readonly [path: string, text: string])[]): Edit {
  return (state) => ({ ...state, files: new Map([...state.files, ...changes]) });
}

function rewrite(state: State, number: number, from: RegExp, to: string): State {
  const text = state.files.get(pathOf(number)) ?? '';
  expect(text).not.toBe('');
  return write([[pathOf(number), text.replace(from, to)]])(state);
}

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(numbers, variants).map(([n, v]) => write([[pathOf(n), makeText(n, v)]])),
  },
  // What others do not look at, and what they might.
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        numbers,
        fc.constantFrom<readonly [RegExp, string]>(
          [/$/, 'One more line, with an easy button.\n'],
          [/$/, '\n## Acceptance criteria\n\n- [ ] It is fast.\n'],
          [/$/, 'As a host, I want to book bed 3, so that I sleep.\n'],
          [/^title:/m, 'points: many\ntitle:'],
          [/^title:/m, 'labels: [a]\nrank: a1\ntitle:'],
          [/^title:/m, 'rank: a0V\ntitle:'],
          [/^title:/m, 'score: {value: 3}\ntitle:'],
          [/^title: .*/m, 'title: Another'],
          [/^type: .*/m, 'type: epic'],
          [/^status: .*/m, 'status: draft'],
          [/^status: .*/m, 'status: ready'],
          [/^status: .*/m, 'status: doing\nstarted: 2026-11-20'],
          [/^status: .*/m, 'status: done\ndone: 2026-11-20'],
          [/^status: .*/m, 'status: dropped'],
          [/^id: .*/m, 'id: ST-2'],
          [/^id: .*\n/m, ''],
          [/Given/, 'When'],
          [/guest/g, 'host'],
          [/, so that/, ' and pay for it, so that'],
          [/\n\nAs a/, '\n\nWell.\n\nAs a'],
        ),
      )
      .map(
        ([n, [from, to]]): Edit =>
          (state) => {
            return state.files.has(pathOf(n)) ? rewrite(state, n, from, to) : state;
          },
      ),
  },
  // So many that what is known is kept anew.
  fc
    .tuple(numbers, variants)
    .map(([from, v]) =>
      write(Array.from({ length: 50 }, (_, i) => [pathOf(from + i), makeText(from + i, v + i)])),
    ),
  numbers.map(
    (n): Edit =>
      (state) => ({
        ...state,
        files: new Map([...state.files].filter(([path]) => path !== pathOf(n))),
      }),
  ),
  // The same text by another name, a persona that others name, feedback that was told a day.
  numbers.map((n) => write([[`items/other-${n}.md`, makeText(n, 0)]])),
  fc
    .constantFrom('2026-11-01', '2027-02-01')
    .map((day) =>
      write([
        [
          'feedback/FB-1.md',
          `---\nid: FB-1\ntype: feedback\nstatus: answered\ntitle: Cold\ndate: 2026-10-01\npromised: ${day}\nitems: [ST-2]\n---\n`,
        ],
      ]),
    ),
  fc.constant(
    write([['goals/sleep.md', '---\nid: sleep\ntype: goal\nstatus: open\ntitle: Sleep\n---\n']]),
  ),
  fc.constant(write([['personas/host.md', '---\nid: host\ntype: persona\ntitle: Guest\n---\n']])),
  fc.constantFrom({}, { language: 'de' }, { fields: { team: 'text' } }).map(
    (settings): Edit =>
      (state) => ({ ...state, settings }),
  ),
  fc.constantFrom('2026-11-24', '2027-01-01').map(
    (today): Edit =>
      (state) => ({ ...state, today }),
  ),
  fc.constantFrom('recommended' as const, 'strict' as const).map(
    (preset): Edit =>
      (state) => ({ ...state, preset }),
  ),
  fc.constantFrom('', 'ST-1').map(
    (reported): Edit =>
      (state) => ({ ...state, reported }),
  ),
);

const start: State = {
  files: new Map(
    Array.from({ length: many }, (_, index) => [pathOf(index + 1), makeText(index + 1, index)]),
  ),
  settings: {},
  today: '2026-11-24',
  preset: 'recommended',
  reported: '',
};

async function check(state: State, memory?: Memory) {
  const { documents, problems } = readFiles(Object.fromEntries(state.files));
  const backlog = createBacklog(unwrap(parseSettings(state.settings)), documents, problems);
  const { today, preset, reported } = state;
  const isReported = (path: string) => path.includes(reported);
  const asked = { isReported, today, overrides: { preset } };
  const run = unwrap(
    memory ? await checkWithCache(backlog, asked, memory) : await checkBacklog(backlog, asked),
  );
  return { report: run.report, fixes: [...run.fixes] };
}

/** Keeps values as JSON, as files do. */
function createMemory() {
  const kept = new Map<string, string>();
  const memory: Memory = {
    ...openMemory(null),
    recall: (name) => JSON.parse(kept.get(name) ?? 'null') ?? undefined,
    keep: (name, value) => kept.set(name, JSON.stringify(value)),
  };
  return { memory, kept };
}

describe('a check that knows the files that did not change', () => {
  it('finds what one that knows nothing finds, whatever is edited', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { memory } = createMemory();
        let state = start;
        await check(state, memory);
        for (const step of steps) {
          state = step(state);
          expect(await check(state, memory)).toEqual(await check(state));
        }
      }),
      { numRuns: runs(15, 60) },
    );
  });

  /** As if something had been found in another file than those that change. */
  async function markOther() {
    const { memory, kept } = createMemory();
    await check(start, memory);
    const marked = (kept.get('check') ?? '').replace('"message":"', '"message":"kept: ');
    kept.set('check', marked);
    return async (state: State) => {
      const { findings } = (await check(state, memory)).report;
      return findings.some(({ message }) => message.startsWith('kept: '));
    };
  }

  it.each<[string, RegExp, string]>([
    ['its body', /$/, 'And a line.\n'],
    ['its size', /^title:/m, 'points: 5\ntitle:'],
    ['where it stands among what is open', /^status: .*/m, 'status: ready'],
  ])('looks at nothing else where a file changed in %s', async (_, from, to) => {
    const isKept = await markOther();
    const first = rewrite(start, 43, from, to);
    expect(await isKept(first)).toBe(true);
    expect(await isKept(rewrite(first, 85, from, to))).toBe(true);
  });

  it.each<[string, RegExp, string]>([
    ['is done', /^status: .*/m, 'status: done'],
    ['is called otherwise', /^title: .*/m, 'title: Another'],
    ['waits for another', /^title:/m, 'depends: [ST-3]\ntitle:'],
    ['tells another story', /want/, 'wish'],
  ])('looks at all files where one %s', async (_, from, to) => {
    const isKept = await markOther();
    expect(await isKept(start)).toBe(true);
    expect(await isKept(rewrite(start, 43, from, to))).toBe(false);
  });

  it('looks at what changed only', async () => {
    const { memory, kept } = createMemory();
    await check(start, memory);
    const name = 'check-files';
    const first = kept.get(name) ?? '';
    // Were all files clean, nothing local would be found but in the file that changes.
    kept.set(
      name,
      first.replace(/"clean":\[[01,]*\]/, (all) => all.replaceAll('0', '1')),
    );
    const changed = write([[pathOf(7), makeText(7, 1)]])(start);
    const { findings } = (await check(changed, memory)).report;
    const minimal = findings.filter(({ rule }) => rule === 'story/minimal');
    expect([...new Set(minimal.map(({ path }) => path))]).toEqual([pathOf(7)]);
    expect((await check(changed)).report.findings.length).toBeGreaterThan(findings.length);
  });

  it('keeps nothing anew for a file or two', async () => {
    const { memory, kept } = createMemory();
    await check(start, memory);
    const first = kept.get('check-files');
    await check(write([[pathOf(7), makeText(7, 9)]])(start), memory);
    expect(kept.get('check-files')).toBe(first);
  });
});
