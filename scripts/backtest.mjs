// `node scripts/backtest.mjs`: how forecasts would have done on real teams, by several methods.
//
// At each sprint from the eleventh on, the points of the next 1, 3 and 6 sprints are forecast from
// what was known then. A forecast holds when at least the promised amount was delivered. Whatever is
// chosen from data is chosen on all teams but the one it is judged on.
//
// Data: Choetkiertikul et al., "Predicting Delivery Capability in Iterative Software Development",
// TSE 2017. Nothing of it is kept here.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { parkMiller, resampleBlocks } from './backtest/blocks.mjs';
import { bootstrapTeams, judgeTeam, summarizeTeams } from './backtest/judge.mjs';

const file = process.argv[2] ?? resolve(import.meta.dirname, '../../shared/data/sprints/teams.csv');
if (!existsSync(file)) {
  console.log(`skipped: there are no team histories at ${file}`);
  process.exit(0);
}

const { forecastAmount, plainResampling, urnResampling } = await load(`
  export { forecastAmount } from './src/plan/forecast.ts';
  export { plainResampling, urnResampling } from './src/plan/resample.ts';
`);
const trials = 2000;
const teams = readTeams(file);

const resampled = (resampling) => (history, horizon, seed) =>
  forecastAmount({ history, resampling, trials, seed }, horizon);
const lastTen = { ...plainResampling, window: 10 };

const plain = judge(resampled(lastTen));
const methods = [
  ['plain, last 10', plain],
  ['recency, half-life 5', judge(resampled({ ...lastTen, halfLife: 5 }))],
  ['blocks of 2, all sprints', judge(resampleBlocks(2, trials))],
  ['Bayesian bootstrap, last 10', judge(resampled({ ...lastTen, copies: 1 }))],
  ['urn with 2 copies', judge(resampled({ ...lastTen, copies: 2 }))],
  ['best capped only', judge(resampled({ ...lastTen, capsBest: true }))],
  ['storymark (urn, capped, recent)', judge(resampled(urnResampling))],
];

console.log(`${teams.length} teams, ${trials} trials; % of forecasts that held\n`);
console.log(
  `${'method'.padEnd(34)}1 sprint: 70 85 95   3 sprints: 70 85 95   6 sprints: 70 85 95   error  pinball 3, 6   width 3, 6`,
);
for (const [name, results] of methods) console.log(describeRow(name, results));

const chosen = chooseLeavingOneOut();
console.log(describeRow('chosen without the team judged', chosen.results));
console.log(`  (${chosen.picks})`);

console.log('\n95 % intervals, teams drawn with replacement 2,000 times');
const intervals = [
  ['storymark', methods.at(-1)[1]],
  ['chosen without the team judged', chosen.results],
];
for (const [name, results] of intervals) {
  console.log(`  ${name}`);
  for (const [what, at, low, high] of bootstrapTeams(results, plain, parkMiller(1))) {
    console.log(`    ${what.padEnd(44)}${at.toFixed(3)}   ${low.toFixed(3)} to ${high.toFixed(3)}`);
  }
}
console.log(`
error: mean absolute difference of coverage and confidence over 70, 85, 95 % at 3 and 6 sprints, in points;
pinball (mean over 70, 85, 95 %) and width (5 % to 95 %): as a multiple of plain resampling's, all cases together.`);

/** One entry a team: how the forecasts of a method did. */
function judge(method) {
  return teams.map((history) => judgeTeam(history, method));
}

/** Of a small family, the method that does best on the other teams, for each team. */
function chooseLeavingOneOut() {
  const family = [0, 1, 2, 3].flatMap((copies) =>
    [null, 10].flatMap((halfLife) =>
      [false, true].map((capsBest) => {
        const resampling = { window: 10, halfLife, copies, capsBest };
        return { resampling, results: judge(resampled(resampling)) };
      }),
    ),
  );
  const picks = new Map();
  const results = teams.map((_, out) => {
    const others = (all) => all.filter((_, index) => index !== out);
    const fitting = family
      .map((member) => ({
        ...member,
        summary: summarizeTeams(others(member.results), others(plain)),
      }))
      .filter(({ summary }) =>
        [...summary.pinball, summary.error / summary.plainError].every((ratio) => ratio <= 1),
      )
      .filter(({ summary }) => summary.width.every((ratio) => ratio <= 1.25));
    const best = fitting.reduce((a, b) => (b.summary.error < a.summary.error ? b : a));
    const { copies, halfLife, capsBest } = best.resampling;
    const name = `${copies} copies, half-life ${halfLife ?? 'none'}, ${capsBest ? 'capped' : 'not capped'}`;
    picks.set(name, (picks.get(name) ?? 0) + 1);
    return best.results[out];
  });
  const told = [...picks].map(([name, count]) => `${name}: ${count} teams`).join('; ');
  return { results, picks: told };
}

function describeRow(name, results) {
  const { coverage, error, pinball, width } = summarizeTeams(results, plain);
  const held = coverage.map((row) =>
    row.map((share) => (100 * share).toFixed(1).padStart(5)).join(' '),
  );
  const ratios = (pair) => pair.map((ratio) => ratio.toFixed(3)).join(' ');
  return `${name.padEnd(34)}${held.map((row) => `   ${row}   `).join('')}${(100 * error).toFixed(2).padStart(6)}   ${ratios(pinball)}    ${ratios(width)}`;
}

function readTeams(path) {
  const [head, ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  const [project, board, delivered] = ['project', 'board', 'delivered'].map((name) =>
    head.indexOf(name),
  );
  const byTeam = new Map();
  for (const row of rows) {
    const team = `${row[project]} ${row[board]}`;
    byTeam.set(team, [...(byTeam.get(team) ?? []), Number(row[delivered])]);
  }
  return [...byTeam.values()];
}

/** The sources as they are, without a build. */
async function load(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: resolve(import.meta.dirname, '..'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
  });
  const encoded = Buffer.from(outputFiles[0].text).toString('base64');
  return import(`data:text/javascript;base64,${encoded}`);
}
