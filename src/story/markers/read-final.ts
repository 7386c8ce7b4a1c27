import type { Span } from '../../text/span.js';
import { findCellEnd, labelPattern, skipLabels } from '../lead.js';
import type { LocatedStory, StoryText } from '../reader.js';
import { accept, type FoundSpans } from '../reading.js';
import { type Attempt, rejectPlaceholder, rejectStory } from '../reject-story.js';
import type { StoryFormat, StoryReading } from '../story.js';
import { trimSpan } from '../trim-span.js';
import { type FinalLexicon, findMark, type Hit, takeAt } from './marker-lexicon.js';
import {
  findPartEnd,
  findSectionEnd,
  findSentenceEnd,
  isBlankPart,
  listOf,
  sectionPattern,
} from './marker-text.js';

/** How far into a text a role may stand, and a want behind it. */
const FURTHEST = 400;
const REACH = 1_500;
/** No role is longer. */
const LONGEST_ROLE = 80;
/** Between clauses. */
const GAP = String.raw`[\s、，,:：;；・*\-–—|]{0,16}`;
/** Between sentences, a list marker or the bars of a table among them. */
const STOPS = String.raw`[\s。．.、，,！!;；…*\-–—|・"”」』）)]{0,20}`;
const BREAKS = /[、，,：:;；。.!?！？\n|「『（(]/gu;
/** A clause may end here. */
export const CLOSED = String.raw`(?=\s{0,4}(?:[。．.、，,！!?？\n|）)」』;；"”…–—-]|$|なぜなら|それ[でに]|これ[でに]|böyle|bu sayede|bu şekilde|çünkü|ki\s))`;

type Strength = 'want' | 'duty' | 'ability' | 'fault';
interface Want extends Hit {
  readonly strength: Strength;
}
interface Head {
  readonly role: Hit | null;
  readonly benefit: Span | null;
  readonly condition: Span | null;
  /** Where the clause of the want may begin. */
  readonly from: number;
  readonly format: StoryFormat;
}

/** Reads "R olarak, B için W istiyorum" and its kin; null when neither role nor condition opens. */
export function locateFinal(
  text: StoryText,
  seen: string,
  lexicon: FinalLexicon,
): LocatedStory | null {
  const at = skipLabels(text.masked, labelPattern(listOf(lexicon.labels)));
  const to = Math.min(
    findCellEnd(text.masked, at),
    findSectionEnd(seen, at, sectionPattern(lexicon.sections)),
  );
  const head = readHead(seen.slice(0, to), at, lexicon);
  if (head === null) return null;
  const source = { ...text, raw: text.raw.slice(0, to), masked: text.masked.slice(0, to) };
  const isProse =
    head.role !== null && isProseRole(seen.slice(head.role.start, head.role.end), lexicon);
  const reading = readParts(source, seen.slice(0, to), at, head, isProse, lexicon);
  return { reading, at: text.base + at, isProse };
}

function readHead(seen: string, at: number, lexicon: FinalLexicon): Head | null {
  const limit = Math.min(seen.length, at + FURTHEST);
  const stop = findSentenceEnd(seen, at, limit);
  const mark = findMark(lexicon.roleCloses, seen, at, stop);
  if (mark === null) {
    const condition = findMark(lexicon.conditionCloses, seen, at, stop);
    if (condition === null) return null;
    const from = takeAt(GAP, seen, condition.end);
    return { role: null, benefit: null, condition: [at, condition.end], from, format: 'job-story' };
  }
  const early = findMark(lexicon.benefitCloses, seen, at, mark.start);
  let start = early === null ? at : takeAt(GAP, seen, early.end);
  BREAKS.lastIndex = start;
  for (let hit = BREAKS.exec(seen); hit !== null && hit.index < mark.start; hit = BREAKS.exec(seen))
    start = hit.index + 1;
  const before = seen.slice(early?.end ?? at, start);
  const condition = findMark(lexicon.conditionCloses, seen, early?.end ?? at, start);
  start = takeAt(GAP, seen, start);
  for (
    let next = takeAt(lexicon.article, seen, start);
    next > start;
    next = takeAt(lexicon.article, seen, start)
  )
    start = takeAt(GAP, seen, next);
  const from = takeAt(GAP, seen, takeAt(lexicon.article, seen, takeAt(GAP, seen, mark.end)));
  // A title or a label may stand before the role, and a list of roles; other clauses make prose.
  const isTitle = /[:：|\n「『（(]\s*$/u.test(before);
  const isList =
    before.trim() !== '' && before.length < LONGEST_ROLE && condition === null && !isTitle;
  return {
    role: {
      start: isList
        ? takeAt(
            `(?:${lexicon.article})?`,
            seen,
            early === null ? at : takeAt(GAP, seen, early.end),
          )
        : start,
      end: mark.start,
    },
    benefit: early === null ? null : [at, early.start],
    condition: condition === null ? null : [early?.end ?? at, condition.end],
    from,
    format: early === null ? 'connextra' : 'feature-injection',
  };
}

function isProseRole(role: string, lexicon: FinalLexicon): boolean {
  const name = role.trim();
  return (
    name.length > LONGEST_ROLE ||
    takeAt(`(?:${lexicon.notRole})$`, name, 0) > 0 ||
    findMark(lexicon.notInRole, name, 0, name.length) !== null
  );
}

function readParts(
  text: StoryText,
  seen: string,
  at: number,
  head: Head,
  isProse: boolean,
  lexicon: FinalLexicon,
): StoryReading {
  const { raw, masked, base } = text;
  const { language, hints } = lexicon;
  const placeholders = new Set(listOf(lexicon.placeholders));
  const trim = (span: Span | null) => span && trimSpan(raw, masked, ...span);
  const known: FoundSpans = {
    role: head.role && trim([head.role.start, head.role.end]),
    benefit: trim(head.benefit),
    condition: trim(head.condition),
  };
  const fail = (found: FoundSpans): Attempt => ({
    raw,
    base,
    language,
    hints,
    format: head.format,
    found,
  });
  const whole: Span = [at, raw.length];
  if (isProse) return rejectStory(fail(known), 'not-a-story', whole, 'prose');
  if (head.role !== null && isBlankPart(text, head.role, placeholders))
    return rejectPlaceholder(fail(known), 'role', known.role ?? [head.role.start, head.role.end]);
  if (head.role !== null && known.role == null)
    return rejectStory(fail(known), 'not-a-story', whole, 'prose');
  const want = findWant(seen, head.from, lexicon);
  if (want === null) return noWant(fail(known), seen, head, whole, lexicon);
  if (want.strength === 'fault')
    return head.role === null
      ? rejectStory(fail(known), 'not-a-story', whole, 'prose')
      : rejectStory(fail(known), 'no-want', [want.start, want.end], 'fault');
  const body = readBody(seen, head, want, lexicon);
  const found: FoundSpans = {
    ...known,
    condition: known.condition ?? trim(body.condition),
    benefit: known.benefit ?? trim(body.benefit),
    want: trim(body.want),
  };
  for (const part of ['want', 'benefit'] as const) {
    const span = part === 'want' ? body.want : body.benefit;
    if (
      span !== null &&
      span[1] > span[0] &&
      isBlankPart(text, { start: span[0], end: span[1] }, placeholders)
    )
      return rejectPlaceholder(fail(found), part, found[part] ?? span);
  }
  if (found.want == null)
    return rejectStory(fail(found), 'no-want', [want.start, want.end], 'want');
  if (findMark(lexicon.talk, raw.slice(...found.want), 0, raw.length) !== null)
    return rejectStory(fail({ ...found, want: null }), 'not-a-story', whole, 'prose');
  const isLoose = want.strength === 'ability' || want.strength === 'duty';
  const said = seen.slice(head.from, findSentenceEnd(seen, want.start, seen.length) + 1);
  if (isLoose && findMark(lexicon.question, said, 0, said.length) !== null)
    return rejectStory(fail(found), 'not-a-story', found.want, 'question');
  if (isLoose && findMark(lexicon.failure, said, 0, said.length) !== null)
    return rejectStory(fail({ ...found, want: null }), 'no-want', found.want, 'fault');
  if (head.role !== null) return accept(raw, base, head.format, language, found);
  if (found.benefit != null && want.strength === 'want')
    return accept(raw, base, 'job-story', language, found);
  return rejectStory(fail(found), 'not-a-story', whole, 'prose');
}

function findWant(seen: string, from: number, lexicon: FinalLexicon): Want | null {
  const end = findSentenceEnd(seen, from, Math.min(seen.length, from + REACH));
  let first: Want | null = null;
  for (const strength of ['want', 'duty', 'ability', 'fault'] as const) {
    const source = `(?:${lexicon[strength]})(?:${lexicon.trails})${CLOSED}`;
    // The clause may be closed by the very mark that ends the sentence.
    const hit = findMark(source, seen, from, Math.min(seen.length, end + 1));
    if (hit !== null && (first === null || hit.start < first.start)) first = { ...hit, strength };
    const led =
      strength === 'want' ? findMark(`(?:${lexicon.want})${lexicon.leads}`, seen, from, end) : null;
    if (led?.start === from) return { ...led, strength };
  }
  return first;
}

/** The want and what stands around it. */
function readBody(seen: string, head: Head, want: Want, lexicon: FinalLexicon) {
  const isLed = want.start === head.from;
  let from = isLed ? want.end : head.from;
  let benefit: Span | null = null;
  let condition: Span | null = null;
  const kept = takeAt(lexicon.keeps, seen, want.start);
  let to = isLed ? findSentenceEnd(seen, from, seen.length) : kept;
  if (!isLed) {
    const closes =
      head.benefit === null ? findMark(lexicon.benefitCloses, seen, from, want.start) : null;
    const when =
      head.condition === null
        ? findMark(lexicon.conditionCloses, seen, from, closes?.start ?? want.start)
        : null;
    if (when !== null) {
      condition = [from, when.end];
      from = takeAt(GAP, seen, when.end);
    }
    if (closes !== null) {
      benefit = [from, closes.start];
      from = takeAt(GAP, seen, closes.end);
    }
  }
  const span: Span = [from, Math.max(from, to)];
  const rest = takeAt(STOPS, seen, isLed ? to : want.end);
  if (isLed) {
    const inside = findMark(`(?<=[,，、]\\s{0,3})(?:${lexicon.benefitOpens})`, seen, from, to);
    if (inside !== null) {
      benefit = [inside.end, to];
      to = inside.start;
      return { want: [from, to] as Span, benefit, condition };
    }
  }
  return { want: span, benefit: readReason(seen, rest, lexicon) ?? benefit, condition };
}

/** "Böylece B.", "なぜなら B からです。", or a sentence that ends as a reason does. */
function readReason(seen: string, rest: number, lexicon: FinalLexicon): Span | null {
  if (rest >= seen.length) return null;
  const opened = takeAt(lexicon.benefitOpens, seen, rest);
  const from = takeAt(GAP, seen, opened);
  const end = findPartEnd(seen, from, seen.length);
  const closed = findMark(`(?:${lexicon.reasonCloses})\\s*$`, seen, Math.max(from, end - 40), end);
  if (opened > rest) return [from, closed?.start ?? end];
  const isNext = !seen.slice(rest, end).includes('\n');
  return closed !== null && isNext ? [from, closed.start] : null;
}

function noWant(
  attempt: Attempt,
  seen: string,
  head: Head,
  whole: Span,
  lexicon: FinalLexicon,
): StoryReading {
  const rest = seen.slice(head.from).trim();
  const isAlone = rest === '' || takeAt(lexicon.benefitOpens, rest, 0) > 0;
  if (head.role === null || !isAlone) return rejectStory(attempt, 'not-a-story', whole, 'prose');
  return rejectStory(attempt, 'no-want', [head.from, head.from], 'want');
}
