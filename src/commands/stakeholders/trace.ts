import { type Backlog, getItem } from '../../backlog/backlog.js';
import { statusesOf } from '../../backlog/workflow.js';
import { writeDelimited } from '../../exchange/delimited.js';
import type { Item } from '../../item/item.js';
import { publishBacklog } from '../../ops/items/publish-backlog.js';
import {
  type ClosedBy,
  type Trace,
  type TraceNode,
  type Outcome as TraceOutcome,
  traceItem,
} from '../../ops/stakeholders/trace.js';
import {
  type MatrixItem,
  makeTraceMatrix,
  type TraceMatrix,
} from '../../ops/stakeholders/trace-links.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import { type OpenHistory, openHistory } from '../shared/open-history.js';
import { readBacklog, readItem } from '../shared/read-backlog.js';

interface ShownMatrix extends TraceMatrix {
  readonly format?: MatrixFormat;
}

export function run(context: Context, input: Input): Outcome<Trace | ShownMatrix> {
  const backlog = readBacklog(context);
  const [reference] = input.args;
  const format = input.option('format') as MatrixFormat | undefined;
  if (input.flag('matrix')) {
    if (reference !== undefined) failUsage('--matrix covers all feedback: do not give a document');
    // A table to hand round: on a terminal the team reads it.
    const hides = format !== undefined && format !== 'text' && !input.flag('private');
    const matrix = makeTraceMatrix(hides ? publishBacklog(backlog) : backlog);
    const data = input.json === null ? { ...matrix, format: format ?? 'text' } : matrix;
    return { data, problems: backlog.problems };
  }
  if (format !== undefined) failUsage('--format requires --matrix');
  if (reference === undefined) failUsage('give a document or --matrix: storymark trace ID');
  const history = openHistory(context.store().root);
  const trace = traceItem(backlog, readItem(backlog, reference), closedByGit(history, backlog));
  const { notes, problems } = history.report();
  return { data: trace, notes, problems: [...backlog.problems, ...problems] };
}

export function render(data: Trace | ShownMatrix, style: Style): string {
  return 'why' in data
    ? renderTrace(data, style)
    : renderMatrix(data, data.format ?? 'text', style);
}

/** The commit in which each item got a status that means done. */
function closedByGit(history: OpenHistory, backlog: Backlog): ClosedBy {
  return (item: Item) => {
    const entries = history.statusesOf(item);
    const statuses = statusesOf(backlog.settings, item.type);
    const last = entries.findLastIndex(({ status }) => statuses[status] !== 'done') + 1;
    const closing = entries[last];
    if (closing === undefined || getItem(backlog, item.id) !== item) return null;
    return { commit: closing.commit, day: closing.day, subject: closing.subject };
  };
}

/** The document, the ways that lead to it, and what came of it, as trees of arrows. */
function renderTrace(trace: Trace, style: Style): string {
  const { why, became } = trace;
  return [
    `${style.bold(trace.id)} ${trace.title}${describeStatus(trace.status, style)}`,
    ...describeOutcome(trace.outcome, style).map((line) => `  ${line}`),
    '',
    style.bold('Behind it'),
    ...(why.length === 0 ? ['  nothing is linked'] : renderNodes(why, '←', style, '  ')),
    '',
    style.bold('Results'),
    ...(became.length === 0 ? [`  ${describeEnd(trace)}`] : renderNodes(became, '→', style, '  ')),
  ].join('\n');
}

/** Work ends in itself: its outcome stands above already. */
function describeEnd({ outcome, type }: Trace): string {
  if (outcome?.done != null) return 'it is done (see above)';
  return type === 'feedback' ? 'nothing yet: storymark triage' : 'nothing is linked';
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
function describeOutcome(outcome: TraceOutcome | null, style: Style): readonly string[] {
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
    ...(promised === null ? [] : [`promised for ${style.day(promised)}`]),
  ];
  return steps.length === 0 ? [] : [style.dim(steps.join(' → '))];
}

type MatrixFormat = 'text' | 'csv' | 'markdown';

function renderMatrix(matrix: TraceMatrix, format: MatrixFormat, style: Style): string {
  switch (format) {
    case 'csv':
      return tabulate(matrix).map(writeDelimited).join('\n');
    case 'markdown':
      return writeMarkdown(tabulate(matrix));
    case 'text':
      return style.isTerminal
        ? drawMatrix(matrix, style)
        : tabulate(matrix)
            .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
            .join('\n');
    default:
      return format satisfies never;
  }
}

/** A row for each feedback, a column for each item; a cell holds the item's status. */
function tabulate({ feedback, items }: TraceMatrix): readonly (readonly string[])[] {
  const head = ['feedback', 'title', 'from', 'status', ...items.map(({ id }) => id)];
  const rows = feedback.map((row) => [
    row.id,
    row.title,
    row.from ?? '',
    row.status ?? '',
    ...items.map((item) => (row.items.includes(item.id) ? (item.status ?? 'yes') : '')),
  ]);
  return [head, ...rows];
}

function writeMarkdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const marks: Readonly<Record<MatrixItem['category'], string>> = {
  done: '●',
  doing: '◐',
  todo: '○',
  dropped: '×',
};

/** Numbers for columns, so that many fit; which they are stands below. */
function drawMatrix({ feedback, items }: TraceMatrix, style: Style): string {
  if (feedback.length === 0) return 'There is no feedback yet: storymark add -t feedback';
  const width = String(items.length).length;
  const cell = (text: string) => text.padStart(width);
  const ids = Math.max(...feedback.map(({ id }) => id.length));
  const head = `${' '.repeat(ids)}  ${items.map((_, index) => cell(String(index + 1))).join(' ')}`;
  const rows = feedback.map((row) => {
    const cells = items.map((item) =>
      cell(row.items.includes(item.id) ? marks[item.category] : '·'),
    );
    const orphan = row.items.length === 0 ? '  ← nothing answers it' : '';
    return `${row.id.padEnd(ids)}  ${cells.join(' ')}  ${row.title}${orphan}`;
  });
  const legend = items.map(
    ({ id, title, status }, index) => `${cell(String(index + 1))}  ${id}  ${title} (${status})`,
  );
  return [
    style.bold(head.trimEnd()),
    ...rows,
    '',
    style.dim('● done   ◐ in progress   ○ to do   × dropped'),
    ...legend,
  ].join('\n');
}
