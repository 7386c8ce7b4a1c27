import { readPlace } from '../../ops/items/place.js';
import { moveItems } from '../../ops/order/move-items.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { placeFlags, readBacklog, readItems } from '../shared/read-backlog.js';
import { type Touched, touchedFromItems } from '../shared/touched.js';

export { renderTouched as render } from '../shared/touched.js';

export function run(context: Context, input: Input): Outcome<readonly Touched[]> {
  const backlog = readBacklog(context);
  const items = readItems(backlog, input.args);
  const position = unwrap(readPlace(backlog, placeFlags(input)));
  if (position === null) failUsage('give a place: --top, --bottom, --before ID or --after ID');
  return {
    data: touchedFromItems(context, items),
    changes: unwrap(moveItems(backlog, items, position)),
    commitMessage: `Move ${items.map(({ id }) => id).join(', ')}`,
  };
}
