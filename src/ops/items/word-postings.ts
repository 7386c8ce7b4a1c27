/** For each field, by its number, how often each document has a term, by the document's number. */
type Postings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What of minisearch's own JSON is looked into. */
interface IndexJson {
  readonly index: readonly (readonly [term: string, postings: Postings])[];
}

/**
 * An index as it is kept. What a word is found in is text of its own, which is decoded for the words
 * of a query only: ten thousand items have half a million such entries.
 */
export interface PackedIndex<Json extends IndexJson> {
  /** The index without its words. */
  readonly head: Omit<Json, 'index'>;
  readonly terms: readonly string[];
  /**
   * For each term, by field: `0:5,2*3;3:1` for documents 5 and, three times, 7 in field 0, and
   * document 1 in field 3. Each number is how far it is from the one before.
   */
  readonly postings: readonly string[];
}

export function packIndex<Json extends IndexJson>({ index, ...head }: Json): PackedIndex<Json> {
  return {
    head,
    terms: index.map(([term]) => term),
    postings: index.map(([, postings]) => packPostings(postings)),
  };
}

/** The index with those of its terms that are asked for. */
export function unpackIndex<Json extends IndexJson>(
  { head, terms, postings }: PackedIndex<Json>,
  isAsked: (term: string) => boolean,
): Json {
  const index: [string, Postings][] = [];
  for (const [at, term] of terms.entries()) {
    if (isAsked(term)) index.push([term, unpackPostings(postings[at] ?? '')]);
  }
  return { ...head, index } as unknown as Json;
}

function packPostings(postings: Postings): string {
  const fields = Object.entries(postings).map(([field, counts]) => {
    let last = 0;
    const documents = Object.entries(counts).map(([document, count]) => {
      const step = Number(document) - last;
      last = Number(document);
      return count === 1 ? step : `${step}*${count}`;
    });
    return `${field}:${documents.join(',')}`;
  });
  return fields.join(';');
}

function unpackPostings(packed: string): Postings {
  const fields = packed.split(';').map((one) => {
    const [field = '', documents = ''] = one.split(':');
    let last = 0;
    const counts = documents.split(',').map((entry) => {
      const [step, count = '1'] = entry.split('*');
      last += Number(step);
      return [last, Number(count)] as const;
    });
    return [field, Object.fromEntries(counts)] as const;
  });
  return Object.fromEntries(fields);
}
