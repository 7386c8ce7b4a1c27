import type { Item } from '../../item/item.js';
import type { Words } from '../../language/words.js';
import { type Html, html, nothing } from '../html.js';
import type { Site } from '../page.js';
import { fillSentence, joinContent, linkWithId } from '../parts.js';
import { capitalize } from '../say.js';
import type { PlaceView } from '../site-view.js';

/** Why an item stands where it stands, in one or two lines. */
export function showReason({ words }: Site, place: PlaceView, from: string): Html {
  const { reason, byScore, isPinned, before, after } = place;
  const lines = [
    isPinned && html`${words.say('pinned')}`,
    before &&
      fillSentence((title) => words.say('comesBefore', { title }), linkWithId(before, from)),
    reason !== '' &&
      html`${words.joinFacts([reason, byScore === null ? '' : words.say('byScore', { place: byScore })])}`,
    after.length > 0 &&
      fillSentence(
        (ids) => words.endSentence(capitalize(words.say('waitsFor', { ids }))),
        nameAll(words, after, from),
      ),
  ].filter((line) => line !== false && line !== null);
  if (lines.length === 0) return nothing;
  return html`<ul class="reason">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

const mostNamed = 3;

function nameAll(words: Words, items: readonly Item[], from: string): Html {
  const names = joinContent(items.slice(0, mostNamed).map((item) => linkWithId(item, from)));
  const more = items.length - mostNamed;
  return more > 0 ? html`${names} ${words.say('andMore', { number: more })}` : names;
}
