import type { Levels, Rule } from '../../check/define-rule.js';
import { rules } from '../../check/rules/index.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';

interface ListedRule {
  readonly id: string;
  /** In the preset `recommended`. */
  readonly severity: string;
  readonly presets: Levels;
  readonly fixable: boolean;
  readonly summary: string;
  readonly why: string;
}

export function run(_context: Context, _input: Input): Outcome<readonly ListedRule[]> {
  return { data: rules.map(listRule) };
}

function listRule({ id, levels, fixable = false, summary, why }: Rule): ListedRule {
  return { id, severity: levels.recommended, presets: levels, fixable, summary, why };
}

export function render(data: readonly ListedRule[], style: Style): string {
  return style.table({
    columns: [
      { title: 'RULE' },
      { title: 'DEFAULT' },
      { title: 'STRICT' },
      { title: 'FORMAT-ONLY' },
      { title: 'FIX' },
      { title: 'SUMMARY', shrinks: true },
    ],
    rows: data.map(({ id, presets, fixable, summary }) => [
      id,
      presets.recommended,
      presets.strict,
      presets['format-only'],
      fixable ? 'fix' : '',
      summary,
    ]),
  });
}
