import type { CheckReport } from '../engine.js';

/** Texts of the files that were checked, by path as findings name it: clean ones as well. */
export interface Sources {
  keys(): Iterable<string>;
  get(path: string): string | undefined;
}

type Paint = (text: string) => string;

/** What a reporter must be told, since it asks neither clock nor terminal nor environment. */
export interface ReportOptions {
  readonly version: string;
  /** When the check ran, as `2026-11-24T09:00:00.000Z`. */
  readonly time: string;
  /** Cells a line may take. */
  readonly columns: number;
  /** How text is coloured; each the identity where there is no colour. */
  readonly paint: {
    readonly bold: Paint;
    readonly dim: Paint;
    readonly red: Paint;
    readonly yellow: Paint;
    readonly green: Paint;
  };
  /** Cells a text takes on a terminal. */
  readonly width: (text: string) => number;
  /** A path as seen from the repository's root, which CI services count from. */
  readonly projectPath: (path: string) => string;
  /** A short hash of a text, the same on every machine. */
  readonly digest: (text: string) => string;
}

/** Turns a report into text; the same report and options give the same text. */
export type Reporter = (report: CheckReport, sources: Sources, options: ReportOptions) => string;
