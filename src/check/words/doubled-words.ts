const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * By language, the words that never stand twice in a row on purpose: the second can go without
 * changing what is said. German "die die" and "um um acht" and French "nous nous" are right, and
 * Turkish doubles words to stress them, so that other words and languages are left alone.
 */
export const NEVER_DOUBLED: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the a an and or to of for with from my our your i we be can want should would will when if as so at by into their are also need but',
  ),
  de: words('und oder ein eine einen ich möchte dass'),
  fr: words('le la les un une et ou de du des je dans'),
  es: words('el los las un una y o de del quiero'),
  pt: words('o os as um uma e ou de do quero'),
  nl: words('de het een en ik wil'),
  it: words('il lo gli un una e o di del voglio'),
  pl: words('i lub aby chcę'),
};

/** English words that may stand twice in a row: "log in in time", "the fact that that page". */
export const MAY_BE_DOUBLED = words(
  'that had in on up out over off do is her you it very really so more many had no bye ha that down through by blah far much long again knock now please well go',
);

/** One may end a clause and another begin the next: "the page I go to to pay". */
export const MAY_END_CLAUSE = words('to of for with from at by into');

/** After these none ends there: "I want to to pay". */
export const LEADS_TO_INFINITIVE = words('want need like wish able order');

/** Openings of clauses that never stand twice in a row. */
export const DOUBLED_PHRASES: ReadonlySet<string> = new Set([
  ...['so that', 'so i', 'i want', 'i can', 'want to', 'able to', 'in order', 'as a', 'as an'],
]);
