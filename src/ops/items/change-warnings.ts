import { type Backlog, getItem } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { stageOf } from '../../backlog/stages.js';
import { withChanges } from '../../backlog/with-changes.js';
import { categoryOf, isWorkItem } from '../../backlog/workflow.js';
import type { DocumentRule, Report } from '../../check/define-rule.js';
import { dateContradiction } from '../../check/rules/date-contradiction.js';
import { dueLate } from '../../check/rules/due-late.js';
import { fieldPointsScale } from '../../check/rules/field-points-scale.js';
import { refDoneDependsOnOpen } from '../../check/rules/ref-done-depends-on-open.js';
import { refParentType } from '../../check/rules/ref-parent-type.js';
import { refStartedDependsOnOpen } from '../../check/rules/ref-started-depends-on-open.js';
import { sprintClosed } from '../../check/rules/sprint-closed.js';
import { statusOpenChildren } from '../../check/rules/status-open-children.js';
import { makeSubjects } from '../../check/subject.js';
import { readDocument } from '../../item/document.js';
import { type Item, readText, textOf, toItem } from '../../item/item.js';
import { type Category, stages } from '../../item/kind.js';
import { isEqualValue } from '../../item/value.js';
import type { Day } from '../../text/date.js';
import { openCriteria, type StatusVerb, verbs } from './change-status.js';

/** What a change would do that is hardly ever meant: asked on a terminal, else refused. */
export interface Warning {
  /** The item it is about. */
  readonly id: string;
  /** The rule of `check` that finds it in a file as well; null for a step. */
  readonly rule: string | null;
  readonly message: string;
}

/**
 * Verb by the category an item comes from: what to ask first. Pairs that are not here make sense, or
 * change nothing. What else may be wrong with the new state is asked by the rules below.
 */
const moves: Readonly<Record<StatusVerb, Readonly<Partial<Record<Category, string>>>>> = {
  start: {
    done: 'is done: starting it reopens it, and it no longer counts as finished',
    dropped: 'was dropped: starting it reopens it',
  },
  done: { dropped: 'was dropped, and would count as finished' },
  drop: { done: 'is done: dropped, it no longer counts as finished' },
  reopen: {},
};

interface Guard {
  readonly rule: DocumentRule;
  readonly options?: object;
  /** Asked only when the field it is about changes. */
  readonly onlyItsField?: boolean;
}

/** Rules of `check` that no change breaks unasked. */
const guards: readonly Guard[] = [
  { rule: statusOpenChildren },
  // Work is often written down when it is done already.
  { rule: dateContradiction, options: { created: false } },
  { rule: fieldPointsScale },
  { rule: refParentType },
  { rule: refDoneDependsOnOpen },
  { rule: refStartedDependsOnOpen },
  { rule: sprintClosed },
  // What is late stays late, whatever else is done about it.
  { rule: dueLate, onlyItsField: true },
];

/** What is doubtful about changes, less the rules that the backlog's settings turn off. */
export async function findWarnings(
  backlog: Backlog,
  changes: ChangeSet,
  today: Day,
): Promise<readonly Warning[]> {
  const after = withChanges(backlog, changes);
  const pairs = changes.flatMap((change) => readPair(backlog, change));
  const warnings = pairs.flatMap(([before, item]) => [
    ...(before ? findMoves(backlog, before, item) : []),
    ...(before ? findStepsBack(backlog, before, item) : []),
    ...findJoins(after, before, item),
  ]);
  const broken = [...pairs, ...listParents(backlog, after, pairs)].flatMap(([before, item]) =>
    findBroken({ before: backlog, after }, before, item, today),
  );
  return [...warnings, ...(broken.length === 0 ? [] : await dropSilenced(backlog, broken))];
}

/** A document before and after; null where it is new. */
type Pair = readonly [before: Item | null, after: Item];

function readPair(backlog: Backlog, { path, before, after }: ChangeSet[number]): readonly Pair[] {
  if (after === null || after === before) return [];
  const read = readDocument(path, after);
  if (!read.ok) return [];
  const item = toItem(read.value);
  const was = before === null ? null : readDocument(path, before);
  // A file that moved is new at its path, and the document is not.
  return [[was?.ok ? toItem(was.value) : (getItem(backlog, item.id) ?? null), item]];
}

/** Parents that are not changed themselves: something open may have come to stand below them. */
function listParents(backlog: Backlog, after: Backlog, pairs: readonly Pair[]): readonly Pair[] {
  const changed = new Set(pairs.map(([, { id }]) => id));
  const parents = pairs.flatMap(([, { parent }]) => {
    const found = parent === null ? undefined : getItem(after, parent);
    return found && !changed.has(found.id) ? [found] : [];
  });
  return [...new Set(parents)].map((item) => [getItem(backlog, item.id) ?? null, item]);
}

function findMoves({ settings }: Backlog, before: Item, after: Item): readonly Warning[] {
  const [from, to] = [categoryOf(settings, before), categoryOf(settings, after)];
  if (from === to) return [];
  const question = moves[verbs[to]][from];
  // `done` ticks them, or asks for a reason, before it comes here.
  const open = to === 'done' && isWorkItem(settings, after) ? openCriteria(after) : [];
  return [
    ...(question === undefined ? [] : [{ id: after.id, rule: null, message: question }]),
    ...(open.length === 0
      ? []
      : [{ id: after.id, rule: null, message: `not ticked yet: ${open.join('; ')}` }]),
  ];
}

/** Steps back that no status tells of. */
function findStepsBack({ settings }: Backlog, before: Item, after: Item): readonly Warning[] {
  const warning = (message: string): Warning => ({ id: after.id, rule: null, message });
  const [from, to] = [stageOf(before), stageOf(after)];
  const isBack = from !== null && (to === null || stages.indexOf(to) < stages.indexOf(from));
  const answered = textOf(before, 'answered');
  const isNew = [before, after].map((item) => categoryOf(settings, item) === 'todo');
  const isUnread = after.type === 'feedback' && answered !== null && !isNew[0] && isNew[1];
  return [
    ...(isBack ? [warning(`goes back from ${from} to ${to ?? 'no stage'}`)] : []),
    ...(isUnread ? [warning(`was answered on ${answered}, and would count as new`)] : []),
  ];
}

/** What is done already comes into a sprint only when it was done in its time. */
function findJoins(backlog: Backlog, before: Item | null, item: Item): readonly Warning[] {
  if (item.sprint === null || item.sprint === before?.sprint) return [];
  if (categoryOf(backlog.settings, item) !== 'done') return [];
  const sprint = getItem(backlog, item.sprint);
  if (sprint?.type !== 'sprint') return [];
  const category = categoryOf(backlog.settings, sprint);
  const start = readText(sprint.document.field('start'));
  const isInTime = item.done !== null && start !== null && item.done >= start;
  // The rules ask about a closed one.
  if (category === 'done' || (category === 'doing' && isInTime)) return [];
  const when = item.done === null ? 'is done already' : `was done on ${item.done} already`;
  const from = start === null ? '' : `, which starts on ${start}`;
  return [{ id: item.id, rule: null, message: `${when}, but would be in ${sprint.id}${from}` }];
}

interface Broken {
  readonly warning: Warning;
  readonly item: Item;
}

function findBroken(
  backlogs: { readonly before: Backlog; readonly after: Backlog },
  before: Item | null,
  item: Item,
  today: Day,
): readonly Broken[] {
  const isChanged = (key: string) =>
    !isEqualValue(item.document.field(key), before ? before.document.field(key) : undefined);
  return guards.flatMap((guard) => {
    const known = new Set(
      before ? runGuard(guard, backlogs.before, before, today).map(placeOf) : [],
    );
    return runGuard(guard, backlogs.after, item, today)
      .filter((report) => {
        const isNew = guard.onlyItsField !== true && !known.has(placeOf(report));
        return isNew || isChanged(keyOf(report));
      })
      .map(({ message }) => ({ warning: { id: item.id, rule: guard.rule.id, message }, item }));
  });
}

function runGuard(
  { rule, options = rule.defaults ?? {} }: Guard,
  backlog: Backlog,
  item: Item,
  today: Day,
): readonly Report[] {
  const subjects = makeSubjects(backlog, { items: [item], today, storyOf: () => null });
  return subjects.flatMap((subject) => {
    const found = rule.check(subject, options);
    return found instanceof Promise ? [] : found;
  });
}

function placeOf({ at }: Report): string {
  return 'field' in at ? at.field.join('.') : at.span.join('-');
}

function keyOf({ at }: Report): string {
  return 'field' in at ? (at.field[0] ?? '') : '';
}

/** Settings take time to read, and hardly any change is in doubt. */
async function dropSilenced(
  { settings }: Backlog,
  broken: readonly Broken[],
): Promise<readonly Warning[]> {
  const { prepareSettings, resolveSettings } = await import('../../check/settings.js');
  const prepared = await prepareSettings(settings.check);
  return broken
    .filter(({ warning, item }) => {
      const target = { path: item.document.path, item };
      const levels = prepared.ok ? resolveSettings(prepared.value, target) : null;
      return levels?.get(warning.rule ?? '')?.level !== 'off';
    })
    .map(({ warning }) => warning);
}
