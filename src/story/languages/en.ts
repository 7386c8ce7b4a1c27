import { type Lexicon, phraseTable } from '../lexicon.js';
import { ENGLISH_PROSE } from './en-prose.js';
import { ENGLISH_TALK } from './en-talk.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const phrases = (text: string) =>
  phraseTable(
    text
      .split(',')
      .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
      .filter((phrase) => phrase !== ''),
  );

/**
 * English, from 2,719 stories of public trackers: what people write beside "I want to", slips
 * of the pen included where no other English reads the same.
 */
export const ENGLISH: Lexicon = {
  language: 'en',
  as: words('as asa'),
  indefinite: words('a an'),
  definite: words('the'),
  subjects: words('i we'),
  plural: words("we we'll we'd we've we're"),
  contractions: new Map([
    ["i'd", 'would'],
    ["we'd", 'would'],
    ["i'll", 'will'],
    ["we'll", 'will'],
    ["i'm", 'am'],
    ["we're", 'are'],
    ["i've", 'have'],
    ["we've", 'have'],
  ]),
  otherSubjects: words("you he she they you'd you'll you're they're one"),
  adverbs: words(`
    also only just always still often sometimes now then first therefore too even however again
    would-be kindly please very much at-least once thus maybe perhaps
  `),
  adverbEnding: /..ly$/,
  wants: phrases(`
    want, wants, wanna, wan, wnat, watn, wnt, whant, wantto, need, needs, nead, wish, whish, hope, desire,
    require, demand, ask for, ask to, prefer, request, seek, like to, intend to, aim to, plan to, am going to need, am going to want, have need of, want need,
    would like, would love, would want, would need, would prefer, would appreciate, would wish,
    would hope, would rather, would welcome, would require, would enjoy, would desire,
    should like, woudl like, wold like, would liek, would lke, liked to, would ike,
    may want, might want, may need, might need, will want, will need, shall need, could need,
    must need, might like, may wish, might wish, can want, should want, should need,
    wish i could, wish we could, wish that i could, wish that we could, wish i can,
    am looking for, are looking for, am looking to, are looking to, am hoping to, am hoping for,
    am interested in, are interested in, am wanting, are hoping to, am keen to, am willing to,
    would be happy to, would be glad to, would be happy if i could, would be glad if i could,
    would be happy if, would be glad if, would be happy with, would be grateful for, would be thankful for, would be grateful if, would be thankful if, have a need for, have a need to, have the need to, have a desire to, do want, do need
  `),
  abilities: phrases(`
    can, could, expect, would expect, should, must, may, might, will, shall, would be able to, would be allowed to,
    am able to, are able to, am allowed to, are allowed to, am permitted to, are permitted to,
    am enabled to, have to be able to, be able to, ought to, get to, have to, do have to, have got to,
    gotta, have gotta, will have to, may have to, might have to, would have to, shall have to,
    am required to, are required to, am supposed to, are supposed to, am expected to,
    are expected to, am obliged to, are obliged to, am obligated to, are obligated to,
    am meant to, are meant to, have the option to, have an option to, have the ability to,
    have the possibility to, have the opportunity to, have the right to, have the chance to
  `),
  refusals: phrases(`
    don't want, do not want, dont want, never want, no longer want, no longer need, never need,
    don't need, do not need, don't wish, do not wish, don't have to, do not have to,
    never have to, no longer have to, should not, shouldn't, should never, must not, mustn't, must never, shall not,
    wouldn't like, would not like, wouldn't want, would not want, won't have to, would never want,
    will not have to, won't need to, will not need to, don't expect, do not expect, will never
  `),
  faults: phrases(`
    can't, cannot, can not, cant, couldn't, could not, can never, can no longer, am not able,
    are not able, am unable, are unable, am not allowed, don't, do not, didn't, did not,
    am not, are not, won't, will not, have no, never, no longer, should have been, was not, wasn't
  `),
  asides: phrases(`
    have to agree with, must agree with, can only agree, have to disagree, must disagree,
    can relate to, can only say, let me know, let us know, please let me, please let us
  `),
  talk: ENGLISH_TALK,
  impersonal: phrases(`
    let me, let us, allow me to, id like, id love, id prefer, i d like, i d love, iwant, i want-to,
    it should be possible to, it must be possible to, it should be possible for me to,
    it must be possible for me to, it shall be possible to, it would be nice to,
    it would be great to, it would be useful to, it would be nice if i could,
    it would be great if i could, it would be nice if, it would be great if, it would be useful if,
    it is important to me to, my goal is to, my need is to, my wish is to
  `),
  bareWants: phrases('want, would like, would love, wanna, wan to, need to'),
  conjunctions: words('and or'),
  infinitive: words('to'),
  conditions: phrases(`
    when, whenever, while, whilst, if, once, after, before, upon, unless, until, given, given that,
    as soon as, as long as, every time, each time, the next time, any time, anytime, in case,
    in the event, during, provided that, assuming
  `),
  commaConditions: words('in on at for from because since by where having within regardless'),
  benefit: {
    early: phrases('to'),
    strong: phrases(`
      so that, so than, so taht, so tha, so thta, so htat, so thath, so this that, sothat, so thar, so as to,
      such that, so to
    `),
    weak: phrases(`
      in order to, in order that, in order for, inorder to, because, becuase, becasue, cos, cuz,
      that way, this way, for the purpose of, with the goal of, with the aim of
    `),
    not: phrases('because of, so as not, so to speak, so to say'),
    so: words('so'),
    soNotBefore: words(`
      much many far long on forth called often little few well quickly quick slow good bad great big
      small easy hard high low soon late early too so-called and or
    `),
    soNotAfter: words(
      'do does doing did done or if even not say said think is are was be ever why how',
    ),
    clauseStarts: words(`
      i we it they he she you my our the this these their there users people others everyone anyone
      nobody no other all everybody i'm i'd i'll i've it's we're we'll they're that's when if a an
      each every customers both his her its that only someone
    `),
    repeats: words('that so'),
  },
  prose: ENGLISH_PROSE,
  placeholders: new Set([
    'role',
    'user role',
    'persona',
    'type of user',
    'user type',
    'type of persona',
    'kind of user',
    'some user',
    'some role',
    'some type of user',
    'particular user',
    'who',
    'tbd',
    'todo',
    'xxx',
    'xx',
    'capability',
    'desired feature',
    'desired capability',
    'received benefit',
    'expected benefit',
    'desired benefit',
    'desired outcome',
    'business value',
    'perform some action',
    'perform an action',
    'some outcome',
    'user story',
    'some goal',
    'some action',
    'some reason',
    'some benefit',
    'goal',
    'action',
    'what',
    'do something',
    'something',
    'want',
    'reason',
    'benefit',
    'why',
    'value',
    'perform some task',
    'some feature',
    'achieve some goal',
    'lorem ipsum',
  ]),
  labels: [
    'user story',
    'user stories',
    'userstory',
    'story',
    'epic',
    'feature request',
    'feature',
    'request',
    'description',
    'summary',
    'title',
    'narrative',
    'requirement',
    'req',
    'use case',
    'job story',
    'us',
    'backlog item',
    'example',
    'value statement',
    'story statement',
    'story card',
  ],
  noteLabels: words(`
    todo fixme note nb ps hint tip hack xxx bug fix feat chore docs doc refactor test tests perf ci
    build style revert wip fyi warning caution edit update question answer re fwd subject idea
    background reminder changed added removed fixed deprecated security
  `),
  sectionOpeners: phrases(`
    acceptance criteria, acceptance criterion, acceptance tests, acceptance, scenario, ac, notes,
    note, dod, definition of done, estimate, priority, story points, points, background, tasks,
    attachments, details, steps to reproduce, labels, assignee, status, out of scope, constraints,
    technical notes, dependencies, feature, epic, criteria, comments, design, mockups, risk, size
  `),
  blockOpeners: phrases(`
    as a, as an, given, scenario, acceptance criteria, acceptance criterion, in order to, feature,
    job to be done
  `),
  abbreviations: words(
    'e.g eg i.e ie vs dr mr mrs ms st approx incl resp inc ltd cf ca no nos fig e.x ex a.k.a prof',
  ),
};
