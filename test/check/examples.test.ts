import { describe, expect, it } from 'vitest';
import type { Rule, RuleExample } from '../../src/check/define-rule.js';
import { rules } from '../../src/check/rules/index.js';
import type { CheckOptions, RuleSetting } from '../../src/check/settings.js';
import { checkExample } from './check-text.js';

/** The rule on, with the example's options; the others as `preset` has them, or off. */
function settingsFor(rule: Rule, { options }: RuleExample, isAlone: boolean): CheckOptions {
  const level = rule.levels.recommended === 'off' ? 'warn' : rule.levels.recommended;
  const own: RuleSetting = options ? [level, options as Record<string, unknown>] : level;
  // An unused suppression is judged by what it would have silenced.
  const isMeta = rule.id === 'check/unused-disable';
  const off = isAlone && !isMeta ? rules.map(({ id }) => [id, 'off'] as const) : [];
  return { rules: { ...Object.fromEntries(off), [rule.id]: own } };
}

async function rulesFound(rule: Rule, example: RuleExample, isAlone: boolean) {
  const { report } = await checkExample(example, settingsFor(rule, example, isAlone));
  return [...new Set(report.findings.map((finding) => finding.rule))];
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has examples, a summary and a reason', () => {
    expect(rule.good.length).toBeGreaterThan(0);
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.summary).toMatch(/^\S.{10,90}[^.]$/);
    expect(rule.why).toMatch(/^\S.{20,140}\.$/);
  });

  it.each(rule.bad.map((example) => [example.text, example] as const))(
    'finds %j, alone and once among all rules',
    async (_text, example) => {
      expect(await rulesFound(rule, example, true)).toEqual([id]);
      expect(await rulesFound(rule, example, false)).toEqual([id]);
      const { report } = await checkExample(example, settingsFor(rule, example, false));
      expect(report.findings).toHaveLength(1);
    },
  );

  it.each(rule.good.map((example) => [example.text, example] as const))(
    'finds nothing in %j',
    async (_text, example) => {
      expect(await rulesFound(rule, example, true)).toEqual([]);
      expect(await rulesFound(rule, example, false)).toEqual([]);
    },
  );
});

it('names rules once, in groups, and superseded rules that exist', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  const superseded = rules.flatMap(({ supersedes = [] }) => supersedes);
  expect(superseded.filter((id) => !ids.includes(id))).toEqual([]);
});

it('makes no semantic guess an error', () => {
  const guesses = [
    ...['atomic', 'minimal', 'problem-oriented', 'vague', 'benefit-repeats-want', 'generic-role'],
    ...['length', 'article', 'doubled-word'],
  ].map((name) => `story/${name}`);
  const others = [
    'set/similar',
    'persona/unknown',
    'persona/similar',
    'persona/mismatch',
    'criteria/vague',
  ];
  const wrong = rules.filter(
    ({ id, levels }) =>
      [...guesses, ...others].includes(id) && Object.values(levels).includes('error'),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
