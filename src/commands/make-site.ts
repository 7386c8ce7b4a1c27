import type { Backlog } from '../backlog/backlog.js';
import { readStatusHistory } from '../git/status-history.js';
import { requireModel } from '../ops/require-model.js';
import { viewSite } from '../ops/view-site.js';
import type { SiteFile } from '../site/page.js';
import { renderSite } from '../site/render-site.js';
import { readBuiltFile } from '../store/shipped.js';
import type { Context } from './command.js';
import { clockOf, readBacklog } from './read-backlog.js';

export interface MadeSite {
  readonly backlog: Backlog;
  readonly files: readonly SiteFile[];
  /** What is not shown as the settings ask, and why. */
  readonly notes: readonly string[];
}

/** The site's files as the backlog is now. */
export async function makeSite(context: Context): Promise<MadeSite> {
  const backlog = readBacklog(context);
  const model = await requireModel(backlog, undefined);
  const view = viewSite(backlog, {
    today: clockOf(context, backlog).today,
    model: model.ok ? model.value : null,
    history: readStatusHistory(context.store().root),
  });
  const files = renderSite(view, {
    style: readBuiltFile('browser/site.css'),
    script: readBuiltFile('browser/site.js'),
  });
  const notes = model.ok
    ? []
    : model.problems.map(({ message }) => `storymark: no scores are shown: ${message}`);
  return { backlog, files, notes };
}
