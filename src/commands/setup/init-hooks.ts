import { hookCommand, planHook, writeHook } from '../../git/hooks.js';
import type { Context } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { showPath } from '../shared/shown-path.js';

/** What became of `init --hooks`. */
export interface HookOutcome {
  /** The hook that was made, as a person would write its path; null when none was. */
  readonly hook: string | null;
  readonly notes: readonly string[];
  /** 1 when stories will not be checked, since another hook stands there. */
  readonly exit: 0 | 1;
}

/** Puts a pre-commit hook where git, or husky, looks for it; another's is never overwritten. */
export function installHook(context: Context, folder: string, isDry: boolean): HookOutcome {
  const plan = unwrap(planHook(folder));
  const { path, state } = plan;
  const shown = showPath(context.cwd, path);
  switch (state) {
    case 'new':
    case 'old':
      if (!isDry) writeHook(plan);
      return isDry
        ? {
            hook: null,
            notes: [`would ${state === 'new' ? 'create' : 'update'} the hook ${shown}`],
            exit: 0,
          }
        : { hook: shown, notes: [], exit: 0 };
    case 'ours':
      return { hook: null, notes: [`${shown} already checks stories`], exit: 0 };
    case 'foreign': {
      const note = `${shown} already exists; add this line to it: ${hookCommand}`;
      return { hook: null, notes: [note], exit: 1 };
    }
    case 'shared': {
      const note = `core.hooksPath is outside this repository and shared with others; add this line to ${path}: ${hookCommand}`;
      return { hook: null, notes: [note], exit: 1 };
    }
    default:
      return state satisfies never;
  }
}
