const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * By language, the words that never stand twice in a row on purpose: the second can go without
 * changing what is said. German "die die" and French "nous nous" are right, and Turkish doubles
 * words to stress them, so that other words and languages are left alone.
 */
export const NEVER_DOUBLED: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the a an and or to of for with from my our your i we be can want should would will when if as so at by into their are also need but',
  ),
  de: words('und oder ein eine einen zu mit von für im am ich möchte als um dass auf'),
  fr: words('le la les un une et ou de du des pour je que avec dans en'),
  es: words('el los las un una y o de del para que con en quiero como'),
  pt: words('o os as um uma e ou de do da para que com em quero como'),
  nl: words('de het een en of van voor met ik wil als om in op'),
  it: words('il lo gli un una e o di del per che con in voglio come'),
  pl: words('i lub do z na dla aby jako chcę w'),
};

/** English words that may stand twice in a row: "log in in time", "the fact that that page". */
export const MAY_BE_DOUBLED = words(
  'that had in on up out over off do is her you it very really so more many had no bye ha that down through by blah far much long again knock now please well go',
);
