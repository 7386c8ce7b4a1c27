import { describe, expect, it } from 'vitest';
import { isLikelyTypo, normaliseRole } from '../../src/check/personas.js';
import { checkFiles, checkStandalone, describeFindings } from './check-text.js';

const file = (keys: string, body = 'As a guest, I want to leave a note, so that my host knows.') =>
  `---\nid: ST-1\ntype: story\ntitle: x\n${keys}---\n\n${body}\n`;

const check = async (keys: string, body?: string, others: Record<string, string> = {}) =>
  describeFindings(
    await checkFiles({ 'items/ST-1.md': file(keys, body), ...others }, {}, {}, (path) =>
      path.startsWith('items/ST-1'),
    ),
  );

const persona = (id: string, title: string, aliases = '') => ({
  [`personas/${id}.md`]: `---\nid: ${id}\ntype: persona\ntitle: ${title}\naliases: [${aliases}]\n---\n`,
});

describe('one defect, one finding', () => {
  it.each([
    ['sprint: 2026-S09\n', ['sprint/unknown 5:1']],
    ['persona: nobody\n', ['persona/unknown 5:1']],
    ['status: ready\npoints: 3\n', ['ready/criteria 5:1']],
    ['depends: [ST-9, ST-8]\n', ['ref/unknown 5:11', 'ref/unknown 5:17']],
    ['depends:\n  - ST-9\n', ['ref/unknown 6:5']],
    ['points: many\nstatus: ready\n', ['field/type 5:1', 'ready/criteria 6:1']],
    ['status: reddy\n', ['status/unknown 5:1']],
  ])('%j', async (keys, found) => {
    expect(await check(keys)).toEqual(found);
  });

  it('also where the body is at fault', async () => {
    expect(await check('', 'As a [role], I want to leave.')).toEqual(['story/placeholder 7:6']);
    expect(await check('', 'Leave a note.')).toEqual(['story/no-role 7:1']);
    expect(await check('', '')).toEqual(['story/no-role 8:1']);
  });

  it('in a copied file too: its id', async () => {
    const copy = { 'items/ST-2-copy.md': file('') };
    const run = await checkFiles({ 'items/ST-1.md': file(''), ...copy });
    expect(describeFindings(run)).toEqual(['id/duplicate 2:1']);
  });

  it('leaves a name to the file that cannot be read', async () => {
    const broken = { 'items/ST-9-x.md': '---\nid: ST-9\n  type\n' };
    expect(await check('depends: [ST-9]\n', undefined, broken)).toEqual([]);
  });
});

describe('beside stories', () => {
  const whole = 'As a guest, I want to leave a note, so that my host knows I came.';

  it.each([
    'As a maintainer, I reviewed the code yesterday and found two bugs.',
    'As a team we decided to drop the old door.',
    'As we said, the roles are: as an admin you can delete pages.',
    'As you know, we want to open in May.',
    'As a rule, we merge on Fridays.',
  ])('%s is prose', async (text) => {
    expect(describeFindings(await checkStandalone(`${whole}\n\n${text}\n`))).toEqual([]);
  });

  it.each([
    ['As a rider, I lost my way so that I came late.', 'story/no-want 1:13'],
    ['As , I want to leave a note, so that my host knows.', 'story/no-role 1:1'],
  ])('%s tries to be one', async (text, found) => {
    expect(describeFindings(await checkStandalone(`${text}\n`))).toEqual([found]);
  });
});

describe('in other languages', () => {
  it.each([
    'Bir misafir olarak, ev sahibim bilsin diye not bırakmak istiyorum.',
    'Als Gast möchte ich eine Nachricht hinterlassen, damit sie bleibt.\n\nAls gast wil ik een briefje achterlaten, zodat het blijft.',
  ])('%j is well formed', async (text) => {
    expect(describeFindings(await checkStandalone(`${text}\n`))).toEqual([]);
  });
});

describe('conflict markers', () => {
  it('are named for what they are, in frontmatter and body', async () => {
    const marks = (rest: string) => `<<<<<<< HEAD\n${rest}\n=======\n${rest}\n>>>>>>> other\n`;
    for (const text of [file(marks('points: 3')), file('', marks('It rains.')), marks(file(''))]) {
      const { report } = await checkFiles({ 'items/ST-1.md': text }, { preset: 'format-only' });
      const [finding] = report.findings.filter(({ rule }) => rule === 'frontmatter/invalid');
      expect(finding?.message).toMatch(/^git conflict markers/);
      expect(text.split('\n')[(finding?.line ?? 0) - 1]).toMatch(/^<{7}/);
    }
  });
});

describe('personas', () => {
  it.each([
    ['Remote Managers', 'remote-manager'],
    ['the manager of a remote team', 'Manager of remote teams'],
    ['OlderPerson', 'older person'],
    ['un éditeur', 'Éditeurs'],
  ])('%s is %s', (a, b) => {
    expect(normaliseRole(a)).toBe(normaliseRole(b));
  });

  it.each([
    ['moderator', 'modertor', true],
    ['moderator', 'moderater', true],
    ['librarian', 'librairan', true],
    ['librarian', 'librarain', true],
    ['trainer', 'trainee', false],
    ['employer', 'employee', false],
    ['mentor', 'mentee', false],
    ['host', 'ghost', false],
    ['owner', 'downer', false],
    ['coowner', 'owner', false],
  ])('%s and %s may be one: %s', (a, b, expected) => {
    expect(isLikelyTypo(a, b)).toBe(expected);
    expect(isLikelyTypo(b, a)).toBe(expected);
  });

  it('tells roles that differ by a slip, once for each story, never trainer and trainee', async () => {
    const story = (role: string, i: number) =>
      `As a ${role}, I want the room ${i}, so that it fits ${i}.`;
    const roles = ['librarian', 'librarian', 'librarain', 'Librarian', 'trainer', 'trainee'];
    const run = await checkStandalone(`${roles.map(story).join('\n\n')}\n`);
    expect(describeFindings(run)).toEqual(['persona/similar 5:6', 'persona/similar 7:6']);
    expect(run.fixes.size).toBe(0);
  });

  it('suggests the persona that is meant, and knows aliases, case and number', async () => {
    const guest = persona('guest', 'Guest of the house', 'visitor');
    expect(await check('', 'As a Visitors, I want tea, so that I stay.', guest)).toEqual([]);
    expect(
      await check('persona: guest\n', 'As a host, I want tea, so that I stay.', guest),
    ).toEqual(['persona/mismatch 8:6']);
    const { report } = await checkFiles({
      'items/ST-1.md': file('', 'As a visiter, I want tea, so that I stay.'),
      ...guest,
    });
    expect(report.findings.map(({ message }) => message)).toEqual([
      'no persona is called "visiter". Did you mean visitor?',
    ]);
  });
});

describe('lone files', () => {
  it.each([
    '**As a** driver\n**I want** to see the map\n**So that** I find my way.\n',
    '**En tant que** chauffeur\n**je veux** voir la carte\n**afin de** trouver mon chemin.\n',
    '*As a* driver\n*I want* to see the map\n*so that* I find my way.\n',
  ])('read a story whose lines begin in bold as one', async (text) => {
    expect(describeFindings(await checkStandalone(text))).toEqual([]);
  });

  it('hold several stories, good ones and bad ones', async () => {
    const text = [
      '# Ideas',
      '',
      '- As a guest, I want to leave a note, so that my host knows I came.',
      '- I want to lock the shed, so that nobody takes the bikes.',
      '- Buy paint',
      '',
      'As a cook,',
      '',
      'I want a list of allergies',
      '',
      'so that nobody falls ill.',
      '',
      'As a driver, so that I can plan a break.',
    ].join('\n');
    expect(describeFindings(await checkStandalone(`${text}\n`))).toEqual([
      'story/no-role 4:3',
      'story/no-want 13:41',
    ]);
  });
});

describe('scenarios', () => {
  const run = async (language: string, criteria: string) => {
    const text = file('status: draft\n', `Text.\n\n## Acceptance criteria\n\n${criteria}`);
    const { report } = await checkFiles({ 'items/ST-1.md': text }, {}, { language });
    return report.findings
      .filter(({ rule }) => rule === 'criteria/gherkin')
      .map(({ line, message }) => `${line} ${message}`);
  };

  it.each([
    ['en', '- Given a door, when I knock, then it opens\n'],
    ['en', '- Given a door\n- When I knock\n- Then it opens\n'],
    ['en', '**Scenario: knock**\n\nGiven a door\nWhen I knock\nThen it opens\n'],
    ['en', '- When I knock, it opens\n- Given names are shown first, then surnames\n'],
    ['de', '- Angenommen eine Tür, wenn ich klopfe, dann geht sie auf\n'],
    ['fr', '- Étant donné une porte, quand je frappe, alors elle s’ouvre\n'],
    ['ja', '- 前提ドアがある、もし叩く、ならば開く\n'],
    ['fi', '- Given a door, when I knock\n'],
  ])('%s: nothing in %j', async (language, criteria) => {
    expect(await run(language, criteria)).toEqual([]);
  });

  it.each([
    ['en', '- Given a door, when I knock\n', '12 no "then": add the expected outcome'],
    [
      'en',
      '- Given a door, then it opens, when I knock\n',
      '12 "then" before "when": put the action first',
    ],
    [
      'en',
      '```gherkin\nScenario: x\n  Given a door\n  It opens\n```\n',
      '15 not Gherkin: "It opens" does not start with a step keyword: Given, When, Then, And or But',
    ],
    [
      'en',
      '```gherkin\nScenario: x\n  Given a door\n    | a | b |\n    | c |\n  Then it opens\n```\n',
      '16 not Gherkin: inconsistent cell count within the table',
    ],
    ['de', '- Angenommen eine Tür, wenn ich klopfe\n', '12 no "then": add the expected outcome'],
  ])('%s: %j', async (language, criteria, found) => {
    expect(await run(language, criteria)).toEqual([found]);
  });
});
