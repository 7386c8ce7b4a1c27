import type { Item } from '../../item/item.js';
import { queryContext } from '../../ops/items/query-context.js';
import { selectByQuery } from '../../ops/items/query-items.js';
import { planRefinement, type Refinement } from '../../ops/stories/refine.js';
import type { Prompt } from '../../terminal/prompt.js';
import type { Style } from '../../terminal/style.js';
import type { Answers, Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { gitDates } from '../shared/git-dates.js';
import { clockOf, readBacklog, readItem, readNumber } from '../shared/read-backlog.js';
import { refineItem } from './refine-ask.js';
import { describeRefinement, writeAgenda } from './refine-text.js';

interface ShownRefinement extends Refinement {
  readonly agenda?: boolean;
}

const usualTop = 10;

export async function run(
  context: Context,
  input: Input,
  answers: Answers,
): Promise<Outcome<ShownRefinement>> {
  const plan = () => planNow(context, input);
  const agenda = input.flag('agenda');
  const prompt = agenda || input.json !== null ? null : await context.prompt();
  if (!prompt) {
    const { refinement, problems } = await plan();
    const data = input.json === null ? { ...refinement, agenda } : refinement;
    return { data, problems };
  }
  await askThrough(context, prompt, (await plan()).refinement, answers);
  const { refinement, problems } = await plan();
  return {
    data: refinement,
    problems,
    commitMessage: 'Refine the top of the backlog',
  };
}

async function planNow(context: Context, input: Input) {
  const backlog = readBacklog(context);
  const { today } = clockOf(context, backlog);
  const asked =
    input.args.length === 0
      ? null
      : new Set(
          unwrap(
            selectByQuery(backlog, {
              words: input.args,
              all: false,
              updatedOf: gitDates(context),
              context: queryContext(backlog),
            }),
          ),
        );
  const top = readNumber(input, 'top') ?? usualTop;
  const isAsked = (item: Item) => asked === null || asked.has(item);
  const refinement = unwrap(await planRefinement(backlog, { today, top, isAsked }));
  return { refinement, problems: backlog.problems };
}

/** One item after the other; what is answered is saved at once. */
async function askThrough(
  context: Context,
  prompt: Prompt,
  { items, references }: Refinement,
  answers: Answers,
): Promise<void> {
  for (const [index, one] of items.entries()) {
    const backlog = readBacklog(context);
    const item = readItem(backlog, one.id);
    const of = `${index + 1} of ${items.length}`;
    const { today } = clockOf(context, backlog);
    const next = await refineItem(prompt, backlog, item, one, { of, references, today, answers });
    if (next === 'stop') return;
  }
}

export function render(data: ShownRefinement, style: Style): string {
  return data.agenda ? writeAgenda(data) : describeRefinement(data, style);
}
