import { publishBacklog } from '../../ops/items/publish-backlog.js';
import { type Trace, traceItem } from '../../ops/stakeholders/trace.js';
import { makeTraceMatrix, type TraceMatrix } from '../../ops/stakeholders/trace-matrix.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import { openHistory } from '../shared/open-history.js';
import { readBacklog, readItem } from '../shared/read-backlog.js';
import { closedByGit } from './closed-by.js';
import { type MatrixFormat, renderMatrix } from './trace-matrix-text.js';
import { renderTrace } from './trace-text.js';

interface ShownMatrix extends TraceMatrix {
  readonly format?: MatrixFormat;
}

export function run(context: Context, input: Input): Outcome<Trace | ShownMatrix> {
  const backlog = readBacklog(context);
  const [reference] = input.args;
  const format = input.option('format') as MatrixFormat | undefined;
  if (input.flag('matrix')) {
    if (reference !== undefined) failUsage('--matrix is about all feedback: name no document');
    // A table to hand round: on a terminal the team reads it.
    const hides = format !== undefined && format !== 'text' && !input.flag('private');
    const matrix = makeTraceMatrix(hides ? publishBacklog(backlog) : backlog);
    const data = input.json === null ? { ...matrix, format: format ?? 'text' } : matrix;
    return { data, problems: backlog.problems };
  }
  if (format !== undefined) failUsage('--format goes with --matrix');
  if (reference === undefined) failUsage('name a document, or give --matrix: storymark trace ID');
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
