/**
 * Reads an instance of the Next Release Problem in the format of Xuan et al., "Solving the large
 * scale next release problem with a backbone-based multilevel algorithm", TSE 2012: levels of
 * requirements with their costs, dependencies, and customers with a profit and their requests. All
 * numbers are separated by blanks or line ends.
 *
 * @param {string} text
 * @returns {{costs: number[], dependencies: [needed: number, by: number][],
 *   customers: {profit: number, requests: number[]}[]}} requirements by number, from 1
 */
export function readInstance(text) {
  const numbers = text.trim().split(/\s+/).map(Number);
  let at = 0;
  const read = () => {
    const number = numbers[at];
    if (!Number.isFinite(number)) throw new Error(`word ${at + 1} is not a number`);
    at += 1;
    return number;
  };
  const readMany = (readOne) => Array.from({ length: read() }, readOne);

  const costs = readMany(() => readMany(read)).flat();
  const dependencies = readMany(() => [read(), read()]);
  const customers = readMany(() => ({ profit: read(), requests: readMany(read) }));
  if (at !== numbers.length) throw new Error(`${numbers.length - at} numbers are left over`);
  return { costs, dependencies, customers };
}

/** What a release may cost: the ratio of the sum of costs, rounded down. */
export function budgetOf({ costs }, ratio) {
  // 0.7 of 10 is 7, though 0.7 * 10 may come out below.
  return Math.floor(ratio * costs.reduce((a, b) => a + b, 0) + 1e-9);
}

/** The instance for `selectItems`: a customer is a group, worth something when all of it is in. */
export function toSelection(instance, ratio) {
  const requires = instance.costs.map(() => []);
  for (const [needed, by] of instance.dependencies) requires[by - 1].push(nameOf(needed));
  return {
    items: instance.costs.map((size, index) => ({
      id: nameOf(index + 1),
      size,
      value: 0,
      requires: requires[index],
    })),
    groups: instance.customers.map(({ profit, requests }, index) => ({
      id: `C${index + 1}`,
      value: profit,
      items: requests.map(nameOf),
    })),
    capacity: budgetOf(instance, ratio),
  };
}

/** The same model for glpk.js. */
export function toGlpk(glpk, instance, ratio) {
  const { GLP_MAX, GLP_UP } = glpk;
  const requirements = instance.costs.map((_, index) => nameOf(index + 1));
  const customers = instance.customers.map((_, index) => `C${index + 1}`);
  const atMost = (ub) => ({ type: GLP_UP, lb: 0, ub });
  const needs = (by, needed) => ({
    name: `${by}-${needed}`,
    vars: [
      { name: by, coef: 1 },
      { name: needed, coef: -1 },
    ],
    bnds: atMost(0),
  });
  return {
    name: 'nrp',
    objective: {
      direction: GLP_MAX,
      name: 'profit',
      vars: instance.customers.map(({ profit }, index) => ({
        name: customers[index],
        coef: profit,
      })),
    },
    subjectTo: [
      {
        name: 'budget',
        vars: instance.costs.map((coef, index) => ({ name: requirements[index], coef })),
        bnds: atMost(budgetOf(instance, ratio)),
      },
      ...instance.dependencies.map(([needed, by]) => needs(nameOf(by), nameOf(needed))),
      ...instance.customers.flatMap(({ requests }, index) =>
        requests.map((request) => needs(customers[index], nameOf(request))),
      ),
    ],
    binaries: [...requirements, ...customers],
  };
}

/** What the chosen requirements are worth, counted from the file alone; null if they break a rule. */
export function countProfit({ costs, dependencies, customers }, ratio, chosen) {
  const bought = new Set(chosen);
  const cost = costs.reduce(
    (sum, each, index) => sum + (bought.has(nameOf(index + 1)) ? each : 0),
    0,
  );
  const isSound = dependencies.every(
    ([needed, by]) => !bought.has(nameOf(by)) || bought.has(nameOf(needed)),
  );
  if (!isSound || cost > budgetOf({ costs }, ratio)) return null;
  return customers
    .filter(({ requests }) => requests.every((request) => bought.has(nameOf(request))))
    .reduce((sum, { profit }) => sum + profit, 0);
}

function nameOf(number) {
  return `R${number}`;
}
