import { dayOfText } from '../words.js';

type Json = Readonly<Record<string, unknown>>;

/** An issue as any of GitHub's doors gives it, in one shape. What is odd in it is absent here. */
export interface GithubIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** `owner/repo`, with the host before it where that is not github.com; null: nothing says. */
  readonly origin: string | null;
  readonly url: string | null;
  readonly state: string | null;
  /** Why it was closed, lower-case with blanks: `not planned`. */
  readonly reason: string | null;
  readonly type: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly author: string | null;
  readonly created: string | null;
  readonly closed: string | null;
  readonly milestone: GithubMilestone | null;
  /** Number of its parent, and of its parts. */
  readonly parent: number | null;
  readonly parts: readonly number[];
  readonly comments: readonly {
    readonly by: string | null;
    readonly on: string | null;
    readonly text: string;
  }[];
  /** How many comments there are whose text is not here. */
  readonly unreadComments: number;
  readonly isPullRequest: boolean;
  /** Keys of the source that none of these is. */
  readonly rest: readonly (readonly [key: string, text: string])[];
}

export interface GithubMilestone {
  readonly title: string;
  readonly due: string | null;
  readonly description: string;
  readonly isClosed: boolean;
}

/** Keys that are read above, and GitHub's own addresses, counters and marks. */
const known = new Set([
  ...[
    'number',
    'title',
    'body',
    'state',
    'stateReason',
    'state_reason',
    'closed',
    'url',
    'html_url',
  ],
  ...['repository', 'repository_url', 'labels', 'assignee', 'assignees', 'author', 'user', 'type'],
  ...['issueType', 'milestone', 'createdAt', 'created_at', 'closedAt', 'closed_at', 'comments'],
  ...['parent', 'parent_issue_url', 'subIssues', 'sub_issues', 'pull_request', '__typename'],
  ...['id', 'node_id', 'databaseId', 'updatedAt', 'updated_at', 'isPinned', 'reactionGroups'],
  ...['reactions', 'labels_url', 'comments_url', 'events_url', 'timeline_url', 'locked'],
  ...['active_lock_reason', 'author_association', 'authorAssociation', 'draft', 'score'],
  ...['performed_via_github_app', 'sub_issues_summary', 'subIssuesSummary', 'isPullRequest'],
  ...['issue_dependencies_summary', 'closedByPullRequestsReferences', 'viewerDidAuthor'],
  ...['projectCards', 'pinned_comment'],
]);

/** Has a number and a title, and is not what has one inside an issue. */
export function isIssue(value: unknown): value is Json {
  return isMap(value) && typeof value['number'] === 'number' && typeof value['title'] === 'string';
}

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readIssue(json: Json): GithubIssue {
  const text = (...keys: readonly string[]) => firstText(json, keys);
  const url = text('html_url', 'url');
  const comments = listOf(json['comments']).filter(isMap);
  const count = isMap(json['comments']) ? json['comments']['totalCount'] : json['comments'];
  const [assignee] = namesOf([json['assignee']]);
  const assignees = namesOf(listOf(json['assignees']));
  return {
    number: Number(json['number']),
    title: String(json['title']),
    body: unix(text('body') ?? ''),
    origin: originOf(json),
    url,
    state: text('state') ?? (json['closed'] === true ? 'CLOSED' : null),
    reason: text('stateReason', 'state_reason')?.toLowerCase().replaceAll('_', ' ') ?? null,
    type: nameOf(json['issueType']) ?? nameOf(json['type']),
    labels: namesOf(listOf(json['labels'])),
    assignees: assignees.length === 0 && assignee !== undefined ? [assignee] : assignees,
    author: nameOf(json['author']) ?? nameOf(json['user']),
    created: dayOfText(text('createdAt', 'created_at') ?? ''),
    closed: dayOfText(text('closedAt', 'closed_at') ?? ''),
    milestone: readMilestone(json['milestone']),
    parent: numberOf(json['parent']) ?? numberIn(text('parent_issue_url')),
    parts: [...listOf(json['subIssues']), ...listOf(json['sub_issues'])].flatMap(
      (part) => numberOf(part) ?? [],
    ),
    comments: comments.map((one) => ({
      by: nameOf(one['author']) ?? nameOf(one['user']),
      on: dayOfText(firstText(one, ['createdAt', 'created_at']) ?? ''),
      text: unix(firstText(one, ['body']) ?? '').trim(),
    })),
    unreadComments: typeof count === 'number' ? Math.max(0, count - comments.length) : 0,
    isPullRequest: isPullRequest(json, url),
    rest: Object.entries(json)
      .filter(([key, value]) => !known.has(key) && !isEmpty(value))
      .map(([key, value]) => [
        key,
        typeof value === 'string' ? unix(value) : JSON.stringify(value),
      ]),
  };
}

function isPullRequest(json: Json, url: string | null): boolean {
  return (
    isMap(json['pull_request']) ||
    json['__typename'] === 'PullRequest' ||
    json['isPullRequest'] === true ||
    'headRefName' in json ||
    /\/pull\/\d+/.test(url ?? '')
  );
}

/** From the issue's address, its repository's, or the repository's name. */
function originOf(json: Json): string | null {
  const base = '^https?://([^/]+)/(?:api/v3/)?(?:repos/)?([^/]+/[^/]+)';
  const ofIssue = new RegExp(`${base}/(?:issues|pull)/\\d+$`);
  const repository = json['repository'];
  for (const [address, pattern] of [
    [json['html_url'], ofIssue],
    [json['url'], ofIssue],
    [json['repository_url'], new RegExp(`${base}$`)],
  ] as const) {
    const [, host = '', path] = pattern.exec(String(address ?? '')) ?? [];
    if (path === undefined) continue;
    return /^(?:www\.|api\.)?github\.com$/i.test(host) ? path : `${host}/${path}`;
  }
  return isMap(repository) ? firstText(repository, ['nameWithOwner', 'full_name']) : null;
}

function readMilestone(value: unknown): GithubMilestone | null {
  if (!isMap(value)) return typeof value === 'string' && value !== '' ? named(value) : null;
  const title = firstText(value, ['title']);
  if (title === null) return null;
  return {
    title,
    due: dayOfText(firstText(value, ['dueOn', 'due_on']) ?? ''),
    description: unix(firstText(value, ['description']) ?? '').trim(),
    isClosed: /^closed$/i.test(firstText(value, ['state']) ?? ''),
  };
}

function named(title: string): GithubMilestone {
  return { title, due: null, description: '', isClosed: false };
}

/** A list as it is, or GraphQL's `{ nodes }` and `{ edges: [{ node }] }`. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isMap(value)) return [];
  const { nodes, edges } = value;
  if (Array.isArray(nodes)) return nodes;
  return Array.isArray(edges) ? edges.map((edge) => (isMap(edge) ? edge['node'] : edge)) : [];
}

function namesOf(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => nameOf(value) ?? []);
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return isMap(value) ? firstText(value, ['login', 'name']) : null;
}

function firstText(json: Json, keys: readonly string[]): string | null {
  const found = keys.map((key) => json[key]).find((one) => typeof one === 'string' && one !== '');
  return found === undefined ? null : String(found);
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return isMap(value) && typeof value['number'] === 'number' ? value['number'] : null;
}

function numberIn(url: string | null): number | null {
  const number = /\/issues\/(\d+)$/.exec(url ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && listOf(value).length === 0 && ('nodes' in value || 'totalCount' in value);
}

function unix(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
