import { join } from 'node:path';
import { setup, teardown } from '../support/state-home.js';
import { addAtOnce, writeAtOnce } from './crowd.js';
import { describeFuzz, fuzzDocuments } from './fuzz.js';
import { describeKills, killAtRandom } from './kills.js';

/*
 * `npm run torture`: the store's tests with the full numbers. Arguments: the repository, the
 * worker of the crowd, kills, documents, a seed.
 */
const [repository = '.', worker = '', kills = '500', documents = '50000', seed = 'torture'] =
  process.argv.slice(2);
const program = join(repository, 'bin/storymark.js');
let faults = 0;
// Whoever runs this has a state folder of their own.
setup();

function tell(title: string, text: string, found: number): void {
  faults += found;
  process.stdout.write(`${title}\n${text.replace(/^/gm, '  ')}\n`);
}

process.stdout.write(`seed ${seed}\n`);
const killed = await killAtRandom(repository, Number(kills), seed);
tell('Crash', describeKills(killed), killed.faults.length);

for (const ids of ['random', 'sequential'] as const) {
  const crowd = await addAtOnce(program, 40, ids);
  const failed = crowd.codes.filter((code) => code !== 0).length;
  const distinct = new Set(crowd.ids).size;
  const places = new Set(crowd.ranks).size;
  const text = `40 processes adding, ${ids} ids: ${distinct} ids, ${places} ranks, ${crowd.files} files, ${crowd.left.length} temporary files left, ${failed} failed\n${crowd.messages}`;
  const isSound =
    distinct === 40 &&
    places === 40 &&
    crowd.files === 40 &&
    crowd.left.length === 0 &&
    failed === 0;
  tell('Crowd', text.trimEnd(), isSound ? 0 : 1);
}

const writers = await writeAtOnce(worker, 20, 10);
const failed = writers.codes.filter((code) => code !== 0).length;
tell(
  'Crowd',
  `20 writers of one item, 10 changes each: ${writers.changes} of 200 there, ${writers.reads} reads meanwhile, ${writers.brokenReads.length} of them broken, ${failed} failed`,
  writers.changes === 200 && failed === 0 ? writers.brokenReads.length : 1,
);

const fuzzed = await fuzzDocuments(repository, Number(documents), seed);
tell('Fuzz', describeFuzz(fuzzed), fuzzed.faults.length);

teardown();
process.stdout.write(faults === 0 ? 'No faults\n' : `${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
