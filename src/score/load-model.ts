import type { Backlog } from '../backlog/backlog.js';
import type { Settings } from '../backlog/settings.js';
import { type Result, success, usage } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import type { ModelInput, ScoreModel } from './define-model.js';
import { makeAhp } from './models/ahp.js';
import { makeCd3 } from './models/cd3.js';
import { makeFormula } from './models/formula.js';
import { makeIce } from './models/ice.js';
import { findModel, scoreModels } from './models/index.js';
import { makeValueEffort, middleBounds } from './models/value-effort.js';
import { makeWeighted } from './models/weighted.js';

export type ModelSettings = Pick<Settings, 'rank'> & Partial<Pick<Settings, 'fields'>>;

/**
 * A model as `backlog.yaml` has it; `rank.model` unless one is named. Fails on an unknown name and
 * on settings it cannot work with, naming the key. Only `formula` waits for anything: its parser.
 */
export async function loadModel(settings: ModelSettings, id?: string): Promise<Result<ScoreModel>> {
  const { rank } = settings;
  const wanted = id ?? rank.model;
  if (wanted !== 'formula') return configureModel(settings, wanted);
  const numbers = Object.entries(settings.fields ?? {}).filter(([, type]) => type === 'number');
  return makeFormula(
    rank.formula,
    listKnownInputs(rank.cd3?.unit),
    numbers.map(([key]) => key),
  );
}

/** The same without waiting; a `formula` then lacks its parser and fails. */
export function configureModel({ rank }: ModelSettings, id: string): Result<ScoreModel> {
  switch (id) {
    case 'cd3':
      return success(makeCd3(rank.cd3?.unit, rank.cd3?.currency));
    case 'ice':
      return success(makeIce(rank.ice?.mode));
    case 'value-effort':
      return success(makeValueEffort({ ...middleBounds, ...dropUndefined(rank['value-effort']) }));
    case 'weighted':
      return makeWeighted(rank.weighted);
    case 'ahp':
      return makeAhp(rank.ahp);
    default:
      return findStatic(id);
  }
}

function findStatic(id: string): Result<ScoreModel> {
  const model = findModel(id);
  if (model && model.lacks === undefined) return success(model);
  const known = scoreModels.map((one) => one.id);
  return usage(
    model?.lacks ?? `unknown scoring model "${id}".${didYouMean(id, known)} (${known.join(', ')})`,
  );
}

/** Numbers of other models that a formula may name; of equal keys the first model's holds. */
function listKnownInputs(unit: ModelInput['unit']): readonly ModelInput[] {
  return scoreModels
    .map((model) => (model.id === 'cd3' ? makeCd3(unit) : model))
    .flatMap(({ inputs }) => inputs)
    .filter(({ kind }) => kind !== 'choice' && kind !== 'survey');
}

function dropUndefined<T extends object>(given: T | undefined) {
  const entries = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** The model asked for, or the backlog's own, as `backlog.yaml` has it. */
export async function requireModel(
  { settings }: Pick<Backlog, 'settings'>,
  id: string | undefined,
): Promise<Result<ScoreModel>> {
  return loadModel(settings, id);
}
