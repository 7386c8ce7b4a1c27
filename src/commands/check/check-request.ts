import { type Level, type Preset, presets } from '../../check/define-rule.js';
import type { ReportFormat } from '../../check/reporters/index.js';
import type { CheckOptions } from '../../check/settings.js';
import type { Input } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';
import { readNumber } from '../shared/read-backlog.js';

/** A report and the file it goes to; null is standard output. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file: string | null;
}

/** Everything `check` was asked for, its options known to go together. */
export interface CheckRequest {
  readonly paths: readonly string[];
  /** Which content: files as they are, those that differ from a base, or what is staged. */
  readonly scope: 'files' | 'changed' | 'staged';
  readonly base: string | null;
  readonly readsStdin: boolean;
  /** What the text on standard input is named. */
  readonly stdinName: string;
  /** README.md, dotfiles and node_modules are left out. */
  readonly ignores: boolean;
  readonly overrides: CheckOptions;
  readonly fix: 'no' | 'write' | 'show';
  readonly suppress: 'no' | 'all' | 'prune';
  readonly quiet: boolean;
  readonly maxWarnings: number;
  readonly watch: boolean;
  readonly targets: readonly ReportTarget[];
}

const levelNames: readonly string[] = ['off', 'warn', 'error'] satisfies Level[];

export function readCheckRequest(input: Input): CheckRequest {
  const { args } = input;
  const readsStdin = args.includes('-') || input.option('stdin-filename') !== undefined;
  const { base, paths } = readBase(input);
  const request: CheckRequest = {
    paths: paths.filter((path) => path !== '-'),
    scope: readScope(input),
    base,
    readsStdin,
    stdinName: input.option('stdin-filename') ?? '<stdin>',
    ignores: !input.flag('no-ignore'),
    overrides: readOverrides(input),
    fix: readFix(input),
    suppress: readSuppress(input),
    quiet: input.flag('quiet'),
    maxWarnings: readNumber(input, 'max-warnings') ?? Number.POSITIVE_INFINITY,
    watch: input.flag('watch'),
    targets: formatOptions(input.given),
  };
  rejectConflicts(request, input);
  return request;
}

/** `--changed` may be followed by a base or by a path; what git will make of it is seen later. */
function readBase(input: Input): {
  readonly base: string | null;
  readonly paths: readonly string[];
} {
  return { base: input.option('changed') ?? null, paths: input.args };
}

function readScope(input: Input): CheckRequest['scope'] {
  if (input.flag('staged')) return 'staged';
  const isChanged = input.flag('changed') || input.option('changed') !== undefined;
  return isChanged ? 'changed' : 'files';
}

function readFix(input: Input): CheckRequest['fix'] {
  if (input.flag('fix-dry-run') || (input.flag('fix') && input.dryRun)) return 'show';
  return input.flag('fix') ? 'write' : 'no';
}

function readSuppress(input: Input): CheckRequest['suppress'] {
  if (input.flag('suppress-all')) return 'all';
  return input.flag('prune-suppressions') ? 'prune' : 'no';
}

/** `--preset NAME` and `--rule id=level`, which go before what backlog.yaml says. */
function readOverrides(input: Input): CheckOptions {
  const preset = input.option('preset');
  const rules = input.options('rule').map((word) => {
    const [id = '', level = '', ...rest] = word.split('=');
    if (id === '' || rest.length > 0 || !levelNames.includes(level)) {
      failUsage(`--rule ${word}: expected RULE=off, warn or error, such as story/no-role=warn`);
    }
    return [id, level as Level] as const;
  });
  return {
    preset: preset === undefined ? undefined : readPreset(preset),
    rules: Object.fromEntries(rules),
  };
}

function readPreset(name: string): Preset {
  const preset = presets.find((one) => one === name);
  return preset ?? failUsage(`--preset: there is no preset "${name}" (${presets.join(', ')})`);
}

function rejectConflicts(request: CheckRequest, input: Input): void {
  const { scope, readsStdin, fix, suppress, watch, paths, targets } = request;
  const reject = (message: string) => failUsage(message);
  if (input.flag('staged') && input.option('changed') !== undefined) {
    reject('--staged and --changed cannot be combined');
  }
  if (readsStdin && paths.length > 0) reject('standard input cannot be combined with files');
  if (readsStdin && scope !== 'files')
    reject('standard input cannot be combined with --staged or --changed');
  if (input.option('at') !== undefined && (readsStdin || watch || scope !== 'files')) {
    reject('--at checks a commit as it is: not standard input, not the index, and not again');
  }
  if (input.option('at') !== undefined && (fix === 'write' || suppress !== 'no')) {
    reject('--at is read-only: a commit cannot be changed');
  }
  if (fix === 'write' && readsStdin) {
    reject('--fix cannot write to standard input; preview with --fix-dry-run');
  }
  if (fix !== 'no' && scope === 'staged') {
    reject('--fix changes files but --staged reads the index: fix first, then git add');
  }
  if (suppress !== 'no' && (readsStdin || scope !== 'files' || fix !== 'no')) {
    const flag = suppress === 'all' ? '--suppress-all' : '--prune-suppressions';
    reject(`${flag} counts what files hold: give it paths, or nothing for all`);
  }
  if (!watch) return;
  if (input.json !== null) reject('--watch prints repeatedly, --json prints one value');
  if (readsStdin || scope === 'staged') reject('--watch needs files to watch');
  if (fix !== 'no' || suppress !== 'no') reject('--watch is read-only; fix or suppress without it');
  if (
    targets.some(({ format, file }) => file === null && !['stylish', 'compact'].includes(format))
  ) {
    reject('--watch is for people: use --format stylish or compact');
  }
}

/**
 * Pairs `--format` and `--output` in the order they were typed, whichever comes first in a pair:
 * `--format stylish --format sarif --output out.sarif`. Without a format, stylish.
 */
function formatOptions(
  given: readonly (readonly [name: string, value: string])[],
): readonly ReportTarget[] {
  const targets: { format: ReportFormat | null; file: string | null }[] = [];
  for (const [name, value] of given) {
    const last = targets.at(-1);
    if (name === 'format') {
      const format = value as ReportFormat;
      if (last && last.format === null) last.format = format;
      else targets.push({ format, file: null });
    } else if (name === 'output') {
      if (last && last.file === null) last.file = value;
      else targets.push({ format: null, file: value });
    }
  }
  const read = targets.map(({ format, file }) => ({ format: format ?? 'stylish', file }));
  const loose = read.filter(({ file }) => file === null);
  if (loose.length > 1) {
    const names = loose.map(({ format }) => format).join(' and ');
    failUsage(
      `${names}: only one report can go to standard output; add --output FILE to the others`,
    );
  }
  return read.length > 0 ? read : [{ format: 'stylish', file: null }];
}
