import { beginsClause, findSentenceOpenings, hasOpener } from './candidates.js';
import { ENGLISH } from './languages/en.js';
import { findCellEnd, findOpening } from './lead.js';
import { readSentence } from './read-sentence.js';
import type { StoryReader } from './reader.js';

/** English has a reader of its own, grown from thousands of real stories. */
export const ENGLISH_READER: StoryReader = {
  language: ENGLISH.language,
  mayHold: (text) => hasOpener(text, ENGLISH),
  mayGoOn: (text) => beginsClause(text, ENGLISH),
  findInnerOpenings: (text) => findSentenceOpenings(text, ENGLISH),
  locate({ raw, masked, base }) {
    const opening = findOpening(masked, ENGLISH);
    if (opening === null) return null;
    const end = findCellEnd(masked, opening.at);
    const source = { raw: raw.slice(0, end), masked: masked.slice(0, end), base, lexicon: ENGLISH };
    return { reading: readSentence(source, opening), at: base + opening.at };
  },
};
