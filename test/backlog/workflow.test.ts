import { describe, expect, it } from 'vitest';
import {
  categoryOf,
  firstStatus,
  isOpen,
  isReady,
  isWorkItem,
  statusesOf,
} from '../../src/backlog/workflow.js';
import { makeSettings } from '../support/make-backlog.js';

const settings = makeSettings({
  types: {
    chore: { prefix: 'CH' },
    incident: { prefix: 'IN', statuses: { alarm: 'doing', closed: 'done' } },
  },
});

describe('the workflow', () => {
  it('knows what a status means for its type', () => {
    expect(categoryOf(settings, { type: 'story', status: 'review' })).toBe('doing');
    expect(categoryOf(settings, { type: 'incident', status: 'alarm' })).toBe('doing');
    expect(categoryOf(settings, { type: 'feedback', status: 'answered' })).toBe('done');
  });

  it('counts what it does not know as work to do, so that nothing is hidden', () => {
    for (const status of [null, 'nonsense', 'constructor', '__proto__']) {
      expect(categoryOf(settings, { type: 'story', status })).toBe('todo');
      expect(isOpen(settings, { type: 'story', status })).toBe(true);
    }
    expect(categoryOf(settings, { type: 'incident', status: 'draft' })).toBe('todo');
    expect(isWorkItem(settings, { type: 'nonsense' })).toBe(true);
  });

  it('gives types without a workflow of their own the backlog’s', () => {
    expect(statusesOf(settings, 'chore')).toEqual(settings.statuses);
    expect(statusesOf(settings, 'persona')).toEqual({});
  });

  it('enters a category by its first status', () => {
    expect(firstStatus(settings, 'story', 'todo')).toBe('draft');
    expect(firstStatus(settings, 'story', 'doing')).toBe('doing');
    expect(firstStatus(settings, 'incident', 'dropped')).toBeUndefined();
  });

  it('calls ready what the team does', () => {
    expect(isReady(settings, { status: 'ready' })).toBe(true);
    expect(isReady(settings, { status: 'draft' })).toBe(false);
    expect(isReady(settings, { status: null })).toBe(false);
  });

  it('keeps personas and the like out of the work', () => {
    const types = ['story', 'chore', 'persona', 'goal', 'sprint', 'feedback', 'stakeholder'];
    expect(types.filter((type) => isWorkItem(settings, { type }))).toEqual(['story', 'chore']);
  });
});
