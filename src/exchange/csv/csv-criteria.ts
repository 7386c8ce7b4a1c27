import type { Draft } from '../draft.js';

const marked = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+(?:\[([ xX])\]\s+)?|\[([ xX])\]\s+)(.*)$/;
const step =
  /^(?:given|when|then|and|but|scenario(?: outline)?|angenommen|gegeben|wenn|dann|und|aber|étant donné\w*|quand|lorsque|alors|et|mais|dado|dada|cuando|quando|entonces|então|y|e|pero|mas)\b/iu;
const opening = /^(?:given|scenario(?: outline)?|angenommen|gegeben|étant donné\w*|dado|dada)\b/iu;

/**
 * The criteria of a cell: one a line, with or without a marker and a tick. Steps (Given, When,
 * Then) are one criterion up to the next Given, and lines without a marker go on with the marked
 * one above them.
 */
export function readCriteriaCell(cell: string): Draft['criteria'] {
  const criteria: { text: string; done: boolean; isSteps: boolean; isMarked: boolean }[] = [];
  for (const line of cell.split(/\r\n|\r|\n/)) {
    const match = marked.exec(line);
    const text = (match?.[3] ?? line).trim();
    if (text === '') continue;
    const last = criteria.at(-1);
    const goesOn =
      last !== undefined &&
      ((match === null && last.isMarked) ||
        (last.isSteps && step.test(text) && !(opening.test(text) && last.text.includes('\n'))));
    if (goesOn) last.text += `\n${text}`;
    else {
      const done = /x/i.test(match?.[1] ?? match?.[2] ?? '');
      criteria.push({ text, done, isSteps: step.test(text), isMarked: match !== null });
    }
  }
  return criteria.map(({ text, done }) => ({ text, done }));
}
