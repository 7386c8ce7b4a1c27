import type { Span } from '../../text/span.js';
import type { Tail } from '../benefit.js';
import type { Opening } from '../lead.js';
import { isPlaceholder } from '../placeholder.js';
import type { StoryText } from '../reader.js';
import { accept, type FoundSpans } from '../reading.js';
import { type Attempt, rejectPlaceholder, rejectStory } from '../reject-story.js';
import type { StoryFormat, StoryReading } from '../story.js';
import { trimSpan } from '../trim-span.js';
import { readClauseTail } from './clause-benefit.js';
import type { ClauseWords } from './clause-lexicon.js';
import { isProseClause } from './clause-role.js';
import type { ClauseWant } from './clause-want.js';
import { scanClauseWords } from './clause-words.js';
import { type ClauseHead, readHead } from './read-head.js';

/** No role and no condition of a real story is longer. */
const HEAD_WORDS = 120;
/** A role that is the whole text has few words, and without an article fewer. */
const ROLE_ALONE = 5;
const BARE_ROLE_ALONE = 2;
/** The X of "Als X möchte ich Y". */
const LETTER = /^\s*[XYZ][\s,]*$/;
/** The dots of "damit …" may be all there is. */
const DOTS = 3;

/** A reading, and whether the words after the opener surely name no role. */
export interface JudgedReading {
  readonly reading: StoryReading;
  readonly isProse: boolean;
}

/** Reads the story that opens at `opening` in one of the languages with clause words. */
export function readClauses(
  source: StoryText,
  opening: Pick<Opening, 'kind' | 'at' | 'inTable'>,
  lexicon: ClauseWords,
  isExpected: boolean,
): JudgedReading {
  const { raw, masked, base } = source;
  const words = scanClauseWords(source, opening.at, masked.length, HEAD_WORDS, lexicon);
  const head = readHead(words, masked.length, lexicon, opening.kind);
  const format = formatOf(opening.kind, head);
  const trim = (span: Span | null) => span && trimSpan(raw, masked, ...span);
  const found: FoundSpans = {
    role: head.role && trim([head.role.from, roleEnd(head)]),
    condition: trim(head.condition),
    benefit: trim(head.benefit),
  };
  const attempt: Attempt = {
    raw,
    base,
    language: lexicon.language,
    hints: lexicon.hints,
    format,
    found,
  };
  const whole: Span = [opening.at, masked.length];
  const { role } = head;
  if (role !== null && isProseClause(role, lexicon))
    return { reading: rejectStory(attempt, 'not-a-story', whole, 'prose'), isProse: true };
  return {
    reading: readParts(source, opening, head, attempt, lexicon, isExpected),
    isProse: false,
  };
}

function readParts(
  source: StoryText,
  opening: Pick<Opening, 'kind' | 'at' | 'inTable'>,
  head: ClauseHead,
  attempt: Attempt,
  lexicon: ClauseWords,
  isExpected: boolean,
): StoryReading {
  const { raw, masked } = source;
  const { role, want } = head;
  const { found } = attempt;
  const whole: Span = [opening.at, masked.length];
  if (role !== null) {
    const span: Span = [role.from, roleEnd(head)];
    const written = raw.slice(...span);
    if (isPlaceholder(written, lexicon) || LETTER.test(written))
      return rejectPlaceholder(attempt, 'role', found.role ?? span);
  }
  if (want === null) return noWant(attempt, head, whole, lexicon, isExpected);
  if (want.strength === 'fault')
    return role === null
      ? rejectStory(attempt, 'not-a-story', whole, 'prose')
      : rejectStory(attempt, 'no-want', [want.start, want.end], 'fault');
  if (role !== null && found.role == null)
    return rejectStory(attempt, 'no-role', [opening.at, want.start], 'role');
  return readWant(source, opening, head, want, attempt, lexicon);
}

function readWant(
  source: StoryText,
  opening: Pick<Opening, 'kind' | 'at' | 'inTable'>,
  head: ClauseHead,
  want: ClauseWant,
  attempt: Attempt,
  lexicon: ClauseWords,
): StoryReading {
  const { raw, masked, base } = source;
  const tail = readClauseTail(source, head.wantFrom, opening.inTable, lexicon);
  const all: FoundSpans = {
    ...attempt.found,
    want: trimSpan(raw, masked, ...tail.want),
    benefit: attempt.found.benefit ?? (tail.benefit && trimSpan(raw, masked, ...tail.benefit)),
  };
  const known = { ...attempt, found: all };
  const whole: Span = [opening.at, masked.length];
  const isLoose = want.strength === 'ability' || want.strength === 'duty';
  if (head.role === null && (isLoose || want.strength === 'refusal') && all.benefit == null)
    return rejectStory(known, 'not-a-story', whole, 'prose');
  for (const part of ['want', 'benefit'] as const) {
    const span = part === 'want' ? tail.want : tail.benefit;
    if (span === null) continue;
    const written = raw.slice(span[0], all[part] === null ? span[1] + DOTS : span[1]);
    if (isPlaceholder(dropReasons(written, lexicon), lexicon) || LETTER.test(written))
      return rejectPlaceholder(known, part, all[part] ?? span);
  }
  if (all.want == null) return rejectStory(known, 'no-want', [want.start, want.end], 'want');
  if (isLoose && masked[tail.benefit?.[1] ?? tail.want[1]] === '?')
    return rejectStory(known, 'not-a-story', all.want, 'question');
  if (isLoose && tellsOfFault(source, tail, want, lexicon))
    return rejectStory({ ...known, found: { ...all, want: null } }, 'no-want', all.want, 'fault');
  if (head.role !== null)
    return accept(raw, base, attempt.format ?? 'connextra', lexicon.language, all);
  const isJob = head.condition !== null && opening.kind === 'condition';
  if (isJob && all.benefit != null && want.strength !== 'ability')
    return accept(raw, base, 'job-story', lexicon.language, all);
  return rejectStory(
    known,
    'no-role',
    [opening.at, Math.max(opening.at, want.start)],
    isJob ? 'purpose' : 'role',
  );
}

/** "... para ...": a benefit that is not there yet is no part of the want. */
function dropReasons(written: string, { benefit, comma }: ClauseWords): string {
  if (!/\.\.|…|[[<{_]/.test(written)) return written;
  return written.replace(/\p{L}+/gu, (word) => {
    const plain = word.toLowerCase();
    return benefit.purpose.has(plain) || comma.has(plain) ? '' : word;
  });
}

/** Without a want: a story that lacks one, or no story at all. */
function noWant(
  attempt: Attempt,
  head: ClauseHead,
  whole: Span,
  { sets }: ClauseWords,
  isExpected: boolean,
): StoryReading {
  const { role } = head;
  if (role === null || head.stopped === 'verb')
    return rejectStory(attempt, 'not-a-story', whole, 'prose');
  const isAlone =
    (isExpected || role.isStrong || role.article === 'indefinite') &&
    head.stopped === 'end' &&
    head.at >= attempt.raw.trimEnd().length &&
    role.words.length <=
      (role.isStrong || role.article !== 'none' ? ROLE_ALONE : BARE_ROLE_ALONE) &&
    !role.words.some((word) => sets.faults.has(word.text));
  const isMeant =
    head.benefit !== null ||
    isAlone ||
    ((role.isStrong || role.article === 'indefinite') && head.stopped !== 'end');
  return isMeant
    ? rejectStory(attempt, 'no-want', [head.at, head.at], 'want')
    : rejectStory(attempt, 'not-a-story', whole, 'prose');
}

/** "kann ich mich nicht anmelden", "…, aber es erscheint ein Fehler". */
function tellsOfFault(
  source: StoryText,
  tail: Tail,
  want: ClauseWant,
  lexicon: ClauseWords,
): boolean {
  const { sets } = lexicon;
  const end = tail.benefit?.[1] ?? tail.want[1];
  const words = scanClauseWords(source, tail.want[0], end, HEAD_WORDS, lexicon);
  // A benefit may tell what is not to happen: "puedo filtrar la lista para no ver todo".
  const clauseEnd = words.findIndex(
    (word, i) => i > 0 && (word.afterBreak || word.start >= tail.want[1]),
  );
  const clause = words.slice(0, clauseEnd === -1 ? undefined : clauseEnd);
  if (want.strength === 'ability' && clause.some((word) => sets.faults.has(word.text))) return true;
  const contrast = words.findIndex((word) => sets.contrast.has(word.text));
  return (
    contrast !== -1 &&
    words
      .slice(contrast + 1, contrast + 9)
      .some((word) => sets.failures.has(word.text) || sets.faults.has(word.text))
  );
}

/** Where nothing says the end of a role, its first comma does. */
function roleEnd({ role, want }: ClauseHead): number {
  if (role === null) return 0;
  const comma = want === null ? role.words.find((word, i) => i > 0 && word.afterBreak) : undefined;
  return comma?.start ?? role.to;
}

function formatOf(kind: Opening['kind'], head: ClauseHead): StoryFormat {
  if (kind === 'benefit') return 'feature-injection';
  return kind === 'condition' && head.role === null ? 'job-story' : 'connextra';
}
