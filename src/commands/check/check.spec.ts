import { presets } from '../../check/define-rule.js';
import type { ReportFormat } from '../../check/reporters/index.js';
import type { CommandSpec } from '../shared/command.js';
import { atOption } from '../shared/shared-options.js';

/** The names `--format` takes; a type alone is imported, so that help loads no reporter. */
export const reportFormats: readonly ReportFormat[] = [
  'stylish',
  'compact',
  'json',
  'sarif',
  'junit',
  'checkstyle',
  'github',
  'gitlab',
];

export const checkSpec: CommandSpec = {
  name: 'check',
  group: 'Stories',
  summary: 'check stories and the rest of the backlog',
  args: [
    {
      name: 'path',
      summary: 'files, folders or quoted globs: of the backlog, or Markdown anywhere; - is stdin',
      variadic: true,
      completes: 'file',
    },
  ],
  options: [
    atOption,
    {
      flags: '--format <format>',
      summary: 'output format; may be repeated with --output',
      choices: reportFormats,
      repeats: true,
    },
    {
      flags: '--output <file>',
      summary: 'write the report of the preceding --format to a file',
      repeats: true,
    },
    { flags: '--quiet', summary: 'errors only' },
    { flags: '--max-warnings <n>', summary: 'fail if there are more than N warnings' },
    { flags: '--preset <name>', summary: 'rule preset', choices: presets },
    {
      flags: '--rule <id=level>',
      summary: 'set a rule to off, warn or error; may be repeated',
      repeats: true,
    },
    { flags: '--changed [base]', summary: 'only what changed since a branch (default: main)' },
    { flags: '--staged', summary: 'only staged changes, as staged' },
    { flags: '--stdin-filename <path>', summary: 'file name for the text on standard input' },
    { flags: '--no-ignore', summary: 'check README.md, dotfiles and node_modules too' },
    { flags: '--fix', summary: 'fix problems that can be fixed without changing the meaning' },
    { flags: '--fix-dry-run', summary: 'print what --fix would change as a diff' },
    { flags: '--watch', summary: 'check again when files change' },
    { flags: '--print-config <path>', summary: 'print the rules that apply to a file' },
    { flags: '--suppress-all', summary: 'suppress all current findings; only new ones fail' },
    { flags: '--prune-suppressions', summary: 'remove suppressions that are no longer needed' },
  ],
  examples: [
    { command: 'storymark check', does: 'the whole backlog; exits with 1 when there are errors' },
    { command: 'storymark check "docs/**/*.md"', does: 'Markdown outside any backlog' },
    { command: 'storymark check --staged', does: 'what the next commit contains, for a hook' },
    {
      command: 'storymark check --format stylish --format sarif --output check.sarif',
      does: 'for people, and for code scanning',
    },
  ],
  writes: true,
  jsonKeys: ['files', 'errors', 'warnings', 'findings'],
};
