import { failure, type Result, success } from '../../text/problem.js';
import { positionAt } from '../../text/span.js';
import type { ScalarRule } from '../scalar-rule.js';
import type { Fields } from '../value.js';
import { findForbiddenText, readGuardedYaml } from './guarded-yaml.js';

/**
 * Reads a whole YAML file (the settings) under the same guards as frontmatter.
 *
 * @param rule what numbers and truth values at its top level, and in lists there, are
 */
export function readYamlFile(
  path: string,
  text: string,
  rule: ScalarRule = 'yaml',
): Result<Fields> {
  const block = text.replace(/^\uFEFF/, '');
  const forbidden = findForbiddenText(block);
  const reading = forbidden
    ? { ok: false as const, fault: forbidden }
    : readGuardedYaml(block, () => rule);
  if (reading.ok) return success(reading.fields);
  const { offset, message } = reading.fault;
  return failure({ kind: 'usage', path, message, ...positionAt(block, offset) });
}
