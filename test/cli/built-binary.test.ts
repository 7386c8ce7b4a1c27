import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../support/sandbox.js';

const binary = join(repository, 'bin', 'storymark.js');
const calendar = join(repository, 'examples', 'calendar');
let large: string;

beforeAll(() => {
  // `npm test` builds first; a test run alone builds what is missing.
  if (!existsSync(join(repository, 'dist/cli/entry.js'))) {
    spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: repository, stdio: 'inherit' });
  }
  large = mkdtempSync(join(tmpdir(), 'storymark-large-'));
  mkdirSync(join(large, 'backlog/items'), { recursive: true });
  writeFileSync(join(large, 'backlog/backlog.yaml'), '');
  for (let i = 1000; i < 3200; i += 1) {
    const text = `---\nid: ST-${i}\ntype: story\nstatus: draft\ntitle: ${'A long title '.repeat(30)}${i}\n---\n`;
    writeFileSync(join(large, `backlog/items/ST-${i}.md`), text);
  }
});
afterAll(() => rmSync(large, { recursive: true }));

it('says which Node it needs where the one at hand is older, and not before', () => {
  const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const [, floor = ''] = /^>=([\d.]+)$/.exec(engines.node) ?? [];
  const runOn = (version: string, call = [binary, '--version']) => {
    const fake = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
    const preload = `data:text/javascript,${encodeURIComponent(fake)}`;
    const argv = ['--import', preload, ...call];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    return [status, stdout === '', stderr.includes(`Node ${floor} or newer is needed`)];
  };
  const importing = `import * as all from '${repository}/bin/library.js'; console.log(all);`;
  const library = ['--input-type=module', '--eval', importing];
  expect(runOn(`${floor}.0`)).toEqual([0, false, false]);
  expect(runOn('22.0.0')).toEqual([0, false, false]);
  for (const old of ['20.16.0', '18.20.8', '8.0.0']) expect(runOn(old)).toEqual([2, true, true]);
  expect(runOn('22.0.0', library)).toEqual([0, false, false]);
  expect(runOn('18.20.8', library)).toEqual([1, true, true]);
});

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

function run(
  argv: readonly string[],
  { cwd = calendar, env = {}, input = '' }: Options = {},
): SpawnSyncReturns<string> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...outer } = process.env;
  return spawnSync(process.execPath, [binary, ...argv], {
    cwd,
    env: { ...outer, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

function shell(script: string, cwd: string): SpawnSyncReturns<string> {
  const storymark = `"${process.execPath}" "${binary}"`;
  return spawnSync('bash', ['-c', script.replaceAll('STORYMARK', storymark)], {
    cwd,
    encoding: 'utf8',
  });
}

const controlStart = '\u001b';

describe('pipes', () => {
  it('that close early end the program quietly', () => {
    const { stdout, stderr } = shell('STORYMARK list | head -1; echo $PIPESTATUS', large);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ST-1000\t.*\n0\n$/);
  });

  it('that read slowly get 1 MB of JSON whole', async () => {
    const child = spawn(process.execPath, [binary, 'list', '--json'], {
      cwd: large,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    let text = '';
    child.stdout.setEncoding('utf8');
    for await (const chunk of child.stdout) {
      text += chunk;
      if (text.length < 400_000) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(text)).toHaveLength(2200);
    expect(await ended).toBe(0);
  });

  it('feed parse and import from standard input', () => {
    const { stdout, status } = run(['parse', '--json', 'role'], {
      input: 'As a cook, I want salt\n',
    });
    expect([status, JSON.parse(stdout)]).toEqual([0, [{ role: 'cook' }]]);
  });

  it.skipIf(!existsSync('/dev/full'))('that cannot be written to are told in a line', () => {
    const { stderr, stdout } = shell('STORYMARK list > /dev/full; echo $?', calendar);
    expect([stderr, stdout]).toEqual(['storymark: the output cannot be written (ENOSPC)\n', '2\n']);
  });
});

describe('colour', () => {
  const terminal = { STORYMARK_FORCE_TTY: '100', TERM: 'xterm-256color' };
  const commands = [
    ['list'],
    ['show', '7K3'],
    ['rank'],
    ['check'],
    ['sprint', 'show'],
    ['sprint', 'plan', '--capacity', '20'],
    ['--help'],
    ['templates'],
  ];

  it.each(commands.map((argv) => [argv]))('is never written into a pipe: %j', (argv) => {
    const { stdout, stderr } = run(argv, {
      env: { TERM: 'xterm-256color', COLORTERM: 'truecolor' },
    });
    expect(stdout).not.toBe('');
    expect(stdout + stderr).not.toContain(controlStart);
  });

  it('is shown on a terminal, unless NO_COLOR or --no-color say otherwise', () => {
    expect(run(['show', '7K3'], { env: terminal }).stdout).toContain(controlStart);
    expect(run(['show', '7K3'], { env: { ...terminal, NO_COLOR: '1' } }).stdout).not.toContain(
      escape,
    );
    expect(run(['show', '7K3', '--no-color'], { env: terminal }).stdout).not.toContain(
      controlStart,
    );
    expect(
      run(['--no-color', 'list'], { env: { ...terminal, FORCE_COLOR: '3' } }).stdout,
    ).not.toContain(controlStart);
  });

  it('is forced into a pipe by FORCE_COLOR, which leaves the text as it was', () => {
    const forced = run(['show', '7K3'], { env: { FORCE_COLOR: '1' } }).stdout;
    expect(forced).toContain(controlStart);
    expect(forced.replace(/\u001b\[\d+m/g, '')).toBe(run(['show', '7K3']).stdout);
    expect(run(['list', '--json'], { env: { FORCE_COLOR: '1' } }).stdout).not.toContain(
      controlStart,
    );
  });

  it('takes COLUMNS for the width', () => {
    const { stdout } = run(['list'], {
      env: { ...terminal, STORYMARK_FORCE_TTY: '50', NO_COLOR: '1' },
    });
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
    const help = run(['--help'], { env: { COLUMNS: '60' } }).stdout;
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

describe('the environment', () => {
  it('fixes clock, dice and zone', () => {
    const made = [1, 2].map(() => {
      const cwd = mkdtempSync(join(tmpdir(), 'storymark-env-'));
      const env = {
        STORYMARK_NOW: '2026-11-24T23:30:00Z',
        STORYMARK_SEED: 'x',
        TZ: 'Europe/Berlin',
      };
      run(['init'], { cwd, env });
      const id = run(['add', 'one'], { cwd, env }).stdout.trim();
      const { created } = JSON.parse(run(['show', id, '--json'], { cwd }).stdout);
      rmSync(cwd, { recursive: true });
      return [id, created];
    });
    expect(made[0]).toEqual(made[1]);
    expect(made[0]?.[1]).toBe('2026-11-25');
  });

  it('of a zone only the system knows, or an empty seed, is no error', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'storymark-env-'));
    run(['init'], { cwd });
    const ids = [1, 2].map(() =>
      run(['add', 'one'], { cwd, env: { STORYMARK_SEED: '', TZ: 'CET-1CEST' } }),
    );
    rmSync(cwd, { recursive: true });
    expect(ids.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(ids[0]?.stdout).not.toBe(ids[1]?.stdout);
  });

  it('says when the clock it fixes is none', () => {
    const { status, stderr } = run(['sprint', 'create', '--dry-run'], {
      env: { STORYMARK_NOW: 'noon' },
    });
    expect([status, stderr]).toEqual([2, 'storymark: STORYMARK_NOW is not a date: "noon"\n']);
  });
});

describe('-C', () => {
  it('runs as if started in that folder', () => {
    const there = run(['list', '--json']).stdout;
    const here = run(['-C', 'examples/calendar', 'list', '--json'], { cwd: repository }).stdout;
    expect(JSON.parse(here)).toHaveLength(JSON.parse(there).length);
    expect(here).toBe(there);
    expect(run(['list', '-C', calendar, '--json'], { cwd: tmpdir() }).stdout).toBe(there);
  });

  it('of what is no folder is an error', () => {
    const { status, stderr } = run(['list', '-C', 'package.json'], { cwd: repository });
    expect([status, stderr]).toEqual([
      2,
      `storymark: there is no folder ${join(realpathSync(repository), 'package.json')}\n`,
    ]);
  });
});

describe('the binary', () => {
  it('prints its version and its help without a backlog', () => {
    expect(run(['--version'], { cwd: tmpdir() }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(['-V', '--json'], { cwd: tmpdir() }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(['--help'], { cwd: tmpdir() }).status).toBe(0);
  });

  it('asks nothing where nobody can answer', () => {
    const { status, stdout, stderr } = run(['add']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('give TITLE, or --as and --want');
  });

  it('takes turns with others that write at the same time', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'storymark-turns-'));
    run(['init'], { cwd, env: {} });
    const codes = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const child = spawn(process.execPath, [binary, 'add', `item ${index}`], {
          cwd,
          stdio: 'ignore',
        });
        return new Promise((resolve) => child.on('exit', resolve));
      }),
    );
    const items = JSON.parse(run(['list', '--json'], { cwd }).stdout) as {
      title: string;
      rank: string;
    }[];
    rmSync(cwd, { recursive: true });
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(items.map(({ title }) => title).sort()).toEqual(
      [0, 1, 2, 3, 4, 5].map((index) => `item ${index}`),
    );
  });
});
