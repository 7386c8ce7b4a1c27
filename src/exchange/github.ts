import * as z from 'zod';
import { findStory } from '../story/find-story.js';
import { failure, type Problem, success } from '../text/problem.js';
import { createDraft, type Draft, foreignTitle, type ImportFormat } from './draft.js';
import { type ImportNote, importNote } from './import-note.js';
import { dayOfText, typeOfWord } from './words.js';

const person = z.looseObject({ login: z.string() });
const milestone = z.looseObject({ title: z.string(), dueOn: z.string().nullish() });

/** An issue as `gh issue list --json` prints it; every key but two may be left out. */
const issue = z.looseObject({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string().nullish(),
  stateReason: z.string().nullish(),
  url: z.string().nullish(),
  labels: z.array(z.looseObject({ name: z.string() })).nullish(),
  assignees: z.array(person).nullish(),
  milestone: milestone.nullish(),
  createdAt: z.string().nullish(),
  closedAt: z.string().nullish(),
  author: person.nullish(),
  comments: z
    .array(
      z.looseObject({
        body: z.string(),
        author: person.nullish(),
        createdAt: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Issue = z.output<typeof issue>;

/** Keys that say nothing a backlog keeps: GitHub's own counters and marks. */
const own = new Set([
  ...['id', 'updatedAt', 'closed', 'isPinned', 'projectCards', 'reactionGroups', 'projectItems'],
  ...['closedByPullRequestsReferences'],
]);

/** Issues as JSON; milestones become epics above them. */
export const githubFormat: ImportFormat = {
  id: 'github',
  summary: 'what gh issue list --json number,title,body,state,labels,… prints',
  reads: 'text',
  read(text) {
    const issues = readIssues(text);
    if (!Array.isArray(issues)) return failure(issues as Problem);
    const read = issues as readonly Issue[];
    return success({
      drafts: [...draftMilestones(read), ...read.map(draftIssue)],
      notes: listLost(read),
    });
  },
};

function readIssues(text: string): readonly Issue[] | Problem {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { kind: 'usage', message: `the file is not JSON: ${String(error)}` };
  }
  const parsed = z.array(issue).safeParse(Array.isArray(json) ? json : [json]);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  return {
    kind: 'usage',
    message: `this is not what gh issue list --json prints: ${first?.path.join('.')}: ${first?.message}`,
  };
}

function draftIssue(one: Issue): Draft {
  const labels = (one.labels ?? []).map(({ name }) => name);
  const assignees = (one.assignees ?? []).map(({ login }) => login);
  const body = (one.body ?? '').replaceAll('\r\n', '\n').trim();
  const named = labels.map(typeOfWord).find((type) => type !== null) ?? null;
  const isStory = findStory(body)?.reading.ok === true;
  const isDropped = one.stateReason === 'NOT_PLANNED' || one.stateReason === 'DUPLICATE';
  const isClosed = one.state?.toUpperCase() === 'CLOSED';
  const closed = isClosed && !isDropped && one.closedAt ? dayOfText(one.closedAt) : null;
  return createDraft({
    place: `issue ${one.number}`,
    source: one.url ?? `github#${one.number}`,
    sourceId: String(one.number),
    type: named === null || named === 'story' ? (isStory ? 'story' : (named ?? 'task')) : named,
    status: isClosed && isDropped ? 'not planned' : (one.state ?? null),
    title: foreignTitle(one.title),
    body,
    fields: [
      ...labels.map((label) => ['labels', label] as const),
      ...assignees.slice(0, 1).map((login) => ['assignee', login] as const),
      ...(one.createdAt ? [['created', dayOfText(one.createdAt) ?? ''] as const] : []),
      ...(closed === null ? [] : [['done', closed] as const]),
    ],
    parent: one.milestone ? milestoneId(one.milestone.title) : null,
    extra: [
      ...(one.author ? [['author', one.author.login] as const] : []),
      ...(assignees.length > 1 ? [['also assigned', assignees.slice(1).join(', ')] as const] : []),
      ...(one.comments ?? []).map(
        (comment) =>
          [
            `comment${comment.author ? ` by ${comment.author.login}` : ''}${comment.createdAt ? ` on ${dayOfText(comment.createdAt)}` : ''}`,
            comment.body.replaceAll('\r\n', '\n').trim(),
            'comments',
          ] as const,
      ),
    ],
  });
}

function milestoneId(title: string): string {
  return `milestone ${title}`;
}

function draftMilestones(issues: readonly Issue[]): readonly Draft[] {
  const byTitle = new Map(
    issues.flatMap(({ milestone: one }) => (one ? [[one.title, one] as const] : [])),
  );
  return [...byTitle.values()].map(({ title, dueOn }) =>
    createDraft({
      place: `milestone ${title}`,
      source: `github milestone ${title}`,
      sourceId: milestoneId(title),
      type: 'epic',
      title: foreignTitle(title),
      fields: dueOn ? [['due', dayOfText(dueOn) ?? '']] : [],
    }),
  );
}

/** Keys the file has beside those read: named once, with how often they occur. */
function listLost(issues: readonly Issue[]): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  for (const one of issues) {
    for (const [key, value] of Object.entries(one)) {
      const isRead = key in issue.shape || own.has(key);
      const isEmpty =
        value === null || value === '' || (Array.isArray(value) && value.length === 0);
      if (!isRead && !isEmpty) notes.push(importNote('left', key, '', `issue ${one.number}`));
    }
  }
  return notes;
}
