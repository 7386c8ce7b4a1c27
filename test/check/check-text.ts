import { createBacklog } from '../../src/backlog/backlog.js';
import { parseSettings } from '../../src/backlog/settings.js';
import type { RuleExample } from '../../src/check/define-rule.js';
import {
  type CheckRun,
  checkSubjects,
  listSubjects,
  standaloneSubjects,
} from '../../src/check/engine.js';
import { type CheckOptions, prepareSettings } from '../../src/check/settings.js';
import { type Document, readDocument } from '../../src/item/document.js';
import type { Problem, Result } from '../../src/text/problem.js';

export const today = '2026-11-24';

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ message }) => message).join('\n'));
}

/** A backlog's files, by path in it, checked. */
export async function checkFiles(
  files: Readonly<Record<string, string>>,
  options: CheckOptions = {},
  settings: Readonly<Record<string, unknown>> = {},
  isReported?: (path: string) => boolean,
): Promise<CheckRun> {
  const { documents, problems } = readFiles(files);
  const read = unwrap(parseSettings(settings));
  const backlog = createBacklog(read, documents, problems);
  return checkSubjects({
    subjects: listSubjects(backlog, { today }),
    problems,
    settings: unwrap(await prepareSettings({ ...read.check, ...options })),
    ...(isReported ? { isReported } : {}),
  });
}

export function readFiles(files: Readonly<Record<string, string>>) {
  const documents: Document[] = [];
  const problems: Problem[] = [];
  for (const [path, text] of Object.entries(files)) {
    const read = readDocument(path, text);
    if (read.ok) documents.push(read.value);
    else problems.push(...read.problems);
  }
  return { documents, problems };
}

/** A file outside any backlog, checked. */
export async function checkStandalone(text: string, options: CheckOptions = {}): Promise<CheckRun> {
  const settings = unwrap(await prepareSettings(options));
  return checkSubjects({ subjects: standaloneSubjects([{ path: 'story.md', text }]), settings });
}

/** A rule's example: with frontmatter in a backlog of its own, without as a standalone file. */
export async function checkExample(
  { text, path, others = {}, settings = {} }: RuleExample,
  options: CheckOptions,
): Promise<CheckRun> {
  if (!text.startsWith('---')) return checkStandalone(text, options);
  const own = path ?? defaultPath(text);
  return checkFiles({ [own]: text, ...others }, options, settings, (one) => one === own);
}

function defaultPath(text: string): string {
  return `items/${/^id: (\S+)/m.exec(text)?.[1] ?? 'x'}.md`;
}

/** `rule line:column` of each finding, for short expectations. */
export function describeFindings({ report }: CheckRun): readonly string[] {
  return report.findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}
