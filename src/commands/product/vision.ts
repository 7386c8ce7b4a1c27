import { loadWords } from '../../language/load-words.js';
import type { Words } from '../../language/words.js';
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
    data: { name, ...said, sentence: composeVision(name, said, await loadWords(language)) },
    notes:
      missing.length === 0 ? [] : [`note: vision: in backlog.yaml has no ${missing.join(', ')}`],
  };
}

/**
 * The product vision statement of G. Moore, "Crossing the Chasm", 1991, in two sentences. Other
 * languages than English name the parts, whose grammar is the product owner's.
 */
function composeVision(
  name: string | null,
  vision: Omit<Vision, 'name' | 'sentence'>,
  words: Words,
): string {
  const piece = (key: 'visionFor' | 'visionNeed' | 'visionBenefit', text: string | null) =>
    text === null ? '' : words.say(key, { text });
  const product = name ?? words.say('visionIt');
  const who =
    vision.for === null ? '' : piece('visionFor', vision.for) + piece('visionNeed', vision.need);
  const what =
    vision.product === null
      ? product
      : words.say('visionProduct', { name: product, text: vision.product });
  const rest = what + piece('visionBenefit', vision.benefit);
  const isEmpty = vision.product === null && vision.benefit === null;
  const first = who === '' ? rest : words.say('visionStart', { who, rest });
  const sentences = [
    ...(isEmpty ? [] : [words.say('visionEnd', { text: first })]),
    ...(vision.difference === null
      ? []
      : [words.say('visionDifference', { text: vision.difference })]),
  ];
  return words.paragraph(sentences);
}

export function render({ sentence }: Vision): string {
  return sentence;
}
