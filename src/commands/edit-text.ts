import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FileChange } from '../backlog/change-set.js';
import { readDocument } from '../item/document.js';
import { runEditor } from '../terminal/editor.js';
import type { Context } from './command.js';
import { CommandFailure, failUsage } from './failure.js';

/**
 * Opens a file's text to be in the person's editor, on a copy: the file itself is only replaced
 * when what comes back can be read. The copy of a text that cannot is kept and named.
 */
export async function editChange(context: Context, change: FileChange): Promise<FileChange> {
  const command = context.env['VISUAL'] || context.env['EDITOR'];
  if (!command) failUsage('set $VISUAL or $EDITOR to the editor to open');
  const folder = mkdtempSync(join(tmpdir(), 'storymark-'));
  const copy = join(folder, basename(change.path));
  writeFileSync(copy, change.after ?? change.before ?? '');
  const status = await runEditor(command, copy);
  if (status !== 0) failUsage(`the editor ended with ${status}; nothing was written`);
  const after = readFileSync(copy, 'utf8');
  const document = readDocument(change.path, after);
  if (!document.ok) {
    const hint = { kind: 'data' as const, message: `what you wrote is kept in ${copy}` };
    throw new CommandFailure([...document.problems, hint]);
  }
  rmSync(folder, { recursive: true });
  return { ...change, after };
}
