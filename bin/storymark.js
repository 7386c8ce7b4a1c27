#!/usr/bin/env node
import { oldNode } from './node-version.js';

if (oldNode === null) {
  await import('../dist/cli/entry.js');
} else {
  process.stderr.write(`storymark: ${oldNode}\n`);
  process.exitCode = 2;
}
