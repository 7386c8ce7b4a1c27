import type { Backlog } from '../../backlog/backlog.js';
import type { QueryContext } from '../../backlog/query-keys.js';
import { resolveRole } from '../../check/personas.js';
import type { Item } from '../../item/item.js';
import { configureModel } from '../../score/load-model.js';
import { scoredFields } from '../../score/read-inputs.js';
import { scoreItem } from '../../score/score-item.js';
import { personaOf } from './persona-of.js';

/** What queries about scores and personas ask: it takes the models and the story grammar. */
export function queryContext(backlog: Backlog): QueryContext {
  return {
    scoreOf: (item) => scoreOf(backlog, item),
    resolvePersona: (role) => resolveRole(backlog, role).persona,
    personaInText: (item) => personaOf(backlog, item),
  };
}

/** An item's score by the backlog's ranking model; null when inputs are missing. */
function scoreOf({ settings }: Backlog, item: Item): number | null {
  const model = configureModel(settings, settings.rank.model);
  return model.ok ? scoreItem(scoredFields(item), model.value).score : null;
}
