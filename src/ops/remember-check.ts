import { allItems, type Backlog } from '../backlog/backlog.js';
import type { Memory } from '../backlog/memory.js';
import type { CheckRun } from '../check/finding.js';
import type { BacklogCheck } from './check-backlog.js';
import { type KnownFiles, openKnownFiles } from './remember-files.js';

/** A run and what it was on, as JSON has it. */
interface KeptRun {
  readonly question: string;
  readonly report: CheckRun['report'];
  readonly fixes: readonly (readonly [string, NonNullable<ReturnType<CheckRun['fixes']['get']>>])[];
}

const memoryName = 'check';
/** Fewer documents are checked as fast as a run is recalled. */
const fewDocuments = 100;

/**
 * The run, or the last one when it was on the very same documents, settings and day: nothing else
 * has a say in what is found. Where some documents changed, `run` is told what is known of those
 * that did not.
 */
export async function rememberRun(
  backlog: Backlog,
  check: BacklogCheck,
  memory: Memory,
  run: (known?: KnownFiles) => Promise<CheckRun>,
): Promise<CheckRun> {
  const items = allItems(backlog);
  if (items.length < fewDocuments) return run();
  const keys = items.map(({ document }) => memory.keyOf(document));
  const { isReported, today, forced } = check;
  const question = memory.digest([
    JSON.stringify([backlog.settings, backlog.problems, today, forced]),
    ...items.flatMap(({ document: { path } }, index) => {
      return [path, keys[index] ?? '', isReported(path) ? 'reported' : 'seen'];
    }),
    ...backlog.problems.map(({ path = '' }) => (isReported(path) ? 'reported' : 'seen')),
  ]);
  const kept = memory.recall(memoryName) as KeptRun | undefined;
  if (kept?.question === question) return { report: kept.report, fixes: new Map(kept.fixes) };
  const known = openKnownFiles(memory, backlog.settings, items, keys, [today, forced]);
  const { report, fixes } = await run(known);
  known.keep();
  memory.keep(memoryName, { question, report, fixes: [...fixes] } satisfies KeptRun);
  return { report, fixes };
}
