import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Memory } from '../../src/backlog/memory.js';
import { readDocument } from '../../src/item/document.js';
import { type Item, toItem } from '../../src/item/item.js';
import { findWords } from '../../src/ops/items/word-index.js';
import { openCache } from '../../src/store/cache/open-cache.js';
import { openMemory } from '../../src/store/cache/open-memory.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

async function createShop() {
  const shop = await createNewBacklog();
  const hours = await shop.id('add', 'Set my working hours', '-t', 'task');
  const calendar = await shop.id('add', 'Show the calendar', '-t', 'task', '--label', 'café');
  const persona = await shop.id('add', 'Calendar keeper', '-t', 'persona');
  shop.write(
    await shop.pathOf(hours),
    `${await shop.fileOf(hours)}\nNobody looks at the calendar on a Sunday.\n`,
  );
  const find = async (...words: readonly string[]) =>
    (await shop.json<{ id: string }[]>('search', ...words)).map(({ id }) => id);
  return { shop, find, hours, calendar, persona };
}

describe('search', () => {
  it('puts a title before a body, and finds documents of every kind', async () => {
    const { find, hours, calendar, persona } = await createShop();
    const found = await find('calendar');
    expect([...found].sort()).toEqual([hours, calendar, persona].sort());
    expect(found.at(-1)).toBe(hours);
  });

  it('forgives a slip, a missing end, case and accents', async () => {
    const { find, calendar, hours } = await createShop();
    expect(await find('calender')).toContain(calendar);
    expect(await find('calen')).toContain(calendar);
    expect(await find('CAFE')).toEqual([calendar]);
    expect(await find('wroking hours')).toEqual([hours]);
  });

  it('takes all words before any', async () => {
    const { find, hours, calendar } = await createShop();
    expect(await find('calendar', 'sunday')).toEqual([hours]);
    expect(await find('sunday', 'café')).toEqual(expect.arrayContaining([hours, calendar]));
  });

  it('looks among what a query asks for', async () => {
    const { shop, find, persona, hours } = await createShop();
    expect(await find('calendar', 'type:persona')).toEqual([persona]);
    expect(await find('calendar type:task -label:café')).toEqual([hours]);
    const { code, stderr } = await shop.run(['search', 'calendar', 'statsu:ready']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean status?');
  });

  it('shows the line that has a word with other accents', async () => {
    const { shop, hours } = await createShop();
    shop.write(await shop.pathOf(hours), `${await shop.fileOf(hours)}\nWir öffnen ÜBERALL.\n`);
    expect(await shop.ok('search', 'uberall')).toContain('Wir öffnen ÜBERALL.');
  });

  it.each([
    ['認証システムを使う', ['認証', 'システム', 'テム', '使', '認証システム', 'を使う']],
    ['用户登录后查看日历', ['登录', '日历', '查', '用户登录']],
    ['ค้นหาการประชุมทั้งหมด', ['ประชุม', 'ค้นหา', 'ทั้งหมด']],
    ['간편결제를 켠다', ['결제', '간편', '켠다']],
    ['iPhone認証2段階', ['iphone', '認証', '段階']],
    ['ガスを止める', ['ガス', '止める']],
  ])('finds parts of a text without blanks: %s', async (title, parts) => {
    const shop = await createNewBacklog();
    const id = await shop.id('add', title, '-t', 'task');
    const other = await shop.id('add', '証認・历日 other things', '-t', 'task');
    for (const part of parts) {
      const found = await shop.json<{ id: string }[]>('search', part);
      expect([part, found.map((one) => one.id)]).toEqual([part, [id]]);
    }
    expect(await shop.ok('search', parts[0] ?? '')).toContain(title);
    expect((await shop.json<{ id: string }[]>('search', 'things')).map((one) => one.id)).toEqual([
      other,
    ]);
  });

  it('shows the line that has the words', async () => {
    const { shop, hours } = await createShop();
    expect(await shop.ok('search', 'sunday')).toBe(
      `${hours}\tdraft\tSet my working hours\tNobody looks at the calendar on a Sunday.\n`,
    );
  });

  it('wants a word, says how many more there are, and tells scripts of none', async () => {
    const { shop } = await createShop();
    expect((await shop.run(['search', 'type:task'])).stderr).toContain('give words to search for');
    expect((await shop.run(['search', 'calendar', '--limit', '1'])).stderr).toBe(
      '2 more: --limit 3\n',
    );
    expect((await shop.run(['search', 'xyzzyx', '--exit-code'])).code).toBe(1);
  });
});

describe('the index of words', () => {
  const words = ['apple', 'banana', 'cherry', 'damson', 'elder'];

  function item(number: number, word: string): Item {
    const text = `---\nid: ST-${number}\ntitle: Item\n---\nabout ${word} number${number}\n`;
    const document = readDocument(`items/ST-${number}.md`, text);
    if (!document.ok) throw new Error('unreadable');
    return toItem(document.value);
  }

  const items = (shift: number) =>
    Array.from({ length: 600 }, (_, n) => item(n, words[(n + shift) % words.length] ?? ''));

  function openCountingMemory() {
    const { dir } = createSandbox();
    mkdirSync(join(dir, 'cache'));
    const memory = openMemory(openCache(join(dir, 'cache', 'a.cache')));
    let keeps = 0;
    const counting: Memory = {
      ...memory,
      keep(name, value) {
        keeps += 1;
        memory.keep(name, value);
      },
    };
    return { counting, keeps: () => keeps };
  }

  function idsOf(list: readonly Item[], memory: Memory, query: string): readonly string[] {
    return findWords(list, query, memory)
      .map((hit) => hit.item.id)
      .sort();
  }

  it('kept or made anew, finds the same after edits, additions and deletions', () => {
    const { counting, keeps } = openCountingMemory();
    const forgetful = openMemory(null);
    const steps = [
      items(0),
      items(0),
      [...items(0).slice(2, 598), item(1, 'fig'), item(700, 'fig')],
      items(1),
      items(1).slice(0, 520),
    ];
    for (const list of steps) {
      for (const query of ['apple', 'bananna', 'fig', 'number700', 'cherry number3']) {
        expect(idsOf(list, counting, query)).toEqual(idsOf(list, forgetful, query));
      }
    }
    // Once at first; for all that changed in the fourth step; for what went in the fifth.
    expect(keeps()).toBe(3);
  });

  it('kept, finds the same by the same scores for any words', () => {
    const word = fc.stringMatching(/^[ab]{1,7}$/);
    const stem = fc.constantFrom('banana', 'bananas', 'banane', 'café', 'CAFES', 'kafka', 'ab-ba');
    const texts = fc.array(fc.oneof(word, stem), { minLength: 12, maxLength: 12 });
    const queries = fc.array(fc.oneof(word, stem, fc.constant('caf')), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(texts, texts, queries, (before, after, asked) => {
        const list = (all: readonly string[], from: number) =>
          Array.from({ length: 520 }, (_, n) => item(n, n < from ? '' : (all[n % 12] ?? '')));
        const { counting, keeps } = openCountingMemory();
        const first = list(before, 0);
        findWords(first, 'any', counting);
        // A few edits, too few to keep the index anew.
        const edited = [...first];
        edited.splice(300, 5, ...list(after, 0).slice(300, 305));
        const query = asked.join(' ');
        const spell = (found: readonly Item[], memory: Memory, digits: number) =>
          findWords(found, query, memory)
            .map(({ item, score, terms }) => {
              return `${item.id} ${score.toFixed(digits)} ${[...terms].sort()}`;
            })
            .sort();
        expect(spell(first, counting, 12)).toEqual(spell(first, openMemory(null), 12));
        // Averages that are brought up to date are rounded otherwise than new ones.
        expect(spell(edited, counting, 6)).toEqual(spell(edited, openMemory(null), 6));
        expect(keeps()).toBe(1);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps none for few items', () => {
    const { counting, keeps } = openCountingMemory();
    expect(idsOf(items(0).slice(0, 20), counting, 'apple')).toHaveLength(4);
    expect(keeps()).toBe(0);
  });
});
