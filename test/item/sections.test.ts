import { expect, test } from 'vitest';
import { findSection, listHeadings, listSections } from '../../src/item/sections.js';
import { growthOf, linearGrowth } from '../support/growth.js';

const BODY = `Intro

# One #
text
## Two: ##
\`\`\`md
## not this
\`\`\`
~~~
## nor this
\`\`\`
~~~
<!-- ## nor this
## nor this -->
Use \`<!--\` and \`-->\` in code

### **Three** <!-- note -->
#no heading

    # indented code

Under
=====
Also
---
- item
---
`;

test('headings are told from code, comments and lists', () => {
  expect(listHeadings(BODY).map(({ level, text }) => `${level} ${text}`)).toEqual([
    '1 One',
    '2 Two',
    '3 Three',
    '1 Under',
    '2 Also',
  ]);
});

test('a heading’s span is its lines', () => {
  const spans = listHeadings(BODY).map(({ span }) => BODY.slice(...span));
  expect(spans[0]).toBe('# One #');
  expect(spans[3]).toBe('Under\n=====');
});

test('a section ends at the next heading of its level or a higher one', () => {
  const body = '# A\n\na\n\n## B\nb\n### C\nc\n## D\nd\n';
  expect(listSections(body).map(({ span }) => body.slice(...span))).toEqual([
    body,
    '## B\nb\n### C\nc\n',
    '### C\nc\n',
    '## D\nd\n',
  ]);
  expect(findSection(body, 'b')?.heading.level).toBe(2);
  expect(findSection(body, 'e')).toBeNull();
});

test('a comment that is never closed hides the rest only when it begins its line', () => {
  expect(listHeadings('a <!-- b\n# C\n').length).toBe(1);
  expect(listHeadings('<!-- b\n# C\n').length).toBe(0);
});

test('CRLF and a missing line end', () => {
  const body = '# A\r\n\r\ntext\r\n## B';
  expect(listHeadings(body).map(({ text, span }) => [text, body.slice(...span)])).toEqual([
    ['A', '# A'],
    ['B', '## B'],
  ]);
});

test.each([
  '`',
  '<!--',
  '-->',
  '# ',
  '=',
  '* ',
  '`a',
  '[ ]',
  '<!---->',
  '<!--\n',
  '**',
  '- [ ] a\n',
  '\n',
])('a long hostile line of %j takes linear time', (part) => {
  const read = (size: number) => listHeadings(`# ${part.repeat(size)}x`);
  expect(growthOf(read, 20_000)).toBeLessThan(linearGrowth);
});
