/**
 * Colours that people with any kind of colour blindness can tell apart: Okabe and Ito, Color
 * Universal Design (https://jfly.uni-koeln.de/color/), darkened for white paper where a mark would
 * have less than 3:1 contrast (WCAG 2.2, 1.4.11), and lighter ones for dark paper. Colour is never
 * alone: series also differ by symbol or dash.
 */
const series = [
  { light: '#0072b2', dark: '#56b4e9' }, // blue
  { light: '#c85200', dark: '#ff9e4a' }, // vermilion
  { light: '#00805c', dark: '#2fd3a2' }, // green
  { light: '#a3487f', dark: '#e3a1c6' }, // purple
  { light: '#8a6d00', dark: '#f0e442' }, // yellow
  { light: '#555555', dark: '#bdbdbd' }, // grey
] as const;

/** Number of a series' colour, symbol and dash; more series than these repeat. */
export type Series = number;

/** The class that gives a mark its series' colour, as `fill` or as `stroke`. */
export function seriesClass(index: Series, how: 'fill' | 'line'): string {
  return `${how}${index % series.length}`;
}

const paper = { light: '#ffffff', dark: '#15191e' };
const ink = { light: '#1c2024', dark: '#e6e9ec' };
const faintInk = { light: '#59626b', dark: '#a3adb7' };
const grid = { light: '#e3e6e9', dark: '#2c333a' };
const zone = { light: '#f5f6f8', dark: '#1c2229' };

/**
 * The style sheet of every drawing. Plain classes rather than variables: Inkscape, rsvg and word
 * processors know the ones and not the others. Paper is painted, so that text is readable on
 * whatever page the picture is put.
 */
export const styleSheet = `
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-size: 12px; }
.title { font-size: 17px; font-weight: 600; }
.subtitle, .axis-title { font-size: 12px; }
.zone-title { font-size: 12px; font-weight: 600; }
.mark-label { font-size: 11px; paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }
.grid, .axis, .leader { fill: none; stroke-width: 1; }
.rule { fill: none; stroke-width: 1.5; stroke-dasharray: 5 4; }
.line { fill: none; stroke-width: 2.25; stroke-linejoin: round; stroke-linecap: round; }
.area { fill-opacity: .18; stroke: none; }
.point { stroke-width: 1.25; }
${paint('light')}
@media (prefers-color-scheme: dark) {
${paint('dark')}
}`;

function paint(scheme: 'light' | 'dark'): string {
  const own = series.map(
    (colour, index) =>
      `.fill${index} { fill: ${colour[scheme]}; } .line${index} { stroke: ${colour[scheme]}; }`,
  );
  return [
    `.paper { fill: ${paper[scheme]}; }`,
    // Around words too, so that lines behind them do not strike them out.
    `.point, .mark-label { stroke: ${paper[scheme]}; }`,
    `text, .title { fill: ${ink[scheme]}; }`,
    `.subtitle, .axis-title, .tick, .zone-title { fill: ${faintInk[scheme]}; }`,
    `.grid { stroke: ${grid[scheme]}; }`,
    `.axis, .rule, .leader { stroke: ${faintInk[scheme]}; }`,
    `.zone { fill: ${zone[scheme]}; }`,
    ...own,
  ].join('\n');
}
