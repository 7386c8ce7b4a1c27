import { describe, expect, it } from 'vitest';
import { languageOfTag, noteUnknownLanguage } from '../../src/language/tags.js';
import { createNewBacklog } from '../support/new-backlog.js';

describe('languageOfTag', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['pt-BR', 'pt'],
    ['zh-TW', 'zh'],
    ['zh-Hant-HK', 'zh'],
    ['english', null],
    ['xx', null],
    ['deu', null],
    ['', null],
  ])('%s is %s', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
    expect(noteUnknownLanguage(tag) === null).toBe(language !== null);
  });
});

describe('a language that is not known', () => {
  const note = /^note: language: sv .*\(en, de, .*\), so .* in English$/m;

  it('is reported when it is set, and by check', async () => {
    const backlog = await createNewBacklog();
    const set = await backlog.run(['config', 'set', 'language', 'sv']);
    expect([set.code, set.stderr]).toEqual([0, expect.stringMatching(note)]);
    const checked = await backlog.run(['check']);
    expect([checked.code, checked.stderr.match(/^note: language/gm)]).toEqual([
      0,
      ['note: language'],
    ]);
    const id = await backlog.id('add', '--as', 'guest', '--want', 'pay');
    expect(await backlog.fileOf(id)).toContain('As a guest, I want to pay.');
  });

  it('says nothing of one that is', async () => {
    const backlog = await createNewBacklog();
    const { stderr } = await backlog.run(['config', 'set', 'language', 'de-CH']);
    expect(stderr).not.toContain('note:');
    expect((await backlog.run(['check'])).stderr).not.toContain('language');
  });
});
