import type { InputSource } from '../../ops/order/why-inputs.js';
import type { NamedItem, WhyReport } from '../../ops/order/why-item.js';
import type { SprintProspect } from '../../ops/order/why-outlook.js';
import type { PlaceExplanation } from '../../score/explain-place.js';
import type { WhatIf } from '../../score/find-change.js';
import { makeScoreWriter, writeSum as writeFormula, writeInput } from '../../score/write-score.js';
import type { Style } from '../../terminal/style.js';
import { count } from '../../text/amount.js';
import { ordinal } from '../../text/ordinal.js';

/** `why --json`, and what the page is made of. */
export interface ShownWhy extends WhyReport {
  readonly model: { readonly id: string; readonly name: string; readonly formula: string };
  readonly sprint: SprintProspect | null;
  /** The day to go by: 85 % sure where there is enough history. */
  readonly forecast: string | null;
  /** There is enough history to tell people that day. */
  readonly enough: boolean;
}

const labelWidth = 13;

/** One page, one fact a line: what is, why, and what would change it. */
export function renderWhy(why: ShownWhy, style: Style): string {
  const line = (label: string, text: string) => `  ${style.dim(label.padEnd(labelWidth))}${text}`;
  const block = (label: string, texts: readonly string[]) =>
    texts.map((text, index) => line(index === 0 ? label : '', text));
  const { explanation } = why;
  return [
    `${style.bold(why.id)} ${why.title} ${describePlace(why)}`,
    ...(explanation ? describeScore(why, explanation, line) : []),
    ...describeInputs(why, style),
    ...(explanation ? describeDrag(explanation) : []),
    '',
    ...block('Serves', why.goals.length === 0 ? ['no goal'] : describeGoals(why.goals)),
    ...block('Against', describeGoals(why.conflicts)),
    ...block('Asked for', describeDemand(why)),
    ...block('Waits for', describeAll(why.waitsFor)),
    ...block('Holds up', describeAll(why.waitedForBy)),
    ...(explanation ? block(`Top ${explanation.top.size}`, describeTop(explanation)) : []),
    ...(why.sprint ? block('Next sprint', [describeSprint(why.sprint)]) : []),
    ...(why.forecast ? block('Forecast', [describeForecast(why.forecast, why.enough, style)]) : []),
    ...(why.type === 'epic' ? [] : block('Places', describeHistory(why, style))),
  ].join('\n');
}

function describeForecast(day: string, enough: boolean, style: Style): string {
  return enough
    ? `85 % likely by ${style.day(day)}`
    : `by ${style.day(day)} at the current pace: too little history to promise it`;
}

function describePlace({ place, of, type, status, explanation, model }: ShownWhy): string {
  if (place === null) {
    return type === 'epic'
      ? 'is an epic: its parts are ranked instead.'
      : `is ${status ?? 'closed'}: it is no longer in the backlog order.`;
  }
  const now = `is ${ordinal(place)} of ${count(of, 'open item')}.`;
  const position = explanation?.position ?? place;
  if (position === place) return now;
  return `${now} By ${model.id.toUpperCase()} it would be ${ordinal(position)}.`;
}

function describeScore(
  { model }: ShownWhy,
  explanation: PlaceExplanation,
  line: (label: string, text: string) => string,
): readonly string[] {
  const { score, derived, pinned, pulledUpBy, details } = explanation;
  const name = model.id.toUpperCase();
  const said = Object.entries(details)
    .filter(([key, value]) => key !== 'category' && value !== null)
    .map(([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(2) : value}`);
  return [
    '',
    line(name, score === null ? describeLack(explanation) : writeSum(model.formula, explanation)),
    ...(said.length > 0 ? [line('', said.join(', '))] : []),
    ...(derived ? [line('', describeDerived(derived))] : []),
    ...(pinned ? [line('', 'It is pinned: it comes first regardless of its score.')] : []),
    ...(pulledUpBy === null
      ? []
      : [line('', `It comes before ${pulledUpBy}, which scores higher and depends on it.`)]),
  ];
}

function describeLack({ inputs }: PlaceExplanation): string {
  const missing = inputs.filter(({ origin }) => origin === 'missing').map(({ key }) => key);
  return missing.length > 0
    ? `has no score yet: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`
    : 'has no score: an input is invalid';
}

/** `3.20 = (8 + 5 + 3) / 5`: the formula with this item's numbers in it. */
function writeSum(formula: string, { inputs, score, derived }: PlaceExplanation): string {
  const own = derived?.own ?? score;
  const result = makeScoreWriter([own])(own);
  const sum = writeFormula(formula, new Map(inputs.map(({ key, value }) => [key, value])));
  return sum === null ? `${result}   ${formula}` : `${result} = ${sum}   ${formula}`;
}

function describeDerived(derived: NonNullable<PlaceExplanation['derived']>): string {
  const { own, goal, demand, inherited, from } = derived;
  const factor = goal * (1 + demand);
  const total = own * factor + inherited;
  const opened = inherited > 0 ? ` + ${inherited.toFixed(2)} from ${from.join(', ')}` : '';
  return `${own.toFixed(2)} × goal weight ${goal} × (1 + demand ${Math.round(demand * 100)} %)${opened} = ${total.toFixed(2)}`;
}

function describeInputs({ inputs }: ShownWhy, style: Style): readonly string[] {
  if (inputs.length === 0) return [];
  const keys = Math.max(...inputs.map(({ key }) => key.length));
  const values = inputs.map(({ value, range }) =>
    range ? `${writeInput(range.low)}..${writeInput(range.high)}` : writeInput(value ?? '?'),
  );
  const widest = Math.max(...values.map((value) => value.length));
  return inputs.map((input, index) => {
    const value = (values[index] ?? '').padStart(widest);
    const indent = ' '.repeat(labelWidth + 2);
    return `${indent}${input.key.padEnd(keys)}  ${value}   ${style.dim(describeSource(input, style))}`;
  });
}

function describeSource(input: InputSource, style: Style): string {
  const { origin, field, votes, comparisons, changed, problem } = input;
  const by = changed ? `, ${style.day(changed.on)}, ${changed.by}` : '';
  switch (origin) {
    case 'votes':
      return `mean of ${count(votes?.count ?? 0, 'vote')}, weighted; from ${votes?.low} to ${votes?.high}${by}`;
    case 'comparisons':
      return `from ${count(comparisons, 'comparison')} with other items${by}`;
    case 'default':
      return `its ${field}${by}`;
    case 'missing':
      return `missing: ${input.name}`;
    case 'invalid':
      return problem ?? 'invalid';
    case 'given': {
      const said = votes ? `; votes say ${votes.mean}` : '';
      return `${input.name}, given${by}${said}`;
    }
    default:
      return origin satisfies never;
  }
}

function describeDrag({ drag }: PlaceExplanation): readonly string[] {
  if (!drag) return [];
  const indent = ' '.repeat(labelWidth + 2);
  return [
    `${indent}Its ${drag.key} has the most influence: at ${writeInput(drag.to)} it would be ${ordinal(drag.position)}.`,
  ];
}

function describeGoals(goals: ShownWhy['goals']): readonly string[] {
  return goals.map(({ id, title, weight, through }) => {
    const way = through === null ? '' : `, through ${through}`;
    return `${id} (weight ${weight}${way}): ${title}`;
  });
}

function describeDemand(why: ShownWhy): readonly string[] {
  const { feedback, stakeholders, ofStakeholders } = why;
  if (feedback.length === 0) return [];
  const names = stakeholders.map(({ title, weight }) => `${title} (weight ${weight})`);
  const head =
    names.length === 0
      ? []
      : [`by ${names.length} of ${count(ofStakeholders, 'stakeholder')}: ${names.join(', ')}`];
  const heard = feedback.map(
    ({ id, title, from }) => `${id} ${title}${from === null ? '' : ` (${from})`}`,
  );
  return [...head, ...heard];
}

function describeAll(items: readonly NamedItem[]): readonly string[] {
  return items.map(({ id, title, status }) => `${id} ${title}${status ? ` (${status})` : ''}`);
}

function describeTop({ top, position, score, pinned, drag }: PlaceExplanation): readonly string[] {
  const { size, isIn, best, changes } = top;
  if (isIn)
    return [`it is in: ${ordinal(position)}${score === null ? ', without a score' : ' by score'}`];
  if (score === null) return ['it needs a score first'];
  if (pinned) return ['it is pinned, but its blockers come first'];
  if (best > size) {
    return [
      `not possible: it depends on ${count(best - 1, 'item')}, so ${ordinal(best)} is its best place`,
    ];
  }
  if (changes.length === 0) {
    return [drag ? 'no single input is enough' : 'no change to this item alone is enough'];
  }
  return changes.map(describeChange);
}

function describeChange({ key, from, to, position }: WhatIf): string {
  return `with ${key} ${writeInput(to)} instead of ${writeInput(from)}: ${ordinal(position)}`;
}

function describeSprint(prospect: SprintProspect): string {
  const { isChosen, reason, kind, price, displaces, sprint } = prospect;
  const name = sprint === null ? '' : `${sprint}: `;
  if (isChosen) {
    const worth = price === null ? '' : `; without it the sprint loses ${price} of value`;
    return `${name}it is in the best plan (${reason})${worth}`;
  }
  if (kind === 'elsewhere') return `it is ${reason}`;
  const others = displaces.length > 0 ? ` instead of ${displaces.join(', ')}` : '';
  // What forcing it in loses is what it is short of: worth more than that, the best plan has it.
  const short = price === 0 ? 'any' : `over ${price}`;
  const change = price === null ? '' : `; worth ${short} more, it would be in${others}`;
  return `${name}not in the best plan: ${reason}${change}`;
}

const shownPlaces = 6;

function describeHistory({ history, place }: ShownWhy, style: Style): readonly string[] {
  if (!history) return ['earlier places are unknown: there is no git history'];
  const { places } = history;
  if (places.length === 0) {
    return [
      history.isCommitted ? 'none: no commit contains it as an open item' : 'not committed yet',
    ];
  }
  const shown =
    places.length > shownPlaces
      ? [...places.slice(0, 1), ...places.slice(1 - shownPlaces)]
      : places;
  const rows = shown.map(({ on, place: then, of, commit }) => {
    const what = commit === null ? style.dim('others moved') : commit;
    return `${ordinal(then).padStart(5)} of ${of}   ${style.day(on)}   ${what}`;
  });
  const isCut = shown.length < places.length;
  const now = places.at(-1)?.place;
  return [
    ...rows.slice(0, isCut ? 1 : rows.length),
    ...(isCut ? [style.dim(`    … ${places.length - shown.length} more`), ...rows.slice(1)] : []),
    ...(place !== null && now !== place
      ? [`${ordinal(place).padStart(5)} now, not committed`]
      : []),
  ];
}
