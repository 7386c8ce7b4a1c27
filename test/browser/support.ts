import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const repository = join(import.meta.dirname, '..', '..');
const program = join(repository, 'bin', 'storymark.js');
const environment = { ...process.env, STORYMARK_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' };

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`no browser at ${executablePath}: install Chromium, or name it in CHROMIUM`);
  }
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Runs the built program and gives what it printed. */
export function storymark(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) throw new Error(`storymark ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** `site serve` in a folder: its address, and how to end it. */
export async function serveSite(folder: string) {
  const child = spawn(process.execPath, [program, 'site', 'serve', '--port', '0'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('close', () => reject(new Error('the server ended')));
  });
  return {
    address,
    /** Gives the exit code. */
    async end() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Paths of all pages of a site's folder, sorted. */
export function listPages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split('\\').join('/'))
    .filter((name) => name.endsWith('.html'))
    .sort();
}

export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, dialogs, and requests that leave the site. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A page that notes whatever goes wrong in it, and lets no request out of `inside`. */
export async function openPage(
  browser: Browser,
  inside: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 850 }, ...options });
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(inside)) return route.continue();
    complaints.push(`request: ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${new URL(page.url()).pathname}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  return { page, complaints, close: () => context.close() };
}
