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

/** What gives an English sentence away; none of them is German. */
const english =
  /\b(?:the|and|you|your|we|our|is|are|were|have|not|this|that|what|with|for|because|done|days?|told|of|by)\b/gi;

describe('letters of a German backlog', () => {
  async function createAnswered() {
    const backlog = await createGermanBacklog();
    for (let week = 1; week <= 8; week += 1) {
      for (const name of ['Halt', 'Linie', 'Karte']) {
        const id = await backlog.id('add', '-t', 'task', `${name} ${week}`, '--points', '2');
        await backlog.ok(
          'done',
          id,
          '--on',
          `2026-${week < 5 ? 10 : 11}-${String(1 + ((week * 5) % 22)).padStart(2, '0')}`,
        );
      }
    }
    await backlog.ok('add', '-t', 'stakeholder', 'Frau Berger');
    await backlog.ok('add', '-t', 'goal', 'Zufriedene Fahrgäste');
    const ask = async (said: string) =>
      backlog.id(
        'add',
        '-t',
        'feedback',
        said,
        '--from',
        'frau-berger',
        '--set',
        'date=2026-11-02',
      );
    const story = async (title: string, ...more: string[]) =>
      backlog.id('add', '-t', 'task', title, '--points', '3', ...more);
    return { backlog, ask, story };
  }

  const wordsIn = (text: string) => text.match(english) ?? [];

  it('are German in every outcome', async () => {
    const { backlog, ask, story } = await createAnswered();
    const [open, done, declined, undecided] = [
      await ask('Abfahrt und Karte fehlen'),
      await ask('Der Halt fehlt'),
      await ask('Bitte in Rot'),
      await ask('Noch etwas'),
    ];
    const first = await story('Abfahrt zeigen', '--goal', 'zufriedene-fahrgaste');
    const waits = await story('Karte zeigen');
    const gone = await story('Altes zeigen');
    const small = await backlog.id('add', '-t', 'task', 'Ohne Größe');
    await backlog.ok('set', waits, `depends=${first}`);
    await backlog.ok(
      'triage',
      open,
      '--link',
      first,
      '--link',
      waits,
      '--link',
      gone,
      '--link',
      small,
    );
    await backlog.ok('drop', gone);
    await backlog.ok('ask', first, 'Welche Linie zuerst?', '--to', 'frau-berger');
    const halt = await story('Halt zeigen');
    await backlog.ok('triage', done, '--link', halt);
    await backlog.ok('done', halt, '--on', '2026-11-20');
    await backlog.ok('triage', declined, '--decline', 'Rot ist schwer zu lesen');
    const letters = [];
    for (const id of [open, done, declined, undecided])
      letters.push(await backlog.ok('answer', id));
    for (const letter of letters) expect([wordsIn(letter), letter]).toEqual([[], letter]);
    expect(letters[0]).toContain(
      'Am 2. November 2026 haben Sie uns gesagt:\n\n> Abfahrt und Karte fehlen\n',
    );
    expect(letters[0]).toContain('Es trägt zu unserem Ziel „Zufriedene Fahrgäste“ bei.');
    expect(letters[0]).toContain('Vorher muss noch etwas anderes fertig werden: „Abfahrt zeigen“.');
    expect(letters[1]).toContain('„Halt zeigen“ ist seit dem 20. November 2026 fertig.');
    expect(letters[2]).toContain('nicht umzusetzen. Rot ist schwer zu lesen.');
    await backlog.ok('answer', done, '--save');
    expect(await backlog.fileOf(done)).toContain('\n## Antwort\n\n„Halt zeigen“ ist seit dem');
    const report = await backlog.ok('report', 'stakeholder', 'frau-berger');
    expect([wordsIn(report), report]).toEqual([[], report]);
    expect(report).toMatch(/^# Für Frau Berger, 24\. November 2026\n/);
    expect(report).toMatch(/^- Noch etwas: seit 22 Tagen$/m);
  });

  it('keep a promise that names its day in German', async () => {
    const { backlog, ask, story } = await createAnswered();
    const said = await ask('Abfahrt fehlt');
    await backlog.ok('triage', said, '--link', await story('Abfahrt zeigen'));
    const { by, text } = await backlog.json<{ by: string | null; text: string }>('answer', said);
    expect(by).toMatch(/^202/);
    expect(text).toMatch(/voraussichtlich (?:bis zum|zwischen dem) \d+\./);
    const saved = await backlog.run(['answer', said, '--save']);
    expect([saved.code, saved.stderr]).toEqual([0, expect.not.stringContaining('do not name')]);
    expect(await backlog.json('show', said)).toMatchObject({ promised: by });
  });
});

describe('the vision of a German backlog', () => {
  it('is in German words', async () => {
    const backlog = await createGermanBacklog();
    await backlog.ok('config', 'set', 'product', 'Bahnblick');
    for (const [part, text] of Object.entries({
      for: 'Pendler',
      need: 'wissen, wann die Bahn kommt',
      product: 'eine App',
      benefit: 'jede Abfahrt auf einen Blick',
      difference: 'sie geht ohne Netz',
    })) {
      await backlog.ok('config', 'set', `vision.${part}`, text);
    }
    expect((await backlog.ok('vision')).trim()).toBe(
      'Für Pendler. Was sie brauchen: wissen, wann die Bahn kommt. Unser Angebot: Bahnblick, ' +
        'eine App. Der Nutzen: jede Abfahrt auf einen Blick. Das Besondere: sie geht ohne Netz.',
    );
  });
});
