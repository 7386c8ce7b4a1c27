import { noteUnknownLanguage } from '../../language/tags.js';
import { changeSetting } from '../../ops/setup/configure.js';
import { settingsFile } from '../../store/locate.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';

interface Changed {
  readonly key: string;
  readonly path: string;
}

export function run(context: Context, input: Input): Outcome<Changed> {
  const [key = '', value = ''] = input.args;
  // Settings that are wrong already may be put right here.
  const file = context.store().readFile(settingsFile) ?? '';
  const note = key === 'language' ? noteUnknownLanguage(value) : null;
  return {
    data: { key, path: context.shownPath(settingsFile) },
    changes: [unwrap(changeSetting(file, key, value))],
    notes: note === null ? [] : [note],
    commitMessage: `Set ${key} in the backlog's settings`,
  };
}

export function render({ key, path }: Changed, style: Style): string {
  return style.isTerminal ? `${style.bold(key)}\n  ${style.dim(path)}` : key;
}
