import { finishSentence, type StoryText, tidyPart, type WriteStory } from './story-text.js';

/** How a language with blanks and a leading role writes its stories. */
export interface EuropeanFormat {
  /** What a caller may have left before each part. */
  readonly strip: { readonly role: RegExp; readonly want: RegExp; readonly benefit: RegExp };
  role(role: string): string;
  /** Opens the situation of a job story, its own words for that among them. */
  readonly when: { readonly word: string; readonly known: RegExp };
  /** The want of "Als R *möchte ich W*", or the whole sentence without a role. */
  want(want: string, hasRole: boolean): string;
  benefit(benefit: string): string;
  /** Between role and want. */
  readonly comma: string;
}

/** Writes "R, W, B." in the words of a language. */
export function makeEuropeanWriter(format: EuropeanFormat): WriteStory {
  return ({ role, condition, want, benefit }: StoryText) => {
    const { strip, when } = format;
    const who = tidyPart(role).replace(strip.role, '');
    const what = tidyPart(want).replace(strip.want, '');
    const why = tidyPart(benefit).replace(strip.benefit, '');
    const situation = tidyPart(condition);
    const opened = when.known.test(situation) ? situation : `${when.word} ${situation}`;
    const head = who !== '' ? format.role(who) : situation === '' ? '' : opened;
    const body = what === '' ? '' : format.want(what, head !== '');
    // A relative clause ends with a comma of its own.
    const joint = who === '' || who.includes(',') ? ', ' : format.comma;
    const start = [head, body].filter((clause) => clause !== '').join(joint);
    const clauses = [start, why === '' ? '' : format.benefit(why)];
    return finishSentence(clauses.filter((clause) => clause !== '').join(', '));
  };
}

const FRENCH_VOWEL = /^(?:[aeiouyàâäéèêëîïôöùûœ]|h(?!éros|aut|uit|all))/iu;
const elide = (full: string, short: string, next: string) =>
  FRENCH_VOWEL.test(next) ? `${short}${next}` : `${full} ${next}`;
/** Infinitives after pronouns and "not". */
const FRENCH_VERB =
  /^(?:(?:ne pas|ne plus|ne jamais|ne rien|me|se|mieux|bien|toujours|y|en|les?|la|lui|leur|nous|vous) |[mslt]['’])*(?!hier\b|notre\b|votre\b|leur\b)\p{L}+(?:er|ir|oir|re)(?![\p{L}])/iu;
const SPANISH_VERB =
  /^(?:no |así |siempre |nunca |mejor )?\p{L}+(?:ar|er|ir|ír)(?:me|te|se|nos)?(?:l[oae]s?)?(?![\p{L}])/iu;
const PORTUGUESE_VERB =
  /^(?:(?:não|assim|sempre|nunca|me|se|o|a|os|as) )*\p{L}+(?:ar|er|ir|pôr|por)(?:em|mos)?(?:-\p{L}+)?(?![\p{L}])/iu;
const ITALIAN_VERB =
  /^(?:(?:non|poi|meglio) )?\p{L}{2,}(?:are|ere|ire|rre|[aei]r(?:mi|ti|si|ci|vi|l[oaie]|ne|gli))(?![\p{L}])|^(?:non )?(?:poter|aver|esser|saper|far|dover)\s/iu;
/** "Zeit zu sparen", "mich anzumelden"; "ich" and the like make a clause of it. */
const GERMAN_ZU =
  /(?:^| )zu \p{Ll}+n(?=$|[ ,])|(?:ab|an|auf|aus|bei|durch|ein|fest|frei|her|hin|hinzu|los|mit|nach|teil|vor|weg|weiter|wieder|zurück|zusammen|um|unter|bereit|sicher|herunter|kennen)zu\p{Ll}+n(?=$|[ ,])/u;
const GERMAN_CLAUSE =
  /^(?:ich|wir|es|sie|er|man|der|die|das|mein|meine|niemand|alle|jeder|unser|unsere)(?![\p{L}])/iu;
const DUTCH_TE = /(?:^| )te \p{L}+(?:n|an)(?![\p{L}])/u;
const DUTCH_CLAUSE =
  /^(?:ik|we|wij|het|de|een|mijn|ze|hij|iedereen|niemand|men|er|dat|onze|alle)(?![\p{L}])/iu;

/** One format a language. */
export const EUROPEAN_FORMATS: Readonly<Record<string, EuropeanFormat>> = {
  de: {
    strip: {
      role: /^(?:als\s+)?(?:(?:ein|eine|einer|der|die|das)\s+)?(?=\S)/i,
      want: /^(?:(?:möchte|will) ich|ich (?:möchte|will))[ ,]+/i,
      benefit: /^(?:damit|um|sodass|so dass|weil)\s+/i,
    },
    comma: ' ',
    role: (role) => `Als ${role}`,
    when: { word: 'Wenn', known: /^(?:(?:immer|jedes mal) )?(?:wenn|falls|sobald|während)\s/i },
    want(want, hasRole) {
      const said = hasRole ? 'möchte ich' : 'Ich möchte';
      return /^dass\s/i.test(want) ? `${said}, ${want}` : `${said} ${want}`;
    },
    benefit: (benefit) =>
      GERMAN_ZU.test(benefit) && !GERMAN_CLAUSE.test(benefit)
        ? `um ${benefit}`
        : `damit ${benefit}`,
  },
  nl: {
    strip: {
      role: /^(?:als\s+)?(?:(?:een|de|het)\s+)?(?=\S)/i,
      want: /^(?:wil ik|ik wil)\s+(?:graag\s+)?/i,
      benefit: /^(?:zodat|om|omdat|opdat)\s+/i,
    },
    comma: ' ',
    role: (role) => `Als ${role}`,
    when: { word: 'Wanneer', known: /^(?:wanneer|als|zodra|terwijl)\s/i },
    want: (want, hasRole) => `${hasRole ? 'wil ik' : 'Ik wil'} ${want}`,
    benefit: (benefit) =>
      DUTCH_TE.test(benefit) && !DUTCH_CLAUSE.test(benefit) ? `om ${benefit}` : `zodat ${benefit}`,
  },
  fr: {
    strip: {
      role: /^(?:en tant (?:que |qu['’])|comme )?(?:(?:une?|le|la|les)\s+|l['’])?(?=\S)/i,
      want: /^je (?:veux|voudrais|souhaite)\s+(?:de\s+)?/i,
      benefit: /^(?:afin (?:de |d['’]|que |qu['’])|pour (?:que |qu['’])?)/i,
    },
    comma: ', ',
    role: (role) => `En tant ${elide('que', "qu'", role)}`,
    when: { word: 'Quand', known: /^(?:quand|lorsque |lorsqu['’]|dès que |dès qu['’]|si )/i },
    want: (want) => (/^n(?:e |['’])/i.test(want) ? `je ${want}` : `je veux ${want}`),
    benefit: (benefit) =>
      FRENCH_VERB.test(benefit)
        ? `afin ${elide('de', "d'", benefit)}`
        : `afin ${elide('que', "qu'", benefit)}`,
  },
  es: {
    strip: {
      role: /^(?:como\s+)?(?:(?:una?|el|la)\s+)?(?=\S)/i,
      want: /^(?:yo )?(?:quiero|quisiera|necesito)\s+/i,
      benefit: /^para\s+(?:que\s+)?/i,
    },
    comma: ', ',
    role: (role) => `Como ${role}`,
    when: { word: 'Cuando', known: /^(?:cuando|si|mientras|en cuanto)\s/i },
    want: (want) => (/^no (?:quiero|necesito|debo)/i.test(want) ? want : `quiero ${want}`),
    benefit: (benefit) => (SPANISH_VERB.test(benefit) ? `para ${benefit}` : `para que ${benefit}`),
  },
  pt: {
    strip: {
      role: /^(?:(?:como|enquanto)\s+)?(?:(?:uma?|o|a)\s+)?(?=\S)/i,
      want: /^(?:eu )?(?:quero|gostaria de|preciso)\s+/i,
      benefit: /^para\s+(?:que\s+)?/i,
    },
    comma: ', ',
    role: (role) => `Como ${role}`,
    when: { word: 'Quando', known: /^(?:quando|se|enquanto|assim que)\s/i },
    want: (want) => (/^não (?:quero|preciso|devo)/i.test(want) ? want : `quero ${want}`),
    benefit: (benefit) =>
      PORTUGUESE_VERB.test(benefit) ? `para ${benefit}` : `para que ${benefit}`,
  },
  it: {
    strip: {
      role: /^(?:(?:come|in qualità di)\s+)?(?:(?:uno?|una|il|lo|la)\s+|un['’]|l['’])?(?=\S)/i,
      want: /^(?:io )?(?:voglio|vorrei|desidero)\s+/i,
      benefit: /^(?:per|affinché|così da|in modo (?:che|da))\s+/i,
    },
    comma: ', ',
    role: (role) => `Come ${role}`,
    when: { word: 'Quando', known: /^(?:quando|se|mentre|appena)\s/i },
    want: (want) => (/^non (?:voglio|vorrei|devo)/i.test(want) ? want : `voglio ${want}`),
    benefit: (benefit) =>
      ITALIAN_VERB.test(benefit) ? `per ${benefit}` : `in modo che ${benefit}`,
  },
  pl: {
    strip: {
      role: /^(?:jako\s+)?(?=\S)/i,
      want: /^(?:ja )?(?:chcę|chciałbym|chciałabym)\s+/i,
      benefit: /^(?:aby|żeby|by)\s+/i,
    },
    comma: ' ',
    role: (role) => `Jako ${role}`,
    when: { word: 'Gdy', known: /^(?:gdy|kiedy|jeśli|jeżeli|podczas)\s/i },
    want(want) {
      if (/^nie (?:chcę|muszę|potrzebuję)/i.test(want)) return want;
      return /^(?:aby|żeby|że)\s/i.test(want) ? `chcę, ${want}` : `chcę ${want}`;
    },
    benefit: (benefit) => `aby ${benefit}`,
  },
};
