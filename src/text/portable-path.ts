/** Names Windows keeps for its devices, whatever ending they have. */
const deviceNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
const longestName = 255;

/** Why a path would leave the folder it is meant for; null when it stays inside. */
export function findEscape(path: string): string | null {
  const parts = path.split('/');
  const leaves =
    /^[A-Za-z]:|[\\\0]/.test(path) || parts.some((part) => part === '' || /^\.{1,2}$/.test(part));
  if (leaves) return 'the path leads out of the backlog';
  return parts.some(isGitName) ? 'the path leads into a git directory' : null;
}

/** What HFS+ leaves out of account in names (git's utf8.c, next_hfs_char). */
const ignoredByHfs = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Whether some file system takes a name for `.git`, as git judges it (path.c, is_ntfs_dotgit;
 * utf8.c, is_hfs_dotgit): settings of git's run programs.
 */
function isGitName(name: string): boolean {
  return /^(?:\.git|git~1)[ .]*(?::.*)?$/i.test(name.replace(ignoredByHfs, ''));
}

/**
 * Why some system could not have a file of this name; null when all can. A backlog is shared:
 * what one checkout cannot hold breaks the whole repository there.
 */
export function findNameFault(name: string): string | null {
  if (deviceNames.test(name)) return 'Windows keeps this name for a device: choose another id';
  if (/[<>:"/\\|?*\u0000-\u001f]/.test(name)) {
    return 'a file name cannot hold < > : " / \\ | ? * on every system: choose another id';
  }
  if (/[. ]$/.test(name)) return 'a file name cannot end in a dot or blank on every system';
  if (new TextEncoder().encode(name).length > longestName) return 'the file name is too long';
  return null;
}
