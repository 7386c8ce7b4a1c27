import type * as z from 'zod';
import type { Backlog } from '../backlog/backlog.js';
import type { Item } from '../item/item.js';
import type { FoundStory } from '../story/reading.js';
import type { Day } from '../text/date.js';
import type { Span } from '../text/span.js';
import type { Splice } from '../text/splice.js';
import type { Classification } from './classification.js';

export type Severity = 'error' | 'warn';
export type Level = Severity | 'off';

export const presets = ['recommended', 'strict', 'format-only'] as const;
export type Preset = (typeof presets)[number];
/** A rule's level in each preset. */
export type Levels = Readonly<Record<Preset, Level>>;

/** One Markdown file under the rules: a document of a backlog, or a standalone file with stories. */
export interface Subject {
  readonly path: string;
  readonly text: string;
  /** Offset in `text` where the body starts; 0 in a file without frontmatter. */
  readonly bodyStart: number;
  /** Null for a standalone file. */
  readonly item: Item | null;
  readonly backlog: Backlog | null;
  /** Null for a standalone file. */
  readonly classification: Classification | null;
  /** The story sentence, or the nearest thing to one, its spans counted from the body's start. */
  readonly story: FoundStory | null;
  /** `story` and, in a standalone file, those after it. */
  readonly stories: readonly FoundStory[];
  /** The day it is, for what is late; null when the caller does not say. */
  readonly today: Day | null;
  /** Whether a day somebody was told holds; null when nobody forecasts. */
  readonly forecastOf: ForecastOf | null;
  /** What a function says of this file, worked out once for all rules: `subject.view(readCriteria)`. */
  readonly view: <T>(compute: (subject: Subject) => T) => T;
  /** The same for one of its stories. */
  readonly viewStory: <T>(
    story: FoundStory,
    compute: (story: FoundStory, subject: Subject) => T,
  ) => T;
}

/**
 * For an open item whose forecast passes the day told: the day to go by, null beyond all reach, and
 * whether there is enough history to tell people.
 * Null where the day holds, or nothing can be said. Made by the caller, as it takes time.
 */
export type ForecastOf = (
  item: Item,
  told: Day,
) => { readonly sure: Day | null; readonly enough: boolean } | null;

/** Where a finding stands: offsets in the file, or a frontmatter key (and list index). */
export type Place = { readonly span: Span } | { readonly field: readonly string[] };

/** What a rule found: where, and what to do about it. */
export interface Report {
  readonly message: string;
  readonly at: Place;
  /** The edits that mend it, as offsets in the file; only where no meaning can change. */
  readonly fix?: readonly Splice[];
}

/** A report of a set rule, with the file it is about. */
export interface PlacedReport extends Report {
  readonly subject: Subject;
}

/**
 * One finding about several files. It is reported once, at the first of its places in a file
 * that is asked for, so that checking only the changed files shows what they broke.
 */
export type SetReport = readonly PlacedReport[];

export interface RuleExample {
  /** A whole file. */
  readonly text: string;
  /** Its path in the backlog, where the rule looks at that. */
  readonly path?: string;
  /** What the other files of its backlog are, by path, where the rule looks at them. */
  readonly others?: Readonly<Record<string, string>>;
  /** What `backlog.yaml` says, where the rule asks. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: object;
}

/** zod is handed in, since it takes longer to load than checking a small backlog. */
export type OptionsSchema = (zod: typeof z) => z.ZodType;

interface RuleHead {
  readonly id: string;
  /** What it asks for, in a line. */
  readonly summary: string;
  /** Why that is worth asking for. */
  readonly why: string;
  readonly levels: Levels;
  /** Its level in `recommended`: the default. */
  readonly severity: Level;
  /** What the options are when the settings name none. */
  readonly defaults?: object;
  /** The options as settings may give them; what they leave out is taken from `defaults`. */
  readonly options?: OptionsSchema;
  /**
   * Rules about the same defect that say less of it: their reports at an overlapping place in the
   * same file give way to this rule's.
   */
  readonly supersedes?: readonly string[];
  /** Some of its findings can be mended by `--fix`. */
  readonly fixable?: boolean;
  readonly good: readonly RuleExample[];
  readonly bad: readonly RuleExample[];
}

interface FileRuleHead extends RuleHead {
  /**
   * What it reports on a file follows from that file, the settings and the day alone, whatever
   * else is in the backlog: a file it found nothing in need not be looked at again.
   */
  readonly isLocal?: boolean;
}

/** Sees one file. */
export interface DocumentRule extends FileRuleHead {
  readonly sees: 'document';
  check(subject: Subject, options: object): readonly Report[] | Promise<readonly Report[]>;
}

/** Sees one story; its spans count from the body's start. */
export interface StoryRule extends FileRuleHead {
  readonly sees: 'story';
  check(story: FoundStory, subject: Subject, options: object): readonly Report[];
}

/** Sees all files once, whichever of them are reported. Its options are the backlog's, whole. */
export interface SetRule extends RuleHead {
  readonly sees: 'set';
  check(subjects: readonly Subject[], options: object): readonly SetReport[];
}

/** A check as data: tests, `explain` and the README's table are made from it. */
export type Rule = DocumentRule | StoryRule | SetRule;

/** Lets a rule's check see its options as what its defaults are. */
type WithOptions<R extends Rule, O extends object> = Omit<
  R,
  'check' | 'defaults' | 'sees' | 'severity'
> & {
  readonly defaults?: O;
  check(
    ...given: Parameters<R['check']> extends [...infer Before, object] ? [...Before, O] : never
  ): ReturnType<R['check']>;
};

export function defineRule<O extends object>(rule: WithOptions<DocumentRule, O>): DocumentRule {
  return {
    sees: 'document',
    severity: rule.levels.recommended,
    ...rule,
  } as unknown as DocumentRule;
}

export function defineStoryRule<O extends object>(rule: WithOptions<StoryRule, O>): StoryRule {
  return { sees: 'story', severity: rule.levels.recommended, ...rule } as unknown as StoryRule;
}

export function defineSetRule<O extends object>(rule: WithOptions<SetRule, O>): SetRule {
  return { sees: 'set', severity: rule.levels.recommended, ...rule } as unknown as SetRule;
}

/** Levels in the order recommended, strict, format-only. */
export function levels(recommended: Level, strict: Level, formatOnly: Level): Levels {
  return { recommended, strict, 'format-only': formatOnly };
}
