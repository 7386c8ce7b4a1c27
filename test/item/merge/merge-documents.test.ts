import { describe, expect, it } from 'vitest';
import { fieldNames } from '../../../src/item/field.js';
import type { MarkerStyle } from '../../../src/item/merge/conflict-markers.js';
import { mergeDocuments } from '../../../src/item/merge/merge-documents.js';

const style = { ours: 'HEAD', theirs: 'other', base: null, size: 7 };
const base = `---
id: ST-1
type: story
status: draft # as the team says
title: "Leave a note"
rank: a0
created: 2026-11-24
labels: [a, b]
score:
  value: 8
  urgency: 3
---

As a guest, I want to leave a note, so that my host knows.

## Acceptance criteria

- [ ] One
- [ ] Two
- [ ] Three

## Notes

Blue ink.
`;

/** Merges two edits of the base, each a list of replacements. */
function merge(ours: Edits, theirs: Edits, from: string | null = base, shown: MarkerStyle = style) {
  const change = (edits: Edits) =>
    edits.reduce((text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`nothing to replace: ${before}`);
      return text.replace(before, () => after);
    }, base);
  const merged = mergeDocuments(
    { base: from, ours: change(ours), theirs: change(theirs) },
    fieldNames,
    shown,
  );
  if (merged === null) throw new Error('not merged');
  return merged;
}
type Edits = readonly (readonly [string, string])[];

/** The merge has no conflict, and is what both edits made one after the other give. */
function expectBoth(ours: Edits, theirs: Edits): void {
  const { text, conflicts } = merge(ours, theirs);
  expect(conflicts).toEqual([]);
  const both = [...ours, ...theirs].reduce(
    (all, [before, after]) => all.replace(before, after),
    base,
  );
  expect(text).toBe(both);
}

describe('frontmatter', () => {
  it('takes what each side changed, neighbours too', () => {
    expectBoth([['draft', 'ready']], [['"Leave a note"', '"Leave a message"']]);
    expectBoth([['value: 8', 'value: 5']], [['urgency: 3', 'urgency: 8']]);
    expectBoth([['created', 'due: 2026-12-01\ncreated']], [['rank: a0', 'rank: a1']]);
  });

  it('keeps the comments, quotes and keys of its own of both sides', () => {
    expectBoth([['draft #', 'ready #']], [['rank: a0', '# first of all\nrank: a0']]);
    expectBoth([['draft #', 'ready #']], [['rank: a0', "rank: 'a0' # quoted"]]);
    expectBoth([['draft #', 'ready #']], [['created', 'team: {a: 1} # ours\ncreated']]);
    expectBoth([['draft #', 'ready #']], [['as the team says', 'as all say']]);
    expectBoth([['a0', 'a1']], [['\ncreated', ' # first of all\ncreated']]);
    expectBoth([['\ncreated', ' # first of all\ncreated']], [['a0', 'a1']]);
    expectBoth([['draft #', 'ready #']], [[' # as the team says', '']]);
  });

  it.each([
    ['above a key', 'rank: a0', '# OURS\nrank: a0', '# THEIRS\nrank: a0'],
    ['after the last key', '3\n---', '3\n# OURS\n---', '3\n# THEIRS\n---'],
    ['above the first key', 'id: ST-1', '# OURS\nid: ST-1', '# THEIRS\nid: ST-1'],
    ['with a key of their own', 'created', '# OURS\ndue: 2026-12-01\ncreated', '# THEIRS\ncreated'],
  ])('keeps what both sides add %s', (_where, place, ours, theirs) => {
    const { text, conflicts } = merge([[place, ours]], [[place, theirs]]);
    expect(conflicts).toEqual([]);
    expect(text).toMatch(/# OURS\n(?:due.*\n)?# THEIRS\n|# THEIRS\n(?:due.*\n)?# OURS\n/);
    expect(merge([[place, ours]], [[place, ours]]).text.match(/# OURS/g)).toHaveLength(1);
  });

  it.each([
    ['at the end of an unchanged line', 'rank: a0', 'rank: a0 # OURS', 'rank: a0 # THEIRS'],
    ['in the place of one comment', '# as the team says', '# OURS', '# THEIRS'],
  ])(
    'leaves it to git, which marks it, where both sides write %s',
    (_what, place, ours, theirs) => {
      expect(() => merge([[place, ours]], [[place, theirs]])).toThrow('not merged');
    },
  );

  it("shows each side's own comment where one key got two values", () => {
    const { text } = merge(
      [['rank: a0', 'points: 1 # OURS\nrank: a0']],
      [['rank: a0', 'points: 2 # THEIRS\nrank: a0']],
    );
    expect(text).toContain('points: 1 # OURS\n=======\npoints: 2 # THEIRS\n>>>>>>>');
  });

  it('lets a comment go that one side took out', () => {
    const above = [['rank: a0', '# first\nrank: a0']] as const;
    const text = merge([], [], base, style).text;
    expect(text).toBe(base);
    const was = base.replace(...above[0]);
    const merged = mergeDocuments(
      { base: was, ours: base.replace('draft', 'ready'), theirs: was.replace('a0', 'a1') },
      fieldNames,
      style,
    );
    expect(merged?.text).toBe(base.replace('draft', 'ready').replace('a0', 'a1'));
  });

  it('merges lists as ordered sets, and in the style they have', () => {
    const { text, conflicts } = merge([['[a, b]', '[b, c]']], [['[a, b]', '[a, x, b, d]']]);
    expect(conflicts).toEqual([]);
    expect(text).toContain('labels: [x, b, c, d]\n');
  });

  it('keeps every event of a history in order, and two equal ones', () => {
    const event = (day: string, sign: string) => `${day} ${sign}2026-S24 5`;
    const list = (...events: readonly string[]) =>
      ['created', `sprints: [${events.join(', ')}]\ncreated`] as const;
    const [a, b, c] = [
      event('2026-11-01', '+'),
      event('2026-11-03', '-'),
      event('2026-11-02', '+'),
    ];
    expect(merge([list(a, b)], [list(a, c)]).text).toContain(`sprints: [${a}, ${c}, ${b}]`);
    expect(merge([list(a, b, a, b)], [list(a)]).text).toContain(`[${a}, ${a}, ${b}, ${b}]`);
  });

  it.each([
    ['two entries into one sprint', 'sprints', '2026-11-01 +S1 3 planned', '2026-11-02 +S1 5 set'],
    ['two exits', 'sprints', '2026-11-01 -S1 3 split', '2026-11-01 -S1 3 carried'],
    ['two ways to one stage', 'stages', '2026-11-01 beta a.md', '2026-11-01 beta b.md'],
  ])('marks %s, as it happened once', (_what, key, ours, theirs) => {
    const list = (event: string) => [['created', `${key}: [${event}]\ncreated`]] as const;
    const { text, conflicts } = merge(list(ours), list(theirs));
    expect(conflicts).toEqual([key]);
    expect(text).toContain(`${key}: [${ours}]\n=======\n${key}: [${theirs}]\n`);
  });

  it.each([
    ['answers of a survey', 'score', '{kano: [[like, dislike]]}', '{kano: [[like, neutral]]}'],
    ['votes', 'score', '{votes: [3, 5]}', '{votes: [3, 8]}'],
    ['maps in a list of the team', 'retro', '[{who: Ann}]', '[{who: Bo}]'],
    ['numbers in a list of the team', 'sizes', '[1, 2]', '[1, 3]'],
  ])('marks %s, which nothing says how to unite', (_what, key, ours, theirs) => {
    const list = (value: string) =>
      [['score:\n  value: 8\n  urgency: 3\n', `${key}: ${value}\n`]] as const;
    expect(merge(list(ours), list(theirs)).conflicts).toHaveLength(1);
  });

  it('takes the smaller key of an item moved on both sides, and says so', () => {
    const moved = merge([['rank: a0', 'rank: a5']], [['rank: a0', 'rank: Zz']]);
    expect(moved).toMatchObject({ conflicts: [], isMovedTwice: true });
    expect(moved.text).toContain('\nrank: Zz\n');
    expect(merge([['rank: a0', 'rank: a5']], [['draft', 'ready']]).isMovedTwice).toBe(false);
  });

  it('marks one key that got two values, and merges the others', () => {
    const { text, conflicts } = merge(
      [
        ['status: draft', 'status: ready'],
        ['rank: a0', 'rank: a1'],
      ],
      [
        ['status: draft', 'status: doing'],
        ['value: 8', 'value: 2'],
      ],
    );
    expect(conflicts).toEqual(['status']);
    expect(text).toBe(
      base
        .replace('rank: a0', 'rank: a1')
        .replace('value: 8', 'value: 2')
        .replace(
          /status.*\n/,
          (line) =>
            `<<<<<<< HEAD\n${line.replace('draft', 'ready')}=======\n${line.replace('draft', 'doing')}>>>>>>> other\n`,
        ),
    );
  });

  it('marks one key of a map, and a key taken out on one side', () => {
    const nested = merge([['value: 8', 'value: 5']], [['value: 8', 'value: 2']]);
    expect(nested.conflicts).toEqual(['score.value']);
    expect(nested.text).toContain(
      'score:\n<<<<<<< HEAD\n  value: 5\n=======\n  value: 2\n>>>>>>> other\n  urgency: 3\n',
    );
    const gone = merge([['rank: a0\n', '']], [['created: 2026-11-24', 'created: 2026-11-25']]);
    expect(gone.conflicts).toEqual([]);
    const fight = merge([['created: 2026-11-24\n', '']], [['2026-11-24', '2026-11-25']]);
    expect(fight.conflicts).toEqual(['created']);
    expect(fight.text).toContain(
      '<<<<<<< HEAD\n=======\ncreated: 2026-11-25\n>>>>>>> other\nlabels:',
    );
    const turned = merge([['2026-11-24', '2026-11-25']], [['created: 2026-11-24\n', '']]);
    expect(turned.text).toContain('<<<<<<< HEAD\ncreated: 2026-11-25\n=======\n>>>>>>> other\n');
  });

  it('shows what both sides began with where git is told to', () => {
    const shown = { ...style, base: 'base' };
    const { text } = merge(
      [
        ['value: 8', 'value: 5'],
        ['created: 2026-11-24\n', ''],
        ['rank: a0', 'due: 2026-12-01\nrank: a0'],
        ['Blue ink.', 'Red ink.'],
      ],
      [
        ['value: 8', 'value: 2'],
        ['2026-11-24', '2026-11-25'],
        ['rank: a0', 'due: 2026-12-24\nrank: a0'],
        ['Blue ink.', 'Green ink.'],
      ],
      base,
      shown,
    );
    for (const block of [
      '  value: 5\n||||||| base\n  value: 8\n=======\n  value: 2\n',
      '<<<<<<< HEAD\n||||||| base\ncreated: 2026-11-24\n=======\ncreated: 2026-11-25\n',
      'due: 2026-12-01\n||||||| base\n=======\ndue: 2026-12-24\n',
      'Red ink.\n||||||| base\nBlue ink.\n=======\nGreen ink.\n',
    ]) {
      expect(text).toContain(block);
    }
    const added = merge([['rank: a0', 'points: 1']], [['rank: a0', 'points: 2']], null, shown).text;
    expect(added).toContain('points: 1\n||||||| base\n=======\npoints: 2\n');
  });

  it('shows it as it was written where it could not stand there now', () => {
    const was = base.replace('rank: a0', 'base: &base {a: 1}\nuse:\n  <<: *base');
    const [ours, theirs] = [was.replace('a: 1', 'a: 2'), was.replace('use:', 'used:')];
    const shown = { ...style, base: 'base' };
    const merged = mergeDocuments({ base: was, ours, theirs }, fieldNames, shown);
    expect(merged?.text).toContain('||||||| base\nuse:\n  <<: *base\n=======\n>>>>>>> other\n');
  });

  it('marks a flow map as a whole', () => {
    const flow = (inside: string) =>
      ['score:\n  value: 8\n  urgency: 3\n', `score: {${inside}}\n`] as const;
    const { text, conflicts } = merge([flow('value: 1, risk: 1')], [flow('value: 2')]);
    expect(conflicts).toEqual(['score.value']);
    expect(text).toContain(
      '<<<<<<< HEAD\nscore: {value: 1, risk: 1}\n=======\nscore: {value: 2, risk: 1}\n>>>>>>> other\n',
    );
  });
});

describe('the record of a sprint', () => {
  const sprint = (lines: string) =>
    `---\nid: 2026-S24\ntype: sprint\nstatus: active\ntitle: Notes\n${lines}---\n`;
  const list = (key: string, ...ids: readonly string[]) =>
    `${key}:${ids.length === 0 ? ' []' : ids.map((id) => `\n  - { id: ${id}, points: 3 }`).join('')}\n`;
  const mergeSprints = (was: string, ours: string, theirs: string) =>
    mergeDocuments(
      { base: sprint(was), ours: sprint(ours), theirs: sprint(theirs) },
      fieldNames,
      style,
    );

  it('is in conflict where both sides closed it, and neither is united', () => {
    const committed = list('committed', 'A', 'B');
    const close = (done: string, carried: string) =>
      committed + list('added') + list('removed') + list('done', done) + list('carried', carried);
    const merged = mergeSprints(committed, close('A', 'B'), close('B', 'A'));
    expect(merged).toMatchObject({ conflicts: ['done', 'carried'], isRecordContested: true });
    for (const side of [/<{7} HEAD\n([\s\S]*?)={7}\n[\s\S]*?>{7} other\n/g]) {
      const ours = merged?.text.replace(side, '$1');
      expect(ours).toBe(sprint(close('A', 'B')));
    }
  });

  it('is in conflict where both sides started it with other items', () => {
    const merged = mergeSprints('', list('committed', 'A'), list('committed', 'A', 'B'));
    expect(merged?.conflicts).toEqual(['committed']);
  });

  it('is in conflict where each side changed another of its lists', () => {
    const [done, carried] = [list('done', 'A'), list('carried', 'B')];
    const merged = mergeSprints(
      done + carried,
      list('done', 'A', 'C') + carried,
      done + list('carried'),
    );
    expect(merged?.conflicts).toEqual(['done', 'carried']);
  });

  it('is taken over where one side changed it, or both in the same way', () => {
    const closed = list('done', 'A') + list('carried');
    expect(mergeSprints('', closed, 'start: 2026-11-23\n')?.conflicts).toEqual([]);
    expect(mergeSprints('', closed, closed)).toMatchObject({ isRecordContested: false });
  });
});

describe('the body', () => {
  it('merges two ticks, a tick and new words, and new items', () => {
    expectBoth([['[ ] One', '[x] One']], [['[ ] Two', '[x] Two']]);
    expectBoth([['[ ] One', '[x] One']], [['] One', '] Eins']]);
    expectBoth([['- [ ] Two\n', '']], [['[ ] Three', '[x] Three']]);
    const { text, conflicts } = merge(
      [['Three\n', 'Three\n- [ ] A\n']],
      [['Three\n', 'Three\n- [ ] B\n']],
    );
    expect(conflicts).toEqual([]);
    expect(text).toContain('- [ ] Three\n- [ ] A\n- [ ] B\n\n');
  });

  it('merges paragraphs side by side, and marks only the one both changed', () => {
    expectBoth([['As a guest', 'As a visitor']], [['Blue', 'Red']]);
    const { text, conflicts } = merge(
      [['Blue', 'Red']],
      [
        ['Blue', 'Green'],
        ['[ ] One', '[x] One'],
      ],
    );
    expect(conflicts).toEqual(['“Red ink.”']);
    expect(text).toBe(
      base
        .replace('[ ] One', '[x] One')
        .replace('Blue ink.\n', '<<<<<<< HEAD\nRed ink.\n=======\nGreen ink.\n>>>>>>> other\n'),
    );
  });

  it('keeps two new sections, but marks two texts at one place', () => {
    const end = 'Blue ink.\n';
    const sections = merge([[end, `${end}\n## A\n\na\n`]], [[end, `${end}\n## B\n\nb\n`]]);
    expect(sections.conflicts).toEqual([]);
    expect(sections.text).toContain(`${end}\n## A\n\na\n\n## B\n\nb\n`);
    expect(merge([[end, `${end}\na\n`]], [[end, `${end}\nb\n`]]).conflicts).toEqual(['“a”']);
  });
});

describe('odd sides', () => {
  it('leaves to git where, with one side chosen, an alias would have no anchor', () => {
    const text = (fields: string) => `---\n${fields}---\n`;
    const sides = {
      base: text('people:\n  - &a Ann\nlead: *a\n'),
      ours: text('people:\n  - &a Bo\nlead: *a\n'),
      theirs: text('peers:\n  - &a Ann\nlead: *a\n'),
    };
    expect(mergeDocuments(sides, fieldNames, style)).toBeNull();
  });

  it('merges CRLF with LF, in our line ends', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const ours = base.replace('draft', 'ready').replace('[ ] One', '[x] One');
    const theirs = base.replace('rank: a0', 'rank: a1').replace('[ ] Two', '[x] Two');
    const both = ours.replace('rank: a0', 'rank: a1').replace('[ ] Two', '[x] Two');
    for (const [b, o, t] of [
      [base, crlf(ours), theirs],
      [base, ours, crlf(theirs)],
      [crlf(base), ours, theirs],
      [crlf(base), crlf(ours), crlf(theirs)],
    ] as const) {
      const merged = mergeDocuments({ base: b, ours: o, theirs: t }, fieldNames, style);
      expect(merged?.conflicts).toEqual([]);
      expect(merged?.text).toBe(o.includes('\r') ? crlf(both) : both);
    }
  });

  it('merges what was added on both sides', () => {
    const { text, conflicts } = merge(
      [
        ['draft', 'ready'],
        ['- [ ] Two\n', ''],
      ],
      [
        ['[a, b]', '[c]'],
        ['[ ] One', '[x] One'],
      ],
      null,
    );
    expect(conflicts).toEqual(['status']);
    expect(text).toContain('- [x] One\n- [ ] Two\n- [ ] Three\n');
    expect(text).toContain('labels: [a, b, c]');
  });

  it('reads an ancestor that is itself in conflict', () => {
    const torn = base.replace(
      /status.*\n/,
      (line) => `<<<<<<< a\n${line}=======\nstatus: x\n>>>>>>> b\n`,
    );
    const merged = merge(
      [['draft', 'ready']],
      [
        ['draft', 'ready'],
        ['a0', 'a1'],
      ],
      torn,
    );
    expect(merged.conflicts).toEqual([]);
  });

  it('leaves to git what cannot be read, or has conflicts already', () => {
    const broken = base.replace('"Leave a note"', '"Leave a note');
    const sides = { base, ours: base.replace('draft', 'ready'), theirs: broken };
    expect(mergeDocuments(sides, fieldNames, style)).toBeNull();
    const torn = `${base}<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n`;
    expect(mergeDocuments({ ...sides, theirs: torn }, fieldNames, style)).toBeNull();
  });

  it('closes a last line without end when something follows it', () => {
    const ours = `${base.trimEnd()}\nMore`;
    const merged = mergeDocuments(
      { base, ours: base.trimEnd(), theirs: ours.replace('draft', 'ready') },
      fieldNames,
      { ...style, size: 9 },
    );
    expect(merged?.text).toBe(ours.replace('draft', 'ready'));
  });
});
