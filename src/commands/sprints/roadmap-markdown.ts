import { spellProgress } from '../../backlog/spell-progress.js';
import type { Words } from '../../language/words.js';
import type { Roadmap, RoadmapEntry } from '../../ops/sprints/roadmap.js';
import { fewestSamples } from '../../plan/forecast.js';
import { escapeMarkdown, joinSections } from '../../text/markdown.js';
import { groupRoadmap } from './roadmap-text.js';

/** The roadmap as a Markdown page, in the backlog's language. */
export function writeRoadmapMarkdown(roadmap: Roadmap, quarters: boolean, words: Words): string {
  const { entries, enough } = roadmap;
  return [
    `# ${words.say('headRoadmap')}`,
    writeBasis(roadmap, words),
    ...(enough ? [] : [`**${writeShortage(roadmap, words)}**`]),
    ...(entries.length === 0 ? [words.say('nothingOpen')] : []),
    ...joinSections([
      ...groupRoadmap(roadmap, quarters, words).map(
        (group) =>
          [group.title, group.entries.map((entry) => writeEntry(entry, enough, words))] as const,
      ),
      [words.say('headLate'), roadmap.late.map((late) => writeLate(late, enough, words))],
    ]),
  ].join('\n\n');
}

function writeBasis({ today, samples, period, enough }: Roadmap, words: Words): string {
  const basis = words.say(period === 'sprint' ? 'basisSprints' : 'basisWeeks', {
    day: words.day(today),
    count: samples,
  });
  return words.paragraph([basis, ...(enough ? [words.say('datePairs')] : [])]);
}

function writeShortage({ samples, period }: Roadmap, words: Words): string {
  const isSprints = period === 'sprint';
  if (samples === 0) return words.say(isSprints ? 'noSprints' : 'noWeeks');
  return words.say(isSprints ? 'fewSprints' : 'fewWeeks', { count: fewestSamples });
}

function writeLate(
  { id, title, due, date }: Roadmap['late'][number],
  enough: boolean,
  words: Words,
): string {
  const when =
    date === null
      ? words.say('noDateInSight')
      : words.say(enough ? 'safeBy' : 'paceBy', { day: words.day(date) });
  const text = words.joinFacts([words.say('dueOn', { day: words.day(due) }), when]);
  return `- ${words.say('entry', { title: `${id} ${escapeMarkdown(title)}`, text })}`;
}

function writeEntry(entry: RoadmapEntry, enough: boolean, words: Words): string {
  const { id, title, due } = entry;
  const facts = [
    spellProgress(entry, words),
    writeDates(entry, enough, words),
    due === null ? '' : words.say('dueOn', { day: words.day(due) }),
  ].filter((fact) => fact !== '');
  const name = id === null ? words.say('withoutEpic') : `${id} ${escapeMarkdown(title)}`;
  const bold = `**${name}**`;
  return `- ${facts.length === 0 ? bold : words.say('entry', { title: bold, text: words.joinFacts(facts) })}`;
}

function writeDates({ percentiles, unsplit }: RoadmapEntry, enough: boolean, words: Words): string {
  const [even, safe] = [percentiles['50'].date, percentiles['85'].date];
  if (even === null) return unsplit ? words.say('notSplit') : '';
  const from = words.day(even);
  if (!enough) return words.say('paceBy', { day: from });
  return words.say('span', { from, by: safe === null ? words.say('noDate') : words.day(safe) });
}
