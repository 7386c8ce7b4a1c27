import type { FileChange } from '../../backlog/change-set.js';
import { parseSettings, type Settings, settingNames } from '../../backlog/settings.js';
import { readDocument } from '../../item/document.js';
import { editFields } from '../../item/edit/edit.js';
import { isMap, type Value, valueAt } from '../../item/value.js';
import { readYamlFile } from '../../item/yaml/read-yaml.js';
import { type Result, success, usage } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';

const path = 'backlog.yaml';

/** What a dotted key (`sprint.length`) says, defaults included; undefined where nothing is set. */
export function readSetting(settings: Settings, key: string): Result<Value | undefined> {
  const keys = splitKey(key);
  if (!keys.ok) return keys;
  return success(valueAt(settings as unknown as { [key: string]: Value }, keys.value));
}

/**
 * `backlog.yaml` with one key set, or removed where `text` is empty: comments, order and every
 * other byte stay. The result is judged as the program judges it when it starts.
 *
 * @param file the text of `backlog.yaml`
 * @param text the value as YAML has it: `20`, `strict`, `[1, 2, 3]`
 */
export function changeSetting(file: string, key: string, text: string): Result<FileChange> {
  const keys = splitKey(key);
  if (!keys.ok) return keys;
  const value = readValue(text);
  if (!value.ok) return value;
  const closing = file === '' || file.endsWith('\n') ? '---\n' : '\n---\n';
  const document = readDocument(path, opening + file + closing);
  if (!document.ok) return document;
  const edits = [{ path: keys.value, value: value.value }];
  const edited = editFields(document.value, edits, settingNames);
  if (!edited.ok) return edited;
  const after = edited.value.slice(opening.length, edited.value.length - closing.length);
  const fields = readYamlFile(path, after);
  if (!fields.ok) return fields;
  const settings = parseSettings(fields.value, after);
  return settings.ok ? success({ path, before: file, after }) : settings;
}

/** The editor of fields edits frontmatter: the file becomes some for as long as it takes. */
const opening = '---\n';

function splitKey(key: string): Result<[string, ...string[]]> {
  const [first = '', ...rest] = key.split('.');
  if (settingNames.includes(first) && rest.every((part) => part !== '')) {
    return success([first, ...rest]);
  }
  const list = settingNames.join(', ');
  return usage(`there is no setting "${key}".${didYouMean(first, settingNames)} (${list})`);
}

function readValue(text: string): Result<Value | undefined> {
  if (text.trim() === '') return success(undefined);
  const fields = readYamlFile(path, `value: ${text}\n`);
  const only = fields.ok && Object.keys(fields.value).length === 1 ? fields.value['value'] : null;
  if (only === null || only === undefined) return usage(`"${text}" is not valid YAML`);
  return success(only);
}

/** A value for a person or a script: texts as they are, lists and maps as JSON. */
export function formatSetting(value: Value | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Every setting under its dotted key; lists are one value. */
export function flattenSettings(value: Value, key = ''): readonly (readonly [string, Value])[] {
  if (!isMap(value) || (Object.keys(value).length === 0 && key !== '')) return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) =>
    flattenSettings(inner, key === '' ? name : `${key}.${name}`),
  );
}
