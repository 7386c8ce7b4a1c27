import { readCriteria } from '../../item/criteria.js';
import { findStory } from '../../story/find-story.js';
import { success, usage } from '../../text/problem.js';
import { createDraft, type Draft, foreignTitle, type ImportFormat, sourceName } from '../draft.js';
import { type ImportNote, importNote } from '../import-note.js';
import { typeOfLabels, typeOfWord } from '../words.js';
import {
  type GithubIssue,
  type GithubMilestone,
  isIssue,
  isMap,
  readIssue,
} from './github-issue.js';
import { readJsonSequence } from './json-sequence.js';

/** Issues as JSON, from any of GitHub's doors; milestones become epics above them. */
export const githubFormat: ImportFormat = {
  id: 'github',
  summary: 'issues from gh issue list --json number,title,body,state,url,… or gh api',
  reads: 'text',
  read(text, { origin }) {
    const { values, broken } = readJsonSequence(text.replace(/^\ufeff/, ''));
    if (values.length === 0)
      return usage('the file is not JSON: create it with gh issue list --json …');
    const found: Found = { issues: [], odd: [] };
    collectIssues(values, found);
    if (found.issues.length === 0 && found.odd.length > 0) {
      const [first] = found.odd;
      return usage(`this is not the output of gh issue list --json or gh api: ${first}`);
    }
    const read = found.issues.map((json) => {
      const issue = readIssue(json);
      return { ...issue, origin: issue.origin ?? origin };
    });
    const { kept, notes } = sift(read);
    const parents = findParents(kept);
    const drafts = kept.map((issue) => draftIssue(issue, parents.get(keyOf(issue)) ?? null));
    return success({
      drafts: [...draftMilestones(kept), ...drafts],
      notes: [
        ...broken.map((line) => importNote('left', 'lines', 'not JSON', `line ${line}`)),
        ...found.odd.map((what) => importNote('left', 'entries', what, null)),
        ...notes,
      ],
    });
  },
};

interface Found {
  readonly issues: Parameters<typeof readIssue>[0][];
  /** What stands where issues should and is none. */
  readonly odd: string[];
}

/** Issues wherever they stand: in lists, lists of lists, GraphQL's `data`, a search's `items`. */
function collectIssues(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const one of value) collectIssues(one, found);
  else if (!isMap(value)) found.odd.push(`not an issue: ${JSON.stringify(value)}`);
  else if (isIssue(value)) found.issues.push(value);
  else if ('message' in value || 'number' in value) found.odd.push(describeOdd(value));
  else {
    for (const one of Object.values(value)) {
      if (Array.isArray(one) || isMap(one)) collectIssues(one, found);
    }
  }
}

function describeOdd(value: Readonly<Record<string, unknown>>): string {
  const { message, number } = value;
  if (typeof message === 'string') return `it says "${message}"`;
  if (typeof number !== 'number') return `no number in ${JSON.stringify(value).slice(0, 60)}`;
  return `issue ${number} has no title`;
}

/** Issues once each, without pull requests. */
function sift(issues: readonly GithubIssue[]): {
  readonly kept: readonly GithubIssue[];
  readonly notes: readonly ImportNote[];
} {
  const byKey = new Map<string, GithubIssue>();
  const notes: ImportNote[] = [];
  for (const issue of issues) {
    const place = placeOf(issue);
    const same = byKey.get(keyOf(issue));
    if (issue.isPullRequest) notes.push(importNote('left', 'pull requests', 'not issues', place));
    else if (same === undefined) byKey.set(keyOf(issue), issue);
    else if (JSON.stringify(same) !== JSON.stringify(issue)) {
      notes.push(importNote('left', 'issues', 'given twice; the first was used', place));
    }
  }
  return { kept: [...byKey.values()], notes };
}

function keyOf({ origin, number }: Pick<GithubIssue, 'origin' | 'number'>): string {
  return origin === null ? String(number) : `${origin}#${number}`;
}

function placeOf({ number }: GithubIssue): string {
  return `issue ${number}`;
}

interface Parent {
  readonly key: string;
  /** Read from a list of tasks in its text. */
  readonly isGuess: boolean;
}

function findParents(issues: readonly GithubIssue[]): ReadonlyMap<string, Parent> {
  const parents = new Map<string, Parent>();
  const put = (child: string, key: string, isGuess: boolean) => {
    if (child !== key && !parents.has(child)) parents.set(child, { key, isGuess });
  };
  const near = ({ origin }: GithubIssue, number: number) => keyOf({ origin, number });
  for (const issue of issues) {
    if (issue.parent !== null) put(keyOf(issue), near(issue, issue.parent), false);
    for (const part of issue.parts) put(near(issue, part), keyOf(issue), false);
  }
  for (const issue of issues) {
    for (const [, number] of issue.body.matchAll(/^\s*[-*] \[[ xX]\] #(\d+)\b/gm)) {
      put(near(issue, Number(number)), keyOf(issue), true);
    }
  }
  return parents;
}

function draftIssue(issue: GithubIssue, parent: Parent | null): Draft {
  const { number, origin, milestone, labels, assignees } = issue;
  const place = placeOf(issue);
  const type = readType(issue);
  const isClosed = /^closed$/i.test(issue.state ?? '');
  const isDropped = isClosed && ['not planned', 'duplicate'].includes(issue.reason ?? '');
  const checklist = takeChecklist(issue.body.trim());
  const bare = sourceName('github', null, String(number));
  const source =
    origin === null && issue.url !== null
      ? issue.url
      : sourceName('github', origin, String(number));
  return createDraft({
    place,
    source,
    formerSources: [...(issue.url === null ? [] : [issue.url]), bare, `github#${number}`].filter(
      (one) => one !== source || one !== issue.url,
    ),
    sourceId: keyOf(issue),
    type: type.word,
    status: isDropped ? issue.reason : issue.state,
    category: isDropped ? 'dropped' : null,
    title: foreignTitle(issue.title),
    body: checklist ?? issue.body.trim(),
    fields: [
      ...labels.map((label) => ['labels', label] as const),
      ...assignees.slice(0, 1).map((login) => ['assignee', login] as const),
      ...(issue.created === null ? [] : [['created', issue.created] as const]),
      ...(isClosed && !isDropped && issue.closed !== null ? [['done', issue.closed] as const] : []),
    ],
    parent: parent?.key ?? (milestone === null ? null : milestoneId(issue, milestone)),
    extra: listExtra(issue, parent, type.kept),
    notes: [
      ...(type.guess === null ? [] : [importNote('guessed', type.guess, '', place)]),
      ...(parent?.isGuess
        ? [importNote('guessed', 'parent', 'taken from a list of tasks', place)]
        : []),
      ...(checklist === null
        ? []
        : [importNote('guessed', 'checklist', 'taken as acceptance criteria', place)]),
    ],
  });
}

function listExtra(issue: GithubIssue, parent: Parent | null, type: string | null): Draft['extra'] {
  const { author, assignees, milestone, comments, unreadComments } = issue;
  return [
    ...(author === null ? [] : [['author', author] as const]),
    ...(type === null ? [] : [['type', type] as const]),
    ...(assignees.length > 1 ? [['also assigned', assignees.slice(1).join(', ')] as const] : []),
    ...(parent !== null && milestone !== null ? [['milestone', milestone.title] as const] : []),
    ...issue.rest,
    ...(unreadComments === 0 ? [] : [['comments', `${unreadComments}, not in the file`] as const]),
    ...comments.map(
      ({ by, on, text }) =>
        [
          `comment${by === null ? '' : ` by ${by}`}${on === null ? '' : ` on ${on}`}`,
          text,
          'comments',
        ] as const,
    ),
  ];
}

/** GitHub's own type, else that of a label, else what the text is. */
function readType({ type, labels, body }: GithubIssue) {
  const plain = findStory(body)?.reading.ok === true ? 'story' : 'task';
  if (type !== null) {
    const word = typeOfWord(type);
    return { word: word ?? plain, kept: word === null ? type : null, guess: null };
  }
  const label = typeOfLabels(labels);
  if (label === null) return { word: plain, kept: null, guess: null };
  const guess = `label "${label.label}" taken as type ${label.type}`;
  return { word: label.type, kept: null, guess };
}

/** A text whose one checklist stands below no heading gets the heading that makes it criteria. */
function takeChecklist(body: string): string | null {
  if (readCriteria(body).items.length > 0) return null;
  const lines = body.split('\n');
  const boxes = lines.flatMap((line, at) => (/^[-*] \[[ xX]\] (?!#\d)/.test(line) ? [at] : []));
  const [first = -1, last = -1] = [boxes[0], boxes.at(-1)];
  const isBlock = first !== -1 && last - first + 1 === boxes.length;
  const isBelow = lines.slice(0, first).some((line) => /^(?:#{1,6} |[-=]{3,}$|```)/.test(line));
  if (!isBlock || isBelow) return null;
  const before = lines.slice(0, first).join('\n').trimEnd();
  const heading = '## Acceptance criteria\n\n';
  return `${before === '' ? '' : `${before}\n\n`}${heading}${lines.slice(first).join('\n')}`;
}

function milestoneId({ origin }: GithubIssue, { title }: GithubMilestone): string {
  return `${origin ?? ''}#milestone ${title}`;
}

function draftMilestones(issues: readonly GithubIssue[]): readonly Draft[] {
  const byId = new Map<string, { readonly issue: GithubIssue; readonly one: GithubMilestone }>();
  for (const issue of issues) {
    if (issue.milestone === null) continue;
    const id = milestoneId(issue, issue.milestone);
    if (!byId.has(id)) byId.set(id, { issue, one: issue.milestone });
  }
  return [...byId].map(
    ([
      sourceId,
      {
        issue: { origin },
        one,
      },
    ]) => {
      const bare = sourceName('github', null, `milestone ${one.title}`);
      return createDraft({
        place: `milestone ${one.title}`,
        source: sourceName('github', origin, `milestone ${one.title}`),
        formerSources: [bare, `github milestone ${one.title}`],
        sourceId,
        type: 'epic',
        title: foreignTitle(one.title),
        body: one.description,
        ...(one.isClosed ? { status: 'closed' } : {}),
        fields: one.due === null ? [] : [['due', one.due]],
      });
    },
  );
}
