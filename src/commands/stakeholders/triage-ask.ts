import { type Backlog, itemsOfType } from '../../backlog/backlog.js';
import { findItem, findItems } from '../../backlog/lookup.js';
import { isWorkItem } from '../../backlog/workflow.js';
import { type Item, textOf } from '../../item/item.js';
import { quoteOf, requireFeedback, speakerOf } from '../../ops/stakeholders/feedback.js';
import { listSimilar } from '../../ops/stakeholders/similar-items.js';
import type { Verdict } from '../../ops/stakeholders/triage.js';
import type { Prompt } from '../../terminal/prompt.js';
import { isBlank } from '../../text/printable.js';
import { askForItem } from '../items/ask-for-item.js';
import type { Context } from '../shared/command.js';
import { addVerdict } from './triage-verdict.js';

const mostSimilar = 3;
const another = '';

/** Shows what was said and asks what becomes of it. */
export async function askVerdict(
  context: Context,
  prompt: Prompt,
  backlog: Backlog,
  feedback: Item,
  of: string,
): Promise<Verdict | 'later' | 'stop'> {
  const similar = listSimilar(backlog, `${feedback.title} ${quoteOf(feedback)}`, mostSimilar);
  const answer = await prompt.choose({
    message: describeFeedback(backlog, feedback, of),
    choices: [
      { name: 'link it to existing items', value: 'link' },
      { name: 'create a story from it', value: 'story' },
      { name: 'create a bug from it', value: 'bug' },
      { name: 'merge it into other feedback', value: 'merge' },
      { name: 'decline it', value: 'decline' },
      { name: 'later', value: 'later' },
      { name: 'stop here', value: 'stop' },
    ],
  });
  switch (answer) {
    case 'link':
      return { kind: 'link', items: await askItems(prompt, backlog, similar) };
    case 'merge':
      return { kind: 'merge', into: await askOther(prompt, backlog, feedback) };
    case 'decline': {
      const check = (text: string) => (isBlank(text) ? 'Please enter a reason.' : null);
      return { kind: 'decline', reason: await prompt.line({ message: 'Reason', check }) };
    }
    case 'story':
    case 'bug':
      return askNew(context, prompt, backlog, feedback, answer);
    default:
      return answer === 'later' ? 'later' : 'stop';
  }
}

function describeFeedback(backlog: Backlog, feedback: Item, of: string): string {
  const speaker = speakerOf(backlog, feedback);
  const said = [speaker, textOf(feedback, 'kind'), textOf(feedback, 'date')];
  const quote = quoteOf(feedback)
    .split('\n')
    .map((line) => `  > ${line}`);
  return [
    `${feedback.id} ${feedback.title} (${of})`,
    `  ${said.filter((part) => part !== null).join(', ')}`,
    ...quote,
    '  What should happen with it?',
  ].join('\n');
}

/** The likely ones to choose from; any others by their ids. */
async function askItems(
  prompt: Prompt,
  backlog: Backlog,
  similar: readonly Item[],
): Promise<readonly Item[]> {
  if (similar.length > 0) {
    const chosen = await prompt.choose({
      message: 'Which item answers it?',
      choices: [
        ...similar.map(({ id, title }) => ({ name: `${id} ${title}`, value: id })),
        { name: 'others', value: another },
      ],
    });
    const one = similar.find(({ id }) => id === chosen);
    if (one) return [one];
  }
  const read = (text: string) => findItems(backlog, text.split(/[\s,]+/).filter(Boolean));
  const check = (text: string) => {
    const found = read(text);
    if (!found.ok) return found.problems.map(({ message }) => message).join('; ');
    const odd = found.value.find((item) => !isWorkItem(backlog.settings, item));
    if (odd) return `${odd.id} is a ${odd.type}.`;
    return found.value.length === 0 ? 'Enter at least one id.' : null;
  };
  const found = read(await prompt.line({ message: 'Ids of the items', check }));
  return found.ok ? found.value : [];
}

async function askOther(prompt: Prompt, backlog: Backlog, feedback: Item): Promise<Item> {
  const others = itemsOfType(backlog, 'feedback').filter((one) => one !== feedback);
  const check = (text: string) => {
    const found = findItem(backlog, text.trim());
    const read = found.ok ? requireFeedback(found.value) : found;
    return read.ok ? null : read.problems.map(({ message }) => message).join('; ');
  };
  const like = others.slice(0, mostSimilar).map(({ id, title }) => `  ${id} ${title}`);
  const message = ['Which feedback says the same?', ...like, '  Its id'].join('\n');
  const found = findItem(backlog, (await prompt.line({ message, check })).trim());
  return found.ok ? found.value : feedback;
}

async function askNew(
  context: Context,
  prompt: Prompt,
  backlog: Backlog,
  feedback: Item,
  type: 'story' | 'bug',
): Promise<Verdict> {
  const open = {
    type,
    title: undefined,
    role: undefined,
    want: undefined,
    benefit: undefined,
    condition: undefined,
    criteria: [],
    points: undefined,
    persona: undefined,
    from: undefined,
  };
  // What is wrong is what was said; a story takes more thought.
  const answers =
    type === 'bug'
      ? { ...open, title: await askTitle(prompt, feedback) }
      : await askForItem(prompt, backlog, open);
  const { title, role, want, benefit, criteria, points, persona } = answers;
  return addVerdict(context, backlog, {
    type,
    title,
    role,
    want,
    benefit,
    criteria,
    assignments: [
      ...(points === undefined ? [] : [`points=${points}`]),
      ...(persona === undefined ? [] : [`persona=${persona}`]),
    ],
  });
}

async function askTitle(prompt: Prompt, feedback: Item): Promise<string> {
  const title = await prompt.line({ message: 'Title', initial: feedback.title });
  return isBlank(title) ? feedback.title : title;
}
