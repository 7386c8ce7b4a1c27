import { readdirSync, readFileSync } from 'node:fs';
import { type Document, readDocument } from '../../src/item/document.js';

const FOLDER = new URL('../fixtures/codec/', import.meta.url);

/** The text of every document of the corpus, by file name. */
export const CORPUS: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
);

export function readCorpus(name: string): Document {
  return readText(CORPUS.get(name) ?? '', name);
}

export function readText(text: string, path = 'items/a.md'): Document {
  const result = readDocument(path, text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
