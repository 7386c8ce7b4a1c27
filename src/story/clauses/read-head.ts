import type { Span } from '../../text/span.js';
import { matchPhrase } from '../lexicon.js';
import type { Word } from '../words.js';
import { clauseBenefitAt } from './clause-benefit.js';
import type { ClauseWords } from './clause-lexicon.js';
import {
  type ClauseRole,
  findInlineRoleEnd,
  isVerb,
  isWeak,
  matchRoleOpener,
  readClauseArticle,
} from './clause-role.js';
import { type ClauseWant, readClauseWant } from './clause-want.js';

/** What stands before the text of the want, in any order. */
export interface ClauseHead {
  readonly role: ClauseRole | null;
  readonly benefit: Span | null;
  readonly condition: Span | null;
  readonly want: ClauseWant | null;
  /** Where the text of the want begins. */
  readonly wantFrom: number;
  /** Why no want was found: somebody does something, a verb makes prose of it, or the end. */
  readonly stopped: 'want' | 'speaker' | 'verb' | 'end';
  /** Where it stopped. */
  readonly at: number;
}

type Kind = 'role' | 'benefit' | 'condition';

/** A clause still open: its first word, and where its text begins. */
interface OpenClause {
  readonly kind: Kind;
  readonly first: number;
  readonly from: number;
  readonly article: ClauseRole['article'];
  readonly isStrong: boolean;
}

/** Reads the clauses of `words` up to the want and a role inside it. */
export function readHead(
  words: readonly Word[],
  end: number,
  lexicon: ClauseWords,
  opensWith: Kind | 'want',
): ClauseHead {
  const done: { role: ClauseRole | null; benefit: Span | null; condition: Span | null } = {
    role: null,
    benefit: null,
    condition: null,
  };
  let open: OpenClause | null = null;
  let inRelative = false;
  let fallback: { readonly want: ClauseWant; readonly index: number } | null = null;

  const close = (index: number) => {
    if (open !== null) store(done, open, words, index, end);
    open = null;
  };
  const finish = (stopped: ClauseHead['stopped'], index: number): ClauseHead => {
    if (fallback !== null) return take(fallback.want, fallback.index);
    close(index);
    const at = words[index]?.start ?? end;
    return { ...done, want: null, wantFrom: at, stopped, at };
  };
  const take = (want: ClauseWant, index: number): ClauseHead => {
    close(index);
    const inline = done.role === null ? readInlineRole(words, want.next, end, lexicon) : null;
    return {
      ...done,
      role: done.role ?? inline?.role ?? null,
      want,
      wantFrom: inline?.wantFrom ?? want.end,
      stopped: 'want',
      at: want.start,
    };
  };

  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (word.inParens && i > 0) continue;
    const current: OpenClause | null = open as OpenClause | null;
    const opened = openClause(words, i, current, done, lexicon, opensWith);
    if (opened !== null) {
      if (opened.kind === 'benefit' && fallback !== null)
        return take(fallback.want, fallback.index);
      if (opened.kind === 'role') fallback = null;
      close(i);
      open = opened;
      i = opened.first - 1;
      inRelative = false;
      continue;
    }
    const hasSpoken = current?.kind === 'role' && i > current.first && opensWith === 'want';
    const want = readClauseWant(words, i, lexicon, hasSpoken);
    if (want?.strength === 'talk') {
      if (current?.kind === 'role') return finish('speaker', i);
    } else if (want !== null) {
      const isBeforeRole = done.role === null && matchRoleOpener(words, want.next, lexicon) > 0;
      const verdict =
        isBeforeRole && want.strength === 'want' ? 'take' : judgeWant(want, word, i, current);
      if (verdict === 'take') return take(want, i);
      if (verdict === 'keep') fallback ??= { want, index: i };
      if (verdict !== 'no') continue;
    }
    if (word.afterStop && i > 0) return finish('end', i);
    if (current === null) {
      // "Ich als Kunde möchte …": the role comes next.
      if (i === 0 && lexicon.sets.subjects.has(word.text)) continue;
      return finish('end', i);
    }
    if (current.kind !== 'role') continue;
    if (lexicon.role.relatives.has(word.text)) inRelative = true;
    if (inRelative || i <= current.first) continue;
    if (lexicon.sets.subjects.has(word.text)) return finish('speaker', i);
    if (lexicon.role.otherSubjects.has(word.text)) return finish('speaker', i);
    if (isVerb(words, i, lexicon)) return finish('verb', i);
  }
  return finish('end', words.length);
}

function judgeWant(
  want: ClauseWant,
  word: Word,
  index: number,
  current: OpenClause | null,
): 'take' | 'keep' | 'pass' | 'no' {
  if (current === null) return index === 0 || word.afterBreak ? 'take' : 'no';
  if (current.kind === 'role')
    return index > current.first || want.strength === 'want' ? 'take' : 'no';
  // The clause's own subject: "wenn ich will, …".
  if (index <= current.first) return 'pass';
  if (word.afterBreak) return 'take';
  return want.strength === 'want' ? 'keep' : 'pass';
}

function openClause(
  words: readonly Word[],
  at: number,
  current: OpenClause | null,
  done: {
    readonly role: ClauseRole | null;
    readonly benefit: Span | null;
    readonly condition: Span | null;
  },
  lexicon: ClauseWords,
  opensWith: Kind | 'want',
): OpenClause | null {
  const word = words[at];
  if (word === undefined) return null;
  const isFirst = at === 0;
  if (isFirst && opensWith === 'condition') return openCondition(words, at, lexicon);
  const hasRole = done.role !== null || current?.kind === 'role';
  const opener = hasRole ? 0 : matchRoleOpener(words, at, lexicon);
  if (opener > 0) {
    const { article, next } = readClauseArticle(words, at + opener, lexicon);
    const isStrong = !isWeak(words, at, lexicon);
    const isFree = isFirst || word.afterBreak || (isStrong && current !== null);
    const isSubject = at === 1 && lexicon.sets.subjects.has(words[0]?.text ?? '');
    if (isFree || isSubject || (current !== null && article === 'indefinite')) {
      return {
        kind: 'role',
        first: next,
        from: words[next - 1]?.end ?? word.end,
        article,
        isStrong,
      };
    }
  }
  if (!isFirst && current === null) return null;
  if (current !== null && at <= current.first) return null;
  const hasBenefit = done.benefit !== null || current?.kind === 'benefit';
  const benefit = hasBenefit ? null : clauseBenefitAt(words, at, lexicon);
  if (benefit !== null) {
    const first = words.findIndex((other) => other.start >= benefit.end);
    return {
      kind: 'benefit',
      first: first === -1 ? words.length : first,
      from: benefit.end,
      article: 'none',
      isStrong: true,
    };
  }
  const hasCondition = done.condition !== null || current?.kind === 'condition';
  if (hasCondition) return null;
  const opens =
    matchPhrase(lexicon.conditions, words, at) > 0 ||
    (word.afterBreak && !isFirst && lexicon.sets.commaConditions.has(word.text));
  return opens ? openCondition(words, at, lexicon) : null;
}

function openCondition(words: readonly Word[], at: number, lexicon: ClauseWords): OpenClause {
  const taken = Math.max(1, matchPhrase(lexicon.conditions, words, at));
  const from = words[at]?.start ?? 0;
  return { kind: 'condition', first: at + taken, from, article: 'none', isStrong: true };
}

function store(
  done: { role: ClauseRole | null; benefit: Span | null; condition: Span | null },
  open: OpenClause,
  words: readonly Word[],
  index: number,
  end: number,
): void {
  const to = Math.max(open.from, words[index]?.start ?? end);
  if (open.kind === 'role') done.role = roleOf(open, words, index, to);
  else done[open.kind] = [open.from, to];
}

function roleOf(open: OpenClause, words: readonly Word[], index: number, to: number): ClauseRole {
  const { article, isStrong, from } = open;
  return { article, isStrong, words: words.slice(open.first, index), from, to };
}

/** "ich möchte *als Kunde* …", "je veux, *en tant que client*, …". */
function readInlineRole(
  words: readonly Word[],
  at: number,
  end: number,
  lexicon: ClauseWords,
): { readonly role: ClauseRole; readonly wantFrom: number } | null {
  const opener = matchRoleOpener(words, at, lexicon);
  if (opener === 0) return null;
  const { article, next } = readClauseArticle(words, at + opener, lexicon);
  const last = findInlineRoleEnd(words, at, next, lexicon);
  const from = words[next - 1]?.end ?? end;
  const to = words[last]?.start ?? end;
  const isStrong = !isWeak(words, at, lexicon);
  return { role: { article, isStrong, words: words.slice(next, last), from, to }, wantFrom: to };
}
