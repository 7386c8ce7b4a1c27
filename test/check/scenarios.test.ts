import { describe, expect, it } from 'vitest';
import { parseScenarios } from '../../src/check/language/gherkin.js';
import { findScenarios, makeStepKinds, stepWordsFor } from '../../src/check/language/scenarios.js';

async function faultsIn(body: string, language = 'en') {
  const words = stepWordsFor(language);
  if (words === null) throw new Error(`no step words for ${language}`);
  const scenarios = findScenarios(body, makeStepKinds(words));
  const faults = await parseScenarios(scenarios, language, words);
  return faults.map(({ message, span }) => `${body.slice(...span).trim()}: ${message}`);
}

const fence = (...lines: readonly string[]) => ['```gherkin', ...lines, '```', ''].join('\n');
const steps = ['  Given a door', '  When I knock', '  Then it opens'];

describe('a fenced block is what Cucumber would read', () => {
  it.each([
    ['a tag', fence('@slow @door', 'Scenario: knock', ...steps)],
    ['a tag before a feature', fence('@door', 'Feature: doors', 'Scenario: knock', ...steps)],
    ['steps alone', fence(...steps)],
    ['comments', fence('# first', 'Scenario: knock', '  # second', ...steps)],
    ['stars', fence('Scenario: knock', '  * a door', '  * I knock', '  * it opens')],
    ['a background', fence('Background:', '  Given a house', 'Scenario: knock', ...steps)],
    ['a rule', fence('Feature: doors', 'Rule: they open', 'Example: knock', ...steps)],
    ['a rule with a fault elsewhere', fence('Rule: they open', 'Scenario: knock', ...steps)],
    [
      'an outline',
      fence(
        'Scenario Outline: knock',
        '  Given a <kind> door',
        '  When I knock',
        '  Then it opens',
        '  Examples:',
        '    | kind |',
        '    | red  |',
      ),
    ],
    [
      'a doc string and a table',
      fence(
        'Scenario: knock',
        '  Given a letter',
        '    """',
        '    Dear host,',
        '',
        '    I knocked.',
        '    """',
        '  When I knock',
        '  Then they see',
        '    | name |',
        '    | Ada  |',
      ),
    ],
    [
      'another language',
      fence(
        '# language: de',
        'Szenario: klopfen',
        '  Angenommen eine T\u00fcr',
        '  Wenn ich klopfe',
        '  Dann geht sie auf',
      ),
    ],
    [
      'a list item',
      `- AC 1\n\n  ${fence('@a', 'Scenario: knock', ...steps).replaceAll('\n', '\n  ')}`,
    ],
    ['two scenarios', fence('@a', 'Scenario: one', ...steps, '', '@b', 'Scenario: two', ...steps)],
  ])('%s', async (_name, body) => {
    expect(await faultsIn(body)).toEqual([]);
  });

  it.each([
    [
      fence('@a', 'Scenario: knock', '  Given a door', '  I knock', '  Then it opens'),
      'I knock: not Gherkin',
    ],
    [
      fence('Feature: doors', 'Scenario: knock', '  Given a door', '  When I knock'),
      'Scenario: knock: no "then"',
    ],
    [
      fence('Rule: r', 'Scenario: knock', '  Given a door', '  When I knock'),
      'Scenario: knock: no "then"',
    ],
  ])('a fault stands where it is', async (body, start) => {
    const [fault = ''] = await faultsIn(body);
    expect(fault.startsWith(start)).toBe(true);
  });
});

describe('what is written for people', () => {
  it.each([
    'Given the size of the team, we wait.\n',
    'We talked, and given the time we stopped. When it rains we go home.\n',
    '<!-- Given a door, when I knock -->\n',
    '    Given a door\n    When I knock\n',
    '```text\nGiven a door\nWhen I knock\n```\n',
    '- Given a door\n- When I knock\n- Then it opens\n',
    '- [ ] Given a door\n  When I knock\n  Then it opens\n',
    '**Given** a door  \n**When** I knock  \n**Then** it opens\n',
    '> Given a door\n> When I knock\n> Then it opens\n',
  ])('%j is no fault', async (body) => {
    expect(await faultsIn(body)).toEqual([]);
  });

  it.each(['- Given a door\n- When I knock\n', '- [ ] Given a door, when I knock\n'])(
    '%j leaves out what is seen',
    async (body) => {
      expect(await faultsIn(body)).toEqual([expect.stringContaining('no "then"')]);
    },
  );
});
