import type { Backlog } from '../backlog/backlog.js';
import type { Item } from '../item/item.js';
import type { FoundStory } from '../story/find-story.js';
import type { Span } from '../text/span.js';

export type Severity = 'error' | 'warn';

/** One Markdown file under the rules: a document of a backlog, or a lone file with a story. */
export interface Subject {
  readonly path: string;
  readonly text: string;
  /** Offset in `text` where the body starts; 0 in a file without frontmatter. */
  readonly bodyStart: number;
  /** Null for a lone file. */
  readonly item: Item | null;
  readonly backlog: Backlog | null;
  /** The story sentence, or the nearest thing to one, its spans counted from the body's start. */
  readonly story: FoundStory | null;
}

/** What a rule found: where, and what to do about it. */
export interface Report {
  readonly message: string;
  /** Offsets in the subject's text, or the frontmatter key (and list index) it is about. */
  readonly at: { readonly span: Span } | { readonly field: readonly string[] };
}

export interface RuleExample {
  /** A whole file. */
  readonly text: string;
  /** What the other files of its backlog are, by path, where the rule looks at them. */
  readonly others?: Readonly<Record<string, string>>;
}

/** A check as data: tests, `explain` and the README's table are made from it. */
export interface Rule {
  readonly id: string;
  /** What it asks for, in a line. */
  readonly summary: string;
  /** Why that is worth asking for. */
  readonly why: string;
  readonly severity: Severity | 'off';
  readonly good: readonly RuleExample[];
  readonly bad: readonly RuleExample[];
  check(subject: Subject): readonly Report[];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
