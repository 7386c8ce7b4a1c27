// The tools storymark is measured beside, on the same items.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateBacklog } from './generate-backlog.mjs';

/** Installs the npm package backlog.md into a folder; null where that cannot be done. */
export function installBacklogMd(folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  const args = ['install', '--silent', '--no-audit', '--no-fund', 'backlog.md'];
  const { status } = spawnSync('npm', args, { cwd: folder, timeout: 180_000, stdio: 'ignore' });
  const program = join(folder, 'node_modules', '.bin', 'backlog');
  return status === 0 && existsSync(program) ? program : null;
}

/** The items as title, text and labels, which every tool has. */
function listItems(count) {
  return Object.entries(generateBacklog(count))
    .filter(([path]) => path.startsWith('items/'))
    .map(([, text], index) => {
      const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
      const field = (key) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1] ?? '';
      const labels = field('labels').slice(1, -1).split(', ');
      return { number: index + 1, title: field('title'), created: field('created'), labels, body };
    });
}

/** A project with the items as its own files; a line that says why when there is none. */
export function openBacklogMd(program, dir, count) {
  if (!existsSync('/usr/bin/time')) return '  backlog.md: GNU time is not here to measure it with.';
  const cwd = join(dir, 'backlog-md');
  mkdirSync(cwd);
  execFileSync('git', ['init', '--quiet'], { cwd });
  const init = ['init', 'Bench', '--defaults', '--integration-mode', 'none'];
  execFileSync(program, init, { cwd, stdio: 'ignore' });
  const config = join(cwd, 'backlog', 'config.yml');
  const settings = readFileSync(config, 'utf8');
  writeFileSync(config, settings.replace('remote_operations: true', 'remote_operations: false'));
  for (const { number, title, created, labels, body } of listItems(count)) {
    const text = [
      ...['---', `id: TASK-${number}`, `title: ${title}`, 'status: To Do', 'assignee: []'],
      ...[`created_date: '${created} 09:00'`, 'labels:', ...labels.map((label) => `  - ${label}`)],
      ...['dependencies: []', `ordinal: ${number}000`, '---', '', '## Description', '', body],
    ];
    const name = `task-${number} - ${title.replaceAll(' ', '-')}.md`;
    writeFileSync(join(cwd, 'backlog', 'tasks', name), text.join('\n'));
  }
  const run = (...args) => ({ file: program, args, cwd });
  return {
    name: 'backlog.md',
    commands: {
      list: () => run('task', 'list', '--plain'),
      show: () => run('task', 'view', '1', '--plain'),
      set: (round) => run('task', 'edit', '1', '-s', round % 2 ? 'To Do' : 'In Progress'),
      add: (round) => run('task', 'create', `Another ${round}`, '--plain'),
      search: () => run('search', 'kebake', '--plain'),
    },
  };
}

/** Taskwarrior's data with the items; a line that says why when it is not here. */
export function openTaskwarrior(dir, count) {
  if (spawnSync('task', ['--version']).status !== 0) return '  Taskwarrior is not here.';
  if (!existsSync('/usr/bin/time'))
    return '  Taskwarrior: GNU time is not here to measure it with.';
  const cwd = join(dir, 'taskwarrior');
  mkdirSync(cwd);
  const settings = join(cwd, 'taskrc');
  writeFileSync(settings, 'confirmation=off\nverbose=nothing\n');
  const env = { TASKRC: settings, TASKDATA: cwd };
  const items = listItems(count).map(({ title, created, labels, body }) => ({
    description: title,
    entry: `${created.replaceAll('-', '')}T090000Z`,
    status: 'pending',
    tags: labels,
    annotations: [
      { entry: `${created.replaceAll('-', '')}T090000Z`, description: body.replaceAll('\n', ' ') },
    ],
  }));
  const source = join(cwd, 'items.json');
  writeFileSync(source, JSON.stringify(items));
  execFileSync('task', ['import', source], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const counted = execFileSync('task', ['count'], { env: { ...process.env, ...env } });
  if (Number(counted) !== count) throw new Error(`Taskwarrior has ${counted} of ${count} items`);
  const run = (...args) => ({ file: 'task', args, cwd, env });
  return {
    name: 'Taskwarrior',
    commands: {
      list: () => run('list'),
      show: () => run('1', 'info'),
      set: (round) => run('1', 'modify', `priority:${round % 2 ? 'H' : 'L'}`),
      add: (round) => run('add', `Another ${round}`),
      search: () => run('/kebake/', 'list'),
    },
  };
}
