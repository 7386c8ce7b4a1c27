import type { PlainKey } from '../language/catalogue.js';
import type { Words } from '../language/words.js';
import { cutText } from '../text/cut.js';

/** What documents have in their fields, in a page's language; a team's own names stay as they are. */
const keys: Readonly<Record<'type' | 'status' | 'stage' | 'kind', Record<string, PlainKey>>> = {
  type: {
    story: 'kindStory',
    epic: 'kindEpic',
    task: 'kindTask',
    bug: 'kindBug',
    spike: 'kindSpike',
    goal: 'kindGoal',
    persona: 'kindPersona',
    stakeholder: 'kindStakeholder',
    feedback: 'feedback',
    sprint: 'kindSprint',
  },
  status: {
    draft: 'statusDraft',
    ready: 'statusReady',
    doing: 'statusDoing',
    review: 'statusReview',
    done: 'statusDone',
    dropped: 'statusDropped',
    active: 'statusActive',
    reached: 'statusReached',
    new: 'statusNew',
    linked: 'statusLinked',
    answered: 'statusAnswered',
    declined: 'statusDeclined',
    planned: 'statusPlanned',
    closed: 'statusClosed',
  },
  stage: {
    idea: 'stageIdea',
    definition: 'stageDefinition',
    prototype: 'stagePrototype',
    design: 'stageDesign',
    validation: 'stageValidation',
    launch: 'stageLaunch',
  },
  kind: {
    request: 'heardRequest',
    interview: 'heardInterview',
    'usability-test': 'heardTest',
    survey: 'heardSurvey',
    metric: 'heardMetric',
    market: 'heardMarket',
  },
};

export function sayName(words: Words, field: keyof typeof keys, name: string): string {
  const key = Object.hasOwn(keys[field], name) ? keys[field][name] : undefined;
  return key === undefined ? cutText(name, 60) : words.say(key);
}
