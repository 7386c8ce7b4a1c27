// Writes a backlog of any size whose items all differ: node scripts/bench/generate-backlog.mjs DIR COUNT
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';

const syllables = 'ba ke lo mi nu ra se ti vo da fe go hi ju la me no pi ru sa te vi wo za'.split(
  ' ',
);
const verbs =
  'see book print share import cancel review compare assign archive follow approve'.split(' ');
const roles = 'guest host manager driver planner nurse teacher editor clerk pilot'.split(' ');
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const vocabularySize = 3_000;
const sprintCount = 20;
const goalCount = 5;
/** Statuses as old backlogs have them, a third of it done. */
const statuses = [
  ...Array(30).fill('draft'),
  ...Array(20).fill('ready'),
  ...Array(5).fill('doing'),
  ...Array(5).fill('review'),
  ...Array(35).fill('done'),
  ...Array(5).fill('dropped'),
];

/**
 * A backlog as a team of years has it: stories, tasks, bugs and epics with ranks, parents,
 * sprints, personas, goals, dependencies and scores, in words as unevenly used as those of a
 * language (Zipf). The same count gives the same files.
 *
 * @param {number} count work items
 * @returns {Record<string, string>} texts by path in the backlog's folder
 */
export function generateBacklog(count) {
  const random = createRandom(count);
  const below = (bound) => Math.floor(random() * bound);
  const pick = (list) => list[below(list.length)];
  const noun = () => makeWord(Math.floor(vocabularySize ** random()));
  const phrase = (words) => Array.from({ length: words }, noun).join(' ');
  const files = { 'backlog.yaml': '{}\n', ...generateAround() };
  const ids = makeIds(count, below);
  const ranks = generateNKeysBetween(null, null, count);
  for (const [index, { id, type }] of ids.entries()) {
    const want = `${pick(verbs)} the ${phrase(3)}`;
    const status = pick(statuses);
    const sprint = `2026-S${String(1 + below(sprintCount)).padStart(2, '0')}`;
    const isPlanned = type !== 'epic' && status !== 'draft';
    const epic = Math.floor(index / 20) * 20;
    files[`items/${id}-${want.replaceAll(' ', '-')}.md`] = [
      '---',
      `id: ${id}`,
      `type: ${type}`,
      `status: ${status}`,
      `title: ${want} ${index}`,
      ...(type === 'epic' ? [] : [`points: ${pick([1, 2, 3, 5, 8])}`, `persona: ${pick(roles)}`]),
      `rank: ${ranks[index]}`,
      ...(type === 'epic' ? [] : [`parent: ${ids[epic].id}`]),
      ...(isPlanned ? [`sprint: ${sprint}`] : []),
      `created: 2026-0${1 + below(9)}-1${below(10)}`,
      `labels: [${noun()}, ${noun()}]`,
      `goal: goal-${below(goalCount)}`,
      // Only what stands earlier: no circles.
      ...(index > 10 && below(3) === 0 ? [`depends: [${ids[below(index)].id}]`] : []),
      ...(isPlanned ? ['sprints:', `  - 2026-05-0${1 + below(9)} +${sprint} 3 set`] : []),
      'score:',
      `  value: ${1 + below(13)}`,
      `  urgency: ${1 + below(13)}`,
      `  risk: ${1 + below(13)}`,
      '---',
      '',
      `As a ${pick(roles)}, I want to ${want}, so that the ${phrase(3)} is ${noun()}.`,
      '',
      '## Acceptance criteria',
      '',
      `- [ ] Given a ${phrase(2)}, when I ${pick(verbs)} it, then I see the ${phrase(2)}`,
      `- [ ] The ${phrase(2)} of ${index} is there within ${index % 50} seconds`,
      '',
      '## Notes',
      '',
      `Talked about with ${phrase(12)}: ${phrase(20)}.`,
      '',
    ].join('\n');
  }
  return files;
}

function generateAround() {
  const files = {};
  for (const role of roles) {
    files[`personas/${role}.md`] = `---\nid: ${role}\ntype: persona\ntitle: ${role}\n---\n`;
  }
  for (let goal = 0; goal < goalCount; goal += 1) {
    files[`goals/goal-${goal}.md`] =
      `---\nid: goal-${goal}\ntype: goal\nstatus: active\ntitle: Goal ${goal}\n---\n`;
  }
  for (let sprint = 1; sprint <= sprintCount; sprint += 1) {
    const id = `2026-S${String(sprint).padStart(2, '0')}`;
    files[`sprints/${id}.md`] =
      `---\nid: ${id}\ntype: sprint\nstatus: planned\ntitle: Sprint ${sprint}\n---\n`;
  }
  return files;
}

/** Each twentieth is an epic, the others its parts. */
function makeIds(count, below) {
  const prefixes = { epic: 'EP', story: 'ST', task: 'TA', bug: 'BU' };
  const used = new Set();
  return Array.from({ length: count }, (_, index) => {
    const type = index % 20 === 0 ? 'epic' : ['story', 'story', 'story', 'task', 'bug'][index % 5];
    let suffix;
    do suffix = Array.from({ length: 6 }, () => digits[below(digits.length)]).join('');
    while (used.has(suffix));
    used.add(suffix);
    return { id: `${prefixes[type]}-${suffix}`, type };
  });
}

/** The nth word of the vocabulary. */
function makeWord(index) {
  let word = '';
  for (let rest = index + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}

/** Mulberry32 (Tommy Ettinger, public domain): the same numbers for the same seed. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes a generated backlog as `backlog/` in a folder. */
export function writeBacklog(folder, count) {
  const root = join(folder, 'backlog');
  for (const inner of ['items', 'personas', 'goals', 'sprints']) {
    mkdirSync(join(root, inner), { recursive: true });
  }
  for (const [path, text] of Object.entries(generateBacklog(count))) {
    writeFileSync(join(root, path), text);
  }
}

if (process.argv[1] === import.meta.filename) {
  const [folder = 'bench-backlog', count = '1000'] = process.argv.slice(2);
  writeBacklog(resolve(folder), Number(count));
}
