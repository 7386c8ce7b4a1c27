/**
 * Verbs of speech. With an object they say a want like any other ("I want to add a review"); with
 * a clause behind them the writer talks to the reader ("I want to add that it is slow").
 */
export interface TalkWords {
  /** "say", "point out". */
  readonly says: PhraseTable;
  /** "ask": a question may follow. */
  readonly asks: PhraseTable;
  /** "confirm": talk only after "I can" or "I have to". */
  readonly attests: PhraseTable;
  /** Phrases that speak to the reader: "thank you", "let you know". */
  readonly addresses: PhraseTable;
  /** Of those that say, the ones that need no "that" and no object: "say: it is slow". */
  readonly speaks: ReadonlySet<string>;
  /** "that". */
  readonly that: ReadonlySet<string>;
  /** "whether", "why". */
  readonly questions: PhraseTable;
  /** After a question word it makes a want: "ask how *to* pay". */
  readonly infinitive: RegExp | null;
  /** May stand before the verb: "just", "nur kurz". */
  readonly fillers: ReadonlySet<string>;
  /** "is", "are": after "say" a clause that lacks its "that". */
  readonly copulas: ReadonlySet<string>;
  /** "so that": what is said for a purpose is wanted. */
  readonly purposes: PhraseTable;
  /** "which", "so": what stands behind them is another clause. */
  readonly opensClause: ReadonlySet<string>;
  /** "this", "it": no object that could be wanted. */
  readonly pronouns: ReadonlySet<string>;
}

/**
 * The words one language writes stories with. A language is data: adding one is a file in
 * `languages/` and a line where `parseStory` lists them. Entries are in lower case with the
 * plain apostrophe; a phrase is its words parted by single blanks.
 */
export interface Lexicon {
  /** BCP 47 tag. */
  readonly language: string;
  /** What opens a role: "as". */
  readonly as: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  /** Who speaks: "I", "we". */
  readonly subjects: ReadonlySet<string>;
  /** Of them, those who are many: "we". */
  readonly plural: ReadonlySet<string>;
  /** A subject grown together with its verb, and that verb: "i'd" → "would". */
  readonly contractions: ReadonlyMap<string, string>;
  /** Those who do not speak in a story: "you", "they". */
  readonly otherSubjects: ReadonlySet<string>;
  /** Words that may stand between the subject and its verb; `adverbEnding` adds to them. */
  readonly adverbs: ReadonlySet<string>;
  readonly adverbEnding: RegExp;
  /** "want", "would like": what says a want. */
  readonly wants: PhraseTable;
  /** "can", "should": may say a want, and may as well be prose. */
  readonly abilities: PhraseTable;
  /** "don't want": a negated want; it stays part of the want. */
  readonly refusals: PhraseTable;
  /** "can't": what is wrong now, hence a bug report. */
  readonly faults: PhraseTable;
  /** "must disagree": looks like one of the above and is talk. */
  readonly asides: PhraseTable;
  /** Verbs that talk to the reader, or say a want with an object. */
  readonly talk: TalkWords;
  /** Whole clauses without a subject of their own: "it should be possible to". */
  readonly impersonal: PhraseTable;
  /** Wishes that may follow the role without a subject and without a comma. */
  readonly bareWants: PhraseTable;
  /** Joins two wants: "want and need". */
  readonly conjunctions: ReadonlySet<string>;
  /** "to". */
  readonly infinitive: ReadonlySet<string>;
  /** "when", "as soon as": what opens a condition, wherever it stands. */
  readonly conditions: PhraseTable;
  /** "in", "during": opens a condition only after a comma. */
  readonly commaConditions: ReadonlySet<string>;
  readonly benefit: BenefitWords;
  readonly prose: ProseWords;
  readonly placeholders: ReadonlySet<string>;
  /** A text before the story that is only its name: "user story", "description". */
  readonly labels: readonly string[];
  /** Titles that make what follows a note or a commit: "todo", "fix". */
  readonly noteLabels: ReadonlySet<string>;
  /** A line of it alone, or with a colon, opens something else: "notes". */
  readonly sectionOpeners: PhraseTable;
  /** With a capital, opens something else at the beginning of a line: "Given". */
  readonly blockOpeners: PhraseTable;
  /** Words with a full stop that does not end the sentence. */
  readonly abbreviations: ReadonlySet<string>;
}

/** What opens a benefit. */
interface BenefitWords {
  /** Opens a benefit only at the very beginning: "To sleep, as a guest, I want …". */
  readonly early: PhraseTable;
  /** "so that": taken before all others. */
  readonly strong: PhraseTable;
  /** "because", "in order to". */
  readonly weak: PhraseTable;
  /** Looks like one and is not: "because of", "in order of". */
  readonly not: PhraseTable;
  /** "so": opens a benefit before a clause, not in "so much" or "do so". */
  readonly so: ReadonlySet<string>;
  readonly soNotBefore: ReadonlySet<string>;
  readonly soNotAfter: ReadonlySet<string>;
  /** What a clause begins with: "i", "the". */
  readonly clauseStarts: ReadonlySet<string>;
  /** Slips right after the opening words: so that *that* I can. */
  readonly repeats: ReadonlySet<string>;
}

/** What tells prose from a role. */
export interface ProseWords {
  /** After "as", none of these opens a role: "you", "such", "discussed". */
  readonly notRoles: ReadonlySet<string>;
  /** Heads that make a phrase of "as a …": "result", "side note". */
  readonly idioms: ReadonlySet<string>;
  /** Heads that by their form name no one, save for `actingHeads`. */
  readonly abstractHead: RegExp;
  readonly actingHeads: ReadonlySet<string>;
  /** Heads that name many at once: "team", "family". */
  readonly groups: ReadonlySet<string>;
  /** Heads that name no one where only "we could" or "I have to" follows: "formality". */
  readonly abstractThing: RegExp;
  /** "the", "my", "some": a noun comes, so that what stands before it is over. */
  readonly determiners: ReadonlySet<string>;
  /** "making", "logged". */
  readonly participle: RegExp;
  /** What a verb takes with it: "up". */
  readonly particles: ReadonlySet<string>;
  /** In "be able to": what may be done is wished for. */
  readonly able: ReadonlySet<string>;
  /** Words after which the head of a role is over: "of", "with". */
  readonly prepositions: ReadonlySet<string>;
  /** Verbs that cannot stand in a role outside a relative clause: "seems", "is". */
  readonly finiteVerbs: ReadonlySet<string>;
  /** Of them, those that are nouns as well, and as verbs take an object: "needs", "requests". */
  readonly nounVerbs: ReadonlySet<string>;
  /** The form of most adjectives: "dietary", "special". */
  readonly adjective: RegExp;
  /** Verbs of the past that tell what somebody said: "as Anna noted". */
  readonly reports: ReadonlySet<string>;
  /** Nouns that are verbs at the end of "as the docs state". */
  readonly finalVerbs: ReadonlySet<string>;
  /** What opens such a clause: "who". */
  readonly relatives: ReadonlySet<string>;
  /** A verb in the past: "crashed". */
  readonly pastForm: RegExp;
  /** What follows a participle that speaks of the text: "mentioned *in* …". */
  readonly afterParticiple: ReadonlySet<string>;
  /** An -s that may be a verb, and those that surely are people. */
  readonly verbOrPlural: RegExp;
  readonly peoplePlural: RegExp;
  /** After "but", these tell of a failure. */
  readonly contrast: ReadonlySet<string>;
  readonly failures: ReadonlySet<string>;
}

/** Phrases by their first word, the longest first. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phraseTable(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    const known = table.get(first);
    if (known === undefined) table.set(first, [words]);
    else known.push(words);
  }
  for (const known of table.values()) known.sort((a, b) => b.length - a.length);
  return table;
}

/** How many words of `words` from `at` the longest phrase of the table takes; 0 for none. */
export function matchPhrase(
  table: PhraseTable,
  words: readonly { readonly text: string }[],
  at: number,
): number {
  const candidates = table.get(words[at]?.text ?? '');
  if (candidates === undefined) return 0;
  for (const phrase of candidates) {
    if (phrase.every((word, i) => words[at + i]?.text === word)) return phrase.length;
  }
  return 0;
}
