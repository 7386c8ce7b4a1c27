import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import { kindOf } from '../../backlog/workflow.js';
import { readChecklist } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { Template } from '../../item/template.js';
import type { Words } from '../../language/words.js';
import type { Clock } from '../../text/clock.js';
import { collect, type Result, success, usage } from '../../text/problem.js';
import { applySplices, type Splice } from '../../text/splice.js';
import { makeDocument } from '../items/add-item.js';
import { createIdMaker } from '../items/new-id.js';
import { placeAtEnd } from '../items/place.js';
import type { Sprint } from './sprints.js';

/** Label of the items that retrospective actions become. */
export const retroLabel = 'retro';

export interface AdoptedAction {
  readonly id: string;
  readonly title: string;
  readonly sprint: string;
}

export interface AdoptedActions {
  readonly adopted: readonly AdoptedAction[];
  /** The sprints' bodies with each action's new id behind it, by sprint id. */
  readonly bodies: ReadonlyMap<string, string>;
  /** The new items. */
  readonly changes: ChangeSet;
}

interface Action {
  readonly sprint: Sprint;
  readonly title: string;
  /** Where its first line ends in the body. */
  readonly end: number;
}

/**
 * Makes a task of each open checkbox under "Retrospective" that is none yet, and writes the task's
 * id behind it: an action without an owner in the backlog is forgotten by the next sprint.
 */
export function adoptActions(
  backlog: Backlog,
  sprints: readonly Sprint[],
  { template, words }: { readonly template: Template; readonly words: Words },
  { today, random }: Clock,
): Result<AdoptedActions> {
  const kind = kindOf(backlog.settings, 'task');
  if (!kind) return usage('there is no type "task"');
  const actions = sprints.flatMap(listActions);
  const makeId = createIdMaker(backlog, actions.length, random);
  const made = actions.map(({ title, sprint }) =>
    makeDocument(
      backlog,
      kind,
      template,
      {
        type: 'task',
        title,
        answers: { description: words.say('agreedIn', { sprint: sprint.id }) },
        criteria: [],
        assignments: [`labels=${retroLabel}`],
        place: null,
      },
      { today, makeId },
    ),
  );
  const all = collect(made);
  if (!all.ok) return all;
  const documents = all.value;
  const ranks = new Map(
    placeAtEnd(
      backlog,
      documents.map(({ id }) => id),
    ).map(({ id, rank }) => [id, rank]),
  );
  const adopted = documents.map(({ id, title }, index) => ({
    id,
    title,
    sprint: actions[index]?.sprint.id ?? '',
  }));
  return success({
    adopted,
    bodies: writeIds(actions, adopted),
    changes: documents.flatMap(({ id, write }) => write(ranks.get(id))),
  });
}

/** Open checkboxes that do not end in an id yet. */
function listActions(sprint: Sprint): readonly Action[] {
  const body = bodyOf(sprint.item.document);
  return readChecklist(body, 'Retrospective')
    .filter(({ done, checkSpan }) => !done && checkSpan !== null)
    .map(({ text, span: [start] }) => {
      const [title = ''] = text.split('\n');
      const newline = body.indexOf('\n', start);
      const line = body.slice(start, newline === -1 ? body.length : newline).trimEnd();
      return { sprint, title: title.trim(), end: start + line.length };
    })
    .filter(({ title }) => title !== '' && !/\([A-Z]{1,4}-[0-9A-Z]+\)$/.test(title));
}

function writeIds(
  actions: readonly Action[],
  adopted: readonly AdoptedAction[],
): ReadonlyMap<string, string> {
  const splices = new Map<Sprint, Splice[]>();
  for (const [index, { sprint, end }] of actions.entries()) {
    const splice = { span: [end, end] as const, text: ` (${adopted[index]?.id})` };
    splices.set(sprint, [...(splices.get(sprint) ?? []), splice]);
  }
  return new Map(
    [...splices].map(([sprint, list]) => [
      sprint.id,
      applySplices(bodyOf(sprint.item.document), list),
    ]),
  );
}
