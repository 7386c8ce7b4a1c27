import { type Backlog, getItem } from '../../backlog/backlog.js';
import { categoryOf } from '../../backlog/workflow.js';
import type { ExportedItem, ExportFormat } from '../../exchange/exported-item.js';
import { readCriteria } from '../../item/criteria.js';
import { bodyOf, shownBodyOf } from '../../item/document.js';
import type { Item } from '../../item/item.js';
import { countYamlComments } from '../../item/yaml-comments.js';
import { findStory } from '../../story/find-story.js';
import { declaredFields } from '../items/declared-fields.js';
import { markItem } from './mark-item.js';

/** What exports say of an item; those made for others leave its comments out. */
export function exportItem(
  backlog: Backlog,
  item: Item,
  { isForOthers = false }: Pick<ExportFormat, 'isForOthers'> = {},
): ExportedItem {
  const shown = shownBodyOf(item.document);
  const body = isForOthers ? shown : bodyOf(item.document);
  const reading = findStory(shown)?.reading;
  const parent = item.parent === null ? undefined : getItem(backlog, item.parent);
  return {
    id: item.id,
    type: item.type,
    title: item.title,
    status: item.status,
    category: categoryOf(backlog.settings, item),
    fields: declaredFields(backlog, item),
    body,
    mark: markItem(item),
    comments: countYamlComments(item.document),
    criteria: readCriteria(shown).items.map(({ text, done }) => ({ text, done })),
    story: reading?.ok
      ? { role: reading.role, want: reading.want, benefit: reading.benefit }
      : null,
    parentTitle: parent && !parent.private ? parent.title : null,
  };
}
