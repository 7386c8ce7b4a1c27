import type { FileChange } from '../../backlog/change-set.js';
import { attributesFile } from '../../git/attributes.js';
import { addMergeAttribute, installDriver } from '../../git/merge-driver.js';
import { findWorkTree } from '../../git/run-git.js';
import type { Context, Input } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';

export { attributesFile };

export interface MergeOutcome {
  /** Git merges this backlog's documents field by field now. */
  readonly isSet: boolean;
  readonly notes: readonly string[];
}

/** `.gitattributes` of the backlog, which names the merge driver for all who clone it. */
export function changeAttributes(before: string | null): FileChange {
  return { path: attributesFile, before, after: addMergeAttribute(before) };
}

/**
 * Tells git how to merge documents. A backlog may stand outside of any repository: that is no
 * problem, unless `--git` asked for it.
 */
export function setUpMerges(context: Context, folder: string, input: Input): MergeOutcome {
  const at = context.files.isFolder(folder) ? folder : context.cwd;
  const top = findWorkTree(at);
  if (!top.ok && !input.flag('git')) return { isSet: false, notes: [] };
  const workTree = unwrap(top);
  if (input.dryRun) {
    return { isSet: false, notes: ['would configure git to merge its documents field by field'] };
  }
  unwrap(installDriver(workTree));
  return { isSet: true, notes: [] };
}
