import { measureSize } from '../../backlog/progress.js';
import { type WayOfWorking, wayOf } from '../../backlog/way-of-working.js';
import { startSprint, warnAboutStart } from '../../ops/sprints/run-sprint.js';
import { findSprint } from '../../ops/sprints/sprints.js';
import type { CountedItem } from '../../plan/velocity.js';
import type { Style } from '../../terminal/style.js';
import { saySize } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { confirmWarnings } from '../shared/confirm-changes.js';
import { unwrap } from '../shared/failure.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';

interface Started {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly committed: readonly CountedItem[];
  /** What the team counts. */
  readonly unit: WayOfWorking['unit'];
}

export async function run(context: Context, input: Input): Promise<Outcome<Started>> {
  const backlog = readBacklog(context);
  const { today } = clockOf(context, backlog);
  const sprint = unwrap(findSprint(backlog, input.args[0], ['todo']));
  const reason = input.option('force') ?? null;
  const { committed, changes } = unwrap(startSprint(backlog, sprint, today, reason));
  await confirmWarnings(context, input, warnAboutStart(sprint, today));
  const { unit } = wayOf(backlog);
  const unestimated = committed
    .filter(({ points }) => points === null && unit === 'points')
    .map(({ id }) => id);
  return {
    data: {
      id: sprint.id,
      title: sprint.title,
      path: context.shownPath(sprint.item.document.path),
      committed,
      unit,
    },
    changes,
    commitMessage: `Start sprint ${sprint.id}`,
    notes:
      unestimated.length > 0
        ? [`note: not estimated, counted as 0 points: ${unestimated.join(', ')}`]
        : [],
  };
}

export function render({ id, title, committed, unit }: Started, style: Style): string {
  if (!style.isTerminal) return id;
  const sizes: readonly Started['unit'][] = unit === 'items' ? ['items'] : ['items', unit];
  const said = sizes.map((one) => saySize(measureSize(committed, one), one)).join(', ');
  return `${style.bold(id)} ${title === id ? '' : `${title} `}started: ${said} committed`;
}
