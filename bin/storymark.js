#!/usr/bin/env node
// As package.json's engines; said here, since older versions fail on the first line of the bundle.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 20 || (major === 20 && minor >= 17)) {
  await import('../dist/cli/entry.js');
} else {
  process.stderr.write(
    `storymark: Node 20.17 or newer is needed, and this is ${process.version}: see nodejs.org\n`,
  );
  process.exitCode = 2;
}
