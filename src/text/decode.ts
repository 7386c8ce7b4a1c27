/** What the bytes of a text file say, and how sure that is. */
export interface DecodedText {
  readonly text: string;
  /** The encoding, where no mark in the file names it and it is not UTF-8; else null. */
  readonly guess: string | null;
  /** How many bytes are no text in it, each of which became U+FFFD. */
  readonly broken: number;
}

/**
 * The text of a file from anywhere: UTF-8 and UTF-16 with or without a byte order mark, else
 * Windows code page 1252. The mark is no part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return certain(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return certain(bytes, 'utf-16be');
  const wide = guessUtf16(bytes);
  if (wide !== null) return { text: decode(bytes, wide), guess: wide.toUpperCase(), broken: 0 };
  const text = decode(bytes, 'utf-8');
  const broken = text.split('\ufffd').length - 1;
  if (broken === 0 || isValidUtf8(bytes)) return { text, guess: null, broken: 0 };
  // A damaged file has far more letters that are right than wrong.
  const right = (text.match(/[\u0080-\ufffc\ufffe\uffff]/g) ?? []).length;
  if (right > broken) return { text, guess: null, broken };
  return { text: decodeWindows1252(bytes), guess: 'Windows-1252', broken: 0 };
}

function certain(bytes: Uint8Array, encoding: string): DecodedText {
  return { text: decode(bytes, encoding), guess: null, broken: 0 };
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Latin text in UTF-16 has a zero in nearly every pair of bytes, always on the same side. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 1000) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1)
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [high = 0, low = 0] = zeros;
  if (low > length / 5 && high === 0) return 'utf-16le';
  return high > length / 5 && low === 0 ? 'utf-16be' : null;
}

/** 0x80 to 0x9f (https://encoding.spec.whatwg.org/index-windows-1252.txt); Node 20 and 22 err there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : String.fromCharCode(byte),
  ).join('');
}
