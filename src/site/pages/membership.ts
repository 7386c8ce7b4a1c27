import { getItem } from '../../backlog/backlog.js';
import type { Item } from '../../item/item.js';
import { cutText } from '../../text/cut.js';
import { type Html, html, nothing } from '../html.js';
import type { Site } from '../page.js';
import { linkTo, showDay } from '../parts.js';

const mostEvents = 30;

/** When an item came into a sprint and went out again (`2026-11-26 +2026-S24 5 reason`). */
export function showMemberships({ view: { backlog } }: Site, item: Item, from: string): Html {
  const events = item.sprints.slice(-mostEvents).flatMap((text) => {
    const match = /^(\d{4}-\d{2}-\d{2}) ([+-])(\S+) \S+(?: (.*))?$/.exec(text.trim());
    const [, day = '', sign, id = '', reason = ''] = match ?? [];
    const sprint = getItem(backlog, id);
    if (!sprint) return [];
    const way = sign === '+' ? 'into' : 'out of';
    const why = reason === '' ? '' : `: ${cutText(reason, 200)}`;
    return [
      html`<li>${showDay(day)} ${way} ${linkTo(sprint, from)}${why}</li>
`,
    ];
  });
  return events.length === 0
    ? nothing
    : html`<ul>
${events}</ul>`;
}
