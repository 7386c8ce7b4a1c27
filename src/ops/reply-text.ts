import { type Day, spellDay } from '../text/date.js';
import { ordinal } from '../text/ordinal.js';
import type { Reason, RepliedItem, Reply } from './reply.js';

/** A reply in words a stakeholder would use: no ids, no percentages, no terms of the trade. */
export function writeReply(reply: Reply): string {
  const { on, quote } = reply;
  const when = on === null ? 'You told us' : `On ${spellDay(on)} you told us`;
  const cited = quote.split('\n').map((line) => `> ${line}`.trimEnd());
  return [`${when}:`, '', ...cited, '', writeAnswer(reply)].join('\n');
}

/** The reply without the words it is about: what is kept beside them. */
export function writeAnswer(reply: Reply): string {
  return [...writeOutcome(reply), ...writeQuestions(reply)].join('\n\n');
}

function writeOutcome(reply: Reply): readonly string[] {
  switch (reply.outcome) {
    case 'declined': {
      const why = reply.reason === null ? '' : ` ${endSentence(capitalise(reply.reason))}`;
      return [`Thank you. We have talked it over and decided not to do this.${why}`];
    }
    case 'undecided':
      return ['Thank you. We have read it, and have not decided yet what to do about it.'];
    case 'done': {
      const [only] = reply.items;
      if (only && reply.items.length === 1) return [`It is there: ${writeItem(only, reply)}`];
      return ['Here is what came of it:', writeItems(reply)];
    }
    case 'open':
      return ['Here is what came of it:', writeItems(reply), ...writeDates(reply)];
    default:
      return reply.outcome satisfies never;
  }
}

function writeItems(reply: Reply): string {
  const said = new Set<string>();
  return reply.items
    .map((item) => {
      const reasons = item.reasons.filter((one) => one.kind !== 'goal' || !said.has(one.title));
      for (const one of reasons) if (one.kind === 'goal') said.add(one.title);
      return `- ${writeItem({ ...item, reasons }, reply)}`;
    })
    .join('\n');
}

function writeItem(item: RepliedItem, reply: Reply): string {
  const { title, category, done } = item;
  if (category === 'done') return `${title}: done${done === null ? '' : ` on ${spellDay(done)}`}.`;
  if (category === 'dropped') return `${title}: we decided not to do this one.`;
  return [
    `${title}: ${writeTurn(item)}`,
    ...item.reasons.map(writeReason),
    ...writeDay(item, reply),
  ].join(' ');
}

function writeTurn({ category, place, of, sprintEnd }: RepliedItem): string {
  const until = sprintEnd === null ? '' : `, among what we do until ${spellDay(sprintEnd)}`;
  if (category === 'doing') return `we are working on it${until}.`;
  if (sprintEnd !== null) return `not begun yet, but${until.slice(1)}.`;
  if (place === null) return 'not begun yet.';
  if (place === 1) return 'it comes next.';
  return `it is ${ordinal(place)} of the ${of} things we have ahead of us.`;
}

function writeReason(reason: Reason): string {
  switch (reason.kind) {
    case 'pinned':
      return 'We have decided to do it first.';
    case 'waits':
      return `It needs something else first: ${reason.for.map(quoteTitle).join(' and ')}.`;
    case 'goal':
      return `We do it because ${quoteTitle(reason.title)} is one of our goals.`;
    case 'opens':
      return reason.count === 1
        ? 'It comes early, as another thing waits for it.'
        : `It comes early, as ${reason.count} other things wait for it.`;
    case 'large':
      return 'It is a large piece of work, so smaller ones of the same use come before it.';
    case 'unestimated':
      return 'We have not worked out yet how much work it is.';
    default:
      return reason satisfies never;
  }
}

/** Told for each only where there are several: else it is the day of the whole. */
function writeDay({ from, by }: RepliedItem, { items }: Reply): readonly string[] {
  const open = items.filter(({ category }) => category === 'todo' || category === 'doing');
  if (open.length < 2) return [];
  return by === null ? [] : [`We expect it ${spellRange(from, by)}.`];
}

function writeDates({ from, by, promised, slips, enough }: Reply): readonly string[] {
  const told = slips && promised !== null ? spellDay(promised) : null;
  if (by === null) {
    if (promised !== null && !slips && !enough) {
      return [
        `We told you ${spellDay(promised)} before; we have not finished enough so far to name a better day.`,
      ];
    }
    const why = enough ? '' : ': we have not finished enough so far to know our pace';
    const will = enough ? 'will not' : 'will probably not';
    const ends =
      told === null ? '' : ` ${told}, which we told you before, ${will} hold; we are sorry.`;
    return [`We cannot name a day yet${why}.${ends}`];
  }
  const moved =
    told === null ? '' : ` That is later than ${told}, which we told you before; we are sorry.`;
  return [`We expect all of it to be there ${spellRange(from, by)}.${moved}`];
}

function spellRange(from: Day | null, by: Day): string {
  return from === null || from === by
    ? `by ${spellDay(by)}`
    : `between ${spellStart(from, by)} and ${spellDay(by)}`;
}

/** Without the year, and the month, that the other day names as well. */
function spellStart(from: Day, by: Day): string {
  const [day = '', month = '', year = ''] = spellDay(from).split(' ');
  if (!by.startsWith(from.slice(0, 4))) return `${day} ${month} ${year}`;
  return by.startsWith(from.slice(0, 7)) ? day : `${day} ${month}`;
}

function writeQuestions({ questions }: Reply): readonly string[] {
  if (questions.length === 0) return [];
  const list = questions.map((text) => `- ${text}`).join('\n');
  return ['We would like to know from you:', list];
}

function quoteTitle(title: string): string {
  return `“${title}”`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
