import type { Backlog } from '../../backlog/backlog.js';
import type { FileChange } from '../../backlog/change-set.js';
import {
  type EvidenceKind,
  evidenceKinds,
  formatStageEvent,
  gateOf,
  parseStageEvent,
  type StageEvent,
  stageOf,
} from '../../backlog/stages.js';
import { isOpen } from '../../backlog/workflow.js';
import { bodyOf } from '../../item/document.js';
import { type Item, listOf } from '../../item/item.js';
import { type Stage, stages } from '../../item/kind.js';
import { readSection } from '../../item/sections.js';
import { translateTitle } from '../../language/section-titles.js';
import { withArticle } from '../../text/article.js';
import type { Day } from '../../text/date.js';
import { failure, type Result, success, usage } from '../../text/problem.js';
import { evaluateText } from '../items/assignment.js';
import { changeItem, setField } from '../items/change-item.js';

/** Where an epic is, how it came there, and what it lacks to go on. */
export interface StagedEpic {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  /** Null before any. */
  readonly stage: Stage | null;
  readonly since: Day | null;
  /** Oldest first. */
  readonly events: readonly StageEvent[];
  /** Null after the last. */
  readonly next: Stage | null;
  /** What the next stage asks for and the epic does not show yet. */
  readonly missing: readonly string[];
}

/** Something that shows that work was done, looked up. */
export interface Evidence {
  /** A web address, a path from the folder the backlog stands in, or an id. */
  readonly text: string;
  readonly kind: EvidenceKind;
  /** The stage it is for; null: the first that asks for such a thing. */
  readonly stage: Stage | null;
}

/** The open epics by stage, the furthest last; closed ones too with `all`. */
export function listStaged(backlog: Backlog, all = false): readonly StagedEpic[] {
  return backlog.work
    .filter((item) => item.type === 'epic' && !item.archived)
    .filter((item) => all || isOpen(backlog.settings, item))
    .map((epic) => describeStage(backlog, epic))
    .toSorted((a, b) => indexOf(a.stage) - indexOf(b.stage));
}

export function describeStage(backlog: Backlog, epic: Item): StagedEpic {
  const stage = stageOf(epic);
  const events = eventsOf(epic);
  const next = stages[indexOf(stage) + 1] ?? null;
  const { id, title, status } = epic;
  return {
    id,
    title,
    status,
    stage,
    since: events.findLast((event) => event.stage === stage)?.day ?? null,
    events,
    next,
    missing: next === null ? [] : listMissing(backlog, epic, next, []),
  };
}

function indexOf(stage: Stage | null): number {
  return stage === null ? -1 : stages.indexOf(stage);
}

function eventsOf(epic: Item): readonly StageEvent[] {
  return listOf(epic, 'stages').flatMap((text) => parseStageEvent(text) ?? []);
}

/** What a stage's gate asks for that neither the epic nor what is given shows. */
export function listMissing(
  backlog: Backlog,
  epic: Item,
  stage: Stage,
  given: readonly Evidence[],
): readonly string[] {
  const { sections = [], evidence } = gateOf(backlog.settings, stage);
  const body = bodyOf(epic.document);
  const empty = sections.filter((title) => (readSection(body, title) ?? '') === '');
  const shown =
    given.length > 0 ||
    eventsOf(epic).some((event) => event.stage === stage && event.evidence.length > 0);
  return [
    ...empty.map(
      (title) =>
        `something under “${translateTitle(title, backlog.settings.language)}” on its page`,
    ),
    ...(evidence === undefined || shown ? [] : [evidence]),
  ];
}

export interface StageMove {
  readonly evidence: readonly Evidence[];
  /** Why gates are passed without what they ask for. */
  readonly force: string | null;
  readonly on: Day;
}

/**
 * Brings an epic to a stage: on through the gates of each stage between, or back without any.
 * Refused, naming what is missing, where a gate does not let it through.
 */
export function moveStage(
  backlog: Backlog,
  epic: Item,
  target: Stage,
  { evidence, force, on }: StageMove,
): Result<FileChange> {
  if (force !== null) {
    const reason = evaluateText('the reason', force);
    if (!reason.ok) return reason;
  }
  const from = indexOf(stageOf(epic));
  const to = indexOf(target);
  if (from === to) return usage(`${epic.id} is in ${target} already`);
  const passed = to < from ? [target] : stages.slice(from + 1, to + 1);
  const shared = shareEvidence(backlog, passed, evidence);
  if (!shared.ok) return shared;
  const events: StageEvent[] = [];
  const lacks: string[] = [];
  for (const stage of passed) {
    const own = shared.value.get(stage) ?? [];
    const missing = to < from ? [] : listMissing(backlog, epic, stage, own);
    lacks.push(...missing.map((what) => `${stage} needs ${what}`));
    const forced = missing.length > 0 || to < from ? force : null;
    events.push({ day: on, stage, evidence: own.map(({ text }) => text), forced });
  }
  if (lacks.length > 0 && force === null) {
    return failure({ kind: 'negative', message: describeLack(backlog, epic, lacks, passed) });
  }
  return changeItem(backlog.settings, epic, [
    setField('stage', target),
    setField('stages', [...listOf(epic, 'stages'), ...events.map(formatStageEvent)]),
  ]);
}

/** Each piece for the stage it names, else the first whose gate asks for its kind, else the last. */
function shareEvidence(
  backlog: Backlog,
  passed: readonly Stage[],
  evidence: readonly Evidence[],
): Result<ReadonlyMap<Stage, readonly Evidence[]>> {
  const shared = new Map<Stage, Evidence[]>();
  for (const one of evidence) {
    const takes = (stage: Stage) =>
      (gateOf(backlog.settings, stage).is ?? evidenceKinds).includes(one.kind);
    const asks = (stage: Stage) => gateOf(backlog.settings, stage).evidence !== undefined;
    const stage =
      one.stage ??
      passed.find((stage) => asks(stage) && takes(stage) && !shared.has(stage)) ??
      passed.at(-1);
    if (stage === undefined || !passed.includes(stage)) {
      return usage(
        `--evidence ${one.text}: ${one.stage} is not one of the stages passed (${passed.join(', ')})`,
      );
    }
    if (asks(stage) && !takes(stage)) {
      const { evidence: what, is = evidenceKinds } = gateOf(backlog.settings, stage);
      const kinds = is.map((kind) => kindNames[kind]).join(' or ');
      return usage(`${one.text} is ${kindNames[one.kind]}; for ${what} ${kinds} is required`);
    }
    shared.set(stage, [...(shared.get(stage) ?? []), one]);
  }
  return success(shared);
}

const kindNames: Readonly<Record<EvidenceKind, string>> = {
  url: 'a URL',
  path: 'a file',
  item: 'a done item',
};

function describeLack(
  { settings }: Backlog,
  { id }: Item,
  lacks: readonly string[],
  passed: readonly Stage[],
): string {
  const gates = passed.map((stage) => gateOf(settings, stage));
  const asking = gates.filter(({ evidence }) => evidence !== undefined);
  const kinds = evidenceKinds.filter((kind) =>
    asking.some(({ is = evidenceKinds }) => is.includes(kind)),
  );
  const how =
    kinds.length === 0
      ? 'Pass'
      : `Give it with --evidence (${kinds.map((kind) => kindNames[kind]).join(', ')}), or pass`;
  return `${id}: ${lacks.join('; ')}.\n${how} it with --force "why".`;
}

export function requireEpic(item: Item): Result<Item> {
  if (item.type === 'epic') return success(item);
  return usage(`${item.id} is ${withArticle(item.type)}: only epics go through stages`);
}
