import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findHead } from '../../src/exchange/csv/csv-head.js';
import { readRows } from '../../src/exchange/delimited.js';
import { decodeText } from '../../src/text/decode.js';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';

/** A folder of csv files that trackers exported; none of them may be kept in this repository. */
const folder = process.env['STORYMARK_EXPORTS'] ?? '';
const exports = folder === '' ? [] : readdirSync(folder).filter((name) => name.endsWith('.csv'));

if (folder === '') console.info('real exports: skipped, STORYMARK_EXPORTS names no folder of them');

describe.skipIf(folder === '')('a real export (a folder of them: STORYMARK_EXPORTS)', () => {
  it.each(exports)('%s arrives with every row, and is the same again', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const { text } = decodeText(bytes);
    const head = findHead(text, { map: new Map(), ownFields: {}, origin: null });
    const { delimiter = ',', end = 0 } = head ?? {};
    const rows = readRows(text, { delimiter, trims: true, start: end });
    const backlog = await createNewBacklog();
    const read = ['import', 'csv', join(folder, name), '--origin', 'x'];
    const first = await backlog.run(read);
    expect(first.stdout.trim().split('\n')).toHaveLength(rows.length);
    const before = hashFolder(backlog.dir);
    const again = await backlog.run([...read, '--update']);
    expect([again.code, hashFolder(backlog.dir)]).toEqual([0, before]);
    // What is nowhere in the items is named.
    expect(first.code).toBe(first.stderr.includes('left behind: ') ? 2 : 0);
  });
});
