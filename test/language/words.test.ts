import { describe, expect, it } from 'vitest';
import type { SentenceKey } from '../../src/language/catalogue.js';
import { loadCatalogue, loadWords } from '../../src/language/load-words.js';
import { type Language, languages } from '../../src/language/tags.js';
import { ENGLISH } from '../../src/language/words/en.js';

const keys = Object.keys(ENGLISH) as SentenceKey[];

const formsOf = (sentence: string | object): readonly string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence);

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe.each(languages)('the catalogue of %s', (language) => {
  it('has every sentence, and no other', async () => {
    expect(Object.keys(await loadCatalogue(language))).toEqual(keys);
  });

  it('has the placeholders of the English in each form, but a count that a word may say', async () => {
    const catalogue = await loadCatalogue(language);
    for (const key of keys) {
      const wanted = new Set(formsOf(ENGLISH[key]).flatMap(placeholders));
      for (const form of formsOf(catalogue[key])) {
        const isOne = typeof catalogue[key] !== 'string' && form === catalogue[key].one;
        const own = placeholders(form);
        const expected = [...wanted].filter(
          (name) => !isOne || own.includes(name) || name !== 'count',
        );
        expect([key, own]).toEqual([key, expected.sort()]);
      }
    }
  });

  it('has a form for each plural of the language', async () => {
    const catalogue = await loadCatalogue(language);
    const used = new Set<string>();
    for (let count = 1; count <= 200; count += 1)
      used.add(new Intl.PluralRules(language).select(count));
    for (const key of keys) {
      const sentence = catalogue[key];
      if (typeof sentence === 'string') continue;
      expect([key, [...used].filter((form) => !(form in sentence))]).toEqual([key, []]);
    }
  });

  it('ends sentences where the English does', async () => {
    const catalogue = await loadCatalogue(language);
    for (const key of keys) {
      const [english = ''] = formsOf(ENGLISH[key]);
      for (const form of formsOf(catalogue[key])) {
        if (/[a-z}]\.$/.test(english))
          expect([key, form]).toEqual([key, expect.stringMatching(/[.。]$/)]);
      }
    }
  });
});

describe.each(languages.filter((language) => language !== 'en'))(
  'the sentences of %s',
  (language) => {
    it('are not the English ones', async () => {
      const catalogue = await loadCatalogue(language);
      const words = /\b(?:the|and|you|our|have|not|this|what|with|for|because)\b/i;
      for (const key of keys) {
        for (const form of formsOf(catalogue[key]))
          expect([key, form]).not.toEqual([key, expect.stringMatching(words)]);
      }
    });
  },
);

describe('words', () => {
  const samples: readonly [string, string, string, string][] = [
    ['en', 'It is expected', '13 June 2027', 'We expect it between 10 and 13 June 2027.'],
    [
      'en-US',
      'month first',
      'June 13, 2027',
      'We expect it between June 10, 2027 and June 13, 2027.',
    ],
    [
      'de',
      'Voraussichtlich',
      '13. Juni 2027',
      'Voraussichtlich fertig zwischen dem 10. und dem 13. Juni 2027.',
    ],
    ['fr', '', '13 juin 2027', "Nous l'attendons entre le 10 et le 13 juin 2027."],
    ['es', '', '13 de junio de 2027', 'Lo esperamos entre el 10 y el 13 de junio de 2027.'],
    ['pt', '', '13 de junho de 2027', 'Esperamos entregar entre 10 e 13 de junho de 2027.'],
    ['it', '', '13 giugno 2027', 'Prevediamo che sia pronto tra il 10 e il 13 giugno 2027.'],
    ['nl', '', '13 juni 2027', 'We verwachten het tussen 10 en 13 juni 2027.'],
    ['pl', '', '13 czerwca 2027', 'Spodziewamy się ukończyć to między 10 a 13 czerwca 2027.'],
    ['tr', '', '13 Haziran 2027', '10 ile 13 Haziran 2027 arasında bitmesini bekliyoruz.'],
    ['ja', '', '2027年6月13日', '2027年6月10日から2027年6月13日の間に完了する見込みです。'],
    ['zh', '', '2027年6月13日', '预计在2027年6月10日至2027年6月13日之间完成。'],
  ];

  it.each(samples)('write days as %s does', async (tag, _name, day, range) => {
    const words = await loadWords(tag);
    const [from, by] = ['2027-06-10', '2027-06-13'];
    expect(words.day(by)).toBe(day);
    expect(
      words.say('expectedBetween', { from: words.dayBefore(from, by), by: words.day(by) }),
    ).toBe(range);
    expect(words.day('some day')).toBe('some day');
  });

  it.each([
    ['en', '28 May', '28 December 2026'],
    ['de', '28. Mai', '28. Dezember 2026'],
    ['es', '28 de mayo', '28 de diciembre de 2026'],
  ])('leave out in %s what two days share', async (tag, sameYear, otherYear) => {
    const words = await loadWords(tag);
    expect(words.dayBefore('2027-05-28', '2027-06-13')).toBe(sameYear);
    expect(words.dayBefore('2026-12-28', '2027-06-13')).toBe(otherYear);
  });

  it('write the first of a month in French, and elide in Italian', async () => {
    const [french, italian] = [await loadWords('fr'), await loadWords('it')];
    expect(french.day('2027-06-01')).toBe('1er juin 2027');
    expect(italian.say('expectedBy', { by: italian.day('2027-06-08') })).toBe(
      "Prevediamo che sia pronto entro l'8 giugno 2027.",
    );
    expect(italian.say('doneOn', { day: italian.day('2027-06-11') })).toBe(
      "pronto dall'11 giugno 2027.",
    );
    expect(italian.say('toldOn', { day: italian.day('2027-06-11') })).toMatch(/^L'11 giugno/);
    expect(italian.say('finished', { title: 'il 8 resta' })).toContain('il 8 resta');
  });

  it('choose the plural', async () => {
    const polish = await loadWords('pl');
    expect([1, 2, 5, 22].map((count) => polish.say('waiting', { title: 'A', count }))).toEqual([
      'A: od 1 dnia',
      'A: od 2 dni',
      'A: od 5 dni',
      'A: od 22 dni',
    ]);
  });

  it('quote and join as the language does', async () => {
    const quote = async (tag: string) => (await loadWords(tag)).quoteAll(['A', 'B', 'C']);
    expect(await quote('en')).toBe('“A”, “B” and “C”');
    expect(await quote('de')).toBe('„A“, „B“ und „C“');
    expect(await quote('fr')).toBe('« A », « B » et « C »');
    expect(await quote('ja')).toBe('「A」、「B」、「C」');
  });

  it.each([
    ['de_AT', '1. Jänner 2027'],
    ['pt-BR', '1 de janeiro de 2027'],
    ['zh-TW', '2027年1月1日'],
    ['xx', '1 January 2027'],
    ['de-!', '1. Januar 2027'],
  ])('take the tag %s', async (tag, day) => {
    expect((await loadWords(tag)).day('2027-01-01')).toBe(day);
  });

  it('write texts of people as they are', async () => {
    const words = await loadWords('de');
    expect(words.say('goal', { title: '{day} $& il 8' })).toContain('„{day} $& il 8“');
  });

  it.each([
    ['de', 'A. B.'],
    ['ja', 'A。B。'],
    ['zh-TW', 'A。B。'],
  ])('put sentences after each other as %s does', async (tag, text) => {
    const words = await loadWords(tag);
    expect(words.paragraph(['A', ' B '].map((one) => words.endSentence(one)))).toBe(text);
    expect(words.endSentence('C?')).toBe('C?');
  });

  it('loads one catalogue a language', async () => {
    const all = await Promise.all(languages.map((one: Language) => loadCatalogue(one)));
    expect(new Set(all).size).toBe(languages.length);
  });
});
