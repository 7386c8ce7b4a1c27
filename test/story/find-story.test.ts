import { describe, expect, it } from 'vitest';
import { findStory } from '../../src/story/find-story.js';

const find = (body: string) => {
  const found = findStory(body);
  return found && body.slice(...found.span);
};

describe('findStory', () => {
  it.each([
    [
      'first paragraph',
      'As a host, I want keys.\n\n## Criteria\n\n- so that I know',
      'As a host, I want keys',
    ],
    [
      'below a title',
      '# Keys\n\nAbout keys.\n\n## Story\n\nAs a host, I want keys',
      'As a host, I want keys',
    ],
    ['as a heading', '# As a host, I want keys\n\nText', 'As a host, I want keys'],
    ['with a label', '**User story**\n\nUS-1: As a host, I want keys', 'As a host, I want keys'],
    [
      'in a list',
      '- As a host, I want keys\n- As a guest, I want towels',
      'As a host, I want keys',
    ],
    [
      'in a table',
      '| Who | What |\n|---|---|\n| As a host | I want keys |',
      'As a host | I want keys',
    ],
    ['inside a paragraph', 'It is slow. As a host, I want keys. Thanks', 'As a host, I want keys'],
    ['on a later line', 'Hello,\nAs a host, I want keys.\nThanks', 'As a host, I want keys'],
    ['with CRLF', 'Text.\r\n\r\nAs a host,\r\nI want keys.\r\n', 'As a host,\r\nI want keys'],
    [
      'after code',
      '```\nAs a user, I want code\n```\n\nAs a host, I want keys',
      'As a host, I want keys',
    ],
    ['after open code', '~~~js\nAs a user, I want code\n```\n', null],
    [
      'after a comment',
      '<!-- As a [role], I want -->\nAs a host, I want keys',
      'As a host, I want keys',
    ],
    [
      'after a long comment',
      '<!--\nAs a cat, I want x\n-->\nAs a host, I want keys',
      'As a host, I want keys',
    ],
    [
      'after prose with As',
      'As you can see, we wait.\n\nAs a host, I want keys',
      'As a host, I want keys',
    ],
    [
      'after a failed attempt',
      'As a [role], I want x\n\nAs a host, I want keys',
      'As a host, I want keys',
    ],
    [
      'a job story',
      'When I am out, I want keys, so I can rest.\n',
      'When I am out, I want keys, so I can rest',
    ],
    ['prose only', 'As you can see, it fails.\n\nWe should fix it.', null],
    ['scenarios only', 'Given a host\nWhen they come\nThen a bell rings', null],
    ['nothing', '', null],
  ])('%s', (_, body, expected) => {
    expect(find(body)).toBe(expected);
  });

  it('joins clauses in paragraphs of their own, up to a heading', () => {
    const body = '**As a** host\n\n**I want** keys\n\n**So that** I can open\n\nMore.';
    expect(findStory(body)?.reading).toMatchObject({
      ok: true,
      role: 'host',
      want: 'keys',
      benefit: 'I can open',
    });
    const headed = findStory('As a host, I want keys\n\n## Why\n\nso that I can open');
    expect(headed?.reading.benefit).toBeNull();
  });

  it('counts offsets from the beginning of the body', () => {
    const body = 'Intro.\n\n- **As a** host, I want keys, so that I can open';
    const spans = findStory(body)?.reading.spans;
    expect(spans?.role && body.slice(...spans.role)).toBe('host');
    expect(spans?.want && body.slice(...spans.want)).toBe('keys');
    expect(spans?.benefit && body.slice(...spans.benefit)).toBe('I can open');
  });

  it('gives the first attempt, with its defect in the body, when no story is well formed', () => {
    const body = 'Intro.\n\nAs a [persona], I want keys\n';
    const found = findStory(body);
    expect(found?.reading.ok).toBe(false);
    const { defect } = found?.reading ?? {};
    expect(defect?.kind).toBe('placeholder');
    expect(defect && body.slice(...defect.span)).toContain('persona');
  });
});
