import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { listInbox } from '../../ops/stakeholders/feedback.js';
import { type TriagedFeedback, triageFeedback } from '../../ops/stakeholders/triage.js';
import type { Prompt } from '../../terminal/prompt.js';
import type { Style } from '../../terminal/style.js';
import type { Answers, Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readItem, readItems } from '../shared/read-backlog.js';
import { askVerdict } from './triage-ask.js';
import { readVerdict } from './triage-verdict.js';

export async function run(
  context: Context,
  input: Input,
  answers: Answers,
): Promise<Outcome<readonly TriagedFeedback[]>> {
  const backlog = readBacklog(context);
  const ways = ['link', 'into', 'decline'].filter((name) => input.option(name) !== undefined);
  const isLinked = input.options('link').length > 0;
  const isAdded = input.option('story') !== undefined || input.flag('story') || hasParts(input);
  const count = ways.filter((name) => name !== 'link').length + Number(isLinked) + Number(isAdded);
  if (count > 1) failUsage('give only one of --link, --story, --into, --decline');
  const feedback = input.args.length > 0 ? readItems(backlog, input.args) : listInbox(backlog);
  if (count === 1) return decideAll(context, input, backlog, feedback);
  const prompt = await context.prompt();
  if (!prompt) {
    failUsage('choose what to do: storymark triage ID --link | --story | --into | --decline');
  }
  return askThrough(context, prompt, feedback, answers);
}

function hasParts(input: Input): boolean {
  return input.option('want') !== undefined || input.option('type') !== undefined;
}

/** What the flags say, for feedback that was named. */
function decideAll(
  context: Context,
  input: Input,
  backlog: Backlog,
  feedback: readonly Item[],
): Outcome<readonly TriagedFeedback[]> {
  if (input.args.length === 0) failUsage('give the feedback: storymark triage FB-ID …');
  const [first] = feedback;
  const isAdding =
    input.options('link').length === 0 && !input.option('into') && !input.option('decline');
  if (isAdding && feedback.length > 1) {
    failUsage('--story takes one feedback: link the others to the new item');
  }
  const clock = clockOf(context, backlog);
  const results = feedback.map((one) =>
    unwrap(triageFeedback(backlog, one, readVerdict(context, input, backlog, first ?? one), clock)),
  );
  return {
    data: results.map(({ said }) => ({ ...said, path: context.shownPath(said.path) })),
    changes: results.flatMap(({ changes }) => changes),
    commitMessage: `Triage ${feedback.map(({ id }) => id).join(', ')}`,
  };
}

/** Asks about one after the other; each answer is saved at once, and leaving keeps those before. */
async function askThrough(
  context: Context,
  prompt: Prompt,
  feedback: readonly Item[],
  answers: Answers,
): Promise<Outcome<readonly TriagedFeedback[]>> {
  const told: TriagedFeedback[] = [];
  for (const [index, { id }] of feedback.entries()) {
    const backlog = readBacklog(context);
    const one = readItem(backlog, id);
    const of = `${index + 1} of ${feedback.length}`;
    const verdict = await askVerdict(context, prompt, backlog, one, of);
    if (verdict === 'stop') break;
    if (verdict === 'later') continue;
    const clock = clockOf(context, backlog);
    const { said, changes } = unwrap(triageFeedback(backlog, one, verdict, clock));
    await answers.save(changes);
    told.push({ ...said, path: context.shownPath(said.path) });
  }
  return {
    data: told,
    commitMessage: `Triage ${told.map(({ id }) => id).join(', ')}`,
  };
}

export function render(data: readonly TriagedFeedback[], style: Style): string {
  if (!style.isTerminal) {
    return data.map(({ id, verdict, to }) => [id, verdict, to.join(' ')].join('\t')).join('\n');
  }
  if (data.length === 0) return 'No decisions were made.';
  return data.map((one) => `${style.bold(one.id)} ${one.title}\n  ${describe(one)}`).join('\n');
}

function describe({ verdict, to, reason }: TriagedFeedback): string {
  switch (verdict) {
    case 'link':
      return `answered by ${to.join(', ')}`;
    case 'add':
      return `${to.join(', ')} created from it`;
    case 'merge':
      return `merged into ${to.join(', ')}`;
    case 'decline':
      return `declined: ${reason}`;
    default:
      return verdict satisfies never;
  }
}
