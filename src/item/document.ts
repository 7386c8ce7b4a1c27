import matter from 'gray-matter';
import { removeComments } from '../text/markdown-comments.js';
import { failure, type Problem, type Result, success } from '../text/problem.js';
import { type Position, positionAt } from '../text/span.js';
import { splitFrontmatter } from './frontmatter.js';
import { findConflictMarkers } from './merge/conflict-markers.js';
import { fieldRules } from './scalar-rule.js';
import type { Fields, Value } from './value.js';
import { findForbiddenText, parseGuardedYaml, type YamlReading } from './yaml/guarded-yaml.js';
import { readPlainYaml } from './yaml/plain-yaml.js';
import { LONE_SURROGATE } from './yaml/yaml-limits.js';

export { splitFrontmatter } from './frontmatter.js';

/** One Markdown file with YAML frontmatter, as read. `text` is the whole file, byte for byte. */
export interface Document {
  /** Relative to the backlog's folder, `/` between parts: `items/ST-7K3F-title.md`. */
  readonly path: string;
  readonly text: string;
  /** One of its fields, as it stands in the file. `item.ts` reads those that the schema knows. */
  field(key: string): Value | undefined;
  /** All of them, in the order of the file: for those who need every key. */
  readonly fields: Fields;
  /** A digest of `text`, where it is known. */
  readonly digest?: string;
  /** Offset in `text` where the YAML block starts (after the opening fence's line end). */
  readonly yamlStart: number;
  /** Offset in `text` where the closing fence's line starts. */
  readonly yamlEnd: number;
  /** Offset in `text` where the body starts (after the closing fence's line end). */
  readonly bodyStart: number;
}

export function bodyOf(document: Document): string {
  return document.text.slice(document.bodyStart);
}

/** The body as people are to see it: HTML comments are for those who edit the file. */
export function shownBodyOf(document: Document): string {
  return removeComments(bodyOf(document));
}

const LARGEST_FILE = 5 * 1024 * 1024;

/** Reads one file's text, or says where it is broken and how to mend it. */
export function readDocument(path: string, text: string): Result<Document> {
  if (text.length > LARGEST_FILE) {
    return failure(problemAt(path, text, 0, 'the file is larger than 5 MB: split it'));
  }
  const half = text.search(LONE_SURROGATE);
  if (half !== -1) {
    return failure(problemAt(path, text, half, 'half of a surrogate pair: remove it'));
  }
  const spans = splitFrontmatter(text);
  if (spans.kind === 'none') {
    const message = 'no frontmatter: start the file with a line ---, keys, and a line ---';
    return failure(conflictIn(path, text) ?? problemAt(path, text, 0, message));
  }
  if (spans.kind === 'broken') {
    const { offset, message } = spans;
    return failure(conflictIn(path, text) ?? problemAt(path, text, offset, message));
  }
  const { yamlStart, yamlEnd, bodyStart } = spans;
  const reading = readBlock(text.slice(yamlStart, yamlEnd));
  if (!reading.ok) {
    const { offset, message } = reading.fault;
    return failure(conflictIn(path, text) ?? problemAt(path, text, yamlStart + offset, message));
  }
  const { fields } = reading;
  const field = (key: string) => fields[key];
  return success({ path, text, field, fields, yamlStart, yamlEnd, bodyStart });
}

/** A merge that is half done breaks a file in a way of its own, and is what to speak of. */
function conflictIn(path: string, text: string): Problem | null {
  const offset = findConflictMarkers(text);
  if (offset === null) return null;
  const message =
    'git conflict markers: choose one side, and remove the lines <<<<<<<, ======= and >>>>>>>';
  return problemAt(path, text, offset, message);
}

/**
 * Where the key at `path` (keys of maps, and indexes of lists) stands in the file, or null when
 * there is none. Loads the `yaml` package, which reading does without.
 */
export async function positionOfField(
  document: Document,
  path: readonly string[],
): Promise<Position | null> {
  const { findFieldOffset } = await import('./yaml/yaml-tree.js');
  const offset = findFieldOffset(document, path);
  return offset === null ? null : positionAt(document.text, offset);
}

function readBlock(block: string): YamlReading {
  const fault = findForbiddenText(block);
  if (fault !== null) return { ok: false, fault };
  const plain = readPlainYaml(block, fieldRules);
  if (plain !== null) return { ok: true, fields: plain };
  // gray-matter hands the engine what stands between the fences it is given: a line end, the block.
  const file = matter(`---\n${block}\n---\n`, { engines: ENGINES });
  // It skips the engine for what looks empty to it, a no-break space before a key among others.
  return file.data['reading'] ?? parseGuardedYaml(block, fieldRules);
}

/** Every language gray-matter knows is named, as it would run `js` blocks and read `json` ones. */
const ENGINES = {
  yaml: { parse: (source: string) => ({ reading: parseGuardedYaml(source.slice(1), fieldRules) }) },
  json: refuseLanguage,
  js: refuseLanguage,
  javascript: refuseLanguage,
  coffee: refuseLanguage,
  coffeescript: refuseLanguage,
  cson: refuseLanguage,
  toml: refuseLanguage,
};

function refuseLanguage(): never {
  throw new Error('only YAML frontmatter is read');
}

/** The mark before the first line, if any, is no column of it. */
function problemAt(path: string, text: string, offset: number, message: string): Problem {
  const { line, column } = positionAt(text, offset);
  const shift = line === 1 && text.startsWith('\uFEFF') && column > 1 ? 1 : 0;
  return { kind: 'data', message, path, line, column: column - shift };
}
