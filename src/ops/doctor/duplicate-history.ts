/** The commit that brought a file, and when, in seconds since 1970. */
export interface Arrival {
  readonly commit: string;
  readonly time: number;
}

/** The commit that wrote an id into a file. */
export interface IdWriting {
  readonly commit: string;
  /** The paths of the files with that id that were there then. */
  readonly there: readonly string[];
}

/** What git knows of documents with one id, and of what names them. */
export interface DuplicateHistory {
  /** By path; none for files that are in no commit yet. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  /** By `writingKey`; none for what is in no commit yet. */
  readonly writings: ReadonlyMap<string, IdWriting>;
}

export const noHistory: DuplicateHistory = { arrivals: new Map(), writings: new Map() };

/** An id as a file names it. */
export function writingKey(path: string, id: string): string {
  return `${id.toUpperCase()} ${path}`;
}
