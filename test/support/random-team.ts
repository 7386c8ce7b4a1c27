import { addDays } from '../../src/text/date.js';
import { seedRandom } from '../../src/text/random.js';
import { createSandbox, type Sandbox } from './sandbox.js';

/** One of many teams: with points or without, with sprints or without, with secrets and days off. */
export interface RandomTeam {
  readonly sandbox: Sandbox;
  /** Ids by type. */
  readonly ids: Readonly<
    Record<'epic' | 'goal' | 'sprint' | 'feedback' | 'work', readonly string[]>
  >;
}

type Fields = Record<string, unknown>;
type Counted = { readonly id: string; readonly points?: number };

const firstSprint = '2026-08-24';
const length = 14;

/**
 * A backlog of about forty items as a team would have it on 24 November 2026. A running sprint has
 * carried and added work; closed ones keep a record that adds up.
 */
export function writeRandomTeam(seed: number): RandomTeam {
  const random = seedRandom(`team ${seed}`);
  const chance = (share: number) => random() < share;
  const upTo = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;

  const estimated = pick([0, 0.5, 0.9, 1]);
  const hasSprints = chance(0.75);
  const closed = hasSprints ? pick([0, 1, 3, 5, 6]) : 0;
  const isRunning = hasSprints && chance(0.7);
  const isPlanned = hasSprints && chance(0.5);
  const gap = pick([0, 0, 1, 7]);
  const documents = new Map<string, Fields>();
  const points = () => (chance(estimated) ? pick([1, 2, 3, 5, 8, 0.5]) : undefined);

  const goals = ['calm', 'fast', 'hidden'].slice(0, 1 + upTo(3));
  for (const id of goals) {
    documents.set(`goals/${id}`, {
      type: 'goal',
      status: 'active',
      title: `Be ${id}`,
      private: id === 'hidden' || undefined,
    });
  }
  const epics = Array.from({ length: 1 + upTo(5) }, (_, index) => `EP-${index}`);
  epics.forEach((id, index) => {
    documents.set(`items/${id}`, {
      type: 'epic',
      status: pick(['draft', 'ready', 'doing', 'doing', 'done', 'dropped']),
      title: `Epic number ${index}`,
      parent: index > 0 && chance(0.4) ? epics[upTo(index)] : undefined,
      goal: chance(0.6) ? pick(goals) : undefined,
      points: chance(0.2) ? pick([8, 13]) : undefined,
      private: chance(0.1) || undefined,
    });
  });

  const work: string[] = [];
  const addItem = (fields: Fields): string => {
    const id = `${pick(['ST', 'TA', 'BU'])}-${String(work.length).padStart(2, '0')}`;
    work.push(id);
    const own = { points: points(), parent: chance(0.6) ? pick(epics) : undefined };
    documents.set(`items/${id}`, {
      type: { ST: 'story', TA: 'task', BU: 'bug' }[id.slice(0, 2)],
      title: `Make number ${work.length} work`,
      goal: chance(0.2) ? pick(goals) : undefined,
      private: chance(0.1) || undefined,
      due: chance(0.1) ? `2027-0${1 + upTo(8)}-15` : undefined,
      ...own,
      ...fields,
    });
    return id;
  };
  const counted = (id: string): Counted => {
    const size = documents.get(`items/${id}`)?.['points'];
    return typeof size === 'number' ? { id, points: size } : { id };
  };
  const addTo = (sprint: string, day: string, fields: Fields, sign = '+') => {
    const id = addItem({ sprint, ...fields });
    const item = documents.get(`items/${id}`) as Fields;
    const size = typeof item['points'] === 'number' ? item['points'] : '?';
    item['sprints'] = [`${day} ${sign}${sprint} ${size} planned`];
    return id;
  };

  const sprints: string[] = [];
  let start = addDays(firstSprint, (6 - closed) * (length + gap) - 4 * gap);
  const addSprint = (fields: Fields): void => {
    const id = sprints.at(-1) ?? '';
    documents.set(`sprints/${id}`, {
      type: 'sprint',
      title: id === '2026-S91' ? `Sprint ${id}` : id,
      start,
      end: addDays(start, length - 1),
      ...fields,
    });
    start = addDays(start, length + gap);
  };
  const newSprint = () => {
    sprints.push(`2026-S9${sprints.length}`);
    return sprints.at(-1) ?? '';
  };

  // The last closed sprint ends before the running one starts, eight days before today.
  const runningStart = '2026-11-16';
  start = addDays(runningStart, -closed * (length + gap));
  for (let index = 0; index < closed; index += 1) {
    const id = newSprint();
    const day = addDays(start, 9);
    const finish = () => addTo(id, start, { status: 'done', started: start, done: day });
    const done = Array.from({ length: 1 + upTo(4) }, finish);
    const added = chance(0.5)
      ? [addTo(id, addDays(start, 3), { status: 'done', started: start, done: day })]
      : [];
    const carried = chance(0.5) ? [addItem({ status: 'ready' })] : [];
    const removed = chance(0.3) ? [addItem({ status: 'ready' })] : [];
    addSprint({
      status: 'closed',
      committed: [...done, ...carried, ...removed].map(counted),
      added: added.map(counted),
      removed: removed.map(counted),
      done: [...done, ...added].map(counted),
      carried: carried.map(counted),
    });
  }
  if (isRunning) {
    start = runningStart;
    const id = newSprint();
    const states = () => pick(['ready', 'doing', 'done', 'done', 'dropped']);
    const enter = (day: string) => {
      const status = states();
      const begun = status === 'ready' ? undefined : '2026-11-18';
      return addTo(id, day, {
        status,
        started: begun,
        done: status === 'done' ? pick(['2026-11-20', '2026-11-23', '2026-11-24']) : undefined,
      });
    };
    const committed = Array.from({ length: 2 + upTo(5) }, () => enter(start));
    if (chance(0.6)) enter('2026-11-19');
    if (chance(0.4)) {
      const gone = addItem({ status: 'ready' });
      committed.push(gone);
      const item = documents.get(`items/${gone}`) as Fields;
      item['sprints'] = [`2026-11-16 +${id} ? planned`, `2026-11-20 -${id} ? no time`];
    }
    addSprint({ status: 'active', committed: committed.map(counted) });
  } else {
    start = '2026-11-30';
  }
  if (isPlanned) {
    const id = newSprint();
    for (let index = upTo(4); index >= 0; index -= 1) addTo(id, '2026-11-20', { status: 'ready' });
    addSprint({ status: 'planned' });
  }
  if (!hasSprints) {
    for (let week = pick([0, 2, 7]); week > 0; week -= 1) {
      for (let index = upTo(4); index >= 0; index -= 1) {
        const day = addDays('2026-11-24', -7 * week + upTo(3));
        addItem({ status: 'done', started: addDays(day, -2), done: day });
      }
    }
  }
  for (let index = 4 + upTo(10); index >= 0; index -= 1) {
    addItem({ status: pick(['draft', 'ready', 'ready', 'doing', 'dropped']), started: undefined });
  }
  const old = addItem({ status: 'done', started: '2026-07-01', done: '2026-07-03' });
  documents.set(`items/archive/${old}`, documents.get(`items/${old}`) as Fields);
  documents.delete(`items/${old}`);

  documents.set('stakeholders/ann', { type: 'stakeholder', title: 'Ann' });
  const feedback = Array.from({ length: 3 + upTo(4) }, (_, index) => `FB-${index}`);
  for (const id of feedback) {
    documents.set(`feedback/${id}`, {
      type: 'feedback',
      status: 'answered',
      title: `Ann said ${id}`,
      from: 'ann',
      date: '2026-10-01',
      answered: '2026-10-02',
      promised: chance(0.7)
        ? pick(['2026-11-20', '2026-12-06', '2027-01-20', '2027-03-01'])
        : undefined,
      items: [...new Set([pick([...work, ...epics]), pick(work)])].filter((one) => one !== old),
    });
  }

  const sandbox = createSandbox();
  const off = chance(0.4)
    ? 'team:\n  members: [{name: ann}, {name: ben}]\n  off: [2026-11-26, 2026-12-21..2027-01-03]\n'
    : '';
  sandbox.write('backlog/backlog.yaml', `product: Team ${seed}\n${off}`);
  let rank = 0;
  for (const [path, fields] of documents) {
    const id = path.slice(path.lastIndexOf('/') + 1);
    const isWork = path.startsWith('items/');
    const all = { id, ...fields, ...(isWork ? { rank: `a${rankOf(rank++)}` } : {}) };
    const lines = Object.entries(all)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    sandbox.write(`backlog/${path}.md`, `---\n${lines.join('\n')}\n---\n`);
  }
  return { sandbox, ids: { epic: epics, goal: goals, sprint: sprints, feedback, work } };
}

/** Keys of two digits, none of which ends in the lowest. */
function rankOf(index: number): string {
  return `${String(Math.floor(index / 9)).padStart(2, '0')}${(index % 9) + 1}`;
}
