import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attributesFile, driverName, hasMergeAttribute } from './attributes.js';
import { findSharedGitFolder, readOrNull } from './git-folder.js';

const advice =
  'note: this clone merges backlog files line by line; to merge them field by field, run storymark init --git';

/** How the line began that ran what any branch brought. */
const oldDriver = 'driver = "for s in node_modules/.bin/storymark';

const oldAdvice =
  'note: the merge driver of this clone runs the storymark of the checked-out branch; to update it, run storymark init --git';

/**
 * What to tell whoever works in a clone that has `.gitattributes`, but not the merge driver these
 * name; null when there is nothing to tell, or it was told before. That is remembered in the git
 * directory.
 */
export async function noticeMissingDriver(root: string): Promise<string | null> {
  const attributes = readOrNull(join(root, attributesFile));
  if (attributes === null || !hasMergeAttribute(attributes)) return null;
  const gitFolder = findSharedGitFolder(root);
  if (gitFolder === null) return null;
  const told = join(gitFolder, 'storymark', 'told-of-merge-driver');
  if (existsSync(told)) return null;
  const config = readOrNull(join(gitFolder, 'config')) ?? '';
  const isOld = config.includes(oldDriver);
  if (!isOld && config.includes(`[merge "${driverName}"]`)) return null;
  // It may stand in the user's own configuration: only git knows all places.
  const { readDriver } = await import('./merge-driver.js');
  if (!isOld && readDriver(root) !== null) return null;
  remember(told);
  return isOld ? oldAdvice : advice;
}

function remember(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  } catch {
    // Where nothing can be written, it is told again.
  }
}
