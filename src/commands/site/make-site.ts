import { loadWords } from '../../language/load-words.js';
import { viewSite } from '../../ops/site/view-site.js';
import { requireModel } from '../../score/load-model.js';
import type { SiteFile } from '../../site/page.js';
import { renderSite } from '../../site/render-site.js';
import { readBuiltFile } from '../../store/shipped.js';
import type { Problem } from '../../text/problem.js';
import type { Context } from '../shared/command.js';
import { openHistory } from '../shared/open-history.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';

export interface MadeSite {
  readonly files: readonly SiteFile[];
  /** What is not shown as the settings ask, and why. */
  readonly notes: readonly string[];
  /** Of the backlog, and of its history. */
  readonly problems: readonly Problem[];
}

/** The site's files as the backlog is now. */
export async function makeSite(context: Context): Promise<MadeSite> {
  const backlog = readBacklog(context);
  const model = await requireModel(backlog, undefined);
  const history = openHistory(context.store().root);
  const words = await loadWords(backlog.settings.language);
  const view = viewSite(backlog, {
    today: clockOf(context, backlog).today,
    model: model.ok ? model.value : null,
    history: history.read(),
    words,
  });
  const files = renderSite(view, words, {
    style: readBuiltFile('browser/site.css'),
    script: readBuiltFile('browser/site.js'),
  });
  const notes = model.ok
    ? []
    : model.problems.map(({ message }) => `storymark: no scores are shown: ${message}`);
  const known = history.report();
  return {
    files,
    notes: [...notes, ...known.notes],
    problems: [...backlog.problems, ...known.problems],
  };
}
