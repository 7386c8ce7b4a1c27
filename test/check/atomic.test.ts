import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkStandalone } from './check-text.js';

interface Wants {
  readonly two: readonly string[];
  readonly one: readonly string[];
}

const { unseen, ...wants } = JSON.parse(
  readFileSync(new URL('../fixtures/check/wants.json', import.meta.url), 'utf8'),
) as Wants & { readonly unseen: Wants };

async function flagsWant(want: string): Promise<boolean> {
  return (await findAtomic(`As a member, I want ${want}, so that it is done.\n`)) !== null;
}

async function findAtomic(story: string): Promise<string | null> {
  const { report } = await checkStandalone(story);
  return report.findings.find(({ rule }) => rule === 'story/atomic')?.message ?? null;
}

async function flagged(list: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const want of list) if (await flagsWant(want)) found.push(want);
  return found;
}

it.each([
  ['wants it was mended by', wants, 365, 0.95],
  ['wants it had not seen', unseen, 80, 0.9],
])('tells one feature from two in %s', async (name, { two, one }, count, least) => {
  const hits = await flagged(two);
  const wrong = await flagged(one);
  const recall = hits.length / two.length;
  const precision = hits.length / (hits.length + wrong.length);
  const missed = two.filter((want) => !hits.includes(want));
  console.log(`${name}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`, {
    missed,
    wrong,
  });
  expect(two.length + one.length).toBe(count);
  expect(recall).toBeGreaterThanOrEqual(least);
  expect(precision).toBeGreaterThanOrEqual(least);
});

/** Expert labels of two real backlogs, which stay outside the repository. */
const data = new URL('../../../shared/data/', import.meta.url);
const isMissing = !existsSync(data);

interface Labels {
  readonly gold: { readonly 'atomic.conjunctions': readonly number[] };
}

describe.skipIf(isMissing)('expert labels in ../shared/data/labels (skipped when absent)', () => {
  it.each([
    ['g13', 'g13-planningpoker'],
    ['g28', 'g28-zooniverse'],
  ])('%s: names every disagreement, misses no two joined verbs', async (name, file) => {
    const read = (path: string) => readFileSync(new URL(path, data), 'utf8');
    const { gold } = JSON.parse(read(`labels/${name}.json`)) as Labels;
    const labelled = new Set(gold['atomic.conjunctions']);
    const lines = read(`stories/${file}.txt`).split('\n');
    const missed: number[] = [];
    for (const [index, line] of lines.entries()) {
      const message = await findAtomic(`${line.replace(/^#\w+#\s*/, '')}\n`);
      const isLabelled = labelled.has(index + 1);
      if (isLabelled === (message !== null)) continue;
      const reason = message ?? 'no second verb is joined to the first';
      console.log(`${name}:${index + 1} experts ${isLabelled ? 'two' : 'one'}: ${reason}`);
      if (isLabelled) missed.push(index + 1);
    }
    // What experts call two although the want has one verb: nouns or adjectives are joined.
    const joinsNouns = new Set(name === 'g13' ? [27] : [27, 36, 43, 46]);
    expect(missed.filter((line) => !joinsNouns.has(line))).toEqual([]);
  });
});
