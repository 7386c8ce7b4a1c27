import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/backlog/settings.js';
import type { Rule, RuleExample } from '../../src/check/define-rule.js';
import type { Finding } from '../../src/check/finding.js';
import { readStory } from '../../src/check/read-subjects.js';
import { rules } from '../../src/check/rules/index.js';
import { visibleFieldsOf } from '../../src/check/visible-fields.js';
import { toItem } from '../../src/item/item.js';
import { checkFiles, readFiles, unwrap } from './check-text.js';

const ofFiles = rules.filter(({ sees }) => sees !== 'set');
const isLocal = (rule: Rule) => rule.sees !== 'set' && rule.isLocal === true;
const examplesOf = ({ good, bad }: Rule) => [...good, ...bad];

/** The example's file; a standalone story gets what makes it an item. */
function ownFile({ text, path }: RuleExample): readonly [path: string, text: string] {
  const whole = text.startsWith('---')
    ? text
    : `---\nid: ST-1\ntype: story\ntitle: x\n---\n\n${text}`;
  return [path ?? `items/${/^id: (\S+)/m.exec(whole)?.[1] ?? 'x'}.md`, whole];
}

/** Every example's files in one backlog, each by a path of its own. */
const everything = rules
  .flatMap(examplesOf)
  .flatMap((example) => [ownFile(example), ...Object.entries(example.others ?? {})])
  .map(([path, text], index) => [path.replace(/\.md$/, `-${index}.md`), text] as const);

/** What the rules find in some files of a backlog, with nothing else on. */
async function check(
  chosen: readonly Rule[],
  files: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<readonly Finding[]> {
  const levels = rules.map((rule) => [rule.id, chosen.includes(rule) ? 'warn' : 'off'] as const);
  const { report } = await checkFiles(files, { rules: Object.fromEntries(levels) }, settings);
  return report.findings;
}

describe('local rules', () => {
  const local = rules.filter(isLocal);

  it.each([{}, { language: 'de' }, { fields: { team: 'text' } }])(
    'find the same whatever else is in the backlog, with %j',
    async (settings) => {
      const together = await check(local, Object.fromEntries(everything), settings);
      for (const [path, text] of everything) {
        const alone = await check(local, { [path]: text }, settings);
        const own = together.filter((finding) => finding.path === path);
        const ids = [...new Set([...own, ...alone].map(({ rule }) => rule))].join(', ');
        const advice = `other files change what is found in ${path}: one of ${ids} must not say isLocal`;
        expect(own, advice).toEqual(alone);
      }
      // Examples with settings and options of their own are not broken here.
      const found = new Set(together.map(({ rule }) => rule));
      expect(found.size).toBeGreaterThan(local.length / 2);
    },
  );
});

describe('each other rule', () => {
  const others = ofFiles.filter((rule) => !isLocal(rule)).map((rule) => [rule.id, rule] as const);

  it.each(others)('%s finds something else when the rest is gone', async (_id, rule) => {
    let differing = 0;
    for (const example of examplesOf(rule)) {
      const [path, text] = ownFile(example);
      const whole = await check([rule], { [path]: text, ...example.others }, example.settings);
      const own = whole.filter((finding) => finding.path === path);
      const alone = await check([rule], { [path]: text }, example.settings);
      if (JSON.stringify(own) !== JSON.stringify(alone)) differing += 1;
    }
    const advice = `other files change nothing that ${rule.id} finds: say isLocal: true in it, or give an example whose \`others\` matter`;
    expect(differing, advice).toBeGreaterThan(0);
  });
});

/** Edits that may leave a file's face as it is; the order, which counts too, they do leave. */
const edits: readonly (readonly [from: RegExp, to: string])[] = [
  [/^type:/m, 'points: 13\nhours: 3\ntype:'],
  [/^type:/m, 'due: 2026-01-01\nstarted: 2026-11-01\ntype:'],
  [/^type:/m, 'labels: [late]\nassignee: Ada\nskills: [css]\nseverity: high\ntimebox: 2d\ntype:'],
  [/^type:/m, 'rank: none\nestimates: [x]\ncheck-disable: [story/vague]\ntype:'],
  [/^status: (?:draft|ready|doing)$/m, 'status: review'],
  [/^status: (?:review|doing|ready)$/m, 'status: draft'],
  [/$/, '\n## Notes\n\nAs a host, I want a bed, so that I sleep.\n'],
  [/$/, '\n## Acceptance criteria\n\n- [ ] It is fast.\n'],
];

function readVisibleFields(
  text: string,
  settings: Readonly<Record<string, unknown>>,
): string | null {
  const read = unwrap(parseSettings(settings));
  const [document] = readFiles({ 'x.md': text }).documents;
  if (document === undefined) return null;
  const item = toItem(document);
  return visibleFieldsOf(read, item, readStory(item, read));
}

describe('a file whose face stays the same', () => {
  it('has the status it had where that decides which rules look at it', () => {
    const text = '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: x\n---\n';
    const ready = text.replace('draft', 'ready');
    const overrides = [{ status: 'ready', rules: { 'set/duplicate': 'error' } }];
    expect(readVisibleFields(ready, {})).toBe(readVisibleFields(text, {}));
    expect(readVisibleFields(ready, { check: { overrides } })).not.toBe(
      readVisibleFields(text, { check: { overrides } }),
    );
  });

  const withOthers = (rule: Rule) => examplesOf(rule).filter((one) => one.others !== undefined);
  const chosen = rules.filter((rule) => withOthers(rule).length > 0);

  it.each(chosen.map((rule) => [rule.id, rule] as const))(
    'changes nothing that %s finds in others',
    async (_id, rule) => {
      let compared = 0;
      for (const example of withOthers(rule)) {
        const files = { ...Object.fromEntries([ownFile(example)]), ...example.others };
        const found = await check([rule], files, example.settings);
        for (const [path, text] of Object.entries(files)) {
          for (const [from, to] of edits) {
            const edited = text.replace(from, to);
            const visible = readVisibleFields(text, example.settings ?? {});
            if (edited === text || visible === null) continue;
            if (visible !== readVisibleFields(edited, example.settings ?? {})) continue;
            const after = await check([rule], { ...files, [path]: edited }, example.settings);
            const elsewhere = (findings: readonly Finding[]) =>
              findings.filter((finding) => finding.path !== path);
            const advice = `${rule.id} looks at a field of ${path} from another file: take it off ownFields in src/check/visible-fields.ts`;
            expect(elsewhere(after), advice).toEqual(elsewhere(found));
            compared += 1;
          }
        }
      }
      expect(compared).toBeGreaterThanOrEqual(withOthers(rule).length * edits.length);
    },
  );
});
