import { matchPhrase, type TalkWords } from './lexicon.js';

interface TalkWord {
  readonly text: string;
  readonly afterBreak: boolean;
  readonly afterStop: boolean;
}

const MOST_FILLERS = 4;
/** How far the verb of a clause without "that" may stand from "say". */
const REACH = 6;
/** How far behind "say" may stand what it is said for. */
const FURTHEST_PURPOSE = 20;

/** Whether `words[at]`, right after "I want to", begins talk; `isDoubtful` after "I can". */
export function isTalk(
  words: readonly TalkWord[],
  at: number,
  isDoubtful: boolean,
  talk: TalkWords,
): boolean {
  if (words[at]?.afterStop) return false;
  for (let verb = at; verb <= at + MOST_FILLERS; verb++) {
    if (matchPhrase(talk.addresses, words, verb) > 0) return true;
    const says = matchPhrase(talk.says, words, verb);
    const asks = matchPhrase(talk.asks, words, verb);
    const attests = isDoubtful ? matchPhrase(talk.attests, words, verb) : 0;
    const next = verb + Math.max(says, asks, attests);
    if (next > verb) {
      const speaks = talk.speaks.has(words[verb]?.text ?? '');
      if (attests > 0 && wantsNothing(words, next, talk)) return true;
      const isSaid =
        opensSpeech(words, next, speaks, talk) || (asks > 0 && opensQuestion(words, next, talk));
      return isSaid && !saysWhatFor(words, next, talk);
    }
    if (!talk.fillers.has(words[verb]?.text ?? '')) return false;
  }
  return false;
}

/** "that it is slow", ": it is slow", "it is slow". */
function opensSpeech(
  words: readonly TalkWord[],
  at: number,
  speaks: boolean,
  talk: TalkWords,
): boolean {
  const next = words[at];
  if (next !== undefined && talk.that.has(next.text))
    return !wantsNothing(words, at, talk) || speaks;
  if (!speaks) return false;
  if (next === undefined || next.afterBreak) return true;
  for (const word of words.slice(at, at + REACH)) {
    if (word.afterBreak || talk.opensClause.has(word.text)) return false;
    if (talk.questions.has(word.text)) return false;
    if (talk.copulas.has(word.text)) return true;
  }
  return false;
}

/** "say that I am ill *so that* my shift is covered": who gives a purpose wants to do it. */
function saysWhatFor(words: readonly TalkWord[], from: number, talk: TalkWords): boolean {
  for (let at = from; at < Math.min(words.length, from + FURTHEST_PURPOSE); at++) {
    if (words[at]?.afterStop) return false;
    if (matchPhrase(talk.purposes, words, at) > 0) return true;
  }
  return false;
}

function opensQuestion(words: readonly TalkWord[], at: number, talk: TalkWords): boolean {
  const next = words[at];
  if (next === undefined) return false;
  if (next.afterBreak && talk.copulas.has(next.text)) return true;
  const taken = matchPhrase(talk.questions, words, at);
  return taken > 0 && talk.infinitive?.test(words[at + taken]?.text ?? '') !== true;
}

/** "I can confirm this." */
function wantsNothing(words: readonly TalkWord[], at: number, talk: TalkWords): boolean {
  if (!talk.pronouns.has(words[at]?.text ?? '')) return false;
  return words[at + 1] === undefined || words[at + 1]?.afterStop === true;
}
