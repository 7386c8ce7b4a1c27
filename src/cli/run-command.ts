import { type ChangeSet, compactChanges, findUnsettled } from '../backlog/change-set.js';
import { commandLoaders } from '../commands/index.js';
import type { CommandModule, Context, Input, Outcome } from '../commands/shared/command.js';
import { CommandFailure, failUsage, unwrap } from '../commands/shared/failure.js';
import { checkJsonKeys } from '../commands/shared/read-backlog.js';
import { noticeMissingDriver } from '../git/driver-notice.js';
import type { Store } from '../store/store.js';
import { loadStyle } from '../terminal/style.js';
import { escapeUnprintable, makePrintable, showUnprintable } from '../text/printable.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { exitCodeOf, writeProblems } from './errors.js';
import type { Invocation } from './program.js';
import { type AnswerLog, leaveWithAnswers, openAnswers } from './save-answers.js';

/** Loads and runs a command, writes what it changed and prints what it found. */
export async function runCommand(invocation: Invocation, context: Context): Promise<number> {
  const { spec } = invocation;
  if (!spec.ownJsonKeys) checkJsonKeys(invocation.input, spec.jsonKeys ?? []);
  const load = commandLoaders[spec.name];
  if (!load) throw new Error(`no code for the command ${spec.name}`);
  const interruptions = spec.settles ? [] : context.interruptions;
  if (spec.writes && interruptions.length > 0) throw new CommandFailure(interruptions);
  const module = await load();
  const { outcome, diff } = commitDone(await runAndWrite(module, invocation, context));
  writeProblems(interruptions, context);
  let exit = await showOutcome(module, outcome, diff, invocation, context);
  if (!spec.hidden && spec.name !== 'init') await tellOfMergeDriver(context);
  for (let next = await outcome.next?.(); next; next = await next.next?.()) {
    exit = await showOutcome(module, next, undefined, invocation, context);
  }
  return Math.max(exit, exitCodeOf(interruptions));
}

/** Said once in a clone: its git does not know the merge driver. */
async function tellOfMergeDriver({ root, io }: Context): Promise<void> {
  if (root === null) return;
  const notice = await noticeMissingDriver(root);
  if (notice !== null) io.stderr.write(`${notice}\n`);
}

/** Prints what a command found and gives the exit code it asks for. */
async function showOutcome(
  module: CommandModule,
  outcome: Outcome<object>,
  diff: string | undefined,
  invocation: Invocation,
  context: Context,
): Promise<number> {
  const text = diff ?? (await renderOutcome(module, outcome, invocation, context));
  if (text !== '') context.io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  for (const note of outcome.notes ?? []) context.io.stderr.write(`${makePrintable(note)}\n`);
  const { problems = [] } = outcome;
  writeProblems(problems, context);
  return Math.max(outcome.exit ?? 0, exitCodeOf(problems));
}

interface Done extends WrittenChanges {
  readonly outcome: Outcome<object>;
}

/**
 * Runs the command and writes what it changed. When another writer was quicker, it runs once more
 * behind the lock, where no one can be: not only where both changed one file, as a place in the
 * order or a number is chosen by looking at all of them.
 */
async function runAndWrite(
  module: CommandModule,
  invocation: Invocation,
  context: Context,
): Promise<Done> {
  const answers = openAnswers(context, invocation.input.dryRun);
  const run = async () => module.run(context, invocation.input, answers);
  const outcome = await run().catch((error) =>
    leaveWithAnswers(error, answers, invocation, context),
  );
  const write = (made: Outcome<object>, apply: Store['apply']) =>
    writeOutcome(made, answers, invocation, context, apply);
  const store = storeOf(outcome, context);
  // Doctor has set other things right meanwhile, and reports on them.
  const canRunAgain = !context.io.isInteractive && !invocation.spec.settles;
  const done = await write(outcome, (changes) =>
    store().exclusively(async (apply) =>
      canRunAgain && store().isStale() ? stale : apply(changes),
    ),
  );
  if (done.ok) return done.value;
  const isConflict = done.problems.every((problem) => problem.kind === 'conflict');
  // What a person answered is not asked again.
  if (!isConflict || context.io.isInteractive) throw new CommandFailure(done.problems);
  return unwrap(await store().exclusively(async (apply) => write(await run(), apply)));
}

const stale = failure({ kind: 'conflict', message: 'the backlog changed since it was read' });

function commitDone(done: Done): Done {
  const { outcome, commit } = done;
  const uncommitted = commit?.() ?? [];
  return {
    ...done,
    outcome: { ...outcome, problems: [...(outcome.problems ?? []), ...uncommitted] },
  };
}

/** Opened only when something is written: not every command needs a backlog. */
function storeOf({ root }: Outcome<object>, context: Context): () => Store {
  return () => (root === undefined ? context.store() : context.storeAt(root));
}

async function writeOutcome(
  outcome: Outcome<object>,
  answers: AnswerLog,
  invocation: Invocation,
  context: Context,
  apply: Store['apply'],
): Promise<Result<Done>> {
  const { input } = invocation;
  const answered = answers.changes();
  const changes = compactChanges([...(input.dryRun ? answered : []), ...(outcome.changes ?? [])]);
  if (changes.length > 0 && input.option('at') !== undefined) {
    failUsage('--at is read-only: a commit cannot be changed');
  }
  if (changes.length === 0 && answered.length === 0)
    return success({ outcome, diff: undefined, commit: undefined });
  const written = await writeChanges(changes, answered, outcome, invocation, context, apply);
  return written.ok ? success({ outcome, ...written.value }) : written;
}

async function renderOutcome(
  module: CommandModule,
  outcome: Outcome<object>,
  { input }: Invocation,
  { io }: Context,
): Promise<string> {
  if (input.json !== null) return toJson(pickKeys(outcome.data, input.json));
  const style = await loadStyle({
    isTerminal: io.isTerminal,
    columns: io.columns,
    colorLevel: io.colorLevel,
  });
  return module.render(makePrintable(outcome.data), style);
}

function pickKeys(data: unknown, keys: 'all' | readonly string[]): unknown {
  if (keys === 'all' || typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((one) => pickKeys(one, keys));
  const record = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(keys.map((key) => [key, record[key] ?? null]));
}

/** JSON for standard output, which may be a terminal: what would act on one is escaped. */
function toJson(value: unknown): string {
  return escapeUnprintable(JSON.stringify(value, null, 2));
}

interface WrittenChanges {
  /** With `--dry-run`, to be printed instead of the command's own output. */
  readonly diff: string | undefined;
  /**
   * With `--commit`, commits just what was written, and says why that failed. For when the lock is
   * released: git's hooks may be commands of ours that write.
   */
  readonly commit: (() => readonly Problem[]) | undefined;
}

/**
 * Writes a command's changes, or with `--dry-run` shows them.
 *
 * @param written what is written already, answer by answer: `--commit` takes it along
 */
async function writeChanges(
  changes: ChangeSet,
  written: ChangeSet,
  outcome: Outcome<object>,
  { input, commit, spec }: Invocation,
  context: Context,
  apply: Store['apply'],
): Promise<Result<WrittenChanges>> {
  if (input.dryRun) {
    const unsettled = findUnsettled(changes);
    if (unsettled.length > 0) return failure(...unsettled);
    const diff = await describeDryRun(changes, outcome, input, context);
    return success({ diff, commit: undefined });
  }
  if (!commit) {
    const applied = await apply(changes);
    return applied.ok ? success({ diff: undefined, commit: undefined }) : applied;
  }
  const { checkCommittable, commitChanges } = await import('../git/commit.js');
  const root = outcome.root ?? context.store().root;
  const made = [...written, ...changes];
  const state = checkCommittable(context.cwd, root, made);
  // Where nothing can be committed, nothing is written either.
  if (!state.ok) return failure(...state.problems.map((one) => refuse(one, written)));
  const applied = await apply(changes);
  if (!applied.ok) return applied;
  const message = outcome.commitMessage ?? `storymark ${spec.name}`;
  const commitWritten = () => {
    const committed = commitChanges(root, made, message);
    return committed.ok ? [] : committed.problems;
  };
  return success({ diff: undefined, commit: commitWritten });
}

/** Answers are saved one by one: they are there, whatever becomes of the commit. */
function refuse(problem: Problem, written: ChangeSet): Problem {
  const done = written.length > 0 ? 'written, but not committed' : 'nothing was written';
  return { ...problem, message: `--commit: ${problem.message}; ${done}` };
}

const escapedNote =
  'storymark: note: the diff has control characters, shown as \\u…, so git apply rejects it; --json prints them unchanged\n';

async function describeDryRun(
  changes: ChangeSet,
  { root }: Outcome<object>,
  { json }: Input,
  context: Context,
): Promise<string> {
  const { describeChanges } = await import('../text/diff.js');
  // Paths from where the person stands, so that `git apply` takes the diff.
  const shown = changes.map((change) => ({
    ...change,
    path: context.shownPath(change.path, root),
  }));
  if (json === null) {
    const diff = describeChanges(shown);
    if (context.io.isTerminal) return showUnprintable(diff);
    // For git apply, which needs the carriage returns of CRLF.
    const safe = diff.replace(/\r(?!\n)|[^\r]+/g, escapeUnprintable);
    if (safe !== diff) context.io.stderr.write(escapedNote);
    return safe;
  }
  const listed = shown.map((change) => ({ path: change.path, diff: describeChanges([change]) }));
  return toJson({ dryRun: true, changes: listed });
}
