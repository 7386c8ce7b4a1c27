import type { Span } from '../text/span.js';
import type { Scenario, ScenarioLine } from './scenarios.js';
import type { StepWords } from './words/step-words.js';

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
  const dialect = dialects[words.dialect ?? language];
  if (dialect === undefined) return [];
  let ids = 0;
  const matcher = new GherkinClassicTokenMatcher(words.dialect ?? language);
  return scenarios.slice(0, MOST_SCENARIOS).flatMap((scenario): readonly ScenarioFault[] => {
    const hasFeature = startsWithAny(scenario.lines[0]?.text, dialect.feature);
    const head = [
      ...(hasFeature ? [] : [`${dialect.feature[0]}: story`]),
      ...(scenario.isTitled || hasFeature ? [] : [`${dialect.scenario[0]}: criterion`]),
    ];
    const text = [...head, ...scenario.lines.map((line) => line.text)].join('\n');
    const lineAt = (line: number | undefined) =>
      scenario.lines[Math.max(0, (line ?? 1) - 1 - head.length)] ?? scenario.lines[0];
    try {
      const parser = new Parser(new AstBuilder(() => String(ids++)), matcher);
      const { feature } = parser.parse(text);
      return (feature?.children ?? []).flatMap(({ scenario: parsed }) =>
        parsed === undefined ? [] : checkSteps(parsed.steps, lineAt(parsed.location.line)),
      );
    } catch (error) {
      const { errors = [error as ParserError] } = error as ParserError;
      return errors.slice(0, 3).flatMap((one) => describeError(one, lineAt(one.location?.line)));
    }
  });
}

function startsWithAny(text: string | undefined, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => text?.startsWith(`${keyword}:`));
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
      : [{ message: 'no "then": say what is seen when it is done', span }];
  }
  if (kinds.indexOf('Context') > outcome) {
    return [{ message: '"given" after "then": begin with what is there before', span }];
  }
  const action = kinds.indexOf('Action');
  return action > outcome
    ? [{ message: '"then" before "when": say first what is done', span }]
    : [];
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
      : `"${got}" begins with no step word: Given, When, Then, And or But`;
  return [{ message: `not Gherkin: ${plain}`, span: line.span }];
}
