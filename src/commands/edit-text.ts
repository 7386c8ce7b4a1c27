import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FileChange } from '../backlog/change-set.js';
import { readDocument } from '../item/document.js';
import { runEditor } from '../terminal/editor.js';
import type { Problem } from '../text/problem.js';
import type { Context } from './command.js';
import { CommandFailure, failUsage } from './failure.js';

/**
 * Opens a file's text to be in the person's editor, on a copy: the file itself is only replaced
 * when what comes back can be. A copy that cannot be taken over is kept and named.
 */
export async function editChange(context: Context, change: FileChange): Promise<FileChange> {
  const command = context.env['VISUAL'] || context.env['EDITOR'];
  if (!command) failUsage('set $VISUAL or $EDITOR to the editor to open');
  const folder = mkdtempSync(join(tmpdir(), 'storymark-'));
  const copy = join(folder, basename(change.path));
  const text = change.after ?? change.before ?? '';
  writeFileSync(copy, text);
  const fault = await runEditor(command, copy);
  const after = readFileSync(copy, 'utf8');
  const problems = fault
    ? [{ kind: 'usage' as const, message: `${fault}; nothing was written` }]
    : findProblems(context, change, after);
  const isKept = problems.length > 0 && after !== text;
  if (!isKept) rmSync(folder, { recursive: true });
  if (problems.length === 0) return { ...change, after };
  const kept = { kind: 'data' as const, message: `what you wrote is kept in ${copy}` };
  throw new CommandFailure(isKept ? [...problems, kept] : problems);
}

function findProblems(context: Context, change: FileChange, after: string): readonly Problem[] {
  const { path, before } = change;
  const document = readDocument(path, after);
  if (!document.ok) return document.problems;
  const known = readDocument(path, change.after ?? '');
  const id = known.ok ? known.value.fields['id'] : undefined;
  if (document.value.fields['id'] !== id) {
    return [{ kind: 'usage', path, message: `the id has to stay ${id}: other files name it` }];
  }
  if (context.store().readFile(path) !== before) {
    return [{ kind: 'conflict', path, message: 'the file changed while you wrote' }];
  }
  return [];
}
