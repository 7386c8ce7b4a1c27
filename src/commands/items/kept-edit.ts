import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileChange } from '../../backlog/change-set.js';
import type { Context } from '../shared/command.js';

/** What a person wrote in an edit that could not be saved. */
export interface KeptEdit {
  readonly path: string;
  /** The file's text when that edit began. */
  readonly base: string;
}

/** It lies with this checkout's state, where no clone can bring it. */
function pathOf(context: Context, path: string): string | null {
  const { state } = context.store().place;
  return state === null ? null : join(state, 'edits', basename(path));
}

function baseOf(path: string): string {
  return `${path}.base`;
}

/** The text kept of an earlier edit of a file, unless the file says the same. */
export function findKeptEdit(context: Context, path: string, text: string): KeptEdit | null {
  const kept = pathOf(context, path);
  if (kept === null || !isFile(kept) || !isFile(baseOf(kept))) return null;
  const edit = { path: kept, base: readFileSync(baseOf(kept), 'utf8') };
  if (readFileSync(kept, 'utf8') !== text) return edit;
  removeEdit(edit);
  return null;
}

/** Keeps it, replacing what was kept before; null where that cannot be. */
export function keepEdit(context: Context, change: FileChange, bytes: Buffer): string | null {
  const path = pathOf(context, change.path);
  if (path === null) return null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
    writeFileSync(baseOf(path), change.before ?? '', { mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}

export function removeEdit(kept: KeptEdit | null): void {
  if (kept === null) return;
  rmSync(kept.path, { force: true });
  rmSync(baseOf(kept.path), { force: true });
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
