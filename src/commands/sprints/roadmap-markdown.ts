import { sayProgress } from '../../backlog/progress.js';
import type { Roadmap, RoadmapEntry } from '../../ops/sprints/roadmap.js';
import { escapeMarkdown } from '../../text/markdown.js';
import { describeShortage, groupRoadmap, sayBasis } from './roadmap-text.js';

/** The roadmap as a Markdown page, without a heading of its own above the first level. */
export function writeRoadmapMarkdown(roadmap: Roadmap, quarters: boolean): string {
  const { today, enough, late } = roadmap;
  const groups = groupRoadmap(roadmap, quarters).map(({ title, entries }) =>
    [`## ${title}`, '', ...entries.map((entry) => writeEntry(entry, enough))].join('\n'),
  );
  const pairs =
    ' Of each pair of dates, the first is as likely as not, the second holds 85 times in 100.';
  const basis = `As of ${today}, in the order of the backlog, from ${sayBasis(roadmap)}.${enough ? pairs : ''}`;
  const warning = enough ? [] : [`**${describeShortage(roadmap)}**`];
  const misses =
    late.length === 0
      ? []
      : [
          [
            '## Would be late',
            '',
            ...late.map(({ id, title, due, date }) => {
              const by = enough ? 'safe by' : 'at this pace done by';
              const day = date === null ? 'not foreseeable' : `${by} ${date}`;
              return `- ${id} ${escapeMarkdown(title)}: due ${due}, ${day}`;
            }),
          ].join('\n'),
        ];
  const body = groups.length === 0 ? ['Nothing is open.'] : groups;
  return ['# Roadmap', basis, ...warning, ...body, ...misses].join('\n\n');
}

function writeEntry(entry: RoadmapEntry, enough: boolean): string {
  const { id, title, percentiles, unsplit, due } = entry;
  const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
  const range = enough ? `${even} to ${safe ?? 'no date'}` : `at this pace done by ${even}`;
  const when = even !== null ? range : unsplit ? 'not split yet' : null;
  const facts = [sayProgress(entry), when, due === null ? null : `due ${due}`].filter(Boolean);
  const name = id === null ? escapeMarkdown(title) : `${id} ${escapeMarkdown(title)}`;
  return `- **${name}**${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`;
}
