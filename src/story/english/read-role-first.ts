import type { Span } from '../../text/span.js';
import { readTail } from '../benefit.js';
import { failIn, NO_ROLE, NO_WANT, quote, type Source } from '../failure.js';
import type { Opening } from '../lead.js';
import { isPlaceholder } from '../placeholder.js';
import { accept, type FoundSpans } from '../reading.js';
import type { StoryFormat, StoryReading } from '../story.js';
import { trimSpan } from '../trim-span.js';
import type { Word } from '../words.js';
import { isProseRole, tellsOfFailure } from './prose.js';
import { type RoleClause, readRoleClause } from './role.js';
import type { WantPhrase } from './want-phrase.js';

/** The X of "As a X, I want to Y". */
const DOTS = 3;
const LETTER = /^\s*[XYZ][\s,]*$/;

/** "As a R, I want W, so that B", with `first` the word after "as". */
export function readRoleFirst(
  source: Source,
  opening: Opening,
  words: readonly Word[],
  first: number,
  known: FoundSpans,
  format: StoryFormat,
): StoryReading {
  const { raw, masked, lexicon } = source;
  const clause = readRoleClause(masked, words, first, lexicon);
  const fail = failIn(source, format);
  if (isProseRole(clause, masked, lexicon))
    return fail('not-a-story', clause.span, proseMessage(raw, clause));
  const found = readHead(source, clause, known);
  const written = raw.slice(...clause.span);
  if (isPlaceholder(written, lexicon) || LETTER.test(written)) {
    const message = `the role is still a placeholder: ${quote(written)}`;
    return fail('placeholder', found.role ?? clause.span, message, { ...found, role: null });
  }
  const { want } = clause;
  if (want === null || want.strength === 'fault') return noWant(source, clause, found, format);
  // "As we said, …"
  const isAside = want.strength === 'other' && words[first]?.afterBreak === false;
  if (found.role == null && isAside && clause.article === 'none')
    return fail('not-a-story', [opening.at, want.end], `reads as prose: ${NO_ROLE}`);
  if (found.role == null) return fail('no-role', [opening.at, want.start], NO_ROLE, found);
  if (want.strength === 'other') return noWant(source, clause, found, format);
  return readRest(source, opening, want, found, format);
}

/** Role, condition and an early benefit, trimmed. */
function readHead({ raw, masked }: Source, clause: RoleClause, known: FoundSpans): FoundSpans {
  const trim = (span: Span | null) => span && trimSpan(raw, masked, ...span);
  // Where nothing says the end of the role, its first comma does.
  const comma =
    clause.want === null ? clause.words.find((word, i) => i > 0 && word.afterBreak) : null;
  return {
    role: trim([clause.span[0], comma?.start ?? clause.span[1]]),
    condition: trim(clause.condition),
    benefit: known.benefit ?? trim(clause.benefit),
  };
}

/** The want and the benefit, when role and condition are known. */
export function readRest(
  source: Source,
  opening: Opening,
  want: WantPhrase,
  found: FoundSpans,
  format: StoryFormat,
): StoryReading {
  const { raw, masked, base, lexicon } = source;
  const fail = failIn(source, format);
  const tail = readTail(source, want.end, opening.inTable, lexicon);
  const all: FoundSpans = {
    ...found,
    want: trimSpan(raw, masked, ...tail.want),
    benefit: found.benefit ?? (tail.benefit && trimSpan(raw, masked, ...tail.benefit)),
  };
  for (const name of ['want', 'benefit'] as const) {
    const span = name === 'want' ? tail.want : tail.benefit;
    if (span === null) continue;
    // "so that …": the dots that end the sentence may be all there is.
    const written = raw.slice(span[0], all[name] === null ? span[1] + DOTS : span[1]);
    if (!isPlaceholder(written, lexicon)) continue;
    const message = `the ${name} is still a placeholder: ${quote(written)}`;
    return fail('placeholder', all[name] ?? span, message, { ...all, [name]: null });
  }
  if (all.want == null) return fail('no-want', [want.start, want.end], NO_WANT, all);
  if (want.strength === 'ability' || want.strength === 'refusal') {
    const end = tail.benefit?.[1] ?? tail.want[1];
    if (tellsOfFailure(masked, want.end, end, lexicon)) {
      return fail('no-want', all.want, `reads as a bug report: ${NO_WANT}`, { ...all, want: null });
    }
    if (masked[end] === '?')
      return fail('not-a-story', all.want, `reads as a question: ${NO_WANT}`, all);
  }
  return accept(raw, base, format, lexicon.language, all);
}

function noWant(
  source: Source,
  clause: RoleClause,
  found: FoundSpans,
  format: StoryFormat,
): StoryReading {
  const fail = failIn(source, format);
  const at: Span = [clause.at, Math.max(clause.at, clause.want?.end ?? clause.at)];
  if (clause.want?.strength === 'fault') {
    return fail('no-want', at, `reads as a bug report: ${NO_WANT}`, found);
  }
  const isProse =
    clause.stopped === 'other-speaker' ||
    (clause.stopped === 'verb' && clause.article !== 'indefinite') ||
    (clause.stopped === 'end' && clause.article === 'none');
  if (isProse) return fail('not-a-story', clause.span, proseMessage(source.raw, clause));
  return fail('no-want', at, NO_WANT, found);
}

function proseMessage(raw: string, clause: RoleClause): string {
  return `reads as prose: ${quote(raw.slice(...clause.span))} is no role`;
}
