import { resolve } from 'node:path';
import { comparePlaces, makeReport } from '../../check/finding.js';
import type { Sources } from '../../check/reporters/reporter.js';
import type { StandaloneRun } from '../../ops/check/check-backlog.js';
import type { FileSystem } from '../../store/file-system.js';
import { readText } from '../../store/scan.js';
import type { Problem } from '../../text/problem.js';
import type { Context } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { showPath } from '../shared/shown-path.js';
import { type Checked, checkRequestedBacklog } from './check-one-backlog.js';
import type { CheckRequest } from './check-request.js';
import type { Selection } from './check-select.js';

/** Checks what is selected: each backlog by its own settings, and standalone files together. */
export async function checkSelection(
  context: Context,
  selection: Selection,
  request: CheckRequest,
): Promise<Checked> {
  const checked: Checked[] = [];
  const standalone = [...selection.standalone];
  for (const requested of selection.backlogs) {
    const { rest, ...one } = await checkRequestedBacklog(
      context,
      selection.files,
      requested,
      request,
    );
    checked.push(one);
    standalone.push(...rest);
  }
  if (standalone.length > 0)
    checked.push(await checkStandalone(context, selection.files, standalone, request));
  return combine(checked, selection.notes);
}

function combine(checked: readonly Checked[], notes: readonly string[]): Checked {
  const files = checked.reduce((sum, { report }) => sum + report.files, 0);
  const findings = checked.flatMap(({ report }) => report.findings);
  return {
    report: makeReport(files, findings.sort(comparePlaces)),
    sources: combineSources(checked.map(({ sources }) => sources)),
    writes: checked.flatMap(({ writes }) => writes),
    notes: [...notes, ...checked.flatMap((one) => one.notes)],
  };
}

function combineSources(all: readonly Sources[]): Sources {
  return {
    keys: () => new Set(all.flatMap((sources) => [...sources.keys()])),
    get(path) {
      for (const sources of all) {
        const text = sources.get(path);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

async function checkStandalone(
  context: Context,
  files: FileSystem,
  paths: readonly string[],
  request: CheckRequest,
): Promise<Checked> {
  const problems: Problem[] = [];
  const read = paths.flatMap((path) => {
    const shown = showPath(context.cwd, resolve(path));
    const text = readText(files, '', path);
    if (typeof text === 'string') return [{ path: shown, text }];
    problems.push({ ...text, path: shown });
    return [];
  });
  const { checkStandaloneFiles, fixStandaloneFiles } = await import(
    '../../ops/check/check-backlog.js'
  );
  const fixed =
    request.fix === 'no' ? read : unwrap(await fixStandaloneFiles(read, request.overrides));
  const { report, storyless } = unwrap(
    await checkStandaloneFiles(fixed, problems, request.overrides),
  );
  const changes = read.flatMap(({ path, text }, index) => {
    const after = fixed[index]?.text ?? text;
    return after === text ? [] : [{ path, before: text, after }];
  });
  return {
    report,
    sources: new Map(fixed.map(({ path, text }) => [path, text])),
    writes: [{ root: context.cwd, isBacklog: false, changes, fixed: changes.length }],
    notes: describeStoryless(context.cwd, storyless, request),
  };
}

/** Names a file that was asked for by name and holds no story, and stories that are not read. */
function describeStoryless(
  cwd: string,
  storyless: StandaloneRun['storyless'],
  { paths, readsStdin }: CheckRequest,
): readonly string[] {
  const named = new Set(paths.map((path) => showPath(cwd, resolve(cwd, path))));
  const notes = storyless.flatMap(({ path, unread }) => {
    if (unread !== null) return [`${path}:${unread.line}: ${unreadReasons[unread.what]}`];
    return readsStdin || named.has(path) ? [`${path}: no story found; nothing was checked`] : [];
  });
  if (notes.length <= MOST_NOTES) return notes;
  const more = notes.length - MOST_NOTES;
  return [...notes.slice(0, MOST_NOTES), `and ${more} more files without a story`];
}

const MOST_NOTES = 5;
const unreadReasons = {
  code: 'a story in a code block is not checked; write it as text',
  language: 'this looks like a story in an unsupported language; it is not checked',
} as const;
