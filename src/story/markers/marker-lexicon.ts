import type { Hints } from '../reject-story.js';

/**
 * What the languages share whose clauses are told by marks rather than by words at their
 * beginning. Every text but the lists is the source of a Unicode regular expression; each is
 * bounded, so that a search stays linear.
 */
interface MarkerLexicon {
  readonly language: string;
  /** Characters or words without which a text is not in this language; cheap to look for. */
  readonly script: RegExp;
  /** Articles and the speaker before a role, which are no part of it. */
  readonly article: string;
  /** A whole role that is none: "sonuç", "例", "参考". */
  readonly notRole: string;
  /** Anywhere in a role, these make a sentence of it. */
  readonly notInRole: string;
  /** In the want of an ability it tells of a fault: "ama hata", "但是报错". */
  readonly failure: string;
  /** In the text of the want, or at its beginning, it makes talk to the reader of it. */
  readonly talk: string;
  /** Opens a benefit after the want, at the beginning of a clause or a sentence. */
  readonly benefitOpens: string;
  readonly question: string;
  readonly placeholders: string;
  readonly labels: string;
  /** A line of it alone, or with a colon, opens something else. */
  readonly sections: string;
  readonly hints: Hints;
}

/** Marks stand at the end of their clause: Turkish, Japanese. */
export interface FinalLexicon extends MarkerLexicon {
  /** After a role: "olarak", "として", with what may follow it. */
  readonly roleCloses: string;
  /** Ends the want: "istiyorum", "たい". */
  readonly want: string;
  readonly duty: string;
  readonly ability: string;
  /** Ends a clause that tells what is wrong. */
  readonly fault: string;
  /** What of a want is a part of its verb, and stays in the want: "たい". */
  readonly keeps: string;
  /** Politeness after the want. */
  readonly trails: string;
  /** Before the want: "-mek için", "ために"; no part of the benefit. */
  readonly benefitCloses: string;
  /** At the end of a reason after the want: "からです". */
  readonly reasonCloses: string;
  /** Ends a condition, its comma looked for in the pattern. */
  readonly conditionCloses: string;
  /** Right after a want: what is wanted comes now. "istiyorum ki". */
  readonly leads: string;
}

/** Marks stand before their clause, and blanks part no words: Chinese. */
export interface LeadingLexicon extends MarkerLexicon {
  /** "作为", "身为". */
  readonly roleOpens: string;
  /** After a role: "的身份". */
  readonly roleCloses: string;
  readonly want: string;
  readonly duty: string;
  readonly ability: string;
  readonly refusal: string;
  readonly fault: string;
  /** Opens a benefit wherever it stands in the want. */
  readonly benefitInside: string;
  /** "为了": a benefit before the want. */
  readonly purposeOpens: string;
  /** A whole condition with its comma. */
  readonly condition: string;
}

/** A pattern of a lexicon, sticky or global, V8 keeps what it compiled by the source. */
export function pattern(source: string, flags: 'iuy' | 'giu'): RegExp {
  return new RegExp(source, flags);
}

/** The end of what `source` matches at `at`; `at` itself for nothing. */
export function takeAt(source: string, text: string, at: number): number {
  const found = pattern(source, 'iuy');
  found.lastIndex = at;
  return found.test(text) ? found.lastIndex : at;
}

export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** The first match of `source` in `text` from `from`, ending before `to`. */
export function findMark(source: string, text: string, from: number, to: number): Hit | null {
  const found = pattern(source, 'giu');
  found.lastIndex = from;
  const hit = found.exec(to < text.length ? text.slice(0, to) : text);
  return hit === null ? null : { start: hit.index, end: hit.index + hit[0].length };
}
