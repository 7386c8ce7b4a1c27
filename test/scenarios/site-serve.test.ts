import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox, repository, type Sandbox } from '../support/sandbox.js';

/** The built program's `site serve`, its lines, and how it ended. */
function serve({ dir }: Sandbox, ...args: readonly string[]) {
  const program = join(repository, 'bin', 'storymark.js');
  const child = spawn(process.execPath, [program, 'site', 'serve', '--port', '0', ...args], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let rest = '';
  const waiting: ((line: string) => void)[] = [];
  child.stdout.on('data', (chunk) => {
    rest += String(chunk);
    for (let end = rest.indexOf('\n'); end !== -1 && waiting.length > 0; end = rest.indexOf('\n')) {
      waiting.shift()?.(rest.slice(0, end));
      rest = rest.slice(end + 1);
    }
  });
  return {
    nextLine: () => new Promise<string>((resolve) => waiting.push(resolve)),
    end: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe('site serve', () => {
  it('shows the pages until it is ended, and the changed ones when it watches', async () => {
    const sandbox = createSandbox('examples/calendar');
    const server = serve(sandbox, '--watch');
    const address = await server.nextLine();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const read = async () => (await fetch(`${address}items/ST-E2Z4V.html`)).text();
    expect(await read()).toContain('Guess working hours from activity');
    const again = server.nextLine();
    await sandbox.ok('set', 'ST-E2', 'title=Ask for working hours');
    expect(await again).toMatch(/pages rebuilt$/);
    expect(await read()).toContain('Ask for working hours');
    const renamed = server.nextLine();
    const settings = sandbox.read('backlog/backlog.yaml');
    sandbox.write(
      'backlog/backlog.yaml',
      settings.replace('product: Common Hours', 'product: Odd Hours'),
    );
    expect(await renamed).toMatch(/pages rebuilt$/);
    expect(await read()).toContain('Odd Hours');
    expect(await server.end()).toBe(0);
  });

  it('says what is wrong with a port', async () => {
    const sandbox = createSandbox('examples/calendar');
    const { code, stderr } = await sandbox.run(['site', 'serve', '--port', '70000']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: --port: expected a whole number from 0 to 65535\n',
    ]);
  });
});
