import { findCellEnd, type Opening, skipLead } from '../lead.js';
import { matchPhrase, type PhraseTable } from '../lexicon.js';
import type { LocatedStory, StoryReader, StoryText } from '../reader.js';
import { clauseBenefitAt } from './clause-benefit.js';
import { type ClauseLexicon, type ClauseWords, wordsOf } from './clause-lexicon.js';
import { matchRoleOpener } from './clause-role.js';
import { readClauseWish } from './clause-wish.js';
import { scanClauseWords } from './clause-words.js';
import { readClauses } from './read-clauses.js';

/** How far into a text a label may push the story. */
const FURTHEST = 400;
const GLANCE_WORDS = 30;
/** No paragraph opens more sentences with a role. */
const MOST_SENTENCES = 24;
const SENTENCE = /[.!?:]["”»)]{0,2}\s{1,4}(?=\p{Lu})/gu;

/** Reads the stories of a language whose clauses open with words of their own. */
export function makeClauseReader(lexicon: ClauseLexicon): StoryReader {
  const mayHold = (text: string) => gateOf(lexicon).opener.test(text.slice(0, FURTHEST));
  return {
    language: lexicon.language,
    ...(lexicon.marks === null ? {} : { marks: lexicon.marks }),
    mayHold,
    mayGoOn: (text) => gateOf(lexicon).clause.test(text.slice(0, FURTHEST)),
    locate: (text, isExpected) =>
      mayHold(text.masked) ? locate(text, wordsOf(lexicon), isExpected) : null,
    findInnerOpenings: (text) =>
      gateOf(lexicon).opener.test(text) ? findInnerOpenings(text, wordsOf(lexicon)) : [],
  };
}

function locate(text: StoryText, lexicon: ClauseWords, isExpected: boolean): LocatedStory | null {
  const opening = skipLead(text.masked, {
    labels: lexicon.labels,
    noteLabels: lexicon.noteLabels,
    openingAt: (_, at) => openingAt(text, at, lexicon),
    titledAt: (_, at, wasLabelled) => titledAt(text, at, wasLabelled, lexicon),
  });
  if (opening === null) return null;
  const end = findCellEnd(text.masked, opening.at);
  const source = { ...text, raw: text.raw.slice(0, end), masked: text.masked.slice(0, end) };
  const at = text.base + opening.at;
  const judged = readClauses(source, opening, lexicon, isExpected);
  // Dutch "als" opens a role and a condition.
  const words = scanClauseWords(source, opening.at, source.masked.length, 4, lexicon);
  const isPlain = opening.kind !== 'role' || matchPhrase(lexicon.conditions, words, 0) === 0;
  if (judged.reading.ok || isPlain) return { ...judged, at };
  const again = readClauses(source, { ...opening, kind: 'condition' }, lexicon, isExpected);
  return again.reading.ok ? { ...again, at } : { ...judged, at };
}

function openingAt(text: StoryText, at: number, lexicon: ClauseWords): Opening['kind'] | null {
  const words = scanClauseWords(text, at, text.masked.length, GLANCE_WORDS, lexicon);
  if (words[0]?.start !== at) return null;
  if (matchRoleOpener(words, 0, lexicon) > 0) return 'role';
  if (clauseBenefitAt(words, 0, lexicon) !== null) return 'benefit';
  if (matchPhrase(lexicon.conditions, words, 0) > 0) return 'condition';
  if (readClauseWish(words, 0, lexicon) !== null) return 'wish';
  const speaks = lexicon.sets.subjects.has(words[0].text);
  return speaks && matchRoleOpener(words, 1, lexicon) > 0 ? 'wish' : null;
}

/** After a title a role must open, its capital written, and a wish must follow. */
function titledAt(
  text: StoryText,
  at: number,
  wasLabelled: boolean,
  lexicon: ClauseWords,
): Opening['kind'] | null {
  const words = scanClauseWords(text, at, text.masked.length, GLANCE_WORDS, lexicon);
  const first = words[0];
  if (first?.start !== at || !(wasLabelled || first.isCapital)) return null;
  return opensStory(words, lexicon) ? 'role' : null;
}

function opensStory(words: ReturnType<typeof scanClauseWords>, lexicon: ClauseWords): boolean {
  if (matchRoleOpener(words, 0, lexicon) === 0) return false;
  return words.some((_, i) => i > 1 && readClauseWish(words, i, lexicon) !== null);
}

function findInnerOpenings(text: string, lexicon: ClauseWords): readonly number[] {
  const found: number[] = [];
  let tried = 0;
  SENTENCE.lastIndex = 0;
  for (let hit = SENTENCE.exec(text); hit !== null; hit = SENTENCE.exec(text)) {
    const at = hit.index + hit[0].length;
    const to = Math.min(text.length, at + FURTHEST);
    const few = scanClauseWords({ raw: text, masked: text }, at, Math.min(to, at + 60), 5, lexicon);
    if (matchRoleOpener(few, 0, lexicon) === 0) continue;
    if (++tried > MOST_SENTENCES) break;
    const words = scanClauseWords({ raw: text, masked: text }, at, to, GLANCE_WORDS, lexicon);
    if (opensStory(words, lexicon)) found.push(at);
  }
  return found;
}

/** Patterns that a text without a story of the language fails at little cost. */
interface Gate {
  /** A word that opens a story stands at the beginning or after a mark. */
  readonly opener: RegExp;
  /** The text begins with a wish or a benefit. */
  readonly clause: RegExp;
}

const gates = new WeakMap<ClauseLexicon, Gate>();

function gateOf(lexicon: ClauseLexicon): Gate {
  const known = gates.get(lexicon) ?? makeGate(wordsOf(lexicon));
  gates.set(lexicon, known);
  return known;
}

function makeGate(words: ClauseWords): Gate {
  const { strong, comma, fixed, wishes, duties, abilities, conditions, openers, sets } = words;
  const verbs = words.order === 'before' ? [] : [wishes, duties, abilities];
  const speaking = [...firstWords([fixed, ...verbs]), ...sets.subjects, ...sets.negations];
  const reasons = [...firstWords([strong, comma, words.causes]), ...words.benefit.purpose];
  const all = [...firstWords([openers, conditions]), ...speaking, ...reasons];
  const begin = String.raw`(?:^\s{0,12}|[^\p{L}\s]\s{0,4}|\n\s{0,12})`;
  return {
    opener: new RegExp(`${begin}(?:${join(all)})`, 'iu'),
    clause: new RegExp(
      String.raw`^[^\p{L}\p{N}#]{0,20}(?:${join([...speaking, ...reasons])})`,
      'iu',
    ),
  };
}

function firstWords(tables: readonly PhraseTable[]): string[] {
  return tables.flatMap((table) => [...table.keys()]);
}

/** Whole words; one with an apostrophe goes on with the next. */
function join(words: readonly string[]): string {
  return [...new Set(words)]
    .map((word) =>
      word.endsWith("'") ? word.replace("'", "['’‘ʼ´]") : String.raw`${word}(?![\p{L}\p{N}])`,
    )
    .join('|');
}
