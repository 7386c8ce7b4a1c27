import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/program.js';
import { commandGroups, commandSpecs } from '../../src/commands/index.js';
import { createSandbox, repository } from '../support/sandbox.js';

/*
 * Each example of the help, the README and the docs is given to the shells as it stands. What they
 * hand to the program is what is meant only if all of them hand over the same, the program takes
 * it, and no file was made that the line does not name.
 */

const shells = {
  bash: ['--noprofile', '--norc'],
  zsh: ['-f'],
  fish: ['--no-config'],
} as const;
type Shell = keyof typeof shells;
const names = Object.keys(shells) as Shell[];
const missing = names.filter((shell) => spawnSync(shell, ['-c', 'true']).status !== 0);

const helpExamples = commandSpecs.flatMap(({ examples = [] }) =>
  examples.map(({ command }) => command),
);
const examples = [...new Set([...helpExamples, ...listDocumentExamples()])];

/** Lines and code spans that begin with the program; those with … or [ are synopses. */
function listDocumentExamples(): readonly string[] {
  const docs = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = [
    'README.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ];
  return pages.flatMap((page) => {
    const text = readFileSync(join(repository, page), 'utf8');
    const spans = Array.from(
      text.matchAll(/`((?:npx )?storymark [^`\n]+)`/g),
      ([, span = '']) => span,
    );
    const lines = Array.from(
      text.matchAll(/^(?:\$ )?((?:npx )?storymark [^\n`]+)$/gm),
      ([, line = '']) => line,
    );
    return [...spans, ...lines].filter((one) => !/[…[]/.test(one));
  });
}

/** A line for one shell alone says so. */
function isFor(shell: Shell, line: string): boolean {
  const own = /completion (bash|zsh|fish)/.exec(line)?.[1];
  return own === undefined || own === shell;
}

const bin = mkdtempSync(join(tmpdir(), 'storymark-shells-'));
const log = join(bin, 'log');
// In the place of the programs: writes down the words it gets, and prints nothing.
for (const name of ['storymark', 'npx', 'gh', 'reviewdog']) {
  // In one write, since the two of a pipe run at the same time.
  const script = `#!/bin/sh\nwords=$(printf '%s\\037' ${name} "$@")\nprintf '%s\\036' "$words" >> "$LOG"\n`;
  writeFileSync(join(bin, name), script);
  chmodSync(join(bin, name), 0o755);
}
afterAll(() => rmSync(bin, { recursive: true }));

/** What a line calls the program with, and the files it leaves in an empty folder. */
function runIn(shell: Shell, line: string) {
  const folder = mkdtempSync(join(bin, 'work-'));
  mkdirSync(join(folder, 'backlog/templates'), { recursive: true });
  writeFileSync(log, '');
  const { status, stderr } = spawnSync(shell, [...shells[shell], '-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${bin}:/usr/bin:/bin`, HOME: folder, LOG: log },
  });
  const calls = readFileSync(log, 'utf8')
    .split('\u001e')
    .map((call) => call.split('\u001f').slice(0, -1))
    .map((words) => (words[0] === 'npx' ? words.slice(1) : words))
    .filter(([program]) => program === 'storymark');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  return { status, stderr, calls, files };
}

const recorded = new Map<string, readonly string[]>();

describe.each(names)('in %s', (shell) => {
  it.skipIf(missing.includes(shell))(
    `each of ${examples.length} examples reaches the program whole`,
    { timeout: 120_000 },
    () => {
      for (const line of examples.filter((one) => isFor(shell, one))) {
        const { status, stderr, calls, files } = runIn(shell, line);
        expect([line, status, stderr, calls.length]).toEqual([line, 0, '', 1]);
        const named = [...line.matchAll(/ > (\S+)/g)].map(([, path = '']) =>
          path.split('/').at(-1),
        );
        expect([line, files]).toEqual([line, named]);
        const words = calls[0]?.slice(1) ?? [];
        expect([line, words]).toEqual([line, recorded.get(line) ?? words]);
        recorded.set(line, words);
      }
    },
  );
});

it('says which shells were not there', () => {
  if (missing.length > 0) console.log(`skipped, not installed: ${missing.join(', ')}`);
  expect(missing).not.toContain('bash');
});

it('knows a line that a shell eats', () => {
  const { calls, files } = runIn('bash', 'storymark list points>5');
  expect([calls, files]).toEqual([[['storymark', 'list', 'points']], ['5']]);
});

it('the program takes each of them', async () => {
  for (const [line, words] of recorded) {
    const said: string[] = [];
    const output = { out: say, err: say, columns: 80 };
    function say(text: string) {
      said.push(text);
    }
    const read = await readCommandLine(words, commandSpecs, commandGroups, output);
    const name = 'invocation' in read ? read.invocation.spec.name : '';
    expect([line, said.join('')]).toEqual([line, '']);
    expect(line).toContain(`storymark ${name}`);
  }
  expect(recorded.size).toBe(examples.length);
});

it('does in the example backlog what the help says', { timeout: 300_000 }, async () => {
  const sandbox = createSandbox('examples/calendar');
  for (const [path, text] of Object.entries(inputs)) sandbox.write(path, text);
  const git = (...words: string[]) => spawnSync('git', words, { cwd: sandbox.dir });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.org');
  git('add', '.');
  git('commit', '-qm', 'A backlog');
  for (const tag of ['v1.2', 'v1.3']) git('tag', tag);
  for (const line of helpExamples) {
    const words = recorded.get(line) ?? [];
    if (askOnly.has(line) || notTried.some((one) => words.join(' ').startsWith(one))) continue;
    for (const before of prepared[line] ?? []) await sandbox.ok(...before.split(' '));
    const { code, stderr } = await sandbox.run(words, { stdin: '[]' });
    // 1 is an answer too: check found errors.
    expect([line, code < 2 ? '' : stderr]).toEqual([line, '']);
    git('reset', '-q', '--hard');
    git('clean', '-qfd');
  }
});

/** They end with Ctrl-C, begin a backlog, look further back than this clone, or refuse rightly. */
const notTried = ['site serve', 'diff main@{1 week ago}', 'init', 'delete'];
/** Alone these only ask. */
const askOnly = new Set([
  'storymark add',
  'storymark triage',
  'storymark score --pairwise label:mobile',
]);

const story = 'As a guest, I want to see the menu, so that I can choose.\n';
/** The files that examples read. */
const inputs: Readonly<Record<string, string>> = {
  'stories.txt': story,
  'wishes.txt': story,
  'docs/guide.md': `# Guide\n\n${story}`,
  'jira.csv': 'Summary,Team\nPrint the menu,Red\n',
  'readings.csv': 'day,value\n2026-11-20,4\n',
  'votes.csv': 'item,acme\nST-7K3FD,8\n',
  'stakeholders.csv': 'stakeholder,weight\nacme,3\n',
};

/** What has to be so before an example makes sense. */
const prepared: Readonly<Record<string, readonly string[]>> = {
  'storymark archive ST-7K3FD': ['drop ST-7K3FD'],
  'storymark archive --undo ST-7K3FD': ['drop ST-7K3FD', 'archive ST-7K3FD'],
  'storymark ask 7K "Yes, there above all" --answer 1': ['ask 7K Phones?'],
};
