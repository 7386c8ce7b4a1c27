import type { Reporter, TestCase } from 'vitest/node';

/** Prints at the end which tests were skipped: a reason belongs into the name of what may be. */
export const reportSkipped: Reporter = {
  onTestRunEnd(modules) {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    if (skipped.length === 0) return;
    const counts = new Map<string, number>();
    for (const test of skipped) counts.set(nameOf(test), (counts.get(nameOf(test)) ?? 0) + 1);
    const lines = [...counts].map(([name, count]) => `  ${name}${count > 1 ? ` (${count})` : ''}`);
    process.stdout.write(`\nSkipped tests: ${skipped.length}\n${lines.join('\n')}\n`);
  },
};

/** The outermost group of which nothing was run, else the test itself. */
function nameOf(test: TestCase): string {
  const isSkipped = (one: TestCase) => one.result().state === 'skipped';
  let name = test.name;
  for (let group = test.parent; group.type === 'suite'; group = group.parent) {
    if ([...group.children.allTests()].every(isSkipped)) name = group.name;
  }
  return `${test.module.relativeModuleId}: ${name}`;
}
