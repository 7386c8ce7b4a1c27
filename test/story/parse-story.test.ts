import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStory } from '../../src/story/parse-story.js';

interface Labelled {
  readonly text: string;
  readonly role: string | null;
  readonly want: string;
  readonly benefit: string | null;
}

const fixtures = new URL('../fixtures/story/', import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as T;

describe('forms people write', () => {
  it.each(read<Labelled[]>('stories.json'))('$text', ({ text, role, want, benefit }) => {
    const reading = parseStory(text);
    expect(reading.reason).toBeNull();
    expect({ role: reading.role, want: reading.want, benefit: reading.benefit }).toEqual({
      role,
      want,
      benefit,
    });
  });
});

describe('what is no story', () => {
  it.each(read<string[]>('non-stories.json'))('%s', (text) => {
    const reading = parseStory(text);
    expect(reading.ok).toBe(false);
    expect(reading.reason).toMatch(/\w/);
    const [start, end] = reading.defect?.span ?? [-1, -1];
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  });

  it.each([
    ['As a user', 'no-want'],
    ['As a user, so that I can shop', 'no-want'],
    ['As a user, I want, so that I can shop', 'no-want'],
    ['As a user, when I click save, I get a 500 error', 'no-want'],
    ["As a user I can't log in", 'no-want'],
    ['As a, I want to log in', 'no-role'],
    ['I want to log in so that I can shop', 'no-role'],
    ['In order to shop, I want to log in', 'no-role'],
    ['When I am late, I want to be told', 'no-role'],
    ['As a [persona], I want to log in', 'placeholder'],
    ['As a user, I want to {{action}}', 'placeholder'],
    ['As a user, I want to log in so that ____', 'placeholder'],
    ['As you can see, I want to log in', 'not-a-story'],
    ['As the cluster seems fine, we should upgrade', 'not-a-story'],
    ['As a user, I can delete my account, right?', 'not-a-story'],
    ['fix: log in', 'not-a-story'],
    ['', 'not-a-story'],
  ])('says why: %s is %s', (text, kind) => {
    expect(parseStory(text).defect?.kind).toBe(kind);
  });

  it('keeps the parts it found', () => {
    const reading = parseStory('As a host, so that I can rest');
    expect(reading).toMatchObject({ ok: false, role: 'host', want: null, benefit: 'I can rest' });
    expect(reading.reason).toBe('no want: say "I want …"');
  });
});

describe('formats and conditions', () => {
  it.each([
    ['As a host, I want keys', 'connextra'],
    ['In order to open, as a host, I want keys', 'feature-injection'],
    ['When I am out, I want to lock up, so I can rest', 'job-story'],
  ])('%s', (text, format) => {
    expect(parseStory(text).format).toBe(format);
  });

  it.each([
    ['As a host, when a guest comes, I want a bell', 'when a guest comes'],
    ['As a host if I can hear it I want a bell', 'if I can hear it'],
    ['As a host, on the first page, I want a bell', 'on the first page'],
    ['When I am out, I want to lock up, so I can rest', 'When I am out'],
  ])('%s', (text, condition) => {
    const { spans } = parseStory(text);
    expect(spans.condition && text.slice(...spans.condition)).toBe(condition);
  });
});
