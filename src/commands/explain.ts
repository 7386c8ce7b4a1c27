import type { RuleExample } from '../check/define-rule.js';
import { rules } from '../check/rules/index.js';
import type { Style } from '../terminal/style.js';
import { didYouMean } from '../text/suggest.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage } from './failure.js';

interface ExplainedRule {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
  readonly why: string;
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
  const { severity, summary, why, good, bad } = rule;
  return { data: { id, severity, summary, why, good, bad } };
}

export function render(
  { id, severity, summary, why, good, bad }: ExplainedRule,
  style: Style,
): string {
  const show = (title: string, examples: readonly RuleExample[]) =>
    examples.map(({ text }) => `${title}\n\n${text.trimEnd().replace(/^/gm, '    ')}`);
  return [
    `${style.bold(id)} (${severity})`,
    `${summary}.`,
    why,
    ...show('Good:', good),
    ...show('Bad:', bad),
  ].join('\n\n');
}
