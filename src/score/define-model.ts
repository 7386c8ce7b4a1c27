/** What is known of an uncertain number; `mode` is its likeliest value, where one was given. */
export interface InputRange {
  readonly low: number;
  readonly mode: number | null;
  readonly high: number;
}

export type ReadValue =
  | { readonly ok: true; readonly value: InputValue; readonly range?: InputRange }
  /** What is wrong, to be put behind the field's name: `must be a number, not "high"`. */
  | { readonly ok: false; readonly fault: string };

/** How an input is written, and so how it is read: `read-value.ts` has one reader for each. */
export type InputKind =
  /** A number, or a range of numbers: `8`, `5..13`, `5..8..13`. */
  | 'number'
  /** A share: `80%`, `0.8` and `80` are one value, kept as a fraction. */
  | 'percent'
  /** Money over time: `30000/month`, kept in the model's unit of time. */
  | 'rate'
  /** `3d`, `2w`, `1mo`, kept in the model's unit of time. */
  | 'duration'
  /** One word of a list. */
  | 'choice'
  /** Answers to a Kano questionnaire, kept as how many fall into each category. */
  | 'survey';

/** One thing a scoring model asks for. Data only, so that help, prompts and schemas derive from it. */
export interface ModelInput {
  readonly key: string;
  readonly name: string;
  /** What it means and what raises it, for the person who gives it. */
  readonly description: string;
  /** `number` unless said otherwise. */
  readonly kind?: InputKind;
  /** Suggested values, ascending, as kept. Others are taken with a warning. */
  readonly scale?: readonly number[];
  /** Suggested lowest and highest value, where any between will do. */
  readonly within?: readonly [low: number, high: number];
  /** The words of a `choice`, best first. */
  readonly choices?: readonly string[];
  /** `positive` where the formula divides by it; `any` may be negative. */
  readonly sign: 'non-negative' | 'positive' | 'any';
  /** Benefit inputs make up `benefit`; a size is what benefit is divided by. */
  readonly role: 'benefit' | 'size';
  /** What more of it does to the score; by its role unless said: a benefit raises, a size lowers. */
  readonly effect?: Effect;
  /** The item's own field that answers when `score` does not. */
  readonly defaultFrom?: string;
  /** Unit of time that a rate or a duration is kept in. */
  readonly unit?: TimeUnit;
}

export type Effect = 'raises' | 'lowers' | 'either';
export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** How many answers fall into each category of a survey. */
export type Counts = Readonly<Record<string, number>>;
export type InputValue = number | string | Counts;
export type ModelInputs = Readonly<Record<string, InputValue>>;

/** What a model can say about an item beside its score: a quadrant, a category, a share. */
export type Details = Readonly<Record<string, number | string | null>>;

/** One item as a model that judges all of them together sees it. */
export interface AssessedItem {
  readonly id: string;
  readonly inputs: ModelInputs;
  readonly points: number | null;
}

interface ModelExample<Inputs = ModelInputs> {
  readonly name: string;
  readonly inputs: Inputs;
  /** The part of `rank:` in the settings it holds under. */
  readonly settings?: object;
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
  /** Whether the score is an amount, so that multiplying or adding it up means something. */
  readonly isAmount: boolean;
  /** What the score is measured in, where it has a unit. */
  readonly unit?: string;
  /** What `backlog.yaml` must say before it can score; absent once it has. */
  readonly lacks?: string;
  /** What `backlog.yaml` may say of it, as it stands now: `rank.cd3: {unit: week}`. */
  readonly settings?: string;
  /** What came of its settings: weights, a consistency ratio. Name and text. */
  readonly facts?: readonly (readonly [name: string, text: string])[];
  /** What is doubtful about its settings. */
  readonly warnings?: readonly string[];
  /** Takes every input, checked by `readInputs`. */
  readonly score: (inputs: ModelInputs) => number;
  /** The value not yet divided by size; takes the benefit inputs. */
  readonly benefit: (inputs: ModelInputs) => number;
  readonly details?: (inputs: ModelInputs) => Details;
  /** What is doubtful about all items together; one line each. */
  readonly assess?: (items: readonly AssessedItem[]) => readonly string[];
}

type ValueOf<Input> = Input extends { readonly kind: 'survey' }
  ? Counts
  : Input extends { readonly kind: 'choice'; readonly choices: readonly (infer Word)[] }
    ? Word
    : number;

type InputsOf<Inputs extends readonly ModelInput[]> = {
  readonly [Input in Inputs[number] as Input['key']]: ValueOf<Input>;
};

type BenefitInputsOf<Inputs extends readonly ModelInput[]> = InputsOf<
  readonly Extract<Inputs[number], { readonly role: 'benefit' }>[]
>;

interface ModelDefinition<Inputs extends readonly ModelInput[]>
  extends Omit<
    ScoreModel,
    'inputs' | 'examples' | 'isAmount' | 'score' | 'benefit' | 'details' | 'assess'
  > {
  readonly inputs: Inputs;
  readonly examples: readonly ModelExample<InputsOf<Inputs>>[];
  /** True unless said otherwise. */
  readonly isAmount?: boolean;
  readonly score: (inputs: InputsOf<Inputs>) => number;
  readonly benefit: (inputs: BenefitInputsOf<Inputs>) => number;
  readonly details?: (inputs: InputsOf<Inputs>) => Details;
  readonly assess?: ScoreModel['assess'];
}

/**
 * Checks a model's formulas and examples against its own inputs at compile time. The result is
 * the model as the rest of the program sees it, keys widened to text. Its zod schema is made from
 * the same data by `input-schema.ts`, so that nobody who ranks pays for loading zod.
 */
export function defineModel<const Inputs extends readonly ModelInput[]>(
  definition: ModelDefinition<Inputs>,
): ScoreModel {
  return { isAmount: true, ...definition } as unknown as ScoreModel;
}

/** What more of an input does to the score. */
export function effectOf({ effect, role }: ModelInput): Effect {
  return effect ?? (role === 'size' ? 'lowers' : 'raises');
}
