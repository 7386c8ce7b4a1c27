/**
 * A repeatable source of numbers in [0, 1): mulberry32 (public domain, Tommy Ettinger) over an
 * FNV-1a hash of the seed's text.
 */
export function seedRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) {
    state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A short name for a text that no other of a backlog is likely to have: 64 bits in letters and digits. */
export function hashText(text: string): string {
  const halves = ['a', 'b'].map((salt) => Math.floor(seedRandom(salt + text)() * 2 ** 32));
  return halves.map((half) => half.toString(36).padStart(7, '0')).join('');
}
