import { itemsOfType } from '../backlog/backlog.js';
import type { PlainKey } from '../language/catalogue.js';
import type { Words } from '../language/words.js';
import type { Section } from './page.js';
import type { SiteView } from './site-view.js';

/** The sections of the site, in the order of the head's links. */
export const sectionOf = {
  overview: { path: 'index.html', name: 'overview' },
  backlog: { path: 'backlog.html', name: 'backlog' },
  roadmap: { path: 'roadmap.html', name: 'headRoadmap' },
  epics: { path: 'epics.html', name: 'epics' },
  goals: { path: 'goals.html', name: 'headGoals' },
  personas: { path: 'personas.html', name: 'personas' },
  feedback: { path: 'feedback.html', name: 'feedback' },
  stakeholders: { path: 'stakeholders.html', name: 'stakeholders' },
  sprints: { path: 'sprints.html', name: 'sprints' },
  done: { path: 'done.html', name: 'headDone' },
  changes: { path: 'changes.html', name: 'changes' },
} as const satisfies Readonly<Record<string, { path: string; name: PlainKey }>>;

type SectionKey = keyof typeof sectionOf;

export function nameSection(section: SectionKey, words: Words): Section {
  const { path, name } = sectionOf[section];
  return { path, name: words.say(name) };
}

/** Those there is something in. */
export function listSections(
  { backlog, sprints, changes, places }: SiteView,
  words: Words,
): readonly Section[] {
  const has = (type: string) => itemsOfType(backlog, type).length > 0;
  const hasEpics = backlog.work.some(({ type }) => type === 'epic');
  const hasClosed = backlog.work.some(({ id, type }) => type !== 'epic' && !places.has(id));
  const shown: readonly (readonly [SectionKey, boolean])[] = [
    ['overview', true],
    ['backlog', true],
    ['roadmap', true],
    ['epics', hasEpics],
    ['goals', has('goal')],
    ['personas', has('persona')],
    ['feedback', has('feedback')],
    ['stakeholders', has('stakeholder')],
    ['sprints', sprints.length > 0],
    ['done', hasClosed],
    ['changes', changes.length > 0],
  ];
  return shown.filter(([, isShown]) => isShown).map(([section]) => nameSection(section, words));
}
