import { failure, type Result, success } from '../text/problem.js';
import { positionAt } from '../text/span.js';
import type { Fields } from './document.js';
import { findForbiddenText, readGuardedYaml } from './guarded-yaml.js';

/** Reads a whole YAML file (the settings) under the same guards as frontmatter. */
export function readYamlFile(path: string, text: string): Result<Fields> {
  const block = text.replace(/^\uFEFF/, '');
  const forbidden = findForbiddenText(block);
  const reading = forbidden ? { ok: false as const, fault: forbidden } : readGuardedYaml(block);
  if (reading.ok) return success(reading.fields);
  const { offset, message } = reading.fault;
  return failure({ kind: 'usage', path, message, ...positionAt(block, offset) });
}
