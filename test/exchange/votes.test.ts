import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited, writeDelimited } from '../../src/exchange/delimited.js';
import { readPairwise, writePairwise } from '../../src/exchange/pairwise.js';
import {
  readKeptVotes,
  readVotes,
  readWeights,
  weighVotes,
  writeKeptVotes,
} from '../../src/exchange/votes.js';

describe('delimited text', () => {
  it('takes commas, semicolons, tabs and bars, CRLF, a BOM and quotes', () => {
    for (const [text, cells] of [
      ['a,b,c', ['a', 'b', 'c']],
      ['a;b,5;c', ['a', 'b,5', 'c']],
      ['a\tb c', ['a', 'b c']],
      ['A3|500    |A5,A4|   ', ['A3', '500', 'A5,A4', '']],
      ['\ufeff"say ""x"", y",2\r\n', ['say "x", y', '2']],
      ['"two\nlines",2', ['two\nlines', '2']],
    ] as const) {
      expect(readDelimited(text).map((row) => row.cells)).toEqual([cells]);
    }
  });

  it('counts lines as an editor does, and passes empty ones over', () => {
    expect(readDelimited('a,1\n\n"b\nc",2\n,\nd,3\n').map(({ line }) => line)).toEqual([1, 3, 6]);
  });

  it('reads back what it writes', () => {
    const cell = fc.string().map((text) => text.replaceAll('\ufeff', '').trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (cells) => {
        fc.pre(cells.some((one) => one !== ''));
        const [row] = readDelimited(`a,b,c,d,e,f,g,h\n${writeDelimited(['x', ...cells])}`).slice(1);
        expect(row?.cells).toEqual(['x', ...cells]);
      }),
    );
  });
});

describe('votes', () => {
  it('are read with and without names', () => {
    expect(readVotes('A1|9|2\nA2|6|')).toEqual({
      ok: true,
      value: {
        voters: null,
        rows: [
          { item: 'A1', line: 1, votes: [9, 2] },
          { item: 'A2', line: 2, votes: [6, null] },
        ],
      },
    });
    expect(readVotes('item,acme,sales\nA1,9,n/a')).toMatchObject({
      value: { voters: ['acme', 'sales'], rows: [{ line: 2, votes: [9, null] }] },
    });
  });

  it.each([
    ['', 'no votes'],
    ['A1', 'at least one vote'],
    ['A1,2\nA2,3,4', '1 votes expected, as on line 1, not 2'],
    ['item,acme\nA1,-3', '"-3" is not a vote'],
    ['item,acme\n,3', 'the item is missing'],
  ])('are refused: %j', (text, message) => {
    const read = readVotes(text);
    expect(read.ok || read.problems[0]?.message).toContain(message);
  });

  it('are weighed by those who voted', () => {
    expect(weighVotes([9, 3], [1, 1])).toBe(6);
    expect(weighVotes([9, 3], [5, 1])).toBe(8);
    expect(weighVotes([9, null], [5, 100])).toBe(9);
    expect(weighVotes([null, null], [5, 1])).toBeNull();
    expect(weighVotes([9, 3], [0, 0])).toBeNull();
    expect(weighVotes([1, 2, 2], [1, 1, 1])).toBe(1.6667);
    expect(weighVotes([1, 3], [1e308, 1e308])).toBe(2);
    expect(weighVotes([1e308, 1e308, 1e308], [7, 9, 3])).toBeCloseTo(1e308, -300);
  });

  it('survive being kept', () => {
    const kept = {
      voters: ['ACME, Inc.', 'sales'],
      weights: [5, 2],
      votes: { 'ST-2': [9, null], 'ST-1': [0, 3] },
    };
    const text = writeKeptVotes(kept);
    expect(text).toBe('item,"ACME, Inc.",sales\nweight,5,2\nST-1,0,3\nST-2,9,\n');
    expect(readKeptVotes(text)).toEqual({ ok: true, value: kept });
  });

  it('have weights by place or by name', () => {
    expect(readWeights('7\n5\n')).toMatchObject({ value: [{ weight: 7 }, { weight: 5 }] });
    expect(readWeights('who,weight\nacme,7')).toEqual({
      ok: true,
      value: [{ voter: 'acme', weight: 7 }],
    });
    expect(readWeights('7\nmuch')).toMatchObject({ problems: [{ line: 2 }] });
    expect(readWeights('')).toMatchObject({ ok: false });
  });
});

describe('kept answers', () => {
  const answer = {
    input: 'value',
    first: 'ST-2',
    verdict: 'more',
    second: 'ST-1',
    on: '2026-11-24',
  };

  it('stand on one line a pair, the later one', () => {
    const text = writePairwise([
      { ...answer, verdict: 'less' },
      { ...answer, verdict: 'more' },
      { ...answer, first: 'ST-0', second: 'ST-9', verdict: 'same' },
    ]);
    expect(text).toBe(
      'input,item,verdict,other,on\nvalue,ST-0,same,ST-9,2026-11-24\nvalue,ST-1,less,ST-2,2026-11-24\n',
    );
    expect(readPairwise(text)).toMatchObject({ ok: true, value: [{}, { verdict: 'less' }] });
  });

  it('are refused where a merge left its marks, by line', () => {
    const read = readPairwise('input,item,verdict,other,on\n<<<<<<< HEAD\n');
    expect(read).toMatchObject({ ok: false, problems: [{ line: 2 }] });
  });
});
