import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standaloneSubjects } from '../../src/check/read-subjects.js';
import expected from '../fixtures/story/documents/stories.json' with { type: 'json' };

/** What each document of the folder tells: role, want and benefit of its stories, in order. */
describe('the stories of a Markdown document are all found, and nothing else is', () => {
  it.each(Object.entries(expected))('%s', (name, stories) => {
    const path = `${name}.md`;
    const text = readFileSync(
      new URL(`../fixtures/story/documents/${path}`, import.meta.url),
      'utf8',
    );
    const oneLine = (part: string | null) => part?.replace(/\s+/g, ' ') ?? null;
    const found = standaloneSubjects([{ path, text }]).flatMap(({ stories: all }) =>
      all.map(({ reading }) =>
        reading.ok ? [reading.role, reading.want, reading.benefit].map(oneLine) : reading.reason,
      ),
    );
    expect(found).toEqual(stories);
  });
});
