import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/item/document.js';
import { fieldNames } from '../../../src/item/field.js';
import { findConflictMarkers } from '../../../src/item/merge/conflict-markers.js';
import { type MergeSides, mergeDocuments } from '../../../src/item/merge/merge-documents.js';
import { mergeFields } from '../../../src/item/merge/merge-fields.js';
import { isEqualValue } from '../../../src/item/value.js';
import { seedRandom } from '../../../src/text/random.js';
import { listFiles } from '../../support/folder.js';
import { growthOf, linearGrowth } from '../../support/growth.js';
import { drawFrom, mutateDocument, mutateReadable } from '../../support/mutate-document.js';
import { runs } from '../../support/runs.js';
import { repository } from '../../support/sandbox.js';
import { CORPUS } from '../codec-corpus.js';

const style = { ours: 'HEAD', theirs: 'other', base: null, size: 7 };
const examples = join(repository, 'examples/calendar/backlog');
const documents = [
  ...CORPUS.values(),
  ...listFiles(examples)
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(examples, path), 'utf8')),
];
/** `npm run torture` asks for more. */
const rounds = Number(process.env['STORYMARK_FUZZ'] ?? runs(1_500, 10_000));

function merge(base: string | null, ours: string, theirs: string) {
  return mergeDocuments({ base, ours, theirs }, fieldNames, style);
}

/** As with merge.conflictStyle=diff3. */
function mergeShowingBase({ base, ours, theirs }: MergeSides): string {
  const shown = { ...style, base: 'base' };
  return mergeDocuments({ base, ours, theirs }, fieldNames, shown)?.text ?? '';
}

function dropBases(text: string): string {
  expect(text).toMatch(/^\|{7} base\r?$/m);
  return text.replace(/^\|{7} base\r?\n[\s\S]*?(?=^={7}\r?$)/gm, '');
}

/** A conflicted text with one side chosen everywhere. */
function choose(text: string, side: 'ours' | 'theirs'): string {
  let within: 'both' | 'ours' | 'theirs' = 'both';
  const kept = text.split(/(?<=\n)/).filter((line) => {
    if (line.startsWith('<<<<<<< HEAD')) within = 'ours';
    else if (line.startsWith('>>>>>>> other')) within = 'both';
    else if (/^={7}\r?\n$/.test(line) && within === 'ours') within = 'theirs';
    else return within === 'both' || within === side;
    return false;
  });
  return kept.join('');
}

/** Both sides can be chosen, and each then has exactly the values merging by meaning gives. */
function expectMeaning({ base, ours, theirs }: MergeSides, text: string, isConflict: boolean) {
  const [was, mine, yours] = [base ?? '', ours, theirs].map((one) => readDocument('', one));
  if (!mine?.ok || !yours?.ok) throw new Error('merged what cannot be read');
  const fields = was?.ok ? was.value.fields : {};
  const merged = mergeFields(fields, mine.value.fields, yours.value.fields);
  for (const side of ['ours', 'theirs'] as const) {
    const chosen = readDocument('', isConflict ? choose(text, side) : text);
    if (!chosen.ok) throw new Error(`${chosen.problems[0]?.message}\n${text}`);
    if (merged.conflicts.length > 0) continue;
    expect(isEqualValue(chosen.value.fields, merged.fields)).toBe(true);
  }
}

/** Frontmatter in which every comment is another word, and the changes people make of it. */
function mutateComments(text: string, draw: (below: number) => number, side: string): string {
  const lines = text.split('\n');
  const end = lines.lastIndexOf('---');
  for (let left = 1 + draw(3); left > 0; left -= 1) {
    const at = 1 + draw(end);
    const line = lines[at] ?? '';
    const comment = `#${side}${draw(1e6)}`;
    const isKey = /^\w+: \S/.test(line);
    const kind = draw(5);
    if (kind === 0) lines[at] = `${comment}\n${line}`;
    else if (kind === 1 && isKey && !line.includes('#')) lines[at] = `${line} ${comment}`;
    else if (kind === 2) lines[at] = line.replace(/#\w+/, comment);
    else if (kind === 3 && isKey) lines[at] = line.replace(/\s*#\w+/, '');
    else if (kind === 4 && isKey) lines[at] = line.replace(/: \w+/, `: ${side}${draw(3)}`);
  }
  return lines.join('\n');
}

const commented = `---
#b1
id: ST-1
type: story
status: draft #b2
title: Note #b3
#b4
points: b
rank: a0
created: 2026-11-24 #b5
labels: [a, b]
#b6
---

Text.
`;

describe('comments', () => {
  it('survive every merge, or are in conflict', { timeout: 600_000 }, () => {
    const draw = drawFrom(seedRandom('comments'));
    const wordsOf = (text: string) => new Set(text.match(/#\w+/g));
    let [clean, conflicted, left] = [0, 0, 0];
    for (let round = 0; round < rounds / 2; round += 1) {
      const ours = mutateComments(commented, draw, 'o');
      const theirs = mutateComments(commented, draw, 't');
      const merged = merge(commented, ours, theirs);
      if (merged === null) {
        left += 1;
        continue;
      }
      const isConflict = merged.conflicts.length > 0;
      if (isConflict) conflicted += 1;
      else clean += 1;
      const [was, mine, yours, found] = [commented, ours, theirs, merged.text].map(wordsOf) as [
        ...Set<string>[],
      ] as [Set<string>, Set<string>, Set<string>, Set<string>];
      const wanted = [...was, ...mine, ...yours].filter(
        (word) => !was.has(word) || (mine.has(word) && yours.has(word)),
      );
      for (const word of wanted)
        expect(found.has(word), `${word} of\n${ours}\n${theirs}`).toBe(true);
      if (!isConflict) expect([...found].sort()).toEqual([...new Set(wanted)].sort());
    }
    console.log(`comments: ${clean} clean, ${conflicted} in conflict, ${left} left to git`);
    expect(clean).toBeGreaterThan(rounds / 5);
    expect(left).toBeGreaterThan(rounds / 400);
  });
});

describe('merging any three documents', () => {
  it('gives back a side that alone changed, byte for byte', () => {
    const draw = drawFrom(seedRandom('identities'));
    for (const base of documents) {
      for (let round = 0; round < 5; round += 1) {
        const other = mutateDocument(base, draw);
        expect(merge(base, other, base)?.text).toBe(other);
        expect(merge(base, base, other)?.text).toBe(other);
        expect(merge(base, other, other)?.text).toBe(other);
        expect(merge(null, other, other)?.text).toBe(other);
      }
    }
  });

  it(`never fails, and keeps what both mean (${rounds} rounds)`, {
    timeout: 600_000,
  }, () => {
    const draw = drawFrom(seedRandom('merge'));
    let [clean, conflicted, left] = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const base = documents[draw(documents.length)] ?? '';
      // As for people, most of the time both sides are sound.
      const mutate = draw(10) < 6 ? mutateReadable : mutateDocument;
      const sides = { base, ours: mutate(base, draw), theirs: mutate(base, draw) };
      const merged = merge(sides.base, sides.ours, sides.theirs);
      if (merged === null) left += 1;
      else if (merged.conflicts.length === 0) clean += 1;
      else conflicted += 1;
      if (merged === null || sides.ours === base || sides.theirs === base) continue;
      if (sides.ours === sides.theirs) continue;
      const isConflict = merged.conflicts.length > 0;
      expect(findConflictMarkers(merged.text) !== null).toBe(isConflict);
      expectMeaning(sides, merged.text, isConflict);
      if (isConflict) expect(dropBases(mergeShowingBase(sides))).toBe(merged.text);
    }
    console.log(`merge: ${clean} clean, ${conflicted} in conflict, ${left} left to git`);
    // Else little was tried.
    expect(Math.min(conflicted, left)).toBeGreaterThan(rounds / 25);
    expect(clean + conflicted).toBeGreaterThan(rounds * 0.7);
  });

  it('takes longer with the size of the documents, not with its square', () => {
    const mergeLarge = (size: number) => {
      const lines = Array.from({ length: size }, (_, line) => `- [ ] criterion ${line}\n`);
      const labels = lines.map((_, index) => `label-${index}`);
      const write = (names: readonly string[], body: readonly string[]) =>
        `---\nid: ST-1\ntitle: x\nlabels: [${names.join(', ')}]\n---\n\n${body.join('')}`;
      const half = size / 2;
      merge(
        write(labels, lines),
        write(['first', ...labels], lines.toSpliced(half, 1)),
        write([...labels, 'last'], [...lines, '- [ ] one more\n']),
      );
    };
    expect(growthOf(mergeLarge, 500)).toBeLessThan(linearGrowth);
  });
});
