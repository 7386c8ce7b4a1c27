import type { Backlog } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { asDeclared } from '../../item/scalar-rule.js';
import type { Fields } from '../../item/value.js';

/** An item's fields, those of the team's own as the settings type them: `budget: 1.50` is 1.5. */
export function declaredFields({ settings }: Backlog, { document }: Item): Fields {
  const own = settings.fields;
  return Object.fromEntries(
    Object.entries(document.fields).map(([key, value]) => [
      key,
      Object.hasOwn(own, key) ? asDeclared(own[key], value) : value,
    ]),
  );
}
