// Starts a rule or a command: writes its files, with examples that pass, and registers it.
//   npm run new:rule story/emoji      src/check/rules/story-emoji.ts
//   npm run new:command order/pin     src/commands/order/pin.ts, its use case and its test
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandFiles, registerCommand } from './new/command.mjs';
import { registerRule, ruleFiles } from './new/rule.mjs';

const [kind, name = ''] = process.argv.slice(2);
const { files, register, index } =
  kind === 'command'
    ? { files: commandFiles, register: registerCommand, index: 'src/commands/index.ts' }
    : { files: ruleFiles, register: registerRule, index: 'src/check/rules/index.ts' };
const [, group, word] = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/.exec(name) ?? [];
if (word === undefined) fail(`npm run new:${kind} GROUP/NAME, in small letters: story/emoji`);
if (kind === 'command' && !existsSync(`src/commands/${group}`)) {
  fail(`there is no folder src/commands/${group}: take one of the headings of --help`);
}
const made = Object.entries(files(group, word));
const taken = made.find(([path]) => existsSync(path));
if (taken) fail(`${taken[0]} is there already`);
for (const [path, text] of made) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
writeFileSync(index, register(readFileSync(index, 'utf8'), group, word));
const paths = [...made.map(([path]) => path), index];
execFileSync('node_modules/.bin/biome', ['check', '--write', ...paths], { stdio: 'ignore' });
process.stdout.write(`${paths.join('\n')}\nNow replace what TODO marks; then: npm run readme\n`);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
