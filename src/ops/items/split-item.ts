import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet, FileChange } from '../../backlog/change-set.js';
import { dependentsOf } from '../../backlog/graph.js';
import { firstStatus, isOpen, kindOf } from '../../backlog/workflow.js';
import { readCriteria, removeCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import { isWorkKind } from '../../item/kind.js';
import type { Template } from '../../item/template.js';
import type { Value } from '../../item/value.js';
import type { Clock } from '../../text/clock.js';
import { collect, type Result, success, usage } from '../../text/problem.js';
import { type AddedItem, makeDocument } from './add-item.js';
import { changeEach, changeItem, setField } from './change-item.js';
import { createIdMaker } from './new-id.js';
import { applyRanks, changeSprint, placeIds } from './place.js';

/** What becomes of the item that is split. */
export type SplitOriginal = 'keep' | 'drop' | 'parent';

export interface SplitInput {
  readonly parts: readonly {
    readonly title: string;
    /** What the template's placeholders stand for: the story, when the title was one. */
    readonly answers: Readonly<Record<string, string | undefined>>;
  }[];
  /** For each part, the numbers (from 1) of the original's criteria it takes over. */
  readonly criteria: readonly (readonly number[])[];
  readonly original: SplitOriginal;
}

export interface SplitResult {
  readonly added: readonly Pick<AddedItem, 'id' | 'title' | 'path'>[];
  readonly changes: ChangeSet;
}

/**
 * Splits a work item: the new ones stand right after it, share its parent, goal, persona, labels
 * and what it waits for; points are left to estimate; what waited for it waits for them too.
 */
export function splitItem(
  backlog: Backlog,
  item: Item,
  template: Template,
  input: SplitInput,
  { today, random }: Clock,
): Result<SplitResult> {
  const kind = kindOf(backlog.settings, item.type);
  if (!kind || !isWorkKind(kind)) {
    return usage(`${item.id} is not a work item`);
  }
  if (item.archived) {
    const message = `${item.id} is archived: run storymark archive --undo ${item.id} first`;
    return usage(message);
  }
  if (!isOpen(backlog.settings, item)) {
    const message = `${item.id} is ${item.status}: run storymark reopen ${item.id} first, or add follow-up work with storymark add`;
    return usage(message);
  }
  const texts = readCriteria(bodyOf(item.document)).items.map(({ text }) => text);
  const wrong = input.criteria.flat().find((number) => texts[number - 1] === undefined);
  if (wrong !== undefined) {
    return usage(`${item.id} has no criterion ${wrong}: it has ${texts.length}`);
  }
  const makeId = createIdMaker(backlog, input.parts.length, random);
  const made = input.parts.map(({ title, answers }, index) =>
    makeDocument(
      backlog,
      kind,
      { ...template, fields: { ...template.fields, ...inheritedFields(item, input.original) } },
      {
        type: item.type,
        title,
        answers,
        criteria: (input.criteria[index] ?? []).map((number) => texts[number - 1] ?? ''),
        assignments: [],
        place: null,
      },
      { today, makeId },
    ),
  );
  const all = collect(made);
  if (!all.ok) return all;
  const documents = all.value;
  const ids = documents.map(({ id }) => id);
  const ranks = placeIds(backlog, ids, { kind: 'after', id: item.id });
  const rankOf = new Map(ranks.map(({ id, rank }) => [id, rank]));

  const others = changeOthers(backlog, item, input, ids, rankOf, today);
  if (!others.ok) return others;
  const moved = applyRanks(
    backlog,
    ranks.filter(({ id }) => !others.value.ids.has(id)),
  );
  if (!moved.ok) return moved;
  return success({
    added: documents.map(({ id, title, path }) => ({ id, title, path })),
    changes: [
      ...documents.flatMap(({ id, write }) => write(rankOf.get(id))),
      ...others.value.changes,
      ...moved.value,
    ],
  });
}

function inheritedFields(item: Item, original: SplitOriginal): Readonly<Record<string, Value>> {
  const inherited: Record<string, Value> = {};
  for (const key of ['persona', 'parent', 'labels', 'goal', 'depends']) {
    const value = item.document.field(key);
    if (value !== undefined && value !== null) inherited[key] = value;
  }
  if (original === 'parent') inherited['parent'] = item.id;
  return inherited;
}

/** The original and its dependents, each file once: with their new rank where they get one. */
function changeOthers(
  backlog: Backlog,
  item: Item,
  input: SplitInput,
  newIds: readonly string[],
  rankOf: ReadonlyMap<string, string>,
  today: string,
): Result<{ readonly ids: ReadonlySet<string>; readonly changes: readonly FileChange[] }> {
  const dependents = dependentsOf(backlog, item);
  const touched = [item, ...dependents.filter((other) => other !== item)];
  const changes = changeEach(touched, (other) => {
    const rank = rankOf.get(other.id);
    const ranked = rank === undefined ? [] : [setField('rank', rank)];
    if (other !== item) {
      const edits = [followSplit(other, item, newIds, input.original), ...ranked];
      return changeItem(backlog.settings, other, edits);
    }
    const edits = [...editOriginal(backlog, item, input.original, today), ...ranked];
    const taken = input.criteria.flat().map((number) => number - 1);
    return changeItem(
      backlog.settings,
      item,
      edits,
      removeCriteria(bodyOf(item.document), [...new Set(taken)]),
    );
  });
  if (!changes.ok) return changes;
  return success({ ids: new Set(touched.map(({ id }) => id)), changes: changes.value });
}

function followSplit(
  dependent: Item,
  item: Item,
  newIds: readonly string[],
  original: SplitOriginal,
): FieldEdit {
  const kept = dependent.depends.filter(
    (id) => original === 'keep' || id.toUpperCase() !== item.id.toUpperCase(),
  );
  return setField('depends', [...kept, ...newIds]);
}

function editOriginal(
  backlog: Backlog,
  item: Item,
  original: SplitOriginal,
  today: string,
): readonly FieldEdit[] {
  switch (original) {
    case 'keep':
      return [];
    case 'drop': {
      const dropped = firstStatus(backlog.settings, item.type, 'dropped');
      return [setField('status', dropped), ...changeSprint(backlog, item, null, today, 'split')];
    }
    case 'parent':
      return [
        setField('type', 'epic'),
        ...(item.points === null ? [] : [setField('points', undefined)]),
        ...changeSprint(backlog, item, null, today, 'split'),
      ];
    default:
      return original satisfies never;
  }
}
