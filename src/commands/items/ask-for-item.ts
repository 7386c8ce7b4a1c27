import { type Backlog, itemsOfType } from '../../backlog/backlog.js';
import type { Prompt } from '../../terminal/prompt.js';
import { isBlank } from '../../text/printable.js';

/** What is known of a new item: from flags, then from questions. */
export interface Answers {
  readonly type: string | undefined;
  readonly title: string | undefined;
  readonly role: string | undefined;
  readonly want: string | undefined;
  readonly benefit: string | undefined;
  readonly condition: string | undefined;
  readonly criteria: readonly string[];
  readonly points: number | undefined;
  readonly persona: string | undefined;
  /** The stakeholder feedback is from. */
  readonly from: string | undefined;
}

const someoneElse = '';

/** Asks for what the flags left open, in the order a product owner thinks of it. */
export async function askForItem(
  prompt: Prompt,
  backlog: Backlog,
  given: Answers,
): Promise<Answers> {
  const type = given.type ?? (isBare(given) ? await askType(prompt, backlog) : 'story');
  if (type === 'feedback') {
    const title = given.title ?? (await askText(prompt, 'What was said, in their words'));
    return { ...given, type, title, from: given.from ?? (await askStakeholder(prompt, backlog)) };
  }
  if (type !== 'story') {
    const title = given.title ?? (await askText(prompt, 'Title'));
    return { ...given, type, title };
  }
  // A title or a situation says it all: such an item is not asked about further.
  if (given.title !== undefined || given.condition !== undefined) return { ...given, type };
  const who =
    given.role === undefined
      ? await askRole(prompt, backlog)
      : { role: given.role, persona: given.persona };
  const want = given.want ?? (await askText(prompt, 'I want …'));
  const benefit =
    given.benefit ?? emptyToUndefined(await prompt.line({ message: 'so that … (empty to skip)' }));
  const criteria = given.criteria.length > 0 ? given.criteria : await askCriteria(prompt);
  const points = given.points ?? (await askPoints(prompt, backlog));
  return { ...given, ...who, type, want, benefit, criteria, points };
}

function isBare({ title, role, want }: Answers): boolean {
  return title === undefined && role === undefined && want === undefined;
}

async function askType(prompt: Prompt, backlog: Backlog): Promise<string> {
  const choices = backlog.settings.kinds
    .filter(({ type }) => type !== 'sprint')
    .map(({ type }) => ({ name: type, value: type }));
  return prompt.choose({ message: 'What is it?', choices, initial: 'story' });
}

/** The personas there are; choosing one links it, so that the role needs no other spelling. */
async function askRole(
  prompt: Prompt,
  backlog: Backlog,
): Promise<{ readonly role: string; readonly persona: string | undefined }> {
  const personas = itemsOfType(backlog, 'persona');
  if (personas.length > 0) {
    const persona = await prompt.choose({
      message: 'As a …',
      choices: [
        ...personas.map(({ id, title }) => ({ name: title, value: id })),
        { name: 'someone else', value: someoneElse },
      ],
    });
    const chosen = personas.find(({ id }) => id === persona);
    if (chosen)
      return { role: lowerFirst(chosen.title, backlog.settings.language), persona: chosen.id };
  }
  return { role: await askText(prompt, 'As a …'), persona: undefined };
}

async function askStakeholder(prompt: Prompt, backlog: Backlog): Promise<string | undefined> {
  const known = itemsOfType(backlog, 'stakeholder');
  if (known.length === 0) return undefined;
  const from = await prompt.choose({
    message: 'Who gave the feedback?',
    choices: [
      ...known.map(({ id, title }) => ({ name: title, value: id })),
      { name: 'someone else', value: someoneElse },
    ],
  });
  return from === someoneElse ? undefined : from;
}

/**
 * A persona's title begins with a capital, a role inside a sentence does not; "HR lead" stays, and
 * so does every German noun.
 */
function lowerFirst(title: string, language: string): string {
  if (/^de\b/i.test(language) || !/^\p{Lu}\p{Ll}/u.test(title)) return title;
  const first = title.charAt(0).toLocaleLowerCase(/^tr\b/i.test(language) ? 'tr' : 'en');
  return first + title.slice(1);
}

async function askText(prompt: Prompt, message: string): Promise<string> {
  const check = (text: string) => (isBlank(text) ? 'Please enter some text.' : null);
  return prompt.line({ message, check });
}

async function askCriteria(prompt: Prompt): Promise<readonly string[]> {
  const criteria: string[] = [];
  for (;;) {
    const which = criteria.length === 0 ? 'Acceptance criterion' : 'Another one';
    const text = await prompt.line({ message: `${which} (empty to continue)` });
    if (isBlank(text)) return criteria;
    criteria.push(text);
  }
}

async function askPoints(prompt: Prompt, backlog: Backlog): Promise<number | undefined> {
  const scale = backlog.settings.points;
  const check = (text: string) =>
    text.trim() === '' || (Number.isFinite(Number(text)) && Number(text) >= 0)
      ? null
      : 'Enter a number, or leave it empty to estimate later.';
  const like = describeReferences(backlog, scale);
  const text = await prompt.line({ message: `Points (${scale.join(' ')}${like})`, check });
  return text.trim() === '' ? undefined : Number(text);
}

/** Estimates are comparisons: for the middle of the scale, the latest item of that size. */
function describeReferences({ work }: Backlog, scale: readonly number[]): string {
  const examples = [...scale]
    .sort((a, b) => a - b)
    .map((points) => work.findLast((item) => item.points === points && item.done !== null))
    .filter((item) => item !== undefined)
    .slice(0, 3)
    .map(({ title, points }) => `${points}: "${title}"`);
  return examples.length === 0 ? '' : `; done before: ${examples.join(', ')}`;
}

function emptyToUndefined(text: string): string | undefined {
  return isBlank(text) ? undefined : text;
}
