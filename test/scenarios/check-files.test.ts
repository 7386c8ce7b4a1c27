import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { clean, story, writeBacklog } from '../support/check-backlog.js';
import { createSandbox, type Run } from '../support/sandbox.js';

function start() {
  const sandbox = createSandbox();
  writeBacklog(sandbox);
  return sandbox;
}

/** The paths that were found fault with. */
function faulty({ stdout }: Run): readonly string[] {
  const { findings } = JSON.parse(stdout) as { findings: readonly { path: string }[] };
  return [...new Set(findings.map(({ path }) => path))];
}

const wish = 'I want to leave a note, so that my host knows.\n';
const whole = 'As a guest, I want to leave a note, so that the host reads it.\n';

describe('check of paths', () => {
  it('takes files and folders of the backlog, from anywhere', async () => {
    const { run } = start();
    const file = await run(['check', 'backlog/items/ST-3-unready.md', '--json']);
    expect(JSON.parse(file.stdout)).toMatchObject({ files: 1, errors: 0, warnings: 1 });
    expect(faulty(await run(['check', 'backlog/items', '--json']))).toHaveLength(2);
    expect(faulty(await run(['check', '.', '--json']))).toHaveLength(2);
    const below = await run(['-C', 'backlog/items', 'check', '.', '--json']);
    expect(faulty(below)).toEqual(['ST-2-roleless.md', 'ST-3-unready.md']);
  });

  it('names the settings it cannot use as seen from here, whatever backlog they are of', async () => {
    const { run, write } = start();
    for (const settings of ['chek: {}\n', 'check: { rules: { story/none: off } }\n']) {
      write('backlog/backlog.yaml', settings);
      write('other/backlog/backlog.yaml', settings);
      write('other/backlog/items/ST-1.md', '---\nid: ST-1\n---\n');
      const at = (start: string) => new RegExp(`^storymark: ${start.replaceAll('.', '\\.')}:`);
      expect((await run(['check'])).stderr).toMatch(at('backlog/backlog.yaml'));
      const below = await run(['-C', 'backlog/items', 'check']);
      expect(below.stderr).toMatch(at('../backlog.yaml'));
      const other = await run(['check', 'other/backlog']);
      expect(other.stderr).toMatch(at('other/backlog/backlog.yaml'));
    }
  });

  it('refuses what is not there', async () => {
    const { run, write } = start();
    expect(await run(['check', 'nowhere.md'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'storymark: there is no file or folder nowhere.md\n',
    });
    expect((await run(['check', 'docs/**/*.md'])).stderr).toContain('no Markdown file matches');
    write('empty/x.txt', 'x');
    expect((await run(['check', 'empty'])).stderr).toContain('there is no Markdown file in empty');
    expect((await createSandbox().run(['check'])).code).toBe(2);
  });

  it('expands globs, and passes over README.md, dotfiles and node_modules', async () => {
    const { run, write } = createSandbox();
    for (const name of ['a.md', 'deep/b c.md', 'deep/ü.markdown', 'README.md', '.hidden.md']) {
      write(`docs/${name}`, wish);
    }
    write('docs/node_modules/x/c.md', wish);
    write('docs/notes.txt', wish);
    const found = await run(['check', 'docs/**', '--json']);
    expect(faulty(found)).toEqual(['docs/a.md', 'docs/deep/b c.md', 'docs/deep/ü.markdown']);
    expect(faulty(await run(['check', 'docs', '--json']))).toHaveLength(3);
    expect(faulty(await run(['check', 'docs/*.{md,txt}', '--json']))).toEqual([
      'docs/a.md',
      'docs/notes.txt',
    ]);
    const all = await run(['check', 'docs/**', '--no-ignore', '--json']);
    expect(faulty(all)).toHaveLength(6);
    const named = await run(['check', 'docs/README.md']);
    expect(named).toMatchObject({ code: 0, stderr: expect.stringContaining('is ignored') });
    expect((await run(['check', 'docs/README.md', '--no-ignore'])).code).toBe(1);
  });

  it('takes a name with brackets for a name when there is such a file', async () => {
    const { run, write } = createSandbox();
    write('[a].md', wish);
    write('a.md', wish);
    expect(faulty(await run(['check', '[a].md', '--json']))).toEqual(['[a].md']);
  });

  it('checks every story of a lone file', async () => {
    const { run, write } = createSandbox();
    write('stories.md', `# Notes\n\n${whole}\n- ${wish}- ${whole}\n## More\n\n${wish}`);
    const { stdout } = await run([
      'check',
      'stories.md',
      '--rule',
      'story/no-role=error',
      '--json',
    ]);
    const { files, findings } = JSON.parse(stdout);
    expect(files).toBe(1);
    const lines = findings
      .filter(({ rule }: { rule: string }) => rule === 'story/no-role')
      .map(({ line }: { line: number }) => line);
    expect(lines).toEqual([5, 10]);
  });

  it('accounts for files beside the documents', async () => {
    const { run, write } = start();
    write('backlog/templates/story.md', wish);
    const skipped = await run(['check', 'backlog/templates/story.md']);
    expect(skipped.code).toBe(0);
    expect(skipped.stderr).toContain('backlog/templates/story.md is not a document of the backlog');
    const asked = await run(['check', 'backlog/templates/story.md', '--no-ignore', '--json']);
    expect(faulty(asked)).toEqual(['backlog/templates/story.md']);
    write('backlog/items/README.md', '# About these files\n');
    expect(faulty(await run(['check', '--json']))).not.toContain('backlog/items/README.md');
  });

  it('reports what cannot be read as a finding', async () => {
    const { run, write } = start();
    write('backlog/items/ST-4-broken.md', '---\ntitle: "x\n---\n');
    write('lone.md', wish);
    const files = {
      ...nodeFileSystem,
      read(path: string) {
        if (!path.endsWith('lone.md')) return nodeFileSystem.read(path);
        throw Object.assign(new Error('no'), { code: 'EACCES' });
      },
    };
    const broken = await run(['check', 'backlog/items/ST-4-broken.md', '--json']);
    expect(broken).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(broken.stdout).findings).toMatchObject([
      { rule: 'frontmatter/invalid', severity: 'error', path: 'backlog/items/ST-4-broken.md' },
    ]);
    const unread = await run(['check', 'lone.md', '--json'], { files });
    expect(JSON.parse(unread.stdout).findings).toMatchObject([
      { rule: 'frontmatter/invalid', path: 'lone.md', message: expect.stringContaining('EACCES') },
    ]);
  });

  it('checks several backlogs, each by its own settings', async () => {
    const sandbox = createSandbox();
    const { run, write } = sandbox;
    writeBacklog(sandbox, 'one/backlog');
    writeBacklog(sandbox, 'two/backlog');
    write('two/backlog/backlog.yaml', 'check: { rules: { story/no-role: off } }\n');
    const all = await run(['check', '.', '--rule', 'ready/criteria=off', '--json']);
    expect(faulty(all)).toContain('one/backlog/items/ST-2-roleless.md');
    expect(faulty(all)).not.toContain('two/backlog/items/ST-2-roleless.md');
    expect(JSON.parse(all.stdout).files).toBe(6);
  });
});

describe('check of standard input', () => {
  it('reads one text', async () => {
    const { run } = createSandbox();
    const { code, stdout } = await run(['check', '-', '--format', 'compact'], { stdin: wish });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^<stdin>:1:1: error: /);
    expect((await run(['check', '-'], { stdin: whole })).code).toBe(0);
  });

  it('takes the place of the file it is called', async () => {
    const { run } = start();
    const name = 'backlog/items/ST-2-roleless.md';
    const fixed = await run(['check', '--stdin-filename', name], { stdin: clean });
    expect(fixed.code).toBe(0);
    const standalone = await run(['check', '-', '--stdin-filename', 'x.md', '--json'], {
      stdin: wish,
    });
    expect(faulty(standalone)).toEqual(['x.md']);
    const unsaved = await run(
      ['check', '-', '--stdin-filename', 'backlog/items/new.md', '--json'],
      {
        stdin: story('ST-9', wish),
      },
    );
    expect(faulty(unsaved)).toEqual(['backlog/items/new.md']);
  });

  it('stands alone', async () => {
    const { run } = start();
    expect((await run(['check', '-', 'x.md'], { stdin: wish })).code).toBe(2);
    expect((await run(['check', '-', '--fix'], { stdin: wish })).stderr).toContain('--fix-dry-run');
  });
});

describe('check --fix', () => {
  const doubled = 'As a guest, I want to to leave a note, so that the host reads it.\n';
  const rule = ['--rule', 'story/doubled-word=warn'];

  it('mends documents and lone files, and says what is left', async () => {
    const { run, write, read } = start();
    write('backlog/items/ST-1-clean.md', story('ST-1', doubled));
    write('lone.md', doubled);
    const before = await run(['check', ...rule, '--json', '.', 'lone.md']);
    expect(JSON.parse(before.stdout).warnings).toBe(3);
    const shown = await run(['check', ...rule, '--fix-dry-run', '.', 'lone.md']);
    expect(shown.stdout).toContain('--- a/backlog/items/ST-1-clean.md');
    expect(shown.stdout).toContain('+As a guest, I want to leave a note');
    expect(shown.stdout).toContain('+++ b/lone.md');
    expect(read('lone.md')).toBe(doubled);
    const fixed = await run(['check', ...rule, '--fix', '.', 'lone.md', '--json']);
    expect(fixed.stderr).toContain('Fixed 2 files.');
    expect(JSON.parse(fixed.stdout)).toMatchObject({ errors: 1, warnings: 1 });
    expect(read('lone.md')).toBe(whole);
    expect(read('backlog/items/ST-1-clean.md')).toBe(clean);
    const again = await run(['check', ...rule, '--fix', '.', 'lone.md']);
    expect(again.stderr).not.toContain('Fixed');
  });

  it('shows the same with --fix --dry-run', async () => {
    const { run, write, read } = start();
    write('backlog/items/ST-1-clean.md', story('ST-1', doubled));
    const one = await run(['check', ...rule, '--fix-dry-run']);
    const other = await run(['check', ...rule, '--fix', '--dry-run']);
    expect(other).toEqual(one);
    expect(read('backlog/items/ST-1-clean.md')).toBe(story('ST-1', doubled));
  });
});

describe('check of an old backlog', () => {
  const counts = 'backlog/check-suppressions.yaml';

  it('lets through what was there, fails what is new, and what is no longer', async () => {
    const { run, read, write, dir } = start();
    const written = await run(['check', '--suppress-all']);
    expect(written.code).toBe(0);
    expect(read(counts)).toContain('"items/ST-2-roleless.md":\n  story/no-role: 1\n');
    expect(await run(['check'])).toMatchObject({ code: 0, stdout: 'No problems in 3 documents\n' });
    write('backlog/items/ST-4-new.md', story('ST-4', wish));
    expect(faulty(await run(['check', '--json']))).toEqual(['backlog/items/ST-4-new.md']);
    write('backlog/items/ST-4-new.md', story('ST-4', whole));
    write('backlog/items/ST-2-roleless.md', clean.replaceAll('ST-1', 'ST-2'));
    const stale = await run(['check']);
    expect(stale.code).toBe(1);
    expect(stale.stdout).toContain('run storymark check --prune-suppressions');
    const pruned = await run(['check', '--prune-suppressions']);
    expect(pruned.code).toBe(0);
    expect(read(counts)).not.toContain('ST-2');
    write('backlog/items/ST-3-unready.md', clean.replaceAll('ST-1', 'ST-3'));
    await run(['check', '--prune-suppressions']);
    expect(existsSync(join(dir, counts))).toBe(false);
  });

  it('counts only what is asked for, shows it first, and never what cannot be read', async () => {
    const { run, read, write, dir } = start();
    const dry = await run(['check', '--suppress-all', '--dry-run']);
    expect(dry.stdout).toContain('+  story/no-role: 1');
    expect(existsSync(join(dir, counts))).toBe(false);
    await run(['check', '--suppress-all', 'backlog/items/ST-3-unready.md']);
    expect(read(counts)).not.toContain('ST-2');
    write('backlog/items/ST-4-broken.md', '---\ntitle: "x\n---\n');
    const all = await run(['check', '--suppress-all']);
    expect(all.code).toBe(1);
    expect(read(counts)).toContain('ST-2');
    expect(read(counts)).not.toContain('ST-4');
    write(counts, 'nonsense\n');
    expect((await run(['check'])).stderr).toContain(`${counts}:1:1:`);
  });
});

describe('check settings', () => {
  it('takes rules and presets from the command line', async () => {
    const { run } = start();
    const off = ['--rule', 'story/no-role=off', '--rule', 'ready/criteria=error'];
    expect(faulty(await run(['check', ...off, '--json']))).toEqual([
      'backlog/items/ST-3-unready.md',
    ]);
    const unknown = await run(['check', '--rule', 'story/no-rol=off']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('Did you mean story/no-role?');
    expect((await run(['check', '--rule', 'story/no-role'])).code).toBe(2);
    expect((await run(['check', '--rule', 'story/no-role=loud'])).code).toBe(2);
    expect((await run(['check', '--preset', 'none'])).code).toBe(2);
    expect((await run(['check', '--preset', 'strict'])).code).toBe(1);
  });

  it('ends with 2 on settings that are wrong', async () => {
    const { run, write } = start();
    write('backlog/backlog.yaml', 'check: { rules: { story/none: off } }\n');
    const wrong = await run(['check']);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('backlog/backlog.yaml');
  });

  it('prints what holds for a file', async () => {
    const { run, write } = start();
    const config = await run(['check', '--print-config', 'backlog/items/ST-2-roleless.md']);
    expect(JSON.parse(config.stdout)).toMatchObject({
      path: 'backlog/items/ST-2-roleless.md',
      preset: 'format-only',
      rules: { 'story/no-role': 'error', 'ready/criteria': 'warn' },
    });
    write('lone.md', wish);
    const standalone = await run([
      'check',
      '--print-config',
      'lone.md',
      '--rule',
      'story/no-role=off',
    ]);
    expect(JSON.parse(standalone.stdout)).toMatchObject({ rules: { 'story/no-role': 'off' } });
    expect((await run(['check', '--print-config', 'none.md'])).code).toBe(2);
  });
});
