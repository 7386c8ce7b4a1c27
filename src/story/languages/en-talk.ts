import { phraseTable, type TalkWords } from '../lexicon.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const phrases = (text: string) => phraseTable(text.trim().split(/\s*,\s*/));

/** What an English writer says to the reader with "I want to …". */
export const ENGLISH_TALK: TalkWords = {
  says: phrases(`
    say, add, mention, note, stress, emphasise, emphasize, point out, remark, comment, admit,
    confess, reiterate, underline, highlight, clarify, argue, suggest, propose
  `),
  asks: phrases('ask, inquire, enquire, wonder'),
  attests: phrases('confirm, tell, understand, imagine, attest, vouch, agree, disagree, relate'),
  addresses: phrases(`
    thank you, let you know, let you all know, tell you, ask you, remind you, inform you, warn you,
    assure you, show you, say thank you, say thanks for
  `),
  speaks: words('say admit confess'),
  that: words('that'),
  questions: phrases('whether, if, why, how, when, what, where, who, which'),
  infinitive: /^to$/,
  fillers: words('just also only briefly quickly really first kindly please'),
  purposes: phrases('so that'),
  copulas: words("is are was were am isn't aren't it's that's there's they're do does can could"),
  opensClause: words('that whose so and or because before after while until unless in'),
  pronouns: words('this that it so'),
};
