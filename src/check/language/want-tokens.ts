import { isVerb } from './verb-forms.js';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A comma, or a mark that ends more than a comma does, stands before it. */
  readonly breaks: '' | ',' | '.';
}

const TOKEN = /[&/]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’]|[-/](?=[\p{L}\p{N}]))*/gu;

/** The same for text in ASCII, in half the time. */
const ASCII_TOKEN = /[&/]|[A-Za-z0-9](?:[A-Za-z0-9']|[-/](?=[A-Za-z0-9]))*/g;

const MOST_TOKENS = 200;

export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let previous = 0;
  const pattern = /[^\0-\x7f]/.test(text) ? TOKEN : ASCII_TOKEN;
  pattern.lastIndex = 0;
  while (tokens.length < MOST_TOKENS) {
    const hit = pattern.exec(text);
    if (hit === null) break;
    const gap = text.slice(previous, hit.index);
    const breaks = /[.:!?]\s|\n\s*\n/.test(gap) ? '.' : /[,;]/.test(gap) ? ',' : '';
    const end = hit.index + hit[0].length;
    const word = hit[0].toLowerCase().replace(/’/g, "'");
    for (const part of partsOf(word, hit.index)) {
      tokens.push({ ...part, breaks: part.start === hit.index ? breaks : '' });
    }
    previous = end;
  }
  return tokens;
}

/** "import/export" are two verbs, "and/or" and "his/her" one word. */
function partsOf(word: string, start: number): readonly Omit<Token, 'breaks'>[] {
  const slash = word.indexOf('/');
  const [one, two] = [word.slice(0, slash), word.slice(slash + 1)];
  const end = start + word.length;
  if (slash === -1 || !isVerb(one) || !isVerb(two)) return [{ text: word, start, end }];
  const at = start + slash;
  return [
    { text: one, start, end: at },
    { text: '/', start: at, end: at + 1 },
    { text: two, start: at + 1, end },
  ];
}

export const JOINTS: ReadonlySet<string> = new Set([
  'and',
  'or',
  '&',
  '/',
  'and/or',
  'then',
  'plus',
  'nor',
]);

export const MODALS: ReadonlySet<string> = new Set([
  'can',
  'could',
  'will',
  'would',
  'may',
  'might',
  'must',
]);
