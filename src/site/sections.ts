import { itemsOfType } from '../backlog/backlog.js';
import type { Section } from './page.js';
import type { SiteView } from './site-view.js';

/** The sections of the site, in the order of the head's links. */
export const sectionOf = {
  overview: { path: 'index.html', name: 'Overview' },
  backlog: { path: 'backlog.html', name: 'Backlog' },
  roadmap: { path: 'roadmap.html', name: 'Roadmap' },
  epics: { path: 'epics.html', name: 'Epics' },
  goals: { path: 'goals.html', name: 'Goals' },
  personas: { path: 'personas.html', name: 'Personas' },
  feedback: { path: 'feedback.html', name: 'Feedback' },
  stakeholders: { path: 'stakeholders.html', name: 'Stakeholders' },
  sprints: { path: 'sprints.html', name: 'Sprints' },
  done: { path: 'done.html', name: 'Done' },
  changes: { path: 'changes.html', name: 'Changes' },
} as const;

/** Those there is something in. */
export function listSections({ backlog, sprints, changes, places }: SiteView): readonly Section[] {
  const has = (type: string) => itemsOfType(backlog, type).length > 0;
  const hasEpics = backlog.work.some(({ type }) => type === 'epic');
  const hasClosed = backlog.work.some(({ id, type }) => type !== 'epic' && !places.has(id));
  const shown: readonly (readonly [Section, boolean])[] = [
    [sectionOf.overview, true],
    [sectionOf.backlog, true],
    [sectionOf.roadmap, true],
    [sectionOf.epics, hasEpics],
    [sectionOf.goals, has('goal')],
    [sectionOf.personas, has('persona')],
    [sectionOf.feedback, has('feedback')],
    [sectionOf.stakeholders, has('stakeholder')],
    [sectionOf.sprints, sprints.length > 0],
    [sectionOf.done, hasClosed],
    [sectionOf.changes, changes.length > 0],
  ];
  return shown.filter(([, isShown]) => isShown).map(([section]) => section);
}
