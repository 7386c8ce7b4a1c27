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
  summary: 'check stories and the backlog around them',
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
      summary: 'how to report; with --output several times',
      choices: reportFormats,
      repeats: true,
    },
    {
      flags: '--output <file>',
      summary: 'write the report of the --format beside it to a file',
      repeats: true,
    },
    { flags: '--quiet', summary: 'errors only' },
    { flags: '--max-warnings <n>', summary: 'fail when there are more warnings' },
    { flags: '--preset <name>', summary: 'the levels rules start from', choices: presets },
    {
      flags: '--rule <id=level>',
      summary: 'set a rule to off, warn or error; may be repeated',
      repeats: true,
    },
    { flags: '--changed [base]', summary: 'only what differs from a branch (default: main)' },
    { flags: '--staged', summary: 'what is staged in git, as it is staged' },
    { flags: '--stdin-filename <path>', summary: 'what the text on standard input is called' },
    { flags: '--no-ignore', summary: 'check README.md, dotfiles and node_modules too' },
    { flags: '--fix', summary: 'mend what can be mended without a change of meaning' },
    { flags: '--fix-dry-run', summary: 'print what --fix would do as a diff' },
    { flags: '--watch', summary: 'check again whenever a file changes' },
    { flags: '--print-config <path>', summary: 'print the rules as they hold for a file' },
    { flags: '--suppress-all', summary: 'write down what is found today; only more will fail' },
    { flags: '--prune-suppressions', summary: 'shorten that list to what is still found' },
  ],
  examples: [
    { command: 'storymark check', does: 'the whole backlog; exits with 1 when there are errors' },
    { command: 'storymark check "docs/**/*.md"', does: 'Markdown outside any backlog' },
    { command: 'storymark check --staged', does: 'what the next commit would bring, in a hook' },
    {
      command: 'storymark check --format stylish --format sarif --output check.sarif',
      does: 'for people, and for code scanning',
    },
  ],
  writes: true,
  jsonKeys: ['files', 'errors', 'warnings', 'findings'],
};
