import { describe, expect, it } from 'vitest';
import { runs } from '../support/runs.js';
import { checkFiles, checkStandalone } from './check-text.js';

/** Milliseconds after which a text counts as one that hangs the check: it would take minutes. */
const hang = 60_000;
/** The sizes below are of the large run. */
const share = runs(0.2, 1);
const million = 1_000_000 * share;
const head = '---\nid: ST-1\ntype: story\nstatus: ready\ntitle: x\n---\n\n';
const story = 'As a guest, I want to leave a note, so that my host knows I came.';

const texts: Readonly<Record<string, string>> = {
  'a line of 1 MB': `As a guest, I want ${'very '.repeat(million / 5)}much.`,
  'a line of 1 MB without a blank': `As a guest, I want ${'x'.repeat(million)}`,
  'a line of brackets': `${story} ${'('.repeat(million / 2)}`,
  'balanced brackets': `As a guest, I want ${'(a)'.repeat(100_000 * share)} it.`,
  'a line of conjunctions': `As a guest, I want to ${'see and '.repeat(100_000 * share)}go.`,
  commas: `As a guest, I want to see ${','.repeat(million)} it`,
  '100,000 list items': `${story}\n\n## Acceptance criteria\n\n${'- [ ] It is easy\n'.repeat(100_000 * share)}`,
  '100,000 steps': `${story}\n\n## Acceptance criteria\n\n${'- Given a\n'.repeat(100_000 * share)}`,
  '20,000 stories': `- ${story}\n`.repeat(20_000 * share),
  'deep lists': Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i * 2)}- ${story}`).join(
    '\n',
  ),
  'deep quotes': `${'> '.repeat(100_000 * share)}${story}`,
  headings: '####### x\n# \n'.repeat(100_000 * share),
  'comments never closed': `${story}\n${'<!-- storymark-disable-next-line '.repeat(30_000 * share)}`,
  suppressions: `${'<!-- storymark-disable-next-line story/no-role -->\n'.repeat(20_000 * share)}${story}`,
  fences: '```gherkin\nScenario: x\n'.repeat(20_000 * share),
  'control characters': `As a \u0000\u0007\u001b[31mguest, I want to \u202eetirw\u202c, so that \u0085it is.`,
  blanks: `As a guest,${' '.repeat(million)}I want to leave.`,
  'a and a and a': `As a guest, I want ${'a '.repeat(million / 2)}`,
  quotes: `As a guest, I want ${'"'.repeat(million)} it`,
  backticks: `As a guest, I want ${'`'.repeat(million)} it`,
  'conflict marks': '<<<<<<<\n'.repeat(100_000 * share),
};

describe.each(Object.entries(texts))('%s', (_name, text) => {
  it('is checked, as a document and alone', { timeout: hang }, async () => {
    const standalone = await checkStandalone(text, { preset: 'strict' });
    const own = await checkFiles({ 'items/ST-1.md': head + text }, { preset: 'strict' });
    for (const { report } of [standalone, own]) {
      expect(report.findings.every(({ line, column }) => line > 0 && column > 0)).toBe(true);
      const longest = Math.max(0, ...report.findings.map(({ message }) => message.length));
      expect(longest).toBeLessThan(600);
    }
  });
});
