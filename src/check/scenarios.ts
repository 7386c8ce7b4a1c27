import type { Span } from '../text/span.js';
import { STEP_WORDS, type StepWords } from './words/step-words.js';

/** A line for the Gherkin parser, and where it comes from in the body. */
export interface ScenarioLine {
  readonly text: string;
  readonly span: Span;
}

/** Lines that make one scenario. */
export interface Scenario {
  readonly lines: readonly ScenarioLine[];
  /** It has a line "Scenario:" of its own. */
  readonly isTitled: boolean;
  /** Every step is told by its first word, and they come in the order given, when, then. */
  readonly isPlain: boolean;
}

type StepKind = 'given' | 'when' | 'then' | 'and' | 'scenario';

/** Before a step: list marker, checkbox, emphasis, quote. */
const MARKS =
  /^[ \t]*(?:>[ \t]*)?(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:\*\*|__|\*|_)?/;
const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([\w-]*)/;
/** Longer lines are no steps. */
const LONGEST = 2_000;
const MOST_LINES = 5_000;

export function stepWordsFor(language: string): StepWords | null {
  return STEP_WORDS[language.split('-', 1)[0] ?? ''] ?? null;
}

/**
 * The scenarios of a Markdown body: fenced as gherkin, lines under "Scenario:", list items that
 * are steps, and sentences "Given …, when …, then …". Empty where the text uses no such words.
 */
export function findScenarios(body: string, words: StepWords): readonly Scenario[] {
  const kinds = stepKinds(words);
  const scenarios: Scenario[] = [];
  let lines: ScenarioLine[] = [];
  let found: StepKind[] = [];
  let isTitled = false;
  let isAfterBlank = false;
  let isFenced = false;
  let fence = '';
  const close = () => {
    const opens = found[0] === 'given' || isTitled || isFenced || isComplete(found);
    if (lines.length > 0 && opens)
      scenarios.push({ lines, isTitled, isPlain: !isTitled && isOrdered(found) });
    lines = [];
    found = [];
    isTitled = false;
  };
  for (let start = 0, next = 0, count = 0; next < body.length && count < MOST_LINES; count += 1) {
    start = next;
    const newline = body.indexOf('\n', start);
    const end = newline === -1 ? body.length : newline;
    next = end + 1;
    if (start === end) {
      isAfterBlank = true;
      continue;
    }
    if (fence === '' && !isTitled && isSurelyProse(body, start, end, kinds.letters)) {
      if (lines.length > 0) close();
      continue;
    }
    const text = body.slice(start, Math.min(end, start + LONGEST));
    const mark = FENCE.exec(text);
    if (mark !== null) {
      const [, ticks = '', language = ''] = mark;
      close();
      if (fence === '') {
        fence = ticks;
        isFenced = /^(?:gherkin|feature|cucumber)$/i.test(language);
      } else if (ticks.startsWith(fence)) {
        fence = '';
        isFenced = false;
      }
      continue;
    }
    if (fence !== '' && !isFenced) continue;
    const from = start + (MARKS.exec(text)?.[0].length ?? 0);
    const written = body.slice(from, start + text.length).trimEnd();
    const content = /\*\*|__/.test(written) ? written.replace(/\*\*|__/g, '').trimEnd() : written;
    const span = [from, start + text.length] as const;
    const kind = kinds.of(content);
    if (kind === 'scenario') {
      close();
      isTitled = true;
      lines.push({ text: content, span });
    } else if (/^#{1,6}\s/.test(content)) {
      if (!isFenced) close();
    } else if (kind === null && content !== '') {
      // In a fence or right under a title every line must be a step; elsewhere it is a criterion.
      if (isFenced || (isTitled && !isAfterBlank)) lines.push({ text: content, span });
      else close();
    } else if (kind !== null) {
      if (kind === 'given' && found.includes('then')) close();
      for (const step of kinds.split(content)) {
        lines.push({ text: capitalise(step), span });
        found.push(kinds.of(step) ?? 'and');
      }
    }
    isAfterBlank = content === '';
  }
  close();
  return scenarios.length > 0 && kinds.anywhere.test(body) ? scenarios : [];
}

/** What may stand before a step; no step begins with one of these. */
const MARK_CHARACTERS = new Set([...' \t>-*+•_[]xX.)0123456789'].map((mark) => mark.charCodeAt(0)));

/**
 * Cheap and not final: behind its marks the line goes on with an ASCII letter or sign that no
 * step and no fence begins with. Most lines of a body are such, and seven patterns a line were
 * the dearest thing a check did.
 */
function isSurelyProse(
  body: string,
  start: number,
  end: number,
  letters: ReadonlySet<number>,
): boolean {
  let at = start;
  while (at < end && MARK_CHARACTERS.has(body.charCodeAt(at))) at += 1;
  const code = body.charCodeAt(at);
  return at < end && at - start < LONGEST && code > 32 && code < 127 && !letters.has(code);
}

/** A sentence that begins with "when" and has its "then" is a scenario; "when" alone is prose. */
function isComplete(found: readonly StepKind[]): boolean {
  return found[0] === 'when' && found.includes('then');
}

const ORDER: readonly StepKind[] = ['scenario', 'given', 'when', 'then'];

function isOrdered(found: readonly StepKind[]): boolean {
  // A title among the steps comes before all of them.
  let last = ORDER.indexOf('given');
  for (const kind of found) {
    if (kind === 'and') continue;
    const place = ORDER.indexOf(kind);
    if (place < last) return false;
    last = place;
  }
  return last === ORDER.indexOf('then');
}

function capitalise(step: string): string {
  return step.charAt(0).toUpperCase() + step.slice(1);
}

interface StepKinds {
  /** Codes of the characters, in both cases, that a step, a title or a fence begins with. */
  readonly letters: ReadonlySet<number>;
  readonly anywhere: RegExp;
  of(text: string): StepKind | null;
  /** A sentence into its steps: at ", when", ", then". */
  split(text: string): readonly string[];
}

const known = new WeakMap<StepWords, StepKinds>();

function stepKinds(words: StepWords): StepKinds {
  const made = known.get(words) ?? makeStepKinds(words);
  known.set(words, made);
  return made;
}

function makeStepKinds(words: StepWords): StepKinds {
  // Japanese and Chinese have no blank after the word.
  const end = words.context.some((word) => /\p{Script=Han}/u.test(word))
    ? ''
    : '(?![\\p{L}\\p{N}])';
  const any = (list: readonly string[]) =>
    `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})${end}`;
  const opening = new RegExp(
    `^(?:((?:${words.scenario.join('|')})[ \\t]*:)|(${any(words.context)})|(${any(words.action)})|(${any(words.outcome)})|${any(words.and)})`,
    'iu',
  );
  const of = (text: string): StepKind | null => {
    const hit = opening.exec(text);
    if (hit === null) return null;
    if (hit[1] !== undefined) return 'scenario';
    if (hit[2] !== undefined) return 'given';
    if (hit[3] !== undefined) return 'when';
    return hit[4] === undefined ? 'and' : 'then';
  };
  const inner = new RegExp(
    `(?:[,;.、，。][ \\t]*|[ \\t]+)(?=${any([...words.action, ...words.outcome])})`,
    'giu',
  );
  const comma = new RegExp(
    `[,;.、，。][ \\t]*(?=${any([...words.action, ...words.outcome])})`,
    'giu',
  );
  const starts = [...words.context, ...words.action];
  const all = [words.context, words.action, words.outcome, words.and, words.scenario].flat();
  const firsts = all.flatMap((word) => [word.charAt(0), word.charAt(0).toUpperCase()]);
  return {
    letters: new Set([...firsts, '`', '~'].map((letter) => letter.charCodeAt(0))),
    anywhere: new RegExp(
      `^${MARKS.source.slice(1)}(?:${any(starts)}|(?:${words.scenario.join('|')})[ \\t]*:)|^[ \\t]*[\`~]{3,}[ \\t]*(?:gherkin|feature|cucumber)`,
      'imu',
    ),
    of,
    split: (text) => {
      const parts = text.split(comma);
      // "Given a guest when she rings then …": without commas, only if both words are there.
      return parts.length > 1 ? parts : splitWithoutCommas(text, inner, of);
    },
  };
}

function splitWithoutCommas(text: string, inner: RegExp, of: StepKinds['of']): readonly string[] {
  const parts = text.split(inner);
  const kinds = parts.map(of);
  return kinds[0] === 'given' && kinds.includes('when') && kinds.includes('then') ? parts : [text];
}
