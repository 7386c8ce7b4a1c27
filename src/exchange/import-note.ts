/**
 * What an import says of something it could not take over as it was, so that nothing is dropped,
 * changed or guessed in silence:
 *
 * - `left`: it is nowhere in the items; the import then ends with 2
 * - `kept`: no field holds it, and it stands as text in the item
 * - `guessed`: it was read in a way that may be wrong
 */
export interface ImportNote {
  readonly kind: 'left' | 'kept' | 'guessed';
  /** The column, key or sort of thing: `Resolution`, `comments`. */
  readonly subject: string;
  /** What happened, without the place; empty where the kind says it all. */
  readonly message: string;
  readonly count: number;
  /** Where: all places of what was left behind, the first few of the rest. Empty: the whole file. */
  readonly places: readonly string[];
}

/** @param place null for what is said of the whole source */
export function importNote(
  kind: ImportNote['kind'],
  subject: string,
  message: string,
  place: string | null,
): ImportNote {
  return { kind, subject, message, count: 1, places: place === null ? [] : [place] };
}

const order: readonly ImportNote['kind'][] = ['left', 'guessed', 'kept'];
const fewPlaces = 3;

/** One note for each kind and subject, the gravest first; what was left behind, for each reason. */
export function sumImportNotes(notes: readonly ImportNote[]): readonly ImportNote[] {
  const sums = new Map<string, { readonly note: ImportNote; count: number; places: string[] }>();
  for (const note of notes) {
    const reason = note.kind === 'left' ? note.message : '';
    const key = JSON.stringify([note.kind, note.subject, reason]);
    const sum = sums.get(key) ?? { note, count: 0, places: [] };
    sums.set(key, sum);
    sum.count += note.count;
    for (const place of note.places) {
      const isWanted = note.kind === 'left' || sum.places.length < fewPlaces;
      if (isWanted && !sum.places.includes(place)) sum.places.push(place);
    }
  }
  return [...sums.values()]
    .map(({ note, count, places }) => ({ ...note, count, places }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const words = { left: 'left behind', kept: 'kept as text', guessed: 'guessed' } as const;

/** `kept as text: Team (12 times: line 2, line 3, line 4, …): no field holds it`. */
export function formatImportNote({ kind, subject, message, count, places }: ImportNote): string {
  const times = count > 1 ? `${count} times` : '';
  const few = places.slice(0, fewPlaces).join(', ');
  const where = few + (count > fewPlaces && few !== '' ? ', …' : '');
  const detail = [times, where].filter((part) => part !== '').join(': ');
  return [
    `${words[kind]}: ${subject}${detail === '' ? '' : ` (${detail})`}`,
    ...(message === '' ? [] : [message]),
  ].join(': ');
}
