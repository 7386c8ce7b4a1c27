// The main job on the example backlog, in a temporary folder: each command before its output.
// `node scripts/demo.mjs` shows it; the README's tour is made from the same steps.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const repository = resolve(import.meta.dirname, '..');
const program = join(repository, 'bin', 'storymark.js');

/** Everything that could make two runs differ is fixed. */
export const demoEnvironment = {
  STORYMARK_NOW: '2026-11-24T09:00:00Z',
  STORYMARK_SEED: 'demo',
  STORYMARK_FORCE_TTY: '100',
  NO_COLOR: '1',
  TZ: 'Europe/Berlin',
};

const wishes = `As a manager of a remote team, I want to be told when somebody's hours change, so that I can move our meetings in time.
As a traveller I'd like to see my week in the zone I fly to
Make the calendar faster
`;

/** A step: what is typed, and how much of its output the README shows. */
export const steps = [
  {
    say: "Bring in a workshop's notes, one wish a line",
    run: 'storymark import stories wishes.txt --label workshop',
    readme: 3,
  },
  {
    say: 'Write one story',
    run: 'storymark add --as "traveller" --want "to hide meetings outside my hours" --so "I keep my evenings" --points 3',
    readme: 3,
  },
  { say: 'See what is badly formed', run: 'storymark check', exit: 1, readme: 20 },
  {
    say: 'Give an item its value, urgency and risk',
    run: 'storymark score ST-S2 value=8 urgency=8 risk=3',
    readme: 3,
  },
  {
    say: 'Order the backlog by value, blockers first',
    run: 'storymark rank --limit 6',
    readme: 20,
  },
  { say: 'Write that order into the files', run: 'storymark rank --apply --limit 3' },
  {
    say: 'Close the running sprint',
    run: 'storymark sprint close --unfinished backlog',
    readme: 8,
  },
  {
    say: 'Choose the next one: exact, with the reason and the price of what is left out',
    run: 'storymark sprint plan --capacity 24 --apply',
    readme: 22,
  },
  {
    say: 'Start it: what is in it now is the commitment',
    run: 'storymark sprint start',
    readme: 2,
  },
  { say: 'Begin with the first', run: 'storymark start ST-R8' },
  { say: 'Read any of them', run: 'storymark show ST-R8', readme: 10 },
  {
    say: 'Follow what a stakeholder said to what came of it',
    run: 'storymark trace FB-0Q',
    readme: 9,
  },
  { say: 'And tell them, in plain words', run: 'storymark answer FB-0Q', readme: 13 },
];

/** Runs the steps in a fresh copy of the example; calls back with each command and its output. */
export function runDemo(onStep) {
  const folder = mkdtempSync(join(tmpdir(), 'storymark-demo-'));
  try {
    cpSync(join(repository, 'examples', 'calendar'), folder, { recursive: true });
    writeFileSync(join(folder, 'wishes.txt'), wishes);
    for (const step of steps) {
      const args = splitCommand(step.run).slice(1);
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...demoEnvironment },
      });
      if (status !== (step.exit ?? 0)) {
        throw new Error(`${step.run} ended with ${status}:\n${stderr}`);
      }
      onStep(step, stdout, stderr);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function splitCommand(text) {
  return (text.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  execFileSync(process.execPath, [program, '--version'], { stdio: 'ignore' });
  runDemo((step, stdout, stderr) => {
    process.stdout.write(`# ${step.say}\n$ ${step.run}\n${stdout}${stderr}\n`);
  });
}
