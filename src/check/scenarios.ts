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

interface Line {
  readonly text: string;
  readonly start: number;
}

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
  if (!kinds.anywhere.test(body)) return [];
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
  for (const { text, start } of linesOf(body)) {
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
  return scenarios;
}

function* linesOf(body: string): Generator<Line> {
  let start = 0;
  for (let count = 0; start < body.length && count < MOST_LINES; count += 1) {
    const newline = body.indexOf('\n', start);
    const end = newline === -1 ? body.length : newline;
    yield { text: body.slice(start, Math.min(end, start + LONGEST)), start };
    start = end + 1;
  }
}

/** A sentence that begins with "when" and has its "then" is a scenario; "when" alone is prose. */
function isComplete(found: readonly StepKind[]): boolean {
  return found[0] === 'when' && found.includes('then');
}

function isOrdered(found: readonly StepKind[]): boolean {
  const main = found.filter((kind) => kind !== 'and');
  return /^(?:given )*(?:when )*(?:then )+$/.test(main.map((kind) => `${kind} `).join(''));
}

function capitalise(step: string): string {
  return step.charAt(0).toUpperCase() + step.slice(1);
}

interface StepKinds {
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
  return {
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
