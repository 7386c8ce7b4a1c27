import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countedIn, type Progress, type SprintTotals } from '../../src/backlog/progress.js';
import type { GoalProgress } from '../../src/ops/product/goals.js';
import type { DailyReport } from '../../src/ops/report/daily-report.js';
import type { SprintReport } from '../../src/ops/report/sprint-report.js';
import type { StakeholderReport } from '../../src/ops/report/stakeholder-report.js';
import type { StatusReport } from '../../src/ops/report/status-report.js';
import type { BurndownReport } from '../../src/ops/sprints/burndown.js';
import type { ForecastReport } from '../../src/ops/sprints/forecast.js';
import type { TeamPace } from '../../src/ops/sprints/pace.js';
import type { Roadmap } from '../../src/ops/sprints/roadmap.js';
import type { ShownSprint } from '../../src/ops/sprints/show-sprint.js';
import type { Decision } from '../../src/ops/stakeholders/decisions.js';
import type { Reply } from '../../src/ops/stakeholders/reply.js';
import { spellDay } from '../../src/text/date.js';
import type { Run, Sandbox } from './sandbox.js';

/** What each place says of each number. */
export interface SaidNumbers {
  /** Facts that two places tell differently, with what each says. */
  differences(): readonly string[];
  /** The places that said something of facts that begin so. */
  placesOf(fact: string): readonly string[];
  /** All that was written for people to read. */
  readonly texts: readonly string[];
}

interface Ledger {
  note(fact: string, place: string, value: unknown): void;
  text(...argv: readonly string[]): Promise<string>;
  json<T>(...argv: readonly string[]): Promise<T>;
  report<T>(...argv: readonly string[]): Promise<T>;
  /** A page of the site as text, with its charts; undefined where there is none. */
  page(path: string): string | undefined;
}

/** As `list --json` prints it. */
interface Listed {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly parent?: string;
  readonly points?: number;
  readonly private?: boolean;
}

/** Asks every place of a backlog for its numbers: texts, tables, JSON, Markdown, charts and pages. */
export async function surveyNumbers(sandbox: Sandbox): Promise<SaidNumbers> {
  const said = new Map<string, Map<string, string>>();
  const texts: string[] = [];
  const answers = new Map<string, Promise<Run>>();
  const run = async (argv: readonly string[], terminal?: number) => {
    const key = [terminal, ...argv].join(' ');
    const asked = answers.get(key) ?? sandbox.run(argv, terminal ? { terminal } : {});
    answers.set(key, asked);
    const { code, stdout, stderr } = await asked;
    // A check that finds something, and nothing to do, is an answer too.
    if (code > 1) throw new Error(`storymark ${argv.join(' ')} ended with ${code}: ${stderr}`);
    return { stdout, stderr };
  };
  await run(['site', 'build', 'site']);
  const json = async <T>(...argv: readonly string[]): Promise<T> =>
    JSON.parse((await run([...argv, '--json'])).stdout);
  const ledger: Ledger = {
    note(fact, place, value) {
      if (value === undefined) return;
      const places = said.get(fact) ?? new Map<string, string>();
      said.set(fact, places.set(place, JSON.stringify(value)));
    },
    async text(...argv) {
      const { stdout, stderr } = await run(argv, 240);
      texts.push(stdout, stderr);
      return stdout;
    },
    json,
    report: async <T>(...argv: readonly string[]) =>
      (await json<{ report: T }>('report', ...argv)).report,
    page(path) {
      const file = join(sandbox.dir, 'site', path);
      if (!existsSync(file)) return undefined;
      const page = readPage(readFileSync(file, 'utf8'));
      texts.push(page.replaceAll(/[|<]/g, ' '));
      return page;
    },
  };
  const status = await ledger.report<StatusReport>('status');
  const statusText = await ledger.text('report', 'status');
  const roadmap = await ledger.json<Roadmap>('roadmap');
  await surveyGoals(ledger, status, statusText);
  await surveyEpics(ledger, roadmap, status, statusText);
  await surveySprints(ledger, status, statusText);
  await surveyPace(ledger, status, statusText);
  await surveyDates(ledger, roadmap);
  await surveyPromises(ledger, status);
  return {
    differences: () =>
      [...said].flatMap(([fact, places]) =>
        new Set(places.values()).size <= 1
          ? []
          : [`${fact}: ${[...places].map(([place, value]) => `${place} ${value}`).join('; ')}`],
      ),
    placesOf: (fact) =>
      [...said].filter(([key]) => key.startsWith(fact)).flatMap(([, places]) => [...places.keys()]),
    texts,
  };
}

async function surveyGoals(ledger: Ledger, status: StatusReport, statusText: string) {
  const { note } = ledger;
  const goals = await ledger.json<readonly GoalProgress[]>('goals');
  const everything = await ledger.json<readonly Listed[]>('list', '--all');
  const shown = await ledger.text('goals');
  const overview = ledger.page('index.html');
  for (const goal of goals) {
    const fact = `progress of ${goal.id}`;
    note('unit', `goal ${goal.id}`, goal.unit);
    note(fact, 'goals --json', counted(goal));
    note(fact, 'goals', readProgress(from(shown, goal.title)?.split('\n\n')[0]));
    const served = await ledger.json<readonly Listed[]>('list', `goal:${goal.id}`, '--all');
    note(fact, 'list', countByHand(served, goal.unit, everything));
    const reported = status.goals.find(({ id }) => id === goal.id);
    // A private one is reported to no one.
    if (!reported) continue;
    note(fact, 'report status --json', counted(reported));
    note(fact, 'report status', readProgress(lineOf(statusText, `**${goal.title}**`)));
    note(
      fact,
      'page of the goal',
      readProgress(from(ledger.page(`goals/${goal.id}.html`), 'Progress <')),
    );
    note(fact, 'page of all goals', readTile(ledger.page('goals.html'), goal.title));
    if (overview?.includes(`${goal.title} <`)) {
      note(fact, 'first page', readTile(overview, goal.title));
    }
  }
}

async function surveyEpics(
  ledger: Ledger,
  roadmap: Roadmap,
  status: StatusReport,
  statusText: string,
) {
  const { note } = ledger;
  const shown = await ledger.text('roadmap');
  const markdown = await ledger.text('roadmap', '--format', 'markdown');
  const everything = await ledger.json<readonly Listed[]>('list', '--all');
  for (const entry of roadmap.entries) {
    const name = entry.id ?? entry.title;
    const fact = `progress of ${name}`;
    note(fact, 'roadmap --json', counted(entry));
    note(fact, 'roadmap', readProgress(lineOf(shown, entry.title)));
    if (entry.id !== null) {
      const parts = await ledger.json<readonly Listed[]>('list', `epic:${entry.id}`, '--all');
      const own = everything.filter(({ id }) => id === entry.id);
      note(fact, 'list', countByHand([...own, ...parts], entry.unit, everything));
    }
    if (!markdown.includes(`${entry.title}**`)) continue;
    note(fact, 'roadmap --format markdown', readProgress(lineOf(markdown, `${entry.title}**`)));
    const reported = lineOf(statusText, `**${entry.title}**`);
    if (reported !== undefined) note(fact, 'report status', readProgress(reported));
    const row = tableOf(ledger.page('roadmap.html'), entry.title);
    note(fact, 'page of the roadmap', readProgress(row));
    note(`dates of ${name}`, 'roadmap --json', datesOf(entry.percentiles));
    const ahead = status.ahead.find(({ id }) => id === entry.id);
    if (ahead) note(`dates of ${name}`, 'report status --json', datesOf(ahead.percentiles));
    if (entry.id === null) continue;
    const forecast = await tryForecast(ledger, entry.id);
    // Work that nobody can size is in no forecast.
    if (forecast) note(`dates of ${name}`, 'forecast --json', datesOf(forecast.percentiles));
  }
}

async function tryForecast(ledger: Ledger, ...what: readonly string[]) {
  try {
    return await ledger.json<ForecastReport>('forecast', ...what);
  } catch {
    return null;
  }
}

async function surveySprints(ledger: Ledger, status: StatusReport, statusText: string) {
  const { note } = ledger;
  type Row = { readonly id: string; readonly status: string } & SprintTotals;
  const rows = await ledger.json<readonly Row[]>('sprint', 'list');
  const velocity = await ledger.json<TeamPace>('velocity');
  const table = await ledger.text('sprint', 'list');
  const pages = ledger.page('sprints.html');
  for (const { id, status: state, unit, ...row } of rows) {
    const noteAll = (place: string, totals: Partial<SprintTotals>, keys: readonly Key[]) => {
      for (const key of keys) note(`${key} of ${id}`, place, totals[key] ?? 0);
    };
    const isClosed = state === 'closed';
    note('unit', `sprint ${id}`, unit);
    noteAll('sprint list --json', row, ['committed', 'now', 'done']);
    const cells = (lineOf(table, id) ?? '').trim().split(/ {2,}/);
    note(`now of ${id}`, 'sprint list', toNumber(cells[4]));
    if (state !== 'planned') {
      note(`committed of ${id}`, 'sprint list', toNumber(cells[5]));
      note(`done of ${id}`, 'sprint list', toNumber(cells[6]));
    }
    const shown = await ledger.json<ShownSprint>('sprint', 'show', id);
    noteAll('sprint show --json', shown.totals, sprintKeys);
    if (shown.totals.unit === 'points')
      noteAll('points of sprint show', shown.points, ['committed', 'now', 'done', 'carried']);
    const text = await ledger.text('sprint', 'show', id);
    noteText(note, id, 'sprint show', text, state);
    const page = ledger.page(`sprints/${id}.html`);
    noteText(note, id, 'page of the sprint', page, state);
    const cellsOfPage = tableOf(pages, id)
      ?.split('|')
      .map((cell) => cell.replace(/<|\s/g, ''));
    if (cellsOfPage !== undefined && page !== undefined) {
      note(`now of ${id}`, 'page of all sprints', toNumber(cellsOfPage[3]));
      if (state !== 'planned') {
        note(`committed of ${id}`, 'page of all sprints', toNumber(cellsOfPage[4]));
        note(`done of ${id}`, 'page of all sprints', toNumber(cellsOfPage[5]));
      }
      if (isClosed) note(`carried of ${id}`, 'page of all sprints', toNumber(cellsOfPage[6]));
    }
    const past = velocity.sprints.find(({ sprint }) => sprint === id);
    if (past) {
      noteAll('velocity --json', past, ['committed', 'added', 'removed', 'done', 'carried']);
      note(`balance of ${id}`, 'in and out', past.committed + past.added - past.removed);
      note(`balance of ${id}`, 'done and carried', past.done + past.carried);
    }
    if (state === 'planned') continue;
    const report = await ledger.report<SprintReport>('sprint', id);
    noteAll('report sprint --json', report.sprint.totals, sprintKeys);
    noteText(note, id, 'report sprint', await ledger.text('report', 'sprint', id), state);
    const burndown = await ledger.json<BurndownReport>('burndown', id);
    const text2 = await ledger.text('burndown', id);
    const last = burndown.days.findLast(({ left }) => left !== null);
    note('unit', `burndown ${id}`, burndown.unit);
    note(`committed of ${id}`, 'burndown --json', burndown.committed);
    if (last) {
      note(`done of ${id}`, 'burndown --json', round(last.done ?? 0));
      note(`now of ${id}`, 'burndown --json', round(last.scope ?? 0));
      note(`left of ${id}`, 'burndown --json', round(last.left ?? 0));
      note(`left of ${id}`, 'sprint list --json', round(row.now - row.done));
      note(`left of ${id}`, 'burndown', numberIn(text2, /([\d.,]+) of [\d.,]+ \w+ left/));
      note(
        `pace of ${id}`,
        'burndown',
        /([\d.,]+ )?(behind|ahead of|on) an even pace/.exec(text2)?.[0],
      );
    }
    if (isClosed) continue;
    const daily = await ledger.report<DailyReport>('daily');
    const dailyText = await ledger.text('report', 'daily');
    noteAll('report daily --json', daily.sprint.sprint.totals, sprintKeys);
    noteText(note, id, 'report daily', dailyText, state);
    note(`left of ${id}`, 'report daily --json', daily.left ? round(daily.left.points) : undefined);
    note(
      `pace of ${id}`,
      'report daily',
      /([\d.,]+ )?(behind|ahead of|on) an even pace/.exec(dailyText)?.[0],
    );
    if (status.sprint) {
      noteAll('report status --json', status.sprint.sprint.totals, sprintKeys);
      noteText(note, id, 'report status', from(statusText, '## This sprint'), state);
    }
    note(`days left of ${id}`, 'report sprint --json', report.daysLeft);
    note(`days left of ${id}`, 'report daily', numberIn(dailyText, /(\d+) working days? left/));
    note(
      `days left of ${id}`,
      'report status',
      numberIn(from(statusText, '## This sprint'), /(\d+) working days? left/),
    );
  }
}

type Key = 'committed' | 'added' | 'removed' | 'now' | 'done' | 'carried';
const sprintKeys: readonly Key[] = ['committed', 'added', 'removed', 'now', 'done', 'carried'];

/** `9 of 25 points done, 23 were committed`, `23 points committed, 9 of 25 done so far`, …  */
function noteText(
  note: Ledger['note'],
  id: string,
  place: string,
  text: string | undefined,
  state: string,
) {
  if (text === undefined) return;
  if (state === 'planned') {
    note(
      `now of ${id}`,
      place,
      numberIn(text, /([\d.,]+) (?:points?|items?) planned|Planned: ([\d.,]+)/),
    );
    return;
  }
  const [, done, now] = /([\d.,]+) of ([\d.,]+)(?: points?| items?)? done/.exec(text) ?? [];
  note(
    `done of ${id}`,
    place,
    done === undefined ? numberIn(text, /committed, ([\d.,]+) done/) : toNumber(done),
  );
  if (now !== undefined) note(`now of ${id}`, place, toNumber(now));
  note(
    `committed of ${id}`,
    place,
    numberIn(text, /([\d.,]+)(?: points?| items?)? (?:were |was )?committed/),
  );
  note(
    `carried of ${id}`,
    place,
    numberIn(text, /([\d.,]+) carried over\b|Carried over: ([\d.,]+)/),
  );
}

async function surveyPace(ledger: Ledger, status: StatusReport, statusText: string) {
  const { note } = ledger;
  const pace = await ledger.json<TeamPace>('velocity');
  const text = await ledger.text('velocity');
  const forecast = await ledger.json<ForecastReport>('forecast');
  const overview = ledger.page('index.html');
  note('unit', 'velocity --json', pace.unit);
  note('unit', 'forecast --json', forecast.unit);
  note('unit', 'report status --json', status.velocity.unit);
  note('period', 'velocity --json', pace.period);
  note('period', 'forecast --json', forecast.period);
  const mean = pace.mean === null ? null : round(pace.mean);
  note('pace', 'velocity --json', mean);
  note(
    'pace',
    'report status --json',
    status.velocity.mean === null ? null : round(status.velocity.mean),
  );
  note(
    'pace',
    'report status',
    numberIn(from(statusText, '## Pace'), /([\d.,]+) \w+ a (?:sprint|week)/) ?? null,
  );
  note(
    'pace',
    'velocity',
    numberIn(text, /(?:Mean of .*?: |^)([\d.,]+) (?:points?|items?)/m) ?? null,
  );
  note('pace', 'first page', numberIn(overview, /< Pace < ([\d.,]+) (?:points?|items?) /) ?? null);
  const history =
    pace.period === 'sprint'
      ? pace.sprints.map(({ done }) => done)
      : pace.weeks.map((week) => week[pace.unit]);
  note('past', 'velocity --json', history.slice(-forecast.history.length));
  note('past', 'forecast --json', forecast.history);
  if (pace.period === 'week') {
    const { throughput } = await ledger.json<{ throughput: TeamPace['weeks'] }>('measures');
    note(
      'past',
      'measures --json',
      throughput.map((week) => week[pace.unit]).slice(-forecast.history.length),
    );
  }
  await ledger.text('measures');
}

async function surveyDates(ledger: Ledger, roadmap: Roadmap) {
  const { note } = ledger;
  const forecast = await ledger.json<ForecastReport>('forecast');
  const text = await ledger.text('forecast');
  const overview = ledger.page('index.html');
  note('enough', 'forecast --json', forecast.enough);
  note('enough', 'roadmap --json', roadmap.enough);
  if (forecast.history.some((amount) => amount > 0)) {
    note('enough', 'forecast', text.includes('← the date to tell'));
  }
  note('samples', 'forecast --json', forecast.samples);
  note('samples', 'roadmap --json', roadmap.samples);
  const open = await ledger.json<readonly Listed[]>('list');
  note('remaining', 'forecast --json', Math.round(forecast.remaining));
  note(
    'remaining',
    'forecast',
    numberIn(text, /([\d.,]+) (?:points?|items?) left/) === undefined
      ? undefined
      : Math.round(numberIn(text, /([\d.,]+) (?:points?|items?) left/) ?? 0),
  );
  const everything = await ledger.json<readonly Listed[]>('list', '--all');
  const left = countByHand(open, forecast.unit, everything)?.of ?? 0;
  if (forecast.unestimated.items === 0) note('remaining', 'list', Math.round(left));
  note('estimated', 'first page', numberIn(overview, /< Points < ([\d.,]+)/));
  if (forecast.unit === 'points') note('estimated', 'list', left);

  // One item at a time, by all who name days for it.
  for (const { id, type } of open.filter((one) => one.type !== 'epic').slice(0, 3)) {
    const alone = await tryForecast(ledger, id);
    if (!alone) continue;
    const go = alone.percentiles[alone.enough ? '85' : '50'].date;
    note(`day to go by of ${id}`, 'forecast --json', go);
    const why = await ledger.json<{ forecast: string | null; enough: boolean }>('why', id);
    note(`day to go by of ${id}`, 'why --json', why.forecast);
    if (go) note('enough', `why ${id}`, why.enough);
    const whyText = await ledger.text('why', id);
    if (go) note(`day to go by of ${id}`, 'why', whyText.includes(spellDay(go)) ? go : 'another');
    const page = ledger.page(`items/${id}.html`);
    if (go && page !== undefined) {
      const day = /(?:Done by|At the pace so far by)[\s<>]*(\d+ \w+ \d+)/.exec(page)?.[1];
      note(`day to go by of ${id}`, 'page of the item', day === undefined ? null : isoOf(day));
    }
    note('unit', `forecast ${id} (${type})`, alone.unit);
  }
}

async function surveyPromises(ledger: Ledger, status: StatusReport) {
  const { note } = ledger;
  const decisions = await ledger.json<readonly Decision[]>('today', '--all');
  const slips = decisions.filter(({ kind, id }) => kind === 'date' && id.startsWith('FB-'));
  const { findings } = JSON.parse(await ledger.text('check', '--format', 'json')) as {
    readonly findings: readonly { readonly rule: string; readonly path: string }[];
  };
  const late = findings.filter(({ rule }) => rule === 'trace/promise-late');
  note('late promises', 'today --json', slips.map(({ id }) => id).toSorted());
  note('late promises', 'check', late.map(({ path }) => /FB-\w+/.exec(path)?.[0] ?? '').toSorted());
  note('how many late promises', 'today --json', slips.length);
  note('how many late promises', 'report status --json', status.promises.length);
  const stakeholders = await ledger.json<readonly Listed[]>('list', 'type:stakeholder', '--all');
  for (const { id: whom } of stakeholders) {
    const report = await ledger.report<StakeholderReport>('stakeholder', whom);
    await ledger.text('report', 'stakeholder', whom);
    for (const { reply } of report.asked) {
      const answer = await ledger.json<Reply>('answer', reply.id);
      await ledger.text('answer', reply.id);
      note(`letter ${reply.id}`, 'answer --json', [answer.from, answer.by, answer.slips]);
      note(`letter ${reply.id}`, 'report stakeholder', [reply.from, reply.by, reply.slips]);
      for (const { id, by } of answer.items) {
        if (by === null) continue;
        const forecast = await ledger.json<ForecastReport>('forecast', id);
        note(`day to go by of ${id}`, 'forecast --json', forecast.percentiles['85'].date);
        note(`day to go by of ${id}`, `answer ${reply.id}`, by);
      }
    }
  }
}

/** Text with a row of a table a line and ` | ` behind each cell, and ` < ` where other elements begin or end. */
function readPage(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/tr>/g, '\n')
    .replace(/<\/t[dh]>/g, ' | ')
    .replace(/<[^>]*>/g, ' < ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replace(/[ \t]+/g, ' ')
    .replace(/(<\s*)+/g, '< ');
}

function from(whole: string | undefined, what: string): string | undefined {
  const at = whole?.indexOf(what) ?? -1;
  return at < 0 ? undefined : whole?.slice(at + what.length);
}

function lineOf(whole: string, what: string): string | undefined {
  return whole.split('\n').find((line) => line.includes(what));
}

/** The text of a page behind the last time it names something: its row, below any chart. */
function tableOf(page: string | undefined, what: string): string | undefined {
  const at = page?.lastIndexOf(what) ?? -1;
  return at < 0 ? undefined : page?.slice(at + what.length).split('\n')[0];
}

function numberIn(text: string | undefined, pattern: RegExp): number | undefined {
  const found = text === undefined ? null : pattern.exec(text);
  return found ? toNumber(found[1] ?? found[2]) : undefined;
}

function toNumber(digits: string | undefined): number {
  return Number((digits ?? 'none').replaceAll(',', ''));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function isoOf(day: string): string {
  const date = new Date(`${day} UTC`);
  return Number.isNaN(date.getTime()) ? day : date.toISOString().slice(0, 10);
}

function datesOf(percentiles: Roadmap['entries'][number]['percentiles']) {
  return [percentiles['50'].date, percentiles['85'].date];
}

function counted(progress: Progress) {
  const { done, all, unit } = countedIn(progress);
  return all === 0 ? null : { done, of: all, unit };
}

/** `28 of 61+ points` */
function readProgress(said: string | undefined) {
  if (said === undefined) return undefined;
  const found = /([\d.,]*\d) of ([\d.,]*\d)\+? (point|item)s?\b/.exec(said.slice(0, 200));
  return found ? { done: toNumber(found[1]), of: toNumber(found[2]), unit: `${found[3]}s` } : null;
}

/** A tile without work says so, and the next one begins. */
function readTile(page: string | undefined, title: string) {
  return readProgress(from(page, `${title} <`)?.split('No work serves it yet')[0]);
}

/** What a person with the list in hand would count: epics by their parts, and nothing dropped. */
function countByHand(items: readonly Listed[], unit: string, everything = items) {
  const kept = items.filter(({ status }) => status !== 'dropped');
  const split = new Set(
    everything.filter(({ status }) => status !== 'dropped').map(({ parent }) => parent),
  );
  const work = kept.filter(
    ({ id, type, points }) => type !== 'epic' || (points !== undefined && !split.has(id)),
  );
  const sum = (list: readonly Listed[], what: string) =>
    what === 'items' ? list.length : list.reduce((total, { points }) => total + (points ?? 0), 0);
  const what = sum(work, 'points') === 0 ? 'items' : unit;
  const all = sum(work, what);
  const done = sum(
    work.filter(({ status }) => status === 'done'),
    what,
  );
  return all === 0 ? null : { done, of: all, unit: what };
}
