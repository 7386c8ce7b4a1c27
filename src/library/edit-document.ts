import { defaultSettings } from '../backlog/settings.js';
import { readDocument } from '../item/document.js';
import { toItem } from '../item/item.js';
import type { Value } from '../item/value.js';
import { changeItem } from '../ops/items/change-item.js';
import { unwrap } from '../text/problem.js';

/** New values by field, in their order; `undefined` removes a field, `score.value` is in a map. */
export type FieldValues = Readonly<Record<string, Value | undefined>>;

/**
 * Sets fields in the frontmatter of a document, losslessly: only the bytes of these fields change,
 * and comments, quotes, line ends and the body stay.
 *
 * @param text the whole file, with `---` around its frontmatter
 * @returns the new text; the same text when every field has its value already
 * @throws ProblemError when the frontmatter cannot be read or cannot be edited safely
 */
export function editDocument(text: string, values: FieldValues): string {
  const document = unwrap(readDocument('document.md', text));
  const edits = Object.entries(values).map(([key, value]) => {
    const [first = '', ...rest] = key.split('.');
    return { path: [first, ...rest] as const, value };
  });
  return unwrap(changeItem(defaultSettings(), toItem(document), edits)).after ?? text;
}
