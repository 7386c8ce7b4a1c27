import type { Levels, RuleExample } from '../../check/define-rule.js';
import { rules } from '../../check/rules/index.js';
import type { Style } from '../../terminal/style.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';

interface ExplainedRule {
  readonly id: string;
  /** In the preset `recommended`. */
  readonly severity: string;
  readonly presets: Levels;
  readonly fixable: boolean;
  readonly summary: string;
  readonly why: string;
  /** Options and what they are when nothing is set; null when there are none. */
  readonly options: object | null;
  readonly supersedes: readonly string[];
  readonly good: readonly RuleExample[];
  readonly bad: readonly RuleExample[];
}

export function run(_context: Context, input: Input): Outcome<ExplainedRule> {
  const [id = ''] = input.args;
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const ids = rules.map((one) => one.id);
    failUsage(`there is no rule "${id}".${didYouMean(id, ids)} (${ids.join(', ')})`);
  }
  const { levels, fixable = false, summary, why, defaults = null, supersedes = [] } = rule;
  const { good, bad } = rule;
  const severity = levels.recommended;
  const options = rule.options === undefined ? null : defaults;
  const data = { id, severity, presets: levels, fixable, summary, why, options, supersedes };
  return { data: { ...data, good, bad } };
}

export function render(data: ExplainedRule, style: Style): string {
  const { id, severity, presets, summary, why, options, supersedes, good, bad } = data;
  const fix = data.fixable ? ['check --fix can fix it where the meaning does not change.'] : [];
  const wins = supersedes.length === 0 ? [] : [`Replaces ${supersedes.join(', ')}.`];
  return [
    `${style.bold(id)} (${severity})`,
    `${summary}.`,
    why,
    ...fix,
    ...wins,
    describeLevels(presets),
    describeSetting(id, presets, options),
    ...showExamples('Good:', good),
    ...showExamples('Bad:', bad),
  ].join('\n\n');
}

function describeLevels(presets: Levels): string {
  const parts = Object.entries(presets).map(([preset, level]) => `${preset} ${level}`);
  return `Presets: ${parts.join(', ')}`;
}

/** What to write into backlog.yaml, with the options as they are by default. */
function describeSetting(id: string, presets: Levels, options: object | null): string {
  const level = presets.recommended === 'off' ? 'warn' : 'off';
  const value = options === null ? level : `[warn, ${JSON.stringify(options)}]`;
  return `In backlog.yaml:\n\n    check:\n      rules:\n        ${id}: ${value}`;
}

function showExamples(title: string, examples: readonly RuleExample[]): readonly string[] {
  return examples.map(({ text, others = {} }) => {
    const beside = Object.entries(others).map(([path, other]) => `${path}:\n\n${indent(other)}`);
    return [title, indent(text), ...beside].join('\n\n');
  });
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}
