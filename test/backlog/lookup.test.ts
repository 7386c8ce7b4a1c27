import { describe, expect, it } from 'vitest';
import { findItem, findItems, matchesReference } from '../../src/backlog/lookup.js';
import { makeBacklog } from '../support/make-backlog.js';

const backlog = makeBacklog([
  { id: 'ST-7K3FD' },
  { id: 'ST-7Q0XW' },
  { id: 'BU-2M9QT', type: 'bug' },
  { id: 'ST-1' },
  { id: 'ST-12' },
  { id: 'ST-123' },
  { id: 'remote-manager', type: 'persona' },
  { id: '2026-S24', type: 'sprint' },
]);

function find(reference: string): string {
  const found = findItem(backlog, reference);
  return found.ok ? found.value.id : (found.problems[0]?.message ?? '');
}

describe('finding an item', () => {
  it.each([
    ['a whole id', 'ST-7K3FD', 'ST-7K3FD'],
    ['any case', 'st-7k3fd', 'ST-7K3FD'],
    ['the beginning of an id', 'st-7K', 'ST-7K3FD'],
    ['the beginning of a suffix', '7q', 'ST-7Q0XW'],
    ['a whole suffix', '2M9QT', 'BU-2M9QT'],
    ['a whole id that begins others', 'ST-1', 'ST-1'],
    ['a whole suffix that begins others', '12', 'ST-12'],
    ['a slug by its beginning', 'remote', 'remote-manager'],
    ['a sprint by its number', 's24', '2026-S24'],
  ])('takes %s', (_, reference, id) => {
    expect(find(reference)).toBe(id);
  });

  it.each(['ST-1', 'st-1', '1'])('takes a counted number whole: %s is not ST-10', (reference) => {
    const counted = makeBacklog([{ id: 'ST-10' }, { id: 'BU-7K3FD', type: 'bug' }], {
      ids: 'sequential',
    });
    expect(findItem(counted, reference).ok).toBe(false);
    expect(findItem(counted, '10')).toMatchObject({ ok: true, value: { id: 'ST-10' } });
    expect(findItem(counted, 'BU-7')).toMatchObject({ ok: true, value: { id: 'BU-7K3FD' } });
  });

  it('names the candidates of a beginning that several have', () => {
    expect(find('ST-7')).toBe('ST-7 matches 2 items: ST-7K3FD, ST-7Q0XW');
    expect(find('st')).toBe('st matches 5 items: ST-1, ST-12, ST-123, ST-7K3FD, ST-7Q0XW');
  });

  it('names eight candidates at most', () => {
    const many = makeBacklog(
      Array.from({ length: 20 }, (_, index) => ({ id: `ST-A${index + 10}` })),
    );
    const found = findItem(many, 'A');
    expect(found.ok ? '' : found.problems[0]?.message).toMatch(/ST-A17 and 12 more$/);
  });

  it('suggests what was probably meant, or nothing', () => {
    expect(find('ST-7K3FX')).toBe('there is no item "ST-7K3FX". Did you mean ST-7K3FD?');
    expect(find('nonsense-and-more')).toBe('there is no item "nonsense-and-more".');
    expect(find('')).toBe('there is no item "".');
  });

  it('gives the error of an unreadable file in place of "there is no"', () => {
    const problem = { kind: 'data', path: 'items/ST-9BBBB-x.md', message: 'broken' } as const;
    const found = findItem({ ...backlog, problems: [problem] }, '9b');
    expect(found).toEqual({ ok: false, problems: [problem] });
  });

  it('names every reference that fails, and gives each item once', () => {
    const failed = findItems(backlog, ['x1', '7K', 'x2']);
    expect(failed.ok ? [] : failed.problems.map(({ message }) => message)).toEqual([
      'there is no item "x1".',
      'there is no item "x2".',
    ]);
    const found = findItems(backlog, ['7K', 'ST-7K3FD', '7Q']);
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(['ST-7K3FD', 'ST-7Q0XW']);
  });

  it('takes no empty reference for a beginning', () => {
    expect(matchesReference('ST-7K3FD', '')).toBe(false);
  });
});
