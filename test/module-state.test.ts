import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { repository } from './support/sandbox.js';

const pure = 'text language item backlog story check score plan chart exchange site ops'.split(' ');

/** Made once because the platform takes long to make them; docs/performance.md says what each saves. */
const exceptions = [
  'plan/solver/highs-search.ts: let loading',
  'site/html.ts: new WeakMap',
  'text/amount.ts: let numbers',
  'text/cut.ts: let segmenter',
  'text/markdown-lines.ts: let last',
];

it('keeps no memory in modules of pure folders: use backlog.fact(…) or subject.view(…)', () => {
  const found = pure.flatMap((folder) =>
    readdirSync(join(repository, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => listState(`${folder}/${name}`)),
  );
  expect(found.sort()).toEqual(exceptions);
});

function listState(path: string): readonly string[] {
  const text = readFileSync(join(repository, 'src', path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = ts.isNewExpression(node) ? node.expression.getText() : '';
    if (name === 'WeakMap' || name === 'WeakSet') found.push(`${path}: new ${name}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const { declarationList: list } = statement;
    if ((list.flags & ts.NodeFlags.Let) === 0) continue;
    for (const { name } of list.declarations) found.push(`${path}: let ${name.getText()}`);
  }
  return found;
}
