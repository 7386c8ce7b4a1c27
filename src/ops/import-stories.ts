import type { Backlog } from '../backlog/backlog.js';
import type { ChangeSet } from '../backlog/change-set.js';
import type { ReadLine } from '../exchange/stories.js';
import type { Template } from '../item/template.js';
import { failure, type Result, success } from '../text/problem.js';
import { findKind, makeDocument } from './add-item.js';
import type { Clock } from './clock.js';
import { createIdMaker } from './new-id.js';
import { applyRanks, placeAtEnd } from './place.js';

export interface ImportedStory {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Line of the source, from 1. */
  readonly line: number;
  /** Why it does not read as a story, or null. */
  readonly reason: string | null;
}

export interface ImportResult {
  readonly imported: readonly ImportedStory[];
  readonly changes: ChangeSet;
}

/**
 * One item for each line, in the source's order at the end of the backlog. A line that does not
 * read as a story becomes an item too, with the reason, so that nothing is lost in silence.
 */
export function importStories(
  backlog: Backlog,
  template: Template,
  lines: readonly ReadLine[],
  assignments: readonly string[],
  { today, random }: Clock,
): Result<ImportResult> {
  const kind = findKind(backlog, 'story');
  if (!kind.ok) return kind;
  const makeId = createIdMaker(backlog, lines.length, random);
  const made = lines.map(({ title, story }) =>
    makeDocument(
      backlog,
      kind.value,
      template,
      { type: 'story', title, answers: { story }, criteria: [], assignments, place: null },
      { today, makeId },
    ),
  );
  const bad = made.findIndex((result) => !result.ok);
  const refusal = made[bad];
  if (refusal && !refusal.ok) {
    return failure(
      ...refusal.problems.map((problem) => ({
        ...problem,
        message: `line ${lines[bad]?.line}: ${problem.message}; nothing was imported`,
      })),
    );
  }
  const documents = made.flatMap((result) => (result.ok ? [result.value] : []));
  const ranks = placeAtEnd(
    backlog,
    documents.map(({ id }) => id),
  );
  const others = applyRanks(backlog, ranks);
  if (!others.ok) return others;
  const rankOf = new Map(ranks.map(({ id, rank }) => [id, rank]));
  return success({
    imported: documents.map(({ id, title, path }, index) => ({
      id,
      title,
      path,
      line: lines[index]?.line ?? 0,
      reason: lines[index]?.reason ?? null,
    })),
    changes: [...documents.flatMap(({ id, write }) => write(rankOf.get(id))), ...others.value],
  });
}
