import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Clone, type Clones, createClones } from '../support/clones.js';
import { runs } from '../support/runs.js';

/** `npm run torture` asks for more. */
const rounds = Number(process.env['STORYMARK_ROUNDS'] ?? runs(10, 40));
const people = 5;
const items = 3;

/** What a clone's items are known to be: those anybody added. */
interface Model {
  readonly added: Set<string>;
}

/** One thing a person does to an item, which is picked by a number of any size. */
type Deed = (clone: Clone, pick: (number: number) => string, model: Model) => Promise<void>;

const number = fc.nat({ max: 999 });

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ title: fc.constantFrom('New', 'Newer', 'Newest'), top: fc.boolean() }).map(
    ({ title, top }): Deed =>
      async (clone, _pick, model) => {
        const id = await clone.run('add', title, '--criterion', 'One', ...(top ? ['--top'] : []));
        model.added.add(id.trim());
      },
  ),
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        number,
        fc.constantFrom(
          ...[
            'points=1',
            'points=8',
            'status=ready',
            'status=doing',
            'title=Renamed',
            'title=Other',
          ],
          ...['labels+=api', 'labels+=web', 'labels-=api', 'score.value=5', 'score.value=8'],
          ...['score.urgency=3', 'assignee=ada'],
        ),
      )
      .map(
        ([item, assignment]): Deed =>
          async (clone, pick) =>
            void (await clone.run('set', pick(item), assignment)),
      ),
  },
  fc.tuple(number, fc.constantFrom('--top', '--bottom')).map(
    ([item, place]): Deed =>
      async (clone, pick) =>
        void (await clone.run('move', pick(item), place)),
  ),
  fc.tuple(number, fc.constantFrom('sprint=2026-S24', 'sprint=2026-S25', 'sprint=')).map(
    ([item, sprint]): Deed =>
      async (clone, pick) =>
        void (await clone.run('set', pick(item), sprint)),
  ),
  fc.tuple(number, fc.constantFrom('One', 'Two', 'Three')).map(
    ([item, name]): Deed =>
      async (clone, pick) =>
        tick(clone, pick(item), name),
  ),
);

function itemsOf({ dir }: Clone): readonly string[] {
  return readdirSync(join(dir, 'backlog/items')).sort();
}

function idOf(name: string): string {
  return name.split('-').slice(0, 2).join('-').replace('.md', '');
}

function tick(clone: Clone, id: string, criterion: string): void {
  const name = itemsOf(clone).find((one) => idOf(one) === id) ?? '';
  const path = join(clone.dir, 'backlog/items', name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(`- [ ] ${criterion}\n`, `- [x] ${criterion}\n`));
}

type Source = number | 'origin' | 'nobody';

/** A person works for a while, then takes in what others have done, from the server or from one. */
function createRound(
  person: number,
  work: readonly Deed[],
  from: Source,
): fc.AsyncCommand<Model, Clones> {
  return {
    check: () => true,
    async run(model, { all, origin }) {
      const clone = all[person] as Clone;
      for (const deed of work) {
        const ids = itemsOf(clone).map(idOf);
        await deed(clone, (any) => ids[any % ids.length] ?? '', model);
      }
      clone.commit();
      if (from === 'nobody') return;
      clone.mergeFrom(from === 'origin' ? origin : (all[from]?.dir ?? origin));
      if (from === 'origin') clone.push();
    },
    toString: () => `person ${person} does ${work.length} things and takes from ${from}`,
  };
}

const roundArbitrary = fc
  .tuple(
    fc.nat({ max: people - 1 }),
    fc.array(deeds, { minLength: 2, maxLength: 5 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('origin' as const) },
      { weight: 1, arbitrary: fc.constant('nobody' as const) },
      { weight: 1, arbitrary: fc.nat({ max: people - 1 }) },
    ),
  )
  .map(([person, work, from]) => createRound(person, work, from === person ? 'origin' : from));

it(`${people} clones converge, lose nothing and report real conflicts only (${rounds} rounds)`, {
  timeout: 1_800_000,
}, async () => {
  const script = fc.array(roundArbitrary, { minLength: rounds, maxLength: rounds, size: 'max' });
  await fc.assert(
    fc.asyncProperty(script, async (commands) => {
      const clones = await createClones(people, items);
      const model: Model = { added: new Set() };
      await fc.asyncModelRun(() => ({ model, real: clones }), commands);
      // Everybody brings in what they have, then takes out what there is.
      for (const turn of ['in', 'out']) {
        for (const clone of clones.all) {
          clone.mergeFrom(clones.origin);
          if (turn === 'in') clone.push();
        }
      }
      await expectSame(clones, model);
      const { merges, conflicts, compared } = clones.counts;
      console.log(
        `branches: ${rounds} rounds, ${merges} merges, ${compared} documents changed on both sides, ${conflicts} merges with conflicts; ${model.added.size} items added`,
      );
      // Else nothing was tried.
      expect(Math.min(merges, compared)).toBeGreaterThan(rounds / 4);
    }),
    { numRuns: 1, seed: Number(process.env['STORYMARK_SEED'] ?? 6), endOnFailure: true },
  );
});

async function expectSame({ all }: Clones, model: Model): Promise<void> {
  const trees = all.map((clone) => clone.git('rev-parse', 'HEAD^{tree}').trim());
  expect(new Set(trees).size).toBe(1);
  const [list = ''] = await Promise.all(all.map((clone) => clone.run('list', '--all', '--json')));
  for (const clone of all) {
    expect(await clone.run('list', '--all', '--json')).toBe(list);
    expect(clone.git('status', '--porcelain')).toBe('');
  }
  const ids = (JSON.parse(list) as readonly { id: string }[]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...model.added].filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids).toHaveLength(items + model.added.size);
}
