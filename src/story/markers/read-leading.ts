import type { Span } from '../../text/span.js';
import { findCellEnd, labelPattern, skipLabels } from '../lead.js';
import type { LocatedStory, StoryText } from '../reader.js';
import { accept, type FoundSpans } from '../reading.js';
import { type Attempt, rejectPlaceholder, rejectStory } from '../reject-story.js';
import type { StoryFormat, StoryReading } from '../story.js';
import { trimSpan } from '../trim-span.js';
import { findMark, type Hit, type LeadingLexicon, takeAt } from './marker-lexicon.js';
import { findPartEnd, findSectionEnd, isBlankPart, listOf, sectionPattern } from './marker-text.js';

/** No role is longer. */
const LONGEST_ROLE = 60;
const GAP = String.raw`[\s，,：:；;、*\-–—|]{0,16}`;
const STOPS = String.raw`[\s。．.，,；;！!*\-–—|"”」』）)]{0,20}`;
/** A title before the story. */
const TITLE = /^[^\n。]{1,60}(?:[:：|]|\s[-–—]\s|\n)[\s「『“（(]*$/u;
const CLAUSE_END = /[，,。；;：:！？!?\n|]/gu;
/** Conditions and benefits between role and want. */
const MOST_CLAUSES = 4;

type Strength = 'want' | 'duty' | 'ability' | 'refusal' | 'fault';
interface Want extends Hit {
  readonly strength: Strength;
}
/** The reading so far. */
interface Progress {
  role: Hit | null;
  benefit: Span | null;
  condition: Span | null;
  want: Want | null;
  format: StoryFormat;
  /** What comes next begins here. */
  at: number;
}

/** Reads "作为R，我想W，以便B"; null when nothing opens. */
export function locateLeading(text: StoryText, lexicon: LeadingLexicon): LocatedStory | null {
  const at = findStart(
    text.masked,
    skipLabels(text.masked, labelPattern(listOf(lexicon.labels))),
    lexicon,
  );
  if (at === null) return null;
  const to = Math.min(
    findCellEnd(text.masked, at),
    findSectionEnd(text.masked, at, sectionPattern(lexicon.sections)),
  );
  const source = { ...text, raw: text.raw.slice(0, to), masked: text.masked.slice(0, to) };
  const found = readClauses(source.masked, at, lexicon);
  const isProse = found.role !== null && isProseRole(source.masked, found.role, lexicon);
  return { reading: judge(source, at, found, isProse, lexicon), at: text.base + at, isProse };
}

/** A story opens right after the labels, or after a title. */
function findStart(masked: string, at: number, lexicon: LeadingLexicon): number | null {
  const { roleOpens, purposeOpens, condition, want } = lexicon;
  if (takeAt(`${roleOpens}|${purposeOpens}|${condition}|${want}`, masked, at) > at) return at;
  const later = findMark(roleOpens, masked, at, at + 160);
  return later !== null && TITLE.test(masked.slice(at, later.start)) ? later.start : null;
}

function readClauses(masked: string, at: number, lexicon: LeadingLexicon): Progress {
  const state: Progress = {
    role: null,
    benefit: null,
    condition: null,
    want: null,
    format: 'connextra',
    at,
  };
  for (let round = 0; round < MOST_CLAUSES && state.want === null; round++) {
    const begin = state.at;
    const condition = state.condition === null ? takeAt(lexicon.condition, masked, begin) : begin;
    const purpose = state.benefit === null ? takeAt(lexicon.purposeOpens, masked, begin) : begin;
    const role = state.role === null ? takeAt(lexicon.roleOpens, masked, begin) : begin;
    if (condition > begin) {
      state.condition = [begin, condition];
      if (begin === at) state.format = 'job-story';
      state.at = takeAt(GAP, masked, condition);
    } else if (purpose > begin) {
      const end = findClauseEnd(masked, purpose);
      state.benefit = [purpose, end];
      if (begin === at) state.format = 'feature-injection';
      state.at = takeAt(GAP, masked, end);
    } else if (role > begin) {
      takeRole(state, masked, role, lexicon);
    } else {
      state.want = wantAt(masked, begin, lexicon);
      if (state.want === null) break;
      state.at = state.want.end;
    }
  }
  // "我想作为用户查看订单": the role stands inside the want.
  if (state.want !== null && state.role === null) {
    const inner = takeAt(lexicon.roleOpens, masked, takeAt(GAP, masked, state.at));
    if (inner > state.at + 1) {
      takeRole(state, masked, inner, lexicon);
      state.at = wantAt(masked, state.at, lexicon)?.end ?? state.at;
    }
  }
  if (state.role !== null && state.format === 'job-story') state.format = 'connextra';
  return state;
}

function takeRole(state: Progress, masked: string, from: number, lexicon: LeadingLexicon): void {
  let start = takeAt(GAP, masked, from);
  start = takeAt(`(?:${lexicon.article})?`, masked, start);
  const comma = findClauseEnd(masked, start);
  const closed = findMark(lexicon.roleCloses, masked, start, comma);
  const limit = closed?.start ?? comma;
  const want = findMark(
    `${lexicon.want}|${lexicon.refusal}|${lexicon.fault}|我们|我們|我`,
    masked,
    start + 1,
    limit,
  );
  state.role = { start, end: want?.start ?? limit };
  state.at = want?.start ?? takeAt(GAP, masked, closed?.end ?? comma);
}

function wantAt(masked: string, at: number, lexicon: LeadingLexicon): Want | null {
  for (const strength of ['refusal', 'fault', 'want', 'duty', 'ability'] as const) {
    const end = takeAt(lexicon[strength], masked, at);
    if (end > at) return { start: at, end, strength };
  }
  return null;
}

function findClauseEnd(masked: string, from: number): number {
  CLAUSE_END.lastIndex = from;
  return CLAUSE_END.exec(masked)?.index ?? masked.length;
}

function isProseRole(masked: string, { start, end }: Hit, lexicon: LeadingLexicon): boolean {
  const name = masked.slice(start, end).trim();
  return (
    name.length > LONGEST_ROLE ||
    takeAt(`(?:${lexicon.notRole})$`, name, 0) > 0 ||
    findMark(lexicon.notInRole, name, 0, name.length) !== null
  );
}

function judge(
  text: StoryText,
  at: number,
  state: Progress,
  isProse: boolean,
  lexicon: LeadingLexicon,
): StoryReading {
  const { raw, masked, base } = text;
  const { language, hints } = lexicon;
  const placeholders = new Set(listOf(lexicon.placeholders));
  const trim = (span: Span | null) => span && trimSpan(raw, masked, ...span);
  const { role, want, format } = state;
  const known: FoundSpans = {
    role: role && trim([role.start, role.end]),
    benefit: trim(state.benefit),
    condition: trim(state.condition),
  };
  const attempt = (found: FoundSpans): Attempt => ({ raw, base, language, hints, format, found });
  const whole: Span = [at, raw.length];
  if (isProse) return rejectStory(attempt(known), 'not-a-story', whole, 'prose');
  if (role !== null && isBlankPart(text, role, placeholders))
    return rejectPlaceholder(attempt(known), 'role', known.role ?? [role.start, role.end]);
  if (role !== null && known.role == null)
    return rejectStory(attempt(known), 'no-role', [at, role.end], 'role');
  if (want === null) {
    const rest = masked.slice(state.at).trim();
    const isMeant = role !== null && (rest === '' || takeAt(lexicon.benefitOpens, rest, 0) > 0);
    return isMeant
      ? rejectStory(attempt(known), 'no-want', [state.at, state.at], 'want')
      : rejectStory(attempt(known), 'not-a-story', whole, 'prose');
  }
  if (want.strength === 'fault' || takeAt(lexicon.talk, masked, want.end) > want.end)
    return role === null
      ? rejectStory(attempt(known), 'not-a-story', whole, 'prose')
      : rejectStory(attempt(known), 'no-want', [want.start, want.end], 'fault');
  return judgeWant(text, at, state, want, attempt, known, placeholders, lexicon);
}

function judgeWant(
  text: StoryText,
  at: number,
  state: Progress,
  want: Want,
  attempt: (found: FoundSpans) => Attempt,
  known: FoundSpans,
  placeholders: ReadonlySet<string>,
  lexicon: LeadingLexicon,
): StoryReading {
  const { raw, masked, base } = text;
  const from = want.strength === 'refusal' ? refusalStart(masked, want) : state.at;
  const body = readBody(masked, from, lexicon);
  const whole: Span = [at, raw.length];
  const trim = (span: Span | null) => span && trimSpan(raw, masked, ...span);
  const found: FoundSpans = {
    ...known,
    want: trim(body.want),
    benefit: known.benefit ?? trim(body.benefit),
  };
  for (const part of ['want', 'benefit'] as const) {
    const span = part === 'want' ? body.want : body.benefit;
    if (
      span !== null &&
      span[1] > span[0] &&
      isBlankPart(text, { start: span[0], end: span[1] }, placeholders)
    )
      return rejectPlaceholder(attempt(found), part, found[part] ?? span);
  }
  if (found.want == null)
    return rejectStory(attempt(found), 'no-want', [want.start, want.end], 'want');
  const isLoose = want.strength === 'ability' || want.strength === 'duty';
  const said = masked.slice(from, body.end + 1);
  if (isLoose && findMark(lexicon.question, said, 0, said.length) !== null)
    return rejectStory(attempt(found), 'not-a-story', found.want, 'question');
  if (isLoose && findMark(lexicon.failure, said, 0, said.length) !== null)
    return rejectStory(attempt({ ...found, want: null }), 'no-want', found.want, 'fault');
  if (state.role !== null) return accept(raw, base, state.format, lexicon.language, found);
  const isJob = state.format === 'job-story' && want.strength === 'want';
  if (isJob && found.benefit != null)
    return accept(raw, base, 'job-story', lexicon.language, found);
  if (isLoose) return rejectStory(attempt(found), 'not-a-story', whole, 'prose');
  return rejectStory(attempt(found), 'no-role', [at, want.start], isJob ? 'purpose' : 'role');
}

/** "我不想看到广告": the want is what comes after the speaker. */
function refusalStart(masked: string, want: Hit): number {
  return takeAt('(?:我们|我們|我)?', masked, want.start);
}

function readBody(masked: string, from: number, lexicon: LeadingLexicon) {
  const end = findPartEnd(masked, from, masked.length);
  const weak = findMark(
    String.raw`(?<=[，,；;\n\s])(?:${lexicon.benefitOpens})`,
    masked,
    from,
    end,
  );
  const strong = findMark(lexicon.benefitInside, masked, from + 1, end);
  const inside = strong !== null && (weak === null || strong.start < weak.start) ? strong : weak;
  if (inside !== null)
    return { want: [from, inside.start] as Span, benefit: [inside.end, end] as Span, end };
  const rest = takeAt(STOPS, masked, end);
  const opened = takeAt(`${lexicon.benefitOpens}|${lexicon.benefitInside}`, masked, rest);
  if (opened === rest || rest === end) return { want: [from, end] as Span, benefit: null, end };
  const until = findPartEnd(masked, opened, masked.length);
  return { want: [from, end] as Span, benefit: [opened, until] as Span, end: until };
}
