import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBacklog, getItem, openBacklog } from '../../src/backlog/backlog.js';
import { defaultSettings } from '../../src/backlog/settings.js';
import { type Document, readDocument } from '../../src/item/document.js';
import { isNamedFor } from '../../src/item/id.js';

function document(path: string, id: string): Document {
  const read = readDocument(path, `---\nid: ${id}\ntype: story\n---\n`);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

/** A source that counts how often everything was read. */
function countingSource(documents: readonly Document[]) {
  let readings = 0;
  return {
    readings: () => readings,
    all: () => {
      readings += 1;
      return { documents, problems: [] };
    },
    named: (id: string) => documents.filter(({ path }) => isNamedFor(path, id)),
  };
}

// Few ids, so that they meet: in the name, in the file, in other letters.
const id = fc.constantFrom('ST-1', 'st-1', 'ST-12', 'ST', 'plan', 'plan-a', 'PLAN');
const documents = fc
  .uniqueArray(fc.record({ named: id, slug: fc.constantFrom('', '-a', '-b'), id }), {
    selector: ({ named, slug }) => named + slug,
    maxLength: 6,
  })
  .map((list) => list.map((one) => document(`items/${one.named}${one.slug}.md`, one.id)));

describe('a backlog read when it is asked for', () => {
  it('finds the same items by id as one that was read whole', () => {
    fc.assert(
      fc.property(documents, id, fc.boolean(), (list, wanted, isReadFirst) => {
        const whole = createBacklog(defaultSettings(), list);
        const lazy = openBacklog(defaultSettings(), countingSource(list));
        if (isReadFirst) expect(lazy.work).toHaveLength(list.length);
        expect(getItem(lazy, wanted)?.document.path).toBe(getItem(whole, wanted)?.document.path);
      }),
    );
  });

  it('reads one file for an item named by its id, and hands out that object for good', () => {
    const source = countingSource([document('items/ST-1-a.md', 'ST-1'), document('x.md', 'ST-2')]);
    const backlog = openBacklog(defaultSettings(), source);
    const early = getItem(backlog, 'st-1');
    expect(early?.id).toBe('ST-1');
    expect(source.readings()).toBe(0);
    expect(getItem(backlog, 'ST-2')?.document.path).toBe('x.md');
    expect(source.readings()).toBe(1);
    expect(backlog.work).toContain(early);
    expect(getItem(backlog, 'ST-1')).toBe(early);
    expect(source.readings()).toBe(1);
  });

  it('finds nothing for an empty id', () => {
    const source = countingSource([document('items/-x.md', '""')]);
    expect(getItem(openBacklog(defaultSettings(), source), '')).toBeUndefined();
  });
});
