import { labelPattern } from '../lead.js';
import { type PhraseTable, phraseTable, type TalkWords } from '../lexicon.js';

/**
 * The words of a language that opens its clauses with words, as German and Spanish do. Lists are
 * plain text, so that a language nobody uses costs nothing at start: phrases parted by commas
 * or line ends, words parted by blanks; in lower case, with the plain apostrophe.
 */
export interface ClauseLexicon {
  /** BCP 47 tag. */
  readonly language: string;
  /** Words of this language and not of one that shares its openers and wants. */
  readonly marks: RegExp | null;
  /** "als", "en tant que": phrases that open a role. */
  readonly openers: string;
  /** Openers that are everyday words as well: a definite article after them makes prose. */
  readonly weakOpeners: string;
  readonly indefinite: string;
  readonly definite: string;
  /** What is written together with the next word: "l" in "l'utilisateur". */
  readonly elisions: string;
  /** Who speaks: "ich", "wir". */
  readonly subjects: string;
  /** Where the subject stands: on either side of its verb, before it, or not at all. */
  readonly order: 'either-side' | 'before' | 'dropped';
  /** Whole clauses, subject and all: "hätte ich gerne". */
  readonly fixed: string;
  readonly wants: string;
  /** "must", "should". */
  readonly duties: string;
  /** Verbs that say a duty where a word of the form `later` follows in their clause. */
  readonly halves: string;
  readonly later: RegExp | null;
  /** "can": with a negation it tells of a fault. */
  readonly abilities: string;
  /** Words before the verb that turn it: "ne", "no", "nie". */
  readonly negations: string;
  /** Words anywhere in a clause that turn an ability into a fault: "nicht", "kein". */
  readonly faults: string;
  /** May stand between subject and verb. */
  readonly fillers: string;
  /** Belongs to the want, after it: "gerne", "graag". */
  readonly polite: string;
  /** Before an infinitive: "de", "di", "zu". */
  readonly particles: string;
  readonly talk: ClauseTalkWords;
  readonly conjunctions: string;
  readonly conditions: string;
  /** Open a condition only after a comma: "in", "bei". */
  readonly commaConditions: string;
  readonly benefit: ClauseBenefitWords;
  readonly role: ClauseRoleWords;
  /** After a comma, with a failure behind it, these make a bug report: "aber". */
  readonly contrast: string;
  readonly failures: string;
  readonly placeholders: string;
  readonly labels: string;
  readonly noteLabels: string;
  readonly sectionOpeners: string;
  readonly blockOpeners: string;
  readonly abbreviations: string;
  /** What to write, for messages. */
  readonly hints: { readonly role: string; readonly want: string };
}

/** See `TalkWords`; the same as lists. */
interface ClauseTalkWords {
  readonly says: string;
  readonly asks: string;
  readonly attests: string;
  readonly addresses: string;
  readonly speaks: string;
  readonly that: string;
  readonly questions: string;
  /** More than the strong openers of a benefit. */
  readonly purposes: string;
  readonly fillers: string;
}

interface ClauseBenefitWords {
  /** Open a benefit wherever they stand: "sodass". */
  readonly strong: string;
  /** Open one after a comma, a line end, or before one of `clauseStarts`: "damit", "weil". */
  readonly comma: string;
  readonly clauseStarts: string;
  /** Open one anywhere, and give way to an earlier one: "porque". */
  readonly causes: string;
  /** Right after the want these belong to it: "chcę, *aby* …". */
  readonly complements: string;
  /** At the end of an opener these belong to the benefit: "para *poder*". */
  readonly peeks: string;
  /** Look like one of the above and are not. */
  readonly not: string;
  /** Words that open one with an infinitive: "um … zu", "pour gagner". */
  readonly purpose: string;
  /** The infinitive: the very next word, or any later word of the same clause. */
  readonly infinitive: { readonly at: 'next' | 'later'; readonly form: RegExp };
  /** May stand before a next infinitive: "ne pas", "me". */
  readonly purposeSkips: string;
  /** Look like an infinitive and are not. */
  readonly notInfinitives: string;
  /** Before `purpose` without a comma, these take it for themselves: "mich *um* …". */
  readonly purposeTakers: string;
}

interface ClauseRoleWords {
  /** None of these begins a role: "du", "folgt". */
  readonly not: string;
  /** Heads that make a phrase of the opener: "beispiel", "nächster schritt". */
  readonly idioms: string;
  /** Heads that by their form name no one, save for `acting`. */
  readonly abstract: RegExp;
  readonly acting: string;
  /** The head stands first ("premier client du magasin"), or last ("neuer Kunde"). */
  readonly head: 'first' | 'last';
  /** The head is over before them. */
  readonly prepositions: string;
  /** Cannot stand in a role outside a relative clause. */
  readonly verbs: string;
  readonly otherSubjects: string;
  readonly relatives: string;
  /** A role inside the want ("ich möchte als Gast die …") ends before them. */
  readonly stops: string;
  /** After the noun of such a role, these go on with it: "der", "mit". Needs capital nouns. */
  readonly goesOn: string;
}

type Lists<T> = {
  readonly [K in keyof T]: T[K] extends string ? ReadonlySet<string> : T[K];
};

/** A lexicon ready for use; made once, when its language is first met. */
export interface ClauseWords {
  readonly language: string;
  readonly order: ClauseLexicon['order'];
  readonly hints: ClauseLexicon['hints'];
  readonly head: 'first' | 'last';
  readonly openers: PhraseTable;
  readonly fixed: PhraseTable;
  readonly wants: PhraseTable;
  readonly duties: PhraseTable;
  readonly abilities: PhraseTable;
  readonly conditions: PhraseTable;
  readonly sectionOpeners: PhraseTable;
  readonly blockOpeners: PhraseTable;
  readonly strong: PhraseTable;
  readonly comma: PhraseTable;
  readonly causes: PhraseTable;
  readonly notBenefit: PhraseTable;
  readonly labels: RegExp;
  readonly placeholders: ReadonlySet<string>;
  readonly idioms: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly noteLabels: ReadonlySet<string>;
  readonly elisions: RegExp | null;
  readonly later: RegExp | null;
  readonly sets: Lists<
    Pick<
      ClauseLexicon,
      | 'weakOpeners'
      | 'indefinite'
      | 'definite'
      | 'subjects'
      | 'halves'
      | 'negations'
      | 'faults'
      | 'fillers'
      | 'polite'
      | 'particles'
      | 'conjunctions'
      | 'commaConditions'
      | 'contrast'
      | 'failures'
    >
  >;
  readonly talk: TalkWords;
  readonly benefit: Lists<ClauseBenefitWords>;
  readonly role: Lists<Omit<ClauseRoleWords, 'head'>>;
}

/** Names every tracker knows, whatever language the stories are in. */
const LABELS = `
  user story, user stories, userstory, story, epic, feature, feature request, description,
  title, summary, us, narrative, job story, use case
`;
const NOTES =
  'todo fixme note nb ps hint tip hack xxx bug fix feat chore docs doc refactor test tests perf ci build style revert wip fyi';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));
const NONE: ReadonlySet<string> = new Set();
const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
const table = (text: string): PhraseTable => phraseTable(list(text));

/** The sets and tables of a lexicon. */
export function makeWords(lexicon: ClauseLexicon): ClauseWords {
  const { benefit, role } = lexicon;
  const elided = lexicon.elisions.trim().split(/\s+/).join('|');
  return {
    language: lexicon.language,
    order: lexicon.order,
    hints: lexicon.hints,
    head: role.head,
    openers: table(lexicon.openers),
    fixed: table(lexicon.fixed),
    wants: table(lexicon.wants),
    duties: table(lexicon.duties),
    abilities: table(lexicon.abilities),
    conditions: table(lexicon.conditions),
    sectionOpeners: table(lexicon.sectionOpeners),
    blockOpeners: table(lexicon.blockOpeners),
    strong: table(benefit.strong),
    comma: table(benefit.comma),
    causes: table(benefit.causes),
    notBenefit: table(benefit.not),
    labels: labelPattern([...list(LABELS), ...list(lexicon.labels)]),
    placeholders: new Set(list(lexicon.placeholders)),
    idioms: new Set(list(role.idioms)),
    abbreviations: words(lexicon.abbreviations),
    noteLabels: words(`${NOTES} ${lexicon.noteLabels}`),
    elisions: elided === '' ? null : new RegExp(`^(?:${elided})['’‘ʼ´](?=\\p{L})`, 'iu'),
    later: lexicon.later,
    sets: splitAll(lexicon),
    talk: makeTalk(lexicon),
    benefit: splitAll(benefit),
    role: splitAll(role),
  };
}

function makeTalk({ talk, benefit }: ClauseLexicon): TalkWords {
  return {
    says: table(talk.says),
    asks: table(talk.asks),
    attests: table(talk.attests),
    addresses: table(talk.addresses),
    speaks: words(talk.speaks),
    that: words(talk.that),
    questions: table(talk.questions),
    purposes: table(`${benefit.strong}, ${talk.purposes}`),
    infinitive: benefit.infinitive.at === 'next' ? benefit.infinitive.form : null,
    fillers: words(talk.fillers),
    copulas: NONE,
    opensClause: NONE,
    pronouns: NONE,
  };
}

/** Every text of an object as the set of its words. */
function splitAll<T extends object>(object: T): Lists<T> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      typeof value === 'string' ? words(value) : value,
    ]),
  ) as Lists<T>;
}
