import { itemsOfType } from '../../backlog/backlog.js';
import { sameId } from '../../item/id.js';
import { type Item, textOf } from '../../item/item.js';
import { loadWords } from '../../language/load-words.js';
import { keepAnswer, namesDay } from '../../ops/stakeholders/answer-feedback.js';
import { requireFeedback } from '../../ops/stakeholders/feedback.js';
import { prepareReply, type Reply } from '../../ops/stakeholders/reply.js';
import { writeAnswer, writeReply } from '../../ops/stakeholders/reply-text.js';
import { requireModel } from '../../score/load-model.js';
import { count } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readDay, readItem } from '../shared/read-backlog.js';

interface WrittenReply extends Reply {
  readonly text: string;
}

export async function run(context: Context, input: Input): Promise<Outcome<WrittenReply>> {
  const backlog = readBacklog(context);
  const feedback = unwrap(requireFeedback(readItem(backlog, input.args[0] ?? '')));
  const own = input.option('text');
  const isSaved = input.flag('save');
  if (!isSaved && (own !== undefined || input.option('on') !== undefined)) {
    failUsage('--text and --on require --save');
  }
  const model = unwrap(await requireModel(backlog, input.option('by')));
  const reply = prepareReply(backlog, feedback, model, clockOf(context, backlog).today);
  const words = await loadWords(backlog.settings.language);
  const text = own ?? writeReply(reply, words);
  const data = { ...reply, text };
  const same = itemsOfType(backlog, 'feedback').filter((one) =>
    sameId(textOf(one, 'into') ?? '', feedback.id),
  );
  const notes = [
    ...(reply.hidden === 0 ? [] : [`note: ${count(reply.hidden, 'private item')} left out`]),
    ...same.map(
      ({ id }) => `note: ${id} was merged into it; answer it too: storymark answer ${id}`,
    ),
  ];
  if (!isSaved) return { data, notes, problems: backlog.problems };
  const kept = {
    text: own ?? writeAnswer(reply, words),
    on: readDay(context, backlog, input),
    words,
  };
  const unnamed =
    reply.by === null || namesDay(kept.text, reply.by, words)
      ? []
      : [`note: your text does not contain ${reply.by}, so no promised date is saved`];
  return {
    data,
    changes: [unwrap(keepAnswer(backlog, feedback, reply, kept))],
    commitMessage: `Answer ${feedback.id}: ${feedback.title}`,
    notes: [...notes, ...unnamed, ...noteEarlier(feedback, kept.text)],
  };
}

/** The words given before are in git alone from now on. */
function noteEarlier(feedback: Item, text: string): readonly string[] {
  const on = textOf(feedback, 'answered');
  const isSame = feedback.document.text.includes(text);
  return on === null || isSame ? [] : [`note: this replaces the answer given on ${on}`];
}

export function render({ text }: WrittenReply): string {
  return text;
}
