import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBacklog } from '../../src/backlog/backlog.js';
import type { Memory } from '../../src/backlog/memory.js';
import { parseSettings } from '../../src/backlog/settings.js';
import { checkBacklog } from '../../src/ops/check-backlog.js';
import { openMemory } from '../../src/store/cache/open-memory.js';
import { readFiles, unwrap } from '../check/check-text.js';

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

const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(numbers, variants).map(([n, v]) => write([[pathOf(n), makeText(n, v)]])),
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
  // The same text by another name, and a persona that others name.
  numbers.map((n) => write([[`items/other-${n}.md`, makeText(n, 0)]])),
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
  const run = unwrap(
    await checkBacklog(backlog, {
      isReported,
      today,
      forced: { preset },
      ...(memory ? { memory } : {}),
    }),
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
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { memory } = createMemory();
        let state = start;
        await check(state, memory);
        for (const step of steps) {
          state = step(state);
          expect(await check(state, memory)).toEqual(await check(state));
        }
      }),
      { numRuns: 25 },
    );
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
