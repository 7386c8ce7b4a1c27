import type { StoryReader } from '../reader.js';
import { type FinalLexicon, findMark } from './marker-lexicon.js';
import { readable } from './marker-text.js';
import { CLOSED, locateFinal } from './read-final.js';

/** How far into a text a role may stand. */
const FURTHEST = 400;
const STOP = /[。！？!?\n]|[.](?=\s)/gu;

/** Reads the stories of a language whose marks stand at the end of their clauses. */
export function makeFinalReader(lexicon: FinalLexicon): StoryReader {
  const mayHold = (text: string) => {
    if (!lexicon.script.test(text.slice(0, FURTHEST))) return false;
    const head = text.slice(0, FURTHEST).toLowerCase();
    return findMark(`${lexicon.roleCloses}|${lexicon.conditionCloses}`, head, 0, FURTHEST) !== null;
  };
  return {
    language: lexicon.language,
    mayHold,
    mayGoOn: (text) =>
      lexicon.script.test(text.slice(0, 200)) &&
      findMark(`(?:${lexicon.want})${CLOSED}|${lexicon.benefitOpens}`, text, 0, 200) !== null,
    findInnerOpenings: (text) => findInnerOpenings(text, lexicon),
    locate: (text) => (mayHold(text.masked) ? locateFinal(text, readable(text), lexicon) : null),
  };
}

/** Sentences after the first that have a role and a want. */
function findInnerOpenings(text: string, lexicon: FinalLexicon): readonly number[] {
  if (!lexicon.script.test(text)) return [];
  if (findMark(lexicon.roleCloses, text, 0, text.length) === null) return [];
  const found: number[] = [];
  STOP.lastIndex = 0;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    const at = stop.index + stop[0].length;
    const next = /[^\s]/u.exec(text.slice(at, at + 8));
    if (next === null) continue;
    const from = at + next.index;
    const end = Math.min(from + FURTHEST, sentenceEnd(text, from));
    const role = findMark(lexicon.roleCloses, text, from, Math.min(end, from + 80));
    if (role === null) continue;
    if (findMark(`(?:${lexicon.want})`, text, role.end, end) !== null) found.push(from);
  }
  return found;
}

function sentenceEnd(text: string, from: number): number {
  const hit = /[。！？!?\n]|[.](?=\s)/u.exec(text.slice(from, from + FURTHEST));
  return hit === null ? text.length : from + hit.index;
}
