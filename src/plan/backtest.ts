import { amountAt, confidences, fewestSamples, forecastAmount } from './forecast.js';
import type { Resampling } from './resample.js';

export interface BacktestRequest {
  /** What each period delivered, oldest first. */
  readonly history: readonly number[];
  readonly resampling: Resampling;
  readonly trials: number;
  readonly seed: string;
  /** How many periods ahead. Default: 1 to 6. */
  readonly horizons?: readonly number[];
  /** Periods known before the first forecast. Default: 5. */
  readonly known?: number;
}

/** A forecast that could have been made in the past, and what came of it. */
export interface BacktestCase {
  /** Periods known when it was made. */
  readonly known: number;
  /** Periods ahead. */
  readonly horizon: number;
  readonly actual: number;
  /** What each of `confidences` promised at least. */
  readonly promised: readonly number[];
}

export interface BacktestSummary {
  readonly cases: number;
  /** For each of `confidences`, the share of forecasts that held. */
  readonly held: readonly { readonly confidence: number; readonly share: number }[];
  /** Mean squared difference of confidence and outcome (Brier 1950); null without a case. */
  readonly brier: number | null;
  /** What forecasts that hold exactly as often as they say would score. */
  readonly brierExpected: number;
}

const usualHorizons = [1, 2, 3, 4, 5, 6];

/**
 * Replays history: at each point, forecasts the sum of the next periods from what was known then.
 * A forecast holds when at least the promised amount was delivered.
 */
export function backtestHistory(request: BacktestRequest): readonly BacktestCase[] {
  const { history, horizons = usualHorizons, known: first = fewestSamples } = request;
  const cases: BacktestCase[] = [];
  for (let known = first; known < history.length; known += 1) {
    const past = history.slice(0, known);
    for (const horizon of horizons.filter((periods) => known + periods <= history.length)) {
      const totals = forecastAmount({ ...request, history: past }, horizon);
      const actual = sum(history.slice(known, known + horizon));
      const promised = confidences.map((confidence) => amountAt(totals, confidence));
      cases.push({ known, horizon, actual, promised });
    }
  }
  return cases;
}

export function summarizeBacktest(cases: readonly BacktestCase[]): BacktestSummary {
  const outcomes = confidences.map((_, index) => cases.map((one) => hasHeld(one, index)));
  const held = confidences.map((confidence, index) => ({
    confidence,
    share: mean((outcomes[index] ?? []).map(Number)),
  }));
  const squares = confidences.flatMap((confidence, index) =>
    (outcomes[index] ?? []).map((outcome) => (confidence - Number(outcome)) ** 2),
  );
  return {
    cases: cases.length,
    held,
    brier: cases.length === 0 ? null : mean(squares),
    brierExpected: mean(confidences.map((confidence) => confidence * (1 - confidence))),
  };
}

/** @param index of the confidence */
export function hasHeld({ actual, promised }: BacktestCase, index: number): boolean {
  return actual >= (promised[index] ?? 0) - 1e-9;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
