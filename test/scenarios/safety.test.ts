import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashFolder, listFiles } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox, repository } from '../support/sandbox.js';

const source = join(repository, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** Comments aside, which may speak of what the code must not do, and types, which do nothing. */
function codeOf(file: string): string {
  return readFileSync(join(source, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|^\s*\/\/.*|^import type .*/gm,
    '',
  );
}

describe('no outgoing connection', () => {
  const network = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns|dns\/promises|inspector)$/;
  const packages = /^(?:undici|ws|node-fetch|axios|got)$/;
  /** Serves pages on the loopback address, when it is there. */
  const servers = /^web\//;

  it('can come from a module of ours: none imports what connects', () => {
    const strays = files.flatMap((file) => {
      const { importedFiles } = ts.preProcessFile(codeOf(file), true, true);
      return importedFiles
        .map(({ fileName }) => fileName)
        .filter((name) => network.test(name) || packages.test(name))
        .filter((name) => !(servers.test(file) && name === 'node:http'))
        .map((name) => `${file} imports ${name}`);
    });
    expect(strays).toEqual([]);
  });

  it('can come from a global: none is called', () => {
    const calls = /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(|process\.binding/;
    const served = files.filter((file) => !servers.test(file));
    expect(served.filter((file) => calls.test(codeOf(file)))).toEqual([]);
    expect(calls.test('await fetch(url)')).toBe(true);
  });

  it('is made by the built program', () => {
    const sandbox = createSandbox('examples/calendar');
    const guard = join(sandbox.dir, 'guard.cjs');
    writeFileSync(
      guard,
      `const net = require('node:net');
       net.Socket.prototype.connect = () => { process.stderr.write('CONNECTED'); process.exit(99); };
       require('node:dgram').createSocket = net.Socket.prototype.connect;
       require('node:dns').lookup = net.Socket.prototype.connect;
       globalThis.fetch = net.Socket.prototype.connect;`,
    );
    const run = (...args: readonly string[]) =>
      execFileSync(process.execPath, ['--require', guard, ...args], {
        cwd: sandbox.dir,
        encoding: 'utf8',
      });
    const bin = join(repository, 'bin/storymark.js');
    expect(run(bin, 'list', '--json')).toContain('ST-7K3FD');
    expect(run(bin, 'add', 'Something new')).toMatch(/^ST-/);
    expect(() => run('-e', "require('net').connect(9)")).toThrow('CONNECTED');
  });
});

describe('programs', () => {
  it('are run without a shell, so that no name or setting is ever code', () => {
    const shell = /\bshell:|(?<![.\w])(?:exec|execSync)\(|from 'node:vm'|\beval\(|new Function\(/;
    expect(files.filter((file) => shell.test(codeOf(file)))).toEqual([]);
  });
});

describe('a backlog made to do harm', () => {
  it('has no template read from outside it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'storymark-outside-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    writeFileSync(join(outside, 'key'), 'a secret');
    const backlog = await createNewBacklog();
    backlog.write('backlog/templates/task.md', '');
    rmSync(join(backlog.dir, 'backlog/templates/task.md'));
    symlinkSync(join(outside, 'key'), join(backlog.dir, 'backlog/templates/task.md'));
    const { code, stderr } = await backlog.run(['add', '-t', 'task', 'Paint']);
    expect([code, stderr]).toEqual([
      2,
      'storymark: backlog/templates/task.md: a symbolic link: put the file itself there\n',
    ]);
  });

  it('has nothing written through a folder that leads out of it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'storymark-outside-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    const backlog = await createNewBacklog();
    symlinkSync(outside, join(backlog.dir, 'backlog/items'));
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(['add', 'Paint the door']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('items is a symbolic link')]);
    expect(readdirSync(outside)).toEqual([]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('gives no file a name that Windows cannot hold', async () => {
    const backlog = await createNewBacklog();
    const { code, stderr } = await backlog.run(['add', '-t', 'persona', 'Con']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('choose another id')]);
    expect(listFiles(backlog.dir).filter((path) => /con\.md/.test(path))).toEqual([]);
    await backlog.ok('add', '-t', 'persona', 'Con', '--set', 'id=con-artist');
  });

  it('changes no prototype, whatever its keys are', async () => {
    const backlog = await createNewBacklog();
    const head = 'id: TA-1\ntype: task\nstatus: draft\ntitle: Paint';
    const keys = ['constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const lines = keys.map((key) => `${key}: { polluted: yes, deep: { polluted: yes } }`);
    backlog.write(
      'backlog/items/TA-1-x.md',
      `---\n${head}\n${lines.join('\n')}\nscore: { constructor: 9 }\n---\n`,
    );
    const shown = JSON.parse(await backlog.ok('show', 'TA-1', '--json')) as object;
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(keys));
    await backlog.ok('list', '--json');
    await backlog.run(['check', '--format', 'json']);
    await backlog.run(['rank', '--json']);
    await backlog.run(['set', 'TA-1', '__proto__.polluted=yes']);
    await backlog.run(['set', 'TA-1', 'constructor.prototype.polluted=yes']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
    await backlog.ok('set', 'TA-1', 'points=3');
    for (const line of lines) expect(await backlog.fileOf('TA-1')).toContain(line);
    backlog.write('backlog/items/TA-2-x.md', `---\n${head}\n__proto__: { polluted: yes }\n---\n`);
    expect((await backlog.run(['list'])).stderr).toContain('the key __proto__ is not allowed');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('has what would act on a terminal shown instead', async () => {
    const backlog = await createNewBacklog();
    backlog.write(
      'backlog/items/TA-1-x.md',
      '---\nid: TA-1\ntype: task\nstatus: draft\ntitle: "a\\e[2Jb\\u202ec"\n---\n\n\u001b]0;title\u0007\n',
    );
    for (const argv of [['list'], ['show', 'TA-1'], ['check']]) {
      const { stdout, stderr } = await backlog.run(argv, { terminal: 100 });
      expect(stdout + stderr).not.toMatch(/[\u001b\u0007\u202e]/);
    }
    const { stdout } = await backlog.run(['list'], { terminal: 100 });
    expect(stdout).toContain('a\\u001b[2Jb\\u202ec');
  });
});

describe('ids that differ in case only', () => {
  it('are one: a second is refused, and one that is there is found', async () => {
    const backlog = await createNewBacklog();
    await backlog.ok('add', '-t', 'persona', 'Cook');
    const { code, stderr } = await backlog.run(['add', '-t', 'persona', 'COOK']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is already a persona cook')]);
    const text = backlog.read('backlog/personas/cook.md');
    backlog.write('backlog/personas/Cook.md', text.replace('id: cook', 'id: Cook'));
    const found = await backlog.run(['check']);
    expect([found.code, found.stdout]).toEqual([1, expect.stringContaining('id/duplicate')]);
  });
});

describe('counted ids', () => {
  it('are counted anew when another writer took the number', async () => {
    const backlog = await createNewBacklog('--ids', 'sequential');
    const both = await Promise.all([
      backlog.run(['add', 'One']),
      backlog.run(['add', '-t', 'bug', 'Two']),
      backlog.run(['add', 'Three']),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    const numbers = both.map(({ stdout }) => Number(stdout.trim().split('-')[1]));
    expect(numbers.sort()).toEqual([1, 2, 3]);
  });
});
