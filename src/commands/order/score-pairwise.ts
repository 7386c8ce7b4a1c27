import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { listOpen } from '../../ops/items/open-place.js';
import { queryContext } from '../../ops/items/query-context.js';
import { selectByQuery } from '../../ops/items/query-items.js';
import { type ScoredItem, scoreItems } from '../../ops/order/score-items.js';
import {
  answerPair,
  openPairwise,
  type PairwiseSession,
  type ProposedValue,
  pairwisePath,
  proposeValues,
  scaleOf,
  takeBack,
  writeSession,
} from '../../ops/order/score-pairwise.js';
import type { ModelInput, ScoreModel } from '../../score/define-model.js';
import { requireModel } from '../../score/load-model.js';
import { readInputs, scoredFields } from '../../score/read-inputs.js';
import { writeInput } from '../../score/write-score.js';
import type { Prompt } from '../../terminal/prompt.js';
import { count } from '../../text/amount.js';
import type { Day } from '../../text/date.js';
import { showUnprintable } from '../../text/printable.js';
import type { Answers, Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';
import { requireInput } from './score-import.js';

/**
 * Puts items in order by "which has more value", then proposes values on the model's scale. Each
 * answer is kept at once, so that Ctrl-C loses nothing and the next run goes on from there.
 */
export async function comparePairs(
  context: Context,
  input: Input,
  answers: Answers,
): Promise<Outcome<readonly ScoredItem[]>> {
  const backlog = readBacklog(context);
  const model = unwrap(await requireModel(backlog, input.option('by')));
  const about = requireInput(model, input.option('input'));
  const scale = scaleOf(about);
  if (!scale) failUsage(`${about.key} has no scale to map an order to: give numbers instead`);
  const items = selectItems(backlog, input.args);
  const prompt = await context.prompt();
  const kept = context.store().readFile(pairwisePath);
  const ids = items.map(({ id }) => id);
  const begun = unwrap(openPairwise(kept, about.key, ids));
  const session = await askPairs({
    context,
    answers,
    items,
    about,
    prompt,
    kept,
    begun,
    today: clockOf(context, backlog).today,
  });
  const commitMessage = `Compare ${count(items.length, 'item')} by ${about.key}`;
  if (session.step.kind === 'ask') {
    return { data: [], commitMessage, notes: describeStop(session, session.step.atMost) };
  }
  const proposed = proposeValues(session.step.groups, scale);
  const isAccepted =
    prompt === null || (await confirmValues(prompt, items, model, about, proposed));
  const notes = session.contradictions.map(
    (one) => `note: newer answers contradict this one: ${one}`,
  );
  if (!isAccepted) {
    return { data: [], commitMessage, notes: [...notes, 'No values were written'] };
  }
  const values = new Map(proposed.map(({ id, value }) => [id, value]));
  const sorted = proposed.flatMap(({ id }) => items.find((item) => item.id === id) ?? []);
  const { scored, changes } = unwrap(
    scoreItems(
      backlog,
      sorted,
      model,
      ({ id }) => [`${about.key}=${values.get(id)}`],
      clockOf(context, backlog),
    ),
  );
  return { data: scored, changes, commitMessage, notes };
}

/** Open items, or those a query asks for; epics are worth what their parts are. */
function selectItems(backlog: Backlog, words: readonly string[]): readonly Item[] {
  const found = unwrap(
    selectByQuery(backlog, {
      words,
      all: false,
      updatedOf: () => null,
      context: queryContext(backlog),
    }),
  );
  const open = new Set(listOpen(backlog));
  const items = found.filter((item) => open.has(item));
  if (items.length < 2) {
    const which = words.length > 0 ? `match "${words.join(' ')}"` : 'are there';
    failUsage(`--pairwise: fewer than two open items ${which}`);
  }
  return items;
}

interface Asking {
  readonly context: Context;
  readonly answers: Answers;
  readonly items: readonly Item[];
  readonly about: ModelInput;
  readonly prompt: Prompt | null;
  /** The text of the answers as they were, and the session they make. */
  readonly kept: string | null;
  readonly begun: PairwiseSession;
  readonly today: Day;
}

/** Asks until all are in order, or the person stops; keeps every answer as it is given. */
async function askPairs(asking: Asking): Promise<PairwiseSession> {
  const { context, answers, items, about, prompt, kept, begun, today } = asking;
  let session = begun;
  const asked: { readonly first: string; readonly second: string }[] = [];
  while (session.step.kind === 'ask') {
    const { step } = session;
    if (!prompt) {
      failUsage(
        `at most ${step.atMost} questions are left: answer them in a terminal, or add rows such as ${about.key},${step.first},more,${step.second},${today} to ${context.shownPath(pairwisePath)}`,
      );
    }
    const answer = await askPair(prompt, items, about, step, asked.length);
    if (answer === 'stop') break;
    const last = answer === 'back' ? asked.pop() : undefined;
    if (last) session = takeBack(session, last);
    if (answer !== 'back') {
      asked.push(step);
      session = answerPair(session, step, answer, today);
    }
    await answers.save([{ path: pairwisePath, before: kept, after: writeSession(session) }]);
  }
  return session;
}

type PairChoice = 'more' | 'less' | 'same' | 'back' | 'stop';

async function askPair(
  prompt: Prompt,
  items: readonly Item[],
  about: ModelInput,
  { first, second, atMost }: { first: string; second: string; atMost: number },
  asked: number,
): Promise<PairChoice> {
  const name = (id: string) =>
    showUnprintable(`${id} ${items.find((item) => item.id === id)?.title ?? ''}`);
  const left = atMost === 1 ? 'the last question' : `at most ${atMost} questions left`;
  const choices: readonly { readonly name: string; readonly value: PairChoice }[] = [
    { name: name(first), value: 'more' },
    { name: name(second), value: 'less' },
    { name: 'about the same', value: 'same' },
    ...(asked > 0 ? [{ name: 'back: undo my last answer', value: 'back' as const }] : []),
    { name: 'stop here: continue later', value: 'stop' },
  ];
  const what = asked === 0 ? `${about.description}\n  ` : '';
  const message = `${what}Which brings more ${about.name.charAt(0).toLowerCase()}${about.name.slice(1)}? (${left})`;
  return (await prompt.choose({ message, choices })) as PairChoice;
}

/** Nothing is written before a person has seen what an order came to. */
async function confirmValues(
  prompt: Prompt,
  items: readonly Item[],
  model: ScoreModel,
  { key }: ModelInput,
  proposed: readonly ProposedValue[],
): Promise<boolean> {
  const lines = proposed.map(({ id, value }) => {
    const item = items.find((one) => one.id === id);
    const now = item && readInputs(scoredFields(item), model).inputs[key];
    const was = now === undefined ? '' : now === value ? '  as it is' : `  was ${writeInput(now)}`;
    return `  ${String(value).padStart(4)}  ${id} ${item?.title ?? ''}${was}`;
  });
  return prompt.confirm({
    message: showUnprintable(
      `From most to least ${key}, mapped to the scale:\n${lines.join('\n')}\n  Write these values?`,
    ),
    initial: true,
  });
}

function describeStop(session: PairwiseSession, atMost: number): readonly string[] {
  const own = session.answers.filter(({ input }) => input === session.input).length;
  return [
    `${count(own, 'answer is', 'answers are')} kept; at most ${atMost} questions are left`,
    'Continue with the same command',
  ];
}
