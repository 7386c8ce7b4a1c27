import type { Backlog } from '../../backlog/backlog.js';
import { isWorkItem } from '../../backlog/workflow.js';
import { readPairwise } from '../../exchange/pairwise.js';
import { readKeptVotes } from '../../exchange/votes.js';
import { readFolderLog } from '../../git/folder-log.js';
import { isShallow } from '../../git/shallow.js';
import { pairwisePath } from '../../ops/order/score-pairwise.js';
import { votesPath } from '../../ops/order/votes.js';
import { type ItemHistory, pathsOf, readHistory } from '../../ops/order/why-history.js';
import type { VoteFiles } from '../../ops/order/why-inputs.js';
import { explainItem } from '../../ops/order/why-item.js';
import { lookAtForecast, lookAtSprint } from '../../ops/order/why-outlook.js';
import type { ScoreModel } from '../../score/define-model.js';
import { requireModel } from '../../score/load-model.js';
import type { Store } from '../../store/store.js';
import type { Style } from '../../terminal/style.js';
import { type Problem, type Result, success } from '../../text/problem.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { explainUnread, shallowNote } from '../shared/open-history.js';
import { clockOf, readBacklog, readItem, readNumber } from '../shared/read-backlog.js';
import { renderWhy, type ShownWhy } from './why-text.js';

export async function run(context: Context, input: Input): Promise<Outcome<ShownWhy>> {
  const backlog = readBacklog(context);
  const item = readItem(backlog, input.args[0] ?? '');
  if (!isWorkItem(backlog.settings, item)) {
    failUsage(`${item.id} is a ${item.type}: only work has a place in the backlog's order`);
  }
  const model = unwrap(await requireModel(backlog, input.option('by')));
  const top = readNumber(input, 'top') ?? 10;
  if (!Number.isInteger(top) || top < 1) failUsage('--top: expected a whole number of 1 or more');
  const store = context.store();
  const votes = readVoteFiles(store, model);
  const asked = askGit(store.root, backlog, item.id);
  const { history } = asked;
  const report = unwrap(explainItem(backlog, item, model, { top, votes: votes.files, history }));
  const isOpen = report.place !== null;
  const { today } = clockOf(context, backlog);
  const forecast = isOpen ? lookAtForecast(backlog, item, today) : null;
  return {
    data: {
      ...report,
      model: { id: model.id, name: model.name, formula: model.formula },
      sprint: isOpen ? await lookAtSprint(backlog, item, model, today) : null,
      forecast: forecast?.day ?? null,
      enough: forecast?.enough ?? false,
    },
    notes: asked.notes,
    problems: [...backlog.problems, ...votes.problems, ...asked.problems],
  };
}

interface AskedHistory {
  /** Null where git keeps none, only the end of it, or one that cannot be read. */
  readonly history: ItemHistory | null;
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

function askGit(root: string, backlog: Backlog, id: string): AskedHistory {
  const nothing = { history: null, notes: [], problems: [] };
  if (isShallow(root)) return { ...nothing, notes: [shallowNote] };
  const query = { paths: ['items'], lines: true } as const;
  const log = readFolderLog(root, { ...query, merges: 'firstParent' });
  if (!log.ok) return { ...nothing, problems: explainUnread(log.problems) };
  if (log.value === null) return nothing;
  const branch = log.value.toReversed();
  const paths = pathsOf(id, branch);
  const own = paths.length === 0 ? success(null) : readFolderLog(root, { ...query, paths });
  if (!own.ok) return { ...nothing, problems: explainUnread(own.problems) };
  return { ...nothing, history: readHistory(backlog, id, branch, own.value?.toReversed() ?? []) };
}

/** Votes and answers the repository keeps; a file that cannot be read is named, not fatal. */
function readVoteFiles(store: Store, model: ScoreModel) {
  const problems: Problem[] = [];
  const keep = <T>(path: string, read: (text: string) => Result<T>, none: T): T => {
    const text = store.readFile(path);
    if (text === null) return none;
    const result = read(text);
    if (result.ok) return result.value;
    problems.push(...result.problems.map((one) => ({ ...one, path, kind: 'data' as const })));
    return none;
  };
  const kept = model.inputs.flatMap(({ key }) => {
    const votes = keep(votesPath(key), readKeptVotes, null);
    return votes ? [[key, votes] as const] : [];
  });
  const files: VoteFiles = {
    answers: keep(pairwisePath, readPairwise, []),
    votes: Object.fromEntries(kept),
  };
  return { files, problems };
}

export function render(data: ShownWhy, style: Style): string {
  return renderWhy(data, style);
}
