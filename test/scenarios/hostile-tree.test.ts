import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { draftOf, hashText, journalPath, writeJournal } from '../../src/store/journal.js';
import { git, startRepository } from '../support/check-backlog.js';
import { hashFolder } from '../support/folder.js';
import { createSandbox, placeOf, type Sandbox } from '../support/sandbox.js';

const story = '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Mine\n---\n';

/** Commands that only read. */
const readers = [
  ['list'],
  ['show', 'ST-1'],
  ['check'],
  ['check', '--staged'],
  ['doctor'],
  ['rank'],
  ['search', 'mine'],
  ['templates'],
  ['sprint', 'list'],
  ['roadmap'],
  ['export', 'csv'],
];

/** A repository whose backlog lies in `folder`, the top for ''. */
function createRepository(folder: string): Sandbox & { readonly root: string } {
  const sandbox = createSandbox();
  const root = join(sandbox.dir, folder);
  sandbox.write(join(folder, 'backlog.yaml'), '{}\n');
  sandbox.write(join(folder, 'items/ST-1-mine.md'), story);
  startRepository(sandbox);
  return { ...sandbox, root };
}

/** A journal of one change, as an attacker could write it who knows all that can be known. */
function makeJournal(path: string, before: string | null, after: string): string {
  const entries = [{ path, before, after: hashText(after) }];
  const body = JSON.stringify({ token: 'ab', entries, anchors: [null, null] });
  return `${JSON.stringify({ journal: 1, sum: hashText(body) })}\n${body}\n`;
}

async function readAll(sandbox: Sandbox): Promise<string> {
  let said = '';
  for (const argv of readers) said += (await sandbox.run(argv)).stderr;
  expect(said).not.toContain('unexpected');
  return said;
}

describe('state that a clone brings', () => {
  it.each([
    ['.git/commondir', null],
    ['.git/config', null],
    ['.git/hooks/post-checkout', null],
    ['items/ST-1-mine.md', story],
    ['backlog.yaml', '{}\n'],
  ])('is not read: a committed journal that names %s', async (path, before) => {
    const repository = createRepository('');
    const text = 'evil';
    repository.write('.storymark-journal', makeJournal(path, before, text));
    repository.write('.storymark-lock', '{"host":"elsewhere","pid":1}');
    if (!path.startsWith('.git')) repository.write(draftOf('ab', path), text);
    const target = join(repository.dir, path);
    const was = existsSync(target) ? readFileSync(target, 'utf8') : null;
    await readAll(repository);
    expect(existsSync(target) ? readFileSync(target, 'utf8') : null).toBe(was);
    const { stdout } = await repository.run(['doctor']);
    expect(stdout).toContain('.storymark-journal\tleftover\tis ignored');
    // Nor does the lock keep writers out.
    await repository.ok('add', 'One more');
  });

  it('hangs no writer: a lock that is a dangling link', async () => {
    const repository = createRepository('backlog');
    symlinkSync('/nowhere', join(repository.root, '.storymark-lock'));
    await repository.ok('add', 'One more');
  });

  it('is not believed from an unpacked archive, and doctor names it', async () => {
    const made = createRepository('backlog');
    const place = placeOf(made.root);
    const state = place.state ?? '';
    mkdirSync(state, { recursive: true });
    const entries = [{ path: 'items/ST-1-mine.md', before: story, after: hashText('evil') }];
    const journal = writeJournal(nodeFileSystem, place, { token: 'ab', entries });
    writeFileSync(journalPath(state), journal);
    made.write(join('backlog', draftOf('ab', 'items/ST-1-mine.md')), 'evil');
    const sandbox = createSandbox();
    cpSync(made.dir, sandbox.dir, { recursive: true });
    const before = hashFolder(join(sandbox.dir, 'backlog'));
    await readAll(sandbox);
    expect(hashFolder(join(sandbox.dir, 'backlog'))).toEqual(before);
    const found = await sandbox.run(['doctor', '--json']);
    expect(found.stdout).toContain('a journal from another folder');
    await sandbox.ok('add', 'One more');
    expect(sandbox.read('backlog/items/ST-1-mine.md')).toBe(story);
    // Where it was written it is one of our own.
    await made.run(['list']);
    expect(made.read('backlog/items/ST-1-mine.md')).toBe('evil');
  });

  it('is not taken for a draft: a committed file named like one', async () => {
    const repository = createRepository('backlog');
    const path = 'backlog/items/ST-1-mine.md.0123456789ab.storymark-tmp';
    repository.write(path, 'theirs');
    await readAll(repository);
    await repository.ok('set', 'ST-1', 'points=3');
    expect(repository.read(path)).toBe('theirs');
  });

  it('makes nothing outside: a git directory that is a file or has links in it', async () => {
    const outside = createSandbox();
    outside.write('HEAD', 'ref: refs/heads/main\n');
    const before = hashFolder(outside.dir);
    const linked = createRepository('backlog');
    symlinkSync(outside.dir, join(linked.dir, '.git/storymark'));
    const named = createSandbox();
    named.write('backlog/backlog.yaml', '{}\n');
    named.write('backlog/items/ST-1-mine.md', story);
    named.write('.git', `gitdir: ${outside.dir}\n`);
    const commondir = createRepository('backlog');
    commondir.write('backlog/.gitattributes', '*.md merge=storymark\n');
    commondir.write('.git/commondir', `${outside.dir}\n`);
    for (const sandbox of [linked, named, commondir]) {
      await sandbox.run(['list']);
      await sandbox.run(['set', 'ST-1', 'points=3']);
    }
    expect(hashFolder(outside.dir)).toEqual(before);
  });
});

describe('two work trees and two backlogs of one repository', () => {
  it('do not keep each other out: each has a lock of its own', () => {
    const repository = createRepository('main/backlog');
    git(repository, 'worktree', 'add', '--quiet', 'side');
    const roots = ['main/backlog', 'main/other', 'side/main/backlog'];
    const states = roots.map((root) => placeOf(join(repository.dir, root)).state);
    expect(new Set(states).size).toBe(3);
  });
});

describe('special files and links among the documents', () => {
  const makers: Readonly<Record<string, (path: string) => void>> = {
    'a link to a file outside': (path) => symlinkSync('/etc/passwd', path),
    'a link to a device': (path) => symlinkSync('/dev/zero', path),
    'a dangling link': (path) => symlinkSync('/nowhere', path),
    'a pipe': (path) => void execFileSync('mkfifo', [path]),
    'a link to a pipe': (path) => {
      execFileSync('mkfifo', [`${path}.pipe`]);
      symlinkSync(`${path}.pipe`, path);
    },
    'a folder': (path) => mkdirSync(path),
  };

  it.each(
    ['items/ST-2-x.md', 'sprints/x.md', 'personas/x.md'].flatMap((path) =>
      Object.keys(makers).map((kind) => [kind, path] as const),
    ),
  )('are named and passed over: %s as %s', async (kind, path) => {
    const repository = createRepository('backlog');
    mkdirSync(dirname(join(repository.root, path)), { recursive: true });
    makers[kind]?.(join(repository.root, path));
    const { code, stdout, stderr } = await repository.run(['list']);
    expect([code, stdout]).toEqual([2, expect.stringContaining('Mine')]);
    expect(stderr).toContain(`backlog/${path}`);
    const checked = await repository.run(['check', join('backlog', path)]);
    expect(checked.stdout + checked.stderr).not.toContain('root:');
    expect(checked.stderr).not.toContain('unexpected');
  });

  it.each(Object.keys(makers))('stop every command as backlog.yaml: %s', async (kind) => {
    const sandbox = createSandbox();
    mkdirSync(join(sandbox.dir, 'backlog'));
    makers[kind]?.(join(sandbox.dir, 'backlog/backlog.yaml'));
    const { code, stderr } = await sandbox.run(['list']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('backlog/backlog.yaml')]);
    expect(stderr).not.toMatch(/unexpected|root:/);
  });

  it.each(Object.keys(makers))('stop no command as .gitattributes: %s', async (kind) => {
    const repository = createRepository('backlog');
    makers[kind]?.(join(repository.root, '.gitattributes'));
    await repository.ok('list');
  });

  it('are not followed outside a backlog either, when check walks', async () => {
    const sandbox = createSandbox();
    sandbox.write('docs/a.md', 'As a cook, I want salt, so that it tastes.\n');
    symlinkSync('/etc/passwd', join(sandbox.dir, 'docs/b.md'));
    const { stdout, stderr } = await sandbox.run(['check', 'docs', 'docs/*.md']);
    expect(stdout).toContain('docs/b.md');
    expect(stdout + stderr).not.toContain('root:');
  });

  it('are read when a person names them as input', async () => {
    const repository = createRepository('backlog');
    repository.write('wishes.txt', 'As a cook, I want salt\n');
    symlinkSync(join(repository.dir, 'wishes.txt'), join(repository.dir, 'link.txt'));
    await repository.ok('import', 'stories', 'link.txt');
  });
});

describe('a backlog folder that is a link', () => {
  it('is the user’s own way in outside a repository, and inside one where it stays there', async () => {
    const sandbox = createSandbox();
    sandbox.write('shared/backlog.yaml', '{}\n');
    sandbox.write('shared/items/ST-1-mine.md', story);
    sandbox.write('notes/x', '');
    symlinkSync('../shared', join(sandbox.dir, 'notes/backlog'));
    await sandbox.ok('-C', 'notes', 'set', 'ST-1', 'points=3');
    startRepository(sandbox);
    expect(await sandbox.ok('-C', 'notes', 'list')).toContain('Mine');
  });

  it('is not followed out of a repository, save by who goes there', async () => {
    const sandbox = createSandbox();
    sandbox.write('private/backlog.yaml', '{}\n');
    sandbox.write('private/items/ST-1-mine.md', story);
    sandbox.write('clone/x', '');
    symlinkSync('../private', join(sandbox.dir, 'clone/backlog'));
    startRepository({ ...sandbox, dir: join(sandbox.dir, 'clone') });
    for (const argv of [['list'], ['add', 'x'], ['check', '.']]) {
      const { code, stdout, stderr } = await sandbox.run(['-C', 'clone', ...argv]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('leads out of the repository');
    }
    expect(await sandbox.ok('-C', 'clone/backlog', 'list')).toContain('Mine');
  });
});
