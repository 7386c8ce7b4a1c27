import type { CommandSpec, OptionSpec } from '../shared/command.js';
import { forceOption, touchedKeys } from '../shared/shared-options.js';

const on: OptionSpec = { flags: '--on <date>', summary: 'the day it happened (default: today)' };
const reason: OptionSpec = { flags: '--reason <text>', summary: 'why, kept in the item' };

function statusSpec(name: string, summary: string, options: readonly OptionSpec[]): CommandSpec {
  return {
    name,
    group: 'Items',
    summary,
    args: [
      {
        name: 'id',
        summary: 'any unique beginning of an id',
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

export const startSpec = statusSpec('start', 'begin work on items', [reason]);
export const doneSpec = statusSpec('done', 'mark items as done', [
  { flags: '--tick', summary: 'tick all acceptance criteria: they were seen' },
]);
export const dropSpec = statusSpec('drop', 'decide not to do items', [reason]);
export const reopenSpec = statusSpec('reopen', 'take items up again', [reason]);
