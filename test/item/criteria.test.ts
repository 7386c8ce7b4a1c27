import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCriteria,
  readCriteria,
  removeCriteria,
  tickCriterion,
} from '../../src/item/criteria.js';

const BODY = `As a planner, I want hours.

- not a criterion

## Acceptance Criteria:

Some words first.

- [ ] Given a room, when it is free,
      then it is green
- [x] Second
* third without a box

### Edge cases

1. First numbered
   - nested

   more of it
2) [X] Second numbered
- [ ]
- [ ] <!-- write one -->

\`\`\`
- [ ] in code
\`\`\`
<!--
- [ ] in a comment
-->
---

## Notes

- [ ] not one either
`;

function textsOf(body: string): string[] {
  return readCriteria(body).items.map(({ text, done }) => `${done ? 'x' : ' '} ${text}`);
}

describe('reading', () => {
  test('takes items of any list in the section', () => {
    expect(textsOf(BODY)).toEqual([
      '  Given a room, when it is free,\nthen it is green',
      'x Second',
      '  third without a box',
      '  First numbered\n- nested\n\nmore of it',
      'x Second numbered',
    ]);
  });

  test('spans hold the lines and the checkbox', () => {
    const { items, section } = readCriteria(BODY);
    expect(items.map(({ span }) => BODY.slice(...span))[0]).toBe(
      '- [ ] Given a room, when it is free,\n      then it is green',
    );
    expect(items.map(({ checkSpan }) => checkSpan && BODY.slice(...checkSpan))).toEqual([
      '[ ]',
      '[x]',
      null,
      null,
      '[X]',
    ]);
    expect(BODY.slice(...(section as [number, number]))).toMatch(
      /^## Acceptance Criteria:\n[\s\S]*---\n\n$/,
    );
  });

  test('without the heading there are none', () => {
    expect(readCriteria('- [ ] a\n')).toEqual({ items: [], section: null });
  });

  test('text right below an item goes on with it, text after a blank line does not', () => {
    expect(textsOf('# acceptance criteria\n- a\nb\n\nc\n- d')).toEqual(['  a\nb', '  d']);
  });
});

describe('ticking', () => {
  test('changes the box alone', () => {
    expect(tickCriterion(BODY, 0, true)).toBe(BODY.replace('[ ] Given', '[x] Given'));
    expect(tickCriterion(BODY, 1, false)).toBe(BODY.replace('[x] Second', '[ ] Second'));
    expect(tickCriterion(BODY, 4, true)).toBe(BODY);
  });

  test('adds a box where there is none', () => {
    expect(tickCriterion(BODY, 2, true)).toBe(BODY.replace('* third', '* [x] third'));
    expect(tickCriterion(BODY, 2, false)).toBe(BODY);
    expect(tickCriterion(BODY, 99, true)).toBe(BODY);
  });
});

describe('adding', () => {
  const rows: readonly [what: string, before: string, after: string][] = [
    [
      'after the last',
      '## Acceptance criteria\n\n- [ ] a\n  b\n\n## Notes\n',
      '## Acceptance criteria\n\n- [ ] a\n  b\n- [ ] new\n  line\n\n## Notes\n',
    ],
    [
      'with the list’s marker',
      '# Acceptance criteria\n* a\n',
      '# Acceptance criteria\n* a\n* new\n  line\n',
    ],
    [
      'with the next number',
      '# Acceptance criteria\n 9. [ ] a',
      '# Acceptance criteria\n 9. [ ] a\n 10. [ ] new\n     line',
    ],
    [
      'to an empty section',
      '## Acceptance criteria\n\n## Notes\n',
      '## Acceptance criteria\n\n- [ ] new\n  line\n\n## Notes\n',
    ],
    [
      'to an empty section at the end',
      '## Acceptance criteria',
      '## Acceptance criteria\n\n- [ ] new\n  line\n',
    ],
    [
      'to a body without section',
      'Text\n',
      'Text\n\n## Acceptance criteria\n\n- [ ] new\n  line\n',
    ],
    ['to a body without line end', 'Text', 'Text\n\n## Acceptance criteria\n\n- [ ] new\n  line'],
    ['to nothing', '', '## Acceptance criteria\n\n- [ ] new\n  line\n'],
    [
      'in CRLF',
      'Text\r\n\r\n## Acceptance criteria\r\n- [ ] a\r\n',
      'Text\r\n\r\n## Acceptance criteria\r\n- [ ] a\r\n- [ ] new\r\n  line\r\n',
    ],
  ];
  test.each(rows)('%s', (_what, before, after) => {
    expect(addCriteria(before, ['new\nline'], 'en')).toBe(after);
    expect(addCriteria(before, [], 'en')).toBe(before);
  });
});

describe('removing', () => {
  test('takes the lines of an item', () => {
    expect(removeCriteria(BODY, [0])).toBe(
      BODY.replace('- [ ] Given a room, when it is free,\n      then it is green\n', ''),
    );
    expect(removeCriteria(BODY, [])).toBe(BODY);
  });

  test('leaves one blank line of two', () => {
    expect(removeCriteria('# Acceptance criteria\n\n- a\n\n- b\n\n- c\n', [1])).toBe(
      '# Acceptance criteria\n\n- a\n\n- c\n',
    );
    expect(removeCriteria('# Acceptance criteria\r\n- a\r\n- b', [1])).toBe(
      '# Acceptance criteria\r\n- a\r\n',
    );
  });
});

const sentence = fc.constantFrom('a', 'b c', 'Given x', 'é 🎉', 'with `code`', 'x: y');
const item = fc.record({
  text: sentence,
  marker: fc.constantFrom('- [ ] ', '- [x] ', '* ', '1. '),
});

/** Bodies with a criteria section between others. */
const body = fc
  .record({
    before: fc.constantFrom('', 'Text\n\n', '- a\n\n'),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    gap: fc.constantFrom('\n', '\n\n'),
    after: fc.constantFrom('', '\n', '\n\n## Notes\n\n- [ ] a\n'),
    isCrlf: fc.boolean(),
  })
  .map(({ before, items, gap, after, isCrlf }) => {
    const list = items.map(({ marker, text }) => marker + text).join(gap);
    const text = `${before}## Acceptance criteria\n\n${list}${after}`;
    return isCrlf ? text.replaceAll('\n', '\r\n') : text;
  });

test('changes show in what is read, and nowhere else', () => {
  fc.assert(
    fc.property(body, fc.nat(), sentence, (text, pick, added) => {
      const before = readCriteria(text).items;
      const index = pick % before.length;
      const ticked = readCriteria(tickCriterion(text, index, true)).items;
      expect(ticked.map(({ done }) => done)).toEqual(
        before.map(({ done }, at) => done || at === index),
      );
      expect(ticked.map((each) => each.text)).toEqual(before.map((each) => each.text));
      const grown = addCriteria(text, [added], 'fr');
      expect(readCriteria(grown).items.map((each) => each.text)).toEqual([
        ...before.map((each) => each.text),
        added,
      ]);
      expect(removeCriteria(grown, [before.length]).trimEnd()).toBe(text.trimEnd());
      const shrunk = readCriteria(removeCriteria(text, [index])).items;
      expect(shrunk.map((each) => each.text)).toEqual(
        before.filter((_each, at) => at !== index).map((each) => each.text),
      );
    }),
    { numRuns: 2000 },
  );
});
