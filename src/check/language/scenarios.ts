import { maskComments } from '../../text/markdown-comments.js';
import { type Fence, type MarkdownLine, scanMarkdown } from '../../text/markdown-lines.js';
import type { Span } from '../../text/span.js';
import { capitalize } from '../../text/words.js';
import { STEP_WORDS, type StepWords } from '../words/step-words.js';

/** A line for the Gherkin parser, and where it comes from in the body. */
export interface ScenarioLine {
  readonly text: string;
  readonly span: Span;
}

/** Lines that make one scenario, or a whole fenced block of them. */
export interface Scenario {
  readonly lines: readonly ScenarioLine[];
  /** It is for the parser as it stands. */
  readonly isFenced: boolean;
  /** It has a line "Scenario:" of its own. */
  readonly isTitled: boolean;
  /** Every step is told by its first word, and they come in the order given, when, then. */
  readonly isPlain: boolean;
}

type StepKind = 'given' | 'when' | 'then' | 'and' | 'scenario';

/** Before a step: list marker, checkbox, emphasis, quote. */
const MARKS =
  /^[ \t]*(?:>[ \t]*)?(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:\*\*|__|\*|_)?/;
const GHERKIN = /^(?:gherkin|feature|cucumber)\b/i;
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
export function findScenarios(body: string, kinds: StepKinds): readonly Scenario[] {
  if (!kinds.anywhere.test(body)) return [];
  const { lines, fences } = scanMarkdown(body);
  const fenced = fences
    .filter(({ info }) => GHERKIN.test(info))
    .map((fence) => takeFence(body, lines, fence));
  const text = maskComments(body);
  return [...fenced.filter((one) => one.lines.length > 0), ...findTold(text, lines, kinds)];
}

/** All lines of a fenced block, dedented as its fence is. */
function takeFence(body: string, all: readonly MarkdownLine[], { first, last }: Fence): Scenario {
  const column = (all[first]?.content ?? 0) - (all[first]?.start ?? 0);
  const lines = all.slice(first + 1, last).map(({ start, end }): ScenarioLine => {
    const written = body.slice(start, end);
    const from = start + (/^[ \t>]*/.exec(written.slice(0, column))?.[0].length ?? 0);
    return { text: body.slice(from, end), span: [from, end] };
  });
  const isEmpty = lines.every(({ text }) => text.trim() === '');
  return { lines: isEmpty ? [] : lines, isFenced: true, isTitled: true, isPlain: false };
}

/** Scenarios in what is written for people: list items, lines and sentences. */
function findTold(
  text: string,
  all: readonly MarkdownLine[],
  kinds: StepKinds,
): readonly Scenario[] {
  const scenarios: Scenario[] = [];
  let lines: ScenarioLine[] = [];
  let found: StepKind[] = [];
  let isTitled = false;
  let isItem = false;
  let isAfterBlank = false;
  const close = () => {
    // "Given the budget, we wait" is prose; as an item or several lines it is meant as a scenario.
    const isMeant =
      isItem || found.includes('then') || lines.some(({ span }) => span !== lines[0]?.span);
    const opens = isTitled || isComplete(found) || (found[0] === 'given' && isMeant);
    if (lines.length > 0 && opens) {
      const isPlain = !isTitled && isOrdered(found);
      scenarios.push({ lines, isFenced: false, isTitled, isPlain });
    }
    lines = [];
    found = [];
    isTitled = false;
    isItem = false;
  };
  for (const { kind: lineKind, start, end, marker } of all.slice(0, MOST_LINES)) {
    if (lineKind === 'blank') {
      isAfterBlank = true;
      continue;
    }
    const isText = lineKind === 'text' || lineKind === 'html';
    if (!isText || (!isTitled && isSurelyProse(text, start, end, kinds.letters))) {
      if (lines.length > 0) close();
      continue;
    }
    const line = text.slice(start, Math.min(end, start + LONGEST));
    const from = start + (MARKS.exec(line)?.[0].length ?? 0);
    const written = text.slice(from, start + line.length).trimEnd();
    const content = /\*\*|__/.test(written) ? written.replace(/\*\*|__/g, '').trimEnd() : written;
    if (content === '') continue;
    const span = [from, start + line.length] as const;
    const kind = kinds.of(content);
    if (kind === 'scenario') {
      close();
      isTitled = true;
      lines.push({ text: content, span });
    } else if (kind === null) {
      // Right under a title every line must be a step; elsewhere it is a criterion.
      if (isTitled && !isAfterBlank) lines.push({ text: content, span });
      else close();
    } else {
      if (kind === 'given' && found.includes('then')) close();
      for (const step of kinds.split(content)) {
        lines.push({ text: capitalize(step), span });
        found.push(kinds.of(step) ?? 'and');
      }
      isItem ||= marker !== -1;
    }
    isAfterBlank = false;
  }
  close();
  return scenarios;
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

export interface StepKinds {
  /** Codes of the characters, in both cases, that a step, a title or a fence begins with. */
  readonly letters: ReadonlySet<number>;
  readonly anywhere: RegExp;
  of(text: string): StepKind | null;
  /** A sentence into its steps: at ", when", ", then". */
  split(text: string): readonly string[];
}

/** What a language's words make of a line; for many files of one backlog, made once. */
export function makeStepKinds(words: StepWords): StepKinds {
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
