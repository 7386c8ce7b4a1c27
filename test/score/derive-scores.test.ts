import { describe, expect, it } from 'vitest';
import { createBacklog } from '../../src/backlog/backlog.js';
import { parseSettings } from '../../src/backlog/settings.js';
import { readDocument } from '../../src/item/document.js';
import type { Derivation } from '../../src/score/derive-scores.js';
import { deriveFrom, measureDemand, weighGoals } from '../../src/score/measure-demand.js';
import { moscow } from '../../src/score/models/moscow.js';
import { wsjf } from '../../src/score/models/wsjf.js';
import { type RankableItem, rankItems } from '../../src/score/ranking.js';
import { makeBacklog } from '../support/make-backlog.js';

function rank(items: readonly RankableItem[], derivation: Derivation, model = wsjf) {
  const result = rankItems(items, model, derivation);
  if (!result.ok) throw new Error('not ranked');
  return result.value;
}

function item(id: string, value: number, position: number, depends: string[] = []): RankableItem {
  return { id, score: { value, urgency: 0, risk: 0 }, points: 2, depends, position };
}

describe('what is derived', () => {
  const items = [item('A', 8, 0, ['C']), item('B', 4, 1, ['A', 'C']), item('C', 2, 2)];

  it('multiplies benefit and score by goal weight and one plus demand', () => {
    const factors = new Map([['A', { goal: 3, demand: 0.25 }]]);
    const [first] = rank([item('A', 8, 0)], { factors });
    expect(first).toMatchObject({
      score: 15,
      benefit: 30,
      derived: { own: 4, goal: 3, demand: 0.25, inherited: 0, from: [] },
    });
  });

  it('adds what waits for an item, each once however many ways lead there', () => {
    const places = rank(items, { inherited: true });
    expect(places.map(({ id, score, benefit }) => [id, score, benefit])).toEqual([
      ['C', 7, 14],
      ['A', 6, 12],
      ['B', 2, 4],
    ]);
    expect(places[0]?.derived?.from).toEqual(['A', 'B']);
  });

  it('is off by default, and leaves categories alone', () => {
    expect(rank(items, {}).every(({ derived }) => derived === undefined)).toBe(true);
    const word = [{ ...item('A', 1, 0), score: { moscow: 'should' } }];
    const factors = new Map([['A', { goal: 9, demand: 1 }]]);
    expect(rank(word, { factors, inherited: true }, moscow)[0]).toMatchObject({ score: 2 });
  });

  it('comes out finite or as no score', () => {
    const factors = new Map([['A', { goal: 1e308, demand: 1 }]]);
    expect(rank([item('A', 8, 0)], { factors })[0]).toMatchObject({ score: null, benefit: null });
  });
});

describe('measureDemand and weighGoals', () => {
  const documents = {
    'items/ST-1.md': 'id: ST-1\ntype: story\ngoal: [fast, kind]',
    'items/EP-2.md': 'id: EP-2\ntype: epic\ngoal: kind',
    'items/ST-3.md': 'id: ST-3\ntype: story\nparent: EP-2',
    'items/ST-4.md': 'id: ST-4\ntype: story\ngoal: lost',
    'goals/fast.md': 'id: fast\ntype: goal\nweight: 3',
    'goals/kind.md': 'id: kind\ntype: goal\nweight: 2',
    'stakeholders/ann.md': 'id: ann\ntype: stakeholder\nweight: 5',
    'feedback/f1.md': 'id: f1\ntype: feedback\nfrom: ann\nitems: [ST-1]',
    'feedback/f2.md': 'id: f2\ntype: feedback\nfrom: ann\nitems: [st-1, ST-3]',
    'feedback/f3.md': 'id: f3\ntype: feedback\nitems: ST-3',
    'feedback/f4.md': 'id: f4\ntype: feedback\nitems: []',
  };
  function backlogWith(derived: object) {
    const settings = parseSettings({ rank: { derived } });
    if (!settings.ok) throw new Error('settings');
    const read = Object.entries(documents).map(([path, yaml]) => {
      const document = readDocument(path, `---\n${yaml}\n---\n`);
      if (!document.ok) throw new Error(path);
      return document.value;
    });
    return createBacklog(settings.value, read);
  }
  const backlog = backlogWith({ demand: true, goals: true });

  it('counts a stakeholder once, with their weight, and a voice without a name as 1', () => {
    expect(Object.fromEntries(measureDemand(backlog))).toEqual({
      'ST-1': { feedback: ['f1', 'f2'], stakeholders: ['ann'], weight: 5, share: 5 / 6 },
      'ST-3': { feedback: ['f2', 'f3'], stakeholders: ['ann'], weight: 6, share: 1 },
    });
  });

  it('takes the weightiest goal, of the item or of what it is part of', () => {
    const weights = backlog.work.map((one) => [one.id, weighGoals(backlog, one)]);
    expect(Object.fromEntries(weights)).toEqual({
      'ST-1': { goal: 'fast', weight: 3 },
      'EP-2': { goal: 'kind', weight: 2 },
      'ST-3': { goal: 'kind', weight: 2 },
      'ST-4': { goal: null, weight: 1 },
    });
  });

  it('derives only what the settings switch on', () => {
    expect(deriveFrom(backlog, backlog.work).factors?.get('ST-3')).toEqual({ goal: 2, demand: 1 });
    const goalsOnly = backlogWith({ goals: true });
    expect(deriveFrom(goalsOnly, goalsOnly.work).factors?.get('ST-3')).toEqual({
      goal: 2,
      demand: 0,
    });
    const off = backlogWith({});
    expect(deriveFrom(off, off.work)).toEqual({ inherited: false });
  });
});

describe('demand', () => {
  const measure = (feedback: readonly object[]) => {
    const around = [
      { id: 'ann', type: 'stakeholder', weight: 5 },
      { id: 'bob', type: 'stakeholder' },
      { id: 'ST-1' },
      { id: 'ST-2' },
    ];
    const said = feedback.map((one, index) => ({ id: `FB-${index}`, type: 'feedback', ...one }));
    return Object.fromEntries(measureDemand(makeBacklog([...around, ...said])));
  };

  it("takes a feedback's own weight for the stakeholder's, the greatest of several", () => {
    const { 'ST-1': one, 'ST-2': two } = measure([
      { from: 'ann', weight: 240, items: ['ST-1'] },
      { from: 'ann', weight: 12, items: ['ST-1', 'ST-2'] },
      { from: 'bob', items: ['ST-2'] },
    ]);
    expect(one).toMatchObject({ weight: 240, share: 240 / 241, stakeholders: ['ann'] });
    expect(two).toMatchObject({ weight: 13, stakeholders: ['ann', 'bob'] });
  });

  it('counts who says the same as another, however they are merged', () => {
    const demands = measure([
      { from: 'ann', items: ['ST-1'], into: 'FB-2' },
      { from: 'bob', into: 'FB-0' },
      { items: ['ST-2'], into: 'FB-1' },
    ]);
    expect(demands['ST-1']).toMatchObject({ feedback: ['FB-0', 'FB-1', 'FB-2'], weight: 7 });
    expect(demands['ST-2']).toMatchObject({ feedback: ['FB-0', 'FB-1', 'FB-2'], weight: 7 });
  });
});
