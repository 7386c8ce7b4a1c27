import type { Document } from '../item/document.js';

/**
 * Keeps what was computed from documents for the next command. It may forget at any time, and what
 * it gives back may be about documents as they once were: `keyOf` tells which still are.
 */
export interface Memory {
  /** What this build of the program last kept by this name, as JSON has it; else undefined. */
  recall(name: string): unknown;
  keep(name: string, value: unknown): void;
  /** The same for the same text, and for no other. */
  keyOf(document: Document): string;
  /** The same for the same texts in the same order, and for no others. */
  digest(texts: readonly string[]): string;
}
