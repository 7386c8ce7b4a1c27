import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parkMiller } from '../backtest/blocks.mjs';

const skills = ['design', 'code', 'test'];

/**
 * Writes a backlog of ready stories, the same for the same seed: sizes and scores from the usual
 * scales, requirements towards earlier items, a skill or two on two items in three, half of them
 * serving a goal.
 *
 * @returns {string} its folder, in the temporary one
 */
export function writePlanBacklog({ items, depends, seed }) {
  const random = parkMiller(seed);
  const below = (count) => Math.floor(random() * count);
  const pick = (list) => list[below(list.length)];
  const folder = mkdtempSync(join(tmpdir(), 'storymark-plan-'));
  mkdirSync(join(folder, 'backlog/items'), { recursive: true });
  mkdirSync(join(folder, 'backlog/goals'));
  writeFileSync(join(folder, 'backlog/backlog.yaml'), 'ids: sequential\n');
  writeFileSync(
    join(folder, 'backlog/goals/growth.md'),
    '---\nid: growth\ntype: goal\nstatus: active\ntitle: More teams stay\n---\n',
  );
  const blockers = Array.from({ length: items }, () => new Set());
  for (let made = 0; made < depends; ) {
    const from = 1 + below(items - 1);
    const before = blockers[from].size;
    blockers[from].add(below(from));
    made += blockers[from].size - before;
  }
  for (const [index, needed] of blockers.entries()) {
    const own = skills.filter(() => below(3) === 0);
    const lines = [
      '---',
      `id: ST-${index + 1}`,
      'type: story',
      'status: ready',
      `title: Story number ${index + 1}`,
      `points: ${pick([1, 2, 3, 5, 8, 13])}`,
      `rank: a${rankKey(index)}`,
      'created: 2026-01-05',
      ...(below(2) ? ['goal: growth'] : []),
      ...(own.length > 0 ? [`skills: [${own.join(', ')}]`] : []),
      ...(needed.size > 0 ? [`depends: [${[...needed].map((at) => `ST-${at + 1}`)}]`] : []),
      'score:',
      ...['value', 'urgency', 'risk'].map((input) => `  ${input}: ${pick([1, 2, 3, 5, 8, 13])}`),
      '---',
      '',
      'As a team, we want this, so that we get on.',
      '',
    ];
    writeFileSync(join(folder, `backlog/items/ST-${index + 1}.md`), lines.join('\n'));
  }
  return folder;
}

// Fractional order keys are compared by code unit; these sort as their numbers do.
function rankKey(index) {
  return `${(index + 1).toString().padStart(5, '0')}V`;
}
