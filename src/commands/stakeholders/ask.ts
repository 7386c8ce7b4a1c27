import { readDocument } from '../../item/document.js';
import { toItem } from '../../item/item.js';
import {
  type AskedQuestion,
  askQuestion,
  listQuestions,
  settleQuestion,
} from '../../ops/stakeholders/questions.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog, readDay, readItem } from '../shared/read-backlog.js';

export function run(context: Context, input: Input): Outcome<readonly AskedQuestion[]> {
  const backlog = readBacklog(context);
  const [reference, text] = input.args;
  const all = input.flag('all');
  if (reference === undefined) {
    return { data: listQuestions(backlog, { all }), problems: backlog.problems };
  }
  const item = readItem(backlog, reference);
  const number = input.option('answer');
  if (number === undefined && text === undefined) {
    if (input.option('to') !== undefined) failUsage('--to: give the question as well');
    return { data: listQuestions(backlog, { items: [item], all }) };
  }
  const on = readDay(context, backlog, input);
  const change =
    number === undefined
      ? askQuestion(backlog, item, { text: text ?? '', to: input.option('to'), on })
      : settleQuestion(backlog, item, readOrdinal(number), { text: text ?? '', on });
  const written = unwrap(change);
  const after = unwrap(readDocument(written.path, written.after ?? ''));
  const now = listQuestions(backlog, { items: [toItem(after)], all: true });
  const wanted = number === undefined ? now.length : Number(number);
  const data = now.filter((one) => one.number === wanted);
  const verb = number === undefined ? 'Ask about' : 'Answer a question about';
  return { data, changes: [written], commitMessage: `${verb} ${item.id}: ${text ?? ''}` };
}

function readOrdinal(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  return failUsage(`--answer: expected the number of a question, not "${text}"`);
}

export function render(data: readonly AskedQuestion[], style: Style): string {
  if (data.length === 0) return style.isTerminal ? 'No open questions.' : '';
  if (!style.isTerminal) {
    return style.table({
      columns: ['id', 'number', 'on', 'to', 'question', 'answer'].map((title) => ({ title })),
      rows: data.map(({ id, number, on, to, question, answer }) => [
        id,
        String(number),
        on ?? '',
        to ?? '',
        question,
        answer,
      ]),
    });
  }
  const blocks = data.map((one) => {
    const { id, title, number, on, to, question, answered, answer } = one;
    const asked = [to === null ? '' : `to ${to}`, on === null ? '' : `since ${style.day(on)}`];
    return [
      `${style.bold(`${id} #${number}`)} ${question}`,
      `  ${style.dim(`${title}; ${asked.filter((part) => part !== '').join(', ') || 'asked'}`)}`,
      ...(answer === '' ? [] : [`  ${answer}`]),
      ...(answered && answer === '' ? [`  ${style.dim('answered')}`] : []),
    ].join('\n');
  });
  return blocks.join('\n');
}
