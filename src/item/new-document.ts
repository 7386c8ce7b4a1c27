import { levelOrder } from './edit/edit-draft.js';
import { fitToField } from './scalar-rule.js';
import { emptyMap, type Fields, isMap, type Value } from './value.js';
import { writeBlockMap, writeKey } from './yaml/yaml-text.js';

/**
 * The text of a new file: keys in the order given (others after them), dates and plain texts bare,
 * short lists as `[a, b]`, maps as blocks, nothing after the colon for null. A body is set off by an empty line and ends in a line end.
 */
export function createDocumentText(
  fields: Fields,
  body: string,
  keyOrder: readonly string[],
): string {
  const yaml = Object.entries(orderKeys(fields, keyOrder, []))
    .map(([key, value]) =>
      value === null
        ? `${writeKey(key)}:\n`
        : writeBlockMap({ [key]: fitToField([key], value) }, '', '\n'),
    )
    .join('');
  const gap = body === '' || body.startsWith('\n') ? '' : '\n';
  const end = body === '' || body.endsWith('\n') ? '' : '\n';
  return `---\n${yaml}---\n${gap}${body}${end}`;
}

function orderKeys(fields: Fields, keyOrder: readonly string[], parent: readonly string[]): Fields {
  const order = levelOrder(keyOrder, parent);
  const known = order.filter((key) => Object.hasOwn(fields, key));
  const others = Object.keys(fields).filter((key) => !known.includes(key));
  const ordered = emptyMap();
  for (const key of [...known, ...others]) {
    const value = fields[key] as Value;
    ordered[key] = isMap(value) ? orderKeys(value, keyOrder, [...parent, key]) : value;
  }
  return ordered;
}
