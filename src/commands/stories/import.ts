import { type Dirent, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Drafts, ImportFormat, ImportOptions } from '../../exchange/draft.js';
import { importFormats } from '../../exchange/formats.js';
import { formatImportNote, type ImportNote, importNote } from '../../exchange/import-note.js';
import { findKind } from '../../ops/items/add-item.js';
import { findWarnings, type Warning } from '../../ops/items/change-warnings.js';
import { type ImportedItem, importDrafts } from '../../ops/stories/import-drafts.js';
import { errorCode, UnreadableError } from '../../store/file-system.js';
import { loadTemplate } from '../../store/templates.js';
import type { Style } from '../../terminal/style.js';
import { count, plural } from '../../text/amount.js';
import { decodeText } from '../../text/decode.js';
import { didYouMean } from '../../text/suggest.js';
import { compareText } from '../../text/words.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';
import { readForeignBytes } from '../shared/read-input-text.js';

interface Imported {
  readonly items: readonly ImportedItem[];
  /** What could not be taken over as it was. */
  readonly notes: readonly ImportNote[];
}

export async function run(context: Context, input: Input): Promise<Outcome<Imported>> {
  const [name = '', file] = input.args;
  const format = await findFormat(name);
  if (file === undefined) {
    failUsage(format.reads === 'folder' ? 'give a FOLDER' : 'give a FILE, or - for standard input');
  }
  const backlog = readBacklog(context);
  const type = input.option('type') ?? null;
  if (type !== null) unwrap(findKind(backlog, type));
  const options = {
    map: readMap(input),
    ownFields: backlog.settings.fields,
    origin: input.option('origin') ?? null,
    language: backlog.settings.language,
    ...(file === '-' ? {} : { file: basename(file) }),
  };
  const source = await readDrafts(context, format, file, options);
  const labels = input.options('label');
  const { imported, notes, changes } = unwrap(
    importDrafts(
      backlog,
      {
        source,
        assignments: [
          ...(labels.length === 0 ? [] : [`labels+=${labels.join(',')}`]),
          ...input.options('set'),
        ],
        type,
        update: input.flag('update'),
        templateOf: (kind) => loadTemplate(context.store(), kind.template),
      },
      clockOf(context, backlog),
    ),
  );
  const { today } = clockOf(context, backlog);
  const warnings = await findWarnings(backlog, changes, today);
  return {
    data: { items: imported.map((one) => ({ ...one, path: context.shownPath(one.path) })), notes },
    // A row or a value that is nowhere in the items.
    exit: notes.some(({ kind }) => kind === 'left') ? 2 : 0,
    changes,
    commitMessage: `Import ${count(imported.length, 'item')} (${name})`,
    notes: [
      ...describeReasons(imported),
      ...notes.map(formatImportNote),
      ...describeWarnings(warnings),
    ],
  };
}

async function findFormat(name: string): Promise<ImportFormat> {
  if (name === 'votes') failUsage('votes become scores: storymark score --import VOTES.csv');
  const known = Object.keys(importFormats);
  const load = Object.hasOwn(importFormats, name) ? importFormats[name] : undefined;
  return (
    load?.() ??
    failUsage(`unknown format "${name}".${didYouMean(name, known)} (${known.join(', ')})`)
  );
}

async function readDrafts(
  context: Context,
  format: ImportFormat,
  file: string,
  options: ImportOptions,
): Promise<Drafts> {
  if (format.reads === 'folder') {
    const root = resolve(context.cwd, file);
    const { texts, notes } = readFolderTexts(context, root, (path) => format.unwanted(path));
    const drafts = unwrap(format.read(texts, options));
    return { ...drafts, notes: [...notes, ...drafts.notes] };
  }
  const { text, guess, broken } = decodeText(await readForeignBytes(context, file));
  const read = unwrap(format.read(text, options));
  return { ...read, notes: [...noteEncoding(guess, broken), ...read.notes] };
}

function noteEncoding(guess: string | null, broken: number): readonly ImportNote[] {
  if (guess !== null) return [importNote('guessed', `encoding ${guess}`, '', null)];
  if (broken === 0) return [];
  const message = 'not UTF-8, replaced by U+FFFD';
  return [{ ...importNote('left', 'bytes', message, null), count: broken }];
}

/** `--map "Team=assignee"`: headings in any case. */
function readMap(input: Input): ReadonlyMap<string, string> {
  return new Map(
    input.options('map').map((word) => {
      const at = word.lastIndexOf('=');
      if (at < 1) failUsage(`--map: expected NAME=field, not "${word}"`);
      return [word.slice(0, at).toLowerCase(), word.slice(at + 1).trim()];
    }),
  );
}

/** Reasons of one wording that are listed one by one. */
const fewReasons = 3;

/** Why some do not read as stories: once, with how many, where it is the same for many. */
function describeReasons(imported: readonly ImportedItem[]): readonly string[] {
  const byText = new Map<string, ImportedItem[]>();
  for (const one of imported) {
    if (one.reason === null) continue;
    const same = byText.get(one.reason);
    if (same) same.push(one);
    else byText.set(one.reason, [one]);
  }
  return [...byText].flatMap(([note, items]) =>
    items.length > fewReasons
      ? [`note: ${count(items.length, 'item')}, ${items[0]?.place} the first: ${note}`]
      : items.map(({ place, id }) => `note: ${place} (${id}): ${note}`),
  );
}

/** What came in as it was, though `check` will find it: once a rule. */
function describeWarnings(warnings: readonly Warning[]): readonly string[] {
  const rules = [...new Set(warnings.flatMap(({ rule }) => rule ?? []))];
  return rules.flatMap((rule) => {
    const all = warnings.filter((warning) => warning.rule === rule);
    const [first] = all;
    if (first === undefined) return [];
    const more = all.length === 1 ? '' : `, and ${all.length - 1} more`;
    return [`note: ${first.id}: ${first.message}${more} (${rule})`];
  });
}

export function render({ items: data }: Imported, style: Style): string {
  if (!style.isTerminal) return data.map(({ id }) => id).join('\n');
  const count = (outcome: ImportedItem['outcome']) =>
    data.filter((one) => one.outcome === outcome).length;
  const counts = [
    `${count('added')} ${plural(count('added'), 'item')} imported`,
    ...(count('updated') > 0 ? [`${count('updated')} updated`] : []),
    ...(count('kept') > 0 ? [`${count('kept')} already present (--update changes them)`] : []),
  ].join(', ');
  const odd = data.filter(({ reason }) => reason !== null).length;
  const which = odd === 1 ? 'does not read as a story' : 'do not read as stories';
  const unread = odd === 0 ? '' : `; ${odd} of them ${which}, see storymark check`;
  return `${counts}${unread}`;
}

interface FolderTexts {
  /** By path in the folder, `/` between parts. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was not read, and why. */
  readonly notes: readonly ImportNote[];
}

/** Folders deeper than this are not walked. */
const deepest = 8;

/**
 * The texts of a folder's files. Links are not followed, hidden files are not looked at, and one
 * file that cannot be read never stops the others.
 *
 * @param unwanted why a file of that path is not wanted, asked before it is read; null: it is
 */
function readFolderTexts(
  { files }: Context,
  root: string,
  unwanted: (path: string) => string | null,
): FolderTexts {
  if (!files.isFolder(root)) failUsage(`there is no folder ${root}`);
  const texts = new Map<string, string>();
  const notes: ImportNote[] = [];
  const leave = (path: string, why: string) => notes.push(importNote('left', 'files', why, path));
  const walk = (folder: string, depth: number) => {
    for (const entry of listEntries(join(root, folder), (why) => leave(`${folder}/`, why))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const why = describeOdd(entry) ?? (entry.isDirectory() ? null : unwanted(path));
      if (why !== null) leave(path, why);
      else if (!entry.isDirectory()) readInto(path);
      else if (depth < deepest) walk(path, depth + 1);
      else leave(`${path}/`, `deeper than ${deepest} folders`);
    }
  };
  const readInto = (path: string) => {
    try {
      texts.set(path, files.read(join(root, path)));
    } catch (error) {
      if (error instanceof UnreadableError && error.kind === 'encoding') decodeInto(path);
      else leave(path, describeFailure(error));
    }
  };
  const decodeInto = (path: string) => {
    const { text, guess, broken } = decodeText(files.readNamedBytes(join(root, path)));
    if (guess !== null) notes.push(importNote('guessed', `encoding ${guess}`, '', path));
    if (broken > 0) leave(path, 'not UTF-8 text');
    else texts.set(path, text);
  };
  walk('', 0);
  return { texts, notes };
}

function listEntries(folder: string, fail: (why: string) => void): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    fail(describeFailure(error));
    return [];
  }
}

function describeOdd(entry: Dirent): string | null {
  if (entry.isSymbolicLink()) return 'a symbolic link, which is not followed';
  return entry.isFile() || entry.isDirectory() ? null : 'not a regular file';
}

function describeFailure(error: unknown): string {
  if (error instanceof UnreadableError) return error.reason;
  const code = errorCode(error);
  if (code === undefined) throw error;
  return code === 'EACCES' ? 'it cannot be read: permission denied' : `it cannot be read (${code})`;
}
