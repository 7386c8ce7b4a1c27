// As a namespace: a Node without this function then gets as far as the message about its version.
import * as zlib from 'node:zlib';

/**
 * A cache file: the magic word, a checksum of all that follows, the length of the head, the head
 * as JSON, then sections of bytes, each on a multiple of eight so that numbers can be read in
 * place.
 */
const magic = Buffer.from('SMCACHE\n');
const headStart = magic.length + 8;
const alignment = 8;

export interface Sections<Head> {
  readonly head: Head;
  /** Empty where there is no such section. */
  section(name: string): Buffer;
}

interface StoredHead {
  readonly head: unknown;
  readonly sections: Readonly<Record<string, readonly [start: number, length: number]>>;
}

export function writeSections(
  head: object,
  sections: Iterable<readonly [name: string, parts: readonly Buffer[]]>,
): Buffer {
  const spans: [string, [start: number, length: number]][] = [];
  const placed: [start: number, parts: readonly Buffer[]][] = [];
  let end = 0;
  for (const [name, parts] of sections) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    spans.push([name, [end, length]]);
    placed.push([end, parts]);
    end = align(end + length);
  }
  const stored = { head, sections: Object.fromEntries(spans) } satisfies StoredHead;
  const headBytes = Buffer.from(JSON.stringify(stored));
  const bodyStart = align(headStart + headBytes.length);
  const bytes = Buffer.alloc(bodyStart + end);
  magic.copy(bytes);
  bytes.writeUInt32LE(headBytes.length, magic.length + 4);
  headBytes.copy(bytes, headStart);
  for (const [start, parts] of placed) {
    let at = bodyStart + start;
    for (const part of parts) at += part.copy(bytes, at);
  }
  bytes.writeUInt32LE(zlib.crc32(bytes.subarray(magic.length + 4)), magic.length);
  return bytes;
}

/** Null for what `writeSections` did not write just so. */
export function readSections<Head>(bytes: Buffer): Sections<Head> | null {
  if (bytes.length < headStart || !bytes.subarray(0, magic.length).equals(magic)) return null;
  if (zlib.crc32(bytes.subarray(magic.length + 4)) !== bytes.readUInt32LE(magic.length))
    return null;
  const headEnd = headStart + bytes.readUInt32LE(magic.length + 4);
  const stored = JSON.parse(bytes.toString('utf8', headStart, headEnd)) as StoredHead;
  const bodyStart = align(headEnd);
  const spans = new Map(Object.entries(stored.sections));
  return {
    head: stored.head as Head,
    section(name) {
      const [start, length] = spans.get(name) ?? [0, 0];
      return bytes.subarray(bodyStart + start, bodyStart + start + length);
    },
  };
}

function align(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

/** Numbers in place where the bytes allow it, else in a copy. */
export function readFloats(bytes: Buffer): Float64Array {
  const { buffer, byteOffset, length } = onBoundary(bytes);
  return new Float64Array(buffer, byteOffset, length / Float64Array.BYTES_PER_ELEMENT);
}

export function readIntegers(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, length } = onBoundary(bytes);
  return new Uint32Array(buffer, byteOffset, length / Uint32Array.BYTES_PER_ELEMENT);
}

export function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function onBoundary(bytes: Buffer): Uint8Array {
  return bytes.byteOffset % alignment === 0 ? bytes : new Uint8Array(bytes);
}
