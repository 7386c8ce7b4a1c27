import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { markerFile, type PageFile, writePages } from '../../src/store/page-folder.js';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storymark-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'site');
}

function write(folder: string, files: Readonly<Record<string, string>>, dryRun = false) {
  const pages = Object.entries(files).map(([path, text]): PageFile => ({ path, text }));
  const result = writePages(folder, pages, { dryRun });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

describe('a folder of pages', () => {
  it('is made, and only what differs is written again', () => {
    const folder = newFolder();
    expect(write(folder, { 'index.html': 'a', 'items/A.html': 'b' })).toEqual({
      written: ['index.html', 'items/A.html'],
      unchanged: [],
      removed: [],
    });
    const before = new Date('2020-01-01');
    for (const name of ['index.html', 'items/A.html', markerFile]) {
      utimesSync(join(folder, name), before, before);
    }
    expect(write(folder, { 'index.html': 'a', 'items/A.html': 'c' })).toEqual({
      written: ['items/A.html'],
      unchanged: ['index.html'],
      removed: [],
    });
    const changed = (name: string) => statSync(join(folder, name)).mtimeMs > before.getTime();
    expect(changed('index.html')).toBe(false);
    expect(changed(markerFile)).toBe(false);
    expect(changed('items/A.html')).toBe(true);
  });

  it('loses its own pages that are gone, and nothing else', () => {
    const folder = newFolder();
    write(folder, { 'index.html': 'a', 'items/A.html': 'b', 'goals/x.html': 'c' });
    writeFileSync(join(folder, 'CNAME'), 'a.example');
    writeFileSync(join(folder, 'items', 'mine.html'), 'mine');
    const { removed } = write(folder, { 'index.html': 'a' });
    expect(removed).toEqual(['goals/x.html', 'items/A.html']);
    expect(existsSync(join(folder, 'goals'))).toBe(false);
    expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('a.example');
    expect(readFileSync(join(folder, 'items', 'mine.html'), 'utf8')).toBe('mine');
  });

  it('is left alone by a dry run', () => {
    const folder = newFolder();
    expect(write(folder, { 'index.html': 'a' }, true).written).toEqual(['index.html']);
    expect(existsSync(folder)).toBe(false);
    write(folder, { 'index.html': 'a', 'b.html': 'b' });
    expect(write(folder, { 'index.html': 'x' }, true)).toEqual({
      written: ['index.html'],
      unchanged: [],
      removed: ['b.html'],
    });
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('a');
    expect(existsSync(join(folder, 'b.html'))).toBe(true);
  });

  it('goes on where an interrupted build left it', () => {
    const folder = newFolder();
    write(folder, { 'index.html': 'a', 'items/A.html': 'b' });
    rmSync(join(folder, 'items', 'A.html'));
    expect(write(folder, { 'index.html': 'a', 'items/A.html': 'b' }).written).toEqual([
      'items/A.html',
    ]);
    expect(write(folder, { 'index.html': 'a' }).removed).toEqual(['items/A.html']);
  });
});

describe('somebody else’s folder', () => {
  it('is refused when there is anything in it', () => {
    const folder = newFolder();
    mkdirSync(folder);
    expect(write(folder, { 'index.html': 'a' }).written).toEqual(['index.html']);
    const other = newFolder();
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'x');
    expect(() => write(other, { 'index.html': 'a' })).toThrow('is not empty');
    expect(existsSync(join(other, 'index.html'))).toBe(false);
  });

  it('is refused when it is no folder', () => {
    const folder = newFolder();
    writeFileSync(folder, 'x');
    expect(() => write(folder, { 'index.html': 'a' })).toThrow('is not a folder');
  });

  it('keeps its files and links in the place of pages', () => {
    const folder = newFolder();
    write(folder, { 'index.html': 'a' });
    writeFileSync(join(folder, 'b.html'), 'mine');
    expect(() => write(folder, { 'index.html': 'a', 'b.html': 'b' })).toThrow(
      'was not created by storymark',
    );
    expect(readFileSync(join(folder, 'b.html'), 'utf8')).toBe('mine');
    const outside = newFolder();
    mkdirSync(outside);
    symlinkSync(outside, join(folder, 'items'));
    expect(() => write(folder, { 'index.html': 'a', 'items/A.html': 'b' })).toThrow('in the way');
    rmSync(join(folder, 'index.html'));
    symlinkSync(join(outside, 'x'), join(folder, 'index.html'));
    expect(() => write(folder, { 'index.html': 'z' })).toThrow('was not created by storymark');
    expect(existsSync(join(outside, 'x'))).toBe(false);
  });

  it('loses nothing behind a folder that is a link, whatever a marker from elsewhere names', () => {
    const folder = newFolder();
    const outside = join(folder, '..', 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'A.html'), 'theirs');
    write(folder, { 'index.html': 'a', 'items/A.html': 'b' });
    rmSync(join(folder, 'items'), { recursive: true });
    symlinkSync(outside, join(folder, 'items'));
    expect(write(folder, { 'index.html': 'c' }).removed).toEqual([]);
    expect(readFileSync(join(outside, 'A.html'), 'utf8')).toBe('theirs');
  });

  it('is not emptied by a marker that names a way out', () => {
    const folder = newFolder();
    write(folder, { 'index.html': 'a' });
    const marker = join(folder, markerFile);
    const text = readFileSync(marker, 'utf8');
    for (const way of [
      '../thesis.html',
      '/etc/x.html',
      'a/../../x.html',
      '.git/x.html',
      'thesis.txt',
    ]) {
      writeFileSync(marker, `${text}${way}\n`);
      expect(() => write(folder, { 'index.html': 'a' })).toThrow('was not written by storymark');
    }
  });
});
