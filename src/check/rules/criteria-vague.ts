import { criteriaOf, criterionSpan } from '../criteria.js';
import { defineRule, levels, type Report } from '../define-rule.js';
import { findPhrase, hideQuotes, phraseTable, wordsOf } from '../language/story-text.js';
import { isOpenWork } from '../lifecycle.js';
import { UNTESTABLE } from '../words/en-words.js';

const STORY =
  '---\nid: ST-1\ntype: story\nstatus: draft\ntitle: Leave a note\n---\n\nAs a guest, I want to leave a note, so that my host knows I came.\n\n## Acceptance criteria\n\n';
/** So many findings say it all. */
const MOST = 20;
const LONGEST = 1_000;

const UNTESTABLE_PHRASES = phraseTable(UNTESTABLE);

export const criteriaVague = defineRule({
  id: 'criteria/vague',
  summary: 'Acceptance criteria are testable (English)',
  why: '"Loads quickly" passes for one tester and fails for the next: give a number.',
  levels: levels('warn', 'warn', 'off'),
  isLocal: true,
  good: [
    { text: `${STORY}- [ ] The note is there within 2 seconds\n` },
    { text: `${STORY}- [ ] The host answers yes, no or "if needed"\n` },
  ],
  bad: [{ text: `${STORY}- [ ] The note is easy to find\n` }],
  check(subject) {
    const { backlog } = subject;
    if (backlog === null || !/^en\b/.test(backlog.settings.language)) return [];
    if (!isOpenWork(subject)) return [];
    const reports: Report[] = [];
    for (const criterion of subject.view(criteriaOf).items) {
      const found = findPhrase(wordsIn(criterion.text), UNTESTABLE_PHRASES);
      if (found === null) continue;
      const message = `"${found.phrase}" cannot be tested: give an observable result or a number`;
      reports.push({ message, at: { span: criterionSpan(subject, criterion) } });
      if (reports.length === MOST) break;
    }
    return reports;
  },
});

function wordsIn(text: string) {
  return wordsOf({ text: hideQuotes(text.slice(0, LONGEST)), start: 0 });
}
