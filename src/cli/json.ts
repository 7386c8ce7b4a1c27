import { escapeUnprintable } from '../text/printable.js';

/** JSON for standard output, which may be a terminal: what would act on one is escaped. */
export function toJson(value: unknown): string {
  return escapeUnprintable(JSON.stringify(value, null, 2));
}
