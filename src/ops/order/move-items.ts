import type { Backlog } from '../../backlog/backlog.js';
import type { ChangeSet } from '../../backlog/change-set.js';
import type { PlacePosition } from '../../backlog/order-key.js';
import { isWorkItem } from '../../backlog/workflow.js';
import type { Item } from '../../item/item.js';
import { withArticle } from '../../text/article.js';
import { type Result, usage } from '../../text/problem.js';
import { applyRanks, placeIds } from '../items/place.js';

/** Moves work items, in the order given, to a position in the backlog's order. */
export function moveItems(
  backlog: Backlog,
  items: readonly Item[],
  position: PlacePosition,
): Result<ChangeSet> {
  const placeless = items.find((item) => !isWorkItem(backlog.settings, item));
  if (placeless) {
    return usage(
      `${placeless.id} is ${withArticle(placeless.type)}: only work items have a place in the order`,
    );
  }
  const ids = items.map((item) => item.id);
  if ('id' in position && ids.includes(position.id)) {
    return usage(`${position.id} cannot be moved next to itself`);
  }
  return applyRanks(backlog, placeIds(backlog, ids, position));
}
