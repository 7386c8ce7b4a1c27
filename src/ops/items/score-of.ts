import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { configureModel } from '../../score/load-model.js';
import { scoredFields } from '../../score/read-inputs.js';
import { scoreItem } from '../../score/score-item.js';

/** An item's score by the backlog's ranking model; null when inputs are missing. */
export function scoreOf({ settings }: Backlog, item: Item): number | null {
  const model = configureModel(settings, settings.rank.model);
  return model.ok ? scoreItem(scoredFields(item), model.value).score : null;
}
