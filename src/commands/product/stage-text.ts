import { stages } from '../../item/kind.js';
import type { StagedEpic } from '../../ops/product/stages.js';
import type { Style } from '../../terminal/style.js';

/** One epic: where it is, how it came there, what it lacks to go on. */
export function renderStage(epic: StagedEpic, style: Style): string {
  const { id, title, stage, events } = epic;
  const past = events.map(({ day, stage: to, evidence, forced }) =>
    [
      `  ${style.day(day)}  ${to}`,
      ...evidence,
      ...(forced === null ? [] : [style.yellow(`forced: ${forced}`)]),
    ].join('  '),
  );
  return [
    `${style.bold(id)} ${title}: ${stage ?? 'in no stage yet'}`,
    ...past,
    `  ${describeNext(epic)}`,
  ].join('\n');
}

function describeNext({ next, missing }: StagedEpic): string {
  if (next === null) return 'it has passed all stages';
  return missing.length === 0
    ? `next: ${next}, nothing is missing`
    : `next: ${next}, which needs ${missing.join('; ')}`;
}

/** The epics under their stages; stages without any stay, since a gap says something. */
export function renderBoard(epics: readonly StagedEpic[], style: Style): string {
  if (!style.isTerminal) {
    return style.table({
      columns: ['stage', 'id', 'since', 'next', 'missing', 'title'].map((title) => ({ title })),
      rows: epics.map(({ stage, id, since, next, missing, title }) => [
        stage ?? '',
        id,
        since ?? '',
        next ?? '',
        missing.join('; '),
        title,
      ]),
    });
  }
  if (epics.length === 0) return 'No open epics. Add one with: storymark add -t epic';
  const unstaged = epics.filter(({ stage }) => stage === null);
  const columns = [
    ...(unstaged.length === 0 ? [] : [['in no stage yet', unstaged] as const]),
    ...stages.map((name) => [name, epics.filter(({ stage }) => stage === name)] as const),
  ];
  return columns
    .map(([name, own]) =>
      [
        style.bold(name) + (own.length === 0 ? style.dim('  –') : ''),
        ...own.flatMap((epic) => [
          `  ${epic.id}  ${epic.title}`,
          `    ${style.dim(`${describeSince(epic, style)}${describeNext(epic)}`)}`,
        ]),
      ].join('\n'),
    )
    .join('\n');
}

function describeSince({ since }: StagedEpic, style: Style): string {
  return since === null ? '' : `since ${style.day(since)}; `;
}
