import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { git, roleless, startRepository, story, writeBacklog } from '../support/check-backlog.js';
import { createSandbox, repository, type Sandbox } from '../support/sandbox.js';

const program = join(repository, 'bin', 'storymark.js');
const isBuilt = existsSync(join(repository, 'dist', 'cli', 'entry.js'));
const wish = 'I want to leave a note, so that my host knows.\n';

function start(): Sandbox {
  const sandbox = createSandbox();
  writeBacklog(sandbox);
  return sandbox;
}

function check({ dir }: Sandbox, args: readonly string[], options: object = {}) {
  const env = { ...process.env, GITHUB_ACTIONS: '' };
  return spawnSync(process.execPath, [program, 'check', ...args], {
    cwd: dir,
    env,
    encoding: 'utf8',
    ...options,
  });
}

/** What a process wrote, to be waited for. */
function listen(child: ChildProcess) {
  let text = '';
  let told = () => {};
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    told();
  });
  return {
    async until(wanted: string): Promise<string> {
      while (!text.includes(wanted)) await new Promise<void>((resolve) => (told = resolve));
      const seen = text;
      text = '';
      return seen;
    },
  };
}

describe.skipIf(!isBuilt)(
  `the built check${isBuilt ? '' : ' (skipped: run npm run build)'}`,
  () => {
    it('ends with 0, 1 or 2', () => {
      const sandbox = start();
      expect(check(sandbox, []).status).toBe(1);
      expect(check(sandbox, ['--rule', 'story/no-role=off']).status).toBe(0);
      expect(check(sandbox, ['--rule', 'none=off']).status).toBe(2);
      expect(check(sandbox, ['nowhere.md']).status).toBe(2);
      expect(check(sandbox, ['--format', 'none']).status).toBe(2);
    });

    it.each(['stylish', 'compact', 'json', 'sarif', 'junit', 'checkstyle', 'github', 'gitlab'])(
      'reports as %s',
      (format) => {
        const { status, stdout, stderr } = check(start(), ['--format', format]);
        expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
        expect(stdout).toContain('story/no-role');
      },
    );

    it('reads standard input and the index', () => {
      const sandbox = start();
      expect(check(sandbox, ['-'], { input: wish }).status).toBe(1);
      startRepository(sandbox);
      sandbox.write('backlog/items/ST-4-new.md', story('ST-4', wish));
      expect(check(sandbox, ['--staged']).status).toBe(0);
      git(sandbox, 'add', '--all');
      expect(check(sandbox, ['--staged']).status).toBe(1);
      expect(check(sandbox, ['--changed', 'HEAD', '--format', 'compact']).stdout).toContain('ST-4');
    });

    it('bears a pipe that closes early', () => {
      const sandbox = createSandbox();
      writeBacklog(sandbox);
      for (let i = 100; i < 900; i += 1) {
        sandbox.write(`backlog/items/ST-${i}-x.md`, story(`ST-${i}`, wish));
      }
      const { stdout, stderr, status } = spawnSync(
        'bash',
        ['-c', `set -o pipefail; "${process.execPath}" "${program}" check | head -n 1`],
        { cwd: sandbox.dir, encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      expect(stdout).toBe('backlog/items/ST-100-x.md\n');
      expect(status).toBe(1);
    });

    it('watches until Ctrl-C', async () => {
      const sandbox = start();
      const child = spawn(process.execPath, [program, 'check', '--watch'], { cwd: sandbox.dir });
      onTestFinished(() => void child.kill('SIGKILL'));
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
      const output = listen(child);
      expect(await output.until('Watching.')).toContain('1 error, 1 warning');
      sandbox.write('backlog/items/ST-4-new.md', story('ST-4', wish));
      expect(await output.until('Watching.')).toContain('2 errors, 1 warning');
      sandbox.write(
        'backlog/items/ST-4-new.md',
        roleless.replaceAll('I want', 'As a guest, I want'),
      );
      expect(await output.until('Watching.')).toContain('1 error, 1 warning');
      sandbox.write('backlog/backlog.yaml', 'nonsense: 1\n');
      expect(await output.until('Watching.')).toContain('Not checked');
      child.kill('SIGINT');
      expect(await ended).toBe(0);
    });
  },
);
