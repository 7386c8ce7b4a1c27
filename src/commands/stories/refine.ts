import type { Backlog } from '../../backlog/backlog.js';
import { isReady } from '../../backlog/workflow.js';
import { addCriteria, readCriteria } from '../../item/criteria.js';
import { bodyOf } from '../../item/document.js';
import type { FieldEdit } from '../../item/edit/edit.js';
import type { Item } from '../../item/item.js';
import { evaluateText } from '../../ops/items/assignment.js';
import { changeItem, setField } from '../../ops/items/change-item.js';
import { queryContext } from '../../ops/items/query-context.js';
import { selectByQuery } from '../../ops/items/query-items.js';
import { measureSpread, type Reference, readVotes } from '../../ops/stories/estimate.js';
import { planRefinement, type Refinement, type UnrefinedItem } from '../../ops/stories/refine.js';
import type { Prompt } from '../../terminal/prompt.js';
import type { Style } from '../../terminal/style.js';
import type { Day } from '../../text/date.js';
import { isBlank } from '../../text/printable.js';
import type { Answers, Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { gitDates } from '../shared/git-dates.js';
import { clockOf, readBacklog, readItem, readNumber } from '../shared/read-backlog.js';
import { describeReferences } from './estimate.js';
import { describeRefinement, listLacks, writeAgenda } from './refine-text.js';

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

interface Round {
  readonly of: string;
  readonly references: readonly Reference[];
  readonly today: Day;
  readonly answers: Answers;
}

/** Shows what an item lacks and asks for it; each answer is saved when it is given. */
async function refineItem(
  prompt: Prompt,
  backlog: Backlog,
  item: Item,
  lacking: UnrefinedItem,
  { of, references, today, answers }: Round,
): Promise<'next' | 'stop'> {
  const what = await prompt.choose({
    message: describeItem(item, lacking, of),
    choices: [
      { name: 'review it', value: 'refine' },
      { name: 'later', value: 'later' },
      { name: 'stop here', value: 'stop' },
    ],
  });
  if (what !== 'refine') return what === 'stop' ? 'stop' : 'next';
  const criteria: string[] = [];
  const edits: FieldEdit[] = [];
  const save = async () => {
    const body = addCriteria(bodyOf(item.document), criteria, backlog.settings.language);
    await answers.save([unwrap(changeItem(backlog.settings, item, edits, body))]);
  };
  for (;;) {
    const text = await askCriterion(prompt, item, criteria.length);
    if (text === null) break;
    criteria.push(text);
    await save();
  }
  const votes = item.points === null ? await askVotes(prompt, references) : [];
  const spread = votes.length === 0 ? null : measureSpread(backlog.settings.points, votes);
  const points = spread && !spread.wide ? spread.points : item.points;
  if (spread) {
    const rounds = item.document.field('estimates');
    const before = Array.isArray(rounds) ? rounds.map(String) : [];
    if (points !== item.points) edits.push(setField('points', points ?? undefined));
    edits.push(setField('estimates', [...before, `${today} ${spread.votes.join(' ')}`]));
    await save();
  }
  const [ready] = backlog.settings.ready;
  if (isReady(backlog.settings, item) || ready === undefined) return 'next';
  if (await prompt.confirm({ message: `Is it ${ready} now?`, initial: points !== null })) {
    edits.push(setField('status', ready));
    await save();
  }
  return 'next';
}

function describeItem(item: Item, lacking: UnrefinedItem, of: string): string {
  const split = lacking.split.map(({ name, ask }) => `    ${name}: ${ask}`);
  return [
    `${item.id} ${item.title} (${of}, place ${lacking.place})`,
    ...listLacks(lacking).map((lack) => `  - ${lack}`),
    ...split,
    '  What now?',
  ].join('\n');
}

/** One criterion, or null when there are no more. */
async function askCriterion(prompt: Prompt, item: Item, given: number): Promise<string | null> {
  const known = readCriteria(bodyOf(item.document)).items.map(({ text }) => `\n  - ${text}`);
  const head = given === 0 ? `Acceptance criteria${known.join('')}\n  One more` : 'Another one';
  const check = (text: string) =>
    isBlank(text) || evaluateText('it', text).ok
      ? null
      : 'Enter one line without control characters.';
  const text = await prompt.line({ message: `${head} (empty to continue)`, check });
  return isBlank(text) ? null : text.trim();
}

/** Wide rounds are talked about and voted on again; leaving it open is an answer too. */
async function askVotes(
  prompt: Prompt,
  references: readonly Reference[],
): Promise<readonly number[]> {
  const like = describeReferences(references).map((line) => `\n  ${line}`);
  const check = (text: string) =>
    isBlank(text) || readVotes(text).ok
      ? null
      : 'Enter numbers such as 5 or 3,5,8,5, or leave it empty to skip.';
  const text = await prompt.line({
    message: `Points${like.join('')}\n  One number, or one vote per person (3 5 8)`,
    check,
  });
  return isBlank(text) ? [] : unwrap(readVotes(text));
}
