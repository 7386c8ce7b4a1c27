import { usualOutlook } from '../ops/forecast-outlook.js';
import { planRoadmap, type Roadmap } from '../ops/roadmap.js';
import type { Style } from '../terminal/style.js';
import { writeChart } from './chart-file.js';
import type { Context, Input, Outcome } from './command.js';
import { readGrowth } from './forecast-growth.js';
import { clockOf, readBacklog } from './read-backlog.js';
import { writeRoadmapMarkdown } from './roadmap-markdown.js';
import { describeRoadmap, tabulateRoadmap } from './roadmap-text.js';

interface ShownRoadmap extends Roadmap {
  readonly shape?: { readonly quarters: boolean; readonly markdown: boolean };
}

export async function run(context: Context, input: Input): Promise<Outcome<ShownRoadmap>> {
  const backlog = readBacklog(context);
  const { today } = clockOf(context, backlog);
  const roadmap = planRoadmap(backlog, {
    ...usualOutlook(backlog, today),
    growth: readGrowth(input),
  });
  const notes = await writeChart(context, input, async () => {
    const { drawRoadmap } = await import('../chart/roadmap.js');
    const { product } = backlog.settings;
    return drawRoadmap({ ...roadmap, product: product ?? null });
  });
  const quarters = input.flag('quarters');
  const shape = { quarters, markdown: input.option('format') === 'markdown' };
  return {
    data: input.json === null ? { ...roadmap, shape } : roadmap,
    notes,
    problems: backlog.problems,
  };
}

export function render({ shape, ...roadmap }: ShownRoadmap, style: Style): string {
  const quarters = shape?.quarters ?? false;
  if (shape?.markdown) return writeRoadmapMarkdown(roadmap, quarters);
  return style.isTerminal
    ? describeRoadmap(roadmap, quarters, style)
    : tabulateRoadmap(roadmap, style);
}
