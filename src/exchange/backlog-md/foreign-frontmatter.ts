import type { Fields, Value } from '../../item/value.js';
import { readYamlFile } from '../../item/yaml/read-yaml.js';

export interface ForeignDocument {
  readonly fields: Fields;
  readonly body: string;
  /** Lines of the frontmatter that nobody could read, as they stand. */
  readonly unread: string;
}

/**
 * Another program's frontmatter, whose authors never asked our reader: read strictly first, then
 * key by key, each as it stands or with its value in quotes (`assignee: @mia`). Null where there is
 * none.
 */
export function readForeignDocument(text: string): ForeignDocument | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  if (!/^---\s*$/.test(lines[0] ?? '')) return null;
  const fence = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line));
  // Never closed: it ends before the first line that cannot belong to it.
  const end = fence === -1 ? lines.findIndex((line, at) => at > 0 && !isKeyLine(line)) : fence;
  const block = lines.slice(1, end === -1 ? undefined : end);
  const body = end === -1 ? [] : lines.slice(fence === -1 ? end : end + 1);
  return { ...readBlock(block), body: body.join('\n') };
}

const key = /^(['"]?)([A-Za-z_][\w -]*)\1\s*:(?:\s+(.*))?$/;

function isKeyLine(line: string): boolean {
  return key.test(line) || /^(?:\s+\S|- |#)/.test(line);
}

function readBlock(lines: readonly string[]): Pick<ForeignDocument, 'fields' | 'unread'> {
  const whole = readYaml(lines);
  if (whole !== null) return { fields: whole, unread: '' };
  const fields: Record<string, Value> = {};
  const unread: string[] = [];
  const groups = groupByKey(lines);
  for (const all of groups) {
    const group = all.filter(isKeyLine);
    unread.push(...all.filter((line) => line.trim() !== '' && !isKeyLine(line)));
    const read = readYaml(group) ?? readYaml(quoteValues(group));
    const isNew = read !== null && Object.keys(read).every((name) => !Object.hasOwn(fields, name));
    if (isNew) Object.assign(fields, read);
    else unread.push(...group);
  }
  return { fields, unread: unread.join('\n') };
}

/** Versions and labels are texts whatever they look like: `1.10` and `007` stay so. */
function readYaml(lines: readonly string[]): Fields | null {
  const read = readYamlFile('', `${lines.join('\n')}\n`, 'text');
  return read.ok ? read.value : null;
}

/** Each key's line with those that belong to it. */
function groupByKey(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || key.test(line)) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

/** `assignee: @mia`, `title: Fix: it`, `- @mia` and `[@mia, bo]` with their values in quotes. */
function quoteValues(lines: readonly string[]): readonly string[] {
  return lines.map((line) => {
    const plain = line.replaceAll('\t', '  ');
    const [, start = '', value = ''] =
      /^((?:['"]?[A-Za-z_][\w -]*['"]?\s*:|\s*-)\s+)(.+?)\s*$/.exec(plain) ?? [];
    if (value === '' || /^[|>][+-]?\d?$/.test(value)) return plain;
    const list = /^\[([^\]]*)\]?$/.exec(value)?.[1];
    const quoted =
      list === undefined
        ? JSON.stringify(unquote(value))
        : `[${splitList(list).map((one) => JSON.stringify(unquote(one)))}]`;
    return `${start}${quoted}`;
  });
}

function splitList(text: string): readonly string[] {
  return (text.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
