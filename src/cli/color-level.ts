type Level = 0 | 1 | 2 | 3;

/**
 * How much colour to write: `NO_COLOR` (no-color.org) and `FORCE_COLOR` (as chalk reads it) go
 * before what the terminal says of itself; a pipe gets none.
 */
export function detectColorLevel(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): Level {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return readForced(forced);
  if (env['NO_COLOR'] || !isTerminal || env['TERM'] === 'dumb') return 0;
  if (/^(truecolor|24bit)$/.test(env['COLORTERM'] ?? '')) return 3;
  return (env['TERM'] ?? '').includes('256') ? 2 : 1;
}

function readForced(value: string): Level {
  if (value === '0' || value === 'false') return 0;
  return value === '2' ? 2 : value === '3' ? 3 : 1;
}
