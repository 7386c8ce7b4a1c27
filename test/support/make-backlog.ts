import { type Backlog, createBacklog } from '../../src/backlog/backlog.js';
import { parseSettings, type Settings } from '../../src/backlog/settings.js';
import { readDocument } from '../../src/item/document.js';

export type DocumentFields = Readonly<Record<string, unknown>> & { readonly id: string };

/** A backlog of documents given by their fields; JSON is YAML. */
export function makeBacklog(
  documents: readonly DocumentFields[],
  settings: Readonly<Record<string, unknown>> = {},
): Backlog {
  const read = documents.map(({ body = '', ...fields }) => {
    const whole = { type: 'story', status: 'draft', title: `About ${fields.id}`, ...fields };
    const text = `---\n${JSON.stringify(whole)}\n---\n${String(body)}`;
    const document = readDocument(`items/${fields.id}.md`, text);
    if (!document.ok) throw new Error(document.problems[0]?.message);
    return document.value;
  });
  return createBacklog(makeSettings(settings), read);
}

export function makeSettings(value: Readonly<Record<string, unknown>>): Settings {
  const parsed = parseSettings(value);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
}
