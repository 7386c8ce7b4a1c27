import { rules } from '../check/rules/index.js';
import type { Style } from '../terminal/style.js';
import type { Context, Input, Outcome } from './command.js';

interface ListedRule {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
  readonly why: string;
}

export function run(_context: Context, _input: Input): Outcome<readonly ListedRule[]> {
  return { data: rules.map(({ id, severity, summary, why }) => ({ id, severity, summary, why })) };
}

export function render(data: readonly ListedRule[], style: Style): string {
  return style.table({
    columns: [{ title: 'RULE' }, { title: 'SEVERITY' }, { title: 'ASKS THAT', shrinks: true }],
    rows: data.map(({ id, severity, summary }) => [id, severity, summary]),
  });
}
