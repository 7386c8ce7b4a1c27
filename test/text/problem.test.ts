import { describe, expect, it } from 'vitest';
import { collect, success, usage } from '../../src/text/problem.js';

describe('collect', () => {
  it('gives all values in their order', () => {
    expect(collect([success(1), success(2)])).toEqual(success([1, 2]));
    expect(collect([])).toEqual(success([]));
  });

  it('gives every problem where one result fails', () => {
    const problems = [
      { kind: 'usage', message: 'first' },
      { kind: 'usage', message: 'second' },
    ];
    expect(collect([usage('first'), success(2), usage('second')])).toEqual({ ok: false, problems });
  });
});
