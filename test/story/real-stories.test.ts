import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatStory } from '../../src/story/format-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { splitStoryLines } from '../../src/story/story-lines.js';
import { storyTitle } from '../../src/story/story-title.js';

/** Eight real backlogs (CC BY 4.0) that stay outside the repository. */
const folder = fileURLToPath(new URL('../../../shared/data/stories/', import.meta.url));
const isMissing = !existsSync(folder);

/** By file: line from 1, start and end of the role in that line. Labelled by reading. */
type Labels = Readonly<Record<string, readonly (readonly [number, number, number])[]>>;
const labels = JSON.parse(
  readFileSync(new URL('../fixtures/story/role-labels.json', import.meta.url), 'utf8'),
) as Labels;

const stories: Readonly<Record<string, number>> = {
  'g04-recycling.txt': 51,
  'g08-frictionless.txt': 66,
  'g12-camperplus.txt': 55,
  'g13-planningpoker.txt': 53,
  'g14-datahub.txt': 67,
  'g19-alfred.txt': 138,
  'g24-unibath.txt': 53,
  'g28-zooniverse.txt': 60,
};
const readLines = (file: string) => splitStoryLines(readFileSync(folder + file, 'utf8'));

it('has 200 labels over all the backlogs', () => {
  expect(Object.keys(labels)).toEqual(Object.keys(stories));
  expect(Object.values(labels).flat()).toHaveLength(200);
});

describe.skipIf(isMissing)('real backlogs in ../shared/data/stories (skipped when absent)', () => {
  it.each(Object.entries(stories))('%s holds %i stories, all read', (file, count) => {
    const lines = readLines(file);
    expect(lines).toHaveLength(count);
    const unread = lines.filter(({ text }) => !parseStory(text).ok).map(({ line }) => line);
    expect(unread).toEqual([]);
  });

  it('finds the labelled role of at least 198 of 200 lines, to the character', () => {
    const wrong: string[] = [];
    for (const [file, rows] of Object.entries(labels)) {
      const lines = new Map(readLines(file).map(({ line, text }) => [line, text]));
      for (const [line, start, end] of rows) {
        const { role } = parseStory(lines.get(line) ?? '').spans;
        if (role?.[0] !== start || role[1] !== end) wrong.push(`${file}:${line}`);
      }
    }
    expect(wrong.length, wrong.join(' ')).toBeLessThanOrEqual(2);
  });

  it('writes every story so that it reads the same, and titles it', () => {
    const plain = (part: string | null) => part?.replace(/\s+/g, ' ') ?? null;
    for (const file of Object.keys(stories)) {
      for (const { text } of readLines(file)) {
        const { role, want, benefit } = parseStory(text);
        const again = parseStory(formatStory({ role, want, benefit }));
        expect([again.role, again.want, again.benefit]).toEqual([
          role,
          plain(want),
          plain(benefit),
        ]);
        const title = storyTitle({ want });
        expect(title).toMatch(/^[\p{Lu}\p{N}]|^\p{Ll}+\p{Lu}/u);
        expect(title.length).toBeLessThanOrEqual(72);
      }
    }
  });
});
