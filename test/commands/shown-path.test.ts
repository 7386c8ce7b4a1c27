import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showPath, showPathsIn } from '../../src/commands/shared/shown-path.js';

describe('a path as a person would write it', () => {
  it('is the same worked out alone or with others of its folder, from wherever', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'items', 'archive'), { maxLength: 4 });
    fc.assert(
      fc.property(names, names, names, fc.boolean(), (here, folder, path, isUp) => {
        const [cwd, root] = [`/${here.join('/')}`, `/${folder.join('/')}`];
        const inside = [...(isUp && folder.length > 0 ? ['..'] : []), ...path, 'x.md'].join('/');
        const shown = showPathsIn(cwd, root)(inside);
        expect(shown).toBe(showPath(cwd, join(root, inside)));
        expect(shown).toBe(relative(cwd, join(root, inside)));
      }),
      { numRuns: 500 },
    );
  });
});
