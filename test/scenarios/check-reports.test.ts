import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBacklog } from '../support/check-backlog.js';
import { createSandbox } from '../support/sandbox.js';

const error = 'backlog/items/ST-2-roleless.md:8:1: error: ';
const warning = 'backlog/items/ST-3-unready.md:4:1: warning: ';

function start() {
  const sandbox = createSandbox();
  writeBacklog(sandbox);
  return sandbox;
}

describe('check reports', () => {
  it('for people by default, on a terminal and in a pipe', async () => {
    const { run } = start();
    const piped = await run(['check']);
    expect(piped).toMatchObject({ code: 1, stderr: '' });
    expect(piped.stdout).toMatchInlineSnapshot(`
      "backlog/items/ST-2-roleless.md
        8:1  error    no role: begin with "As a …"                           story/no-role
             I want to leave a note, so that the host reads it.
             ^^^^^^^^^

      backlog/items/ST-3-unready.md
        4:1  warning  status is ready, but there are no acceptance criteria  ready/criteria
             status: ready
             ^^^^^^

      2 problems (1 error, 1 warning) in 3 documents    storymark explain story/no-role
      "
    `);
    const shown = await run(['check'], { terminal: 100, colorLevel: 1 });
    expect(shown.stdout).toContain('\u001b[31merror  \u001b[39m');
    expect(shown.stdout).toContain('^^^^');
    const plain = await run(['check', '--no-color'], { terminal: 100, colorLevel: 1 });
    expect(plain.stdout).not.toContain('\u001b');
  });

  it('compact', async () => {
    const { stdout, code } = await start().run(['check', '--format', 'compact']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines.map((line) => line.slice(0, line.indexOf(': ', 40) + 2))).toHaveLength(2);
    expect(lines[0]).toContain(error);
    expect(lines[1]).toContain(warning);
  });

  it('json, the same for --json', async () => {
    const { run } = start();
    const { stdout } = await run(['check', '--format', 'json']);
    expect((await run(['check', '--json'])).stdout).toBe(stdout);
    expect(JSON.parse(stdout)).toMatchObject({
      files: 3,
      errors: 1,
      warnings: 1,
      findings: [
        {
          path: 'backlog/items/ST-2-roleless.md',
          line: 8,
          column: 1,
          rule: 'story/no-role',
          severity: 'error',
          fixable: false,
          docs: 'storymark explain story/no-role',
        },
        { path: 'backlog/items/ST-3-unready.md', line: 4, column: 1, severity: 'warn' },
      ],
    });
  });

  it.each([
    ['sarif', /"ruleId": "story\/no-role"/],
    ['junit', /<failure type="story\/no-role"/],
    ['checkstyle', /<error line="8" column="1" severity="error"/],
    [
      'github',
      /^::error file=backlog\/items\/ST-2-roleless\.md,line=8,col=1,title=story\/no-role::/m,
    ],
    ['gitlab', /"check_name": "story\/no-role"/],
  ])('%s', async (format, holds) => {
    const { run } = start();
    const first = await run(['check', '--format', format]);
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).toMatch(holds);
    expect((await run(['check', '--format', format])).stdout).toBe(first.stdout);
  });

  it('several at once, files beside standard output', async () => {
    const { run, read, dir } = start();
    const { stdout, code } = await run([
      'check',
      ...['--format', 'compact', '--format', 'sarif', '--output', 'out/check.sarif'],
      ...['--output', 'junit.xml', '--format', 'junit'],
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain(error);
    expect(JSON.parse(read('out/check.sarif')).version).toBe('2.1.0');
    expect(read('junit.xml')).toMatch(/^<\?xml .*<\/testsuites>\n$/s);
    const alone = await run(['check', '--output', 'report.txt']);
    expect(alone.stdout).toBe('');
    expect(alone.stderr).toContain('2 problems (1 error, 1 warning) in 3 documents');
    expect(read('report.txt')).toContain('story/no-role');
    expect(existsSync(join(dir, 'backlog', 'check-suppressions.yaml'))).toBe(false);
  });

  it('refuses two on standard output, unknown ones, and files it cannot write', async () => {
    const { run } = start();
    const two = await run(['check', '--format', 'json', '--format', 'sarif']);
    expect(two).toMatchObject({ code: 2, stdout: '' });
    expect(two.stderr).toContain('json and sarif: only one report can go to standard output');
    const unknown = await run(['check', '--format', 'xml']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Allowed choices are stylish, compact');
    const unwritable = await run(['check', '--output', 'backlog']);
    expect(unwritable).toMatchObject({ code: 2, stdout: '' });
    expect(unwritable.stderr).toContain('--output: backlog cannot be written (EISDIR)');
  });

  it('annotates by itself in GitHub Actions, and leaves standard output whole', async () => {
    const { run, dir } = start();
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(dir, '..') };
    const { stdout, stderr } = await run(['check', '--json'], { env });
    expect(JSON.parse(stdout).errors).toBe(1);
    const folder = dir.slice(dir.lastIndexOf('/') + 1);
    expect(stderr).toContain(`::error file=${folder}/backlog/items/ST-2-roleless.md,line=8,`);
    const asked = await run(['check', '--format', 'github'], { env });
    expect(asked.stderr).toBe('');
    expect(asked.stdout).toContain('::warning ');
  });

  it('quiet leaves warnings out, max-warnings counts them all the same', async () => {
    const { run } = start();
    const quiet = await run(['check', '--quiet', '--json']);
    expect(JSON.parse(quiet.stdout)).toMatchObject({ errors: 1, warnings: 0 });
    const off = ['check', '--rule', 'story/no-role=off'];
    expect(await run(off)).toMatchObject({ code: 0, stderr: '' });
    expect((await run([...off, '--max-warnings', '1'])).code).toBe(0);
    const tooMany = await run([...off, '--max-warnings', '0', '--quiet']);
    expect(tooMany.code).toBe(1);
    expect(tooMany.stderr).toBe('storymark: 1 warning, maximum allowed is 0\n');
    expect((await run(['check', '--max-warnings', 'x'])).code).toBe(2);
  });
});
