/** One number a scoring model asks for. Data only, so that help, prompts and schemas derive from it. */
export interface ModelInput {
  readonly key: string;
  readonly name: string;
  /** What the number means and what raises it, for the person who gives it. */
  readonly description: string;
  /** Suggested values, ascending. Others are taken with a warning. */
  readonly scale?: readonly number[];
  /** `positive` where the formula divides by it. */
  readonly sign: 'non-negative' | 'positive';
  /** Benefit inputs make up `benefit`; a size is what benefit is divided by. */
  readonly role: 'benefit' | 'size';
  /** The item's own field that answers when `score` does not. */
  readonly defaultFrom?: 'points';
}

export type ModelInputs = Readonly<Record<string, number>>;

interface ModelExample<Key extends string = string> {
  readonly name: string;
  readonly inputs: Readonly<Record<Key, number>>;
  /** As published, to the digits published. */
  readonly score: number;
  readonly source: string;
}

/** A way to put a number on what comes first. */
export interface ScoreModel {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly inputs: readonly ModelInput[];
  /** As a person would write it, over the input keys. */
  readonly formula: string;
  /** Which end of the score comes first. */
  readonly direction: 'highest-first' | 'lowest-first';
  /** Who defined it, and where. */
  readonly source: string;
  readonly examples: readonly ModelExample[];
  /** Takes every input, checked by `readInputs`. */
  readonly score: (inputs: ModelInputs) => number;
  /** The value not yet divided by size; takes the benefit inputs. */
  readonly benefit: (inputs: ModelInputs) => number;
}

type KeyOf<Inputs extends readonly ModelInput[]> = Inputs[number]['key'];

type BenefitKeyOf<Inputs extends readonly ModelInput[]> = Extract<
  Inputs[number],
  { readonly role: 'benefit' }
>['key'];

interface ModelDefinition<Inputs extends readonly ModelInput[]>
  extends Omit<ScoreModel, 'inputs' | 'examples' | 'score' | 'benefit'> {
  readonly inputs: Inputs;
  readonly examples: readonly ModelExample<KeyOf<Inputs>>[];
  readonly score: (inputs: Readonly<Record<KeyOf<Inputs>, number>>) => number;
  readonly benefit: (inputs: Readonly<Record<BenefitKeyOf<Inputs>, number>>) => number;
}

/**
 * Checks a model's formulas and examples against its own input keys at compile time.
 * The result is the model as the rest of the program sees it, keys widened to text.
 */
export function defineModel<const Inputs extends readonly ModelInput[]>(
  definition: ModelDefinition<Inputs>,
): ScoreModel {
  return definition as unknown as ScoreModel;
}
