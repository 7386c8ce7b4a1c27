import { resolve } from 'node:path';
import { mergeByLines, readMergeFile, showsBase, writeMergeFile } from '../../git/merge-driver.js';
import { readDocument } from '../../item/document.js';
import { fieldsOfType } from '../../item/field.js';
import { readText } from '../../item/item.js';
import type { MarkerStyle } from '../../item/merge/conflict-markers.js';
import { mergeDocuments } from '../../item/merge/merge-documents.js';
import { plural } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';

interface Merged {
  readonly path: string;
  readonly conflicts: readonly string[];
}

const recordAdvice =
  'a sprint was started or closed on both sides: keep all records of one side, then run storymark doctor --fix to recount the items';

/** Exit 0 means merged, 1 that there are conflicts, as git expects of a driver. */
export function run({ cwd }: Context, input: Input): Outcome<Merged> {
  const [base = '', ours = '', theirs = '', size = '', path = ours, ...labels] = input.args;
  const files = {
    base: resolve(cwd, base),
    ours: resolve(cwd, ours),
    theirs: resolve(cwd, theirs),
  };
  const plain: MarkerStyle = {
    size: Math.max(7, Number.parseInt(size, 10) || 7),
    ours: readLabel(labels[0]) ?? 'ours',
    theirs: readLabel(labels[1]) ?? 'theirs',
    base: null,
  };
  const baseLabel = readLabel(labels[2]) ?? 'base';
  const [was, mine, yours] = [files.base, files.ours, files.theirs].map(readMergeFile);
  const merge = (style: MarkerStyle) =>
    mine == null || yours == null
      ? null
      : mergeDocuments({ base: was ?? null, ours: mine, theirs: yours }, keyOrderFor(mine), style);
  const tried = merge(plain);
  // Git is asked only where there is a conflict to write.
  const merged =
    tried && tried.conflicts.length > 0 && showsBase(cwd)
      ? merge({ ...plain, base: baseLabel })
      : tried;
  if (merged === null) return leaveToGit(cwd, files, { ...plain, base: baseLabel }, path);
  writeMergeFile(files.ours, merged.text);
  const { conflicts, isMovedTwice, isRecordContested } = merged;
  const notes = [
    ...(isMovedTwice ? [`${path}: moved on both sides; it gets the higher of the two places`] : []),
    ...(conflicts.length > 0 ? [`${path}: both sides changed ${conflicts.join(', ')}`] : []),
    ...(isRecordContested ? [`${path}: ${recordAdvice}`] : []),
  ];
  return { data: { path, conflicts }, notes, exit: conflicts.length > 0 ? 1 : 0 };
}

/** Git before 2.44 has no names for the sides, and leaves their placeholders as they are. */
function readLabel(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text.startsWith('%') ? undefined : text;
}

/** Work items of the team's own types have the fields of any other. */
function keyOrderFor(text: string): readonly string[] {
  const read = readDocument('', text);
  return Object.keys(fieldsOfType(read.ok ? readText(read.value.field('type')) : null));
}

/** What cannot be read, or held apart, is merged line by line, as if there were no driver. */
function leaveToGit(
  cwd: string,
  files: Parameters<typeof mergeByLines>[1],
  style: MarkerStyle,
  path: string,
): Outcome<Merged> {
  const count = unwrap(mergeByLines(cwd, files, style));
  const conflicts = count === 0 ? [] : [`${count} ${plural(count, 'place')}`];
  const notes = [`${path}: cannot be merged by fields; merged line by line`];
  return { data: { path, conflicts }, notes, exit: count === 0 ? 0 : 1 };
}

export function render(): string {
  return '';
}
