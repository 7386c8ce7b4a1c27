import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockPath } from '../../src/store/lock.js';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { placeOf, scriptedPrompt } from '../support/sandbox.js';

/** An editor that runs JavaScript over the text it is given. */
function editor(backlog: NewBacklog, code: string): Readonly<Record<string, string>> {
  const script = join(backlog.dir, '.editor.mjs');
  writeFileSync(
    script,
    `import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
     const file = process.argv.at(-1);
     let text = readFileSync(file, 'utf8');
     ${code}
     writeFileSync(file, text);`,
  );
  return { EDITOR: `"${process.execPath}" ${script}` };
}

async function withItem() {
  const backlog = await createNewBacklog();
  const id = await backlog.id('add', 'one');
  return { backlog, id, path: await backlog.pathOf(id) };
}

/** The copy that a message names, with its text; removed with the folder it is in. */
function takeKept(stderr: string): string {
  const [, copy = ''] = /your text is kept in (.*?)(?:;|\n)/.exec(stderr) ?? [];
  const text = readFileSync(copy, 'utf8');
  rmSync(dirname(copy), { recursive: true });
  return text;
}

describe('edit', () => {
  it('replaces the file by what the editor made of a copy', async () => {
    const { backlog, id, path } = await withItem();
    const env = editor(backlog, "text = text.replace('title: one', 'title: two') + 'More.\\n';");
    const { code, stdout } = await backlog.run(['edit', id.slice(3)], { env });
    expect([code, stdout]).toEqual([0, `${id}\n`]);
    expect(backlog.read(path)).toContain('title: two\n');
    expect(backlog.read(path).endsWith('\nMore.\n')).toBe(true);
  });

  it('prefers $VISUAL, and wants one of the two', async () => {
    const { backlog, id } = await withItem();
    const { EDITOR: VISUAL = '' } = editor(backlog, "text = text.replace('one', 'seen');");
    await backlog.run(['edit', id], { env: { VISUAL, EDITOR: 'false' } });
    expect(await backlog.json('show', id)).toMatchObject({ title: 'seen' });
    const { code, stderr } = await backlog.run(['edit', id]);
    expect([code, stderr]).toEqual([
      2,
      'storymark: set $VISUAL or $EDITOR to the editor to open\n',
    ]);
  });

  it('says when nothing changed, and shows a change with --dry-run', async () => {
    const { backlog, id } = await withItem();
    const untouched = await backlog.run(['edit', id], { env: editor(backlog, '') });
    expect([untouched.code, untouched.stderr]).toEqual([0, 'nothing changed\n']);
    const before = hashFolder(join(backlog.dir, 'backlog'));
    const env = editor(backlog, "text = text.replace('title: one', 'title: two');");
    const { stdout } = await backlog.run(['edit', id, '--dry-run'], { env });
    expect(stdout).toContain('\n-title: one\n+title: two\n');
    expect(hashFolder(join(backlog.dir, 'backlog'))).toEqual(before);
  });

  it('keeps what cannot be read, with its place, and leaves the file', async () => {
    const { backlog, id, path } = await withItem();
    const before = backlog.read(path);
    const env = editor(backlog, "text = text.replace('status: draft', 'status: [draft');");
    const { code, stderr } = await backlog.run(['edit', id], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^storymark: ${path}:\\d+:\\d+: `));
    expect(takeKept(stderr)).toContain('status: [draft');
    expect(backlog.read(path)).toBe(before);
  });

  it('refuses another id', async () => {
    const { backlog, id, path } = await withItem();
    const env = editor(backlog, `text = text.replace('${id}', 'ST-OTHER');`);
    const { code, stderr } = await backlog.run(['edit', id], { env });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`the id must stay ${id}`)]);
    expect(takeKept(stderr)).toContain('ST-OTHER');
    expect(backlog.read(path)).toContain(id);
  });

  it('keeps what was written when another changed the file meanwhile', async () => {
    const { backlog, id, path } = await withItem();
    const theirs = backlog.read(path).replace('title: one', 'title: theirs');
    const env = editor(
      backlog,
      `text = text.replace('title: one', 'title: mine');
       writeFileSync(${JSON.stringify(join(backlog.dir, path))}, ${JSON.stringify(theirs)});`,
    );
    const { code, stderr } = await backlog.run(['edit', id], { env });
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining(`${path}: the file changed while you were editing`),
    ]);
    expect(takeKept(stderr)).toContain('title: mine');
    expect(backlog.read(path)).toBe(theirs);
  });

  it.each([
    ['false', 'the editor ended with 1; nothing was written'],
    ['no-such-editor-here', 'the editor cannot be run: spawn no-such-editor-here ENOENT'],
  ])('says what came of the editor %s', async (EDITOR, message) => {
    const { backlog, id } = await withItem();
    const { code, stderr } = await backlog.run(['edit', id], { env: { EDITOR } });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('kept');
  });

  it('opens a new document before it is written, with add --edit', async () => {
    const backlog = await createNewBacklog();
    const env = editor(backlog, "text = text.replace('status: draft', 'status: ready');");
    const { code } = await backlog.run(['add', 'one', '--edit'], { env });
    expect(code).toBe(0);
    expect(await backlog.json('list')).toMatchObject([{ title: 'one', status: 'ready' }]);
    await backlog.run(['add', 'two', '--edit'], { env: { EDITOR: 'false' } });
    expect(await backlog.json('list')).toHaveLength(1);
    expect(existsSync(lockPath(placeOf(join(backlog.dir, 'backlog')).state ?? ''))).toBe(false);
  });

  it.each<[string, string, string, boolean]>([
    [
      'Latin-1',
      "writeFileSync(file, text + 'Grüße\\n', 'latin1'); process.exit();",
      'as UTF-8',
      true,
    ],
    ['UTF-16', "writeFileSync(file, text + 'More', 'utf16le'); process.exit();", 'as UTF-8', true],
    [
      'UTF-16 with its mark',
      "writeFileSync(file, '\\ufeff' + text, 'utf16le'); process.exit();",
      'as UTF-8',
      true,
    ],
    ['NULs', "text += 'More\\0';", 'as UTF-8', true],
    ['letters it could not read', "text += 'Gr\\ufffd\\ufffde';", 'as UTF-8', true],
    ['nothing', "text = '';", 'the edited file is empty', false],
    ['blanks', "text = ' \\n';", 'the edited file is empty', false],
    ['no file', 'rmSync(file); process.exit();', 'removed the file', false],
    ['a folder', 'rmSync(file); mkdirSync(file); process.exit();', 'EISDIR', false],
    [
      'half of it, and fails',
      "writeFileSync(file, text + 'More'); process.exit(3);",
      'ended with 3',
      true,
    ],
    [
      'half of it, and is killed',
      "writeFileSync(file, text + 'More'); process.kill(process.pid, 'SIGKILL'); for (;;);",
      'ended with SIGKILL',
      true,
    ],
  ])('writes nothing when the editor leaves %s', async (_, code, message, isKept) => {
    const { backlog, id, path } = await withItem();
    const before = backlog.read(path);
    const run = await backlog.run(['edit', id], { env: editor(backlog, code) });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(run.stderr).not.toMatch(/unexpected|no frontmatter/);
    expect(backlog.read(path)).toBe(before);
    expect(run.stderr.includes('your text is kept in')).toBe(isKept);
    if (isKept) expect(takeKept(run.stderr)).not.toBe(before);
  });

  it('leaves out a byte order mark that the editor added', async () => {
    const { backlog, id, path } = await withItem();
    await backlog.run(['edit', id], { env: editor(backlog, "text = '\\ufeff' + text + 'More.';") });
    expect(backlog.read(path)).toMatch(/^---[\s\S]*More\.$/);
  });
});

describe('text of an edit that could not be saved', () => {
  async function withKept() {
    const { backlog, id, path } = await withItem();
    const env = editor(backlog, "writeFileSync(file, text + 'Mine.\\n'); process.exit(1);");
    const { stderr } = await backlog.run(['edit', id], { env });
    expect(stderr).toContain('continue with: storymark edit --recover');
    return { backlog, id, path };
  }

  it.each([
    ['asked for', ['--recover'], []],
    ['chosen', [], ['recover']],
  ])('is gone on with when %s', async (_, flags, answers) => {
    const { backlog, id, path } = await withKept();
    const env = editor(backlog, "text += 'And more.\\n';");
    const prompt = answers.length > 0 ? { prompt: scriptedPrompt(answers) } : {};
    expect((await backlog.run(['edit', id, ...flags], { env, ...prompt })).code).toBe(0);
    expect(backlog.read(path)).toMatch(/Mine\.\nAnd more\.\n$/);
    const again = await backlog.run(['edit', id, '--recover'], { env });
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('no unsaved text from an earlier'),
    ]);
  });

  it('is kept while nobody chose, and can be removed', async () => {
    const { backlog, id, path } = await withKept();
    const env = editor(backlog, '');
    const { stderr } = await backlog.run(['edit', id], { env });
    expect(stderr).toMatch(/^note: .* has unsaved text from an earlier edit: use --recover/);
    expect((await backlog.run(['edit', id, '--discard'], { env })).stderr).toBe(
      'nothing changed\n',
    );
    expect((await backlog.run(['edit', id], { env })).stderr).toBe('nothing changed\n');
    expect(backlog.read(path)).not.toContain('Mine.');
  });

  it('never goes over what changed since', async () => {
    const { backlog, id, path } = await withKept();
    await backlog.ok('set', id, 'title=Theirs');
    const { code, stderr } = await backlog.run(['edit', id, '--recover'], {
      env: editor(backlog, ''),
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('the file changed since that edit'),
    ]);
    expect(backlog.read(path)).toContain('title: Theirs');
  });
});
