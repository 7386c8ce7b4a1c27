import type { Expression } from 'jsep';
import { failure, type Result, success } from '../../text/problem.js';
import { didYouMean } from '../../text/suggest.js';
import type { ModelInputs } from '../define-model.js';

export interface CompiledFormula {
  /** Its variables, in the order they appear. */
  readonly names: readonly string[];
  /** NaN or Infinity where the arithmetic leads there. */
  readonly evaluate: (inputs: ModelInputs) => number;
  /** `a / b` as its two halves; null for any other form. */
  readonly quotient: { readonly top: CompiledFormula; readonly bottom: CompiledFormula } | null;
}

type Evaluate = CompiledFormula['evaluate'];

const LONGEST = 500;

const operators: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['%', (a, b) => a % b],
  ['**', (a, b) => a ** b],
  ['<', (a, b) => Number(a < b)],
  ['<=', (a, b) => Number(a <= b)],
  ['>', (a, b) => Number(a > b)],
  ['>=', (a, b) => Number(a >= b)],
  ['==', (a, b) => Number(a === b)],
  ['!=', (a, b) => Number(a !== b)],
  ['&&', (a, b) => Number(a !== 0 && b !== 0)],
  ['||', (a, b) => Number(a !== 0 || b !== 0)],
]);

/** Name, fewest and most arguments, what it does. */
const functions: ReadonlyMap<string, readonly [number, number, (...x: number[]) => number]> =
  new Map([
    ['min', [1, 99, Math.min]],
    ['max', [1, 99, Math.max]],
    ['abs', [1, 1, Math.abs]],
    ['sqrt', [1, 1, Math.sqrt]],
    ['log', [1, 1, Math.log]],
    ['log2', [1, 1, Math.log2]],
    ['log10', [1, 1, Math.log10]],
    ['exp', [1, 1, Math.exp]],
    ['pow', [2, 2, (a = 0, b = 0) => a ** b]],
    ['round', [1, 1, Math.round]],
    ['floor', [1, 1, Math.floor]],
    ['ceil', [1, 1, Math.ceil]],
  ]);

/**
 * Turns an expression such as `(value * 2 + urgency) / points` into a function. The package only
 * parses; of what it may find, arithmetic, comparisons, `a ? b : c`, numbers, known names and the
 * functions above are taken, and anything else (properties, texts, calls of other things) refused:
 * nothing of the file is ever run. Fails with what is wrong and `field` before it.
 */
export async function compileFormula(
  text: string,
  knownNames: readonly string[],
  field: string,
): Promise<Result<CompiledFormula>> {
  const refuse = (message: string) =>
    failure({ kind: 'usage', path: 'backlog.yaml', message: `${field}: ${message}` });
  if (text.length > LONGEST) return refuse(`a formula has at most ${LONGEST} characters`);
  const { default: jsep } = await import('jsep');
  try {
    return success(compile(jsep(text), knownNames));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Throws an Error with a message for people, as the parser does. */
function compile(node: Expression, known: readonly string[]): CompiledFormula {
  const names: string[] = [];
  const evaluate = compileNode(node, known, names);
  const isQuotient = node.type === 'BinaryExpression' && node['operator'] === '/';
  const quotient = isQuotient
    ? {
        top: compile(node['left'] as Expression, known),
        bottom: compile(node['right'] as Expression, known),
      }
    : null;
  return { names: [...new Set(names)], evaluate, quotient };
}

function compileNode(node: Expression, known: readonly string[], names: string[]): Evaluate {
  const inner = (key: string) => compileNode(node[key] as Expression, known, names);
  switch (node.type) {
    case 'Literal': {
      const value = node['value'];
      if (typeof value !== 'number') throw new Error(`${String(node['raw'])} is not a number`);
      return () => value;
    }
    case 'Identifier': {
      const name = String(node['name']);
      if (!known.includes(name)) {
        throw new Error(
          `unknown name "${name}".${didYouMean(name, known)} (${known.join(', ')}; others are declared under inputs)`,
        );
      }
      names.push(name);
      return (inputs) => inputs[name] as number;
    }
    case 'UnaryExpression':
      return compileSign(String(node['operator']), inner('argument'));
    case 'BinaryExpression': {
      const symbol = String(node['operator']);
      const operator = operators.get(symbol);
      if (!operator) {
        throw new Error(
          `${symbol} is not supported here${symbol === '^' ? '; a power is **' : ''}`,
        );
      }
      const left = inner('left');
      const right = inner('right');
      return (inputs) => operator(left(inputs), right(inputs));
    }
    case 'ConditionalExpression': {
      const test = inner('test');
      const yes = inner('consequent');
      const no = inner('alternate');
      return (inputs) => (test(inputs) !== 0 ? yes(inputs) : no(inputs));
    }
    case 'CallExpression':
      return compileCall(node, known, names);
    default:
      throw new Error(
        'only numbers, names, + - * / % **, comparisons, ? : and functions are allowed',
      );
  }
}

function compileSign(operator: string, argument: Evaluate): Evaluate {
  if (operator === '-') return (inputs) => -argument(inputs);
  if (operator === '+') return argument;
  if (operator === '!') return (inputs) => Number(argument(inputs) === 0);
  throw new Error(`${operator} is not supported here`);
}

function compileCall(node: Expression, known: readonly string[], names: string[]): Evaluate {
  const callee = node['callee'] as Expression;
  const name = callee.type === 'Identifier' ? String(callee['name']) : '';
  const found = functions.get(name);
  if (!found) {
    throw new Error(
      `unknown function "${name}".${didYouMean(name, functions.keys())} (${[...functions.keys()].join(', ')})`,
    );
  }
  const [fewest, most, apply] = found;
  const given = node['arguments'] as readonly Expression[];
  if (given.length < fewest || given.length > most) {
    throw new Error(`${name} takes ${fewest === most ? fewest : 'one or more'} numbers`);
  }
  const values = given.map((one) => compileNode(one, known, names));
  return (inputs) => apply(...values.map((value) => value(inputs)));
}
