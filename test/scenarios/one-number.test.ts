import { describe, expect, it } from 'vitest';
import { writeRandomTeam } from '../support/random-team.js';
import { runs } from '../support/runs.js';
import { createSandbox } from '../support/sandbox.js';
import { surveyNumbers } from '../support/survey-numbers.js';

/** `npm run torture` asks for more; some of them take a minute. */
const teams = Array.from(
  { length: Number(process.env['STORYMARK_TEAMS'] ?? runs(2, 8)) },
  (_, seed) => seed,
);
/** `1 items`, `2.75 points` */
const badCount =
  /.{0,30}(?<![\d.,:-] ?)1 (?:point|item|sprint|week|day|epic|trial|vote)s\b|\d\.\d{2,} (?:point|item|day)s?\b/g;
/** A team is asked about a hundred questions. */
const patience = 240_000;

describe('a number that several places print is the same in all of them', () => {
  it.each(teams)(
    'in the backlog of team %i',
    async (seed) => {
      const said = await surveyNumbers(writeRandomTeam(seed).sandbox);
      expect(said.differences()).toEqual([]);
      expect(said.texts.flatMap((text) => text.match(badCount) ?? [])).toEqual([]);
    },
    patience,
  );

  it(
    'in the example',
    async () => {
      const said = await surveyNumbers(createSandbox('examples/calendar'));
      expect(said.differences()).toEqual([]);
    },
    patience,
  );
});
