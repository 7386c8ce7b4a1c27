import { readDocument } from '../../src/item/document.js';
import { findConflictMarkers } from '../../src/item/merge/conflict-markers.js';

/** Draws from 0 up to, but not, `below`. */
export type Draw = (below: number) => number;

export function drawFrom(random: () => number): Draw {
  return (below) => Math.floor(random() * below);
}

const lines = [
  'status: ready',
  'points: 5',
  'rank: a4',
  'labels: [x, y]',
  'depends:',
  '  - ST-9',
  'score:',
  '  value: 3',
  'title: "Another: one"',
  '# a comment',
  '- [ ] Given a thing, then another',
  '- [x] Done',
  '## Acceptance criteria',
  '',
  '---',
  '```',
  '<!--',
  '| a | b |',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> other',
];
const pieces = [
  'x',
  '7',
  ' ',
  '"',
  "'",
  '#',
  ':',
  '-',
  '[',
  ']',
  '{',
  '}',
  '&a',
  '*a',
  '|',
  'é',
  '\t',
];

/** The text after a few changes that people, editors and accidents make. */
export function mutateDocument(text: string, draw: Draw): string {
  let changed = text;
  for (let left = 1 + draw(4); left > 0; left -= 1) changed = mutateOnce(changed, draw);
  return changed;
}

/** As `mutateDocument`, save that a change which would leave it unreadable is not made. */
export function mutateReadable(text: string, draw: Draw): string {
  let changed = text;
  let left = 1 + draw(4);
  for (let tries = left * 3; tries > 0 && left > 0; tries -= 1) {
    const next = mutateOnce(changed, draw);
    if (findConflictMarkers(next) !== null || !readDocument('', next).ok) continue;
    changed = next;
    left -= 1;
  }
  return changed;
}

function mutateOnce(text: string, draw: Draw): string {
  const rows = text.split('\n');
  const at = draw(rows.length);
  const row = rows[at] ?? '';
  const other = draw(rows.length);
  switch (draw(9)) {
    case 0:
      return rows.toSpliced(at, 1).join('\n');
    case 1:
      return rows.toSpliced(at, 0, lines[draw(lines.length)] ?? '').join('\n');
    case 2:
      return rows.toSpliced(other, 0, row).join('\n');
    case 3:
      return rows.with(at, row.replace(/\w+(?=\W*$)/, `w${draw(9)}`)).join('\n');
    case 4:
      return rows.with(at, row.replace(/\d/, String(draw(10)))).join('\n');
    case 5:
      return rows.with(at, row.replace('[ ]', '[x]')).join('\n');
    case 6: {
      const column = draw(row.length + 1);
      const piece = pieces[draw(pieces.length)] ?? '';
      return rows.with(at, row.slice(0, column) + piece + row.slice(column)).join('\n');
    }
    case 7:
      return rows
        .with(at, rows[other] ?? '')
        .with(other, row)
        .join('\n');
    default:
      return draw(8) === 0 ? text.replaceAll('\n', '\r\n') : text.slice(0, text.length - draw(3));
  }
}
