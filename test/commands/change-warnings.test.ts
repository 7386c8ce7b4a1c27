import { describe, expect, it } from 'vitest';
import { hashFolder } from '../support/folder.js';
import { createNewBacklog } from '../support/new-backlog.js';
import { scriptedPrompt } from '../support/sandbox.js';

const files: Readonly<Record<string, string>> = {
  'items/EP-1.md': 'type: epic\nstatus: doing\ngoal: dry\n',
  'items/EP-2.md': 'type: epic\nstatus: done\ndone: 2026-11-20\n',
  'items/ST-1.md': 'type: story\nstatus: doing\nparent: EP-1\nstarted: 2026-11-20\n',
  'items/ST-2.md': 'type: story\nstatus: draft\nparent: EP-1\n',
  'items/ST-3.md':
    'type: story\nstatus: done\npoints: 3\nstarted: 2026-11-02\ndone: 2026-11-10\nsprint: 2026-S23\nsprints: [2026-11-02 +2026-S23 3 planned]\n',
  'items/ST-4.md': 'type: story\nstatus: dropped\n',
  'items/ST-5.md': 'type: story\nstatus: ready\ndepends: [ST-2]\n',
  'items/ST-6.md': 'type: story\nstatus: done\nparent: EP-2\ndone: 2026-11-19\n',
  'items/ST-7.md': 'type: story\nstatus: ready\npoints: 5\n',
  'items/BU-1.md': 'type: bug\nstatus: draft\n',
  'goals/dry.md': 'type: goal\nstatus: active\n',
  'sprints/2026-S23.md':
    'type: sprint\nstatus: closed\nstart: 2026-11-02\nend: 2026-11-15\ncommitted: [{ id: ST-3, points: 3 }]\ndone: [{ id: ST-3, points: 3 }]\n',
  'items/EP-3.md':
    'type: epic\nstatus: doing\nstage: prototype\nstages: [2026-11-02 idea, 2026-11-09 prototype]\n',
  'feedback/FB-1.md':
    'type: feedback\nstatus: answered\nfrom: Ann\nitems: [ST-3]\nanswered: 2026-11-20\n',
  'sprints/2026-S24.md': 'type: sprint\nstatus: planned\nstart: 2026-12-07\nend: 2026-12-20\n',
};

const bodies: Readonly<Record<string, string>> = {
  'ST-7': '\n## Acceptance criteria\n\n- [ ] The roof holds\n',
  'FB-1': '\nIt rains in.\n\n## Answer\n\nIn spring.\n',
};

async function withFiles() {
  const backlog = await createNewBacklog();
  for (const [path, fields] of Object.entries(files)) {
    const id = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
    const body = bodies[id] ?? '';
    backlog.write(
      `backlog/${path}`,
      `---\nid: ${id}\n${fields}title: Title of ${id}\n---\n${body}`,
    );
  }
  return backlog;
}

const doubtful: readonly (readonly [argv: string, message: string])[] = [
  ['drop ST-3', 'ST-3: is done: dropped, it no longer counts as finished'],
  ['start ST-3', 'ST-3: is done: starting it reopens it'],
  ['start ST-4', 'ST-4: was dropped: starting it reopens it'],
  ['done ST-4', 'ST-4: was dropped, and would count as finished'],
  ['done EP-1', 'EP-1: done, but 2 items below it are open: ST-1, ST-2'],
  ['done EP-1 ST-1', 'EP-1: done, but 1 item below it is open: ST-2'],
  ['drop EP-1', 'EP-1: dropped, but 2 items below it are open: ST-1, ST-2'],
  ['done dry', 'dry: reached, but 1 item serving it is open: EP-1'],
  ['reopen ST-6', 'EP-2: done, but 1 item below it is open: ST-6'],
  ['start ST-5', 'ST-5: doing, but depends on ST-2, which is not done'],
  ['done ST-5', 'ST-5: done, but depends on ST-2, which is not'],
  ['done ST-2 --on 2026-12-24', '--on: 2026-12-24 is in the future'],
  ['start ST-2 --on 2026-11-25', '--on: 2026-11-25 is in the future'],
  ['drop ST-2 --on 2026-12-24', '--on: 2026-12-24 is in the future'],
  ['done ST-1 --on 2026-11-19', 'ST-1: was done before it was started'],
  ['set ST-3 status=dropped', 'ST-3: is done: dropped, it no longer counts as finished'],
  ['set ST-3 status=review', 'ST-3: is done: starting it reopens it'],
  ['set ST-4 status=done', 'ST-4: was dropped, and would count as finished'],
  ['set EP-1 status=done', 'EP-1: done, but 2 items below it are open: ST-1, ST-2'],
  ['set dry status=reached', 'dry: reached, but 1 item serving it is open: EP-1'],
  ['set ST-5 status=doing', 'ST-5: doing, but depends on ST-2, which is not done'],
  ['set ST-7 status=done', 'ST-7: not ticked yet: The roof holds'],
  ['set ST-2 done=2026-11-20', 'ST-2: done on 2026-11-20, but the status is draft'],
  ['set ST-3 done=2026-12-20', 'ST-3: done on 2026-12-20, which is in the future'],
  ['set ST-3 started=2026-11-12', 'ST-3: was done before it was started'],
  ['set ST-1 started=2027-01-02', 'ST-1: started on 2027-01-02, which is in the future'],
  ['set ST-2 points=4', 'ST-2: 4 points are not on the scale 1, 2, 3, 5, 8, 13, 21'],
  ['set ST-2 due=2026-10-01', 'ST-2: was due on 2026-10-01 and is draft'],
  ['set EP-1 parent=ST-7', 'EP-1: an epic below ST-7, which is a story'],
  ['set ST-1 parent=BU-1', 'ST-1: a story below BU-1, which is a bug'],
  ['set ST-2 parent=ST-1', 'ST-2: a story below ST-1, which is a story'],
  ['set ST-2 parent=EP-2', 'EP-2: done, but 1 item below it is open: ST-2'],
  ['set ST-2 sprint=2026-S23', 'ST-2: the item is open, but 2026-S23 is closed'],
  ['set ST-6 sprint=2026-S23', 'ST-6: 2026-S23 is closed, and its record does not count ST-6'],
  ['sprint add ST-6', 'ST-6: was done on 2026-11-19 already, but would be in 2026-S24'],
  ['set ST-6 sprint=2026-S24', 'ST-6: was done on 2026-11-19 already, but would be in 2026-S24'],
  ['estimate ST-2 --points 0.5', 'ST-2: 0.5 points are not on the scale'],
  ['stage EP-3 idea', 'EP-3: goes back from prototype to idea'],
  ['set FB-1 status=new', 'FB-1: was answered on 2026-11-20, and would count as new'],
  ['add -t task New --points 4', '4 points are not on the scale'],
  ['add -t epic New --parent BU-1', 'an epic below BU-1, which is a bug'],
  ['add -t task New --parent EP-2', 'EP-2: done, but 1 item below it is open'],
  ['add -t task New --set due=2026-11-01', 'was due on 2026-11-01 and is draft'],
  ['add -t task New --set sprint=2026-S23', 'the item is open, but 2026-S23 is closed'],
];

describe('a change that is hardly ever meant', () => {
  it.each(doubtful)(
    '%s is refused without a terminal, and passes with --force',
    async (words, message) => {
      const backlog = await withFiles();
      const before = hashFolder(backlog.dir);
      const argv = words.split(' ');
      const { code, stdout, stderr } = await backlog.run(argv);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
      expect(stderr).toContain('--force "why"');
      expect(hashFolder(backlog.dir)).toEqual(before);
      await backlog.ok(...argv, '--force', 'we talked about it');
      expect(hashFolder(backlog.dir)).not.toEqual(before);
      const changed = await backlog.ok('search', 'talked about it').catch(() => '');
      const isKept = words.startsWith('sprint add') || changed !== '';
      expect(isKept).toBe(true);
    },
  );

  it.each(doubtful)('%s asks on a terminal', async (words) => {
    const backlog = await withFiles();
    const argv = words.split(' ');
    const before = hashFolder(backlog.dir);
    const no = await backlog.run(argv, { prompt: scriptedPrompt([false]) });
    expect([no.code, no.stderr]).toEqual([1, expect.stringContaining('nothing was changed')]);
    expect(hashFolder(backlog.dir)).toEqual(before);
    const yes = await backlog.run(argv, { prompt: scriptedPrompt([true]) });
    expect([yes.code, hashFolder(backlog.dir) === before]).toEqual([0, false]);
  });

  it.each([
    'start ST-2',
    'done ST-1',
    'done EP-1 ST-1 ST-2',
    'reopen ST-3',
    'reopen ST-6 EP-2',
    'done ST-2 --on 2026-11-01',
    'set ST-5 status=doing depends=',
    'set ST-2 points=8',
    'set EP-1 points=34',
    'set BU-1 parent=ST-2',
    'set ST-2 due=2026-12-24',
    'sprint add ST-2',
    'add -t task New --points 5 --parent EP-1',
  ])('%s passes unasked', async (words) => {
    const backlog = await withFiles();
    await backlog.ok(...words.split(' '));
  });

  it('is none where the settings turn the rule off', async () => {
    const backlog = await withFiles();
    const settings = 'check: {rules: {field/points-scale: off}}\n';
    backlog.write('backlog/backlog.yaml', settings);
    await backlog.ok('set', 'ST-2', 'points=4');
    backlog.write('backlog/backlog.yaml', 'points: [1, 2, 4]\n');
    await backlog.ok('set', 'ST-7', 'points=4');
    expect((await backlog.run(['set', 'ST-7', 'points=5'])).code).toBe(2);
  });

  it('is not asked about twice: what is wrong already does not stand in the way', async () => {
    const backlog = await withFiles();
    await backlog.ok('set', 'ST-2', 'points=4', '--force', 'half of it');
    await backlog.ok('set', 'ST-2', 'labels=x');
    await backlog.ok('done', 'EP-1', '--force', 'the rest comes later');
    await backlog.ok('done', 'ST-1');
    await backlog.ok('set', 'EP-1', 'title=Roofs');
  });
});

describe('what a status brings with it', () => {
  it('leaves a closed sprint as it is, and takes what is opened again out of it', async () => {
    for (const words of [
      'drop ST-3 --force why',
      'start ST-3 --force why',
      'reopen ST-3',
      'set ST-3 status=ready',
      'set ST-3 status=dropped --force why',
    ]) {
      const backlog = await withFiles();
      const sprint = backlog.read('backlog/sprints/2026-S23.md');
      await backlog.ok(...words.split(' '));
      const item = backlog.read('backlog/items/ST-3.md');
      expect([words, item.match(/^(?:done|sprint): .*$/gm)]).toEqual([words, null]);
      expect(item).toContain('sprints: [2026-11-02 +2026-S23 3 planned]\n');
      expect(backlog.read('backlog/sprints/2026-S23.md')).toBe(sprint);
    }
  });

  it('is the same by set and add as by the verbs', async () => {
    const backlog = await withFiles();
    await backlog.ok('set', 'ST-2', 'status=review');
    expect(backlog.read('backlog/items/ST-2.md')).toContain('started: 2026-11-24\n');
    await backlog.ok('set', 'ST-2', 'status=done');
    expect(backlog.read('backlog/items/ST-2.md')).toContain('done: 2026-11-24\n');
    await backlog.ok('set', 'ST-2', 'status=');
    expect(backlog.read('backlog/items/ST-2.md')).not.toContain('done:');
    await backlog.ok('set', 'ST-1', 'status=done', 'done=2026-11-21');
    expect(backlog.read('backlog/items/ST-1.md')).toContain('done: 2026-11-21\n');
    const id = await backlog.id('add', '-t', 'task', 'New', '--set', 'status=done');
    expect(await backlog.json('show', id)).toMatchObject({ done: '2026-11-24' });
    expect(await backlog.run(['set', '2026-S24', 'status=active'])).toMatchObject({
      code: 2,
      stderr: 'storymark: 2026-S24 is a sprint: use storymark sprint start or sprint close\n',
    });
  });
});

describe('days to come', () => {
  it.each([
    'estimate ST-2 --points 3 --on 2026-11-25',
    'sprint add ST-2 --on 2026-11-25',
    'ask ST-2 Why? --on 2027-01-01',
    'goal measure dry 4 --on 2026-11-25',
    'merge ST-2 --into ST-1 --on 2026-12-01',
    'stage EP-1 idea --on 2026-11-25',
  ])('%s is refused', async (words) => {
    const backlog = await withFiles();
    const before = hashFolder(backlog.dir);
    const { code, stderr } = await backlog.run(words.split(' '));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--on: 20\S+ is in the future/)]);
    expect(hashFolder(backlog.dir)).toEqual(before);
  });

  it('are asked about when a sprint starts weeks early', async () => {
    const backlog = await withFiles();
    await backlog.ok('sprint', 'add', 'ST-7');
    const { code, stderr } = await backlog.run(['sprint', 'start']);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('2026-S24: it starts on 2026-12-07, and today is 2026-11-24'),
    ]);
    await backlog.ok('sprint', 'start', '--force', 'the team is free');
    expect(backlog.read('backlog/sprints/2026-S24.md')).toContain('the team is free');
  });
});

it('splits nothing that is closed', async () => {
  const backlog = await withFiles();
  const { code, stderr } = await backlog.run(['split', 'ST-3', 'a', 'b']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('storymark reopen ST-3 first')]);
});

it('import keeps odd numbers and says so, once a rule', async () => {
  const backlog = await withFiles();
  backlog.write('in.csv', 'Summary,Story Points\nOne,4\nTwo,0.5\nThree,5\n');
  const { stderr } = await backlog.run(['import', 'csv', 'in.csv']);
  expect(stderr).toMatch(
    /note: \S+: 4 points are not on the scale .*, and 1 more \(field\/points-scale\)/,
  );
  expect(JSON.parse(await backlog.ok('list', '--json', 'title,points'))).toEqual(
    expect.arrayContaining([{ title: 'Two', points: 0.5 }]),
  );
});

it('an answer that replaces another says so, and the same words again do not', async () => {
  const backlog = await withFiles();
  const words = ['answer', 'FB-1', '--save', '--text', 'Done.'];
  const { code, stderr } = await backlog.run(words);
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining('replaces the answer given on 2026-11-20'),
  ]);
  expect((await backlog.run(words)).stderr).not.toContain('replaces');
});
