import { type MarkdownLine, scanMarkdown } from '../text/markdown-lines.js';
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
const DIRECTIVE =
  /^<!--\s{0,20}storymark-(disable-next-line|disable-file|disable|enable)\b([\s\S]{0,2000})-->$/;

/** Cheap and not final: whether a file says anything to the checks. */
export function mayHoldDirectives({ text, bodyStart, item }: Subject): boolean {
  return item?.document.field(FIELD) !== undefined || text.includes(MARK, bodyStart);
}

/**
 * The suppressions a file holds: `<!-- storymark-disable-next-line RULE, RULE -- reason -->`,
 * `disable` up to `enable` or the file's end, `disable-file`, and `check-disable: [RULE]` in the
 * frontmatter. Without a rule's name they silence all. Comments in code fences are examples.
 */
export function readDirectives(subject: Subject): readonly Directive[] {
  const { text, bodyStart, item } = subject;
  const directives = item === null ? [] : readField(item.document.field(FIELD));
  if (!text.includes(MARK, bodyStart)) return directives;
  const body = text.slice(bodyStart);
  const { lines, comments } = scanMarkdown(body);
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
  for (const comment of comments) {
    if (directives.length > MOST_DIRECTIVES) break;
    const hit = DIRECTIVE.exec(body.slice(...comment));
    if (hit === null) continue;
    const kind = hit[1] as DirectiveKind;
    const [start, end] = [comment[0] + bodyStart, comment[1] + bodyStart];
    const at = { span: [start, end] as const };
    for (const rule of readRuleNames(hit[2] ?? '')) {
      const key = `${start} ${rule ?? ''}`;
      if (kind === 'enable') close(rule, start);
      else if (kind === 'disable') {
        if (!open.has(rule ?? '')) open.set(rule ?? '', { start: end, at, key });
      } else {
        const over =
          kind === 'disable-file' ? null : nextParagraph(body, lines, comment[1], bodyStart);
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

/** The line after a comment, or the paragraph that is wrapped over several; offsets in the file. */
function nextParagraph(
  body: string,
  lines: readonly MarkdownLine[],
  end: number,
  bodyStart: number,
): Span {
  const first = lines.findIndex(({ start, kind }) => start >= end && kind !== 'blank');
  const opening = lines[first];
  if (opening === undefined) return [bodyStart + end, bodyStart + end];
  let last = opening;
  for (const line of lines.slice(first + 1)) {
    const goesOn =
      line.kind === 'text' &&
      last.kind === 'text' &&
      line.marker === -1 &&
      body[line.content] !== '|';
    if (!goesOn) break;
    last = line;
  }
  return [bodyStart + opening.start, bodyStart + last.end + 1];
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
        return { message: `${name} names an unknown rule: "${rule}".${didYouMean(rule, ids)}`, at };
      }
      return {
        message: `${name} suppresses nothing${rule === null ? '' : ` of ${rule}`}: remove it`,
        at,
      };
    });
}
