import { loadWords } from '../../language/load-words.js';
import type { Words } from '../../language/words.js';
import { publishBacklog } from '../../ops/items/publish-backlog.js';
import { usualOutlook } from '../../ops/sprints/forecast-outlook.js';
import { planRoadmap, publishRoadmap, type Roadmap } from '../../ops/sprints/roadmap.js';
import { fewestSamples } from '../../plan/forecast.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';
import { writeChart } from '../shared/chart-file.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';
import { readGrowth } from './forecast-growth.js';
import { writeRoadmapMarkdown } from './roadmap-markdown.js';
import { describeRoadmap, tabulateRoadmap } from './roadmap-text.js';

interface ShownRoadmap extends Roadmap {
  readonly shape?: {
    readonly quarters: boolean;
    readonly markdown: boolean;
    readonly words: Words;
  };
}

export async function run(context: Context, input: Input): Promise<Outcome<ShownRoadmap>> {
  const backlog = readBacklog(context);
  const { today } = clockOf(context, backlog);
  const isForOthers = input.option('format') === 'markdown' || input.option('chart') !== undefined;
  const hides = isForOthers && !input.flag('private');
  const planned = planRoadmap(backlog, {
    ...usualOutlook(backlog, today),
    growth: readGrowth(input),
  });
  const roadmap = hides ? publishRoadmap(publishBacklog(backlog), planned) : planned;
  const hidden = planned.entries.length - roadmap.entries.length;
  const left = hidden === 0 ? [] : [`note: ${count(hidden, 'private epic')} left out (--private)`];
  const notes = await writeChart(context, input, async () => {
    const { drawRoadmap } = await import('../../chart/roadmap.js');
    const { product, language } = backlog.settings;
    return drawRoadmap(
      { ...roadmap, fewest: fewestSamples, product: product ?? null },
      await loadWords(language),
    );
  });
  const quarters = input.flag('quarters');
  const markdown = input.option('format') === 'markdown';
  const words = await loadWords(markdown ? backlog.settings.language : 'en');
  const shape = { quarters, markdown, words };
  return {
    data: input.json === null ? { ...roadmap, shape } : roadmap,
    notes: [...left, ...notes],
    problems: backlog.problems,
  };
}

export function render({ shape, ...roadmap }: ShownRoadmap, style: Style): string {
  if (shape === undefined) return '';
  const { quarters, words } = shape;
  if (shape.markdown) return writeRoadmapMarkdown(roadmap, quarters, words);
  return style.isTerminal
    ? describeRoadmap(roadmap, quarters, words, style)
    : tabulateRoadmap(roadmap, style);
}
