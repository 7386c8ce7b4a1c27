import type { Words } from '../../language/words.js';
import { capitalize } from '../../text/words.js';
import type { Reason, RepliedItem, Reply } from './reply.js';

/** A reply in words a stakeholder would use: no ids, no percentages, no terms of the trade. */
export function writeReply(reply: Reply, words: Words): string {
  const { on, quote } = reply;
  const when = on === null ? words.say('told') : words.say('toldOn', { day: words.day(on) });
  const cited = quote.split('\n').map((line) => `> ${line}`.trimEnd());
  return [when, '', ...cited, '', writeAnswer(reply, words)].join('\n');
}

/** The reply without the words it is about: what is kept with them. */
export function writeAnswer(reply: Reply, words: Words): string {
  return [...writeOutcome(reply, words), ...writeQuestions(reply, words)].join('\n\n');
}

function writeOutcome(reply: Reply, words: Words): readonly string[] {
  switch (reply.outcome) {
    case 'declined': {
      const why = reply.reason === null ? [] : [words.endSentence(capitalize(reply.reason))];
      return [words.paragraph([words.say('declined'), ...why])];
    }
    case 'undecided':
      return [words.say('undecided')];
    case 'done': {
      const [only, ...others] = reply.items;
      if (only?.category === 'done' && others.length === 0) return [writeFinished(only, words)];
      return [words.say('outcome'), writeItems(reply, words)];
    }
    case 'open':
      return [words.say('planned'), writeItems(reply, words), ...writeDates(reply, words)];
    default:
      return reply.outcome satisfies never;
  }
}

function writeFinished({ title, done }: RepliedItem, words: Words): string {
  if (done === null) return words.say('finished', { title });
  return words.say('finishedOn', { title, day: words.day(done) });
}

function writeItems(reply: Reply, words: Words): string {
  const said = new Set<string>();
  return reply.items
    .map((item) => {
      const reasons = item.reasons.filter((one) => one.kind !== 'goal' || !said.has(one.title));
      for (const one of reasons) if (one.kind === 'goal') said.add(one.title);
      const text = writeItem({ ...item, reasons }, reply, words);
      return `- ${words.say('entry', { title: item.title, text })}`;
    })
    .join('\n');
}

function writeItem(item: RepliedItem, reply: Reply, words: Words): string {
  const { category, done } = item;
  if (category === 'done') {
    return done === null ? words.say('done') : words.say('doneOn', { day: words.day(done) });
  }
  if (category === 'dropped') return words.say('dropped');
  return words.paragraph([
    writeTurn(item, words),
    ...item.reasons.map((reason) => writeReason(reason, words)),
    ...writeDay(item, reply, words),
  ]);
}

function writeTurn({ category, place, of, sprintEnd }: RepliedItem, words: Words): string {
  const day = sprintEnd === null ? null : words.day(sprintEnd);
  if (category === 'doing') {
    return day === null ? words.say('doing') : words.say('doingUntil', { day });
  }
  if (day !== null) return words.say('plannedUntil', { day });
  if (place === null || of === null) return words.say('notStarted');
  return place === 1 ? words.say('next') : words.say('place', { place, of });
}

function writeReason(reason: Reason, words: Words): string {
  switch (reason.kind) {
    case 'pinned':
    case 'large':
    case 'unestimated':
      return words.say(reason.kind);
    case 'waits':
      return words.say('waits', { titles: words.quoteAll(reason.for) });
    case 'goal':
      return words.say('goal', { title: reason.title });
    case 'opens':
      return words.say('opens', { count: reason.count });
    default:
      return reason satisfies never;
  }
}

/** Said for each only where there are several: else it is the day of the whole. */
function writeDay({ from, by }: RepliedItem, { items }: Reply, words: Words): readonly string[] {
  const open = items.filter(({ category }) => category === 'todo' || category === 'doing');
  if (open.length < 2 || by === null) return [];
  if (from === null || from === by) return [words.say('expectedBy', { by: words.day(by) })];
  const days = { from: words.dayBefore(from, by), by: words.day(by) };
  return [words.say('expectedBetween', days)];
}

function writeDates(reply: Reply, words: Words): readonly string[] {
  const { from, by, promised, slips, enough } = reply;
  const day = promised === null ? null : words.day(promised);
  if (by === null) {
    if (day !== null && !slips && !enough) return [words.say('stands', { day })];
    const why = words.say(enough ? 'noDay' : 'noPace');
    const ends = day === null || !slips ? [] : [words.say(enough ? 'slips' : 'maySlip', { day })];
    return [words.paragraph([why, ...ends])];
  }
  const expected =
    from === null || from === by
      ? words.say('allBy', { by: words.day(by) })
      : words.say('allBetween', { from: words.dayBefore(from, by), by: words.day(by) });
  const moved = day === null || !slips ? [] : [words.say('moved', { day })];
  return [words.paragraph([expected, ...moved])];
}

export function writeQuestions(
  { questions }: Pick<Reply, 'questions'>,
  words: Words,
): readonly string[] {
  if (questions.length === 0) return [];
  return [words.say('questions'), questions.map((text) => `- ${text}`).join('\n')];
}
