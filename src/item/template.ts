import { type Result, success } from '../text/problem.js';
import { readDocument } from './document.js';
import type { Fields } from './value.js';

/** A template as read: what a new document starts from. */
export interface Template {
  readonly name: string;
  /** One line that says what it is for. */
  readonly summary: string;
  /** Fields a new document takes over: type, status, defaults. */
  readonly fields: Fields;
  readonly body: string;
  /** The file as it stands. */
  readonly text: string;
}

const placeholder = /\{\{\s*([a-z-]+)\s*\}\}/g;

/** Reads `templates/<name>.md`; `template:` in its frontmatter is its summary, not a field. */
export function readTemplate(name: string, path: string, text: string): Result<Template> {
  const document = readDocument(path, text);
  if (!document.ok) return document;
  const { template, ...fields } = document.value.fields;
  const body = document.value.text.slice(document.value.bodyStart);
  return success({
    name,
    summary: typeof template === 'string' ? template : '',
    fields,
    body,
    text,
  });
}

/** The names of the placeholders in a template's body, in order. */
export function listPlaceholders({ body }: Template): readonly string[] {
  return [...new Set([...body.matchAll(placeholder)].map((match) => match[1] ?? ''))];
}

type Answers = Readonly<Record<string, string | undefined>>;

/**
 * A template's body with its placeholders filled. A line that holds an unanswered placeholder is
 * left out whole: a placeholder never stands in a document as if it were an answer. Its guidance,
 * a comment on the line above, stays to help whoever fills it later, and goes where it is filled.
 */
export function fillTemplate({ body }: Template, answers: Answers): string {
  const filled: string[] = [];
  for (const line of body.split('\n')) {
    const names = [...line.matchAll(placeholder)].map((match) => match[1] ?? '');
    if (names.some((name) => answerOf(answers, name) === '')) continue;
    if (names.length > 0 && isGuidance(filled.at(-1))) filled.pop();
    filled.push(names.length === 0 ? line : fillLine(line, answers));
  }
  return filled
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n*$/, '\n');
}

function isGuidance(line: string | undefined): boolean {
  return line !== undefined && /^<!--.*-->$/.test(line);
}

/** An answer of several lines keeps what stands before its placeholder, as a quote's `> `. */
function fillLine(line: string, answers: Answers): string {
  const prefix = /^[>\s]*/.exec(line)?.[0] ?? '';
  return line.replace(placeholder, (_, name: string) =>
    answerOf(answers, name).split('\n').join(`\n${prefix}`),
  );
}

/** `{{constructor}}` is a placeholder as any other, though every object has such a key. */
function answerOf(answers: Answers, name: string): string {
  return Object.hasOwn(answers, name) ? (answers[name]?.trim() ?? '') : '';
}
