import { join } from 'node:path';
import { type Document, readDocument } from '../item/document.js';
import { archiveFolder, type Kind } from '../item/kind.js';
import type { FileSystem } from './file-system.js';
import { readText } from './scan.js';

/** Folders within folders are few: a backlog is flat. */
const deepest = 4;

/**
 * Documents in places where no command looks: in folders below those of their types, and beside
 * `backlog.yaml`. Only what has an id and one of the types is meant to be one.
 */
export function findStrays(
  files: FileSystem,
  root: string,
  kinds: readonly Kind[],
): readonly Document[] {
  const types = new Set(kinds.map(({ type }) => type));
  const folders = new Set(kinds.map(({ folder }) => folder));
  const below = [...folders].flatMap((folder) => listBelow(files, root, folder, deepest));
  return [...listMarkdown(files, root, ''), ...below].flatMap((path) => {
    const text = readText(files, root, path);
    const document = typeof text === 'string' ? readDocument(path, text) : null;
    if (!document?.ok) return [];
    const [id, type] = [document.value.field('id'), document.value.field('type')];
    return id !== undefined && typeof type === 'string' && types.has(type) ? [document.value] : [];
  });
}

function listBelow(files: FileSystem, root: string, folder: string, depth: number): string[] {
  if (depth === 0) return [];
  return files.list(join(root, folder)).flatMap(({ name, isFolder }) => {
    const path = `${folder}/${name}`;
    if (!isFolder || name.startsWith('.') || path === archiveFolder) return [];
    return [...listMarkdown(files, root, path), ...listBelow(files, root, path, depth - 1)];
  });
}

function listMarkdown(files: FileSystem, root: string, folder: string): readonly string[] {
  return files
    .list(join(root, folder))
    .filter(({ name, isFolder, isLink }) => !isFolder && !isLink && name.endsWith('.md'))
    .map(({ name }) => (folder === '' ? name : `${folder}/${name}`));
}
