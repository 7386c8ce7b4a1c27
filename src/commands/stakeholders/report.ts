import type { Backlog } from '../../backlog/backlog.js';
import { findStakeholder } from '../../backlog/lookup.js';
import { loadWords } from '../../language/load-words.js';
import { createRedactor, revealBacklog } from '../../ops/items/publish-backlog.js';
import { reportDaily, writeDailyReport } from '../../ops/report/daily-report.js';
import { reportSprint, writeSprintReport } from '../../ops/report/sprint-report.js';
import { reportStakeholder, writeStakeholderReport } from '../../ops/report/stakeholder-report.js';
import { reportStatus, writeStatusReport } from '../../ops/report/status-report.js';
import { findBurndownSprint } from '../../ops/sprints/burndown.js';
import { findSprint } from '../../ops/sprints/sprints.js';
import { requireModel } from '../../score/load-model.js';
import { count } from '../../text/amount.js';
import type { Day } from '../../text/date.js';
import { didYouMean } from '../../text/suggest.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { failUsage, unwrap } from '../shared/failure.js';
import { clockOf, readBacklog } from '../shared/read-backlog.js';
import { reportSpec } from './report.spec.js';

interface WrittenReport {
  readonly kind: string;
  readonly report: object;
  /** As Markdown. */
  readonly text: string;
}

export async function run(context: Context, input: Input): Promise<Outcome<WrittenReport>> {
  const [kind = '', of] = input.args;
  const whole = readBacklog(context);
  const backlog = input.flag('private') ? revealBacklog(whole) : whole;
  const { today } = clockOf(context, backlog);
  const made = await makeReport(backlog, input, { kind, of, today });
  const hidden = countHidden(made.report);
  const notes = hidden === 0 ? [] : [`note: ${count(hidden, 'private item')} left out`];
  return {
    data: { kind, ...made, text: createRedactor(backlog)(made.text) },
    notes,
    problems: backlog.problems,
  };
}

/** Of sprints alone: other reports say nothing that tells how much they leave out. */
function countHidden(report: object): number {
  if ('sprint' in report && 'since' in report) return countHidden(report.sprint as object);
  return 'hidden' in report ? Number(report.hidden) : 0;
}

interface Asked {
  readonly kind: string;
  readonly of: string | undefined;
  readonly today: Day;
}

async function makeReport(
  backlog: Backlog,
  input: Input,
  { kind, of, today }: Asked,
): Promise<Omit<WrittenReport, 'kind'>> {
  const words = await loadWords(backlog.settings.language);
  switch (kind) {
    case 'sprint': {
      const report = reportSprint(backlog, unwrap(findBurndownSprint(backlog, of)), today);
      return { report, text: writeSprintReport(report, words) };
    }
    case 'daily': {
      const report = reportDaily(backlog, unwrap(findSprint(backlog, of, ['doing'])), today);
      return { report, text: writeDailyReport(report, words) };
    }
    case 'stakeholder': {
      if (of === undefined) failUsage('give a stakeholder: storymark report stakeholder NAME');
      const model = unwrap(await requireModel(backlog, input.option('by')));
      const whom = unwrap(findStakeholder(backlog, of));
      const report = reportStakeholder(backlog, whom, model, today);
      return { report, text: writeStakeholderReport(report, words) };
    }
    case 'status': {
      const report = reportStatus(backlog, today);
      return { report, text: writeStatusReport(report, words) };
    }
    default: {
      const { completes } = reportSpec.args?.[0] ?? {};
      const known = Array.isArray(completes) ? (completes as readonly string[]) : [];
      return failUsage(`unknown report "${kind}".${didYouMean(kind, known)} (${known.join(', ')})`);
    }
  }
}

export function render({ text }: WrittenReport): string {
  return text;
}
