import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '../../src/item/slug.js';
import { runs } from '../support/runs.js';

describe('a slug', () => {
  it.each([
    ['See who is working now', 'see-who-is-working-now'],
    ['Straße über Øresund — Łódź', 'strasse-uber-oresund-lodz'],
    ["Don't show my team's hours", 'dont-show-my-teams-hours'],
    ['  ../../etc/passwd  ', 'etc-passwd'],
    ['日本語', ''],
    ['---', ''],
    ['İstanbul ılık', 'istanbul-ilik'],
    ['v2.0: 100 %', 'v2-0-100'],
  ])('of %j is %j', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('is cut between words, or inside the only one', () => {
    expect(slugify('word '.repeat(40))).toBe(Array(12).fill('word').join('-'));
    expect(slugify('x'.repeat(200))).toBe('x'.repeat(60));
  });

  it('is a safe file name whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        expect(slugify(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugify(title).length).toBeLessThanOrEqual(60);
        expect(slugify(slugify(title))).toBe(slugify(title));
      }),
      { numRuns: runs(300, 2_000) },
    );
  });
});
