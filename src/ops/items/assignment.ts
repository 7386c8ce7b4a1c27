import type { Backlog } from '../../backlog/backlog.js';
import { findItem, findOfType, findStakeholder, matchesReference } from '../../backlog/lookup.js';
import { isOrderKey } from '../../backlog/order-key.js';
import { isWorkItem, kindOf, statusesOf } from '../../backlog/workflow.js';
import { type FieldSpec, type FieldType, fieldsOf, referenceTargets } from '../../item/field.js';
import type { Item } from '../../item/item.js';
import { isWorkKind, type Kind } from '../../item/kind.js';
import { asDeclared, type ScalarRule } from '../../item/scalar-rule.js';
import { entriesOf, isEqualValue, isList, isMap, plainText, type Value } from '../../item/value.js';
import { readYamlFile } from '../../item/yaml/read-yaml.js';
import { withArticle } from '../../text/article.js';
import { isDay } from '../../text/date.js';
import { isBlank, stripUnprintable } from '../../text/printable.js';
import { collect, failure, type Result, success, usage } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';

/** `points=5`, `labels+=api`, `labels-=api`, `due=` (removes), `score.value=8`. */
export interface Assignment {
  readonly path: readonly [string, ...string[]];
  readonly operator: '=' | '+=' | '-=';
  readonly text: string;
}

export function parseAssignment(word: string): Result<Assignment> {
  // A dash belongs to the key only before another letter: `labels-=api` takes `api` off `labels`.
  const match = /^(\w+(?:-\w+)*(?:\.\w+(?:-\w+)*)*)(\+=|-=|=)(.*)$/s.exec(word);
  const [, path, operator, text] = match ?? [];
  if (path === undefined || operator === undefined || text === undefined) {
    return usage(`"${word}" is not an assignment: write key=value, key+=value or key= to remove`);
  }
  return success({
    path: path.split('.') as [string, ...string[]],
    operator: operator as Assignment['operator'],
    text: text.trim(),
  });
}

export function parseAssignments(words: readonly string[]): Result<readonly Assignment[]> {
  return collect(words.map(parseAssignment));
}

/** The document an assignment is for: an existing one, or one about to be. */
export interface Target {
  readonly id: string;
  readonly type: string;
  readonly fields: Item['document']['fields'];
}

/**
 * The value an assignment gives the target's field: typed as the field is, references resolved to
 * whole ids, and nothing the rest of the program could not work with.
 */
export function evaluateAssignment(
  backlog: Backlog,
  target: Target,
  assignment: Assignment,
): Result<Value | undefined> {
  const { path, operator, text } = assignment;
  const key = path[0];
  const kind = kindOf(backlog.settings, target.type);
  if (!kind) return usage(`unknown type "${target.type}" of ${target.id}`);
  const spec = specOf(backlog, kind, key);
  if (!spec) {
    const known = Object.keys(fieldsOf(kind));
    return usage(
      `unknown field "${key}" for ${target.id}.${didYouMean(key, known)} ` +
        `(${known.join(', ')}; declare custom fields under fields: in backlog.yaml)`,
    );
  }
  if (key === 'id') return usage('an id cannot be changed: other files refer to it');
  if (path.length > 1 && spec.type !== 'map') {
    return usage(`${key} has no named values: write ${key}=…`);
  }
  if (operator !== '=' && spec.type !== 'list') {
    return usage(`${key} is not a list: write ${key}=${text}`);
  }
  const writer = Object.hasOwn(writers, key) ? writers[key] : undefined;
  if (writer !== undefined) return usage(`${key} is managed by ${writer}`);
  if (spec.type === 'list') return evaluateList(backlog, target, assignment);
  if (text === '') {
    return key === 'title' || key === 'type'
      ? usage(`${key} cannot be removed`)
      : success(undefined);
  }
  if (path.length > 1) return success(readFlow(text) ?? readPlain(text));
  if (spec.type === 'map') {
    const map = readFlow(text);
    if (isMap(map)) return success(map);
  }
  if (spec.choices) return evaluateChoice(key, spec.choices, text);
  const value = evaluateSingle(backlog, target, kind, key, spec.type, text);
  if (!value.ok || Object.hasOwn(fieldsOf(kind), key)) return value;
  // A field of the team's own that says so already stays as it is written: `version: 2`.
  const now = target.fields[key] ?? null;
  return isEqualValue(asDeclared(spec.type, now), value.value) ? success(now) : value;
}

/** Fields that keep a history, or whose change has conditions. */
const writers: Readonly<Record<string, string>> = {
  sprints: 'the sprint commands',
  stage: 'storymark stage, which looks at its gates',
  stages: 'storymark stage',
  readings: 'storymark goal measure',
  estimates: 'storymark estimate',
};

function specOf(backlog: Backlog, kind: Kind, key: string): Omit<FieldSpec, 'merge'> | undefined {
  const known = fieldsOf(kind);
  if (Object.hasOwn(known, key)) return known[key];
  const { fields } = backlog.settings;
  const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return type && { type, summary: '' };
}

function evaluateSingle(
  backlog: Backlog,
  target: Target,
  kind: Kind,
  key: string,
  type: FieldType,
  text: string,
): Result<Value> {
  if (key === 'status') return evaluateStatus(backlog, target, text);
  if (key === 'rank' && !isOrderKey(text)) {
    return usage(`rank: "${text}" is not an order key; to place an item use storymark move`);
  }
  if (key === 'type') return evaluateType(backlog, kind, text);
  if (Object.hasOwn(referenceTargets, key)) return resolveReference(backlog, key, text);
  switch (type) {
    case 'number':
      return evaluateNumber(key, text);
    case 'day':
      return isDay(text) ? success(text) : usage(`${key}: expected a date such as 2026-11-24`);
    case 'text':
      return evaluateText(key, text);
    case 'flag':
      return evaluateFlag(key, text);
    case 'map':
      return usage(`${key} has named values: write ${key}.name=value`);
    case 'records':
      return usage(`${key} is managed by the sprint commands`);
    case 'list':
      return usage(`${key} is a list`);
    default:
      return type satisfies never;
  }
}

function evaluateStatus(backlog: Backlog, { id, type }: Target, text: string): Result<string> {
  const known = Object.keys(statusesOf(backlog.settings, type));
  if (known.includes(text)) return success(text);
  const list = known.length === 0 ? 'this type has none' : known.join(', ');
  return usage(`unknown status "${text}" for ${id}.${didYouMean(text, known)} (${list})`);
}

/** A work item may become another kind of work item; its id and place stay. */
function evaluateType(backlog: Backlog, kind: Kind, text: string): Result<string> {
  const known = backlog.settings.kinds.filter(isWorkKind).map(({ type }) => type);
  if (isWorkKind(kind) && known.includes(text)) return success(text);
  if (!isWorkKind(kind)) return usage(`a ${kind.type} cannot change its type`);
  return usage(`unknown type "${text}".${didYouMean(text, known)} (${known.join(', ')})`);
}

function evaluateNumber(key: string, text: string): Result<number> {
  const number = Number(text);
  return Number.isFinite(number) && number >= 0
    ? success(number)
    : usage(`${key}: expected a number of 0 or more, not "${text}"`);
}

function evaluateChoice(key: string, choices: readonly string[], text: string): Result<string> {
  const word = text.toLowerCase().replaceAll(' ', '-');
  if (choices.includes(word)) return success(word);
  return usage(
    `${key}: unknown value "${text}".${didYouMean(word, choices)} (${choices.join(', ')})`,
  );
}

function evaluateFlag(key: string, text: string): Result<boolean> {
  if (/^(?:true|yes)$/i.test(text)) return success(true);
  if (/^(?:false|no)$/i.test(text)) return success(false);
  return usage(`${key}: expected true or false, not "${text}"`);
}

/** Titles and the like are one line that a person can see. */
export function evaluateText(key: string, text: string): Result<string> {
  if (isBlank(text)) return usage(`${key === 'title' ? 'the title' : key} is empty`);
  if (stripUnprintable(text) !== text || /[\r\n]/.test(text)) {
    return usage(`${key}: control characters and line breaks are not allowed`);
  }
  return success(text);
}

function evaluateList(
  backlog: Backlog,
  target: Target,
  { path: [key], operator, text }: Assignment,
): Result<readonly Value[] | undefined> {
  const now = entriesOf(target.fields[key]);
  if (now.some((one) => typeof one === 'object' && one !== null)) {
    return usage(`${key} has more than text values: edit the file`);
  }
  const given = readFlowTexts(text) ?? text.split(',');
  const parts = given.map((part) => part.trim()).filter((part) => part !== '');
  const isReference = Object.hasOwn(referenceTargets, key);
  const resolved = parts.map((part) =>
    isReference && operator !== '-='
      ? resolveReference(backlog, key, part)
      : evaluateText(key, part),
  );
  const all = collect(resolved);
  if (!all.ok) return all;
  const values = all.value;
  const isNamed = isReference ? matchesReference : sameText;
  const next = combineLists(now, operator, values, isNamed);
  return success(next.length === 0 ? undefined : next);
}

/** What is there and stays is not written anew: a number stays one. */
function combineLists(
  now: readonly Value[],
  operator: Assignment['operator'],
  values: readonly string[],
  isNamed: (entry: string, value: string) => boolean,
): readonly Value[] {
  const written = now.map(plainText);
  switch (operator) {
    case '=':
      return [...new Set(values)];
    case '+=':
      return [...now, ...new Set(values.filter((value) => !written.includes(value)))];
    case '-=': {
      const gone = new Set(values.flatMap((value) => findEntries(written, value, isNamed)));
      return now.filter((_, index) => !gone.has(written[index] ?? ''));
    }
    default:
      return operator satisfies never;
  }
}

/** An entry written out is that one alone, though its beginning may name others too. */
function findEntries(
  entries: readonly string[],
  value: string,
  isNamed: (entry: string, value: string) => boolean,
): readonly string[] {
  const exact = entries.filter((entry) => sameText(entry, value));
  return exact.length > 0 ? exact : entries.filter((entry) => isNamed(entry, value));
}

function sameText(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

function resolveReference(backlog: Backlog, key: string, text: string): Result<string> {
  const wanted = referenceTargets[key] ?? 'item';
  const found = findReferenced(backlog, wanted, text);
  if (found.ok) return success(found.value.id);
  return failure(...found.problems.map((one) => ({ ...one, message: `${key}: ${one.message}` })));
}

function findReferenced(backlog: Backlog, wanted: string, text: string): Result<Item> {
  if (wanted === 'stakeholder') return findStakeholder(backlog, text);
  if (wanted !== 'item') return findOfType(backlog, wanted, text);
  const found = findItem(backlog, text);
  if (!found.ok || isWorkItem(backlog.settings, found.value)) return found;
  const { id, type } = found.value;
  return usage(`${id} is ${withArticle(type)}, not a work item`);
}

/** `[a, "b, c"]` and `{A: 7, O: 33}`: the value as it stands in a file; undefined for other text. */
function readFlow(text: string, rule?: ScalarRule): Value | undefined {
  if (!/^(?:\[.*\]|\{.*\})$/s.test(text) || /[\r\n]/.test(text)) return undefined;
  const read = readYamlFile('', `value: ${text}\n`, rule);
  return read.ok ? read.value['value'] : undefined;
}

function readFlowTexts(text: string): readonly string[] | null {
  const list = readFlow(text, 'text');
  if (!isList(list) || list.some((one) => typeof one === 'object')) return null;
  return list.map(plainText);
}

/** A number where the text is one, else the text: scores are typed by their model, not here. */
function readPlain(text: string): Value {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}
