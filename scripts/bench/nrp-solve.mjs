// Solves one instance and prints {value, proven, seconds}: node nrp-solve.mjs SOLVER FILE RATIO [SECONDS]
import { readFileSync } from 'node:fs';
import { countProfit, readInstance, toGlpk, toSelection } from './nrp-instance.mjs';

const [solver, file, ratioText, secondsText] = process.argv.slice(2);
const ratio = Number(ratioText);
const instance = readInstance(readFileSync(file, 'utf8'));
const start = performance.now();
const answer = solver === 'storymark' ? await solveHere() : await solveWithGlpk();
console.log(JSON.stringify({ ...answer, seconds: (performance.now() - start) / 1000 }));

async function solveHere() {
  const { selectItems } = await import('storymark');
  const { chosen, value, proven } = await selectItems(toSelection(instance, ratio));
  const counted = countProfit(instance, ratio, chosen);
  if (counted !== value) throw new Error(`the value is ${value}, counted again it is ${counted}`);
  return { value, proven };
}

async function solveWithGlpk() {
  const { default: load } = await import('glpk.js/node');
  const glpk = await load();
  const { result } = glpk.solve(toGlpk(glpk, instance, ratio), {
    msglev: glpk.GLP_MSG_OFF,
    presol: true,
    mipgap: 0,
    tmlim: Number(secondsText),
  });
  const isOptimal = result.status === glpk.GLP_OPT;
  return isOptimal || result.status === glpk.GLP_FEAS
    ? { value: result.z, proven: isOptimal }
    : { value: null, proven: false };
}
