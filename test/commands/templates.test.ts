import { describe, expect, it } from 'vitest';
import { createNewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

interface Listed {
  readonly name: string;
  readonly type: string;
  readonly placeholders: readonly string[];
}

const shipped = [
  'bug',
  'epic',
  'feedback',
  'goal',
  'hypothesis',
  'job-story',
  'persona',
  'spike',
  'sprint',
  'stakeholder',
  'story',
  'task',
];

describe('templates', () => {
  it('lists the shipped ones, before there is a backlog too', async () => {
    const listed = await createSandbox().json<Listed[]>('templates');
    expect(listed.map(({ name }) => name)).toEqual(shipped);
    expect(listed.find(({ name }) => name === 'story')).toMatchObject({
      type: 'story',
      placeholders: ['story', 'criteria', 'notes'],
    });
  });

  it('prints one as its file, ready to be overridden', async () => {
    const backlog = await createNewBacklog();
    const text = await backlog.ok('templates', 'story');
    backlog.write('backlog/templates/story.md', text.replace('## Notes', '## Remarks'));
    expect(await backlog.fileOf(await backlog.id('add', 'x'))).toContain('## Remarks');
    expect(await backlog.ok('templates', 'story')).toContain('## Remarks');
  });

  it('takes a backlog’s own beside the shipped ones, with fields and placeholders of its own', async () => {
    const backlog = await createNewBacklog();
    backlog.write(
      'backlog/templates/outage.md',
      '---\ntemplate: When it was down\ntype: bug\nstatus: ready\nlabels: [ops]\n---\n\nDown since {{since}}, says {{who}}.\n\n## Cause\n\n{{cause}}\n',
    );
    expect((await backlog.json<Listed[]>('templates')).map(({ name }) => name)).toContain('outage');
    const id = await backlog.id(
      'add',
      '-t',
      'bug',
      'Down',
      '--template',
      'outage',
      '--answer',
      'since=noon',
      '--set',
      'labels+=night',
    );
    expect(await backlog.json('show', id)).toMatchObject({
      status: 'ready',
      labels: ['ops', 'night'],
    });
    // A line with one of its two placeholders open is left out whole.
    expect(await backlog.fileOf(id)).not.toMatch(/Down since|\{\{/);
    const whole = await backlog.id(
      'add',
      '-t',
      'bug',
      'Down',
      '--template',
      'outage',
      '--answer',
      'since=noon',
      '--answer',
      'who=Ann',
    );
    expect(await backlog.fileOf(whole)).toContain('Down since noon, says Ann.');
    expect(await backlog.fileOf(whole)).not.toContain('template:');
  });

  it.each(shipped.filter((name) => name !== 'sprint'))(
    '%s writes no unfilled placeholder',
    async (name) => {
      const backlog = await createNewBacklog();
      const [{ type = '' } = {}] = (await backlog.json<Listed[]>('templates')).filter(
        (one) => one.name === name,
      );
      const id = await backlog.id('add', '-t', type, 'Something', '--template', name);
      expect(await backlog.fileOf(id)).not.toMatch(/\{\{|\}\}|undefined|null/);
    },
  );

  it('names a broken one with its place, and lists the others', async () => {
    const backlog = await createNewBacklog();
    backlog.write('backlog/templates/story.md', '---\ntype: [\n---\n');
    const { code, stdout, stderr } = await backlog.run(['templates', '--json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^storymark: backlog\/templates\/story\.md:\d+:\d+: /);
    expect(JSON.parse(stdout)).toHaveLength(shipped.length - 1);
    const add = await backlog.run(['add', 'x']);
    expect([add.code, add.stderr]).toEqual([2, stderr]);
  });

  it('suggests a name', async () => {
    const { code, stderr } = await createSandbox().run(['templates', 'stroy']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('there is no template "stroy". Did you mean story?'),
    ]);
  });
});
