import { defineModel, type ScoreModel } from '../define-model.js';

const TEN = [1, 10] as const;

/** Impact, confidence, ease; multiplied, or their mean. */
export function makeIce(mode: 'product' | 'mean' = 'product'): ScoreModel {
  const combine = (impact: number, confidence: number, ease: number) =>
    mode === 'mean' ? (impact + confidence + ease) / 3 : impact * confidence * ease;
  return defineModel({
    id: 'ice',
    name: 'ICE',
    summary: 'How much it helps, how sure that is, and how easy it is, each from 1 to 10.',
    inputs: [
      {
        key: 'impact',
        name: 'Impact',
        description: 'How much does it move the measure we care about, from 1 to 10?',
        within: TEN,
        sign: 'non-negative',
        role: 'benefit',
      },
      {
        key: 'confidence',
        name: 'Confidence',
        description: 'How sure are you that it will, from 1 to 10? Evidence raises it.',
        within: TEN,
        sign: 'non-negative',
        role: 'benefit',
      },
      {
        key: 'ease',
        name: 'Ease',
        description: 'How easy is it, from 1 to 10? Little work is a high number.',
        within: TEN,
        sign: 'non-negative',
        role: 'benefit',
      },
    ],
    formula: mode === 'mean' ? '(impact + confidence + ease) / 3' : 'impact * confidence * ease',
    direction: 'highest-first',
    settings: `rank.ice: {mode: ${mode}}; product or mean`,
    source:
      'Sean Ellis and Morgan Brown, Hacking Growth (2017), who use the mean; the product is more common',
    examples:
      mode === 'mean'
        ? [
            {
              name: 'The mean of 8, 7 and 5',
              inputs: { impact: 8, confidence: 7, ease: 5 },
              settings: { ice: { mode: 'mean' } },
              score: 6.67,
              source: 'by hand: 20 / 3',
            },
          ]
        : [
            {
              name: 'Referral program',
              inputs: { impact: 8, confidence: 7, ease: 5 },
              score: 280,
              source: 'https://innerview.co/terms/ice-score',
            },
            {
              name: 'Website loading speed',
              inputs: { impact: 6, confidence: 9, ease: 8 },
              score: 432,
              source: 'https://innerview.co/terms/ice-score',
            },
          ],
    score: ({ impact, confidence, ease }) => combine(impact, confidence, ease),
    benefit: ({ impact, confidence, ease }) => combine(impact, confidence, ease),
  });
}

export const ice = makeIce();
