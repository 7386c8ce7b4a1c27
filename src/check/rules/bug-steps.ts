import { listSections } from '../../item/sections.js';
import { maskComments } from '../../text/markdown-comments.js';
import { defineRule, levels } from '../define-rule.js';
import { isReadyOrStarted } from '../lifecycle.js';

/** "Steps to reproduce" in the languages stories are written in, or any section with steps. */
const STEPS =
  /steps|repro|schritte|étapes|pasos|passos|stappen|passi|kroki|adım|再現|手順|步骤|重现|how to see/i;

export const bugSteps = defineRule({
  id: 'bug/steps',
  summary: 'A bug that is ready or in progress has steps to reproduce it',
  why: 'A fix starts with reproducing the bug; without steps, that is guesswork.',
  levels: levels('warn', 'error', 'off'),
  isLocal: true,
  good: [
    {
      text: '---\nid: BU-1\ntype: bug\nstatus: ready\ntitle: The door jams\npoints: 1\n---\n\n## Steps to reproduce\n\n1. Wait for rain\n2. Open the door\n\n## Acceptance criteria\n\n- [ ] It opens in the rain\n',
    },
  ],
  bad: [
    {
      text: '---\nid: BU-1\ntype: bug\nstatus: ready\ntitle: The door jams\npoints: 1\n---\n\n## Steps to reproduce\n\n<!-- Numbered. -->\n\n## Acceptance criteria\n\n- [ ] It opens in the rain\n',
    },
  ],
  check(subject) {
    const { item, text, bodyStart } = subject;
    if (item?.type !== 'bug' || !isReadyOrStarted(subject)) return [];
    const body = text.slice(bodyStart);
    if (tellsSteps(body) || /^\s{0,3}1[.)]\s+\S/m.test(body)) return [];
    const message = `status is ${item.status}, but there are no steps to reproduce it`;
    return [{ message, at: { field: ['status'] } }];
  },
});

/** Whether a section with such a heading says anything besides comments. */
function tellsSteps(body: string): boolean {
  const text = maskComments(body);
  return listSections(body).some(
    ({ heading, span }) =>
      STEPS.test(heading.text) && /[\p{L}\p{N}]/u.test(text.slice(heading.span[1], span[1])),
  );
}
