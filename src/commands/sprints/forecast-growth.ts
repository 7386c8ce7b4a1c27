import type { Input } from '../shared/command.js';
import { failUsage } from '../shared/failure.js';

/** `--growth 20` or `--growth 0-50`, in percent, as shares. */
export function readGrowth(input: Input): readonly [least: number, most: number] {
  const text = input.option('growth');
  if (text === undefined) return [0, 0];
  const [, least, most] = /^(\d{1,3})(?:-(\d{1,3}))?%?$/.exec(text.replaceAll(' ', '')) ?? [];
  if (least === undefined) {
    failUsage(`--growth: expected a percentage such as 20 or 0-50, not "${text}"`);
  }
  const growth = [Number(least) / 100, Number(most ?? least) / 100] as const;
  if (growth[1] < growth[0]) failUsage(`--growth: ${text} must go from low to high`);
  return growth;
}
