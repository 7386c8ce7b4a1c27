import { type Counts, type Details, defineModel } from '../define-model.js';
import { type KanoCategory, kanoCategories } from '../read-survey.js';

/**
 * Equal counts go to the category that matters more to what is built: M > O > A > I (Sauerwein et
 * al. 1996, "evaluation rule"); reverse and questionable answers decide only when nothing else does.
 */
const precedence: readonly KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q'];

const names: Readonly<Record<KanoCategory, string>> = {
  A: 'attractive',
  O: 'one-dimensional',
  M: 'must-be',
  I: 'indifferent',
  R: 'reverse',
  Q: 'questionable',
};

export interface KanoResult {
  readonly category: KanoCategory;
  readonly name: string;
  /** 0 to 1: how far having it lifts satisfaction. Null when nobody answered A, O, M or I. */
  readonly better: number | null;
  /** −1 to 0: how far lacking it lowers satisfaction. */
  readonly worse: number | null;
}

/**
 * The commonest category, and the coefficients better = (A + O) / (A + O + M + I) and
 * worse = −(O + M) / (A + O + M + I) of C. Berger et al., "Kano's Methods for Understanding
 * Customer-defined Quality", Center for Quality of Management Journal 2(4), 1993.
 */
export function evaluateKano(counts: Counts): KanoResult {
  const [a, o, m, i] = kanoCategories.map((category) => counts[category] ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  const category = precedence.reduce((best, next) =>
    (counts[next] ?? 0) > (counts[best] ?? 0) ? next : best,
  );
  const total = a + o + m + i;
  return {
    category,
    name: names[category],
    better: total === 0 ? null : (a + o) / total,
    // 0 − x, so that nothing is never −0.
    worse: total === 0 ? null : 0 - (o + m) / total,
  };
}

/**
 * Categories in the order that rule builds them in; within one, by how much is won and lost. The
 * second part lies between 0 and 1 and never lifts an item into the next category.
 */
function scoreKano(counts: Counts): number {
  const { category, better, worse } = evaluateKano(counts);
  const rank = 4 - precedence.indexOf(category);
  if (rank <= 0 || better === null || worse === null) return 0;
  return rank + (better - worse) / 2;
}

/** What customers said when asked how they feel with it and without it. */
export const kano = defineModel({
  id: 'kano',
  name: 'Kano',
  summary: 'Basic expectations first, then performance features, then delighters.',
  inputs: [
    {
      key: 'kano',
      name: 'Survey answers',
      description:
        'Counts by category, {A: 7, O: 33, M: 50, I: 10}, or one pair of answers per person, to "if it is there" and "if it is not": [[like, dislike], [must-be, neutral]].',
      kind: 'survey',
      sign: 'non-negative',
      role: 'benefit',
      effect: 'either',
    },
  ],
  formula: 'kano: M 4, O 3, A 2, I 1, R and Q 0; plus (better - worse) / 2',
  direction: 'highest-first',
  isAmount: false,
  source:
    'Noriaki Kano et al. (1984); E. Sauerwein, F. Bailom, K. Matzler, H. Hinterhuber, "The Kano Model: How to Delight Your Customers" (1996); C. Berger et al. (1993)',
  examples: [
    {
      name: 'Edge grip of skis',
      inputs: { kano: { A: 7, O: 33, M: 50, I: 10, R: 0, Q: 0 } },
      score: 4.615,
      source: 'Sauerwein et al. 1996, figure 11: better 0.40, worse -0.83',
    },
  ],
  score: ({ kano: counts }) => scoreKano(counts),
  benefit: ({ kano: counts }) => scoreKano(counts),
  details: ({ kano: counts }): Details => ({ ...evaluateKano(counts) }),
});
