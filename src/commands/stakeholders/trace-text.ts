import type { Outcome, Trace, TraceNode } from '../../ops/stakeholders/trace.js';
import type { Style } from '../../terminal/style.js';

/** The document, the ways that lead to it, and what came of it, as trees of arrows. */
export function renderTrace(trace: Trace, style: Style): string {
  const { why, became } = trace;
  return [
    `${style.bold(trace.id)} ${trace.title}${describeStatus(trace.status, style)}`,
    ...describeOutcome(trace.outcome, style).map((line) => `  ${line}`),
    '',
    style.bold('Behind it'),
    ...(why.length === 0 ? ['  nobody and nothing is named'] : renderNodes(why, '←', style, '  ')),
    '',
    style.bold('What came of it'),
    ...(became.length === 0 ? [`  ${describeEnd(trace)}`] : renderNodes(became, '→', style, '  ')),
  ].join('\n');
}

/** Work ends in itself: its outcome stands above already. */
function describeEnd({ outcome, type }: Trace): string {
  if (outcome?.done != null) return 'it is done, see above';
  return type === 'feedback' ? 'nothing yet: storymark triage' : 'nothing hangs from it';
}

function renderNodes(
  nodes: readonly TraceNode[],
  arrow: string,
  style: Style,
  indent: string,
): readonly string[] {
  return nodes.flatMap((node) => [
    `${indent}${arrow} ${style.dim(node.how)} ${node.id} ${node.title}${describeStatus(node.status, style)}`,
    ...describeOutcome(node.outcome, style).map((line) => `${indent}    ${line}`),
    ...renderNodes(node.next, arrow, style, `${indent}  `),
  ]);
}

function describeStatus(status: string | null, style: Style): string {
  return status === null ? '' : style.dim(` (${status})`);
}

/** `goal async-teams → criteria 3 of 3 → sprint 2026-S23 → done 18 November 2026 → commit 1a2b3c4 Done: ST-7K3FD`. */
function describeOutcome(outcome: Outcome | null, style: Style): readonly string[] {
  if (outcome === null) return [];
  const { goals, epic, criteria, sprints, done, commit, answered, promised } = outcome;
  const steps = [
    ...(goals.length === 0 ? [] : [`goal ${goals.join(', ')}`]),
    ...(epic === null ? [] : [`epic ${epic}`]),
    ...(criteria === null ? [] : [`criteria ${criteria.done} of ${criteria.total}`]),
    ...(sprints.length === 0 ? [] : [`sprint ${sprints.join(', ')}`]),
    ...(done === null ? [] : [`done ${style.day(done)}`]),
    ...(commit === null ? [] : [`commit ${commit.commit} ${commit.subject}`]),
    ...(answered === null ? [] : [`answered ${style.day(answered)}`]),
    ...(promised === null ? [] : [`told ${style.day(promised)}`]),
  ];
  return steps.length === 0 ? [] : [style.dim(steps.join(' → '))];
}
