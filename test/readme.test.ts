import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../src/check/rules/index.js';
import { commandSpecs } from '../src/commands/index.js';
import { type CommandSpec, commandHeadings } from '../src/commands/shared/command.js';
import { repository } from './support/sandbox.js';

// `npm run readme` sets this: the same code then writes what it otherwise compares.
const isUpdating = process.env['UPDATE_README'] === '1';
const path = join(repository, 'README.md');

interface DemoStep {
  readonly run: string;
  readonly say: string;
  /** Lines shown of its output, from the first; absent: not in the README. */
  readonly readme?: number;
}

interface Demo {
  runDemo(onStep: (step: DemoStep, stdout: string, stderr: string) => void): void;
}

function writeCommandTable(): string {
  const rows = commandHeadings.flatMap((heading) =>
    commandSpecs
      .filter(({ group, hidden }) => group === heading && !hidden)
      .map((spec) => `| \`${writeUsage(spec)}\` | ${spec.summary} |`),
  );
  return ['| command | does |', '|---|---|', ...rows].join('\n');
}

function writeUsage({ name, args = [] }: CommandSpec): string {
  const words = args.map(({ name: arg, required, variadic }) => {
    const text = arg.toUpperCase() + (variadic ? '…' : '');
    return required ? text : `[${text}]`;
  });
  return [name, ...words].join(' ');
}

function writeRuleTable(): string {
  const rows = rules.map(
    (rule) => `| \`${rule.id}\` | ${describeSeverity(rule)} | ${rule.summary} |`,
  );
  return ['| rule | by default | asks that |', '|---|---|---|', ...rows].join('\n');
}

function describeSeverity(rule: (typeof rules)[number]): string {
  return rule.severity;
}

async function writeTour(): Promise<string> {
  const { runDemo } = (await import(join(repository, 'scripts', 'demo.mjs'))) as Demo;
  const parts: string[] = [];
  runDemo(({ say, run, readme }, stdout) => {
    if (readme === undefined) return;
    const lines = stdout.trimEnd().split('\n');
    const shown = lines.slice(0, readme);
    const rest = lines.length > shown.length ? ['…'] : [];
    parts.push(`${say}:\n\n\`\`\`\n$ ${run}\n${[...shown, ...rest].join('\n')}\n\`\`\``);
  });
  return parts.join('\n\n');
}

function writeFile(): string {
  const file = join(
    repository,
    'examples/calendar/backlog/items/ST-R8B4Z-get-three-times-proposed-that-suit-everyone.md',
  );
  return `\`\`\`markdown\n${readFileSync(file, 'utf8').trimEnd()}\n\`\`\``;
}

const blocks: Readonly<Record<string, () => string | Promise<string>>> = {
  tour: writeTour,
  file: writeFile,
  commands: writeCommandTable,
  rules: writeRuleTable,
};

function blockPattern(name: string): RegExp {
  return new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- /generated -->)`);
}

describe('the README', () => {
  it.each(Object.keys(blocks))('shows the %s as they are (npm run readme)', async (name) => {
    if (name === 'tour') expect(existsSync(join(repository, 'dist/cli/entry.js'))).toBe(true);
    const text = `\n${await blocks[name]?.()}\n\n`;
    const readme = readFileSync(path, 'utf8');
    const expected = readme.replace(blockPattern(name), (_, start, end) => start + text + end);
    if (isUpdating) writeFileSync(path, expected);
    else expect(readme).toBe(expected);
    expect(readme).toMatch(blockPattern(name));
  });

  it('is short enough to read', () => {
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(400);
  });
});
