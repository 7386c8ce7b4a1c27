import type { Item } from '../../item/item.js';
import {
  keepEstimate,
  listReferences,
  measureSpread,
  type Reference,
  readVotes,
} from '../../ops/stories/estimate.js';
import type { Prompt } from '../../terminal/prompt.js';
import type { Style } from '../../terminal/style.js';
import { saySize } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { confirmChanges } from '../shared/confirm-changes.js';
import { unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItem, readNumber } from '../shared/read-backlog.js';

interface Estimated {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Null while it is open. */
  readonly points: number | null;
  readonly votes: readonly number[];
  readonly low: number | null;
  readonly high: number | null;
  readonly wide: boolean;
  readonly references: readonly Reference[];
}

export async function run(context: Context, input: Input): Promise<Outcome<Estimated>> {
  const backlog = readBacklog(context);
  const item = readItem(backlog, input.args[0] ?? '');
  const on = readDay(context, backlog, input);
  const references = listReferences(backlog, item);
  const agreed = readNumber(input, 'points');
  const given = input.option('votes');
  const prompt = given === undefined && agreed === undefined ? await context.prompt() : null;
  const text = given ?? (prompt ? await askVotes(prompt, item, references) : '');
  const votes = text.trim() === '' ? [] : unwrap(readVotes(text));
  const spread = votes.length === 0 ? null : measureSpread(backlog.settings.points, votes);
  const points = agreed ?? (spread && !spread.wide ? spread.points : null);
  const isOpen = points === null && votes.length === 0;
  const change = isOpen
    ? null
    : unwrap(
        keepEstimate(backlog, item, { votes, points, on, reason: input.option('force') ?? null }),
      );
  if (change) await confirmChanges(context, input, backlog, [change]);
  return {
    data: {
      id: item.id,
      title: item.title,
      path: context.shownPath(item.document.path),
      points: points ?? item.points,
      votes,
      low: spread?.low ?? null,
      high: spread?.high ?? null,
      wide: spread?.wide ?? false,
      references,
    },
    // A round that settles nothing is a negative answer.
    ...(spread?.wide && agreed === undefined ? { exit: 1 as const } : {}),
    ...(change ? { changes: [change] } : {}),
    commitMessage: `Estimate ${item.id}${points === null ? '' : ` at ${points}`}`,
  };
}

async function askVotes(
  prompt: Prompt,
  item: Item,
  references: readonly Reference[],
): Promise<string> {
  const check = (text: string) => {
    if (text.trim() === '') return null;
    const read = readVotes(text);
    return read.ok ? null : 'Enter numbers such as 5 or 3,5,8,5, or leave it empty to skip.';
  };
  const like = describeReferences(references).map((line) => `  ${line}`);
  const message = [
    `${item.id} ${item.title}`,
    ...like,
    '  Points: one number, or one vote per person (3 5 8)',
  ];
  return prompt.line({ message: message.join('\n'), check });
}

/** `5 points were: ST-2Q8BH Set my working hours`. */
export function describeReferences(references: readonly Reference[]): readonly string[] {
  return references.map(({ points, items }) => {
    const were = items.map(({ id, title }) => `${id} ${title}`).join('; ');
    return `${saySize(points, 'points')} ${points === 1 ? 'was' : 'were'}: ${were}`;
  });
}

export function render(data: Estimated, style: Style): string {
  const { id, title, points, votes, low, high, wide, references } = data;
  if (!style.isTerminal) return [id, points ?? '', wide ? 'wide' : ''].join('\t').trimEnd();
  const size = points === null ? 'not estimated' : saySize(points, 'points');
  return [
    `${style.bold(id)} ${title}: ${size}`,
    ...(votes.length === 0 ? [] : [`  votes ${votes.join(', ')}`]),
    ...(wide
      ? [
          `  ${low} to ${high} is a wide range: discuss the lowest and highest vote, then vote again.`,
          '  Record the agreed estimate with --points',
        ]
      : []),
    ...(votes.length === 0 || wide
      ? describeReferences(references).map((line) => `  ${style.dim(line)}`)
      : []),
  ].join('\n');
}
