import type { Item } from '../../item/item.js';
import { type Html, html, nothing } from '../html.js';
import { joinContent, linkWithId } from '../parts.js';
import { ordinal } from '../say.js';
import type { PlaceView } from '../site-view.js';

/** Why an item stands where it stands, in one or two lines. */
export function showReason(place: PlaceView, from: string): Html {
  const { reason, byScore, isPinned, before, after } = place;
  const lines = [
    isPinned && html`Pinned to the top.`,
    before && html`Comes before ${linkWithId(before, from)}, which waits for it.`,
    reason !== '' && html`${reason}${byScore !== null && `, ${ordinal(byScore)} by score`}`,
    after.length > 0 && html`Waits for ${nameAll(after, from)}.`,
  ].filter((line) => line !== false && line !== null);
  if (lines.length === 0) return nothing;
  return html`<ul class="reason">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

const mostNamed = 3;

function nameAll(items: readonly Item[], from: string): Html {
  const names = joinContent(items.slice(0, mostNamed).map((item) => linkWithId(item, from)));
  const more = items.length - mostNamed;
  return more > 0 ? html`${names} and ${more} more` : names;
}
