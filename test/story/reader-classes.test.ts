import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStory } from '../../src/story/parse-story.js';
import { readMarked } from '../support/marked-story.js';

/**
 * Tables of what the reader is easily wrong about: roles with something behind their noun, nouns
 * that are verbs of wanting, duties, verbs of speech, and "as" in prose.
 */
const folder = new URL('../fixtures/story/', import.meta.url);
const readLines = (name: string) =>
  readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

describe.each(['en', 'others'])('stories and prose: %s', (name) => {
  const stories = readLines(`classes/stories-${name}.txt`);
  const prose = readLines(`classes/prose-${name}.txt`);

  it('has enough of both', () => {
    expect(stories.length).toBeGreaterThan(170);
    expect(prose.length).toBeGreaterThan(120);
  });

  it.each(stories)('%s', (line) => {
    const { text, spans } = readMarked(line);
    const reading = parseStory(text);
    expect(reading.reason).toBeNull();
    expect(reading.spans).toMatchObject(spans);
  });

  it.each(prose)('no story: %s', (text) => {
    expect(parseStory(text).ok).toBe(false);
  });
});

/** A frame with `{}`, phrases that are wants in it, and phrases that are talk to the reader. */
function readVerbs(file: string) {
  const text = readFileSync(new URL(`verbs/${file}`, folder), 'utf8');
  const [frame = '', wants = '', talk = ''] = text.split(/^# .*\n/m).slice(1);
  const fill = (part: string) =>
    part
      .trim()
      .split('\n')
      .map((phrase) => frame.trim().replace('{}', phrase));
  return { wants: fill(wants), talk: fill(talk) };
}

const files = readdirSync(new URL('verbs/', folder));

it('has a table of verbs for each of the eleven languages', () => {
  expect(files.map((file) => file.slice(0, 2)).sort()).toEqual([
    'de',
    'en',
    'es',
    'fr',
    'it',
    'ja',
    'nl',
    'pl',
    'pt',
    'tr',
    'zh',
  ]);
});

describe.each(files)('everyday verbs: %s', (file) => {
  const { wants, talk } = readVerbs(file);

  it('has at least 40 wants and 10 sentences of talk', () => {
    expect(wants.length).toBeGreaterThanOrEqual(40);
    expect(talk.length).toBeGreaterThanOrEqual(10);
  });

  it.each(wants)('%s', (text) => {
    const reading = parseStory(text);
    expect([reading.reason, reading.language]).toEqual([null, file.slice(0, 2)]);
  });

  it.each(talk)('talk: %s', (text) => {
    expect(parseStory(text).ok).toBe(false);
  });
});

describe.each([
  'have to',
  "'ve got to",
  'must',
  'can',
  'could',
  'should',
  'may',
  'ought to',
  'get to',
  'am able to',
  "'m allowed to",
  'need to be able to',
  "'d love to",
])('I %s', (modal) => {
  it('says a want with every everyday verb', () => {
    const said = modal.startsWith("'") ? `I${modal}` : `I ${modal}`;
    const texts = readVerbs('en.txt').wants.map((text) => text.replace('I want to', said));
    const typographic = texts.map((text) => text.replaceAll("'", '’'));
    const unread = [...texts, ...typographic].filter((text) => !parseStory(text).ok);
    expect(unread).toEqual([]);
  });
});
