import { createSandbox, type Sandbox } from './sandbox.js';

/** A sandbox with a backlog of these items, in this order; `value` is their only score. */
export function writeBacklog(
  items: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  settings = '',
): Sandbox {
  const sandbox = createSandbox();
  sandbox.write('backlog/backlog.yaml', settings);
  for (const [index, [id, { value, ...fields }]] of Object.entries(items).entries()) {
    const all = {
      id,
      type: 'story',
      status: 'ready',
      title: `Title of ${id}`,
      rank: `a${index}`,
      points: 1,
      ...fields,
      ...(value === undefined ? {} : { score: { value, urgency: 0, risk: 0 } }),
    };
    const lines = Object.entries(all)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => `${key}: ${JSON.stringify(entry)}`);
    sandbox.write(`backlog/items/${id}.md`, `---\n${lines.join('\n')}\n---\n`);
  }
  return sandbox;
}
