import { type Item, textOf } from '../item/item.js';
import { isStage, type Stage } from '../item/kind.js';
import { type Day, isDay } from '../text/date.js';
import type { Settings } from './settings.js';

/** What can show that something was done: a web address, a file of the repository, a done item. */
export const evidenceKinds = ['url', 'path', 'item'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What an epic must show to come into a stage. */
export interface Gate {
  /** Headings of its page that must have something below them. */
  readonly sections?: readonly string[] | undefined;
  /** What has to be named, in words: `a link to the prototype`. */
  readonly evidence?: string | undefined;
  /** What that may be; anything, unless said. */
  readonly is?: readonly EvidenceKind[] | undefined;
}

/** Gates that settings do not name are these. */
export const defaultGates: Readonly<Record<Stage, Gate>> = {
  idea: {},
  definition: { sections: ['Value proposition', 'Success metrics'] },
  prototype: { evidence: 'a link to the prototype', is: ['url', 'path'] },
  design: {},
  validation: { evidence: 'a note of a user test', is: ['url', 'path'] },
  launch: { evidence: 'completed front-end tests' },
};

export function gateOf({ stages: own }: Settings, stage: Stage): Gate {
  return own?.[stage] ?? defaultGates[stage];
}

/** The stage an epic is in; null before any, or where the word is none. */
export function stageOf(epic: Item): Stage | null {
  const stage = textOf(epic, 'stage');
  return stage !== null && isStage(stage) ? stage : null;
}

export function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text);
}

/** A step from one stage to another, one line of an epic's `stages` list. */
export interface StageEvent {
  readonly day: Day;
  readonly stage: Stage;
  /** Web addresses, paths and ids, as they were given. */
  readonly evidence: readonly string[];
  /** Why a gate was passed without what it asks for; null where none was. */
  readonly forced: string | null;
}

/** `2026-11-26 prototype https://example.org/p forced: REASON`. */
export function formatStageEvent({ day, stage, evidence, forced }: StageEvent): string {
  const words = [day, stage, ...evidence.map((one) => one.replaceAll(' ', '%20'))];
  const reason = forced === null ? [] : [`forced: ${forced.replace(/\s+/g, ' ').trim()}`];
  return [...words, ...reason].join(' ');
}

/** Reads what `formatStageEvent` writes; null for any other text. */
export function parseStageEvent(text: string): StageEvent | null {
  const [, head = '', forced] = /^(.*?)(?:\s+forced: (.*))?$/s.exec(text.trim()) ?? [];
  const [day = '', stage = '', ...evidence] = head.split(/\s+/);
  if (!isDay(day) || !isStage(stage)) return null;
  return {
    day,
    stage,
    // A blank in a web address is written so already.
    evidence: evidence.map((one) => (isUrl(one) ? one : one.replaceAll('%20', ' '))),
    forced: forced ?? null,
  };
}
