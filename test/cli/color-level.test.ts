import { describe, expect, it } from 'vitest';
import { detectColorLevel } from '../../src/cli/environment.js';

describe('the level of colour', () => {
  it.each([
    [{}, false, 0],
    [{ TERM: 'xterm-256color' }, false, 0],
    [{ TERM: 'xterm' }, true, 1],
    [{ TERM: 'xterm-256color' }, true, 2],
    [{ COLORTERM: 'truecolor', TERM: 'xterm-256color' }, true, 3],
    [{ TERM: 'dumb' }, true, 0],
    [{ NO_COLOR: '1', TERM: 'xterm' }, true, 0],
    // no-color.org: only a value that is not empty counts.
    [{ NO_COLOR: '', TERM: 'xterm' }, true, 1],
    [{ FORCE_COLOR: '1' }, false, 1],
    [{ FORCE_COLOR: '' }, false, 1],
    [{ FORCE_COLOR: 'true' }, false, 1],
    [{ FORCE_COLOR: '3' }, false, 3],
    [{ FORCE_COLOR: '0', TERM: 'xterm' }, true, 0],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, 1],
  ])('for %j, terminal %j, is %i', (env, isTerminal, level) => {
    expect(detectColorLevel(env, isTerminal)).toBe(level);
  });
});
