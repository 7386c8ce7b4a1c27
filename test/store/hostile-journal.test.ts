import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/store/file-system.js';
import { giveFirstAid } from '../../src/store/first-aid.js';
import { draftOf, hashText, journalPath } from '../../src/store/journal.js';
import type { Place } from '../../src/store/place.js';
import { openStore } from '../../src/store/store.js';
import { success } from '../../src/text/problem.js';
import { makeSettings } from '../support/make-backlog.js';

const lock = { timeout: 2000, tell: () => {} };
const old = 'old';

/** A backlog at the top of a repository, with links out of it, and what lies around it. */
function prepare(): { readonly top: string; readonly place: Place } {
  const top = mkdtempSync(join(tmpdir(), 'storymark-journal-'));
  const root = join(top, 'clone');
  const files = {
    'clone/a.md': old,
    'clone/items/b.md': old,
    'clone/backlog.yaml': '',
    'clone/.git/config': old,
    'clone/.git/HEAD': 'ref: refs/heads/main\n',
    'clone/.git/hooks/pre-commit': old,
    'outside/secret.md': old,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  symlinkSync('../outside', join(root, 'link'));
  symlinkSync('../../outside/secret.md', join(root, 'items/link.md'));
  symlinkSync('.git', join(root, 'git'));
  const state = join(top, 'state');
  mkdirSync(state);
  return { top, place: { root, state, cache: null, anchors: [join(root, '.git'), root] } };
}

/** All there is below a folder: each name with its kind and what it holds. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const stat = lstatSync(join(folder, name));
      const text = stat.isFile() ? readFileSync(join(folder, name), 'utf8') : '';
      return `${name} ${stat.isFile()} ${stat.isDirectory()} ${stat.isSymbolicLink()} ${text}`;
    })
    .sort();
}

const inside = ['a.md', 'items/b.md', 'items/new.md', 'sprints/new.md'];
const hostile = [
  '../outside/secret.md',
  '../outside/new.md',
  'items/../../outside/secret.md',
  'items/./b.md',
  'items//b.md',
  '/tmp/storymark-absolute.md',
  '//server/share/x.md',
  'C:\\x.md',
  'C:x.md',
  'items\\..\\..\\outside\\secret.md',
  '.git/config',
  '.git/commondir',
  '.git/hooks/pre-commit',
  '.GIT/config',
  '.Git/new',
  '.git./config',
  '.git /config',
  '.git::$INDEX_ALLOCATION/config',
  '.g\u200cit/config',
  'GIT~1/config',
  'items/.git/config',
  'git/config',
  'git/new',
  'link/secret.md',
  'link/new.md',
  'items/link.md',
  'link',
  'items',
  '.',
  '..',
  '',
  'a.md/x.md',
  'items/\u0000.md',
];

const path = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...inside) },
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom('..', '.', '.git', 'items', 'link', 'a.md', '', 'GIT~1'), {
        maxLength: 5,
      })
      .map((parts) => parts.join('/')),
  },
);
const text = fc.constantFrom(null, old, 'evil', '');
const entry = fc.record({ path, before: text, after: text });
/** What a crash of ours leaves, with a hostile entry among it or not. */
const own = fc
  .subarray(inside, { minLength: 1 })
  .map((paths) =>
    paths.map((one) => ({ path: one, before: one.includes('new') ? null : old, after: 'evil' })),
  );
const anything = fc.oneof(fc.jsonValue(), fc.constant(undefined));

/** What a journal says, sound as often as not: nothing but its paths may then hold it back. */
const body = fc.oneof(
  { weight: 6, arbitrary: fc.array(entry, { minLength: 1, maxLength: 3 }) },
  { weight: 3, arbitrary: own },
  { weight: 3, arbitrary: fc.tuple(own, entry).map(([sound, more]) => [...sound, more]) },
  { weight: 1, arbitrary: fc.array(anything, { maxLength: 3 }) },
  { weight: 1, arbitrary: anything },
);

function writeJournalText({ root, state, anchors }: Place, entries: unknown, isWhole: boolean) {
  const named = anchors.map((anchor) => nodeFileSystem.identify(anchor));
  const listed = Array.isArray(entries) ? entries : [];
  const hashed = listed.map((one) =>
    one && typeof one === 'object' && typeof one.after === 'string'
      ? { ...one, after: hashText(one.after) }
      : one,
  );
  const text = JSON.stringify({
    token: 'ab',
    entries: Array.isArray(entries) ? hashed : entries,
    anchors: named,
  });
  const head = JSON.stringify({ journal: 1, sum: hashText(text) });
  writeFileSync(journalPath(state ?? ''), isWhole ? `${head}\n${text}\n` : text);
  for (const one of listed) {
    if (typeof one?.path !== 'string' || typeof one?.after !== 'string') continue;
    const draft = join(root, draftOf('ab', one.path));
    if (!draft.startsWith(dirname(root))) continue;
    try {
      // The new text, as a crash would have left it; where none can be, none is.
      writeFileSync(draft, one.after, { flag: 'wx' });
    } catch {}
  }
}

describe('any text as a journal', () => {
  it('touches only regular files inside the backlog, whoever settles it', async () => {
    let changed = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), fc.boolean(), async (entries, isWhole, byDoctor) => {
        const { top, place } = prepare();
        try {
          const folders = ['outside', 'clone/.git'].map((name) => join(top, name));
          writeJournalText(place, entries, isWhole);
          const links = () =>
            ['link', 'git', 'items/link.md'].map((name) => join(place.root, name));
          const before = folders.map(snapshot);
          const around = readdirSync(top);
          const own = snapshot(place.root);
          const problems = byDoctor
            ? await giveFirstAid(nodeFileSystem, place, lock, false)
            : await openStore(nodeFileSystem, place, lock, success(makeSettings({}))).recover();
          expect(folders.map(snapshot)).toEqual(before);
          expect(links().map((link) => lstatSync(link).isSymbolicLink())).toEqual([
            true,
            true,
            true,
          ]);
          expect(readdirSync(top)).toEqual(around);
          if (problems.length > 0) refused += 1;
          const isChanged = (line: string) => /^(?:a\.md|items\/(?:b|new)\.md) .*evil$/.test(line);
          if (snapshot(place.root).some((line) => isChanged(line) && !own.includes(line)))
            changed += 1;
        } finally {
          rmSync(top, { recursive: true });
        }
      }),
      {
        numRuns: 200,
        examples: [
          [[{ path: 'a.md/items/link', before: null, after: null }], true, true],
          [[0, 1].map(() => ({ path: 'a.md', before: old, after: 'evil' })), true, true],
        ],
      },
    );
    // Both happened, so that neither was tried in vain.
    expect(changed).toBeGreaterThan(5);
    expect(refused).toBeGreaterThan(20);
  });
});
