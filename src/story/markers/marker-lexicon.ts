/**
 * The marks of a language whose clauses are told by what stands at their end (Turkish, Japanese)
 * or by characters without blanks (Chinese). Patterns are sources of Unicode regular
 * expressions without groups that capture; each must be of bounded length, so that a search
 * stays linear.
 */
export interface MarkerLexicon {
  readonly language: string;
  /** Whether words are parted by blanks: a mark is then a whole word. */
  readonly hasBlanks: boolean;
  /** The wish ends its clause ("istiyorum", "たい"), or opens it ("我想"). */
  readonly wishStands: 'last' | 'first';
  /** Before the name of a role: "作为", "bir"; empty where a role has no opener. */
  readonly roleOpens: string;
  /** After it: "olarak", "として"; empty where commas or the wish end it. */
  readonly roleCloses: string;
  /** Articles and the speaker before a role, which are no part of it. */
  readonly article: string;
  /** A role that is none: "sonuç", "例". The whole role must match. */
  readonly notRole: string;
  /** Anywhere in a role, these make a sentence of it. */
  readonly notInRole: string;
  readonly wish: string;
  readonly ability: string;
  /** A wish that refuses; it stays part of the want. */
  readonly refusal: string;
  /** "can't": no wish. */
  readonly fault: string;
  /** Ends of a want that belong to the wish when it stands last; kept in the want. */
  readonly keeps: string;
  /** Politeness after a wish that stands last. */
  readonly trails: string;
  /** Opens a benefit after the want. */
  readonly benefitOpens: string;
  /** Closes a benefit before the role or the want: "için", "ために". */
  readonly benefitCloses: string;
  /** Closes a reason after the want: "からです", "için". */
  readonly reasonCloses: string;
  /** Opens a benefit at the very beginning: "为了". */
  readonly purposeOpens: string;
  /** Opens a condition, or closes one: "当", "とき". */
  readonly conditionOpens: string;
  readonly conditionCloses: string;
  /** "ama", "しかし": with a failure behind them they make a bug report. */
  readonly failure: string;
  readonly question: string;
  readonly placeholders: string;
  readonly labels: string;
  readonly sections: string;
  readonly hints: { readonly role: string; readonly want: string };
}
