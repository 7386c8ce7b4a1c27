import { styleSheet } from '../chart/palette.js';
import { type Html, html, trustMarkup } from './html.js';

/** Colours of all charts, in a file of their own: a page's policy lets no style stand in it. */
export const chartStyle = `.chart {\n${styleSheet}\n}\n`;

/**
 * A chart in the page. It may be wider than a phone and is then scrolled, so that its words keep
 * a size that can be read.
 *
 * @param name tells the charts of one page apart
 */
export function showChart(svg: string, name: string, label: string): Html {
  const inner = svg
    .replace(/<style>[\s\S]*?<\/style>\n?/, '')
    .replaceAll('chart-title', `${name}-title`)
    .replaceAll('chart-description', `${name}-description`);
  return html`<div class="chart scroll" tabindex="0" role="region" aria-label="${label}">${trustMarkup(inner)}</div>`;
}
