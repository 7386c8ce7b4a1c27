import { describe, expect, it } from 'vitest';
import { createNewBacklog } from '../support/new-backlog.js';
import { scriptedPrompt } from '../support/sandbox.js';

async function createGermanBacklog() {
  const backlog = await createNewBacklog();
  await backlog.ok('config', 'set', 'language', 'de');
  return backlog;
}

describe('stories of a German backlog', () => {
  it('are written in German from flags', async () => {
    const backlog = await createGermanBacklog();
    const id = await backlog.id('add', '--as', 'Pendler', '--want', 'die Abfahrt sehen');
    expect(await backlog.fileOf(id)).toMatch(/^Als Pendler möchte ich die Abfahrt sehen\.$/m);
    expect(await backlog.json('show', id)).toMatchObject({
      title: 'Die Abfahrt sehen',
      story: { language: 'de', role: 'Pendler', want: 'die Abfahrt sehen' },
    });
  });

  it('are written in German from prompts, and a noun keeps its capital', async () => {
    const backlog = await createGermanBacklog();
    await backlog.ok('add', '-t', 'persona', 'Pendlerin');
    const answers = ['story', 'pendlerin', 'die Abfahrt sehen', 'ich pünktlich bin', '', ''];
    const { code, stdout, stderr } = await backlog.run(['add'], {
      prompt: scriptedPrompt(answers),
    });
    expect([code, stderr]).toEqual([0, '']);
    const [id = ''] = /ST-\w+/.exec(stdout) ?? [];
    expect(await backlog.fileOf(id)).toMatch(
      /^Als Pendlerin möchte ich die Abfahrt sehen, damit ich pünktlich bin\.$/m,
    );
  });

  it('are written in German from feedback', async () => {
    const backlog = await createGermanBacklog();
    const said = await backlog.id('add', '-t', 'feedback', 'Ich sehe die Abfahrt nicht.');
    await backlog.ok('triage', said, '--as', 'Pendler', '--want', 'die Abfahrt sehen');
    const [story] = await backlog.json<readonly { id: string }[]>('list', 'type:story');
    expect(await backlog.fileOf(story?.id ?? '')).toMatch(
      /^Als Pendler möchte ich die Abfahrt sehen\.$/m,
    );
  });

  it('are written in German from the columns of a table', async () => {
    const backlog = await createGermanBacklog();
    backlog.write(
      'liste.csv',
      'Titel,Rolle,Ziel,Nutzen\nAbfahrt,Pendler,die Abfahrt sehen,Zeit zu sparen\n',
    );
    await backlog.ok(
      'import',
      'csv',
      'liste.csv',
      '--map',
      'Titel=title',
      '--map',
      'Rolle=role',
      '--map',
      'Ziel=want',
      '--map',
      'Nutzen=benefit',
    );
    const [story] = await backlog.json<readonly { id: string }[]>('list');
    expect(await backlog.fileOf(story?.id ?? '')).toMatch(
      /^Als Pendler möchte ich die Abfahrt sehen, um Zeit zu sparen\.$/m,
    );
  });

  it('are taken apart when they are split', async () => {
    const backlog = await createGermanBacklog();
    const id = await backlog.id('add', '--as', 'Pendler', '--want', 'alles sehen');
    await backlog.ok('split', id, 'Als Pendler möchte ich die Abfahrt sehen.');
    const items = await backlog.json<readonly { title: string }[]>('list');
    expect(items.map(({ title }) => title)).toContain('Die Abfahrt sehen');
  });
});
