/** Eighths of a cell, from nothing to seven. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar for a terminal: so much of so many cells, to an eighth of a cell; something is never none. */
export function drawTextBar(share: number, cells: number): string {
  if (!(share > 0)) return '';
  const steps = Math.max(1, Math.round(Math.min(share, 1) * cells * 8));
  return '█'.repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? '');
}
