import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/backlog/settings.js';
import {
  type CheckOptions,
  prepareSettings,
  printConfig,
  resolveSettings,
} from '../../src/check/settings.js';
import { toItem } from '../../src/item/item.js';
import { checkFiles, describeFindings, readFiles, unwrap } from './check-text.js';

const story = (id: string, status: string, type = 'story') =>
  `---\nid: ${id}\ntype: ${type}\nstatus: ${status}\ntitle: x\n---\n\nAs a guest, I want to leave a note.\n`;

function targetOf(path: string, text: string) {
  const [document] = readFiles({ [path]: text }).documents;
  return { path, item: document ? toItem(document) : null };
}

async function levelFor(options: CheckOptions, rule: string, path = 'items/ST-1.md') {
  const settings = unwrap(await prepareSettings(options));
  return resolveSettings(settings, targetOf(path, story('ST-1', 'draft'))).get(rule);
}

describe('settings', () => {
  it('start from a preset', async () => {
    expect((await levelFor({}, 'story/no-benefit'))?.level).toBe('warn');
    expect((await levelFor({ preset: 'strict' }, 'story/no-benefit'))?.level).toBe('error');
    expect((await levelFor({ preset: 'format-only' }, 'ref/unknown'))?.level).toBe('off');
  });

  it('give a rule a level, or a level and options over its defaults', async () => {
    const rules = { 'criteria/count': ['error', { max: 3 }] } as const;
    const resolved = await levelFor({ rules }, 'criteria/count');
    expect(resolved).toEqual({ level: 'error', options: { min: 1, max: 3 } });
    expect((await levelFor({ rules: { 'story/atomic': 'off' } }, 'story/atomic'))?.level).toBe(
      'off',
    );
  });

  it('override by type, status and path, the last one winning', async () => {
    const overrides = [
      { path: 'items/archive/**', rules: { 'story/no-role': 'off' } },
      { type: ['story', 'task'], status: 'draft', rules: { 'story/no-role': 'warn' } },
    ] as const satisfies CheckOptions['overrides'];
    const options = { overrides: structuredClone(overrides) as unknown as [] };
    const at = (path: string) => levelFor(options, 'story/no-role', path);
    expect((await at('items/ST-1.md'))?.level).toBe('warn');
    expect((await at('items/archive/2025/ST-1.md'))?.level).toBe('warn');
    const done = targetOf('items/archive/ST-1.md', story('ST-1', 'done'));
    const settings = unwrap(await prepareSettings(options));
    expect(resolveSettings(settings, done).get('story/no-role')?.level).toBe('off');
  });

  it('leave the last word to the command line', async () => {
    const settings = unwrap(
      await prepareSettings(
        { preset: 'strict', overrides: [{ type: 'story', rules: { 'story/no-role': 'off' } }] },
        { rules: { 'story/no-role': 'warn' } },
      ),
    );
    const target = targetOf('items/ST-1.md', story('ST-1', 'draft'));
    expect(resolveSettings(settings, target).get('story/no-role')?.level).toBe('warn');
  });

  it('refuse unknown rules and options, naming what was meant', async () => {
    const bad = await prepareSettings({
      rules: { 'story/atomik': 'off', 'story/atomic': ['warn', { max: 1 }] },
      overrides: [{ rules: { 'criteria/count': ['warn', { maximum: 1 }] } }],
    });
    expect(bad.ok ? [] : bad.problems.map(({ kind, message }) => `${kind} ${message}`)).toEqual([
      'usage check.rules: there is no rule "story/atomik". Did you mean story/atomic?',
      'usage check.rules.story/atomic: this rule has no options',
      expect.stringMatching(/^usage check\.overrides\.0\.rules\.criteria\/count: .*maximum/),
    ]);
  });

  it('refuse a level that is none, in backlog.yaml', () => {
    const parsed = parseSettings({ check: { rules: { 'story/atomic': 'fatal' } } });
    expect(parsed.ok ? '' : parsed.problems[0]?.message).toBe(
      'check.rules.story/atomic: expected off, warn or error, or a list of level and options: [warn, {max: 8}]',
    );
  });

  it('print as they hold for one file', async () => {
    const settings = unwrap(
      await prepareSettings({ rules: { 'story/length': ['warn', { max: 30 }] } }),
    );
    const printed = printConfig(settings, targetOf('items/ST-1.md', story('ST-1', 'draft')));
    expect(printed).toMatchObject({
      path: 'items/ST-1.md',
      preset: 'recommended',
      rules: { 'story/length': ['warn', { max: 30 }], 'story/no-role': 'error' },
    });
  });
});

describe('what is reported', () => {
  const files = {
    'items/ST-1.md': story('ST-1', 'draft'),
    'items/ST-2.md': story('ST-2', 'draft'),
  };

  it('is what is asked for, while set rules read everything', async () => {
    const first = await checkFiles(files, {}, {}, (path) => path === 'items/ST-1.md');
    const second = await checkFiles(files, {}, {}, (path) => path === 'items/ST-2.md');
    const both = await checkFiles(files);
    expect(describeFindings(first)).toContain('set/duplicate 8:1');
    expect(describeFindings(second)).toContain('set/duplicate 8:1');
    expect(describeFindings(both).filter((one) => one.startsWith('set/'))).toHaveLength(1);
    expect([first.report.files, both.report.files]).toEqual([1, 2]);
  });

  it('goes by the level of the file it is reported in', async () => {
    const settings = {
      check: { overrides: [{ path: 'items/ST-2.md', rules: { 'set/duplicate': 'off' } }] },
    };
    const { report } = await checkFiles(files, {}, settings);
    expect(report.findings.find(({ rule }) => rule === 'set/duplicate')?.path).toBe(
      'items/ST-1.md',
    );
  });
});
