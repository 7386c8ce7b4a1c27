import { type Result, success, usage } from '../../text/problem.js';
import type { InputKind, ModelInput, ScoreModel } from '../define-model.js';
import { type CompiledFormula, compileFormula } from '../formula/compile-formula.js';

export interface FormulaInputSettings {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly kind?: Extract<InputKind, 'number' | 'percent' | 'rate' | 'duration'> | undefined;
  readonly scale?: readonly number[] | undefined;
  /** Another field that answers when `score` does not. */
  readonly from?: string | undefined;
}

export type FormulaSettings =
  | string
  | {
      readonly score: string;
      readonly benefit?: string | undefined;
      readonly inputs?: Readonly<Record<string, FormulaInputSettings>> | undefined;
    };

/** Before `backlog.yaml` says one. */
export const formula: ScoreModel = {
  id: 'formula',
  name: 'Formula',
  summary: 'Your own formula over the fields.',
  inputs: [],
  formula: 'as rank.formula says',
  direction: 'highest-first',
  isAmount: true,
  source: 'your backlog.yaml',
  lacks: 'formula needs rank.formula in backlog.yaml, such as (value * 2 + urgency) / points',
  examples: [
    {
      name: 'Value twice, over the points',
      settings: { formula: '(value * 2 + urgency) / points' },
      inputs: { value: 8, urgency: 4, points: 5 },
      score: 4,
      source: 'by hand: (16 + 4) / 5',
    },
  ],
  score: () => Number.NaN,
  benefit: () => Number.NaN,
};

/** What divides a benefit, and is not part of it. */
const sizeNames: ReadonlySet<string> = new Set(['points', 'size', 'effort', 'duration']);

/**
 * @param known the inputs of other models: their names may be used, and mean the same
 * @param fields number fields of the team's own
 */
export async function makeFormula(
  settings: FormulaSettings | undefined,
  known: readonly ModelInput[],
  fields: readonly string[],
): Promise<Result<ScoreModel>> {
  if (settings === undefined) return usage(formula.lacks ?? '');
  const given = typeof settings === 'string' ? { score: settings } : settings;
  const declared = new Map(
    Object.entries(given.inputs ?? {}).map(([key, one]) => [key, toInput(key, one)]),
  );
  const inputs = new Map([
    ...[...known].reverse().map((input) => [input.key, adopt(input)] as const),
    ...['points', ...fields].map((key) => [key, toInput(key, { from: key })] as const),
    ...declared,
  ]);
  const names = [...inputs.keys()];
  const score = await compileFormula(given.score, names, 'rank.formula');
  if (!score.ok) return score;
  const benefit =
    given.benefit === undefined
      ? success(findBenefit(score.value))
      : await compileFormula(given.benefit, names, 'rank.formula.benefit');
  if (!benefit.ok) return benefit;

  const benefitNames = new Set(benefit.value.names);
  const used = [...new Set([...score.value.names, ...benefitNames])];
  const { lacks: _, ...base } = formula;
  return success({
    ...base,
    formula: given.score,
    inputs: used.flatMap((name) => {
      const input = inputs.get(name);
      return input
        ? [{ ...input, role: benefitNames.has(name) ? 'benefit' : 'size' } as const]
        : [];
    }),
    score: score.value.evaluate,
    benefit: benefit.value.evaluate,
  });
}

/** What stands above the line, when only sizes stand below it. */
function findBenefit(score: CompiledFormula): CompiledFormula {
  const { quotient } = score;
  const divisors = quotient?.bottom.names ?? [];
  const isSized = divisors.length > 0 && divisors.every((name) => sizeNames.has(name));
  return quotient && isSized ? quotient.top : score;
}

function toInput(key: string, settings: FormulaInputSettings): ModelInput {
  const { name = key, description, kind = 'number', scale, from } = settings;
  return {
    key,
    name,
    description: description ?? `The number ${key} that the formula in backlog.yaml uses.`,
    kind,
    ...(scale ? { scale } : {}),
    sign: 'any',
    role: 'benefit',
    effect: 'either',
    ...(from === undefined ? {} : { defaultFrom: from }),
  };
}

/** The same input; what it does to the score is up to the formula. */
function adopt({ scale: _, within: __, ...input }: ModelInput): ModelInput {
  return { ...input, sign: 'any', effect: 'either' };
}
