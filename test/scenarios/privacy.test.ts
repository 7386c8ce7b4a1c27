import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBacklog } from '../support/write-backlog.js';

/** In every private document, in titles, bodies, goals, people, feedback and the sprint's goal. */
const secret = /zeppelin/i;

function createSecretive() {
  const secretOf = (more: string) => `private: true\ntitle: Zeppelin for hire\n${more}`;
  const sandbox = writeBacklog({
    'EP-1': { type: 'epic', title: 'Zeppelin epic', private: true, points: undefined },
    'EP-2': { type: 'epic', title: 'Open epic', points: undefined },
    'ST-1': {
      title: 'Fly the zeppelin',
      private: true,
      sprint: '2026-S24',
      points: 3,
      due: '2026-11-25',
    },
    'ST-2': { title: 'Wash the car', parent: 'EP-1', goal: 'air', sprint: '2026-S24', points: 2 },
    'ST-3': { title: 'Mow the lawn', parent: 'EP-2', depends: ['ST-1'], sprint: '2026-S24' },
    'ST-4': { title: 'Done thing', status: 'done', done: '2026-11-20', sprint: '2026-S24' },
  });
  const write = (path: string, text: string) =>
    sandbox.write(`backlog/${path}`, `---\n${text}---\n`);
  write('goals/air.md', `id: air\ntype: goal\nstatus: active\n${secretOf('')}`);
  write('stakeholders/count.md', `id: count\ntype: stakeholder\n${secretOf('')}`);
  write('stakeholders/ann.md', 'id: ann\ntype: stakeholder\ntitle: Ann\n');
  write('personas/pilot.md', `id: pilot\ntype: persona\n${secretOf('')}`);
  write(
    'feedback/FB-1.md',
    `id: FB-1\ntype: feedback\nstatus: linked\nfrom: ann\nitems: [ST-1]\npromised: 2026-11-01\n${secretOf('')}`,
  );
  write(
    'feedback/FB-2.md',
    'id: FB-2\ntype: feedback\nstatus: linked\ntitle: Car\nfrom: ann\nitems: [ST-2, ST-1, ST-3]\n',
  );
  write(
    'sprints/2026-S24.md',
    `id: 2026-S24\ntype: sprint\nstatus: active\nstart: 2026-11-16\nend: 2026-11-29\ncommitted: [{id: ST-1, points: 3}, {id: ST-2, points: 2}]\n${secretOf('')}`,
  );
  return sandbox;
}

describe('pages made for others', () => {
  it.each([
    [['report', 'status']],
    [['report', 'sprint']],
    [['report', 'daily']],
    [['report', 'stakeholder', 'ann']],
    [['answer', 'FB-2']],
    [['roadmap', '--format', 'markdown']],
    [['export', 'markdown', '--all']],
    [['export', 'github', '--all']],
    [['export', 'csv', '--all', '--no-private']],
    [['export', 'json', '--all', '--no-private']],
    [['trace', '--matrix', '--format', 'markdown']],
    [['trace', '--matrix', '--format', 'csv']],
  ])('%j names nothing private', async (argv) => {
    const { code, stdout, stderr } = await createSecretive().run(argv);
    expect(code, stderr).toBe(0);
    expect(stdout).not.toMatch(secret);
    expect(stdout.length).toBeGreaterThan(20);
  });

  it.each([
    [['report', 'status']],
    [['report', 'sprint']],
    [['roadmap', '--format', 'markdown']],
    [['export', 'markdown', '--all']],
  ])('%j names it when asked', async (argv) => {
    expect(await createSecretive().ok(...argv, '--private')).toMatch(secret);
  });

  it.each(['roadmap', 'burndown', 'velocity'])(
    'a chart of %s names nothing private',
    async (what) => {
      const sandbox = createSecretive();
      await sandbox.ok(what, '--chart', 'chart.svg');
      const svg = sandbox.read('chart.svg');
      expect(svg).not.toMatch(secret);
      expect(svg).toContain('<svg');
    },
  );

  it('a site has nothing private in any file, its search data neither', async () => {
    const sandbox = createSecretive();
    await sandbox.ok('site', 'build', 'site');
    const files = readdirSync(join(sandbox.dir, 'site'), { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.join('\n')).not.toMatch(secret);
  });

  it.each(['csv', 'json'])('a whole %s says that it has private items in it', async (format) => {
    const { stdout, stderr } = await createSecretive().run(['export', format, '--all']);
    expect(stdout).toMatch(secret);
    expect(stderr).toContain('2 private items are in this file (--no-private leaves them out)');
  });

  it('count what they do not name', async () => {
    const text = await createSecretive().ok('report', 'sprint');
    expect(text).toContain('- 1 private item');
    expect(text).toContain('1 of 7 points done, 5 were committed');
  });
});
