import type { StoryReader } from '../reader.js';
import { findMark, type LeadingLexicon } from './marker-lexicon.js';
import { locateLeading } from './read-leading.js';

/** How far into a text a label may push the story. */
const FURTHEST = 400;

/** Reads the stories of a language whose marks stand before their clauses, without blanks. */
export function makeLeadingReader(lexicon: LeadingLexicon): StoryReader {
  const { roleOpens, condition, purposeOpens, want, benefitOpens } = lexicon;
  const opens = `${roleOpens}|${condition}|${purposeOpens}`;
  return {
    language: lexicon.language,
    mayHold: (text) =>
      lexicon.script.test(text.slice(0, FURTHEST)) && findMark(opens, text, 0, FURTHEST) !== null,
    mayGoOn: (text) =>
      lexicon.script.test(text.slice(0, 80)) &&
      findMark(String.raw`^[^\p{L}\p{N}#]{0,12}(?:${want}|${benefitOpens})`, text, 0, 80) !== null,
    findInnerOpenings: (text) =>
      lexicon.script.test(text) ? findInnerOpenings(text, lexicon) : [],
    locate: (text) =>
      lexicon.script.test(text.masked.slice(0, FURTHEST)) &&
      findMark(opens, text.masked, 0, FURTHEST) !== null
        ? locateLeading(text, lexicon)
        : null,
  };
}

/** Sentences that open a role and have a want. */
function findInnerOpenings(text: string, { roleOpens, want }: LeadingLexicon): readonly number[] {
  const found: number[] = [];
  let from = 0;
  for (;;) {
    const hit = findMark(`[。！？!?\\n]\\s{0,4}(?:${roleOpens})`, text, from, text.length);
    if (hit === null) return found;
    const at =
      hit.start + 1 + (/^\s*/.exec(text.slice(hit.start + 1, hit.start + 6))?.[0].length ?? 0);
    if (findMark(`^[^。！？\\n]{0,80}(?:${want})`, text.slice(at, at + 100), 0, 100) !== null)
      found.push(at);
    from = hit.end;
  }
}
