import { contentPolicy, type SiteFile } from '../../site/page.js';
import { errorCode } from '../../store/file-system.js';
import { watchFolders } from '../../store/watch.js';
import type { Style } from '../../terminal/style.js';
import { type PageServer, type Pages, servePages } from '../../web/serve-pages.js';
import { openForReading } from '../check/check-paths.js';
import { listBacklogFolders } from '../shared/backlog-folders.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { CommandFailure, failUsage } from '../shared/failure.js';
import { readNumber } from '../shared/read-backlog.js';
import { makeSite } from './make-site.js';

interface ServedSite {
  readonly address: string;
  readonly pages: number;
  /** A change was shown, rather than the beginning said. */
  readonly isAgain?: boolean;
}

const usualPort = 4173;

/** Serves until Ctrl-C: that is how it ends, so the exit code is 0. */
export async function run(context: Context, input: Input): Promise<Outcome<ServedSite>> {
  const port = readPort(input);
  const { files, notes, problems } = await makeSite(context);
  const server = await openServer(toPages(files), port);
  const said = { address: server.address, pages: countPages(files) };
  const follow = input.flag('watch') ? watchBacklog : waitForEnd;
  return {
    data: said,
    notes,
    problems,
    next: follow(context, server),
  };
}

export function render({ address, pages, isAgain }: ServedSite, style: Style): string {
  if (isAgain) return `${pages} pages rebuilt`;
  if (!style.isTerminal) return address;
  return `${pages} pages at ${style.bold(address)}\n${style.dim('Only visible on this machine. Press Ctrl-C to stop.')}`;
}

type Next = () => Promise<Outcome<ServedSite> | null>;

function waitForEnd(context: Context, server: PageServer): Next {
  const ended = new Promise<void>((resolve) => onEnd(context, resolve));
  return async () => {
    await ended;
    await server.close();
    return null;
  };
}

function watchBacklog(context: Context, server: PageServer): Next {
  const { root } = context.store();
  const folders = () => listBacklogFolders(context.files, root);
  const watch = watchFolders(folders());
  onEnd(context, () => watch.close());
  const next: Next = async () => {
    if ((await watch.next()) === null) {
      await server.close();
      return null;
    }
    watch.follow(folders());
    return { ...(await showAgain(context, server)), next };
  };
  return next;
}

async function showAgain(context: Context, server: PageServer): Promise<Outcome<ServedSite>> {
  const { address } = server;
  try {
    const { root, place } = context.store();
    // Settings may have changed as well.
    const store = await openForReading(context.files, root, place);
    const { files, notes, problems } = await makeSite({ ...context, store: () => store });
    server.show(toPages(files));
    const data = { address, pages: countPages(files), isAgain: true };
    return { data, notes, problems };
  } catch (error) {
    // The pages stay as they were until what stops them is mended.
    if (!(error instanceof CommandFailure)) throw error;
    return { data: { address, pages: 0, isAgain: true }, problems: error.problems };
  }
}

function onEnd({ io }: Context, end: () => void): void {
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Nobody reads any more.
  io.stdout.once('close', end);
}

function readPort(input: Input): number {
  const port = readNumber(input, 'port') ?? usualPort;
  if (!Number.isInteger(port) || port > 65_535) {
    failUsage('--port: expected a whole number from 0 to 65535');
  }
  return port;
}

async function openServer(pages: Pages, port: number): Promise<PageServer> {
  try {
    return await servePages(pages, { port, policy: contentPolicy });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') failUsage(`port ${port} is in use; choose another with --port`);
    if (code === 'EACCES') failUsage(`port ${port} is not permitted; choose another with --port`);
    throw error;
  }
}

function toPages(files: readonly SiteFile[]): Pages {
  return new Map(files.map(({ path, text }) => [path, text]));
}

function countPages(files: readonly SiteFile[]): number {
  return files.filter(({ path }) => path.endsWith('.html')).length;
}
