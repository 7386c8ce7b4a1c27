import { type Backlog, createBacklog } from '../../backlog/backlog.js';
import { categoryOf, isReady } from '../../backlog/workflow.js';
import type { Finding } from '../../check/finding.js';
import { type Document, readDocument } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import type { Day } from '../../text/date.js';
import { type Result, success } from '../../text/problem.js';
import { checkBacklog } from '../check/check-backlog.js';
import { changeItem, setField } from '../items/change-item.js';
import { listOpen } from '../items/open-place.js';
import { listSprints } from '../sprints/sprints.js';
import { type AskedQuestion, listQuestions } from '../stakeholders/questions.js';
import { listReferences, type Reference } from './estimate.js';

/** An item near the top that the team cannot begin yet. */
export interface UnrefinedItem {
  readonly id: string;
  readonly title: string;
  /** Among the open items. */
  readonly place: number;
  readonly status: string | null;
  readonly points: number | null;
  /** What check would say if it were called ready. */
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'message'>[];
  readonly questions: readonly AskedQuestion[];
  /** Ways to cut it, where it is too large or two things. */
  readonly split: readonly SplitPattern[];
}

export interface SplitPattern {
  readonly name: string;
  readonly ask: string;
}

export interface Refinement {
  /** In backlog order. */
  readonly items: readonly UnrefinedItem[];
  /** Of the items looked at, how many are ready as they are. */
  readonly ready: number;
  readonly references: readonly Reference[];
}

/** Patterns of story splitting, after R. Lawrence, "How to split a user story", 2009. */
const splitPatterns: readonly SplitPattern[] = [
  { name: 'happy path first', ask: 'Can the happy path come first and error cases later?' },
  { name: 'workflow steps', ask: 'Which end-to-end step has value on its own?' },
  { name: 'rules', ask: 'Which rule or exception can wait for a later story?' },
  { name: 'data', ask: 'Which kinds of data can come later?' },
  { name: 'interfaces', ask: 'Which single interface and device is enough to start with?' },
];

const splitRules: ReadonlySet<string> = new Set(['story/atomic', 'ready/too-big']);

/**
 * The items among the first so many that the team cannot begin, each with what it lacks: nobody
 * has called them ready, or check finds something, or a question is open. The running sprint's are
 * past that.
 */
export async function planRefinement(
  backlog: Backlog,
  {
    today,
    top,
    isAsked,
  }: { readonly today: Day; readonly top: number; readonly isAsked: (item: Item) => boolean },
): Promise<Result<Refinement>> {
  const { settings } = backlog;
  const running = listSprints(backlog).find(({ category }) => category === 'doing')?.id ?? null;
  const open = listOpen(backlog);
  const looked = open
    .filter((item) => categoryOf(settings, item) === 'todo' && isAsked(item))
    .filter((item) => running === null || item.sprint !== running)
    .slice(0, top);
  const findings = await findLacks(backlog, looked, today);
  if (!findings.ok) return findings;
  const described = looked.map((item): UnrefinedItem => {
    const own = findings.value.get(item.document.path) ?? [];
    const isLarge = item.points !== null && item.points >= (settings.points.at(-2) ?? Infinity);
    return {
      id: item.id,
      title: item.title,
      place: open.indexOf(item) + 1,
      status: item.status,
      points: item.points,
      findings: own.map(({ rule, severity, message }) => ({ rule, severity, message })),
      questions: listQuestions(backlog, { items: [item] }),
      split: isLarge || own.some(({ rule }) => splitRules.has(rule)) ? splitPatterns : [],
    };
  });
  const items = described.filter(
    ({ findings: own, questions }, index) =>
      own.length > 0 || questions.length > 0 || !isReady(settings, looked[index] as Item),
  );
  return success({
    items,
    ready: described.length - items.length,
    references: listReferences(backlog),
  });
}

/** What check finds in these items, were they all called ready, by path. */
async function findLacks(
  backlog: Backlog,
  items: readonly Item[],
  today: Day,
): Promise<Result<ReadonlyMap<string, readonly Finding[]>>> {
  const [ready] = backlog.settings.ready;
  const chosen = new Set(items);
  const documents = [...backlog.work, ...backlog.around].map((item): Document => {
    if (!chosen.has(item) || ready === undefined) return item.document;
    const changed = changeItem(backlog.settings, item, [setField('status', ready)]);
    const read = changed.ok ? readDocument(item.document.path, changed.value.after ?? '') : changed;
    return read.ok ? read.value : item.document;
  });
  const paths = new Set(items.map(({ document }) => document.path));
  const checked = await checkBacklog(createBacklog(backlog.settings, documents, backlog.problems), {
    isReported: (path) => paths.has(path),
    today,
    overrides: {},
  });
  if (!checked.ok) return checked;
  return success(
    new Map(
      [...paths].map((path) => [
        path,
        checked.value.report.findings.filter((finding) => finding.path === path),
      ]),
    ),
  );
}
