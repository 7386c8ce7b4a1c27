import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openBacklog } from '../../../src/backlog/backlog.js';
import { defaultSettings } from '../../../src/backlog/settings.js';
import type { Document } from '../../../src/item/document.js';
import type { Item } from '../../../src/item/item.js';
import { builtInKinds } from '../../../src/item/kind.js';
import { nodeCacheFiles } from '../../../src/store/cache/cache-files.js';
import type { DocumentCache } from '../../../src/store/cache/cached-documents.js';
import type { Stamp } from '../../../src/store/cache/stamp.js';
import { textsPath, writeTexts } from '../../../src/store/cache/table-texts.js';
import { type FileSystem, nodeFileSystem } from '../../../src/store/file-system.js';
import { openScan } from '../../../src/store/scan.js';

let dir: string;
let root: string;
/** How far the clock of the disk, and ours, was put forward; and what it was at a file's writing. */
let clock: number;
let clockOf: Map<string, number>;
let cache: DocumentCache;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'storymark-cache-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  root = join(dir, 'backlog');
  mkdirSync(join(root, 'items'), { recursive: true });
  clock = 0;
  clockOf = new Map();
  cache = {
    files: {
      ...nodeCacheFiles,
      stat: (path) => shift(nodeCacheFiles.stat(path), clockOf.get(path) ?? 0),
      replace: (path, fill) => nodeCacheFiles.replace(path, (now) => fill(now + clock)),
    },
    path: join(dir, 'git', 'storymark', 'x.cache'),
    now: () => Date.now() + clock,
  };
});

function shift(stamp: Stamp | null, by: number): Stamp | null {
  return stamp && { ...stamp, mtimeMs: stamp.mtimeMs + by, ctimeMs: stamp.ctimeMs + by };
}

/** More than the cache thinks worth it. */
const many = 80;

function fill(count = many): void {
  for (let index = 0; index < count; index += 1) write(`ST-${index}`, `points: ${index}`);
}

function pathOf(id: string): string {
  return join(root, 'items', `${id}.md`);
}

function write(id: string, fields: string, body = 'Some body\n'): void {
  clockOf.set(pathOf(id), clock);
  writeFileSync(pathOf(id), `---\nid: ${id}\ntype: story\n${fields}\n---\n\n${body}`);
}

function rename(from: string, to: string): void {
  clockOf.set(pathOf(to), clock);
  renameSync(pathOf(from), pathOf(to));
}

/** All that a document is, decoded or read: what the cache gives must be this, no more, no less. */
function spell({ path, text, fields, yamlStart, yamlEnd, bodyStart }: Document) {
  return {
    path,
    text,
    fields: { ...fields },
    keys: Object.keys(fields),
    yamlStart,
    yamlEnd,
    bodyStart,
  };
}

function read(from: DocumentCache | null, files: FileSystem = nodeFileSystem) {
  const { documents, problems } = openScan(files, root, builtInKinds, from).all();
  const spelled = documents.map(spell).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { documents: spelled, problems };
}

/** What a backlog makes of the documents: their order, and who names whom. */
function arrange(from: DocumentCache | null, ids = ['ST-1', 'st-2', '3', 'Zoë']) {
  const { work, naming } = openBacklog(
    defaultSettings(),
    openScan(nodeFileSystem, root, builtInKinds, from),
  );
  const pathsOf = (items: readonly Item[]) => items.map(({ document }) => document.path);
  const named = ids.flatMap((id) =>
    [['depends'], ['parent'], ['depends', 'parent', 'goal']].map((keys) =>
      pathsOf(naming(keys, id)),
    ),
  );
  return { order: pathsOf(work), named };
}

/** Reads through the cache and says which documents' files were opened to do so. */
function readCounted() {
  const opened: string[] = [];
  const note = (path: string) => {
    if (path.endsWith('.md')) opened.push(path.slice(root.length + 1));
    return path;
  };
  const counting = {
    ...cache,
    files: { ...cache.files, read: (path: string) => cache.files.read(note(path)) },
  };
  const files = { ...nodeFileSystem, read: (path: string) => nodeFileSystem.read(note(path)) };
  return { ...read(counting, files), opened };
}

/** As if the files were written long ago, so that their stamps can be trusted. */
function age(): void {
  clock += 3_600_000;
}

describe('the cache of documents', () => {
  it('gives the documents as the files have them, without reading one', () => {
    fill();
    age();
    expect(readCounted().opened).toHaveLength(many);
    const warm = readCounted();
    expect(warm.opened).toEqual([]);
    expect({ documents: warm.documents, problems: warm.problems }).toEqual(read(null));
  });

  it('leaves few documents alone', () => {
    fill(5);
    age();
    read(cache);
    expect(nodeFileSystem.exists(cache.path)).toBe(false);
  });

  it('reads the one file that changed, appeared or was renamed, and forgets one that went', () => {
    fill();
    age();
    read(cache);
    write('ST-3', 'points: 99');
    write('ST-new', 'points: 1');
    rename('ST-4', 'ST-4-renamed');
    rmSync(pathOf('ST-5'));
    const { opened, documents } = readCounted();
    expect(opened.sort()).toEqual(['items/ST-3.md', 'items/ST-4-renamed.md', 'items/ST-new.md']);
    expect(documents).toEqual(read(null).documents);
  });

  it('is written anew when much changed', () => {
    fill();
    age();
    read(cache);
    age();
    for (let index = 0; index < 40; index += 1) write(`ST-${index}`, 'points: 7');
    age();
    expect(readCounted().opened).toHaveLength(40);
    expect(readCounted().opened).toEqual([]);
    expect(read(cache)).toEqual(read(null));
  });

  it('names an unreadable file each time, and reads nothing else for it', () => {
    fill();
    writeFileSync(pathOf('broken'), '---\nid: [\n---\n');
    age();
    read(cache);
    const { opened, problems } = readCounted();
    expect(opened).toEqual(['items/broken.md']);
    expect(problems).toEqual(read(null).problems);
    expect(problems).toHaveLength(1);
  });

  it('sees an edit of the same size in the same tick of the clock', () => {
    fill();
    read(cache);
    const { atime, mtime } = statSync(pathOf('ST-3'));
    write('ST-3', 'points: 8');
    utimesSync(pathOf('ST-3'), atime, mtime);
    expect(read(cache)).toEqual(read(null));
  });

  it.each([
    ['with the stamps of the disk', (path: string) => nodeCacheFiles.stat(path)],
    ['whose clock stands still', (path: string) => standStill(nodeCacheFiles.stat(path))],
    ['that has neither inodes nor times of their change', (path: string) => blur(path)],
  ])('sees edits on a disk %s', (_, stat) => {
    cache = { ...cache, files: { ...cache.files, stat } };
    fill();
    read(cache);
    for (const points of ['8', '9', '8']) {
      write('ST-3', `points: ${points}`);
      expect(read(cache)).toEqual(read(null));
    }
  });

  function standStill(stamp: ReturnType<typeof nodeCacheFiles.stat>) {
    const now = cache.now();
    return stamp && { ...stamp, mtimeMs: now, ctimeMs: now };
  }

  function blur(path: string) {
    const stamp = nodeCacheFiles.stat(path);
    if (!stamp) return null;
    const modified = Math.floor(stamp.mtimeMs / 2_000) * 2_000;
    return { size: stamp.size, mtimeMs: modified, ctimeMs: modified, ino: 0 };
  }

  it('reads new files each time, once more when they are no longer new, and then no more', () => {
    fill();
    read(cache);
    expect(readCounted().opened).toHaveLength(many);
    age();
    expect(new Set(readCounted().opened).size).toBe(many);
    expect(readCounted().opened).toEqual([]);
  });

  it.each([
    ['deleted', () => rmSync(cache.path)],
    ['empty', () => truncateSync(cache.path)],
    ['cut short', () => truncateSync(cache.path, statSync(cache.path).size >> 1)],
    ['another program’s', () => writeFileSync(cache.path, 'something else altogether')],
    ['of another version', () => patch((text) => text.replace('0.0.0', '9.9.9'))],
    ['a folder', () => [rmSync(cache.path), mkdirSync(cache.path)]],
    ['garbled in a number', () => patch((text) => text.replace('77,78', '78,77'))],
    ['without its texts', () => rmSync(textsPath(cache.path))],
    ['beside empty texts', () => truncateSync(textsPath(cache.path))],
    [
      'garbled in a text',
      () => patch((text) => text.replace('Some body', 'Same body'), textsPath(cache.path)),
    ],
    // As a process leaves it that died between two files.
    [
      'beside the texts of another',
      () =>
        writeFileSync(textsPath(cache.path), writeTexts('another', [Buffer.alloc(10_000, 'x')])),
    ],
  ])('is not believed when it is %s', (_, spoil) => {
    fill();
    age();
    read(cache);
    spoil();
    expect(read(cache)).toEqual(read(null));
    expect(read(cache)).toEqual(read(null));
  });

  function patch(change: (text: string) => string, path = cache.path): void {
    const before = readFileSync(path, 'latin1');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after, 'latin1');
  }

  it('says so where a file changes after it was looked at and its text is nowhere else', () => {
    fill();
    age();
    read(cache);
    rmSync(textsPath(cache.path));
    const [document] = openScan(nodeFileSystem, root, builtInKinds, cache).all().documents;
    writeFileSync(join(root, document?.path ?? ''), 'something else');
    expect(() => document?.text).toThrow(/was changed while it was read/);
  });

  it.each([
    ['it', () => cache.path],
    ['its texts', () => textsPath(cache.path)],
  ])('survives any byte of %s being another', (_, pathOfFile) => {
    fill();
    age();
    read(cache);
    const path = pathOfFile();
    const sound = readFileSync(path);
    const expected = read(null);
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoiled = Buffer.from(sound);
        spoiled[at] = (spoiled[at] ?? 0) ^ change;
        writeFileSync(path, spoiled);
        expect(read(cache)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])('does without where writing fails (%s)', (code) => {
    const replace = () => {
      throw Object.assign(new Error(code), { code });
    };
    cache = { ...cache, files: { ...cache.files, replace } };
    fill();
    age();
    expect(read(cache)).toEqual(read(null));
    expect(read(cache)).toEqual(read(null));
  });

  it('leaves no draft behind, and takes away one that a process died over', () => {
    fill();
    age();
    mkdirSync(dirname(cache.path), { recursive: true });
    const left = `${cache.path}.1.tmp`;
    writeFileSync(left, 'half');
    utimesSync(left, 1, 1);
    read(cache);
    expect(nodeFileSystem.list(dirname(cache.path)).map(({ name }) => name)).toEqual([
      'x.cache',
      'x.cache.texts',
    ]);
  });

  it('takes caches away that nobody renewed for a month, its own and others’ files excepted', () => {
    fill();
    age();
    const folder = dirname(cache.path);
    mkdirSync(join(folder, 'old.cache'), { recursive: true });
    const others = ['x.cache.words', 'a1.cache', 'a1.cache.check-files', 'b2.cache', 'notes.txt'];
    for (const name of others) {
      writeFileSync(join(folder, name), 'something');
      if (name !== 'b2.cache') utimesSync(join(folder, name), 1, 1);
    }
    utimesSync(join(folder, 'old.cache'), 1, 1);
    read(cache);
    const left = nodeFileSystem.list(folder).map(({ name }) => name);
    expect(left.sort()).toEqual([
      'b2.cache',
      'notes.txt',
      'old.cache',
      'x.cache',
      'x.cache.texts',
      'x.cache.words',
    ]);
  });

  it('gives back values that JSON has none of, keys of every kind, and no prototypes', () => {
    fill();
    const odd = [
      'a: .nan',
      'b: -0.0',
      'c: .inf',
      'constructor: 2',
      'score: {constructor: 3, value: {deep: [1, {x: 2}]}}',
      '"2": two',
      '"1": one',
      'none:',
    ];
    write('ST-1', odd.join('\n'));
    for (const [index, line] of odd.entries()) write(`ST-${index + 2}`, line);
    age();
    read(cache);
    expect(readCounted().opened).toEqual([]);
    expect(read(cache)).toEqual(read(null));
    const [document] = openScan(nodeFileSystem, root, builtInKinds, cache)
      .all()
      .documents.filter(({ path }) => path === 'items/ST-6.md');
    expect(Object.getPrototypeOf(document?.fields)).toBeNull();
    expect(document?.fields['toString']).toBeUndefined();
    expect(Object.getPrototypeOf(document?.fields['score'])).toBeNull();
  });
});

/** In columns of every kind: of values that differ, of repeated ones, and of rare keys. */
const links = fc.record({
  depends: fc.uniqueArray(fc.nat(99), { maxLength: 4 }),
  parent: fc.nat(3),
  goal: fc.option(fc.nat(20), { freq: 20 }),
  title: fc.string({ unit: 'binary', maxLength: 5 }),
});

describe('who names whom', () => {
  it('is the same from a cache, whatever the columns hold', () => {
    fc.assert(
      fc.property(fc.array(links, { minLength: many, maxLength: 100 }), (rows) => {
        rmSync(root, { recursive: true, force: true });
        mkdirSync(join(root, 'items'), { recursive: true });
        for (const [index, { depends, parent, goal, title }] of rows.entries()) {
          const lines = [
            `depends: [${depends.map((id) => `${id % 2 ? 'st' : 'ST'}-${id}`).join(', ')}]`,
            `parent: ST-${parent}`,
            ...(goal === null ? [] : [`goal: st-${goal}`]),
            `title: ${JSON.stringify(title)}`,
          ];
          write(`ST-${index}`, lines.join('\n'));
        }
        age();
        read(cache);
        const ids = rows.map((_, index) => `ST-${index}`);
        expect(arrange(cache, ids)).toEqual(arrange(null, ids));
      }),
      { numRuns: 10 },
    );
  });
});

interface Step {
  readonly kind: string;
  readonly id: number;
  readonly to: number;
  readonly points: number;
  readonly body: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    ...['write', 'write', 'delete', 'rename', 'break', 'restore times', 'age', 'age'],
    ...['lose the cache', 'rewrite many'],
  ),
  id: fc.nat(89),
  to: fc.nat(89),
  points: fc.nat(9),
  body: fc.string(),
});

describe('the cache, whatever is done to the files', () => {
  it('gives what a reading without it gives, at every step', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        rmSync(root, { recursive: true, force: true });
        rmSync(cache.path, { force: true });
        mkdirSync(join(root, 'items'), { recursive: true });
        fill(70);
        for (const one of steps) {
          take(one);
          expect(read(cache)).toEqual(read(null));
          expect(arrange(cache)).toEqual(arrange(null));
        }
      }),
      { numRuns: 25 },
    );
  });

  function take({ kind, id, to, points, body }: Step): void {
    const file = pathOf(`ST-${id}`);
    const isThere = nodeFileSystem.exists(file);
    if (kind === 'write') write(`ST-${id}`, `points: ${points}\n${fieldsOf(points)}`, body);
    else if (kind === 'delete') rmSync(file, { force: true });
    else if (kind === 'rename' && isThere) rename(`ST-${id}`, `ST-${to}`);
    else if (kind === 'break') {
      write(`ST-${id}`, '');
      truncateSync(file, 2);
    } else if (kind === 'restore times' && isThere) {
      const { atime, mtime } = statSync(file);
      write(`ST-${id}`, `points: ${points}`);
      utimesSync(file, atime, mtime);
    } else if (kind === 'age') age();
    else if (kind === 'lose the cache') rmSync(cache.path, { force: true });
    else if (kind === 'rewrite many') {
      for (let index = 0; index < 40; index += 1) {
        write(`ST-${index}`, `points: ${points}\n${fieldsOf(index + points)}`);
      }
    }
  }

  /** Places in the order and links, some of them shared, mistyped or in other letters. */
  function fieldsOf(number: number): string {
    const choices = [
      `rank: a${number % 7}`,
      'depends: [ST-1, st-2]',
      'parent: st-1',
      'depends: 3\nrank: a1',
      'goal: zoë\nrank: wrong',
      'created: 2026-11-24',
      'parent: .nan',
    ];
    return choices[number % choices.length] ?? '';
  }
});

describe('the files with an id', () => {
  const copy = (name: string, id = 'ST-7') =>
    writeFileSync(pathOf(name), readFileSync(pathOf('ST-7'), 'utf8').replace('ST-7', id));

  it.each([
    ['none but its own', () => undefined, ['ST-7']],
    ['a copy named for it', () => copy('ST-7-copy'), ['ST-7-copy', 'ST-7']],
    ['a copy named for another', () => copy('ST-900'), ['ST-7', 'ST-900']],
    ['a copy with a name of its own', () => copy('notes'), ['ST-7', 'notes']],
    ['a copy in other letters', () => copy('ST-900', 'st-7'), ['ST-7', 'ST-900']],
    ['one that is named for another', () => rename('ST-7', 'ST-900'), ['ST-900']],
    ['none any more', () => rmSync(pathOf('ST-7')), []],
    ['those of longer ids', () => copy('ST-70-b', 'ST-70'), ['ST-7']],
  ])('are the same from the cache: %s', (_what, act, names) => {
    for (const isKnown of [false, true]) {
      rmSync(root, { recursive: true });
      mkdirSync(join(root, 'items'), { recursive: true });
      fill();
      if (isKnown) act();
      age();
      read(cache);
      if (!isKnown) act();
      const opened: string[] = [];
      const readNoted = (path: string) => {
        opened.push(path);
        return nodeFileSystem.read(path);
      };
      const files = { ...nodeFileSystem, read: readNoted };
      const { withId } = openBacklog(defaultSettings(), openScan(files, root, builtInKinds, cache));
      expect(withId('ST-7').map(({ document }) => document.path)).toEqual(
        names.map((name) => `items/${name}.md`),
      );
      expect(opened.length).toBeLessThan(5);
    }
  });

  it('are those the whole backlog has, where there is no cache or much of it is new', () => {
    fill();
    copy('notes');
    const pathsOf = (from: DocumentCache | null) =>
      openBacklog(defaultSettings(), openScan(nodeFileSystem, root, builtInKinds, from))
        .withId('ST-7')
        .map(({ document }) => document.path);
    const both = ['items/ST-7.md', 'items/notes.md'];
    expect(pathsOf(null)).toEqual(both);
    expect(pathsOf(cache)).toEqual(both);
    for (let index = 100; index < 200; index += 1) write(`ST-${index}`, 'points: 1');
    expect(pathsOf(cache)).toEqual(both);
  });
});
