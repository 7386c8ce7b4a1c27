import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeAddress } from '../../src/site/html.js';
import { fileNameOf, numberedPath, pathOf, rootFrom } from '../../src/site/links.js';

describe('links', () => {
  it('are the id, as long as it has one', () => {
    expect(pathOf({ type: 'story', id: 'ST-7K3FD' })).toBe('items/ST-7K3FD.html');
    expect(pathOf({ type: 'goal', id: 'async-teams' })).toBe('goals/async-teams.html');
    expect(pathOf({ type: 'own-kind', id: 'RQ-1' })).toBe('items/RQ-1.html');
    expect(rootFrom('items/ST-1.html')).toBe('../');
    expect(rootFrom('index.html')).toBe('');
  });

  it('tell any two ids apart, stay in their folder, and are no page of another', () => {
    const id = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('..', '../x', 'ST-1', 'ST-1.2', 'a/b', 'x'.repeat(300)),
    );
    fc.assert(
      fc.property(id, id, (one, other) => {
        const path = pathOf({ type: 'story', id: one });
        expect(path).toMatch(/^items\/[\w~.-]+\.html$/);
        expect(path).not.toContain('/..');
        expect(isSafeAddress(path)).toBe(true);
        expect(fileNameOf(one).length).toBeLessThanOrEqual(100);
        if (one !== other) expect(pathOf({ type: 'story', id: other })).not.toBe(path);
        expect(pathOf({ type: 'story', id: other })).not.toBe(numberedPath(path, 2));
      }),
    );
  });
});
