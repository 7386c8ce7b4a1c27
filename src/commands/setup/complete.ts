import { allItems } from '../../backlog/backlog.js';
import { isOpen } from '../../backlog/workflow.js';
import { locateBacklog } from '../../store/locate.js';
import { commandSpecs } from '../index.js';
import type { ArgumentSpec, CommandSpec, Context, Input, Outcome } from '../shared/command.js';

/** The words that may stand where the last one given is being typed. */
export function run(context: Context, input: Input): Outcome<readonly string[]> {
  const before = input.args.slice(0, -1);
  const typed = input.args.at(-1) ?? '';
  const words = listWords(context, before, typed);
  return { data: words.filter((word) => word.toUpperCase().startsWith(typed.toUpperCase())) };
}

function listWords(context: Context, before: readonly string[], typed: string): readonly string[] {
  const visible = commandSpecs.filter(({ hidden }) => !hidden);
  const plain = before.filter((word) => !word.startsWith('-'));
  const spec = visible.findLast(({ name }) => {
    const parts = name.split(' ');
    return parts.every((part, index) => plain[index] === part);
  });
  if (!spec) return listCommandWords(visible, plain);
  if (typed.startsWith('-')) return listFlags(spec);
  const given = plain.length - spec.name.split(' ').length;
  const args = spec.args ?? [];
  const arg = args[Math.min(given, args.length - 1)];
  return arg && (given < args.length || arg.variadic) ? completeArgument(context, arg) : [];
}

function listCommandWords(
  specs: readonly CommandSpec[],
  plain: readonly string[],
): readonly string[] {
  const depth = plain.length;
  const fitting = specs
    .map(({ name }) => name.split(' '))
    .filter((parts) => plain.every((word, index) => parts[index] === word));
  return [...new Set(fitting.map((parts) => parts[depth] ?? ''))].filter((word) => word !== '');
}

function listFlags({ options = [], writes }: CommandSpec): readonly string[] {
  const own = options.flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? []);
  const shared = ['--json', '--help', ...(writes ? ['--dry-run', '--commit'] : [])];
  return [...own, ...shared];
}

function completeArgument(context: Context, { completes }: ArgumentSpec): readonly string[] {
  if (completes === undefined || completes === 'file') return [];
  if (completes !== 'id') return completes;
  if (locateBacklog(context.files, context.cwd) === null) return [];
  const backlog = context.store().read();
  if (!backlog.ok) return [];
  return allItems(backlog.value)
    .filter((item) => isOpen(backlog.value.settings, item))
    .map(({ id }) => id);
}

export function render(data: readonly string[]): string {
  return data.join('\n');
}
