import { spawnSync } from 'node:child_process';
import { failure, type Result, success } from '../text/problem.js';

/** Runs git without a shell and gives what it printed. */
export function runGit(folder: string, args: readonly string[], input = ''): Result<string> {
  // Paths are names, not patterns: brackets in one stand for themselves.
  const { status, stdout, stderr, error } = spawnSync('git', ['--literal-pathspecs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 30,
  });
  if (error) return failure({ kind: 'usage', message: `git cannot be run: ${error.message}` });
  if (status === 0) return success(stdout);
  const [reason = ''] = (stderr.trim() || stdout.trim()).split('\n');
  return failure({ kind: 'usage', message: `git ${args[0]}: ${reason}` });
}
