import { join } from 'node:path';
import { type Backlog, createBacklog } from '../../backlog/backlog.js';
import { sumPoints } from '../../backlog/progress.js';
import { findMergeBase } from '../../git/revision-files.js';
import { type BacklogDiff, type DiffItem, diffBacklogs } from '../../ops/items/diff-backlogs.js';
import { publishBacklog } from '../../ops/items/publish-backlog.js';
import { settingsFile } from '../../store/locate.js';
import type { Style } from '../../terminal/style.js';
import { count, saySize } from '../../text/amount.js';
import { escapeMarkdown } from '../../text/markdown.js';
import { openForReading } from '../check/check-paths.js';
import { openRevision } from '../shared/at-revision.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { readBacklog } from '../shared/read-backlog.js';

interface Shown extends BacklogDiff {
  readonly from: string;
  /** Null stands for the files as they are. */
  readonly to: string | null;
}

interface Printed {
  readonly diff: BacklogDiff;
  readonly isMarkdown: boolean;
}

export async function run(context: Context, input: Input): Promise<Outcome<Shown | Printed>> {
  const { from, to } = readRange(context, input.args[0]);
  const current = readBacklog(context);
  const before = await readAt(context, from, current);
  const after = to === null ? current : await readAt(context, to, current);
  const hides = input.option('format') === 'markdown' && !input.flag('private');
  const diff = hides
    ? diffBacklogs(publishBacklog(before), publishBacklog(after))
    : diffBacklogs(before, after);
  const isChanged = Object.values(diff).some((list) => list.length > 0);
  return {
    data:
      input.json === null
        ? { diff, isMarkdown: input.option('format') === 'markdown' }
        : { from, to, ...diff },
    exit: input.flag('exit-code') && isChanged ? 1 : 0,
    problems: after.problems,
  };
}

/** As git reads ranges: an end left open is HEAD, `A...B` starts where the two parted. */
function readRange({ cwd }: Context, range = 'HEAD') {
  const [, left = '', dots, right = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(range) ?? [];
  if (dots === undefined) return { from: range, to: null };
  const [from, to] = [left || 'HEAD', right || 'HEAD'];
  if (/^\./.test(right)) failUsage(`diff: a range is A..B, not "${range}"`);
  return { from: dots === '...' ? unwrap(findMergeBase(cwd, from, to)) : from, to };
}

/** The backlog of a commit; where it had none yet, an empty one. */
async function readAt(context: Context, name: string, current: Backlog): Promise<Backlog> {
  const { root } = context.store();
  const files = openRevision(context.files, root, name);
  if (!files.exists(join(root, settingsFile))) return createBacklog(current.settings, []);
  return unwrap((await openForReading(files, root)).read());
}

export function render(data: Shown | Printed, style: Style): string {
  if (!('diff' in data)) return '';
  return data.isMarkdown ? writeDiffMarkdown(data.diff) : renderDiff(data.diff, style);
}

interface Section {
  readonly heading: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly fact: string }[];
}

/** The release note and the refinement agenda: what is over first, then what is new or differs. */
function listSections(diff: BacklogDiff): readonly Section[] {
  const items = (heading: string, all: readonly DiffItem[]): Section => ({
    heading: `${heading} (${describeCount(all)})`,
    rows: all.map(({ id, title, points }) => ({ id, title, fact: sayPoints(points) })),
  });
  const sections: readonly Section[] = [
    items('Done', diff.done),
    items('Started', diff.started),
    items('Added', diff.added),
    items('Reopened', diff.reopened),
    items('Dropped', diff.dropped),
    items('Deleted', diff.deleted),
    {
      heading: 'Re-estimated',
      rows: diff.estimated.map(({ from, to, ...item }) => ({
        ...item,
        fact:
          from === null ? `${sayPoints(to)}, new` : `${from} → ${sayPoints(to) || 'no estimate'}`,
      })),
    },
    {
      heading: 'Moved',
      rows: diff.moved.map(({ places, place, ...item }) => {
        const far = Math.abs(places);
        const distance = count(far, 'place');
        return {
          ...item,
          fact: `${places > 0 ? 'up' : 'down'} ${distance}, now ${sayPlace(place)}`,
        };
      }),
    },
    {
      heading: 'Sprint changed',
      rows: diff.sprints.map(({ from, to, ...item }) => ({
        ...item,
        fact: from === null ? `into ${to}` : to === null ? `out of ${from}` : `${from} → ${to}`,
      })),
    },
    {
      heading: 'Retitled',
      rows: diff.retitled.map(({ id, title, from }) => ({ id, title, fact: `was “${from}”` })),
    },
    {
      heading: 'Otherwise changed',
      rows: diff.changed.map(({ changes, ...item }) => ({ ...item, fact: changes.join('; ') })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function describeCount(items: readonly DiffItem[]): string {
  const points = sumPoints(items);
  return points === 0 ? `${items.length}` : `${items.length}, ${sayPoints(points)}`;
}

function sayPoints(points: number | null): string {
  return points === null ? '' : saySize(points, 'points');
}

function sayPlace(place: number): string {
  const tens = place % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

const nothing = 'Nothing changed.';

function renderDiff(diff: BacklogDiff, style: Style): string {
  const sections = listSections(diff);
  if (!style.isTerminal) {
    const rows = sections.flatMap(({ heading, rows }) =>
      rows.map(({ id, title, fact }) => [heading.replace(/ \(.*/, ''), id, title, fact].join('\t')),
    );
    return rows.join('\n');
  }
  if (sections.length === 0) return nothing;
  const width = Math.max(...sections.flatMap(({ rows }) => rows.map(({ id }) => id.length)));
  return sections
    .map(({ heading, rows }) =>
      [
        style.bold(heading),
        ...rows.map(
          ({ id, title, fact }) =>
            `  ${id.padEnd(width)}  ${title}${fact === '' ? '' : `  ${style.dim(fact)}`}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The same as Markdown, without a heading above the second level: it goes into other pages. */
function writeDiffMarkdown(diff: BacklogDiff): string {
  const sections = listSections(diff).map(({ heading, rows }) =>
    [
      `## ${heading}`,
      '',
      ...rows.map(({ id, title, fact }) => {
        const end = fact === '' ? '' : `: ${escapeMarkdown(fact)}`;
        return `- **${id}** ${escapeMarkdown(title)}${end}`;
      }),
    ].join('\n'),
  );
  return sections.length === 0 ? nothing : sections.join('\n\n');
}
