import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findScenarios, makeStepKinds, stepWordsFor } from '../../src/check/language/scenarios.js';
import { wordsOf } from '../../src/check/language/story-text.js';
import { readCriteria } from '../../src/item/criteria.js';
import { checkStandalone, describeFindings } from './check-text.js';

/** Lines of pieces in which a short way through a check could go wrong. */
function linesOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }));
  return fc
    .array(piece, { maxLength: 6 })
    .map((parts) => parts.join('').replace(/[\r\n\u2028\u2029]/g, ''));
}

describe('a short way leads where the long one does', () => {
  it('words of ASCII text are those that Unicode classes find', () => {
    const text = fc.string({ unit: fc.constantFrom(...`aZ09'- _.\n"`), maxLength: 40 });
    fc.assert(
      fc.property(text, (ascii) => {
        const words = wordsOf({ text: ascii, start: 7 });
        expect(wordsOf({ text: `${ascii} ä`, start: 7 }).slice(0, -1)).toEqual(words);
      }),
    );
  });

  it.each(['en', 'de', 'fr', 'pl', 'tr'])('lines passed over hold no %s step', (language) => {
    const words = stepWordsFor(language);
    if (words === null) throw new Error(`no words of ${language}`);
    const kinds = makeStepKinds(words);
    const steps = [words.context, words.action, words.outcome, words.and, words.scenario].flat();
    const line = linesOf(
      ' ',
      '\t',
      '- ',
      '* ',
      '1. ',
      '[ ] ',
      '[x]',
      '> ',
      '**',
      '__',
      '_',
      ...steps,
    );
    fc.assert(
      fc.property(line, (mixed) => {
        const small = mixed.replace(/[`~#]/g, '').toLowerCase();
        // In a fence no line is passed over, and of small letters only a step gets a capital.
        const opening = `${words.context[0]} x\n`;
        const fence = '```gherkin\n';
        const span = (body: string, from: number) =>
          findScenarios(body, kinds)
            .flatMap(({ lines }) => lines)
            .filter((one) => one.span[1] === from + small.length && one.span[0] >= from)
            .map(({ text, span: [start] }) => ({ text, at: start - from }));
        const fenced = span(`${fence}${opening}${small}\n\`\`\``, fence.length + opening.length);
        const isStep = fenced.some(({ text }) => text.charAt(0) !== text.charAt(0).toLowerCase());
        if (isStep) expect(span(`${opening}${small}\n`, opening.length)).toEqual(fenced);
      }),
      { numRuns: 300 },
    );
  });

  it('headings that are surely well have no fault', async () => {
    const line = linesOf(
      '#',
      '##',
      '## ',
      '## a',
      '### b',
      ' ',
      '    ',
      '\t',
      'x',
      '<!--',
      '-->',
      '```',
    );
    const body = fc.array(line, { maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`);
    const headings = async (text: string) =>
      describeFindings(await checkStandalone(text, { preset: 'format-only' })).filter((finding) =>
        finding.startsWith('markdown/heading'),
      );
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        // One that is indented is never surely well, and has no fault of its own.
        expect(await headings(`${text}\n ## Last\n`)).toEqual(await headings(text));
      }),
    );
  });

  it('criteria of a body without comments are those read with one at its end', () => {
    const line = linesOf('- ', '* a', '1. ', '[ ] b', '  ', '\t', '## x', '---', 'y', '\u00a0');
    const body = fc.array(line, { maxLength: 6 }).map((lines) => `${lines.join('\n')}\n\n`);
    fc.assert(
      fc.property(body, (text) => {
        const plain = readCriteria(`## Acceptance criteria\n\n${text}# End\n`);
        const masked = readCriteria(`## Acceptance criteria\n\n${text}# End\n\n<!-- c -->\n`);
        expect(masked).toEqual(plain);
      }),
    );
  });
});
