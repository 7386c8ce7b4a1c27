import type { Document as YamlDocument } from 'yaml';
import { failure, type Problem, type Result, success } from '../../text/problem.js';
import { positionAt } from '../../text/span.js';
import { applySplices } from '../../text/splice.js';
import { type Document, readDocument } from '../document.js';
import { fieldRules, fitToField } from '../scalar-rule.js';
import { emptyMap, type Fields, isEqualValue, isMap, type Value, valueAt } from '../value.js';
import { parseBlock, readTree } from '../yaml/yaml-tree.js';
import type { Draft } from './edit-draft.js';
import { planEdit } from './edit-plan.js';

export { createDocumentText } from '../new-document.js';

/** Sets the value at `path` (one key, or keys of nested maps), or removes the key when undefined. */
export interface FieldEdit {
  readonly path: readonly [string, ...string[]];
  readonly value: Value | undefined;
}

/**
 * The file's text after the edits, made one after the other. Only bytes of the fields asked for
 * change; the new text is read again and must differ in exactly these fields, or it is a problem
 * and nothing should be written. `keyOrder` says where new keys go: after the nearest earlier key
 * that is there, else last; `score.value` orders the keys of a nested map.
 */
export function editFields(
  document: Document,
  edits: readonly FieldEdit[],
  keyOrder: readonly string[],
): Result<string> {
  let current = document;
  for (const { path, value } of edits) {
    const edit = { path, value: value === undefined ? value : fitToField(path, value) };
    for (const part of splitMapEdit(current.fields, edit)) {
      const step = applyEdit(current, part, keyOrder);
      if (!step.ok) return step;
      current = step.value;
    }
  }
  return success(current.text);
}

/** The file's text with another body; the frontmatter stays byte for byte. */
export function replaceBody(document: Document, body: string): string {
  const head = document.text.slice(0, document.bodyStart);
  return head.endsWith('\n') || body === '' ? head + body : head + lineEndOf(document) + body;
}

/** A map in the place of a map changes key by key, so that comments and styles in it stay. */
function splitMapEdit(fields: Fields, edit: FieldEdit): readonly FieldEdit[] {
  const { path, value } = edit;
  const old = valueAt(fields, path);
  if (!isMap(old) || !isMap(value)) return [edit];
  const keys = Object.keys(value);
  if (!keys.some((key) => Object.hasOwn(old, key))) return [edit];
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(value, key));
  return [
    ...keys.flatMap((key) => splitMapEdit(fields, { path: [...path, key], value: value[key] })),
    ...gone.map((key): FieldEdit => ({ path: [...path, key], value: undefined })),
  ];
}

function applyEdit(
  document: Document,
  { path, value }: FieldEdit,
  keyOrder: readonly string[],
): Result<Document> {
  if (isEqualValue(valueAt(document.fields, path), value)) return success(document);
  const expected = withValue(document.fields, path, value);
  if (!isReadAs(document, document.fields)) {
    return failure(
      problemAt(document, 0, 'this frontmatter cannot be edited safely: edit the file by hand'),
    );
  }
  const tree = parseBlock(blockOf(document));
  let reason = 'the edit would change other values: edit the file by hand';
  for (const form of ['readable', 'safe'] as const) {
    const draft = startDraft(document, tree, keyOrder, form);
    const plan = planEdit(draft, document.fields, path, value);
    if (!plan.ok) return failure(problemAt(document, plan.offset, plan.message));
    const text = joinBlock(document, applySplices(draft.block, plan.splices));
    const next = readDocument(document.path, text);
    if (!next.ok) reason = next.problems[0]?.message ?? reason;
    else if (isReadAs(next.value, expected)) return next;
  }
  return failure(
    problemAt(document, 0, `“${path.join('.')}” cannot be set to this value: ${reason}`),
  );
}

function startDraft(
  document: Document,
  tree: YamlDocument.Parsed,
  keyOrder: readonly string[],
  form: Draft['form'],
): Draft {
  return {
    block: blockOf(document),
    tree,
    eol: lineEndOf(document),
    lineOf: (offset) => positionAt(document.text, document.yamlStart + offset).line,
    keyOrder,
    form,
  };
}

function blockOf({ text, yamlStart, yamlEnd }: Document): string {
  return text.slice(yamlStart, yamlEnd);
}

function joinBlock({ text, yamlStart, yamlEnd }: Document, block: string): string {
  return text.slice(0, yamlStart) + block + text.slice(yamlEnd);
}

/** The line end of the first line, the opening fence. */
function lineEndOf({ text, yamlStart }: Document): string {
  return text.slice(0, yamlStart).endsWith('\r\n') ? '\r\n' : '\n';
}

/** Whether both readers read these fields. */
function isReadAs(document: Document, fields: Fields): boolean {
  if (!isEqualValue(document.fields, fields)) return false;
  const tree = parseBlock(blockOf(document));
  if (tree.errors.length > 0) return false;
  // The reader has counted: at most 100 aliases and 10,000 values.
  return isEqualValue(readTree(tree, fieldRules) ?? {}, fields);
}

function withValue(fields: Fields, path: readonly string[], value: Value | undefined): Fields {
  const [key, ...rest] = path as [string, ...string[]];
  const copy = Object.assign(emptyMap(), fields);
  if (rest.length > 0) {
    const inner = copy[key];
    if (isMap(inner)) copy[key] = withValue(inner, rest, value);
    else if (value !== undefined) copy[key] = withValue(emptyMap(), rest, value);
  } else if (value === undefined) {
    delete copy[key];
  } else {
    copy[key] = value;
  }
  return copy;
}

function problemAt(document: Document, offset: number, message: string): Problem {
  const { line, column } = positionAt(document.text, document.yamlStart + offset);
  return { kind: 'data', message, path: document.path, line, column };
}
