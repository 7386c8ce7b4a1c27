import { describe, expect, it } from 'vitest';
import { commandLoaders, commandSpecs } from '../../src/commands/index.js';
import { type FileSystem, nodeFileSystem } from '../../src/store/file-system.js';
import { stripUnprintable } from '../../src/text/printable.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox, scriptedPrompt } from '../support/sandbox.js';

describe('help', () => {
  it('is printed for every command, with its words, on standard output', async () => {
    const sandbox = createSandbox();
    for (const { name, summary, args = [], options = [] } of commandSpecs) {
      const { code, stdout, stderr } = await sandbox.run([...name.split(' '), '--help']);
      expect([name, code, stderr]).toEqual([name, 0, '']);
      const flat = stdout.replace(/\s+/g, ' ');
      expect(flat).toContain(summary);
      for (const arg of args) expect(flat).toContain(arg.summary);
      for (const { flags, summary: does } of options) expect(flat).toContain(`${flags} ${does}`);
    }
  });

  it('lists every command that is not hidden, and none that is', async () => {
    const stdout = await createSandbox().ok('--help');
    for (const { name, hidden, summary } of commandSpecs) {
      if (name.includes(' ')) continue;
      const line = new RegExp(`^ {2}${name}[ |\\n]`, 'm');
      expect([name, line.test(stdout)]).toEqual([name, hidden !== true]);
      if (!hidden) expect(stdout.replace(/\s+/g, ' ')).toContain(summary);
    }
  });

  it('is shown, as an error, where a command is missing', async () => {
    for (const argv of [[], ['sprint']]) {
      const { code, stdout, stderr } = await createSandbox().run(argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^Usage: storymark/);
    }
  });

  it('names commands whose code can be loaded', async () => {
    for (const { name } of commandSpecs) {
      const module = await commandLoaders[name]?.();
      expect([name, typeof module?.run, typeof module?.render]).toEqual([
        name,
        'function',
        'function',
      ]);
    }
  });
});

const hostile = 'a\u001b[31mb\u009b2Jc\u0007d\u202ee\u2066f\u0000g';

describe('text from files', () => {
  async function withHostile() {
    const backlog = await createNewBacklog();
    const title = JSON.stringify(hostile.replace('\u0000', '')).replace(
      /[\u007f-\uffff]/g,
      (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    backlog.write(
      'backlog/items/ST-0BAD0-x.md',
      `---\nid: ST-0BAD0\ntype: story\nstatus: ready\ntitle: ${title}\nlabels: [${title}]\npoints: 3\nscore: {value: 1, urgency: 1, risk: 1}\nassignee: ${title}\n---\n\nBody ${hostile}\n\n## Acceptance criteria\n\n- [ ] criterion ${hostile}\n`,
    );
    backlog.write('backlog/items/ST-0BAD1-y.md', `---\nid: ${title}\nid: x\n---\n`);
    return backlog;
  }

  it.each([
    [['list']],
    [['list', '--columns', 'id,title,labels,assignee']],
    [['list', '--json']],
    [['show', 'ST-0BAD0']],
    [['show', 'ST-0BAD0', '--json']],
    [['rank']],
    [['rank', '--json']],
    [['score', 'ST-0BAD0']],
    [['sprint', 'plan', '--capacity', '5']],
    [['check']],
    [['done', 'ST-0BAD0']],
    [['drop', 'ST-0BAD0']],
    [['set', 'ST-0BAD0', 'points=5', '--dry-run']],
    [['set', 'ST-0BAD0', 'points=5', '--dry-run', '--json']],
    [['start', 'ST-0BAD0']],
    [['move', 'ST-0BAD0', '--top', '--json']],
  ])('reaches a terminal without what would act on it: %j', async (argv) => {
    const backlog = await withHostile();
    const { stdout, stderr } = await backlog.run(argv, { terminal: 120 });
    expect(stdout + stderr).not.toBe('');
    expect(stripUnprintable(stdout)).toBe(stdout);
    expect(stripUnprintable(stderr)).toBe(stderr);
    expect(stderr).not.toContain('unexpected');
  });

  it('is whole in JSON', async () => {
    const backlog = await withHostile();
    const { stdout } = await backlog.run(['list', '--json', 'title']);
    expect(JSON.parse(stdout)).toEqual([{ title: hostile.replace('\u0000', '') }]);
  });

  it('is clean in questions too', async () => {
    const backlog = await withHostile();
    const asked: string[] = [];
    const prompt = scriptedPrompt([false]);
    const listening = {
      ...prompt,
      confirm: (question: Parameters<typeof prompt.confirm>[0]) => {
        asked.push(question.message);
        return prompt.confirm(question);
      },
    };
    await backlog.run(['done', 'ST-0BAD0'], { prompt: listening });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(String.raw`criterion a\u001b[31mb\u009b2Jc\u0007d\u202ee\u2066f`);
    expect(stripUnprintable(asked[0] ?? '')).toBe(asked[0]);
  });

  it('that runs over lines stays one row', async () => {
    const backlog = await createNewBacklog();
    backlog.write(
      'backlog/items/ST-0BAD0-x.md',
      '---\nid: ST-0BAD0\ntype: story\ntitle: "one\\n\\ttwo"\n---\n',
    );
    expect(await backlog.ok('list')).toBe('ST-0BAD0\t\t\tone two\n');
    const { stdout } = await backlog.run(['list'], { terminal: 80 });
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('an unexpected error', () => {
  it('ends with 2 and says how to report it; --debug shows the stack', async () => {
    const backlog = await createNewBacklog();
    const broken: FileSystem = {
      ...nodeFileSystem,
      exists: (path) => {
        if (path.endsWith('backlog.yaml')) throw new TypeError('a bug\u001b[31m');
        return true;
      },
    };
    const { code, stdout, stderr } = await backlog.run(['list'], { files: broken });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'storymark: unexpected error: a bug\\u001b[31m\nstorymark: run again with --debug and please report it\n',
    );
    const debug = await backlog.run(['list', '--debug'], { files: broken });
    expect(debug.stderr).toMatch(/\n {4}at /);
  });
});
