// How well forecasts did, by team, and how sure one can be of it with so few teams.
const horizons = [1, 3, 6];
const judgedHorizons = [3, 6];
const confidences = [0.7, 0.85, 0.95];
/** Sprints known before the first forecast. */
const known = 10;

/**
 * Sums over a team's forecasts, by horizon: how many, how many held at each confidence, pinball
 * loss, and width from the 5 % to the 95 % quantile.
 */
export function judgeTeam(history, method) {
  const sums = Object.fromEntries(
    horizons.map((horizon) => [
      horizon,
      { cases: 0, held: confidences.map(() => 0), pinball: 0, width: 0 },
    ]),
  );
  for (let at = known; at < history.length; at += 1) {
    for (const horizon of horizons.filter((periods) => at + periods <= history.length)) {
      const totals = method(history.slice(0, at), horizon, `${at}`);
      const actual = history.slice(at, at + horizon).reduce((a, b) => a + b, 0);
      const sum = sums[horizon];
      sum.cases += 1;
      sum.width += quantileAt(totals, 0.05) - quantileAt(totals, 0.95);
      for (const [index, confidence] of confidences.entries()) {
        const promised = quantileAt(totals, confidence);
        if (actual >= promised - 1e-9) sum.held[index] += 1;
        // Of the quantile at level 1 - confidence (Koenker & Bassett 1978).
        const over = actual - promised;
        sum.pinball += Math.max((1 - confidence) * over, -confidence * over) / confidences.length;
      }
    }
  }
  return sums;
}

/** The most that is reached with this confidence. */
function quantileAt(totals, confidence) {
  return totals[totals.length - Math.ceil(confidence * totals.length - 1e-9)];
}

/** All cases of all teams together, beside those of plain resampling. */
export function summarizeTeams(results, plain) {
  const coverage = horizons.map((horizon) => coverageAt(results, horizon));
  const ratio = (key) =>
    judgedHorizons.map((horizon) => total(results, horizon, key) / total(plain, horizon, key));
  return {
    coverage,
    error: errorOf(results),
    plainError: errorOf(plain),
    pinball: ratio('pinball'),
    width: ratio('width'),
  };
}

function errorOf(results, coverageOf = coverageAt) {
  const differences = judgedHorizons.flatMap((horizon) =>
    coverageOf(results, horizon).map((share, index) => Math.abs(share - confidences[index])),
  );
  return differences.reduce((a, b) => a + b, 0) / differences.length;
}

function coverageAt(results, horizon) {
  const cases = total(results, horizon, 'cases');
  return confidences.map(
    (_, index) => results.reduce((sum, team) => sum + team[horizon].held[index], 0) / cases,
  );
}

/** Each team weighs the same, however long its history. */
function coverageAlike(results, horizon) {
  const teams = results.filter((team) => team[horizon].cases > 0);
  return confidences.map(
    (_, index) =>
      teams.reduce((sum, team) => sum + team[horizon].held[index] / team[horizon].cases, 0) /
      teams.length,
  );
}

function total(results, horizon, key) {
  return results.reduce((sum, team) => sum + team[horizon][key], 0);
}

/** Each figure with the interval that teams drawn anew give it (percentile bootstrap, Efron 1979). */
export function bootstrapTeams(results, plain, random, draws = 2000) {
  const samples = Array.from({ length: draws }, () => {
    const picked = results.map(() => Math.floor(random() * results.length));
    return figures(
      picked.map((index) => results[index]),
      picked.map((index) => plain[index]),
    );
  });
  return figures(results, plain).map(([what, at], row) => {
    const sorted = samples.map((sample) => sample[row][1]).sort((a, b) => a - b);
    return [what, at, sorted[Math.floor(0.025 * draws)], sorted[Math.floor(0.975 * draws)]];
  });
}

function figures(results, plain) {
  const { error, plainError, pinball, width } = summarizeTeams(results, plain);
  const each = judgedHorizons.flatMap((horizon, row) =>
    confidences.map((confidence, index) => [
      `held at ${horizon} sprints, ${confidence * 100} %`,
      coverageAt(results, horizon)[index],
      row,
    ]),
  );
  return [
    ['coverage error, points', 100 * error],
    ['coverage error of plain resampling, points', 100 * plainError],
    ['coverage error, share of plain', error / plainError],
    ['the same, each team weighing alike, points', 100 * errorOf(results, coverageAlike)],
    ['plain resampling, each team weighing alike', 100 * errorOf(plain, coverageAlike)],
    ['pinball at 3 sprints, share of plain', pinball[0]],
    ['pinball at 6 sprints, share of plain', pinball[1]],
    ['width at 3 sprints, share of plain', width[0]],
    ['width at 6 sprints, share of plain', width[1]],
    ...each,
  ];
}
