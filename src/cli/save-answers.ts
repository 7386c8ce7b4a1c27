import { type ChangeSet, compactChanges, type FileChange } from '../backlog/change-set.js';
import type { Answers, Context } from '../commands/shared/command.js';
import { unwrap } from '../commands/shared/failure.js';
import { PromptCancelled } from '../terminal/prompt.js';
import { plural } from '../text/amount.js';
import type { Invocation } from './program.js';

export interface AnswerLog extends Answers {
  /** One change for each file, from its text before the first answer to that after the last. */
  changes(): ChangeSet;
  /** How many answers were saved: none with `--dry-run`. */
  count(): number;
}

/** Writes what a person answers as they go, so that leaving loses none of it. */
export function openAnswers(context: Context, dryRun: boolean): AnswerLog {
  const saved = new Map<string, FileChange>();
  let count = 0;
  return {
    async save(changes) {
      const made = compactChanges(
        changes.map((change) => {
          const last = saved.get(change.path);
          return last && last.before === change.before ? { ...change, before: last.after } : change;
        }),
      );
      if (made.length === 0) return;
      if (!dryRun) {
        unwrap(await context.store().apply(made));
        count += 1;
      }
      for (const change of made) {
        const { before } = saved.get(change.path) ?? change;
        saved.set(change.path, { ...change, before });
      }
    },
    changes: () => compactChanges([...saved.values()]),
    count: () => count,
  };
}

/** Whoever leaves is told what stays, and `--commit` commits it. */
export async function leaveWithAnswers(
  error: unknown,
  answers: AnswerLog,
  { commit, spec }: Invocation,
  context: Context,
): Promise<never> {
  const count = answers.count();
  if (!(error instanceof PromptCancelled) || count === 0) throw error;
  const saved = `${count} ${plural(count, 'answer is', 'answers are')} saved`;
  if (!commit) throw new PromptCancelled(saved);
  const { commitChanges } = await import('../git/commit.js');
  const { root } = context.store();
  const committed = commitChanges(root, answers.changes(), `storymark ${spec.name}`);
  throw new PromptCancelled(`${saved}${committed.ok ? ' and committed' : ', not committed'}`);
}
