import type { Document } from './document.js';

const quoted = /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'/g;
const blockStart = /^( *).*(?::|-) +[|>][-+\d]*\s*(?:#.*)?$/;

/** How many lines of a document's frontmatter hold a comment. */
export function countYamlComments({ text, yamlStart, yamlEnd }: Document): number {
  let block = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const line of text.slice(yamlStart, yamlEnd).split(/\r\n?|\n/)) {
    const indent = line.search(/\S/);
    if (indent === -1 || indent > block) continue;
    const start = blockStart.exec(line);
    block = start ? (start[1] ?? '').length : Number.POSITIVE_INFINITY;
    if (/(?:^|\s)#/.test(line.replace(quoted, ''))) count += 1;
  }
  return count;
}
