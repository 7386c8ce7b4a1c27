// `sprint plan` as people run it, on seeded backlogs: files read, the plan chosen, written as JSON.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { measure, printTable, runOnce } from './measure.mjs';
import { writePlanBacklog } from './plan-backlog.mjs';

const program = resolve(import.meta.dirname, '../../bin/storymark.js');
const limits = ['--capacity', '40', '--skill', 'design=15,code=20,test=15'];
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const plan = [program, 'sprint', 'plan', '--json', ...limits];

const sprint = writePlanBacklog({ items: 200, depends: 60, seed: 1 });
const [empty, quick, priced] = measure(
  [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'plan', args: [...plan, '--quick'], cwd: sprint },
    { name: 'plan with prices', args: plan, cwd: sprint },
  ],
  rounds,
);
rmSync(sprint, { recursive: true });
printTable(`One sprint of 200 candidates: CPU beyond node -e 0, medians of ${rounds}`, [
  { name: 'the plan', value: quick.cpu - empty.cpu, unit: 'ms', limit: 1000 },
  { name: 'with exact prices', value: priced.cpu - empty.cpu, unit: 'ms', limit: 2500 },
]);

const release = writePlanBacklog({ items: 2000, depends: 600, seed: 2 });
const args = [...plan, '--sprints', '6', '--goal', 'growth', '--goal-share', '60%'];
const { cpu, memory, stdout } = runOnce({ name: 'release', args, cwd: release });
rmSync(release, { recursive: true });
const { gap, sprints } = JSON.parse(stdout);
printTable(`${sprints.length} sprints of 2,000 candidates, skills and a goal's share`, [
  { name: 'CPU in all', value: cpu / 1000, unit: 's', limit: 15 },
  { name: 'gap to the bound, thousandths of a percent', value: gap * 1e5, unit: '', limit: 100 },
  { name: 'memory', value: memory, unit: 'MB' },
]);
