import { composeVision } from '../../backlog/vision.js';
import { loadWords } from '../../language/load-words.js';
import type { Context, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';

interface Vision {
  /** The product's name. */
  readonly name: string | null;
  readonly for: string | null;
  readonly need: string | null;
  /** What kind of product it is. */
  readonly product: string | null;
  readonly benefit: string | null;
  readonly difference: string | null;
  readonly sentence: string;
}

export async function run(context: Context): Promise<Outcome<Vision>> {
  const { product: name = null, vision = {}, language } = unwrap(context.store().settings());
  const parts = ['for', 'need', 'product', 'benefit', 'difference'] as const;
  const missing = parts.filter((part) => vision[part] === undefined);
  const said = Object.fromEntries(parts.map((part) => [part, vision[part] ?? null])) as Omit<
    Vision,
    'name' | 'sentence'
  >;
  return {
    data: { name, ...said, sentence: composeVision(name, vision, await loadWords(language)) },
    notes:
      missing.length === 0 ? [] : [`note: vision: in backlog.yaml has no ${missing.join(', ')}`],
  };
}

export function render({ sentence }: Vision): string {
  return sentence;
}
