import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findStory } from '../../src/story/find-story.js';
import { formatStory } from '../../src/story/format-story.js';
import { parseStory } from '../../src/story/parse-story.js';
import { storyTitle } from '../../src/story/story-title.js';
import { checkSpans } from './check-spans.js';

const pick = (text: string) => fc.constantFrom(...text.split('|'));

/** Bits a story is made of, in any order: most results are nonsense, many nearly a story. */
const bits = pick(
  "As a |as an |As the |As |a |user|admin|, |. |\n|\n\n|- |I want |I want to |we need |I'd like to |" +
    'I can\'t |when I |see it|a page|so that |so I can |because |in order to |**|_|`|<br>|\\|"|“|”|' +
    '(|)|[x] |[role]|{{x}}|____|…|#12 |US-1: |# |> ||é|😀|\u0301|\r\n|1. |you |is |—|which |I |i/o |\t',
);
const nearStories = fc.array(bits, { maxLength: 40 }).map((parts) => parts.join(''));
const texts = fc.oneof(nearStories, fc.string({ unit: 'binary', maxLength: 300 }), fc.string());

const roles = pick(
  'user|admin|hour keeper|HR manager|camp counsellor|one-time visitor|UX designer|SQL expert|' +
    'honest broker|European citizen|buyer/seller|member (paid or free)|admin, manager or owner|' +
    'someone who rides|users|8-bit collector|unit tester|umpire|MRI technician|person who is blind',
);
const wants = pick(
  'see my orders|a blue page|HDF5 integration|not lose my work|be able to log in|the app to work|' +
    'easily find a seat|dark mode|export users, orders and bills|frobnicate the widgets|' +
    "don't want to see ads|should not see drafts|see what I paid in 2024|my bills to be short|re-open a case",
);
const benefits = fc.option(
  pick(
    'I can shop|we save time|my team knows what to do|save time|the kitchen is calm|it works|reduce cost',
  ),
);

it('never throws, and its spans slice back to the parts', () => {
  fc.assert(
    fc.property(texts, (text) => {
      checkSpans(text, parseStory(text));
      const found = findStory(text);
      if (found !== null) checkSpans(text, found.reading);
    }),
    { numRuns: 3_000, examples: [['As a 😀\n\nAs a ']] },
  );
});

it('makes real stories of the bits as well', () => {
  // Guards the property above against bits that never form a story.
  const sample = fc.sample(nearStories, { numRuns: 4_000, seed: 1 });
  expect(sample.filter((text) => parseStory(text).ok).length).toBeGreaterThan(5);
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(roles, wants, benefits, (role, want, benefit) => {
      const reading = parseStory(formatStory({ role, want, benefit }));
      expect(reading).toMatchObject({ ok: true, role, want, benefit });
    }),
    { numRuns: 1_000 },
  );
});

it('ignores layout: a story reads the same on one line and on three', () => {
  fc.assert(
    fc.property(roles, wants, pick('\n|\r\n|  \n|<br>|\\\n|\n- |\n> |\n\n'), (role, want, line) => {
      const text = `As a ${role}${line}I want ${want}${line}So that it works`;
      expect(parseStory(text)).toMatchObject({ ok: true, role, want, benefit: 'it works' });
    }),
  );
});

it('titles anything within 72 characters', () => {
  fc.assert(
    fc.property(fc.oneof(texts, wants), (want) => {
      const title = storyTitle({ want });
      expect(title.length).toBeLessThanOrEqual(72);
      expect(title).toBe(title.trim());
      expect(title).not.toMatch(/[\n\r]/);
    }),
  );
});
