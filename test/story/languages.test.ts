import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStory } from '../../src/story/parse-story.js';
import { type MarkedStory, readMarked } from '../support/marked-story.js';

const folder = new URL('../fixtures/story/languages/', import.meta.url);

function readFixture(language: string) {
  const content = readFileSync(new URL(`${language}.txt`, folder), 'utf8');
  const [stories = '', prose = ''] = content.replace('# stories\n', '').split('# prose\n');
  const lines = (part: string) => part.split('\n').filter((line) => line.trim() !== '');
  return { stories: lines(stories).map(readMarked), prose: lines(prose) };
}

const languages = readdirSync(folder).map((name) => name.replace('.txt', ''));

it('has fixtures for ten languages beside English', () => {
  expect(languages).toEqual(['de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'tr', 'zh']);
});

describe.each(languages)('%s', (language) => {
  const { stories, prose } = readFixture(language);

  it('has enough of both', () => {
    expect(stories.length).toBeGreaterThanOrEqual(25);
    expect(prose.length).toBeGreaterThanOrEqual(15);
  });

  it.each(stories)('$text', ({ text, spans }) => {
    const reading = parseStory(text);
    const { condition: _, ...found } = reading.spans;
    const slice = (part: MarkedStory['spans']) =>
      Object.fromEntries(Object.entries(part).map(([name, span]) => [name, text.slice(...span)]));
    expect([reading.reason, slice(found)]).toEqual([null, slice(spans)]);
    expect(found).toEqual(spans);
    expect(reading.language).toBe(language);
  });

  it.each(prose)('no story: %s', (text) => {
    for (const languages of [[], [language]]) {
      const reading = parseStory(text, { languages });
      expect(reading.ok).toBe(false);
      expect(reading.reason).toMatch(/\w/);
      const [start, end] = reading.defect?.span ?? [-1, -1];
      expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }
  });
});
