import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatStory } from '../../src/story/format-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { storyTitle } from '../../src/story/story-title.js';
import { displayWidth } from '../../src/text/display-width.js';

const folder = new URL('../fixtures/story/languages/', import.meta.url);
const languages = readdirSync(folder).map((name) => name.replace('.txt', ''));

const storiesOf = (language: string) =>
  (readFileSync(new URL(`${language}.txt`, folder), 'utf8').split('# prose')[0] ?? '')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.replace(/[⟪⟫⟦⟧⟨⟩]/g, '').replaceAll('\\n', '\n'));

const parts = (text: string, language: string) => {
  const { role, want, benefit } = parseStory(text, { languages: [language] });
  return { role, want, benefit };
};

describe.each(languages)('formatStory and storyTitle in %s', (language) => {
  it.each(storiesOf(language))('%s', (text) => {
    const read = parts(text, language);
    const title = storyTitle({ want: read.want, language });
    expect(title).toMatch(/^[\p{Lu}\p{N}\p{Lo}]/u);
    expect(displayWidth(title)).toBeLessThanOrEqual(72);
    if (read.role === null) return;
    const written = formatStory(read, language);
    const again = parts(written, language);
    const lower = (part: string | null) => part?.toLowerCase() ?? null;
    expect([lower(again.role), lower(again.want), lower(again.benefit), written]).toEqual([
      lower(read.role),
      lower(read.want),
      lower(read.benefit),
      written,
    ]);
    expect(formatStory(again, language)).toBe(written);
  });
});

describe('usual sentences', () => {
  it.each([
    [
      'de',
      'Kunde',
      'Rechnungen sehen',
      'ich zahle',
      'Als Kunde möchte ich Rechnungen sehen, damit ich zahle.',
    ],
    [
      'de',
      'ein Kunde',
      'dass es klappt',
      'Zeit zu sparen',
      'Als Kunde möchte ich, dass es klappt, um Zeit zu sparen.',
    ],
    [
      'fr',
      'utilisateur',
      'payer',
      'gagner du temps',
      "En tant qu'utilisateur, je veux payer, afin de gagner du temps.",
    ],
    [
      'fr',
      'un client',
      'payer',
      "il n'attende pas",
      "En tant que client, je veux payer, afin qu'il n'attende pas.",
    ],
    ['es', 'una clienta', 'pagar', 'ahorrar', 'Como clienta, quiero pagar, para ahorrar.'],
    [
      'es',
      'cliente',
      'pagar',
      'nadie espere',
      'Como cliente, quiero pagar, para que nadie espere.',
    ],
    [
      'pt-BR',
      'usuário',
      'pagar',
      'ninguém espere',
      'Como usuário, quero pagar, para que ninguém espere.',
    ],
    ['it', 'utente', 'pagare', 'risparmiare', 'Come utente, voglio pagare, per risparmiare.'],
    [
      'nl',
      'een klant',
      'betalen',
      'tijd te besparen',
      'Als klant wil ik betalen, om tijd te besparen.',
    ],
    ['nl', 'klant', 'betalen', 'ik klaar ben', 'Als klant wil ik betalen, zodat ik klaar ben.'],
    ['pl', 'klient', 'płacić', 'oszczędzić czas', 'Jako klient chcę płacić, aby oszczędzić czas.'],
    [
      'tr',
      'müşteri',
      'ödemek',
      'zaman kazanırım',
      'Bir müşteri olarak ödemek istiyorum, böylece zaman kazanırım.',
    ],
    [
      'tr',
      'müşteri',
      'ödemek',
      'zaman kazanmak',
      'Bir müşteri olarak, zaman kazanmak için ödemek istiyorum.',
    ],
    [
      'ja',
      '顧客',
      '支払いたい',
      '時間を節約する',
      '顧客として、時間を節約するために、支払いたい。',
    ],
    ['ja', '顧客', '領収書', null, '顧客として、領収書がほしい。'],
    ['zh', '用户', '付款', '节省时间', '作为用户，我想要付款，以便节省时间。'],
    ['zh', '顧客', '儲存地址', null, '作為顧客，我想要儲存地址。'],
    ['zh-TW', '店主', '付款', null, '作為店主，我想要付款。'],
    ['xx', 'user', 'to pay', null, 'As a user, I want to pay.'],
  ])('%s: %s, %s, %s', (language, role, want, benefit, expected) => {
    expect(formatStory({ role, want, benefit }, language)).toBe(expected);
  });

  it.each([
    ['de', 'dass der Korb bleibt', 'Der Korb bleibt'],
    ['fr', "pouvoir m'inscrire", "M'inscrire"],
    ['es', 'poder pagar', 'Pagar'],
    ['pt', 'que funcione', 'Funcione'],
    ['it', 'poter pagare', 'Pagare'],
    ['nl', 'kunnen inloggen', 'Inloggen'],
    ['pl', 'móc zapłacić', 'Zapłacić'],
    ['tr', 'izinleri görmek', 'İzinleri görmek'],
    ['ja', '注文履歴を見たい', '注文履歴を見たい'],
    ['zh', '能够删除用户，', '删除用户'],
    ['ja', 'あ'.repeat(60), 'あ'.repeat(36)],
  ])('title in %s: %s', (language, want, title) => {
    expect(storyTitle({ want, language })).toBe(title);
  });
});
