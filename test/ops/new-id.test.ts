import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSuffix, makeRandomId, makeSequentialId, randomIdLength } from '../../src/item/id.js';
import { builtInKinds } from '../../src/item/kind.js';
import { createIdMaker } from '../../src/ops/items/new-id.js';
import { seedRandom } from '../../src/text/random.js';
import { makeBacklog } from '../support/make-backlog.js';

const kind = (type: string) => {
  const found = builtInKinds.find((one) => one.type === type);
  if (!found) throw new Error(type);
  return found;
};
const coded = ['story', 'epic', 'task', 'bug', 'spike', 'feedback'].map(kind);

function unwrapId(id: ReturnType<ReturnType<typeof createIdMaker>>): string {
  return id.ok ? id.value : `refused: ${id.problems[0]?.message}`;
}

describe('random ids', () => {
  it('are a prefix and five of Crockford’s digits, six in a large backlog or import', () => {
    expect(randomIdLength(5000, 200)).toBe(5);
    expect(randomIdLength(5001, 1)).toBe(6);
    expect(randomIdLength(1, 201)).toBe(6);
    const random = seedRandom('digits');
    for (let i = 0; i < 2000; i += 1) {
      expect(makeRandomId('ST', 5, new Set(), random)).toMatch(/^ST-[0-9A-HJKMNP-TV-Z]{5}$/);
    }
  });

  it('use every digit about equally often', () => {
    const counts = new Map<string, number>();
    const random = seedRandom('even');
    for (let i = 0; i < 20_000; i += 1) {
      for (const digit of makeRandomId('', 5, new Set(), random).slice(1)) {
        counts.set(digit, (counts.get(digit) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 3125)).toBeLessThan(350);
  });

  it('never collide, across types, even where few are left', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom(...coded), { minLength: 60, maxLength: 60 }),
        (seed, kinds) => {
          // Dice of few faces draw the same suffix again and again.
          const dice = seedRandom(seed);
          const make = createIdMaker(
            makeBacklog([{ id: 'ST-00000' }]),
            1,
            () => Math.floor(dice() * 3) / 32,
          );
          const suffixes = kinds.map((one) => idSuffix(unwrapId(make(one, 'x'))));
          expect(new Set([...suffixes, '00000']).size).toBe(61);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('made 100 on each of two branches clash less than once in 1,000 times', () => {
    // Two sets of 100 different ids out of 32^5: the chance that they share one, computed.
    let apart = 1;
    for (let i = 0; i < 100; i += 1) apart *= 1 - 100 / (32 ** 5 - i);
    expect(1 - apart).toBeLessThan(0.001);
    // Two sets of 2,000, an import on each branch, which gets six characters.
    let importsApart = 1;
    for (let i = 0; i < 200; i += 1) importsApart *= 1 - 200 / (32 ** 6 - i);
    expect(1 - importsApart).toBeLessThan(0.001);
  });
});

describe('an id maker', () => {
  const backlog = makeBacklog(
    [
      { id: 'ST-7' },
      { id: 'JIRA-41', type: 'task' },
      { id: 'remote-manager', type: 'persona' },
      { id: 'plan-2026', type: 'goal' },
      { id: '2026-S24', type: 'sprint' },
    ],
    { ids: 'sequential' },
  );

  it('counts on from the highest number of any type, imported and unreadable ones too', () => {
    const make = createIdMaker(backlog, 2, Math.random);
    expect(unwrapId(make(kind('bug'), 'x'))).toBe('BU-42');
    expect(unwrapId(make(kind('story'), 'x'))).toBe('ST-43');
    const path = 'items/ST-99-broken.md';
    const withBroken = { ...backlog, problems: [{ kind: 'data', path, message: '' } as const] };
    expect(unwrapId(createIdMaker(withBroken, 1, Math.random)(kind('story'), 'x'))).toBe('ST-100');
  });

  it('starts at 1', () => {
    expect(makeSequentialId('ST', new Set())).toBe('ST-1');
  });

  it('makes slugs for what people call by name, and refuses a second or an empty one', () => {
    const make = createIdMaker(backlog, 1, Math.random);
    expect(unwrapId(make(kind('persona'), 'Équipe "Nord"'))).toBe('equipe-nord');
    expect(unwrapId(make(kind('persona'), 'Équipe nord'))).toBe(
      'refused: there is already a persona equipe-nord',
    );
    expect(unwrapId(make(kind('persona'), 'Remote manager'))).toMatch(/^refused: there is already/);
    expect(unwrapId(make(kind('persona'), '日本語'))).toMatch(/^refused: .* --set id=/);
  });
});
