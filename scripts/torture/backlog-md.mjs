// An import of a real Backlog.md folder: 200 tasks made by the npm package's own commands, imported,
// exported as CSV, and every value that was typed looked for in the row of its task.
// node scripts/torture/backlog-md.mjs [TASKS]; installs the package into a temporary folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

const storymark = join(resolve(import.meta.dirname, '..', '..'), 'bin', 'storymark.js');
const count = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'storymark-backlog-md-'));
const project = join(folder, 'project');

const run = (file, args, cwd = project) => {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${error ?? stderr}`);
  return stdout;
};

/** What is typed for task `n`, from 1: every second, third, … has each of the fields. */
function describeTask(n) {
  const every = (step, value) => (n % step === 0 ? value : undefined);
  return {
    id: `TASK-${n}`,
    title: `Task ${n}: "quoted", with comma & ${n % 3 === 0 ? 'ümlaut' : "apostrophe's"}`,
    status: ['To Do', 'In Progress', 'Done'][n % 3],
    description: every(
      2,
      `As a guest, I want dish ${n}, so that I am fed.\n\nA second paragraph, *marked* ${n}.`,
    ),
    criteria: every(3, [`criterion ${n}.1: seen`, `criterion ${n}.2, heard`]),
    labels: every(4, [`label${n % 7}`, 'kitchen']),
    assignees: every(5, ['@cook', '@waiter']),
    priority: every(6, 'high'),
    due: every(7, `2027-01-${String((n % 28) + 1).padStart(2, '0')}`),
    depends: n > 10 ? every(5, [`TASK-${n - 1}`, `TASK-${n - 3}`]) : undefined,
    milestone: every(9, 'Opening'),
    notes: every(8, `notes of ${n}`),
    definition: every(11, `checked ${n}`),
  };
}

function createTask(program, task) {
  const list = (flag, values = []) => values.flatMap((value) => [flag, value]);
  run(program, [
    ...['task', 'create', task.title, '-s', task.status],
    ...list('-d', task.description && [task.description]),
    ...list('--ac', task.criteria),
    ...list('-l', task.labels && [task.labels.join(',')]),
    ...list('-a', task.assignees),
    ...list('--priority', task.priority && [task.priority]),
    ...list('--due-date', task.due && [task.due]),
    ...list('--dep', task.depends && [task.depends.join(',')]),
    ...list('-m', task.milestone && [task.milestone]),
    ...list('--notes', task.notes && [task.notes]),
    ...list('--dod', task.definition && [task.definition]),
  ]);
}

/** The values of a task that its row lacks. */
function compare(task, row, milestoneId) {
  const lacks = [];
  const expect = (name, isThere) => {
    compared += 1;
    if (!isThere) lacks.push(`${task.id} ${name}`);
  };
  const words = (text) => text.split(', ').filter(Boolean);
  expect('title', row.title === task.title);
  expect(
    'status',
    row.status === { 'To Do': 'draft', 'In Progress': 'doing', Done: 'done' }[task.status],
  );
  for (const text of [task.description, task.notes, task.definition]) {
    if (text !== undefined) expect('text', row.body.includes(text));
  }
  for (const text of task.criteria ?? []) expect('criterion', row.body.includes(`- [ ] ${text}`));
  for (const label of task.labels ?? []) expect('label', words(row.labels).includes(label));
  if (task.priority) expect('priority', words(row.labels).includes(`priority-${task.priority}`));
  if (task.due) expect('due', row.due === task.due);
  if (task.depends) expect('depends', words(row.depends).join() === task.depends.join());
  if (task.milestone) expect('milestone', row.parent === milestoneId);
  if (task.assignees) {
    expect('assignee', row.assignee === 'cook');
    expect('second assignee', row.body.includes('also assigned: waiter'));
  }
  return lacks;
}

let compared = 0;
try {
  mkdirSync(project);
  writeFileSync(join(folder, 'package.json'), '{}');
  run('npm', ['install', '--no-audit', '--no-fund', 'backlog.md'], folder);
  const program = join(folder, 'node_modules', '.bin', 'backlog');
  execFileSync('git', ['init', '-q'], { cwd: project });
  run(program, ['init', 'Kitchen', '--defaults', '--integration-mode', 'none']);
  run(program, ['milestone', 'add', 'Opening']);
  const tasks = Array.from({ length: count }, (_, index) => describeTask(index + 1));
  for (const task of tasks) createTask(program, task);

  const here = join(folder, 'here');
  mkdirSync(here);
  const sm = (...args) => run(process.execPath, [storymark, ...args], here);
  sm('init');
  sm('import', 'backlog.md', join(project, 'backlog'));
  const rows = parse(sm('export', 'csv', '--all'), { columns: true });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const milestone = rows.find(({ type }) => type === 'epic');
  const lacks = tasks.flatMap((task) => {
    const row = byId.get(task.id);
    return row ? compare(task, row, milestone?.id) : [`${task.id} is not there`];
  });
  const again = JSON.parse(sm('import', 'backlog.md', join(project, 'backlog'), '--json')).items;
  const doubled = again.filter(({ outcome }) => outcome !== 'kept').length;
  console.log(
    `Backlog.md: ${tasks.length} tasks made by its own commands, ${compared} values compared`,
  );
  console.log(`  lost: ${lacks.length}; made anew by a second import: ${doubled}`);
  for (const one of lacks.slice(0, 20)) console.log(`  ${one}`);
  if (lacks.length + doubled > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
