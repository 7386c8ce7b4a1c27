import { readVotes, readWeights } from '../../exchange/votes.js';
import type { ScoredItem } from '../../ops/order/score-items.js';
import { importVotes, votesPath } from '../../ops/order/votes.js';
import type { ModelInput, ScoreModel } from '../../score/define-model.js';
import { requireModel } from '../../score/load-model.js';
import { count } from '../../text/amount.js';
import type { Result } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { CommandFailure, failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';
import { readInputText } from '../shared/read-input-text.js';

/** The input `--input` names; `value`, or else the model's first, when it names none. */
export function requireInput(model: ScoreModel, key: string | undefined): ModelInput {
  const wanted = key ?? 'value';
  const input =
    model.inputs.find((one) => one.key === wanted) ??
    (key === undefined ? model.inputs[0] : undefined);
  if (!input) {
    const known = model.inputs.map((one) => one.key);
    failUsage(
      `${model.id} has no input "${wanted}".${didYouMean(wanted, known)} (${known.join(', ')})`,
    );
  }
  if ((input.kind ?? 'number') !== 'number' && input.kind !== 'percent') {
    failUsage(`${input.key} is not numeric, so it cannot be voted on or compared`);
  }
  return input;
}

/** Weighs a file of stakeholders' votes into one input. */
export async function importFile(
  context: Context,
  input: Input,
  file: string,
): Promise<Outcome<readonly ScoredItem[]>> {
  if (input.args.length > 0) failUsage('--import takes the items from its file: do not give any');
  const votes = inFile(file, readVotes(await readInputText(context, file)));
  const weightsFile = input.option('weights');
  const weights =
    weightsFile === undefined
      ? null
      : inFile(weightsFile, readWeights(await readInputText(context, weightsFile)));
  const backlog = readBacklog(context);
  const model = unwrap(await requireModel(backlog, input.option('by')));
  const about = requireInput(model, input.option('input'));
  const kept = context.store().readFile(votesPath(about.key));
  const imported = inFile(
    file,
    importVotes(backlog, model, about, { votes, weights }, kept, clockOf(context, backlog)),
  );
  const { scored, changes, voters, unvoted } = imported;
  const off = scored.filter(({ warnings }) => warnings.length > 0).length;
  return {
    data: scored,
    changes,
    commitMessage: `Import ${count(voters.length, 'vote')} as ${about.key}`,
    notes: [
      `${about.key} is now the weighted mean of ${count(voters.length, 'vote')} for ${count(scored.length, 'item')}`,
      `The votes are kept in ${context.shownPath(votesPath(about.key))}`,
      ...(off > 0 && about.scale
        ? [
            `note: ${off} of them are between the steps of ${model.id}'s scale, since they are means`,
          ]
        : []),
      ...(unvoted.length > 0 ? [`note: no one voted on ${unvoted.join(', ')}`] : []),
    ],
  };
}

/** Problems of a file that a person named: lines in it are named with it. */
export function inFile<T>(file: string, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CommandFailure(
    result.problems.map(({ line, ...problem }) =>
      line === undefined ? problem : { ...problem, message: `${file}:${line}: ${problem.message}` },
    ),
  );
}
