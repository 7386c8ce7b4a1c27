/**
 * How many random rounds a test makes: a few in `npm test`, which should end soon, and all of them
 * in `npm run test:thorough`, which CI runs. Both look at the same things.
 */
export function runs(few: number, all: number): number {
  return process.env['STORYMARK_THOROUGH'] === '1' ? all : few;
}
