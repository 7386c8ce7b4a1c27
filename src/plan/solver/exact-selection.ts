import { type SearchResult, searchBestSet } from './branch-and-bound.js';
import { preferEarlier, type TieQuestion } from './prefer-earlier.js';
import type { SelectionModel } from './selection-model.js';

/** Work after which the exact search gives way: about what loading HiGHS costs. */
const EXACT_WORK = 1_000_000;

/** Nodes an exact search of a model may take; each node's work grows with the columns. */
export function limitNodes(model: SelectionModel): number {
  return Math.ceil(EXACT_WORK / (model.values.length + 1));
}

/** Settles a tie the search gave up on; null when it cannot. */
export type AskOther = (question: TieQuestion) => Promise<Uint8Array | null>;

/** Breaks the ties of a finished search by more searches, each of which stops at its first set. */
export function breakTies(
  model: SelectionModel,
  found: SearchResult & { readonly chosen: Uint8Array },
  nodeLimit: number,
  askOther: AskOther,
): Promise<Uint8Array> {
  const askSearch = async (question: TieQuestion) => {
    const fixed = Int8Array.from(question.model.fixed);
    for (const column of question.block) fixed[column] = 1;
    const tied = searchBestSet(
      { ...question.model, fixed },
      { nodeLimit, atLeast: question.value, enough: question.value, prices: found.prices },
    );
    return tied.finished ? tied.chosen : askOther(question);
  };
  const options = { blockLength: 1, callLimit: Number.POSITIVE_INFINITY };
  return preferEarlier(model, found, askSearch, options);
}
