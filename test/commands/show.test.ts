import { describe, expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';

const calendar = () => createSandbox('examples/calendar');

describe('show', () => {
  it('prints one document as an object, several as an array', async () => {
    const sandbox = calendar();
    expect(await sandbox.json('show', '7k3')).toMatchObject({
      id: 'ST-7K3FD',
      body: expect.stringContaining('As a manager'),
    });
    const two = await sandbox.json<{ id: string }[]>('show', '7K3', 'EP-2M9QT', 'st-7k3fd');
    expect(two.map(({ id }) => id)).toEqual(['ST-7K3FD', 'EP-2M9QT']);
    expect(
      JSON.parse((await sandbox.run(['show', '7K3', '--json', 'id,links'])).stdout).links,
    ).toContainEqual({
      how: 'waits for',
      id: 'ST-2Q8BH',
      title: 'Set my working hours',
      status: 'done',
    });
  });

  it('gives links both ways, whichever side wrote them', async () => {
    const sandbox = calendar();
    const linked = async (id: string) => {
      const { links } = await sandbox.json<{ links: { how: string; id: string }[] }>('show', id);
      return links.map((link) => `${link.how} ${link.id}`);
    };
    expect(await linked('ST-7K3FD')).toEqual(
      expect.arrayContaining([
        'part of EP-2M9QT',
        'sprint 2026-S24',
        'persona remote-manager',
        'serves async-teams',
        'waits for ST-4A1PN',
        'blocks SP-4V1NR',
      ]),
    );
    expect(await linked('EP-2M9QT')).toContain('contains ST-7K3FD');
    expect(await linked('async-teams')).toContain('referenced by ST-7K3FD');
    expect(await linked('ST-4A1PN')).toContain('blocks ST-7K3FD');
  });

  it('says on a terminal what a person asks: place, criteria, score, dates in words', async () => {
    const { stdout } = await calendar().run(['show', '7K3'], { terminal: 100 });
    expect(stdout).toContain('ST-7K3FD See who is working now\n');
    expect(stdout).toContain('12 October 2026');
    expect(stdout).toMatch(/place +2 of 20 open/);
    expect(stdout).toContain('0 of 4 ticked');
    expect(stdout).toMatch(/score .*3\.20 \(value 8, urgency 5, risk 3, size 5\)/);
  });

  it('names a link that leads nowhere', async () => {
    const sandbox = calendar();
    sandbox.write(
      'backlog/items/ST-00000-x.md',
      '---\nid: ST-00000\ntype: story\ntitle: X\nparent: EP-NOWHERE\n---\n',
    );
    expect(await sandbox.ok('show', 'ST-00000')).toContain('EP-NOWHERE  (does not exist)');
  });

  it('names every id it does not know', async () => {
    const { code, stdout, stderr } = await calendar().run(['show', '7K3', 'x-1', 'x-2']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('storymark: there is no item "x-1".\nstorymark: there is no item "x-2".\n');
  });
});
