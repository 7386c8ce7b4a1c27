import type { Span } from '../../text/span.js';
import type { StepWords } from '../words/step-words.js';
import type { Scenario, ScenarioLine } from './scenarios.js';

/** What is wrong with a scenario; the span counts from the body's start. */
export interface ScenarioFault {
  readonly message: string;
  readonly span: Span;
}

/** An item with more of them has another problem. */
const MOST_SCENARIOS = 100;

interface ParserError {
  readonly message: string;
  readonly location?: { readonly line: number };
  readonly errors?: readonly ParserError[];
}

/**
 * Parses scenarios with Cucumber's own parser, each wrapped in a Feature, in a language's
 * keywords. A scenario must say what is seen (then), after what is done (when).
 */
export async function parseScenarios(
  scenarios: readonly Scenario[],
  language: string,
  words: StepWords,
): Promise<readonly ScenarioFault[]> {
  const { AstBuilder, GherkinClassicTokenMatcher, Parser, dialects } = await import(
    '@cucumber/gherkin'
  );
  const name = words.dialect ?? language;
  if (dialects[name] === undefined) return [];
  let ids = 0;
  const matcher = new GherkinClassicTokenMatcher(name);
  return scenarios.slice(0, MOST_SCENARIOS).flatMap((scenario): readonly ScenarioFault[] => {
    const { text, lineAt } = completeText(scenario, dialects, name);
    try {
      const parser = new Parser(new AstBuilder(() => String(ids++)), matcher);
      const { feature } = parser.parse(text);
      const children = feature?.children ?? [];
      const all = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])];
      return all.flatMap(({ scenario: parsed }) =>
        parsed === undefined ? [] : checkSteps(parsed.steps, lineAt(parsed.location.line)),
      );
    } catch (error) {
      const { errors = [error as ParserError] } = error as ParserError;
      return errors.slice(0, 3).flatMap((one) => describeError(one, lineAt(one.location?.line)));
    }
  });
}

const LANGUAGE = /^\s*#\s*language\s*:\s*([\w-]+)\s*$/;

type Dialects = typeof import('@cucumber/gherkin')['dialects'];
type Keyword = 'feature' | 'scenario' | 'scenarioOutline' | 'background' | 'rule';

/** The text as a whole feature, and where each of its lines comes from. */
function completeText({ lines, isFenced, isTitled }: Scenario, dialects: Dialects, name: string) {
  // A line that names the language is the first of all.
  const named = isFenced ? LANGUAGE.exec(lines[0]?.text ?? '')?.[1] : undefined;
  const first = named === undefined ? 0 : 1;
  const dialect = dialects[named ?? name] ?? dialects[name];
  const wordsOf = (key: Keyword): readonly string[] => dialect?.[key] ?? [];
  const opens = (...keys: readonly Keyword[]) =>
    lines.some(({ text }) =>
      keys.flatMap(wordsOf).some((word) => text.trimStart().startsWith(`${word}:`)),
    );
  const hasFeature = opens('feature');
  const hasScenario = isFenced
    ? opens('scenario', 'scenarioOutline', 'background', 'rule')
    : isTitled;
  const head = [
    ...(hasFeature ? [] : [`${wordsOf('feature')[0]}: story`]),
    ...(hasScenario || hasFeature ? [] : [`${wordsOf('scenario')[0]}: criterion`]),
  ];
  const texts = lines.map(({ text }) => text);
  return {
    text: [...texts.slice(0, first), ...head, ...texts.slice(first)].join('\n'),
    lineAt(line: number | undefined): ScenarioLine | undefined {
      const at = (line ?? 1) - 1;
      const own = at < first ? at : Math.max(first, at - head.length);
      return lines[own] ?? lines.at(-1);
    },
  };
}

function checkSteps(
  steps: readonly { readonly keywordType?: string | undefined }[],
  line: ScenarioLine | undefined,
): readonly ScenarioFault[] {
  if (line === undefined) return [];
  const kinds = steps.map(({ keywordType }) => String(keywordType));
  const { span } = line;
  if (kinds.length === 0) return [{ message: 'a scenario without steps', span }];
  const outcome = kinds.indexOf('Outcome');
  // "*" is a step of any kind.
  if (outcome === -1) {
    return kinds.includes('Unknown')
      ? []
      : [{ message: 'no "then": add the expected outcome', span }];
  }
  if (kinds.indexOf('Context') > outcome) {
    return [{ message: '"given" after "then": put the context first', span }];
  }
  const action = kinds.indexOf('Action');
  return action > outcome ? [{ message: '"then" before "when": put the action first', span }] : [];
}

function describeError(
  { message }: ParserError,
  line: ScenarioLine | undefined,
): readonly ScenarioFault[] {
  if (line === undefined) return [];
  const got = /got '([\s\S]*)'$/.exec(message)?.[1]?.trim().slice(0, 60);
  const plain =
    got === undefined
      ? message.replace(/^\(\d+:\d+\): /, '')
      : `"${got}" does not start with a step keyword: Given, When, Then, And or But`;
  return [{ message: `not Gherkin: ${plain}`, span: line.span }];
}
