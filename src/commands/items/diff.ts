import { join } from 'node:path';
import { type Backlog, createBacklog } from '../../backlog/backlog.js';
import { sumPoints } from '../../backlog/progress.js';
import { findMergeBase } from '../../git/revision-files.js';
import type { PlainKey } from '../../language/catalogue.js';
import { loadWords } from '../../language/load-words.js';
import type { Words } from '../../language/words.js';
import { type BacklogDiff, type DiffItem, diffBacklogs } from '../../ops/items/diff-backlogs.js';
import { publishBacklog } from '../../ops/items/publish-backlog.js';
import { settingsFile } from '../../store/locate.js';
import type { Style } from '../../terminal/style.js';
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
  /** English on a terminal. */
  readonly words: Words;
}

export async function run(context: Context, input: Input): Promise<Outcome<Shown | Printed>> {
  const { from, to } = readRange(context, input.args[0]);
  const current = readBacklog(context);
  const before = await readAt(context, from, current);
  const after = to === null ? current : await readAt(context, to, current);
  const isMarkdown = input.option('format') === 'markdown';
  const words = await loadWords(isMarkdown ? current.settings.language : 'en');
  const hides = isMarkdown && !input.flag('private');
  const diff = hides
    ? diffBacklogs(publishBacklog(before), publishBacklog(after))
    : diffBacklogs(before, after);
  const isChanged = Object.values(diff).some((list) => list.length > 0);
  return {
    data: input.json === null ? { diff, isMarkdown, words } : { from, to, ...diff },
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
  return data.isMarkdown ? writeDiffMarkdown(data) : renderDiff(data, style);
}

interface Section {
  readonly heading: string;
  readonly rows: readonly { readonly id: string; readonly title: string; readonly fact: string }[];
}

/** The release note and the refinement agenda: what is over first, then what is new or differs. */
function listSections(diff: BacklogDiff, words: Words): readonly Section[] {
  const spellPoints = (points: number | null) =>
    points === null ? '' : words.say('points', { count: points });
  const items = (key: PlainKey, all: readonly DiffItem[]): Section => {
    const points = sumPoints(all);
    const size = points === 0 ? '' : `, ${spellPoints(points)}`;
    return {
      heading: `${words.say(key)} (${words.number(all.length)}${size})`,
      rows: all.map(({ id, title, points }) => ({ id, title, fact: spellPoints(points) })),
    };
  };
  const sections: readonly Section[] = [
    items('headDone', diff.done),
    items('headStarted', diff.started),
    items('headAdded', diff.added),
    items('headReopened', diff.reopened),
    items('headDropped', diff.dropped),
    items('headDeleted', diff.deleted),
    {
      heading: words.say('headEstimated'),
      rows: diff.estimated.map(({ from, to, ...item }) => ({
        ...item,
        fact:
          from === null
            ? words.say('estimateNew', { size: spellPoints(to) })
            : `${words.number(from)} → ${spellPoints(to) || words.say('noEstimate')}`,
      })),
    },
    {
      heading: words.say('headMoved'),
      rows: diff.moved.map(({ places, place, ...item }) => ({
        ...item,
        fact: words.say(places > 0 ? 'movedUp' : 'movedDown', { count: Math.abs(places), place }),
      })),
    },
    {
      heading: words.say('headSprintChanged'),
      rows: diff.sprints.map(({ from, to, ...item }) => ({
        ...item,
        fact:
          from === null
            ? words.say('intoSprint', { sprint: to ?? '' })
            : to === null
              ? words.say('outOfSprint', { sprint: from })
              : `${from} → ${to}`,
      })),
    },
    {
      heading: words.say('headRetitled'),
      rows: diff.retitled.map(({ id, title, from }) => ({
        id,
        title,
        fact: words.say('was', { title: words.say('quoted', { text: from }) }),
      })),
    },
    {
      heading: words.say('headChanged'),
      rows: diff.changed.map(({ changes, ...item }) => ({ ...item, fact: changes.join('; ') })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function renderDiff({ diff, words }: Printed, style: Style): string {
  const sections = listSections(diff, words);
  if (!style.isTerminal) {
    const rows = sections.flatMap(({ heading, rows }) =>
      rows.map(({ id, title, fact }) => [heading.replace(/ \(.*/, ''), id, title, fact].join('\t')),
    );
    return rows.join('\n');
  }
  if (sections.length === 0) return words.say('nothingChanged');
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
function writeDiffMarkdown({ diff, words }: Printed): string {
  const sections = listSections(diff, words).map(({ heading, rows }) =>
    [
      `## ${heading}`,
      '',
      ...rows.map(({ id, title, fact }) => {
        const end = fact === '' ? '' : `: ${escapeMarkdown(fact)}`;
        return `- **${id}** ${escapeMarkdown(title)}${end}`;
      }),
    ].join('\n'),
  );
  return sections.length === 0 ? words.say('nothingChanged') : sections.join('\n\n');
}
