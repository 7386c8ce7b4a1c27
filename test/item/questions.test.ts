import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQuestion, answerQuestion, readQuestions } from '../../src/item/questions.js';
import { formatReading, parseReading, sortReadings } from '../../src/item/reading.js';
import { readSection, replaceSection } from '../../src/item/sections.js';
import { languages } from '../../src/language/tags.js';

const sentence = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\p{C}\s`<>#*_[\]-]+/gu, ' ').trim())
  .filter((text) => text !== '');
const bodies = fc.constantFrom(
  '',
  '\nSome text.\n',
  '\nSome text without an end',
  '\r\nText.\r\n\r\n## Questions\r\n\r\n- [ ] Older one\r\n\r\n## Notes\r\n\r\nEnd.\r\n',
  '\n## Questions\n\nNone yet.\n\n## Notes\n',
);

describe('questions', () => {
  it('are read as they were asked and answered, and nothing else changes', () => {
    const tag = fc.constantFrom(...languages);
    const to = fc.option(fc.constantFrom('acme', 'field-sales'));
    fc.assert(
      fc.property(bodies, sentence, sentence, to, tag, (body, text, answer, whom, language) => {
        const before = readQuestions(body);
        const asked = addQuestion(body, { text, on: '2026-11-24', to: whom }, language);
        const open = readQuestions(asked);
        expect(open.slice(0, -1)).toEqual(before);
        expect(open.at(-1)).toEqual({
          text,
          on: '2026-11-24',
          to: whom,
          isAnswered: false,
          answer: '',
        });
        const settled = answerQuestion(asked, before.length, { text: answer, on: '2026-11-25' });
        expect(readQuestions(settled).at(-1)).toMatchObject({
          text,
          isAnswered: true,
          answer: `2026-11-25: ${answer}`,
        });
        expect(readSection(settled, 'Notes')).toBe(readSection(body, 'Notes'));
        if (body.includes('\r\n')) expect(settled).not.toMatch(/[^\r]\n/);
      }),
    );
  });

  it('are read with or without day and name', () => {
    const body = '## Questions\n\n- Which one?\n- [x] 2026-11-24: And when?\n  Soon.\n';
    expect(readQuestions(body)).toEqual([
      { text: 'Which one?', on: null, to: null, isAnswered: false, answer: '' },
      { text: 'And when?', on: '2026-11-24', to: null, isAnswered: true, answer: 'Soon.' },
    ]);
  });
});

describe('a section', () => {
  it('is put in the place of the one before, or at the end', () => {
    fc.assert(
      fc.property(bodies, sentence, sentence, (body, first, second) => {
        const once = replaceSection(body, 'Answer', first);
        expect(readSection(once, 'Answer')).toBe(first);
        const twice = replaceSection(once, 'Answer', second);
        expect(readSection(twice, 'Answer')).toBe(second);
        expect(readSection(twice, 'Notes')).toBe(readSection(body, 'Notes'));
        expect(twice.match(/^## Answer/gm)).toHaveLength(1);
      }),
    );
  });

  it('ends at the next heading, and leaves that alone', () => {
    const body = 'Hi.\n\n## Answer\n\nOld.\n\n## Notes\n\nEnd.\n';
    expect(replaceSection(body, 'answer', 'New.\n')).toBe(
      'Hi.\n\n## Answer\n\nNew.\n\n## Notes\n\nEnd.\n',
    );
    expect(readSection('## Answer\n\n<!-- say it -->\n', 'Answer')).toBe('');
    expect(readSection('Hi.\n', 'Answer')).toBeNull();
  });
});

describe('readings', () => {
  it('are a day and a number, one a day, in order', () => {
    expect(formatReading({ on: '2026-11-01', value: 4.5 })).toBe('2026-11-01 4.5');
    expect(parseReading('2026-11-01 42')).toEqual({ on: '2026-11-01', value: 42 });
    for (const text of ['', '2026-11-31 4', '2026-11-01', '2026-11-01 four', '4 2026-11-01']) {
      expect(parseReading(text)).toBeNull();
    }
    const [a, b, c] = ['2026-11-02 1', '2026-11-01 2', '2026-11-02 3'].map(parseReading);
    expect(sortReadings([a, b, c].filter((one) => one != null))).toEqual([b, c]);
  });
});
