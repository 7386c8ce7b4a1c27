import { showUnprintable } from '../../text/printable.js';

/** Text from a file as it may stand in one line of a report: nothing hidden, no line ends. */
export function toOneLine(text: string): string {
  return showUnprintable(text.replace(/[\t\r\n\u2028\u2029]+/g, ' '));
}
