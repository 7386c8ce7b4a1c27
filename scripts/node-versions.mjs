// Runs the built program and the library on each version of Node that is supported, and on one that
// is not. npx brings the versions.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'storymark-node-'));
cpSync(join(repository, 'examples/calendar'), folder, { recursive: true });
const program = join(repository, 'bin/storymark.js');
const library = `
  import { openBacklog } from ${JSON.stringify(join(repository, 'bin/library.js'))};
  const backlog = await (await openBacklog('.')).read();
  console.log((await backlog.plan({ capacity: 20 })).plan.proven);`;
const listCalls = (version) => [
  [program, '--version'],
  [program, 'set', '7K', 'points=3'],
  [program, 'list', 'status:ready'],
  [program, 'sprint', 'plan', '--sprints', '3'],
  [program, 'site', 'build', `site-${version}`],
  ['--input-type=module', '--eval', library],
];

for (const version of ['20', '22', '24']) {
  const calls = listCalls(version);
  for (const call of calls) {
    const { status, stdout, stderr } = runOn(version, call);
    if (status !== 0 || stdout === '') fail(version, call, stderr);
  }
  process.stdout.write(`Node ${version}: ${calls.length} calls work\n`);
}
for (const call of [listCalls('18').at(0), listCalls('18').at(-1)]) {
  const { status, stderr } = runOn('18', call);
  if (status === 0 || !stderr.includes('Node 20.17 or newer is needed')) fail('18', call, stderr);
}
process.stdout.write('Node 18: says which version is needed\n');
rmSync(folder, { recursive: true });

function runOn(version, call) {
  const words = ['--yes', '--package', `node@${version}`, 'node', ...call];
  return spawnSync('npx', words, { cwd: folder, encoding: 'utf8' });
}

function fail(version, call, stderr) {
  process.stderr.write(`Node ${version}: ${call.join(' ')}\n${stderr}\n`);
  process.exit(1);
}
