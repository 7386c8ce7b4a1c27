import { readScalarAs, ruleBelow, type ScalarRule, type ScalarRules } from '../scalar-rule.js';
import { emptyMap, type Fields, type Value } from '../value.js';
import { type YamlFault, yamlFault } from './yaml-fault.js';
import { isWrittenScalar } from './yaml-schema.js';
import type { Structure } from './yaml-structure.js';

/** What a block may hold at most. Values are counted as often as aliases repeat them. */
export const YAML_LIMITS = { aliases: 100, nodes: 10_000, depth: 32 } as const;

interface Count {
  nodes: number;
  /** The top-level key being copied, to say where a limit was passed. */
  key: string | null;
  message: string | null;
}

/**
 * Copies what js-yaml read into maps without a prototype, counting as it goes and stopping at the
 * first limit passed: ten levels of aliases parse in a fraction of a millisecond, and would
 * explode in the first deep walk of whoever gets the value. Numbers and truth values become what
 * the rule of their key makes of them.
 */
export function copyWithinLimits(
  raw: unknown,
  structure: Structure,
  rules: ScalarRules,
): Fields | YamlFault {
  const surplus = structure.aliases[YAML_LIMITS.aliases];
  if (surplus !== undefined) {
    return yamlFault(surplus, `more than ${YAML_LIMITS.aliases} aliases: write the values out`);
  }
  const isMap = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (!isMap || isWrittenScalar(raw)) {
    const message = 'the frontmatter must be a map: write lines of the form “key: value”';
    return yamlFault(structure.firstContent, message);
  }
  const count: Count = { nodes: 0, key: null, message: null };
  const fields = copyMap(raw, count, [], rules);
  if (count.message === null) return fields;
  const place = structure.keys.find((key) => String(key.value) === count.key);
  const usesAliases = structure.aliases.length > 0 && count.nodes > YAML_LIMITS.nodes;
  const offset = usesAliases ? structure.aliases[0] : place?.start;
  return yamlFault(
    offset ?? structure.firstContent,
    usesAliases ? `the aliases stand for ${count.message}` : count.message,
  );
}

function copyValue(
  raw: unknown,
  count: Count,
  parents: readonly unknown[],
  rule: ScalarRule,
): Value {
  count.nodes += 1;
  if (count.nodes > YAML_LIMITS.nodes) {
    count.message = 'more than 10,000 values: shorten the frontmatter';
  }
  if (count.message !== null) return null;
  if (typeof raw === 'string') return checkText(raw, count);
  if (typeof raw !== 'object' || raw === null) return null;
  if (isWrittenScalar(raw)) return readScalarAs(rule, raw);
  if (parents.includes(raw)) {
    count.message = 'an alias is inside the value it repeats: write the value out';
    return null;
  }
  if (!Array.isArray(raw)) return copyMap(raw, count, parents, (key) => ruleBelow(rule, key));
  if (!mayDescend(count, parents)) return null;
  const inside = [...parents, raw];
  return raw.map((item) => copyValue(item, count, inside, rule));
}

function copyMap(
  raw: object,
  count: Count,
  parents: readonly unknown[],
  rules: ScalarRules,
): Fields {
  const copy = emptyMap();
  if (!mayDescend(count, parents)) return copy;
  const inside = [...parents, raw];
  for (const [key, value] of Object.entries(raw)) {
    if (parents.length === 0) count.key = key;
    copy[checkText(key, count)] = copyValue(value, count, inside, rules(key));
    if (count.message !== null) break;
  }
  return copy;
}

function mayDescend(count: Count, parents: readonly unknown[]): boolean {
  if (parents.length >= YAML_LIMITS.depth) {
    count.message = `values nested more than ${YAML_LIMITS.depth} deep: flatten them`;
  }
  return count.message === null;
}

/** Half a surrogate pair (from an escape such as `"\ud800"`) cannot be written to any file. */
function checkText(text: string, count: Count): string {
  if (LONE_SURROGATE.test(text)) {
    count.message = 'a text holds half of a surrogate pair: remove the escape';
  }
  return text;
}

/** `!isWellFormed()` of ES2024. */
export const LONE_SURROGATE =
  /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
