import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { findKind } from '../../ops/items/add-item.js';
import { composeStory } from '../../ops/items/compose-story.js';
import type { Verdict } from '../../ops/stakeholders/triage.js';
import { loadTemplate } from '../../store/templates.js';
import type { Context, Input } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { readItem, readItems } from '../shared/read-backlog.js';

/** What the flags of `triage` say becomes of feedback. */
export function readVerdict(
  context: Context,
  input: Input,
  backlog: Backlog,
  feedback: Item,
): Verdict {
  const into = input.option('into');
  if (into !== undefined) return { kind: 'merge', into: readItem(backlog, into) };
  const reason = input.option('decline');
  if (reason !== undefined) return { kind: 'decline', reason };
  const links = input.options('link');
  if (links.length > 0) return { kind: 'link', items: readItems(backlog, links) };
  return addVerdict(context, backlog, {
    type: input.option('type') ?? 'story',
    // Without words of its own, the item is called as the feedback is.
    title:
      input.option('story') ?? (input.option('want') === undefined ? feedback.title : undefined),
    role: input.option('as'),
    want: input.option('want'),
    benefit: input.option('so'),
    criteria: input.options('criterion'),
    assignments: input.options('set'),
  });
}

export interface NewParts {
  readonly type: string;
  readonly title: string | undefined;
  readonly role: string | undefined;
  readonly want: string | undefined;
  readonly benefit: string | undefined;
  readonly criteria: readonly string[];
  readonly assignments: readonly string[];
}

export function addVerdict(context: Context, backlog: Backlog, parts: NewParts): Verdict {
  const { type, criteria, assignments, ...said } = parts;
  const kind = unwrap(findKind(backlog, type));
  const composed = unwrap(
    composeStory(type, { ...said, condition: undefined }, backlog.settings.language),
  );
  const template = unwrap(loadTemplate(context.store(), composed.template ?? kind.template));
  return { kind: 'add', item: { type, composed, template, criteria, assignments } };
}
