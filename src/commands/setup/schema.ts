import { defaultSettings, type Settings, settingsJsonSchema } from '../../backlog/settings.js';
import { kindOf, statusesOf } from '../../backlog/workflow.js';
import { jsonSchemaOf } from '../../item/schema.js';
import { locateBacklog } from '../../store/locate.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';

export function run(context: Context, input: Input): Outcome<object> {
  const [type = ''] = input.args;
  if (type === 'settings') return { data: settingsJsonSchema() };
  const settings = readSettings(context);
  const kind = kindOf(settings, type);
  if (!kind) {
    const known = [...settings.kinds.map((one) => one.type), 'settings'];
    failUsage(`unknown type "${type}".${didYouMean(type, known)} (${known.join(', ')})`);
  }
  return { data: jsonSchemaOf(kind, Object.keys(statusesOf(settings, type))) };
}

/** A backlog's own types and statuses where there is one, else the defaults. */
function readSettings(context: Context): Settings {
  const isInside = locateBacklog(context.files, context.cwd) !== null;
  return isInside ? unwrap(context.store().settings()) : defaultSettings();
}

export function render(data: object): string {
  return JSON.stringify(data, null, 2);
}
