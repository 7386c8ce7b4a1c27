import { expect, it } from 'vitest';
import { readDocument } from '../../src/item/document.js';
import { countYamlComments } from '../../src/item/yaml-comments.js';

it.each<readonly [yaml: string, count: number]>([
  ['title: A', 0],
  ['# above\ntitle: A', 1],
  ['title: A # behind\npoints: 3 # too', 2],
  ['title: "A # no"\nlabels: [\'# no\', b]', 0],
  ['title: A#no\nurl: x#y', 0],
  ['title: |\n  # no\n  text # no\npoints: 3', 0],
  ['labels:\n  - >-\n    # no\n  # yes\n  - b', 1],
  ['title: > # yes\n  # no', 1],
  ['score:\n  value: 3\n  # yes\n', 1],
])('comments of %j', (yaml, count) => {
  const document = readDocument('items/x.md', `---\n${yaml}\n---\n# Heading\n`);
  if (!document.ok) throw new Error(document.problems[0]?.message);
  expect(countYamlComments(document.value)).toBe(count);
});
