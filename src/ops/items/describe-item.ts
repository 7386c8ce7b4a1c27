import type { Backlog } from '../../backlog/backlog.js';
import { readCriteria } from '../../item/criteria.js';
import { shownBodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import type { Fields, Value } from '../../item/value.js';
import { findStory } from '../../story/find-story.js';
import { declaredFields } from './declared-fields.js';

export interface DescribedStory {
  readonly format: string | null;
  readonly language: string;
  readonly role: string | null;
  readonly want: string | null;
  readonly benefit: string | null;
}

/** A document as JSON (docs/design.md): its frontmatter, and what its body says. */
export interface DescribedItem {
  readonly path: string;
  readonly story: DescribedStory | null;
  readonly criteria: { readonly total: number; readonly done: number };
  readonly [key: string]: Value | object | undefined;
}

export function describeItem(backlog: Backlog, item: Item): DescribedItem {
  const body = shownBodyOf(item.document);
  const { items } = readCriteria(body);
  return {
    ...filledFields(declaredFields(backlog, item)),
    path: item.document.path,
    story: describeStory(body),
    criteria: { total: items.length, done: items.filter(({ done }) => done).length },
  };
}

/** A key with nothing behind it is there for people who edit the file: it says nothing. */
function filledFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function describeStory(body: string): DescribedStory | null {
  const reading = findStory(body)?.reading;
  if (!reading?.ok) return null;
  const { format, language, role, want, benefit } = reading;
  return { format, language, role, want, benefit };
}
