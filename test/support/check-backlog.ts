import { execFileSync } from 'node:child_process';
import type { Sandbox } from './sandbox.js';

/** Without a role: an error of story/no-role at 8:1. */
export const roleless = story('ST-2', 'I want to leave a note, so that the host reads it.\n');
/** Nothing to find. */
export const clean = story(
  'ST-1',
  'As a guest, I want to leave a note, so that the host reads it.\n',
);
/** Ready, and no criteria: a warning of ready/criteria at 4:1. */
export const unready = story(
  'ST-3',
  'As a host, I want to read the notes, so that I learn what guests miss.\n',
  'ready',
);

export function story(id: string, body: string, status = 'draft'): string {
  return `---\nid: ${id}\ntype: story\nstatus: ${status}\ntitle: A story named ${id}\n---\n\n${body}`;
}

/**
 * A backlog with one error and one warning, and with only those two rules on, so that new rules
 * leave these tests alone.
 */
export function writeBacklog({ write }: Sandbox, folder = 'backlog'): void {
  write(
    `${folder}/backlog.yaml`,
    'check:\n  preset: format-only\n  rules: { ready/criteria: warn }\n',
  );
  write(`${folder}/items/ST-1-clean.md`, clean);
  write(`${folder}/items/ST-2-roleless.md`, roleless);
  write(`${folder}/items/ST-3-unready.md`, unready);
}

/** Runs git in a sandbox, whatever the machine's own settings are. */
export function git({ dir }: Pick<Sandbox, 'dir'>, ...args: readonly string[]): string {
  const settings = ['user.name=test', 'user.email=test@example.org', 'commit.gpgsign=false'];
  return execFileSync('git', [...settings.flatMap((one) => ['-c', one]), ...args], {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
}

/** A repository whose first commit, on main, holds all that is there. */
export function startRepository(sandbox: Pick<Sandbox, 'dir'>): void {
  git(sandbox, 'init', '--quiet', '--initial-branch=main');
  git(sandbox, 'add', '--all');
  git(sandbox, 'commit', '--quiet', '-m', 'start');
}
