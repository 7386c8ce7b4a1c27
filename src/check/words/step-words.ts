/** What scenarios are written with in one language, in lower case. */
export interface StepWords {
  /** Its name among Gherkin's dialects, where that is another. */
  readonly dialect?: string;
  readonly context: readonly string[];
  readonly action: readonly string[];
  readonly outcome: readonly string[];
  readonly and: readonly string[];
  readonly scenario: readonly string[];
}

/**
 * The first words of steps, from Gherkin's own dialects (gherkin-languages.json), so that text
 * without scenarios is told apart before the parser is loaded.
 */
export const STEP_WORDS: Readonly<Record<string, StepWords>> = {
  en: {
    context: ['given'],
    action: ['when'],
    outcome: ['then'],
    and: ['and', 'but'],
    scenario: ['scenario', 'scenario outline', 'example'],
  },
  de: {
    context: ['angenommen', 'gegeben sei', 'gegeben seien'],
    action: ['wenn'],
    outcome: ['dann'],
    and: ['und', 'aber'],
    scenario: ['szenario', 'beispiel', 'szenariogrundriss'],
  },
  fr: {
    context: ['étant donné', 'étant donnée', 'étant donnés', 'soit', 'sachant que'],
    action: ['quand', 'lorsque'],
    outcome: ['alors', 'donc'],
    and: ['et', 'mais'],
    scenario: ['scénario', 'exemple', 'plan du scénario'],
  },
  es: {
    context: ['dado', 'dada', 'dados', 'dadas'],
    action: ['cuando'],
    outcome: ['entonces'],
    and: ['y', 'pero'],
    scenario: ['escenario', 'ejemplo', 'esquema del escenario'],
  },
  pt: {
    context: ['dado', 'dada', 'dados', 'dadas'],
    action: ['quando'],
    outcome: ['então', 'entao'],
    and: ['e', 'mas'],
    scenario: ['cenário', 'cenario', 'exemplo', 'esquema do cenário'],
  },
  nl: {
    context: ['gegeven', 'stel'],
    action: ['als', 'wanneer'],
    outcome: ['dan'],
    and: ['en', 'maar'],
    scenario: ['scenario', 'voorbeeld', 'abstract scenario'],
  },
  it: {
    context: ['dato', 'data', 'dati', 'date'],
    action: ['quando'],
    outcome: ['allora'],
    and: ['e', 'ma'],
    scenario: ['scenario', 'esempio', 'schema dello scenario'],
  },
  pl: {
    context: ['zakładając', 'zakładając, że', 'mając'],
    action: ['jeżeli', 'jeśli', 'gdy', 'kiedy'],
    outcome: ['wtedy'],
    and: ['i', 'oraz', 'ale'],
    scenario: ['scenariusz', 'przykład', 'szablon scenariusza'],
  },
  tr: {
    context: ['diyelim ki'],
    action: ['eğer ki'],
    outcome: ['o zaman'],
    and: ['ve', 'fakat', 'ama'],
    scenario: ['senaryo', 'örnek', 'senaryo taslağı'],
  },
  ja: {
    context: ['前提'],
    action: ['もし'],
    outcome: ['ならば'],
    and: ['かつ', '且つ', 'しかし', '但し', 'ただし', 'ならば'],
    scenario: ['シナリオ', 'シナリオアウトライン'],
  },
  zh: {
    dialect: 'zh-CN',
    context: ['假如', '假设', '假定'],
    action: ['当'],
    outcome: ['那么'],
    and: ['而且', '并且', '同时', '但是'],
    scenario: ['场景', '剧本', '场景大纲', '剧本大纲'],
  },
};
