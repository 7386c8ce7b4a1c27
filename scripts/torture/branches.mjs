// Five clones over 520 rounds, which make 300 merges, all pairs of operations, 50,000 mutated
// documents merged, and the numbers of 30 teams compared: what CI does in small.
// Part of `npm run torture`; the numbers it prints belong into the closing note.
import { spawnSync } from 'node:child_process';

const runs = [
  ['test/scenarios/branches.test.ts', { STORYMARK_ROUNDS: '520' }],
  ['test/scenarios/operation-pairs.test.ts', { STORYMARK_PAIRS: '1' }],
  ['test/item/merge/merge-fuzz.test.ts', { STORYMARK_FUZZ: '50000' }],
  ['test/scenarios/one-number.test.ts', { STORYMARK_TEAMS: '30' }],
  // All that tries at random, on other cases than last time.
  ['test/', { STORYMARK_THOROUGH: '1', STORYMARK_CASES: String(Date.now() % 2 ** 31) }],
];
for (const [test, more] of runs) {
  const { status } = spawnSync('npx', ['vitest', 'run', test], {
    stdio: 'inherit',
    env: { ...process.env, ...more },
  });
  if (status !== 0) process.exitCode = 1;
}
