import type { Backlog } from '../../backlog/backlog.js';
import { defineRule, levels } from '../define-rule.js';
import { findScenarios, makeStepKinds, stepWordsFor } from '../language/scenarios.js';
import { workCategory } from '../lifecycle.js';
import { inFile } from '../subject.js';

const STORY =
  '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n';

export const criteriaGherkin = defineRule({
  id: 'criteria/gherkin',
  summary: 'Criteria with Given, When, Then are complete scenarios',
  why: 'An incomplete scenario does not say what a tester should see.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  good: [
    {
      text: `${STORY}- [ ] Given a locked door, when I push a note under it, then the host sees it\n`,
    },
    { text: `${STORY}- [ ] When it rains, the ink does not run\n` },
    {
      text: `${STORY}\`\`\`gherkin\nScenario: locked\n  Given a locked door\n  When I push a note under it\n  Then the host sees it\n\`\`\`\n`,
    },
  ],
  bad: [
    { text: `${STORY}- [ ] Given a locked door, when I push a note under it\n` },
    {
      text: `${STORY}\`\`\`gherkin\nScenario: locked\n  Given a locked door\n  I push a note under it\n  Then the host sees it\n\`\`\`\n`,
    },
  ],
  check(subject) {
    const { item, backlog, text, bodyStart } = subject;
    const category = workCategory(subject);
    if (item === null || backlog === null || category === null || category === 'dropped') return [];
    const steps = backlog.fact(readSteps);
    if (steps === null) return [];
    const { language, words, kinds } = steps;
    // Sentences in plain order are what the parser would take: it is not loaded for them.
    const scenarios = findScenarios(text.slice(bodyStart), kinds).filter(({ isPlain }) => !isPlain);
    if (scenarios.length === 0) return [];
    return import('../language/gherkin.js')
      .then(({ parseScenarios }) => parseScenarios(scenarios, language, words))
      .then((faults) =>
        faults.map(({ message, span }) => ({ message, at: { span: inFile(subject, span) } })),
      );
  },
});

/** The words of Gherkin in the backlog's language; null where there are none. */
function readSteps({ settings: { language } }: Backlog) {
  const words = stepWordsFor(language);
  const [name = ''] = language.split('-', 1);
  return words && { language: name, words, kinds: makeStepKinds(words) };
}
