import { listPlaceholders, type Template } from '../../item/template.js';
import { locateBacklog } from '../../store/locate.js';
import { listTemplates, loadTemplate } from '../../store/templates.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';

interface ShownTemplate {
  readonly name: string;
  readonly type: string;
  readonly summary: string;
  readonly placeholders: readonly string[];
  readonly text: string;
}

export function run(
  context: Context,
  input: Input,
): Outcome<ShownTemplate | readonly ShownTemplate[]> {
  // Templates can be looked at before there is a backlog.
  const store = locateBacklog(context.files, context.cwd) === null ? null : context.store();
  const [name] = input.args;
  if (name !== undefined) return { data: describe(unwrap(loadTemplate(store, name))) };
  const read = listTemplates(store).map((one) => loadTemplate(store, one));
  return {
    data: read.flatMap((result) => (result.ok ? [describe(result.value)] : [])),
    problems: read.flatMap((result) => (result.ok ? [] : result.problems)),
  };
}

function describe(template: Template): ShownTemplate {
  return {
    name: template.name,
    type: String(template.fields['type'] ?? ''),
    summary: template.summary,
    placeholders: listPlaceholders(template),
    text: template.text,
  };
}

export function render(data: ShownTemplate | readonly ShownTemplate[], style: Style): string {
  if ('text' in data) return data.text;
  return style.table({
    columns: [{ title: 'TEMPLATE' }, { title: 'TYPE' }, { title: 'FOR', shrinks: true }],
    rows: data.map(({ name, type, summary }) => [name, type, summary]),
  });
}
