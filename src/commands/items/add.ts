import { addItem, findKind } from '../../ops/items/add-item.js';
import { composeStory } from '../../ops/items/compose-story.js';
import { readPlace } from '../../ops/items/place.js';
import { loadTemplate } from '../../store/templates.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { confirmChanges } from '../shared/confirm-changes.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, placeFlags, readBacklog, readNumber } from '../shared/read-backlog.js';
import { describeTouched, type Touched } from '../shared/touched.js';
import { type Answers, askForItem } from './ask-for-item.js';
import { editChange } from './edit-text.js';

export { renderTouched as render } from '../shared/touched.js';

export async function run(context: Context, input: Input): Promise<Outcome<readonly Touched[]>> {
  const backlog = readBacklog(context);
  const given = readAnswers(input);
  const prompt = await context.prompt();
  const answers = prompt ? await askForItem(prompt, backlog, given) : given;
  const type = answers.type ?? 'story';
  const clock = clockOf(context, backlog);
  const kind = unwrap(findKind(backlog, type));
  const {
    title,
    answers: composed,
    template: fitting,
  } = unwrap(composeStory(type, answers, backlog.settings.language));
  const template = unwrap(
    loadTemplate(context.store(), input.option('template') ?? fitting ?? kind.template),
  );
  const added = unwrap(
    addItem(
      backlog,
      template,
      {
        type,
        title,
        answers: { ...composed, ...readNamedAnswers(input) },
        criteria: answers.criteria,
        assignments: listAssignments(input, answers),
        place: unwrap(readPlace(backlog, placeFlags(input))),
        reason: input.option('force') ?? null,
      },
      clock,
    ),
  );
  await confirmChanges(context, input, backlog, added.changes);
  const [own, ...others] = added.changes;
  const edited = own && input.flag('edit') ? await editChange(context, own) : own;
  return {
    data: describeTouched(context, [added]),
    changes: edited ? [edited, ...others] : others,
    commitMessage: `Add ${added.id}: ${added.title}`,
  };
}

function readAnswers(input: Input): Answers {
  return {
    type: input.option('type') ?? (input.option('from') === undefined ? undefined : 'feedback'),
    title: input.args[0],
    role: input.option('as'),
    want: input.option('want'),
    benefit: input.option('so'),
    condition: input.option('when'),
    criteria: input.options('criterion'),
    points: readNumber(input, 'points'),
    persona: input.option('persona'),
    from: input.option('from'),
  };
}

const fieldFlags = ['parent', 'goal', 'kind', 'source', 'date', 'sentiment', 'weight'] as const;

/** The flags for single fields are shorter ways to say `--set`. */
function listAssignments(input: Input, { points, persona, from }: Answers): readonly string[] {
  const labels = input.options('label');
  return [
    ...(points === undefined ? [] : [`points=${points}`]),
    ...(persona === undefined ? [] : [`persona=${persona}`]),
    ...(from === undefined ? [] : [`from=${from}`]),
    ...fieldFlags.flatMap((name) => {
      const text = input.option(name);
      return text === undefined ? [] : [`${name}=${text}`];
    }),
    ...(labels.length === 0 ? [] : [`labels=${labels.join(',')}`]),
    ...input.options('set'),
  ];
}

function readNamedAnswers(input: Input): Readonly<Record<string, string>> {
  const pairs = input.options('answer').map((word) => {
    const [, name, text] = /^([a-z-]+)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || text === undefined) failUsage(`--answer ${word}: write name=text`);
    return [name, text] as const;
  });
  return Object.fromEntries(pairs);
}
