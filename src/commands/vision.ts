import type { Context, Outcome } from './command.js';
import { unwrap } from './failure.js';

interface Vision {
  /** The product's name. */
  readonly name: string | null;
  readonly for: string | null;
  readonly need: string | null;
  /** What kind of product it is. */
  readonly product: string | null;
  readonly benefit: string | null;
  readonly difference: string | null;
  readonly sentence: string;
}

export function run(context: Context): Outcome<Vision> {
  const { product: name = null, vision = {} } = unwrap(context.store().settings());
  const parts = ['for', 'need', 'product', 'benefit', 'difference'] as const;
  const missing = parts.filter((part) => vision[part] === undefined);
  const said = Object.fromEntries(parts.map((part) => [part, vision[part] ?? null])) as Omit<
    Vision,
    'name' | 'sentence'
  >;
  return {
    data: { name, ...said, sentence: composeVision(name ?? 'it', said) },
    notes:
      missing.length === 0
        ? []
        : [`note: vision: in backlog.yaml says nothing yet of ${missing.join(', ')}`],
  };
}

/** The product vision statement of G. Moore, "Crossing the Chasm", 1991, in two sentences. */
function composeVision(name: string, vision: Omit<Vision, 'name' | 'sentence'>): string {
  const who = vision.for === null ? '' : `For ${vision.for}`;
  const need = vision.need === null ? '' : ` who ${vision.need}`;
  const what = vision.product === null ? '' : ` is a ${vision.product}`;
  const benefit = vision.benefit === null ? '' : ` that ${vision.benefit}`;
  const start = who === '' ? '' : `${who}${need}, `;
  const first = what + benefit === '' ? '' : `${start}${name}${what}${benefit}.`;
  const apart = vision.difference === null ? '' : `What sets it apart: it ${vision.difference}.`;
  return [first, apart].filter((part) => part !== '').join(' ');
}

export function render({ sentence }: Vision): string {
  return sentence;
}
