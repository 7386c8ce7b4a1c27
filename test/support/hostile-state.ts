import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { hashText } from '../../src/store/journal.js';

const token = '0123456789ab';

/** A journal in proper form, whose entries and drafts put `evil` in the place of files. */
function journal(paths: readonly string[], more: object = {}): string {
  const entries = paths.map((path) => ({ path, before: null, after: hashText('evil\n') }));
  const body = JSON.stringify({ token, entries, ...more });
  return `${JSON.stringify({ journal: 1, sum: hashText(body) })}\n${body}\n`;
}

/** The lock of a process that is gone, which names the drafts it left. */
const deadLock = `${JSON.stringify({ host: hostname(), boot: 'none', pid: 999_999_999, started: '1', tokens: [token.slice(0, 8)] })}\n`;

const targets = [
  'backlog.yaml',
  'items/TA-EVIL-x.md',
  '../.git/commondir',
  '.git/commondir',
  '../victim',
];

type Write = (path: string, text: string) => void;

function writer(dir: string): Write {
  return (path, text) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
}

/** State as earlier versions kept it among the documents, and drafts: all that a commit can hold. */
export function commitState(dir: string): void {
  const write = writer(dir);
  for (const at of ['', 'backlog/']) {
    write(`${at}.storymark-journal`, journal(targets));
    write(`${at}.storymark-lock`, deadLock);
    write(`${at}.storymark-cache`, 'evil\n');
    write(`${at}storymark/${nameOf('backlog')}/journal`, journal(targets));
    write(`${at}storymark/${nameOf('backlog')}.cache`, 'evil\n');
  }
  for (const target of targets.slice(0, 2)) {
    write(`backlog/${target}.${token}.storymark-tmp`, 'evil\n');
  }
  symlinkSync('../../../victim', join(dir, `backlog/items/TA-LINK-x.md.${token}.storymark-tmp`));
}

/** Gives `.git/storymark` all that its maker could know, under the names of then and now. */
export function packState(dir: string): void {
  const write = writer(join(dir, '.git/storymark'));
  // The path from the top of the work tree now, the absolute one before.
  for (const name of [nameOf('backlog'), nameOf(join(dir, 'backlog'))]) {
    const guess = { inode: '1', born: '0' };
    write(`${name}/journal`, journal(targets, { anchors: [guess, guess] }));
    write(`${name}/lock`, deadLock);
    write(`${name}/lock.999999999`, deadLock);
    write(`${name}.cache`, 'evil\n');
    for (const link of [`${name}/journal.draft`, `${name}.cache.words`, `${name}.cache.1.tmp`]) {
      symlinkSync(join(dir, '../victim'), join(dir, '.git/storymark', link));
    }
  }
}

/** As `locatePlace` names a backlog's state. */
function nameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
