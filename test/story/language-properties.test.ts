import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStory } from '../../src/story/find-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { growthOf, linearGrowth } from '../support/growth.js';
import { checkSpans } from './check-spans.js';

/** What stories of each language are made of; most of what it makes is nonsense. */
const BITS: Readonly<Record<string, string>> = {
  de: 'Als |Als ein |Kunde|Nutzer, der |, möchte ich |will ich | kann ich |nicht |um |zu |damit |, dass |ich |Wenn |Kund:in|Kund*in',
  fr: "En tant que |En tant qu'|Comme |un |l'|client|, je veux |j'aimerais |je ne |pas |pouvoir |afin de |afin d'|pour |que |Quand ",
  es: 'Como |Como un |En calidad de |cliente|, quiero |no |puedo |yo |ver |para |para que |así |Cuando |usuario/a',
  pt: 'Como |Enquanto |um |cliente|, quero |não |posso |gostaria de |eu |ver |para |para que |Quando ',
  nl: 'Als |Als een |klant|, wil ik |ik wil |kan ik |niet |graag |om |te |zodat |ik |Wanneer ',
  it: "Come |Come un'|In qualità di |l'|utente|, voglio |non |posso |vorrei |vedere |per |affinché |Quando ",
  pl: 'Jako |klient|, chcę |nie |mogę |ja |żeby |aby |widzieć |Gdy |który ',
  tr: 'Bir |müşteri | olarak |, |görmek |istiyorum|istemiyorum|yapamıyorum|böylece | için |kazanmak |İ|ki |ken, ',
  ja: 'ユーザー|として|として、|を|見たい|がほしい|ために|ように、|なぜなら|から|できる|できない|とき、|。',
  zh: '作为|作为一名|用户|，|我想|我希望|不想|无法|查看|以便|从而|这样|为了|当|时，|。|吗',
};
const COMMON =
  ', |. |\n|\n\n|- |**|_|<br>|"|“|”|「|」|(|)|（|[role]|…|US-1: |# || |é|😀|e\u0301|\r\n|1. |—|As a |I want | |　';
/** Characters; measured at four times as many too. */
const SIZE = 8_000;
const pick = (text: string) => fc.constantFrom(...text.split('|'));

describe.each(Object.keys(BITS))('near stories in %s', (language) => {
  const bit = fc.oneof({ weight: 3, arbitrary: pick(BITS[language] ?? '') }, pick(COMMON));
  const texts = fc.array(bit, { maxLength: 30 }).map((parts) => parts.join(''));

  it('never throws, and its spans slice back to the parts', () => {
    fc.assert(
      fc.property(texts, (text) => {
        checkSpans(text, parseStory(text));
        checkSpans(text, parseStory(text, { languages: [language] }));
        const found = findStory(text);
        if (found !== null) checkSpans(text, found.reading);
      }),
      { numRuns: 400 },
    );
  });

  it('makes real stories of the bits as well', () => {
    const sample = fc.sample(texts, { numRuns: 3_000, seed: 1 });
    const read = sample.map((text) => parseStory(text, { languages: [language] }));
    expect(read.filter(({ ok, language: tag }) => ok && tag === language).length).toBeGreaterThan(
      1,
    );
  });

  it('grows no faster than a hostile line', () => {
    const bits = BITS[language]?.split('|') ?? [];
    for (const start of bits.slice(0, 4)) {
      for (const bit of bits) {
        for (const read of [parseStory, findStory]) {
          const run = (size: number) => read(start + bit.repeat(size / bit.length));
          expect(growthOf(run, SIZE), JSON.stringify([start, bit])).toBeLessThan(linearGrowth);
        }
      }
    }
  });
});

describe('languages together', () => {
  it.each([
    ['Als Nutzer', ['nl'], 'nl'],
    ['Als Nutzer', [], 'de'],
    ['Como cliente', ['pt-BR'], 'pt'],
    ['As a user', ['de'], 'en'],
    ['As a user, I want keys', ['de', 'ja'], 'en'],
    ['作為顧客，我想要付款', ['zh-Hant'], 'zh'],
    ['Als Kunde möchte ich zahlen', ['en', 'xx'], 'de'],
    ['Hello there', ['fr'], 'en'],
  ])('%s with %j is %s', (text, languages, expected) => {
    expect(parseStory(text, { languages }).language).toBe(expected);
  });

  it('finds each story of a mixed body', () => {
    const find = (body: string) => {
      const found = findStory(body);
      return found && [found.reading.language, body.slice(...found.span)];
    };
    expect(find('# Titel\n\nText.\n\n- Als Gast möchte ich zahlen\n\nMehr.')).toEqual([
      'de',
      'Als Gast möchte ich zahlen',
    ]);
    expect(
      find('**Als** Gast\n\n**möchte ich** zahlen\n\n**damit** es schnell geht\n\n# X'),
    ).toEqual(['de', 'Als** Gast\n\n**möchte ich** zahlen\n\n**damit** es schnell geht']);
    expect(find('遅いです。管理者として、検索したい。')).toEqual([
      'ja',
      '管理者として、検索したい',
    ]);
    expect(find('很慢。作为用户，我想搜索。谢谢')).toEqual(['zh', '作为用户，我想搜索']);
    expect(find('Es lento. Como cliente quiero pagar. Gracias')).toEqual([
      'es',
      'Como cliente quiero pagar',
    ]);
    expect(find('Come on.\n\nPer user limits, I want none.\n\nAlso: als')).toBeNull();
  });
});
