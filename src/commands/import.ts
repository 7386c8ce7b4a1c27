import { readStories } from '../exchange/stories.js';
import { type ImportedStory, importStories } from '../ops/import-stories.js';
import { loadTemplate } from '../store/templates.js';
import type { Style } from '../terminal/style.js';
import { didYouMean } from '../text/suggest.js';
import type { Context, Input, Outcome } from './command.js';
import { failUsage, unwrap } from './failure.js';
import { clockOf, readBacklog } from './read-backlog.js';
import { readInputText } from './read-input-text.js';

const formats = ['stories'];

export async function run(
  context: Context,
  input: Input,
): Promise<Outcome<readonly ImportedStory[]>> {
  const [format = '', file] = input.args;
  if (!formats.includes(format)) {
    failUsage(`unknown format "${format}".${didYouMean(format, formats)} (${formats.join(', ')})`);
  }
  if (file === undefined) failUsage('give a FILE, or - for standard input');
  const lines = readStories(await readInputText(context, file));
  const backlog = readBacklog(context);
  const labels = input.options('label');
  const assignments = [
    ...(labels.length === 0 ? [] : [`labels=${labels.join(',')}`]),
    ...input.options('set'),
  ];
  const template = unwrap(loadTemplate(context.store(), 'story'));
  const { imported, changes } = unwrap(
    importStories(backlog, template, lines, assignments, clockOf(context, backlog)),
  );
  const odd = imported.filter(({ reason }) => reason !== null);
  return {
    data: imported.map((one) => ({ ...one, path: context.shownPath(one.path) })),
    changes,
    commitMessage: `Import ${imported.length} stories`,
    notes: odd.map(({ line, reason, id }) => `note: line ${line} (${id}): ${reason}`),
  };
}

export function render(data: readonly ImportedStory[], style: Style): string {
  if (!style.isTerminal) return data.map(({ id }) => id).join('\n');
  const odd = data.filter(({ reason }) => reason !== null).length;
  const unread = odd === 0 ? '' : `; ${odd} of them do not read as stories, see storymark check`;
  return `${data.length} ${data.length === 1 ? 'story' : 'stories'} imported${unread}`;
}
