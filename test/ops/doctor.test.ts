import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allItems, type Backlog, createBacklog } from '../../src/backlog/backlog.js';
import { isOrderKey } from '../../src/backlog/order-key.js';
import { readDocument } from '../../src/item/document.js';
import { diagnose } from '../../src/ops/doctor/diagnose.js';
import {
  type DuplicateHistory,
  noHistory,
  writingKey,
} from '../../src/ops/doctor/duplicate-history.js';
import { seedRandom } from '../../src/text/random.js';
import { makeSettings } from '../support/make-backlog.js';

type Fields = Readonly<Record<string, unknown>>;

function documentOf(path: string, fields: Fields) {
  const whole = { type: 'task', status: 'draft', title: 'A title', ...fields };
  const read = readDocument(path, `---\n${JSON.stringify(whole)}\n---\n`);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

function backlogOf(files: Readonly<Record<string, Fields>>): Backlog {
  const documents = Object.entries(files).map(([path, fields]) => documentOf(path, fields));
  return createBacklog(makeSettings({}), documents);
}

function examine(
  backlog: Backlog,
  history: DuplicateHistory = noHistory,
  prunes = false,
  renames: readonly string[] = [],
) {
  const found = diagnose(backlog, { history, renames, random: seedRandom('doctor'), prunes });
  if (!found.ok) throw new Error(found.problems[0]?.message);
  const { findings, changes } = found.value;
  const files = new Map(allItems(backlog).map(({ document }) => [document.path, document.text]));
  for (const { path, before, after } of changes) {
    expect(files.get(path) ?? null, path).toBe(before);
    if (after === null) files.delete(path);
    else files.set(path, after);
  }
  const documents = [...files].map(([path, text]) => {
    const read = readDocument(path, text);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    return read.value;
  });
  const told = findings.map(({ path, message, fix }) => `${path}: ${message} → ${fix}`);
  return { told, mended: createBacklog(backlog.settings, documents), changes };
}

const fieldsOf = (backlog: Backlog) =>
  Object.fromEntries(allItems(backlog).map(({ document }) => [document.path, document.fields]));

describe('doctor', () => {
  it('finds nothing in a sound backlog', () => {
    const { told, changes } = examine(
      backlogOf({
        'items/TA-1-a.md': { id: 'TA-1', rank: 'a0' },
        'items/archive/TA-2.md': { id: 'TA-2', status: 'done', rank: 'a0' },
        'goals/g.md': { id: 'g', type: 'goal' },
      }),
    );
    expect([told, changes]).toEqual([[], []]);
  });

  it('gives the younger of two with one id another, and what came with it follows', () => {
    const commit = (name: string, time: number) => ({ commit: name, time });
    const arrivals = new Map([
      ['items/TA-1-old.md', commit('a', 1)],
      ['items/TA-1-new.md', commit('b', 2)],
      ['items/TA-3.md', commit('b', 2)],
      ['items/TA-4.md', commit('c', 3)],
    ]);
    const wrote = (name: string, ...there: readonly string[]) => ({ commit: name, there });
    const writings = new Map([
      [writingKey('items/TA-3.md', 'TA-1'), wrote('b', 'items/TA-1-old.md', 'items/TA-1-new.md')],
      [writingKey('items/TA-4.md', 'TA-1'), wrote('c', 'items/TA-1-old.md')],
    ]);
    const { told, mended } = examine(
      backlogOf({
        'items/TA-1-old.md': { id: 'TA-1', rank: 'a0' },
        'items/TA-1-new.md': { id: 'TA-1', rank: 'a1' },
        'items/TA-3.md': { id: 'TA-3', rank: 'a2', depends: ['TA-4', 'ta-1'] },
        'items/TA-4.md': { id: 'TA-4', rank: 'a3', parent: 'TA-1' },
      }),
      { arrivals, writings },
    );
    const [, id = ''] = /becomes (TA-\w+)/.exec(told[0] ?? '') ?? [];
    expect(told).toEqual([
      `items/TA-1-new.md: TA-1 is also the id of items/TA-1-old.md, which is older → becomes ${id}, also in items/TA-3.md; items/TA-4.md still means items/TA-1-old.md`,
    ]);
    expect(fieldsOf(mended)).toMatchObject({
      'items/TA-1-old.md': { id: 'TA-1' },
      [`items/${id}-new.md`]: { id },
      'items/TA-3.md': { depends: ['TA-4', id] },
      'items/TA-4.md': { parent: 'TA-1' },
    });
  });

  it('takes the day in the file before the commit, and lets the kind asked for decide', () => {
    const { mended } = examine(
      backlogOf({
        'items/TA-1.md': { id: 'TA-1', created: '2026-02-01', rank: 'a0' },
        'items/TA-1-b.md': { id: 'ta-1', created: '2026-01-01', rank: 'a1' },
        'items/summer.md': { id: 'summer', created: '2025-01-01', rank: 'a2' },
        'goals/summer.md': { id: 'summer', type: 'goal', created: '2026-01-01', title: 'Summer' },
        'items/TA-2.md': { id: 'TA-2', goal: 'summer', rank: 'a3' },
      }),
    );
    const fields = fieldsOf(mended);
    expect(fields['items/TA-1-b.md']).toMatchObject({ id: 'ta-1' });
    expect(fields['items/TA-2.md']).toMatchObject({ goal: 'summer-2' });
    expect(fields['goals/summer-2.md']).toMatchObject({ id: 'summer-2' });
  });

  it('removes a copy that differs in nothing, and never another', () => {
    const closed = { id: 'TA-1', status: 'done', rank: 'a0' };
    const { told, mended } = examine(
      backlogOf({ 'items/TA-1-a.md': closed, 'items/archive/TA-1-a.md': closed }),
    );
    expect(told).toEqual([
      'items/TA-1-a.md: the same as items/archive/TA-1-a.md, byte for byte → is removed',
    ]);
    expect(Object.keys(fieldsOf(mended))).toEqual(['items/archive/TA-1-a.md']);
  });

  it('spells out what is meant, and leaves what leads nowhere unless asked', () => {
    const files = {
      'items/TA-7K.md': { id: 'TA-7K', rank: 'a0' },
      'items/TA-2.md': { id: 'TA-2', rank: 'a1', depends: ['ST-7K', 'TA-9'], parent: '7k' },
    };
    const { told, mended } = examine(backlogOf(files));
    expect(fieldsOf(mended)['items/TA-2.md']).toMatchObject({
      depends: ['TA-7K', 'TA-9'],
      parent: 'TA-7K',
    });
    expect(told[2]).toContain('TA-9, which does not exist; if no other branch has it');
    const pruned = examine(backlogOf(files), noHistory, true).mended;
    expect(fieldsOf(pruned)['items/TA-2.md']).toMatchObject({ depends: ['TA-7K'] });
  });

  it('gives equal, missing, malformed and long ranks new keys, and keeps the order', () => {
    const files = {
      'items/TA-1.md': { id: 'TA-1', rank: 'a0' },
      'items/TA-2.md': { id: 'TA-2', rank: 'a0' },
      'items/TA-3.md': { id: 'TA-3', rank: `a1${'V'.repeat(40)}` },
      'items/TA-4.md': { id: 'TA-4', rank: 'a2' },
      'items/TA-5.md': { id: 'TA-5', rank: 'first' },
      'items/TA-6.md': { id: 'TA-6' },
      'items/TA-7.md': { id: 'TA-7', status: 'done' },
    };
    const backlog = backlogOf(files);
    const { told, mended, changes } = examine(backlog);
    expect(told).toHaveLength(4);
    expect(changes).toHaveLength(4);
    expect(mended.work.map(({ id }) => id)).toEqual(backlog.work.map(({ id }) => id));
    const ranks = mended.work.slice(0, -1).map(({ rank }) => rank ?? '');
    expect(ranks.every((rank) => isOrderKey(rank))).toBe(true);
    expect(new Set(ranks).size).toBe(6);
    expect([...ranks].sort()).toEqual(ranks);
  });

  describe('on the record of a sprint', () => {
    const sprint = (fields: Fields, status = 'closed') => ({
      'sprints/2026-S24.md': { id: '2026-S24', type: 'sprint', status, ...fields },
      'sprints/2026-S25.md': { id: '2026-S25', type: 'sprint', status: 'planned' },
    });
    const [one, two] = [
      { id: 'TA-1', points: 3 },
      { id: 'TA-2', points: 2 },
    ];
    const carried = ['2026-12-04 -2026-S24 2 carried', '2026-12-04 +2026-S25 2 carried'];
    const items = (first: Fields, second: Fields) => ({
      'items/TA-1.md': {
        id: 'TA-1',
        rank: 'a0',
        status: 'done',
        done: '2026-12-01',
        sprint: '2026-S24',
        ...first,
      },
      'items/TA-2.md': { id: 'TA-2', rank: 'a1', sprint: '2026-S25', sprints: carried, ...second },
    });

    it.each([
      ['an item both done and carried', { done: [one], carried: [one, two] }, {}, {}],
      ['one carried twice', { done: [one], carried: [two, two] }, {}, {}],
      ['one in no list', { done: [one], carried: [] }, {}, {}],
      [
        'other points than committed',
        { done: [{ id: 'TA-1', points: 5 }], carried: [two] },
        {},
        {},
      ],
      ['one committed twice', { committed: [one, two, one], done: [one], carried: [two] }, {}, {}],
      ['one committed and added', { added: [two], done: [one], carried: [two] }, {}, {}],
      [
        'one that was done and then carried elsewhere',
        { done: [one], carried: [two] },
        { sprint: undefined, sprints: ['2026-12-04 -2026-S24 3 carried'] },
        {},
      ],
    ])('counts %s again', (_what, record, first, second) => {
      const files = { ...sprint({ committed: [one, two], ...record }), ...items(first, second) };
      const { told, mended } = examine(backlogOf(files));
      expect(told).toEqual([expect.stringContaining('recounted from')]);
      const fields = fieldsOf(mended);
      expect(fields['sprints/2026-S24.md']).toMatchObject({
        committed: [one, two],
        done: [one],
        carried: [two],
      });
      expect(fields['items/TA-1.md']).toMatchObject({ sprint: '2026-S24' });
      expect(examine(mended).told).toEqual([]);
    });

    it('takes back what was done before the other branch carried it over', () => {
      const files = {
        ...sprint({ committed: [one, two], done: [one], carried: [two] }),
        ...items({}, { status: 'done', done: '2026-12-02' }),
      };
      const { told, mended } = examine(backlogOf(files));
      expect(told[0]).toContain('TA-2 is in 2026-S24 again');
      expect(fieldsOf(mended)).toMatchObject({
        'sprints/2026-S24.md': { done: [one, two], carried: [] },
        'items/TA-2.md': { sprint: '2026-S24', sprints: [] },
      });
    });

    it.each([
      [
        'an item that is not there',
        { committed: [one, { id: 'TA-9' }], done: [one], carried: [] },
        'planned',
      ],
      [
        'two numbers of points',
        { committed: [one, { id: 'TA-1', points: 8 }], done: [one], carried: [] },
        'planned',
      ],
      [
        'what a later sprint has started with',
        { committed: [one, two], done: [one], carried: [two] },
        'active',
      ],
    ])('leaves %s to a person', (_what, record, later) => {
      const files = {
        ...sprint(record),
        'sprints/2026-S25.md': { id: '2026-S25', type: 'sprint', status: later },
        ...items({}, { status: 'done', done: '2026-12-02' }),
      };
      const { told } = examine(backlogOf(files));
      expect(told.some((line) => line.endsWith('→ null'))).toBe(true);
    });
  });

  it('moves files to their folder and name, and never over another', () => {
    const { told, mended } = examine(
      backlogOf({
        'items/cook.md': { id: 'cook', type: 'persona' },
        'items/TA-1-a.md': { id: 'TA-2', rank: 'a0', title: 'Paint it' },
        'items/archive/x.md': { id: 'TA-3', status: 'done', title: 'Sand it' },
        'items/deep/TA-4.md': { id: 'TA-4', rank: 'a1' },
        'items/TA-5-x.md': { id: 'con', rank: 'a2', title: '' },
        'goals/b.md': { id: 'A', type: 'goal' },
        'goals/a.md': { id: 'c', type: 'goal' },
      }),
    );
    expect(Object.keys(fieldsOf(mended)).sort()).toEqual([
      'goals/b.md',
      'goals/c.md',
      'items/TA-2-paint-it.md',
      'items/TA-4.md',
      'items/TA-5-x.md',
      'items/archive/TA-3-sand-it.md',
      'personas/cook.md',
    ]);
    expect(told.filter((one) => one.endsWith('null'))).toHaveLength(2);
  });

  it('comes to an end with nothing left that it could mend, and loses no document', () => {
    const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
    const ids = ['TA-1', 'TA-2', 'TA-3', 'ta-3', 'BU-3'];
    const document = fc.record({
      id: some(...ids),
      title: some('One', 'Two', ''),
      status: some('draft', 'done'),
      rank: some(undefined, 'a0', 'a1', 'a1V', 'no', `a1${'V'.repeat(50)}`),
      depends: fc.array(some(...ids, 'TA-9', '1'), { maxLength: 3 }),
      created: some(undefined, '2026-01-01', '2026-02-01'),
    });
    const path = fc
      .tuple(
        some('items', 'items/archive', 'goals', 'items/x'),
        some('TA-1', 'TA-2-b', 'z'),
        fc.nat(3),
      )
      .map(([folder, name, number]) => `${folder}/${name}-${number}.md`);
    fc.assert(
      fc.property(fc.dictionary(path, document, { maxKeys: 8 }), (files) => {
        const backlog = backlogOf(files);
        let mended = backlog;
        let removed = 0;
        // A file whose place is another's that moves away itself gets it the next time.
        for (let visit = 1; ; visit += 1) {
          const { told, changes, mended: next } = examine(mended);
          removed += told.filter((one) => one.endsWith('→ is removed')).length;
          mended = next;
          if (changes.length > 0) expect(visit).toBeLessThan(4);
          else {
            expect(told.filter((one) => !one.endsWith('→ null'))).toEqual([]);
            break;
          }
        }
        expect(allItems(mended)).toHaveLength(allItems(backlog).length - removed);
      }),
      { numRuns: 300 },
    );
  });
});
