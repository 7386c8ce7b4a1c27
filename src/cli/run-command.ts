import { compactChanges } from '../backlog/change-set.js';
import { commandLoaders } from '../commands/index.js';
import type { CommandModule, Context, Outcome } from '../commands/shared/command.js';
import { CommandFailure, failUsage, unwrap } from '../commands/shared/failure.js';
import { checkJsonKeys } from '../commands/shared/read-backlog.js';
import { noticeMissingDriver } from '../git/driver-notice.js';
import type { Store } from '../store/store.js';
import { loadStyle } from '../terminal/style.js';
import { makePrintable } from '../text/printable.js';
import { failure, type Result, success } from '../text/problem.js';
import { exitCodeOf, writeProblems } from './errors.js';
import { toJson } from './json.js';
import type { Invocation } from './program.js';
import { type AnswerLog, leaveWithAnswers, openAnswers } from './save-answers.js';
import { type WrittenChanges, writeChanges } from './write-changes.js';

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
    failUsage('--at only looks: a commit cannot be changed');
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
