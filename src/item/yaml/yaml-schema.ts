import yaml from 'js-yaml';
import type { WrittenScalar } from '../scalar-rule.js';

/*
 * YAML 1.2 core scalars for js-yaml 3, whose own types follow YAML 1.1 in part (010, 1:30, 1_000,
 * 0b11). Patterns and readings are those of https://yaml.org/spec/1.2.2/#1032-tag-resolution as
 * the `yaml` package has them, so that both readers see one value; tests hold them together.
 * The tags are private and the list has no !!str, !!map or !!seq: no tag in a file is known here.
 */

function scalarType(
  name: string,
  pattern: RegExp,
  read: (source: string) => null | boolean | number,
): yaml.Type {
  return new yaml.Type(`storymark:${name}`, {
    kind: 'scalar',
    resolve: (source) => typeof source === 'string' && pattern.test(source),
    construct: (source: string) => keepSource(source, read(source)),
  });
}

/**
 * Which of the two counts is for the field to say. As a key it is its source: js-yaml makes keys of
 * objects by `toString` where they have a tag of their own.
 */
function keepSource(source: string, value: null | boolean | number): WrittenScalar | null {
  if (value === null) return null;
  return { source, value, toString: () => source, [Symbol.toStringTag]: 'Scalar' } as WrittenScalar;
}

/** No collection of js-yaml's has a tag. */
export function isWrittenScalar(raw: object): raw is WrittenScalar {
  return Symbol.toStringTag in raw;
}

const CORE_TYPES = [
  scalarType('null', /^(?:~|[Nn]ull|NULL)$/, () => null),
  scalarType('bool', /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, (source) => /^t/i.test(source)),
  scalarType('octal', /^0o[0-7]+$/, (source) => Number.parseInt(source.slice(2), 8)),
  scalarType('integer', /^[-+]?[0-9]+$/, (source) => Number.parseInt(source, 10)),
  scalarType('hexadecimal', /^0x[0-9a-fA-F]+$/, (source) => Number.parseInt(source.slice(2), 16)),
  scalarType('not-a-number', /^(?:\.nan|\.NaN|\.NAN)$/, () => Number.NaN),
  scalarType('infinity', /^[-+]?\.(?:inf|Inf|INF)$/, (source) =>
    source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  ),
  scalarType(
    'float',
    /^[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|\.[0-9]+|[0-9]+\.[0-9]*)$/,
    Number.parseFloat,
  ),
];

/** The only schema frontmatter is read with. */
export const CORE_SCHEMA: yaml.SchemaDefinition = new yaml.Schema({
  implicit: CORE_TYPES,
} as yaml.SchemaDefinition);
