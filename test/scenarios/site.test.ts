import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startRepository } from '../support/check-backlog.js';
import { hostileDocuments } from '../support/hostile-backlog.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

interface Built {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly bytes: number;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

function build(sandbox: Sandbox, ...more: readonly string[]): Promise<Built> {
  return sandbox.json<Built>('site', 'build', 'site', ...more);
}

/** The files of a site by path, without the marker. */
function readSite({ dir }: Sandbox, folder = 'site'): ReadonlyMap<string, string> {
  const names = readdirSync(join(dir, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.split('\\').join('/'))
    .filter((name) => /\.\w+$/.test(name) && !name.startsWith('.'))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(join(dir, folder, name), 'utf8')]));
}

/** Links of pages that lead to no file. */
function findBroken(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    if (!path.endsWith('.html')) return [];
    const tags = text.match(/<[a-z][^<>]*>/g) ?? [];
    const addresses = tags.flatMap((tag) => /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1] ?? []);
    return addresses
      .filter((address) => address !== '#main' && !/^(?:https?|mailto):/.test(address))
      .filter((address) => !files.has(posix.join(dirname(path), address.replace(/#main$/, ''))))
      .map((address) => `${path}: ${address}`);
  });
}

const example = 'examples/calendar';

describe('site build', () => {
  it('writes pages whose links all lead to pages, with a strict policy', async () => {
    const sandbox = createSandbox(example);
    startRepository(sandbox);
    const built = await build(sandbox);
    const files = readSite(sandbox);
    expect([...built.written].sort()).toEqual([...files.keys()]);
    expect(findBroken(files)).toEqual([]);
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      expect(text).toContain(
        'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39; file:;',
      );
      expect(text).not.toMatch(/<style|style="|\son\w+="|<script(?![^>]*src=)/);
      expect(text.match(/<h1>/g)).toHaveLength(1);
    }
    expect(files.get('items/ST-R8B4Z.html')).toContain('I can book in one minute');
    expect(files.get('changes.html')).toContain('Set my working hours');
  });

  it('says what is asked for: vision, goals, sprint, order with reasons, feedback, review', async () => {
    const sandbox = createSandbox(example);
    await build(sandbox);
    const files = readSite(sandbox);
    const overview = files.get('index.html') ?? '';
    expect(overview).toContain('For remote teams spread over several time zones who lose hours');
    expect(overview).toContain('See the team&#39;s week at a glance');
    expect(overview).toContain('burndown');
    expect(files.get('backlog.html')).toContain('WSJF 3.25 = (13 + 8 + 5) / 8');
    expect(files.get('backlog.html')).toContain('which waits for it');
    expect(files.get('feedback/FB-0Q5MS.html')).toContain('Yesterday it took eleven messages');
    expect(files.get('sprints/2026-S23.html')).toContain('Field sales ran the demo themselves');
    expect(files.get('sprints/2026-S23.html')).not.toContain('was a wish, not a plan');
    expect(files.get('sprints.html')).toContain('Velocity');
    expect(files.get('personas/team-member.html')).toContain('Mark the days I am away');
    expect(files.get('stakeholders/acme.html')).not.toContain('contract up for renewal');
  });

  it('gives the same bytes again, in another folder and from another place of the disk', async () => {
    const [one, other] = [createSandbox(example), createSandbox(example)];
    for (const sandbox of [one, other]) {
      startRepository(sandbox);
      await build(sandbox);
    }
    expect([...readSite(one)]).toEqual([...readSite(other)]);
    expect(await build(one)).toMatchObject({ written: [], removed: [] });
  });

  it('rewrites only what changed and removes what is gone', async () => {
    const sandbox = createSandbox(example);
    const { written } = await build(sandbox);
    await sandbox.ok('set', 'ST-5C', 'title=Rate nobody');
    const dry = await build(sandbox, '--dry-run');
    const again = await build(sandbox);
    expect(again.written).toContain('items/ST-5C2ZB.html');
    expect(again.written.length).toBeLessThan(10);
    expect(again.unchanged.length).toBe(written.length - again.written.length);
    expect(dry).toEqual({ ...again, dryRun: true });
    await sandbox.ok('set', 'ST-5C', 'private=true');
    const hidden = await build(sandbox);
    expect(hidden.removed).toEqual(['items/ST-5C2ZB.html']);
    expect(existsSync(join(sandbox.dir, 'site', 'items', 'ST-5C2ZB.html'))).toBe(false);
  });

  it('refuses a folder with other things in it', async () => {
    const sandbox = createSandbox(example);
    const { code, stderr } = await sandbox.run(['site', 'build', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain('is not empty and was not created by storymark site build');
    expect(existsSync(join(sandbox.dir, 'index.html'))).toBe(false);
  });

  it('names what cannot be read, and shows the rest', async () => {
    const sandbox = createSandbox(example);
    sandbox.write('backlog/items/ST-BROKN.md', 'no frontmatter');
    const { code, stderr } = await sandbox.run(['site', 'build', 'site']);
    expect(code).toBe(2);
    expect(stderr).toContain('ST-BROKN.md');
    expect(readSite(sandbox).size).toBeGreaterThan(60);
  });

  it('makes a site of an empty backlog, and of odd and hostile documents', async () => {
    const empty = createSandbox();
    await empty.ok('init');
    await build(empty);
    expect(readSite(empty).get('backlog.html')).toContain('Nothing is open.');
    expect(findBroken(readSite(empty))).toEqual([]);
    const odd = createSandbox();
    odd.write('backlog/backlog.yaml', '');
    for (const [path, text] of Object.entries(hostileDocuments()))
      odd.write(`backlog/${path}`, text);
    odd.write('backlog/items/a.md', '---\nid: "../x y"\ntype: story\ntitle: A\n---\n');
    odd.write('backlog/items/b.md', '---\nid: ST-X1\ntype: story\ntitle: The same id\n---\n');
    odd.write('backlog/items/c.md', '---\ntype: story\ntitle: No id\n---\n');
    odd.write(
      'backlog/items/d.md',
      `---\nid: ST-BIG\ntype: story\ntitle: ${'long '.repeat(9999)}\n---\n\n${'<b> & '.repeat(100_000)}\n`,
    );
    odd.write(
      'backlog/items/e.md',
      '---\nid: ST-LOOP\ntype: epic\nparent: ST-LOOP\ndepends: [ST-LOOP]\ntitle: Itself\n---\n',
    );
    await odd.run(['site', 'build', 'site']);
    const files = readSite(odd);
    expect(files.has('items/~2e.~2e.~2f.x~20.y.html')).toBe(true);
    expect(findBroken(files)).toEqual([]);
    for (const text of files.values()) expect(Buffer.byteLength(text)).toBeLessThan(200_000);
  });
});

describe('long lists', () => {
  it('are parted into pages, each below 200 KB and each item on one of them', async () => {
    const sandbox = createSandbox();
    sandbox.write('backlog/backlog.yaml', 'ids: sequential\n');
    sandbox.write('backlog/items/EP-1.md', '---\nid: EP-1\ntype: epic\ntitle: All\n---\n');
    const ids = Array.from({ length: 350 }, (_, index) => `ST-${index + 1}`);
    for (const id of ids) {
      sandbox.write(
        `backlog/items/${id}.md`,
        `---\nid: ${id}\ntype: story\nstatus: ready\ntitle: ${'Title & more '.repeat(12)}${id}\nparent: EP-1\ndepends: [ST-1, ST-2, ST-3, ST-4]\n---\n\n${'Words. '.repeat(400)}\n`,
      );
    }
    await build(sandbox);
    const files = readSite(sandbox);
    const lists = ['backlog.html', 'backlog.2.html', 'backlog.3.html', 'backlog.4.html'];
    expect([...files.keys()].filter((path) => /^backlog/.test(path)).sort()).toEqual(
      [...lists].sort(),
    );
    const parts = [...files.keys()].filter((path) => path.startsWith('items/EP-1.'));
    expect(parts).toHaveLength(4);
    for (const own of [lists, parts]) {
      const text = own.map((path) => files.get(path)).join('');
      expect(ids.filter((id) => !text.includes(`items/${id}.html`))).toEqual([]);
    }
    expect(files.get('backlog.2.html')).toContain('rel="prev" href="backlog.html"');
    expect(files.get('items/EP-1.2.html')).toContain('rel="next" href="../items/EP-1.3.html"');
    expect([...files.keys()].filter((path) => path.startsWith('search/')).length).toBeGreaterThan(
      1,
    );
    expect(findBroken(files)).toEqual([]);
    for (const text of files.values()) expect(Buffer.byteLength(text)).toBeLessThan(200_000);
  });
});

describe('what is private', () => {
  it('occurs in no file: no id, no title, no weight, no revenue', async () => {
    const sandbox = createSandbox(example);
    const secret = (path: string, fields: string, body = '') =>
      sandbox.write(`backlog/${path}`, `---\n${fields}\nprivate: true\n---\n\n${body}\n`);
    secret(
      'items/ST-SECRT-buy-a-rival.md',
      'id: ST-SECRT\ntype: story\nstatus: ready\ntitle: Buy a rival quietly\npoints: 8\nsprint: 2026-S24\nparent: EP-2M9QT\nrank: a00',
      'As a manager, I want to zzprivatezz.',
    );
    secret(
      'items/EP-HIDEN-the-plan.md',
      'id: EP-HIDEN\ntype: epic\nstatus: doing\ntitle: The plan nobody knows',
    );
    secret(
      'feedback/FB-QUIET.md',
      'id: FB-QUIET\ntype: feedback\nstatus: new\ntitle: Said behind closed doors\nfrom: acme\nitems: [ST-R8B4Z]',
    );
    secret(
      'stakeholders/shadow-fund.md',
      'id: shadow-fund\ntype: stakeholder\ntitle: The Shadow Fund\nweight: 5',
    );
    secret(
      'goals/world-domination.md',
      'id: world-domination\ntype: goal\nstatus: active\ntitle: Own the whole market',
    );
    secret('personas/the-mole.md', 'id: the-mole\ntype: persona\ntitle: Somebody inside there');
    secret(
      'sprints/2026-S99.md',
      'id: 2026-S99\ntype: sprint\nstatus: planned\ntitle: A sprint for the board',
    );
    await sandbox.ok(
      'set',
      'ST-K1',
      'depends+=ST-SECRT',
      'parent=EP-HIDEN',
      'goal=world-domination',
      'persona=the-mole',
      '--force',
      'to try it',
    );
    await sandbox.ok('set', 'FB-0Q', 'items+=ST-SECRT', 'from=shadow-fund');
    await sandbox.ok('set', 'acme', 'weight=7654321');
    await sandbox.ok('set', 'support-desk', 'weight=86.4219');
    const item = 'backlog/items/ST-1R5AX-show-the-teams-week-on-the-office-screen.md';
    sandbox.write(
      item,
      `${sandbox.read(item)}\nSee ST-SECRT, [here](ST-SECRT-buy-a-rival.md), "Buy a rival\nquietly", EP-HIDEN, FB-QUIET and the shadow-fund (The Shadow Fund).\n`,
    );
    const sprint = 'backlog/sprints/2026-S24.md';
    sandbox.write(
      sprint,
      sandbox.read(sprint).replace('committed:\n', 'committed:\n  - {id: ST-SECRT, points: 8}\n'),
    );
    const feedback = findFeedback(sandbox);

    sandbox.write(
      feedback,
      sandbox
        .read(feedback)
        .replace(
          'kind: survey',
          'kind: survey\nweight: 5550123\nrevenue: 98760001\nseats: 4443331',
        ),
    );
    const yaml = 'backlog/backlog.yaml';
    sandbox.write(
      yaml,
      `${sandbox.read(yaml).replace('  model: wsjf', '  model: wsjf\n  derived: { demand: true, goals: true, inherited: true }')}`,
    );
    startRepository(sandbox);
    const all = await sandbox.run(['site', 'build', 'site']);
    expect(all.code).toBe(0);
    const files = readSite(sandbox);
    const words = [
      'ST-SECRT',
      'Buy a rival',
      'buy-a-rival',
      'zzprivatezz',
      'EP-HIDEN',
      'nobody knows',
      'FB-QUIET',
      'closed doors',
      'shadow-fund',
      'Shadow Fund',
      'world-domination',
      'whole market',
      'the-mole',
      'inside there',
      '2026-S99',
      'for the board',
      '7654321',
      '86.4219',
      '5550123',
      '98760001',
      '4443331',
    ];
    const spelled = (word: string) => new RegExp(word.replace(/[\s.-]+/g, '[\\s,.-]*'), 'i');
    const leaks = [...files].flatMap(([path, text]) =>
      words
        .filter((word) => spelled(word).test(`${path} ${text}`))
        .map((word) => `${path}: ${word}`),
    );
    expect(leaks).toEqual([]);
    expect(files.get('items/ST-1R5AX.html')).toContain('See (private)');
    expect(findBroken(files)).toEqual([]);
    // The search for leaks can find one: the words are there before they are private.
    const shown = [...files.values()].join('');
    expect(shown).toMatch(spelled('Show the team'));
  });

  it('is counted all the same: days do not come nearer by hiding work', async () => {
    const sandbox = createSandbox(example);
    await build(sandbox);
    const before = readSite(sandbox).get('items/ST-E2Z4V.html');
    await sandbox.ok('set', 'ST-W6', 'private=true');
    await build(sandbox);
    const day = (text: string | undefined) =>
      /At the pace so far by<\/dt><dd><time datetime="([^"]+)"/.exec(text ?? '')?.[1];
    expect(day(before)).toMatch(/^2027/);
    expect(day(readSite(sandbox).get('items/ST-E2Z4V.html'))).toBe(day(before));
  });
});

function findFeedback({ dir }: Sandbox): string {
  const name = readdirSync(join(dir, 'backlog', 'feedback')).find((one) =>
    one.startsWith('FB-H7V0D'),
  );
  return `backlog/feedback/${name}`;
}
