import { expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';

const BODY = `As a guest, I want a key <!-- SECRET brass -->, so that I get in.

<!-- SECRET not for customers -->

## Acceptance criteria

- [ ] It fits <!-- SECRET lock 7 --> the lock
- [ ] <!-- SECRET hint -->

## Notes

Before <!-- SECRET over

several
lines --> after.

\`\`\`html
<!-- code is text -->
\`\`\`

<!-- SECRET never closed
`;

const front = 'id: ST-1\ntype: story\nstatus: ready\ntitle: A key\npoints: 2\ncreated: 2026-11-20';

async function sandboxWithComments() {
  const box = createSandbox();
  await box.ok('init', '--yes');
  box.write('backlog/items/ST-1-a-key.md', `---\n${front}\n---\n\n${BODY}`);
  box.write(
    'backlog/feedback/FB-1-late.md',
    '---\nid: FB-1\ntype: feedback\nstatus: new\ntitle: Late\nitems: [ST-1]\n---\n\n> I came late <!-- SECRET angry -->\n> <!-- SECRET -->\n> and stood outside\n',
  );
  box.write(
    'backlog/goals/doors.md',
    '---\nid: doors\ntype: goal\nstatus: open\ntitle: Doors\n---\n\nFewer calls. <!-- SECRET board -->\n',
  );
  return box;
}

it.each([
  [['show', 'ST-1']],
  [['show', 'ST-1', '--json']],
  [['show', 'FB-1']],
  [['show', 'doors']],
  [['list', '--json']],
  [['search', 'key']],
  [['search', 'secret', '--json']],
  [['list', 'secret']],
  [['list', '"not for customers"']],
  [['export', 'github', '--all']],
  [['export', 'markdown', '--all']],
  [['trace', 'ST-1']],
  [['trace', '--matrix']],
  [['why', 'ST-1']],
  [['report', 'status']],
  [['check', '--format', 'json']],
])('%j shows no comment', async (argv) => {
  const box = await sandboxWithComments();
  const { code, stdout, stderr } = await box.run(argv);
  expect(code, stderr).toBeLessThan(2);
  expect(`${stdout}${stderr}`.replaceAll(argv.at(-1) as string, '')).not.toMatch(/SECRET|secret/);
});

it('code that shows a comment is text', async () => {
  const box = await sandboxWithComments();
  expect(await box.ok('show', 'ST-1')).toContain('<!-- code is text -->');
  expect(await box.ok('list', 'code is text')).toContain('ST-1');
});

it('the site publishes none, on no page and in no search data', async () => {
  const box = await sandboxWithComments();
  await box.ok('site', 'build', 'public');
  const { readdirSync, readFileSync } = await import('node:fs');
  const files = readdirSync(`${box.dir}/public`, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(`${file.parentPath}/${file.name}`, 'utf8'));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => text.includes('SECRET'))).toEqual([]);
  expect(texts.some((text) => text.includes('code is text'))).toBe(true);
});

it('the file keeps them, and so do exports that are read back', async () => {
  const box = await sandboxWithComments();
  await box.ok('set', 'ST-1', 'points=3');
  expect(box.read('backlog/items/ST-1-a-key.md')).toContain(BODY);
  expect(await box.ok('export', 'json')).toContain('SECRET not for customers');
  expect(await box.ok('export', 'csv')).toContain('SECRET not for customers');
});
