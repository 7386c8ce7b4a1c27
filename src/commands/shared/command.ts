import type { ChangeSet } from '../../backlog/change-set.js';
import type { FileSystem } from '../../store/file-system.js';
import type { Store } from '../../store/store.js';
import type { Prompt } from '../../terminal/prompt.js';
import type { Style } from '../../terminal/style.js';
import type { Day } from '../../text/date.js';
import type { Problem } from '../../text/problem.js';

/** A positional argument. `name` is shown in help: `id`, `title`. */
export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly required?: boolean;
  /** Takes all that follow; only the last may. */
  readonly variadic?: boolean;
  /** What shells complete it with. */
  readonly completes?: 'id' | 'file' | readonly string[];
}

export interface OptionSpec {
  /** As commander writes it: `-t, --type <type>`, `--all`; never `<x...>`, which takes the arguments behind it too. */
  readonly flags: string;
  readonly summary: string;
  readonly choices?: readonly string[];
  /** May be given several times, one value each: `--rule a=off --rule b=warn`. */
  readonly repeats?: boolean;
  /** With `repeats`: one value may name several, with commas between them. */
  readonly commas?: boolean;
}

export interface ExampleSpec {
  readonly command: string;
  readonly does: string;
}

/** The headings of `--help`, in their order. */
export const commandHeadings = [
  'Items',
  'Stories',
  'Product',
  'Stakeholders',
  'Order',
  'Sprints',
  'Site',
  'Setup',
] as const;
export type CommandGroup = (typeof commandHeadings)[number];

/**
 * A command as data: help, completion and the README's table are made from it, without loading
 * what the command does.
 */
export interface CommandSpec {
  /** One word, or two for a group: `sprint plan`. */
  readonly name: string;
  /** The heading it stands under in help. */
  readonly group: CommandGroup;
  readonly summary: string;
  readonly args?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  readonly examples?: readonly ExampleSpec[];
  /** Writes files: gets `--dry-run` and `--commit`. */
  readonly writes?: boolean;
  /** Keys `--json` may be followed by. */
  readonly jsonKeys?: readonly string[];
  /** It prints documents, which may have keys of the team's own: the command checks them. */
  readonly ownJsonKeys?: boolean;
  readonly hidden?: boolean;
  /** Deals with interruptions of other commands itself; no other that writes runs beside one. */
  readonly settles?: boolean;
}

/** Streams and what is known of the terminal behind them. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Standard input and output are terminals, and nothing asks for silence: prompts may show. */
  readonly isInteractive: boolean;
  readonly columns: number;
  /** 0 none, 1 basic, 2 256, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
}

/** All that a command may touch of the world outside. */
export interface Context {
  readonly io: Io;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
  now(): Date;
  /** In [0, 1); seeded by `STORYMARK_SEED`. */
  random(): number;
  /** The day it is in `timezone:`, or where the machine stands. */
  today(timeZone?: string): Day;
  /** The folder of the backlog around `cwd`, or null when there is none. */
  readonly root: string | null;
  /** The backlog around `cwd`; fails when there is none. */
  store(): Store;
  /** A backlog at a folder of its own choosing, which need not be there yet. */
  storeAt(root: string): Store;
  /**
   * What other processes left half written here and what cannot be settled now: what is read may
   * be half of a change set.
   */
  readonly interruptions: readonly Problem[];
  /** A path of the backlog (or of another at `root`) as a person in `cwd` would write it. */
  shownPath(path: string, root?: string): string;
  /** Null when nobody can be asked. */
  prompt(): Promise<Prompt | null>;
}

/** What was typed behind the command's name. */
export interface Input {
  readonly args: readonly string[];
  /** A value option, or undefined. */
  option(name: string): string | undefined;
  /** A repeatable option's values. */
  options(name: string): readonly string[];
  /** Options that repeat, as name and value, in the order they were typed. */
  readonly given: readonly (readonly [name: string, value: string])[];
  flag(name: string): boolean;
  /** Null: text; 'all', or the keys asked for. */
  readonly json: null | 'all' | readonly string[];
  readonly dryRun: boolean;
}

/** What a command found or made. The shell prints `data`, as text or JSON, and writes `changes`. */
export interface Outcome<Data> {
  readonly data: Data;
  /** Default 0. */
  readonly exit?: 0 | 1 | 2;
  readonly changes?: ChangeSet;
  /** Where `changes` go, when that is not the backlog around `cwd`. */
  readonly root?: string;
  /** The commit message `--commit` uses. */
  readonly commitMessage?: string;
  /** Said on stderr. */
  readonly notes?: readonly string[];
  /** Files that could not be read: named on stderr, and the exit code becomes 2. */
  readonly problems?: readonly Problem[];
  /** Waits for the next thing to show, as `--watch` does; null when there will be none. */
  next?(): Promise<Outcome<Data> | null>;
}

/** What a person answers, one question after the other. */
export interface Answers {
  /**
   * Writes what an answer changes at once, so that Ctrl-C loses none given before; `--dry-run`
   * shows it at the end, and `--commit` takes it along. Changes to a file may be made from its text
   * at the start again, with all that was answered since.
   */
  save(changes: ChangeSet): Promise<void>;
}

/** The half of a command that is loaded only when it is called. */
export interface CommandModule<Data extends object = object> {
  run(context: Context, input: Input, answers: Answers): Outcome<Data> | Promise<Outcome<Data>>;
  /** Text for a person, or tab-separated for a pipe. Without a final newline. */
  render(data: Data, style: Style): string;
}
