// Builds the site of a large backlog: `node scripts/bench/site.mjs [items…]`. CPU of the whole
// command, reading and writing included; a second build, which changes nothing; sizes of files.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { measure, printTable } from './measure.mjs';

const repository = resolve(import.meta.dirname, '..', '..');
const program = join(repository, 'bin', 'storymark.js');
const counts = process.argv.slice(2).length > 0 ? process.argv.slice(2).map(Number) : [10_000];
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

const folder = mkdtempSync(join(tmpdir(), 'storymark-bench-site-'));
try {
  const generateStories = await loadGenerator();
  for (const count of counts) measureSite(count, generateStories);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureSite(count, generateStories) {
  const cwd = join(folder, String(count));
  writeBacklog(join(cwd, 'backlog'), generateStories(count, 'site'));
  const env = { STORYMARK_NOW: '2026-11-24T09:00:00Z', TZ: 'UTC' };
  const [first, second] = measure(
    [
      {
        name: 'first build',
        args: (round) => [program, 'site', 'build', `new-${round}`],
        cwd,
        env,
      },
      { name: 'again, nothing changed', args: [program, 'site', 'build', 'kept'], cwd, env },
    ],
    rounds,
  );
  const sizes = listFiles(join(cwd, 'kept')).map((path) => statSync(path).size);
  printTable(`site build, ${count} items`, [
    {
      name: first.name,
      value: first.cpu / 1000,
      unit: 's',
      limit: count <= 10_000 ? 10 : undefined,
    },
    { name: second.name, value: second.cpu / 1000, unit: 's' },
    { name: 'peak memory', value: first.memory, unit: 'MB' },
    { name: 'files', value: sizes.length, unit: '' },
    { name: 'largest file', value: Math.max(...sizes) / 1000, unit: 'KB', limit: 200 },
    { name: 'all files', value: sizes.reduce((a, b) => a + b, 0) / 1e6, unit: 'MB' },
  ]);
}

/** The stories with epics, sprints, goals, personas and feedback around them. */
function writeBacklog(root, stories) {
  const paths = Object.keys(stories);
  const files = { 'backlog.yaml': 'product: Large\n', ...stories };
  for (const [index, path] of paths.entries()) {
    if (index % 40 !== 0) {
      files[path] = files[path].replace(
        '\nscore:',
        `\nparent: ST-${index - (index % 40) + 1}\ngoal: goal-${index % 5}\nscore:`,
      );
    } else files[path] = files[path].replace('type: story', 'type: epic');
  }
  for (let sprint = 1; sprint <= 20; sprint += 1) {
    const id = `2026-S${String(sprint).padStart(2, '0')}`;
    const month = String(1 + Math.floor((sprint - 1) / 2)).padStart(2, '0');
    const day = sprint % 2 === 1 ? ['01', '14'] : ['15', '28'];
    const done = paths
      .slice(sprint * 9, sprint * 9 + 6)
      .map((path) => `{id: ${path.slice(6, -3)}, points: 5}`);
    files[`sprints/${id}.md`] =
      `---\nid: ${id}\ntype: sprint\nstatus: closed\ntitle: Sprint ${sprint}\nstart: 2026-${month}-${day[0]}\nend: 2026-${month}-${day[1]}\ncommitted: [${done}]\ndone: [${done}]\n---\n\n## Review\n\nShown to all.\n`;
  }
  for (let goal = 0; goal < 5; goal += 1) {
    files[`goals/goal-${goal}.md`] =
      `---\nid: goal-${goal}\ntype: goal\nstatus: active\ntitle: Goal number ${goal}\n---\n`;
  }
  files['personas/guest.md'] =
    '---\nid: guest\ntype: persona\ntitle: Guest\n---\n\nStays a night.\n';
  for (let index = 0; index < paths.length / 20; index += 1) {
    files[`feedback/FB-${index}.md`] =
      `---\nid: FB-${index}\ntype: feedback\nstatus: linked\ntitle: Heard ${index}\ndate: 2026-10-01\nitems: [${paths[index * 20].slice(6, -3)}]\n---\n\n> More of it.\n`;
  }
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

function listFiles(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.storymark-site')
    .map((entry) => join(entry.parentPath, entry.name));
}

async function loadGenerator() {
  const outfile = join(folder, 'generate.mjs');
  await build({
    entryPoints: [join(repository, 'test/check/generate-stories.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
  });
  return (await import(pathToFileURL(outfile).href)).generateStories;
}
