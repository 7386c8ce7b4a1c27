// The examples of docs/library.md, run against the installed package.
//   node library-examples.mjs write FOLDER   writes each as FOLDER/example-N.mts
//   node library-examples.mjs run FOLDER     runs what tsc made of them, and compares what they print
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(new URL('../../docs/library.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
const [step, folder] = process.argv.slice(2);

for (const [index, code] of examples.entries()) {
  const name = join(folder, `example-${index + 1}`);
  if (step === 'write') writeFileSync(`${name}.mts`, code);
  else runExample(name, readExpected(code));
}
if (examples.length < 5) fail('docs/library.md has lost its examples');

/** A comment `// prints …`, and the comment lines below it. */
function readExpected(code) {
  return [...code.matchAll(/^\/\/ prints (.*(?:\n\/\/ {3}.*)*)/gm)].map(([, text]) =>
    text.replaceAll(/\n\/\/ {3}/g, '\n'),
  );
}

function runExample(name, expected) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${name}.mjs`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) fail(`${name} ended with ${status}: ${stderr}`);
  if (stdout.trimEnd() !== expected.join('\n')) {
    fail(`${name} printed\n${stdout}\nbut docs/library.md says\n${expected.join('\n')}`);
  }
}

function fail(message) {
  process.stderr.write(`smoke: ${message}\n`);
  process.exit(1);
}
