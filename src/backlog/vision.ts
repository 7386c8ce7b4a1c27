import type { Words } from '../language/words.js';
import type { Settings } from './settings.js';

type Vision = NonNullable<Settings['vision']>;

/**
 * The product vision statement of G. Moore, "Crossing the Chasm", 1991, in two sentences. Other
 * languages than English name the parts, whose grammar is the product owner's.
 */
export function composeVision(name: string | null, vision: Vision, words: Words): string {
  const piece = (key: 'visionFor' | 'visionNeed' | 'visionBenefit', text: string | undefined) =>
    text === undefined ? '' : words.say(key, { text });
  const product = name ?? words.say('visionIt');
  const who =
    vision.for === undefined
      ? ''
      : piece('visionFor', vision.for) + piece('visionNeed', vision.need);
  const what =
    vision.product === undefined
      ? product
      : words.say('visionProduct', { name: product, text: vision.product });
  const rest = what + piece('visionBenefit', vision.benefit);
  const isEmpty = vision.product === undefined && vision.benefit === undefined;
  const first = who === '' ? rest : words.say('visionStart', { who, rest });
  const sentences = [
    ...(isEmpty ? [] : [words.say('visionEnd', { text: first })]),
    ...(vision.difference === undefined
      ? []
      : [words.say('visionDifference', { text: vision.difference })]),
  ];
  return words.paragraph(sentences);
}
