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

describe('documents of a German backlog', () => {
  it('start from German templates, which check and the commands understand', async () => {
    const backlog = await createGermanBacklog();
    const id = await backlog.id(
      'add',
      '--as',
      'Pendler',
      '--want',
      'die Abfahrt sehen',
      '-c',
      'Sie ist da',
    );
    const text = await backlog.fileOf(id);
    expect(text).toContain('## Akzeptanzkriterien\n\n- [ ] Sie ist da\n\n## Notizen\n');
    expect(text).toContain('<!-- Was das Gespräch über diese Story ergeben hat');
    expect(await backlog.json('show', id)).toMatchObject({ criteria: { total: 1, done: 0 } });
    const epic = await backlog.id('add', '-t', 'epic', 'Abfahrten');
    const refused = await backlog.run(['stage', epic, 'definition']);
    expect(refused.stderr).toContain('something under “Nutzenversprechen”');
    const bug = await backlog.id(
      'add',
      '-t',
      'bug',
      'Die Tür klemmt',
      '--answer',
      'steps=1. Tür öffnen',
    );
    expect(await backlog.fileOf(bug)).toContain('## Schritte zum Nachstellen\n\n1. Tür öffnen\n');
  });

  it('get German headings where something is added to them', async () => {
    const backlog = await createGermanBacklog();
    backlog.write(
      'backlog/items/TA-1.md',
      '---\nid: TA-1\ntype: task\ntitle: Anschluss prüfen\n---\n',
    );
    await backlog.ok('ask', 'TA-1', 'Welche Linien?');
    expect(backlog.read('backlog/items/TA-1.md')).toContain(
      '## Fragen\n\n- [ ] 2026-11-24: Welche Linien?',
    );
    expect(await backlog.ok('ask')).toContain('Welche Linien?');
  });

  it('give the team its own templates as before', async () => {
    const backlog = await createGermanBacklog();
    backlog.write(
      'backlog/templates/story.md',
      '---\ntype: story\n---\n\n{{story}}\n\n## Fertig wenn\n',
    );
    const id = await backlog.id('add', '--as', 'Pendler', '--want', 'die Abfahrt sehen');
    expect(await backlog.fileOf(id)).toMatch(/sehen\.\n\n## Fertig wenn\n$/);
  });

  it('are printed in German by templates', async () => {
    const backlog = await createGermanBacklog();
    expect(await backlog.ok('templates', 'epic')).toContain('## Erfolgskennzahlen');
  });
});
