import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standaloneSubjects } from '../../src/check/read-subjects.js';
import { readCriteria } from '../../src/item/criteria.js';

const FILE = new URL('../fixtures/story/shapes.txt', import.meta.url);

/** `=== name`, a document, then `>>>` and what it holds: a story's parts, a defect, criteria. */
const CASES = readFileSync(FILE, 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((block) => {
    const [head = '', ...expected] = block.trimEnd().split(/^>>> /m);
    const name = head.slice(0, head.indexOf('\n'));
    return { name, text: head.slice(name.length + 1), expected: expected.map((s) => s.trim()) };
  });

function listFound(text: string): readonly string[] {
  const [subject] = standaloneSubjects([{ path: 'a.md', text }]);
  return (subject?.stories ?? []).map(({ reading }) =>
    reading.ok
      ? [reading.role, reading.want, reading.benefit]
          .map((part) => part?.replace(/\s+/g, ' ') ?? '-')
          .join(' | ')
      : `! ${reading.defect.kind}`,
  );
}

describe('a document in a shape that people write', () => {
  it.each(CASES)('$name', ({ text, expected }) => {
    const stories = expected.filter((line) => /^!|\|/.test(line));
    expect(listFound(text)).toEqual(stories);
    const criteria = expected.find((line) => line.startsWith('criteria'));
    if (criteria === undefined) return;
    expect(`criteria ${readCriteria(text).items.length}`).toBe(criteria);
  });
});
