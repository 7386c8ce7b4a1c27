import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { builtInKinds } from '../../src/item/kind.js';
import { type FileSystem, nodeFileSystem } from '../../src/store/file-system.js';
import { locateBacklog } from '../../src/store/locate.js';
import { openScan } from '../../src/store/scan.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'storymark-scan-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
});

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function scan(files: FileSystem = nodeFileSystem) {
  const { documents, problems } = openScan(files, root, builtInKinds).all();
  return { read: documents.map(({ path }) => path), problems };
}

const sound = '---\nid: X\n---\n';

describe('scanning a backlog', () => {
  it('reads every kind’s folder and the archive, in the order of paths', () => {
    for (const path of [
      'items/b.md',
      'items/a.md',
      'items/archive/c.md',
      'goals/g.md',
      'sprints/s.md',
    ]) {
      write(path, sound);
    }
    expect(scan()).toEqual({
      read: ['goals/g.md', 'items/a.md', 'items/b.md', 'items/archive/c.md', 'sprints/s.md'],
      problems: [],
    });
  });

  it('leaves out hidden files, other files and templates', () => {
    for (const path of [
      'items/.a.md',
      'items/a.txt',
      'templates/story.md',
      'items/x.md.1a.storymark-tmp',
    ]) {
      write(path, sound);
    }
    expect(scan()).toEqual({ read: [], problems: [] });
  });

  it('names each file it cannot read and reads the others', () => {
    write('items/good.md', sound);
    write('items/latin1.md', Buffer.from([0x2d, 0xe9]));
    write('items/broken.md', '---\nid: [\n---\n');
    symlinkSync(join(root, 'nowhere'), join(root, 'items/dangling.md'));
    symlinkSync(root, join(root, 'items/folder.md'));
    const { read, problems } = scan();
    expect(read).toEqual(['items/good.md']);
    expect(problems.map(({ path }) => path)).toEqual([
      'items/broken.md',
      'items/dangling.md',
      'items/folder.md',
      'items/latin1.md',
    ]);
    expect(problems.find(({ path }) => path === 'items/latin1.md')?.message).toBe(
      'the file is not UTF-8 text',
    );
    for (const name of ['dangling', 'folder']) {
      expect(problems.find(({ path }) => path === `items/${name}.md`)?.message).toContain('link');
    }
  });

  it('follows no link, wherever it leads, and says so', () => {
    const outside = mkdtempSync(join(tmpdir(), 'storymark-outside-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    writeFileSync(join(outside, 'secret.md'), sound);
    mkdirSync(join(outside, 'archive'));
    writeFileSync(join(outside, 'archive/deep.md'), sound);
    write('personas/p.md', sound);
    symlinkSync(outside, join(root, 'items'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'personas/q.md'));
    symlinkSync(join(root, 'personas'), join(root, 'goals'));
    const { read, problems } = scan();
    expect(read).toEqual(['personas/p.md']);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'goals: a symbolic link: put the folder itself there',
      'items: a symbolic link: put the folder itself there',
      'items/archive: items is a symbolic link: put the folder itself there',
      'personas/q.md: a symbolic link: put the file itself there',
    ]);
  });

  it('names a file too large to be a document without reading it', () => {
    write('items/huge.md', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'));
    write('items/largest.md', `${sound}${'x'.repeat(5 * 1024 * 1024 - sound.length)}`);
    const { read, problems } = scan();
    expect(read).toEqual(['items/largest.md']);
    expect(problems).toMatchObject([
      { path: 'items/huge.md', message: 'the file is larger than 5 MB: split it' },
    ]);
  });

  it('names a folder it cannot list', () => {
    write('items', 'a file in the place of a folder');
    write('goals/g.md', sound);
    const { read, problems } = scan();
    expect(read).toEqual(['goals/g.md']);
    expect(problems).toMatchObject([
      { path: 'items', message: 'the folder cannot be read (ENOTDIR)' },
      { path: 'items/archive', message: 'the folder cannot be read (ENOTDIR)' },
    ]);
  });
});

describe('locating a backlog', () => {
  it('looks in the folder, in its backlog/, then above', () => {
    expect(locateBacklog(nodeFileSystem, root)).toBeNull();
    write('backlog/backlog.yaml', '');
    write('backlog/items/x.md', sound);
    write('src/deep/x', '');
    const found = join(root, 'backlog');
    for (const start of ['', 'backlog', 'backlog/items', 'src/deep']) {
      expect(locateBacklog(nodeFileSystem, join(root, start))).toBe(found);
    }
    write('src/backlog.yaml', '');
    expect(locateBacklog(nodeFileSystem, join(root, 'src/deep'))).toBe(join(root, 'src'));
  });
});
