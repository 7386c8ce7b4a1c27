import { dirname } from 'node:path';
import { type FolderWatch, watchFolders } from '../../store/watch.js';
import type { Style } from '../../terminal/style.js';
import { listBacklogFolders } from '../shared/backlog-folders.js';
import type { Context, Outcome } from '../shared/command.js';
import { CommandFailure } from '../shared/failure.js';
import type { CheckRequest } from './check-request.js';
import { type Selection, selectFiles } from './check-select.js';

/** Clears the screen and what was scrolled off it, and goes to its top (ECMA-48; xterm). */
const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Checks, and again after each change, until Ctrl-C: that is how it ends, so the exit code is 0.
 * What stops a single check, broken settings for one, is shown and waited out.
 */
export async function watchSelection(
  context: Context,
  request: CheckRequest,
  check: () => Promise<Outcome<object>>,
): Promise<Outcome<object>> {
  const selection = await selectFiles(context, request);
  const watch = watchFolders(foldersOf(context, selection));
  const end = () => watch.close();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Nobody reads any more: `storymark check --watch | head`.
  context.io.stdout.once('close', end);
  const stop = () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
    context.io.stdout.off('close', end);
  };
  return showRound(context, request, watch, check, stop);
}

async function showRound(
  context: Context,
  request: CheckRequest,
  watch: FolderWatch,
  check: () => Promise<Outcome<object>>,
  stop: () => void,
): Promise<Outcome<object>> {
  const round = await checkOrSay(check);
  const next = async () => {
    if ((await watch.next()) === null) {
      stop();
      return null;
    }
    try {
      watch.follow(foldersOf(context, await selectFiles(context, request)));
    } catch (error) {
      // What was watched may be gone for a moment; the check says so.
      if (!(error instanceof CommandFailure)) throw error;
    }
    return showRound(context, request, watch, check, stop);
  };
  const inner = round.data as { print(style: Style): string };
  const print = (style: Style) => {
    const text = `${inner.print(style)}\n\n${style.dim('Watching. Press Ctrl-C to stop.')}`;
    return style.isTerminal ? clearScreen + text : text;
  };
  return { ...round, data: { print }, exit: 0, next };
}

async function checkOrSay(check: () => Promise<Outcome<object>>): Promise<Outcome<object>> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const notes = error.problems.map(({ path, message }) =>
      [path, message].filter((part) => part !== undefined).join(': '),
    );
    return { data: { print: () => 'Not checked:' }, notes };
  }
}

/** The folders of what is selected; a backlog's are there or may come to be. */
function foldersOf({ files }: Context, { backlogs, standalone }: Selection): readonly string[] {
  const inside = backlogs.flatMap(({ root }) => listBacklogFolders(files, root));
  return [...new Set([...inside, ...standalone.map((path) => dirname(path))])];
}
