import { camelCase } from './camel-case.mjs';

/** A command that changes items, its use case and its test, by path. */
export function commandFiles(room, word) {
  const name = camelCase(word);
  const useCase = `${name}Items`;
  const heading = room === 'check' ? 'Stories' : room[0].toUpperCase() + room.slice(1);
  return {
    [`src/commands/${room}/${word}.spec.ts`]: `import type { CommandSpec } from '../shared/command.js';
import { touchedKeys } from '../shared/shared-options.js';

export const ${name}Spec: CommandSpec = {
  name: '${word}',
  group: '${heading}',
  summary: 'TODO: what it does, as help shows it',
  args: [{ name: 'id', summary: 'items', required: true, variadic: true, completes: 'id' }],
  examples: [{ command: 'storymark ${word} 7K', does: 'TODO: what that does' }],
  writes: true,
  jsonKeys: touchedKeys,
};
`,
    [`src/commands/${room}/${word}.ts`]: `import { ${useCase} } from '../../ops/${room}/${word}-items.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { readBacklog, readItems } from '../shared/read-backlog.js';
import { renderTouched, type Touched, touchedFromItems } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const backlog = readBacklog(context);
  const items = readItems(backlog, input.args);
  const changes = unwrap(${useCase}(backlog, items));
  return {
    data: touchedFromItems(context, items, changes),
    changes,
    commitMessage: \`TODO ${word} \${items.map(({ id }) => id).join(', ')}\`,
  };
}

export function render(data: readonly Touched[], style: Style): string {
  return renderTouched(data, style);
}
`,
    [`src/ops/${room}/${word}-items.ts`]: `import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import type { Item } from '../../item/item.js';
import type { Result } from '../../text/problem.js';
import { changeEach, changeItem, setField } from '${room === 'items' ? '.' : '../items'}/change-item.js';

/** TODO: what becomes of the items. */
export function ${useCase}({ settings }: Backlog, items: readonly Item[]): Result<ChangeSet> {
  return changeEach(items, (item) =>
    changeItem(settings, item, [setField('labels', [...item.labels, '${word}'])]),
  );
}
`,
    [`test/commands/${word}.test.ts`]: `import { expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';

it('TODO: labels the items', async () => {
  const sandbox = createSandbox('examples/calendar');
  await sandbox.ok('${word}', '7K');
  const item = await sandbox.json<{ labels: readonly string[] }>('show', '7K');
  expect(item.labels).toContain('${word}');
});
`,
  };
}

/** The list of commands with this one after the others of its folder. */
export function registerCommand(index, room, word) {
  const spec = `${camelCase(word)}Spec`;
  const lines = index.split('\n');
  const last = lines.findLastIndex((line) => /^ {2}\[/.test(line) && line.includes(`'./${room}/`));
  lines.splice(last + 1, 0, `  [${spec}, () => import('./${room}/${word}.js')],`);
  return `import { ${spec} } from './${room}/${word}.spec.js';\n${lines.join('\n')}`;
}
