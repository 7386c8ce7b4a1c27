import { writeCheckstyle } from './checkstyle.js';
import { writeCompact } from './compact.js';
import { writeGithub } from './github.js';
import { writeGitlab } from './gitlab.js';
import { writeJson } from './json.js';
import { writeJunit } from './junit.js';
import type { Reporter } from './reporter.js';
import { writeSarif } from './sarif.js';
import { writeStylish } from './stylish.js';

/** Every report format by the name `--format` takes. */
export const reporters = {
  stylish: writeStylish,
  compact: writeCompact,
  json: writeJson,
  sarif: writeSarif,
  junit: writeJunit,
  checkstyle: writeCheckstyle,
  github: writeGithub,
  gitlab: writeGitlab,
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof reporters;
