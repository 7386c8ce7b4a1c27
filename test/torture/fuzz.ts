import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf, type Document, readDocument } from '../../src/item/document.js';
import { editFields } from '../../src/item/edit/edit.js';
import { fieldNames } from '../../src/item/field.js';
import { isEqualValue } from '../../src/item/value.js';
import { checkStandaloneFiles } from '../../src/ops/check/check-backlog.js';
import { seedRandom } from '../../src/text/random.js';

/*
 * Documents mutated at random through read, check and set: no crash, no hang, no byte lost.
 */

/** Milliseconds of CPU one step may take on one document. */
const longest = 50;
/** As many documents stay readable whatever is done to them: what edits do is tried on them. */
const gentleShare = 0.6;

export interface FuzzReport {
  readonly documents: number;
  readonly readable: number;
  readonly edited: number;
  /** Milliseconds of CPU that the slowest step took. */
  readonly slowest: number;
  readonly faults: readonly FuzzFault[];
}

export interface FuzzFault {
  readonly what: string;
  readonly text: string;
}

/** @param repository whose fixtures and example are the documents to begin with */
export async function fuzzDocuments(
  repository: string,
  documents: number,
  seed: string,
): Promise<FuzzReport> {
  const random = seedRandom(seed);
  const corpus = readCorpus(repository);
  const faults: FuzzFault[] = [];
  let [readable, edited, slowest] = [0, 0, 0];
  const run = async <T>(what: string, text: string, work: () => T): Promise<Awaited<T>> => {
    const { value, taken } = await timed(work);
    slowest = Math.max(slowest, taken);
    if (taken > longest) faults.push({ what: `${what} took ${taken.toFixed(0)} ms`, text });
    return value;
  };
  for (let n = 0; n < documents; n += 1) {
    const text = random() < gentleShare ? mutateGently(corpus, random) : mutate(corpus, random);
    const path = 'items/x.md';
    try {
      const read = await run('read', text, () => readDocument(path, text));
      await run('check', text, () => checkStandaloneFiles([{ path, text }], [], {}));
      if (!read.ok) continue;
      readable += 1;
      const fault = await run('set', text, () => tryEdits(read.value));
      if (fault === null) edited += 1;
      else if (fault !== 'refused') faults.push({ what: fault, text });
    } catch (error) {
      faults.push({ what: `crashed: ${(error as Error).stack}`, text });
    }
  }
  return { documents, readable, edited, slowest, faults };
}

/** CPU, not time: others use the machine too. What seems slow is measured twice more. */
async function timed<T>(work: () => T) {
  for (let attempt = 1, taken = Number.POSITIVE_INFINITY; ; attempt += 1) {
    const before = process.cpuUsage();
    const value = await work();
    const { user, system } = process.cpuUsage(before);
    taken = Math.min(taken, (user + system) / 1000);
    if (taken <= longest || attempt === 3) return { value, taken };
  }
}

/** Sets and removes keys: all that is not theirs stays, and what was set and removed leaves no trace. */
function tryEdits(document: Document): null | 'refused' | string {
  const set = editFields(document, [{ path: ['points'], value: 5 }], fieldNames);
  if (!set.ok) return 'refused';
  const after = readDocument(document.path, set.value);
  if (!after.ok) return 'set wrote what cannot be read';
  if (bodyOf(after.value) !== bodyOf(document)) return 'set changed the body';
  if (after.value.fields['points'] !== 5) return 'set did not set the field';
  for (const [key, value] of Object.entries(document.fields)) {
    const isOther = key !== 'points';
    if (isOther && !isEqualValue(after.value.fields[key], value)) return `set changed ${key}`;
  }
  if ('fuzz' in document.fields) return null;
  const added = editFields(document, [{ path: ['fuzz'], value: 'x' }], fieldNames);
  if (!added.ok) return 'refused';
  const again = readDocument(document.path, added.value);
  if (!again.ok) return 'set wrote what cannot be read';
  const removed = editFields(again.value, [{ path: ['fuzz'], value: undefined }], fieldNames);
  if (!removed.ok) return 'a key that was added cannot be removed';
  return isUnchanged(document, removed.value) ? null : 'adding and removing a key left a trace';
}

/** Byte for byte; in braces a comma before the end separates what is added, and goes with it. */
function isUnchanged({ text, yamlStart }: Document, after: string): boolean {
  if (after === text) return true;
  const plain = (whole: string) => whole.replace(/[,\s]/g, '');
  return /^\s*\{/.test(text.slice(yamlStart)) && plain(after) === plain(text);
}

function readCorpus(repository: string): readonly string[] {
  const folders = ['test/fixtures/codec', 'examples/calendar/backlog/items'];
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(repository, folder, name), 'utf8')),
  );
}

const tokens = [
  '---\n',
  '---',
  '...\n',
  ': ',
  ':',
  '- ',
  '-',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!str ',
  '!x ',
  '? ',
  '| \n',
  '>-\n',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '"',
  "'",
  '#',
  ' # note',
  '%YAML 1.2\n',
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '\u0000',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ud800',
  '👩‍💻',
  'é',
  '日本',
  '\u202e',
  'null',
  '~',
  'true',
  'yes',
  '0x1F',
  '010',
  '1_000',
  '.inf',
  '2026-11-24',
  '__proto__: 1\n',
  'constructor: {}\n',
  'points: 3\n',
  'id: X\n',
  'depends: [a, b]\n',
  'score:\n  value: 8\n',
  '<<<<<<< ours\n',
  '=======\n',
  '>>>>>>> theirs\n',
  '```\n',
  '~~~\n',
  '<!-- ',
  '-->',
  '- [ ] ',
  '- [x] ',
  '## Acceptance criteria\n',
  '# ',
  '> ',
  'Given ',
  'As a guest, I want ',
  'so that ',
  '`',
  '**',
  '](',
  '![',
  '<b>',
  '|',
  '&amp;',
  '\\',
  ' '.repeat(80),
  'a'.repeat(300),
  '\n'.repeat(40),
  '('.repeat(60),
  '> '.repeat(60),
  '[a]'.repeat(60),
  '{a: '.repeat(40),
  '- '.repeat(60),
] as const;

/** One document with a few things done to it; now and then many. */
function mutate(corpus: readonly string[], random: () => number): string {
  return mutateKeeping(corpus, random, () => true);
}

/** As `mutate`, save that what would leave a document unreadable is not done to it. */
function mutateGently(corpus: readonly string[], random: () => number): string {
  return mutateKeeping(corpus, random, (text) => {
    try {
      return readDocument('', text).ok;
    } catch {
      // A crash is for the one who called to find.
      return true;
    }
  });
}

function mutateKeeping(
  corpus: readonly string[],
  random: () => number,
  isKept: (text: string) => boolean,
): string {
  const below = (count: number) => Math.floor(random() * count);
  const some = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  let text = some(corpus);
  let left = 1 + below(random() < 0.1 ? 30 : 4);
  for (let tries = left * 3; tries > 0 && left > 0; tries -= 1) {
    const changed = mutateOnce(text.slice(0, 20_000), below, some, corpus);
    if (!isKept(changed)) continue;
    text = changed;
    left -= 1;
  }
  return text;
}

function mutateOnce(
  text: string,
  below: (count: number) => number,
  some: <T>(from: readonly T[]) => T,
  corpus: readonly string[],
): string {
  const at = below(text.length + 1);
  const to = Math.min(text.length, at + 1 + below(12));
  const lines = text.split('\n');
  const line = below(lines.length);
  switch (below(10)) {
    case 0:
    case 1:
    case 2:
      return text.slice(0, at) + some(tokens) + text.slice(at);
    case 3:
      return text.slice(0, at) + text.slice(to);
    case 4:
      return text.slice(0, at) + String.fromCharCode(below(0x250)) + text.slice(at + 1);
    case 5:
      return text.slice(0, to) + text.slice(at);
    case 6:
      return lines.toSpliced(line, 1).join('\n');
    case 7:
      return lines.toSpliced(below(lines.length), 0, lines[line] ?? '').join('\n');
    case 8:
      return lines.with(line, ' '.repeat(below(6)) + (lines[line] ?? '').trimStart()).join('\n');
    default: {
      const other = some(corpus);
      return text.slice(0, at) + other.slice(below(other.length + 1));
    }
  }
}

export function describeFuzz({ documents, readable, edited, slowest, faults }: FuzzReport): string {
  return [
    `${documents} documents: ${readable} readable, ${edited} edited and edited back`,
    `slowest step: ${slowest.toFixed(1)} ms of CPU`,
    `faults: ${faults.length}`,
    ...faults
      .slice(0, 10)
      .map(({ what, text }) => `${what}\n${JSON.stringify(text).slice(0, 2000)}`),
  ].join('\n');
}
