import type { Settings } from '../backlog/settings.js';
import { compileGlobs } from '../text/glob.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { didYouMean } from '../text/suggest.js';
import type { Level, Preset, Rule, Severity, Subject } from './define-rule.js';
import { rules } from './rules/index.js';

/** A level, or a level and options, as settings give it. */
export type RuleSetting = Level | readonly [Level, Readonly<Record<string, unknown>>];

/** What a backlog or a command line says about checking; every part may be left out. */
export interface CheckOptions {
  readonly preset?: Preset | undefined;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly overrides?: Settings['check']['overrides'];
}

/** A rule that is on for a file. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: object;
}

/** What decides an override: a file that cannot be read has no item. */
export type Target = Pick<Subject, 'path' | 'item'>;

/** Settings made ready: rule ids known, options valid, globs compiled. */
export interface CheckSettings {
  readonly preset: Preset;
  /** Every rule's level and options before overrides, in the order of the rules. */
  readonly base: ReadonlyMap<string, ResolvedRule>;
  readonly overrides: readonly Override[];
  /** What was asked for last, on the command line: overrides do not reach it. */
  readonly finalOverrides: ReadonlyMap<string, Partial<ResolvedRule>>;
}

export interface ResolvedRule {
  readonly level: Level;
  readonly options: object;
}

interface Override {
  readonly matches: (target: Target) => boolean;
  readonly rules: ReadonlyMap<string, Partial<ResolvedRule>>;
}

/**
 * Makes settings ready for checking: preset, then `rules`, then `overrides` in their order, then
 * what `forced` says (`--rule id=level`). Unknown rules and options are usage problems. Loads
 * zod only for options and picomatch only for globs, since a backlog without them needs neither.
 */
export async function prepareSettings(
  given: CheckOptions = {},
  finalOverrides: CheckOptions = {},
): Promise<Result<CheckSettings>> {
  const preset = finalOverrides.preset ?? given.preset ?? 'recommended';
  const problems: Problem[] = [];
  const read = async (source: CheckOptions['rules'], where: string) =>
    readRules(source ?? {}, where, problems);
  const own = await read(given.rules, 'check.rules');
  const last = await read(finalOverrides.rules, '--rule');
  const overrides: Override[] = [];
  for (const [index, override] of (given.overrides ?? []).entries()) {
    const matches = await compileOverride(override);
    if (!matches.ok) {
      const where = `check.overrides.${index}.path`;
      const at = { path: 'backlog.yaml' };
      problems.push(
        ...matches.problems.map((one) => ({ ...one, ...at, message: `${where}: ${one.message}` })),
      );
      continue;
    }
    overrides.push({
      matches: matches.value,
      rules: await read(override.rules, `check.overrides.${index}.rules`),
    });
  }
  if (problems.length > 0) return failure(...problems);
  const base = new Map<string, ResolvedRule>();
  for (const rule of rules) {
    const preset_ = { level: rule.levels[preset], options: rule.defaults ?? {} };
    base.set(rule.id, { ...preset_, ...own.get(rule.id) });
  }
  return success({ preset, base, overrides, finalOverrides: last });
}

async function readRules(
  source: Readonly<Record<string, RuleSetting>>,
  where: string,
  problems: Problem[],
): Promise<ReadonlyMap<string, Partial<ResolvedRule>>> {
  const read = new Map<string, Partial<ResolvedRule>>();
  for (const [id, setting] of Object.entries(source)) {
    const path = where.startsWith('--') ? {} : { path: 'backlog.yaml' };
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) {
      const hint =
        didYouMean(
          id,
          rules.map((one) => one.id),
        ) || ' storymark rules lists them all.';
      problems.push({
        kind: 'usage',
        message: `${where}: there is no rule "${id}".${hint}`,
        ...path,
      });
      continue;
    }
    const [level, given] = typeof setting === 'string' ? [setting] : setting;
    if (given === undefined) {
      read.set(id, { level });
      continue;
    }
    const options = await readOptions(rule, given);
    if (typeof options === 'string') {
      problems.push({ kind: 'usage', message: `${where}.${id}: ${options}`, ...path });
    } else read.set(id, { level, options });
  }
  return read;
}

/** The options, whole; or what is wrong with them. */
async function readOptions(rule: Rule, given: object): Promise<object | string> {
  if (rule.options === undefined) return 'this rule has no options';
  const zod = await import('zod');
  const parsed = rule.options(zod).safeParse(given);
  if (parsed.success) return { ...rule.defaults, ...(parsed.data as object) };
  return parsed.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
}

async function compileOverride(
  override: Settings['check']['overrides'][number],
): Promise<Result<(target: Target) => boolean>> {
  const types = listOf(override.type);
  const statuses = listOf(override.status);
  const globs = listOf(override.path);
  const compiled = globs === null ? success(() => true) : await compileGlobs(globs, { dot: true });
  if (!compiled.ok) return compiled;
  const matchesPath = compiled.value;
  return success(
    ({ path, item }) =>
      (types?.includes(item?.type ?? '') ?? true) &&
      (statuses?.includes(item?.status ?? '') ?? true) &&
      matchesPath(path),
  );
}

function listOf(value: string | readonly string[] | undefined): readonly string[] | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? [value] : value;
}

/** Every rule's level and options for one file. */
export function resolveSettings(
  settings: CheckSettings,
  target: Target,
): ReadonlyMap<string, ResolvedRule> {
  const held = settings.overrides.filter(({ matches }) => matches(target));
  return layer(settings, held);
}

function layer(settings: CheckSettings, held: readonly Override[]) {
  const resolved = new Map(settings.base);
  for (const changes of [...held.map((override) => override.rules), settings.finalOverrides]) {
    for (const [id, change] of changes) {
      const before = resolved.get(id);
      if (before) resolved.set(id, { ...before, ...change });
    }
  }
  return resolved;
}

/** The rules that are on for a file, for many files: each mix of overrides is worked out once. */
export function createResolver(settings: CheckSettings): (target: Target) => readonly ActiveRule[] {
  const known = new Map<string, readonly ActiveRule[]>();
  return (target) => {
    const held = settings.overrides.filter(({ matches }) => matches(target));
    const key = held.map((override) => settings.overrides.indexOf(override)).join();
    const active = known.get(key) ?? activeRules(layer(settings, held));
    known.set(key, active);
    return active;
  };
}

function activeRules(resolved: ReadonlyMap<string, ResolvedRule>): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const { level, options } = resolved.get(rule.id) ?? { level: 'off', options: {} };
    return level === 'off' ? [] : [{ rule, severity: level, options }];
  });
}

/** What `check --print-config PATH` prints: the settings as they hold for one file. */
export function printConfig(settings: CheckSettings, target: Target) {
  const resolved = [...resolveSettings(settings, target)];
  const entries = resolved.map(([id, { level, options }]): [string, RuleSetting] => [
    id,
    Object.keys(options).length === 0 ? level : [level, { ...options }],
  ]);
  return { path: target.path, preset: settings.preset, rules: Object.fromEntries(entries) };
}
