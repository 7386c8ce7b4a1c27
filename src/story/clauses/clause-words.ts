import type { MaskedText } from '../story-end.js';
import { scanWords, type Word } from '../words.js';
import type { ClauseWords } from './clause-lexicon.js';

/** Endings that name both genders: "Kund:innen", "Nutzer*in", "usuario/a", "client·e". */
const GENDERED =
  /^(?:in|innen|r|n|e|es|a|as|o|os|ra|ras|rice|trice|trices|ne|ère|euse|se|x|inn|zka|ka)$/;
const JOINT = /^(?:[:*·•/_(.]|\/-|\(-)$/;

/**
 * The words of `masked` as `scanWords` reads them, composed (NFC), with "qu'" and "l'" as words
 * of their own and gendered endings joined to their word. Offsets stay those of the text.
 */
export function scanClauseWords(
  { raw, masked }: MaskedText,
  from: number,
  to: number,
  limit: number,
  { elisions }: ClauseWords,
): Word[] {
  const found: Word[] = [];
  for (const word of scanWords(masked, from, to, limit)) {
    const written = masked.slice(word.start, word.end);
    const elided = elisions?.exec(written)?.[0];
    if (elided !== undefined) {
      const middle = word.start + elided.length;
      found.push({ ...word, text: `${compose(elided.slice(0, -1))}'`, end: middle });
      const rest = written.slice(elided.length);
      const isCapital = /^\p{Lu}/u.test(rest);
      found.push({
        ...word,
        text: compose(rest),
        start: middle,
        isCapital,
        isUpper: isCapital && word.isUpper,
        afterBreak: false,
        afterStop: false,
      });
      continue;
    }
    const last = found.at(-1);
    const text = compose(word.text);
    const joint = last === undefined ? '' : raw.slice(last.end, word.start);
    if (last !== undefined && joint.length < 3 && JOINT.test(joint) && GENDERED.test(text)) {
      found[found.length - 1] = { ...last, end: word.end };
      continue;
    }
    found.push(text === word.text ? word : { ...word, text });
  }
  return found;
}

/** In one code point a letter, and the dot that lower case leaves on a Turkish İ taken off. */
function compose(text: string): string {
  return /^[a-z'-]*$/.test(text)
    ? text
    : text
        .toLowerCase()
        .normalize('NFC')
        .replace(/i\u0307/g, 'i')
        .replace(/[’‘ʼ´]/g, "'");
}
