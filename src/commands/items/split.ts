import { kindOf } from '../../backlog/workflow.js';
import { composeStory } from '../../ops/items/compose-story.js';
import { type SplitOriginal, splitItem } from '../../ops/items/split-item.js';
import { loadTemplate } from '../../store/templates.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog, readItem } from '../shared/read-backlog.js';
import { describeTouched, type Touched } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const [reference = '', ...titles] = input.args;
  const backlog = readBacklog(context);
  const item = readItem(backlog, reference);
  const kind = kindOf(backlog.settings, item.type);
  const template = unwrap(loadTemplate(context.store(), kind?.template ?? 'task'));
  const { language } = backlog.settings;
  const parts = titles.map((title) =>
    unwrap(composeStory(item.type, { ...noParts, title }, language)),
  );
  const shares = input.options('criteria').map(readNumbers);
  const numbers = titles.find((title) => /^[\d,]+$/.test(title));
  if (shares.length > 0 && numbers !== undefined) {
    failUsage(`"${numbers}" is not a title: repeat --criteria for each new item`);
  }
  if (shares.length > titles.length)
    failUsage('--criteria: given more often than there are new items');
  const { added, changes } = unwrap(
    splitItem(
      backlog,
      item,
      template,
      { parts, criteria: shares, original: (input.option('original') ?? 'keep') as SplitOriginal },
      clockOf(context, backlog),
    ),
  );
  return {
    data: describeTouched(context, added),
    changes,
    commitMessage: `Split ${item.id} into ${added.map(({ id }) => id).join(', ')}`,
  };
}

const noParts = {
  role: undefined,
  want: undefined,
  benefit: undefined,
  condition: undefined,
};

function readNumbers(text: string): readonly number[] {
  return text.split(',').map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 1) failUsage(`--criteria: "${part}" is not a number`);
    return number;
  });
}
