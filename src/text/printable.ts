/**
 * C0 and C1 controls save tab and line feed, and the marks that reorder or hide text
 * (bidirectional overrides and isolates, zero-width joiners of lines): none may reach a terminal
 * from a file.
 */
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function stripUnprintable(text: string): string {
  return text.replace(unprintable, '');
}

/**
 * Text for a terminal: such marks are shown for what they are, as `\u001b`, so that a file that
 * plays tricks is seen to. The carriage returns of CRLF are no such mark.
 */
export function showUnprintable(text: string): string {
  return escapeUnprintable(text.replaceAll('\r\n', '\n'));
}

/** JSON whose texts hold no such mark as itself: the same value, safe to show on a terminal. */
export function escapeUnprintable(json: string): string {
  return json.replace(
    unprintable,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** True when nothing would be left to see. */
export function isBlank(text: string): boolean {
  return stripUnprintable(text).trim() === '';
}

/** A copy of plain data in which every text can be shown on a terminal, keys included. */
export function makePrintable<T>(value: T): T {
  if (typeof value === 'string') return showUnprintable(value) as T;
  if (Array.isArray(value)) return value.map(makePrintable) as T;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => [
      showUnprintable(key),
      makePrintable(inner),
    ]);
    return Object.fromEntries(entries) as T;
  }
  return value;
}
