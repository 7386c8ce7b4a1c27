import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standaloneSubjects } from '../../src/check/engine.js';
import { findNearest, weighTerms } from '../../src/check/language/similarity.js';
import { contentStems } from '../../src/check/language/stems.js';
import { languageOf, storyWords } from '../../src/check/language/story-text.js';
import { splitStoryLines } from '../../src/story/story-lines.js';

/** The nearest earlier document of each, by comparing all pairs. */
function compareAllPairs(documents: readonly (readonly string[])[], threshold: number) {
  const vectors = weighTerms(documents).map(
    ({ terms, weights }) => new Map([...terms].map((term, i) => [term, weights[i] ?? 0])),
  );
  const nearest: { a: number; b: number; cosine: number }[] = [];
  for (const [b, vector] of vectors.entries()) {
    let best = { a: -1, b, cosine: threshold - 1e-9 };
    for (let a = 0; a < b; a += 1) {
      let cosine = 0;
      for (const [term, weight] of vectors[a] ?? []) cosine += weight * (vector.get(term) ?? 0);
      if (cosine > best.cosine + 1e-9) best = { a, b, cosine };
    }
    if (best.a !== -1) nearest.push(best);
  }
  return nearest;
}

it('finds what comparing all pairs finds', () => {
  const words = fc.array(fc.constantFrom(...'abcdefgh'.split('')), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { maxLength: 25 }), (documents) => {
      // No cosine of so few words: one that is the threshold itself is rounded to either side.
      const threshold = 0.8031;
      const quick = findNearest(documents, threshold);
      const exact = compareAllPairs(documents, threshold);
      expect(quick.map(({ b }) => b)).toEqual(exact.map(({ b }) => b));
      for (const [i, { cosine }] of quick.entries()) {
        expect(cosine).toBeCloseTo(Math.min(1, exact[i]?.cosine ?? 0), 6);
      }
    }),
  );
});

it('takes a crowd of equals in bounded time', () => {
  const documents = Array.from({ length: 20_000 }, (_, i) => [
    'same',
    'words',
    'here',
    `n${i % 3}`,
  ]);
  expect(findNearest(documents, 0.8)).toHaveLength(19_997);
});

const folder = new URL('../../../shared/data/stories/', import.meta.url);
const isMissing = !existsSync(folder);

describe.skipIf(isMissing)('real backlogs in ../shared/data/stories (skipped when absent)', () => {
  it.each(isMissing ? [''] : [...readdirSync(folder), 'all of them'])(
    '%s: at least 95 %% of the pairs',
    (file) => {
      const names = file === 'all of them' ? readdirSync(folder) : [file];
      const documents = names.flatMap((name) =>
        splitStoryLines(readFileSync(new URL(name, folder), 'utf8')).flatMap(({ text }) => {
          const file = { path: name, text: text.replace(/^#\w+#\s*/, '') };
          return standaloneSubjects([file]).flatMap((subject) =>
            subject.stories.map((story) =>
              contentStems(storyWords(story, subject), languageOf(story)),
            ),
          );
        }),
      );
      for (const threshold of [0.8, 0.6]) {
        const exact = compareAllPairs(documents, threshold).map(
          ({ b, cosine }) => `${b} ${cosine.toFixed(6)}`,
        );
        const quick = new Set(
          findNearest(documents, threshold).map(({ b, cosine }) => `${b} ${cosine.toFixed(6)}`),
        );
        const found = exact.filter((pair) => quick.has(pair)).length;
        expect(found).toBeGreaterThanOrEqual(exact.length * 0.95);
      }
    },
  );
});
