import type { Span } from '../text/span.js';
import { didYouMean } from '../text/suggest.js';
import type { Report, Subject } from './define-rule.js';

type DirectiveKind = 'disable-next-line' | 'disable' | 'enable' | 'disable-file' | 'check-disable';

/** One rule silenced (null: all of them) over a part of a file. */
export interface Directive {
  readonly kind: DirectiveKind;
  readonly rule: string | null;
  /** Where it holds, as offsets in the file; null is the whole file, its frontmatter too. */
  readonly over: Span | null;
  /** The place it is written at. */
  readonly at: Report['at'];
  /** Unlike any other directive's. */
  readonly key: string;
}

const FIELD = 'check-disable';
const MARK = 'storymark-';
/** More of them in one file are not read: each finding is held against each. */
const MOST_DIRECTIVES = 2_000;
const COMMENT =
  /<!--[ \t\r\n]{0,20}storymark-(disable-next-line|disable-file|disable|enable)\b((?:(?!-->)[\s\S]){0,2000})-->/g;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Cheap and not final: whether a file says anything to the checks. */
export function mayHoldDirectives({ text, bodyStart, item }: Subject): boolean {
  return item?.document.fields[FIELD] !== undefined || text.includes(MARK, bodyStart);
}

/**
 * The suppressions a file holds: `<!-- storymark-disable-next-line RULE, RULE -- reason -->`,
 * `disable` up to `enable` or the file's end, `disable-file`, and `check-disable: [RULE]` in the
 * frontmatter. Without a rule's name they silence all. Comments in code fences are examples.
 */
export function readDirectives(subject: Subject): readonly Directive[] {
  const { text, bodyStart, item } = subject;
  const directives = item === null ? [] : readField(item.document.fields[FIELD]);
  if (!text.includes(MARK, bodyStart)) return directives;
  const fences = findFences(text, bodyStart);
  const open = new Map<string, { start: number; at: Report['at']; key: string }>();
  const close = (rule: string | null, end: number) => {
    for (const name of rule === null ? [...open.keys()] : [rule]) {
      const begun = open.get(name);
      if (begun === undefined) continue;
      open.delete(name);
      const { start, at, key } = begun;
      directives.push({ kind: 'disable', rule: name || null, over: [start, end], at, key });
    }
  };
  COMMENT.lastIndex = bodyStart;
  for (let hit = COMMENT.exec(text); hit !== null; hit = COMMENT.exec(text)) {
    if (directives.length > MOST_DIRECTIVES) break;
    const start = hit.index;
    if (fences.some((fence) => fence[0] <= start && start < fence[1])) continue;
    const kind = hit[1] as DirectiveKind;
    const end = start + hit[0].length;
    const at = { span: [start, end] as const };
    for (const rule of readRuleNames(hit[2] ?? '')) {
      const key = `${start} ${rule ?? ''}`;
      if (kind === 'enable') close(rule, start);
      else if (kind === 'disable') {
        if (!open.has(rule ?? '')) open.set(rule ?? '', { start: end, at, key });
      } else {
        const over = kind === 'disable-file' ? null : nextParagraph(text, end);
        directives.push({ kind, rule, over, at, key });
      }
    }
  }
  close(null, text.length + 1);
  return directives;
}

function readField(value: unknown): Directive[] {
  const names = Array.isArray(value) ? value : [value];
  return names.flatMap((rule, index) => {
    if (typeof rule !== 'string' || rule === '') return [];
    const field = Array.isArray(value) ? [FIELD, String(index)] : [FIELD];
    return [{ kind: FIELD, rule, over: null, at: { field }, key: `${FIELD} ${index}` }];
  });
}

/** `RULE, RULE -- reason`; no name at all means every rule. */
function readRuleNames(text: string): readonly (string | null)[] {
  const [names = ''] = text.split(/(?:^|\s)--(?:\s|$)/, 1);
  const found = names.split(/[\s,]+/).filter((name) => name !== '');
  return found.length === 0 ? [null] : found;
}

/** The line after the comment, or the paragraph that is wrapped over several. */
function nextParagraph(text: string, from: number): Span {
  const rest = /[^\n]*\n?(?:[ \t\r]*\n)*/y;
  rest.lastIndex = from;
  rest.exec(text);
  const start = rest.lastIndex;
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = text.slice(end + 1, Math.min(lineEnd(text, end + 1), end + 200));
    if (next.trim() === '' || /^\s*(?:[-*+>|#]|\d+[.)]\s|<!--|```|~~~)/.test(next)) break;
    end = lineEnd(text, end + 1);
  }
  return [start, end + 1];
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

function findFences(text: string, from: number): readonly Span[] {
  const found: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | null = null;
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + 200));
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence === null) {
      if (mark !== '') fence = { mark, start: at };
    } else if (mark.startsWith(fence.mark) && line.trim() === mark) {
      found.push([fence.start, end]);
      fence = null;
    }
    at = end + 1;
  }
  if (fence !== null) found.push([fence.start, text.length]);
  return found;
}

/** Whether a finding is silenced; `offset` is null for one about the frontmatter. */
export function isSuppressed(
  directives: readonly Directive[],
  rule: string,
  offset: number | null,
  used: Set<string>,
): boolean {
  let suppressed = false;
  for (const directive of directives) {
    if (directive.rule !== null && directive.rule !== rule) continue;
    const { over } = directive;
    if (over !== null && (offset === null || offset < over[0] || offset >= over[1])) continue;
    used.add(directive.key);
    suppressed = true;
  }
  return suppressed;
}

/** What silences nothing is reported: it hides the next defect there. */
export function findUnusedDirectives(
  directives: readonly Directive[],
  used: ReadonlySet<string>,
  ids: readonly string[],
): readonly Report[] {
  return directives
    .filter(({ key, rule }) => !used.has(key) && rule !== 'check/unused-disable')
    .map(({ kind, rule, at }) => {
      const name = kind === FIELD ? FIELD : `storymark-${kind}`;
      if (rule !== null && !ids.includes(rule)) {
        return { message: `${name} names no rule: "${rule}".${didYouMean(rule, ids)}`, at };
      }
      return {
        message: `${name} silences nothing${rule === null ? '' : ` of ${rule}`}: remove it`,
        at,
      };
    });
}
