import type { ChangeSet } from '../../backlog/change-set.js';

/** What git must never see: what an interrupted write may leave. */
const ignored = '*.storymark-tmp\n';

/** The files of a new backlog, its settings from the shipped, fully commented ones. */
export function initBacklog(
  shippedSettings: string,
  { product, ids }: { readonly product: string | null; readonly ids: string | null },
): ChangeSet {
  let settings = shippedSettings;
  if (product !== null) {
    settings = settings.replace(/^# product:.*$/m, () => `product: ${JSON.stringify(product)}`);
  }
  if (ids !== null) settings = settings.replace(/^# ids:.*$/m, `ids: ${ids}`);
  return [
    { path: 'backlog.yaml', before: null, after: settings },
    { path: '.gitignore', before: null, after: ignored },
  ];
}
