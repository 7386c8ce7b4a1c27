import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/store/cache/open-cache.js';
import { createSandbox } from '../support/sandbox.js';

/** More than a check thinks worth remembering. */
const many = 120;

function createBacklog() {
  const sandbox = createSandbox();
  const write = (number: number, fields = 'status: draft', body = 'As a guest, I want a bed.') =>
    sandbox.write(
      `backlog/items/ST-${number}A.md`,
      `---\nid: ST-${number}A\ntype: story\n${fields}\ntitle: Story ${number}\n---\n\n${body}\n`,
    );
  sandbox.write('backlog/backlog.yaml', '{}\n');
  for (let number = 0; number < many; number += 1)
    write(number, 'status: draft', `As a guest, I want bed ${number}, so that I sleep.`);
  const check = async (isRemembering: boolean, ...argv: readonly string[]) => {
    const path = join(sandbox.dir, 'cache');
    const options = isRemembering ? { openCache, env: { XDG_CACHE_HOME: path } } : {};
    const now = argv.includes('later') ? '2027-03-01T09:00:00Z' : '2026-11-24T09:00:00Z';
    const words = argv.filter((word) => word !== 'later');
    const { code, stdout } = await sandbox.run(['check', '--json', ...words], { ...options, now });
    return { code, report: JSON.parse(stdout) as { findings: { path: string }[] } };
  };
  return { sandbox, write, check };
}

describe('a check that remembers', () => {
  it('finds what one without a memory finds, whatever changes', { timeout: 60_000 }, async () => {
    const { sandbox, write, check } = createBacklog();
    const changes: readonly (readonly [() => void, ...string[]])[] = [
      [() => {}],
      [() => {}],
      [() => write(3, 'status: ready')],
      // Another document's finding: what it waits for was dropped.
      [() => write(4, 'status: draft\ndepends: [ST-5A]')],
      [() => write(5, 'status: dropped')],
      [() => write(6, 'status: draft\ndue: 2027-01-01')],
      [() => {}, 'later'],
      [() => {}, '--rule', 'ready/criteria=error'],
      [() => {}, 'backlog/items/ST-3A.md'],
      [() => sandbox.write('backlog/backlog.yaml', 'check:\n  preset: strict\n')],
      [() => sandbox.write('backlog/items/ST-7A.md', 'broken')],
    ];
    const seen = new Set<string>();
    for (const [change, ...argv] of changes) {
      change();
      const remembered = await check(true, ...argv);
      expect(remembered).toEqual(await check(false, ...argv));
      expect(await check(true, ...argv)).toEqual(remembered);
      seen.add(JSON.stringify(remembered));
    }
    // The steps did change what is found: equal answers are no accident.
    expect(seen.size).toBeGreaterThan(6);
  });
});
