import type { CommandSpec, OptionSpec } from '../shared/command.js';
import { forceOption, touchedKeys } from '../shared/shared-options.js';

const on: OptionSpec = { flags: '--on <date>', summary: 'date of the change (default: today)' };
const reason: OptionSpec = { flags: '--reason <text>', summary: 'reason, saved in the item' };

function statusSpec(name: string, summary: string, options: readonly OptionSpec[]): CommandSpec {
  return {
    name,
    group: 'Items',
    summary,
    args: [
      {
        name: 'id',
        summary: 'id, or its unique beginning',
        required: true,
        variadic: true,
        completes: 'id',
      },
    ],
    options: [on, ...options, forceOption],
    writes: true,
    jsonKeys: touchedKeys,
  };
}

export const startSpec = statusSpec('start', 'start work on items', [reason]);
export const doneSpec = statusSpec('done', 'mark items as done', [
  { flags: '--tick', summary: 'tick all acceptance criteria' },
]);
export const dropSpec = statusSpec('drop', 'close items that will not be done', [reason]);
export const reopenSpec = statusSpec('reopen', 'reopen closed items', [reason]);
