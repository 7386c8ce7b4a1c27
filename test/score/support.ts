import { existsSync, readFileSync } from 'node:fs';
import type { Fields } from '../../src/item/value.js';
import type { ScoreModel } from '../../src/score/define-model.js';
import { loadModel, type ModelSettings } from '../../src/score/load-model.js';
import { scoreItem } from '../../src/score/score-item.js';

/** Rounds to the two digits publications print, unless the published number shows more. */
export function roundLike(value: number | null, published: number): number | null {
  if (value === null) return null;
  const digits = Math.max(2, String(published).split('.')[1]?.length ?? 0);
  return Number(value.toFixed(digits));
}

/** A model as these settings make it, or the first problem's message as an error. */
export async function load(rank: Partial<ModelSettings['rank']>, id?: string): Promise<ScoreModel> {
  const loaded = await loadModel({ rank: { model: 'wsjf', ...rank } }, id);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('; '));
  return loaded.value;
}

export function score(model: ScoreModel, fields: Fields, points: number | null = null) {
  return scoreItem({ score: fields, points }, model);
}

const folder = '../shared/data/golden';

/** Published examples that are not part of the repository: tests are skipped where they are absent. */
export function hasGolden(): boolean {
  return existsSync(folder);
}

export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as T;
}

export const skipped = `published examples (skipped without ${folder})`;
