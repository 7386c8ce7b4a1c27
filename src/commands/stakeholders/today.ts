import { type Decision, listDecisions } from '../../ops/stakeholders/decisions.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';

/** Most decisions of one kind that are shown: a list nobody gets through settles nothing. */
const fewOfKind = 5;

interface Today {
  readonly decisions: readonly Decision[];
  /** Of each kind, how many there are beside those shown. */
  readonly more: Readonly<Partial<Record<Decision['kind'], number>>>;
}

export function run(context: Context, input: Input): Outcome<Today | readonly Decision[]> {
  const backlog = readBacklog(context);
  const decisions = listDecisions(backlog, clockOf(context, backlog).today);
  const { problems } = backlog;
  if (input.json !== null) return { data: decisions, problems };
  const most = input.flag('all') ? Number.POSITIVE_INFINITY : fewOfKind;
  const kinds = [...new Set(decisions.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => decisions.filter((one) => one.kind === kind));
  const more = groups
    .filter((group) => group.length > most)
    .map((group) => [group[0]?.kind, group.length - most]);
  const shown = groups.flatMap((group) => group.slice(0, most));
  return { data: { decisions: shown, more: Object.fromEntries(more) }, problems };
}

const headings: Readonly<Record<Decision['kind'], string>> = {
  sprint: 'Sprint',
  date: 'Dates that slip',
  inbox: 'New feedback',
  unready: 'Not ready near the top',
  stuck: 'Stuck',
  question: 'Open questions',
};

export function render(data: Today | readonly Decision[], style: Style): string {
  if (!('decisions' in data)) return '';
  const { decisions, more } = data;
  if (!style.isTerminal) {
    return decisions
      .map(({ kind, id, title, why, command }) => [kind, id, title, why, command].join('\t'))
      .join('\n');
  }
  if (decisions.length === 0) return 'Nothing needs your decision today.';
  const kinds = [...new Set(decisions.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const table = style.table({
        columns: [{ title: '' }, { title: '', shrinks: true }, { title: '' }, { title: '' }],
        rows: decisions
          .filter((one) => one.kind === kind)
          .map(({ id, title, why, command }) => [id, title, why, command]),
      });
      const rest = more[kind] === undefined ? '' : `\n… and ${more[kind]} more: --all`;
      // A table without headings: the line they would stand on goes.
      const rows = table.replace(/^\s*\n/, '');
      return `${style.bold(headings[kind])}\n${rows}${style.dim(rest)}`;
    })
    .join('\n\n');
}
