import { sumPoints } from '../../backlog/progress.js';
import { type AssessedItem, defineModel } from '../define-model.js';

export const moscowWords = ['must', 'should', 'could', 'wont'] as const;
export type MoscowWord = (typeof moscowWords)[number];

/** Share of the effort, from 0 to 1, that may at most be Must. */
export const MOST_MUST = 0.6;

export interface MoscowShare {
  readonly items: number;
  readonly points: number;
  /** Of the effort in the timebox, from 0 to 1: what will not be done this time is not in it. */
  readonly share: number;
}

/**
 * Effort by priority. DSDM: "typically no more than 60 % effort for Must Haves … and around 20 %
 * effort for Could Haves" (The DSDM Handbook, chapter 10, MoSCoW Prioritisation,
 * https://www.agilebusiness.org/dsdm-project-framework/moscow-prioririsation.html).
 */
export function shareEffort(
  items: readonly AssessedItem[],
): Readonly<Record<MoscowWord, MoscowShare>> {
  const groups = moscowWords.map((word) => {
    const members = items.filter(({ inputs }) => inputs['moscow'] === word);
    const points = sumPoints(members);
    return { word, items: members.length, points };
  });
  const total = groups
    .filter(({ word }) => word !== 'wont')
    .reduce((sum, { points }) => sum + points, 0);
  return Object.fromEntries(
    groups.map(({ word, items: count, points }) => [
      word,
      { items: count, points, share: word === 'wont' || total === 0 ? 0 : points / total },
    ]),
  ) as unknown as Readonly<Record<MoscowWord, MoscowShare>>;
}

function assess(items: readonly AssessedItem[]): readonly string[] {
  const shares = shareEffort(items);
  const planned = items.filter(({ inputs }) => {
    const word = inputs['moscow'];
    return word !== undefined && word !== 'wont';
  });
  const unsized = planned.filter(({ points }) => points === null).length;
  const { points, share } = shares.must;
  const total = shares.must.points + shares.should.points + shares.could.points;
  const percent = `${Number((share * 100).toFixed(1))} %`;
  return [
    ...(share > MOST_MUST
      ? [
          `Must takes ${percent} of the effort (${points} of ${total} points); DSDM allows at most 60 %, so that there is something to give`,
        ]
      : []),
    ...(unsized > 0 && share > 0
      ? [`${unsized} of ${planned.length} items have no points and are not in these shares`]
      : []),
  ];
}

/** Must, should, could, won't this time. */
export const moscow = defineModel({
  id: 'moscow',
  name: 'MoSCoW',
  summary: 'What the release must have, then what is painful to leave out, then the rest.',
  inputs: [
    {
      key: 'moscow',
      name: 'Priority',
      description:
        'must: no use releasing without it. should: painful to leave out. could: nice. wont: not this time.',
      kind: 'choice',
      choices: moscowWords,
      sign: 'non-negative',
      role: 'benefit',
    },
  ],
  formula: 'moscow: must 3, should 2, could 1, wont 0',
  direction: 'highest-first',
  isAmount: false,
  source:
    'Dai Clegg (1994); The DSDM Handbook, chapter 10, https://www.agilebusiness.org/dsdm-project-framework/moscow-prioririsation.html',
  examples: [
    {
      name: 'The ticket scanner of a new gate',
      inputs: { moscow: 'must' },
      score: 3,
      source: 'by definition',
    },
  ],
  score: ({ moscow: word }) => 3 - moscowWords.indexOf(word),
  benefit: ({ moscow: word }) => 3 - moscowWords.indexOf(word),
  assess,
});
