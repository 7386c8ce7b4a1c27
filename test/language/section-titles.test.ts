import { describe, expect, it } from 'vitest';
import { findSection } from '../../src/item/sections.js';
import {
  isTitled,
  mayHaveSection,
  sectionTitle,
  translateTitle,
} from '../../src/language/section-titles.js';
import { languages } from '../../src/language/tags.js';

const keys = [
  'criteria',
  'questions',
  'answer',
  'goal',
  'review',
  'retrospective',
  'value',
  'metrics',
] as const;

describe.each(languages)('the headings in %s', (language) => {
  it.each(keys)('%s is there, and found by its name in any language', (key) => {
    const title = sectionTitle(key, language);
    expect(title).not.toBe('');
    const body = `Text\n\n## ${title.toUpperCase()}\n\nWords\n`;
    expect(mayHaveSection(body, key)).toBe(true);
    for (const other of languages) {
      expect(findSection(body, sectionTitle(key, other))?.heading.text).toBe(title.toUpperCase());
    }
  });
});

describe('a heading', () => {
  it('has one meaning in all languages', () => {
    const meanings = keys.flatMap((key) => {
      const names = new Set(languages.map((language) => sectionTitle(key, language).toLowerCase()));
      return [...names];
    });
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it('is translated where it is one of these, and else stays', () => {
    expect(translateTitle('success metrics', 'de-AT')).toBe('Erfolgskennzahlen');
    expect(translateTitle('Erfolgskennzahlen', 'xx')).toBe('Success metrics');
    expect(translateTitle('Budget', 'de')).toBe('Budget');
    expect(isTitled('budget', 'Budget')).toBe(true);
    expect(isTitled('Antwort', 'Answers')).toBe(false);
  });
});
