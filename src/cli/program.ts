import { Command, CommanderError, Option } from 'commander';
import type { CommandGroup, CommandSpec, Input } from '../commands/shared/command.js';
import { hideQueryDashes, joinJsonKeys, showQueryDashes, spellHelp } from './arguments.js';
import { version } from './version.js';

/** A command as it was called. */
export interface Invocation {
  readonly spec: CommandSpec;
  readonly input: Input;
  readonly directory: string | undefined;
  readonly yes: boolean;
  readonly debug: boolean;
  readonly color: boolean;
  readonly commit: boolean;
}

/** Words that stand before another (`sprint plan`), each with a line of its own in help. */
export type CommandGroups = Readonly<
  Record<string, { readonly summary: string; readonly group: CommandGroup }>
>;

/** Where help and usage errors go. */
export interface ProgramOutput {
  out(text: string): void;
  err(text: string): void;
  readonly columns: number;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads a command line against the specs. Null when commander has answered already: help, or a
 * usage error, whose exit code is then in `exit`.
 */
export async function readCommandLine(
  argv: readonly string[],
  specs: readonly CommandSpec[],
  groups: CommandGroups,
  output: ProgramOutput,
): Promise<{ readonly invocation: Invocation } | { readonly exit: 0 | 2 }> {
  let invocation: Invocation | undefined;
  const program = createProgram(specs, groups, output, (...call) => {
    invocation = createInvocation(...call);
  });
  const words = await joinJsonKeys(spellHelp(argv, specs), specs);
  try {
    program.parse(hideQueryDashes(words), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { exit: error.exitCode === 0 ? 0 : 2 };
    throw error;
  }
  return invocation ? { invocation } : { exit: 0 };
}

/** Options that repeat, in the order they were typed. */
type Given = readonly (readonly [name: string, value: string])[];
type OnCall = (spec: CommandSpec, args: readonly string[], values: Values, given: Given) => void;

function createProgram(
  specs: readonly CommandSpec[],
  groups: CommandGroups,
  output: ProgramOutput,
  onCall: OnCall,
): Command {
  const program = new Command('storymark')
    .description('A product backlog as Markdown files in your repository.')
    .version(version, '-V, --version', 'print the version')
    .option('-C, --directory <dir>', 'run as if started in this folder')
    .option('--json [keys]', 'print JSON, with these keys (comma-separated) or all')
    .option('--no-color', 'print without colour')
    .option('-y, --yes', 'do not prompt')
    .option('--debug', 'print the stack of an unexpected error')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command...]', 'print help for a command')
    // Commander would not wrap at all where the summaries get less than 40 columns.
    .configureHelp({ showGlobalOptions: true, helpWidth: output.columns, minWidthToWrap: 20 })
    .exitOverride()
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      outputError: (text, write) => write(text.replace(/^error: /, 'storymark: ')),
    });
  const parents = new Map<string, Command>();
  for (const spec of specs) {
    const [first = '', second] = spec.name.split(' ');
    if (second === undefined) {
      addCommand(program, first, spec, onCall);
      continue;
    }
    let parent = parents.get(first);
    if (!parent) {
      parent = program.command(first).description(groups[first]?.summary ?? '');
      parent.helpGroup(headingOf(groups[first]?.group ?? 'Items'));
      parents.set(first, parent);
    }
    addCommand(parent, second, spec, onCall);
  }
  return program;
}

function headingOf(group: CommandGroup): string {
  return `${group}:`;
}

function addCommand(parent: Command, name: string, spec: CommandSpec, onCall: OnCall): void {
  const command = parent.command(name, { hidden: spec.hidden ?? false }).description(spec.summary);
  // Commands inside a group need no headings: there are few.
  if (!spec.name.includes(' ')) command.helpGroup(headingOf(spec.group));
  command.showHelpAfterError(`see: storymark ${spec.name} --help`);
  for (const arg of spec.args ?? []) {
    const dots = arg.variadic ? '...' : '';
    command.argument(arg.required ? `<${arg.name}${dots}>` : `[${arg.name}${dots}]`, arg.summary);
  }
  const given: [string, string][] = [];
  for (const { flags, summary, choices, repeats, commas } of spec.options ?? []) {
    const option = new Option(flags, summary);
    if (choices) option.choices([...choices]);
    if (repeats) collectValues(option, given, commas ?? false);
    command.addOption(option);
  }
  if (spec.writes) {
    command.option('--dry-run', 'print the changes as a diff without writing them');
    command.option('--commit', 'commit only the files this command changed');
  }
  const examples = (spec.examples ?? []).map((line) => `  $ ${line.command}\n      ${line.does}`);
  if (examples.length > 0) command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`);
  command.action(() => onCall(spec, command.args, command.optsWithGlobals<Values>(), given));
}

/** Takes one value each time: commander's own lists would take all words that follow. */
function collectValues(option: Option, given: [string, string][], commas: boolean): void {
  const parse = option.parseArg;
  option.argParser((value: string, before: readonly string[] = []) => {
    // Checks the value against the choices, where there are some.
    parse?.(value, undefined);
    given.push([option.name(), value]);
    const values = commas ? value.split(',').map((one) => one.trim()) : [value];
    return [...before, ...values.filter((one) => one !== '' || !commas)];
  });
}

function createInvocation(
  spec: CommandSpec,
  args: readonly string[],
  values: Values,
  given: Given,
): Invocation {
  const option = (name: string) => {
    const value = values[camelCase(name)];
    return typeof value === 'string' ? showQueryDashes(value) : undefined;
  };
  // commander reads `--no-ignore` as `ignore` being false.
  const flag = (name: string) =>
    name.startsWith('no-')
      ? values[camelCase(name.slice('no-'.length))] === false
      : values[camelCase(name)] === true;
  return {
    spec,
    directory: option('directory'),
    yes: flag('yes'),
    debug: flag('debug'),
    color: values['color'] !== false,
    commit: flag('commit'),
    input: {
      args: args.map(showQueryDashes),
      option,
      options: (name) => {
        const value = values[camelCase(name)];
        const given = Array.isArray(value) ? value.map(String) : [value];
        return given.filter((one) => typeof one === 'string').map(showQueryDashes);
      },
      given,
      flag,
      json: readJsonKeys(values['json']),
      dryRun: flag('dry-run'),
    },
  };
}

function readJsonKeys(value: unknown): Input['json'] {
  if (value === undefined || value === false) return null;
  if (typeof value !== 'string' || value === '') return 'all';
  return value.split(',');
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
