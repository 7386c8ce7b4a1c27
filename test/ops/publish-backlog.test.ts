import { describe, expect, it } from 'vitest';
import { allItems } from '../../src/backlog/backlog.js';
import { publishBacklog } from '../../src/ops/items/publish-backlog.js';
import { makeBacklog } from '../support/make-backlog.js';

function textsOf(documents: Parameters<typeof makeBacklog>[0], settings = {}): string {
  const backlog = publishBacklog(makeBacklog(documents, settings));
  const texts = allItems(backlog).map(({ document }) => document.text);
  return JSON.stringify([texts, backlog.settings.vision]);
}

const secret = { id: 'ST-SECRT', title: 'Leave the old vendor', private: true };

describe('the public backlog', () => {
  it('is the same one where nothing is private', () => {
    const backlog = makeBacklog([{ id: 'ST-1' }, { id: 'ST-2', private: false }]);
    expect(publishBacklog(backlog)).toBe(backlog);
  });

  it('leaves out what is private, however that is said', () => {
    for (const value of [true, 'true', 'yes', 1, 'board only']) {
      const backlog = makeBacklog([{ id: 'ST-1', private: value }, { id: 'ST-2' }]);
      expect(allItems(publishBacklog(backlog)).map(({ id }) => id)).toEqual(['ST-2']);
    }
    for (const value of [false, 'no', 'false', null]) {
      expect(publishBacklog(makeBacklog([{ id: 'ST-1', private: value }])).work).toHaveLength(1);
    }
  });

  it('names it in no field and no text of the others', () => {
    const texts = textsOf(
      [
        secret,
        {
          id: 'ST-2',
          title: 'After st-secrt',
          depends: ['ST-SECRT'],
          parent: 'ST-SECRT',
          sprints: ['2026-11-16 +2026-S24 5 instead of ST-SECRT'],
          body: 'See [it](../items/ST-SECRT-leave-the-old-vendor.md), "leave the\n  old vendor", (ST-SECRT).',
        },
      ],
      { vision: { need: 'to Leave the Old Vendor' } },
    );
    expect(texts).not.toMatch(/secrt/i);
    expect(texts).not.toMatch(/old[\s-]+vendor/i);
    expect(texts).toContain('(private)');
  });

  it('takes no longer id for a private one, and leaves words that are a title', () => {
    const texts = textsOf([
      { id: 'ST-1', title: 'Search', private: true },
      { id: 'ST-12', title: 'Search by name', body: 'ST-12, XST-1, ST-1_x' },
    ]);
    expect(texts).not.toContain('(private)');
  });
});
