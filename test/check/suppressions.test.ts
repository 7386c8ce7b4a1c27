import { describe, expect, it } from 'vitest';
import { checkFiles, checkStandalone, describeFindings } from './check-text.js';

const bad = 'I want to leave a note, so that my host knows I came.';
const good = 'As a guest, I want to leave a note, so that my host knows I came.';

const standalone = async (...lines: readonly string[]) =>
  describeFindings(await checkStandalone(`${lines.join('\n')}\n`));

describe('suppressions in comments', () => {
  it('silence the next line, past blank ones', async () => {
    expect(
      await standalone('<!-- storymark-disable-next-line story/no-role -- by law -->', bad),
    ).toEqual([]);
    expect(await standalone('<!-- storymark-disable-next-line -->', '', bad)).toEqual([]);
    expect(
      await standalone(
        '<!-- storymark-disable-next-line story/no-role -->',
        `- ${bad}`,
        `- ${bad}`,
      ),
    ).toEqual(['story/no-role 3:3']);
  });

  it('silence several rules, with or without commas and a reason', async () => {
    const comment = '<!-- storymark-disable-next-line story/no-role, story/no-benefit -- old -->';
    const text = 'I want to leave a note, so that my host knows.';
    expect(await standalone(comment, text)).toEqual(['check/unused-disable 1:1']);
  });

  it('silence what stands between disable and enable', async () => {
    const found = await standalone(
      '<!-- storymark-disable story/no-role -->',
      `- ${bad}`,
      '<!-- storymark-enable story/no-role -->',
      `- ${bad}`,
    );
    expect(found).toEqual(['story/no-role 4:3']);
    expect(await standalone('<!-- storymark-disable -->', '', bad)).toEqual([]);
  });

  it('silence a whole file from anywhere in it', async () => {
    expect(await standalone(bad, '', '<!-- storymark-disable-file story/no-role -->')).toEqual([]);
  });

  it('are reported when they silence nothing, or name no rule', async () => {
    const { report } = await checkStandalone(
      `<!-- storymark-disable-next-line story/no-roll, story/no-want -->\n${good}\n`,
    );
    expect(report.findings.map(({ message }) => message)).toEqual([
      'storymark-disable-next-line names an unknown rule: "story/no-roll". Did you mean story/no-role?',
      'storymark-disable-next-line suppresses nothing of story/no-want: remove it',
    ]);
  });

  it('are examples inside code fences', async () => {
    expect(await standalone('```', '<!-- storymark-disable-file -->', '```', '', bad)).toEqual([
      'story/no-role 5:1',
    ]);
  });

  it('do not hide a defect that a rule of more detail has found', async () => {
    const files = {
      'items/ST-1.md': `---\nid: ST-1\ntype: story\nstatus: draft\ntitle: x\ncheck-disable: [sprint/unknown]\nsprint: 2026-S09\n---\n\n${good}\n`,
    };
    expect(describeFindings(await checkFiles(files))).toEqual([]);
  });
});

describe('check-disable in the frontmatter', () => {
  const file = (rules: string) => ({
    'items/ST-1.md': `---\nid: ST-1\ntype: story\nstatus: draft\ntitle: x\npionts: 3\ncheck-disable: ${rules}\n---\n\n${bad}\n`,
  });

  it('silences findings of frontmatter and body', async () => {
    expect(describeFindings(await checkFiles(file('[field/unknown, story/no-role]')))).toEqual([]);
    expect(describeFindings(await checkFiles(file('field/unknown')))).toEqual([
      'story/no-role 10:1',
    ]);
  });

  it('is reported at its element when it suppresses nothing', async () => {
    const found = describeFindings(
      await checkFiles(file('[field/unknown, story/no-role, story/length]')),
    );
    expect(found).toEqual(['check/unused-disable 7:47']);
  });
});
