import type { AmountBy, ForecastReport } from '../../ops/sprints/forecast.js';
import type { Confidence } from '../../ops/sprints/forecast-outlook.js';
import type { Style } from '../../terminal/style.js';
import { count, sayNumber, saySize } from '../../text/amount.js';
import { capitalize } from '../../text/words.js';
import { describeDue, sayChance } from './forecast-due-text.js';

const shown: readonly Confidence[] = ['50', '70', '85', '95'];
/** Below this, a backtest's shares say little. */
const fewestCases = 10;

/** `85	5	2027-02-02` a line. */
export function tabulateForecast(report: ForecastReport, style: Style): string {
  const { by, percentiles } = report;
  const rows = shown.map((confidence) => {
    if (by) {
      const { amount, items } = by.percentiles[confidence];
      return [confidence, String(amount), String(items)];
    }
    const { sprints, date } = percentiles[confidence];
    return [confidence, String(sprints ?? ''), date ?? ''];
  });
  return style.table({ columns: [], rows });
}

export function describeForecast(report: ForecastReport, style: Style): string {
  const { by, enough } = report;
  const title = style.bold(
    report.scope === 'the whole backlog' ? 'The whole backlog' : report.scope,
  );
  if (report.history.every((amount) => amount === 0)) {
    return [title, ...describeWork(report), describeNothing(report)].join('\n');
  }
  const dates = enough ? describeDates(report, style) : describePace(report, style);
  const answer = by ? describeAmount(report, by, style) : dates;
  return [
    title,
    ...describeWork(report),
    ...(enough ? [] : [style.yellow(describeShortage(report))]),
    ...answer,
    ...describeAssumptions(report).map((line) => style.dim(line)),
    ...describeTrust(report),
    ...describeDue('DUE ITEM', report.due, style),
  ].join('\n');
}

function describeWork(report: ForecastReport): readonly string[] {
  const { samples, remaining, unit, trials, ahead, period, unestimated } = report;
  const from = samples === 0 ? '' : `From ${count(samples, period)}, `;
  const about = unestimated.items > 0 && unestimated.size > 0 ? 'about ' : '';
  const size = about === '' ? remaining : Math.round(remaining);
  const left = `${about}${saySize(size, unit)} left, ${count(trials, 'trial')}`;
  const before =
    ahead === 0 ? [] : [`  ${saySize(Math.round(ahead), unit)} before it in the backlog`];
  return [`  ${from}${left}`, ...before];
}

function describeNothing({ period, samples }: ForecastReport): string {
  if (samples > 0)
    return `  The last ${count(samples, period)} delivered nothing, so there is nothing to forecast from.`;
  return period === 'sprint'
    ? '  No sprint is closed yet, so there is nothing to forecast from (--from weeks takes done dates).'
    : '  Nothing was done in a whole week yet, so there is nothing to forecast from.';
}

export function describeShortage({ samples, period }: ForecastReport): string {
  return (
    `  Too little history: ${count(samples, period)}, and a forecast needs at least 5. ` +
    'Do not promise a date.'
  );
}

/** Chances out of a handful of samples would look surer than they are: no line a confidence. */
function describePace(report: ForecastReport, style: Style): readonly string[] {
  const { history, unit, period, percentiles } = report;
  const least = Math.min(...history);
  const most = Math.max(...history);
  const pace = least === most ? sayNumber(least) : `${sayNumber(least)} to ${sayNumber(most)}`;
  const late = percentiles['95'];
  const sprints =
    periodsOf(report, '50') === periodsOf(report, '95')
      ? ''
      : `${periodsOf(report, '50') ?? '?'} to `;
  const until = late.date === null ? '' : `, by ${style.day(late.date)}`;
  return [
    `  At the current pace, ${pace} ${nameUnit(most, unit)} a ${period}: ` +
      `${sprints}${say(report, '95')}${until}`,
  ];
}

function describeDates(report: ForecastReport, style: Style): readonly string[] {
  const widest = Math.max(...shown.map((key) => say(report, key).length));
  return shown.map((confidence) => {
    const { date } = report.percentiles[confidence];
    const line = `  ${confidence} %  ${say(report, confidence).padEnd(widest)}`;
    if (date === null) return `${line}`;
    const isPromise = confidence === '85' && report.enough;
    const day = `by ${style.day(date)}`;
    return isPromise
      ? `${line}  ${style.bold(day)}     ← the date to communicate`
      : `${line}  ${day}`;
  });
}

function say(report: ForecastReport, confidence: Confidence): string {
  const periods = periodsOf(report, confidence);
  return periods === null
    ? 'not within 20 years'
    : count(periods, report.hasSprints ? 'sprint' : report.period);
}

/** In sprints, or in weeks for a team that has none. */
function periodsOf({ percentiles, hasSprints, outcomes }: ForecastReport, confidence: Confidence) {
  const { sprints, date } = percentiles[confidence];
  if (hasSprints) return sprints;
  return date === null ? null : outcomes.findIndex((one) => one.date === date) + 1;
}

function describeAmount(report: ForecastReport, by: AmountBy, style: Style): readonly string[] {
  const { unit, period, enough } = report;
  const periods = by.periods === 0 ? `no more ${period}s` : count(by.periods, `more ${period}`);
  const when = `  By ${style.day(by.date)}, when ${periods} ${by.periods === 1 ? 'ends' : 'end'}:`;
  const itemsOf = (confidence: Confidence) => {
    const { items } = by.percentiles[confidence];
    return unit === 'items' ? '' : `, the first ${count(items, 'item')}`;
  };
  const amounts = shown.map((confidence) => sayNumber(by.percentiles[confidence].amount));
  if (!enough) {
    const [most, least] = [amounts[0] ?? '', amounts.at(-1) ?? ''];
    const range = most === least ? most : `${least} to ${most}`;
    return [`${when} at the current pace ${range} ${unit}${itemsOf('95')}`];
  }
  const widest = Math.max(...amounts.map((text) => text.length));
  const lines = shown.map(
    (confidence, index) =>
      `  ${confidence} %  at least ${(amounts[index] ?? '').padStart(widest)} ${unit}${itemsOf(confidence)}`,
  );
  const chance =
    by.chance === null ? [] : [`  The chance of all of it by then: ${sayChance(by.chance)}`];
  return [when, ...lines, ...chance];
}

function describeAssumptions(report: ForecastReport): readonly string[] {
  const { unestimated, growth, already, uncounted, unit, assumed } = report;
  const drawn =
    unestimated.from === 0
      ? '0, since no item is estimated'
      : `sizes drawn from the ${unestimated.from} estimated ones (mean ${sayNumber(unestimated.size)})`;
  const grown =
    growth[0] === growth[1] ? percent(growth[1]) : `${percent(growth[0])} to ${percent(growth[1])}`;
  return [
    ...(unestimated.items === 0
      ? []
      : [`  ${count(unestimated.items, 'item')} without estimate: counted with ${drawn}`]),
    ...(growth[1] === 0 ? [] : [`  The work grows by ${grown} until it is done`]),
    ...(already === 0
      ? []
      : [`  The running sprint is the first; ${saySize(already, unit)} of it done`]),
    ...(uncounted.length === 0
      ? []
      : [`  Not counted (neither split nor estimated): ${uncounted.join(', ')}`]),
    `  ${capitalize(assumed)}`,
  ];
}

function describeTrust({ backtest, enough }: ForecastReport): readonly string[] {
  const share = backtest.held.find(({ confidence }) => confidence === 0.85)?.share ?? 0;
  if (!enough) return [];
  if (backtest.cases === 0) return ['  Accuracy: no past forecasts to check against yet'];
  if (backtest.cases < fewestCases) {
    return [
      `  Accuracy: only ${count(backtest.cases, 'past forecast')} to check against, too few to judge`,
    ];
  }
  return [
    `  Accuracy: of past 85 % forecasts, ${percent(share)} held (backtest, ${count(backtest.cases, 'case')})`,
  ];
}

export function describeBacktest(
  { backtest, history, period }: ForecastReport,
  style: Style,
): string {
  const rows = backtest.held.map(({ confidence, share }) => [
    percent(confidence),
    backtest.cases === 0 ? '' : percent(share),
  ]);
  if (!style.isTerminal) return style.table({ columns: [], rows });
  if (backtest.cases === 0) {
    const known = count(history.length, period);
    return `Nothing to replay: there are ${known}; the first forecast needs 5 before it and 1 after.`;
  }
  const table = style.table({
    columns: [
      { title: 'SAID', align: 'right' },
      { title: 'HELD', align: 'right' },
    ],
    rows,
  });
  const brier = (backtest.brier ?? 0).toFixed(3);
  const few = backtest.cases < fewestCases ? [style.yellow('Too few to judge the forecasts.')] : [];
  return [
    `${count(backtest.cases, 'forecast')} that could have been made, 1 to 6 ${period}s ahead, and their outcomes`,
    '',
    table,
    '',
    `Brier score ${brier}; perfectly calibrated forecasts score ${backtest.brierExpected.toFixed(3)}, a coin flip 0.250`,
    ...few,
    style.dim(
      'Forecasts from adjacent sprints share most of their data, so the cases are not independent.',
    ),
  ].join('\n');
}

function nameUnit(amount: number, unit: ForecastReport['unit']): string {
  return amount === 1 ? unit.slice(0, -1) : unit;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
