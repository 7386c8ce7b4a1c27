import { isUtf8 } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FileChange } from '../../backlog/change-set.js';
import { readDocument } from '../../item/document.js';
import { errorCode } from '../../store/file-system.js';
import { runEditor } from '../../terminal/editor.js';
import type { Problem } from '../../text/problem.js';
import type { Context } from '../shared/command.js';
import { CommandFailure, failUsage } from '../shared/failure.js';
import { findKeptEdit, type KeptEdit, keepEdit, removeEdit } from './kept-edit.js';

/** What to do with the text of an earlier edit that could not be saved; null: ask. */
export type EarlierText = 'recover' | 'discard' | null;

/**
 * Opens a file's text to be in the person's editor, on a copy: the file itself is only replaced
 * when what comes back can be. A copy that cannot be taken over is kept, named, and offered by the
 * next edit of the file.
 */
export async function editChange(
  context: Context,
  change: FileChange,
  earlier: EarlierText = null,
): Promise<FileChange> {
  const command = context.env['VISUAL'] || context.env['EDITOR'];
  if (!command) failUsage('set $VISUAL or $EDITOR to the editor to open');
  const text = change.after ?? change.before ?? '';
  const kept = findKeptEdit(context, change.path, text);
  const isRecovered = await chooseKept(context, kept, text, earlier);
  const folder = mkdtempSync(join(tmpdir(), 'storymark-'));
  const copy = join(folder, basename(change.path));
  const start = isRecovered && kept !== null ? readFileSync(kept.path) : Buffer.from(text);
  writeFileSync(copy, start);
  const fault = await runEditor(command, copy);
  const left = readBack(copy);
  const after = left.bytes === null ? null : decode(left.bytes, text);
  const problems = [
    ...(fault === null ? [] : [usage(`${fault}; nothing was written`)]),
    ...(fault === null && left.problem !== null ? [left.problem] : []),
    ...(fault === null && left.problem === null && after !== null
      ? findProblems(context, change, after)
      : []),
  ];
  if (problems.length === 0 && after !== null && 'text' in after) {
    rmSync(folder, { recursive: true });
    if (isRecovered) removeEdit(kept);
    return { ...change, after: after.text };
  }
  const isWorth = left.bytes !== null && !isEmpty(left.bytes) && !left.bytes.equals(start);
  const where = isWorth && left.bytes !== null ? keep(context, change, left.bytes, copy) : null;
  if (where !== copy) rmSync(folder, { recursive: true });
  const note =
    where === null ? [] : [{ kind: 'data' as const, message: describeKept(where, copy) }];
  throw new CommandFailure([...problems, ...note]);
}

function describeKept(where: string, copy: string): string {
  const next = where === copy ? '' : '; continue with: storymark edit --recover';
  return `your text is kept in ${where}${next}`;
}

/** Null in the folder of states where nothing can be kept: then it stays where it was written. */
function keep(context: Context, change: FileChange, bytes: Buffer, copy: string): string {
  return change.before === null ? copy : (keepEdit(context, change, bytes) ?? copy);
}

async function chooseKept(
  context: Context,
  kept: KeptEdit | null,
  text: string,
  earlier: EarlierText,
): Promise<boolean> {
  if (kept === null) {
    if (earlier === 'recover') failUsage('there is no unsaved text from an earlier edit');
    return false;
  }
  const choice = earlier ?? (await askKept(context, kept));
  if (choice === 'discard') removeEdit(kept);
  if (choice !== 'recover') return false;
  if (kept.base !== text) {
    failUsage(
      `the file changed since that edit: copy what you need from ${kept.path}, then run storymark edit --discard`,
    );
  }
  return true;
}

async function askKept(context: Context, kept: KeptEdit): Promise<'recover' | 'discard' | 'leave'> {
  const prompt = await context.prompt();
  if (prompt === null) {
    context.io.stderr.write(
      `note: ${kept.path} has unsaved text from an earlier edit: use --recover to continue or --discard to delete it\n`,
    );
    return 'leave';
  }
  const answer = await prompt.choose({
    message: 'An earlier edit was not saved. Continue with its text?',
    choices: [
      { name: 'continue with that text', value: 'recover' },
      { name: 'start from the file and keep that text', value: 'leave' },
      { name: 'start from the file and delete that text', value: 'discard' },
    ],
    initial: 'recover',
  });
  return answer === 'recover' || answer === 'discard' ? answer : 'leave';
}

function usage(message: string): Problem {
  return { kind: 'usage', message };
}

function readBack(copy: string): {
  readonly bytes: Buffer | null;
  readonly problem: Problem | null;
} {
  try {
    const bytes = readFileSync(copy);
    if (!isEmpty(bytes)) return { bytes, problem: null };
    return { bytes, problem: usage('the edited file is empty; nothing was written') };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const what =
      code === 'ENOENT' ? 'the editor removed the file' : `the file cannot be read (${code})`;
    return { bytes: null, problem: usage(`${what}; nothing was written`) };
  }
}

function isEmpty(bytes: Buffer): boolean {
  return bytes.toString('latin1').trim() === '';
}

/** What an editor saved, or why it cannot be the text that was meant. */
type Decoded = { readonly text: string } | { readonly fault: string };

function decode(bytes: Buffer, before: string): Decoded {
  const text = bytes.toString('utf8');
  const isText = isUtf8(bytes) && !bytes.includes(0);
  const isWhole = countLost(text) <= countLost(before);
  if (!isText || !isWhole) {
    return {
      fault:
        'the editor did not save it as UTF-8 text: set its encoding to UTF-8; nothing was written',
    };
  }
  // A mark that the editor put there is none of the person's words.
  return { text: before.startsWith('\ufeff') ? text : text.replace(/^\ufeff/, '') };
}

function countLost(text: string): number {
  return text.split('\ufffd').length;
}

function findProblems(context: Context, change: FileChange, after: Decoded): readonly Problem[] {
  const { path, before } = change;
  if ('fault' in after) return [usage(after.fault)];
  const document = readDocument(path, after.text);
  if (!document.ok) return document.problems;
  const known = readDocument(path, change.after ?? '');
  const id = known.ok ? known.value.field('id') : undefined;
  if (document.value.field('id') !== id) {
    return [{ kind: 'usage', path, message: `the id must stay ${id}: other files refer to it` }];
  }
  if (context.store().readFile(path) !== before) {
    return [{ kind: 'conflict', path, message: 'the file changed while you were editing' }];
  }
  return [];
}
