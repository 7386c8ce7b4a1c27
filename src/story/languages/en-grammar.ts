/**
 * What writing English takes: the article before a role, "to" before a verb. Reading needs none
 * of it.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs that open a want: "I want *to* see", but "I want dark mode". Their forms with re-, un-, -ize … are made. */
const VERBS = words(`
  accept access achieve acknowledge act activate adapt add adjust administer adopt advertise agree
  aggregate alert align allocate allow alter amend analyse announce answer append apply appoint
  approve archive arrange ask assess assign associate attach attend audit authorise automate avoid
  award back backup ban base be become begin benefit block book bookmark borrow bring broadcast
  browse build bulk-edit buy calculate call cancel capture care carry catch categorise change charge
  chat check choose claim clean clear click clone close collaborate collapse collect combine come
  comment communicate compare compete complete comply compose compute configure confirm connect
  consider consult consume contact continue contribute control convert cook copy correct count cover
  create crop customise cut deactivate debug decide declare decline decrease define delay delegate
  delete deliver demonstrate deny deploy deposit describe deselect design detect determine develop
  diagnose direct disable discard disconnect discover discuss dismiss display distinguish distribute
  divide do document donate download draft drag draw drill drive drop duplicate earn edit eliminate
  email embed enable encourage encrypt end enforce enjoy enrol enroll ensure enter erase escape
  establish estimate evaluate examine exchange exclude execute expand experience explain explore
  export express extend extract fetch fill filter find finish fix flag fly focus follow force
  forecast format forward gain gather generate get give go grant group grow guarantee guide handle
  have hear help hide highlight hire hit hold host identify ignore implement import improve include
  increase indicate influence inform initiate input insert inspect install instruct integrate
  interact introduce invite invoke issue join judge jump justify keep know launch lead learn leave
  let like limit link list listen load locate lock log login look lose lower maintain make manage
  map mark match measure meet mention merge message migrate minimise modify monitor mount move mute
  name navigate negotiate nominate notify obtain offer open operate optimise order organise override
  own package paste pause pay perform permit persist personalise phone pick pin place plan play post
  predict prefer prepare present preserve prevent preview print prioritise process produce promote
  prompt propose protect prove provide publish pull purchase push put query quit quote raise rank
  rate reach react read receive recognise recommend record recover redeem redirect reduce refer
  refine refresh refund register reject relate release rely remain remember remind remove rename
  render renew rent reorder repair repeat replace reply report represent request require reschedule
  research reserve reset resize resolve respond restart restore restrict retrieve return reuse
  reveal revert review revise revoke rewrite ride roll rotate route run save say scan schedule
  scroll search secure see select sell send separate serve set setup share ship shop show sign
  simulate skip snooze sort specify split spot start state stay stop store stream submit subscribe
  suggest summarise supply support suspend swap switch sync synchronise tag take talk target teach
  tell terminate test think toggle track trade train transfer transform translate transmit travel
  treat trigger trust try tune turn type understand undo unsubscribe update upgrade upload use
  utilise validate verify view visit visualise vote wait walk warn watch wear win withdraw work
  write zoom opt fund spend shut stick rest relax sleep eat drive park fight wash feed grade heal treat read hold
  succeed prosper survive meet beat promise praise bill invoice fulfil fulfill cash settle dial
`);
const VERB_SHAPE =
  /^(?:\p{L}{2,}(?:ise|ize|ify)|(?:re|un|de|pre|auto|bulk|multi|co|mass)-?\p{L}+)$/u;
const DETERMINERS = words(
  'a an the my our your their his her its all any some each every these those this that both no more',
);
const ADVERBS = /^(?:not|also|always|never|only|\p{L}{2,}ly)$/u;

/** Whether "to" belongs before it: it opens with a verb, or with an unknown word and "the". */
export function startsWithVerb(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().split(/[\s,/]+/, 2);
  if (DETERMINERS.has(first)) return false;
  if (ADVERBS.test(first)) return startsWithVerb(text.slice(first.length).trimStart());
  if (VERBS.has(first) || VERBS.has(first.replace('z', 's'))) return true;
  const rest =
    VERB_SHAPE.test(first) &&
    VERBS.has(first.replace(/^(?:re|un|de|pre|auto|bulk|multi|co|mass)-?/u, ''));
  return (
    rest ||
    /^\p{L}{3,}(?:ise|ize|ify)$/u.test(first) ||
    (DETERMINERS.has(second) && /^\p{Ll}+$/u.test(text.slice(0, first.length)))
  );
}

/** Spelled with a vowel and spoken with a consonant: user, unit, European, one; not uninformed. */
const SOUNDED_AS_CONSONANT =
  /^(?:eu|ewe|once$|one$|oui|ubi|ufo|ugand|ukr|uni(?!n|m(?!od)|d(?!ir))|unanim|ur[aiou]|us[aeu]|ut[eio])/;
const SILENT_H = /^(?:hour|honest|honour|honor|heir)/;
/** Letters whose names begin with a vowel: "an HR manager". */
const VOWEL_NAMES = /^[AEFHILMNORSX]/;

/** "a" or "an" before these words, by sound: a user, an hour, an HR manager, a UX designer. */
export function indefiniteArticle(text: string): 'a' | 'an' {
  const first = /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
  if (/^\d/.test(first)) return /^(?:8|11$|18$|11\D|18\D)/.test(first) ? 'an' : 'a';
  if (isSpelledOut(first)) return VOWEL_NAMES.test(first.toUpperCase()) ? 'an' : 'a';
  const lower = first.toLowerCase();
  if (SILENT_H.test(lower)) return 'an';
  if (SOUNDED_AS_CONSONANT.test(lower)) return 'a';
  return /^[aeiou]/.test(lower) ? 'an' : 'a';
}

/** HR, QA, SRE and x of "x-ray"; not NASA, nor ADMIN in a text of capitals. */
function isSpelledOut(word: string): boolean {
  if (word.length === 1) return true;
  const plural = word.replace(/s$/, '');
  if (!/^\p{Lu}[\p{Lu}\p{N}]*$/u.test(plural)) return false;
  return plural.length <= 3 || !/[AEIOUY]/.test(plural);
}

/** Roles that take no article: "As someone who …", "As users, …". */
export function takesNoArticle(role: string): boolean {
  if (
    /^(?:someone|somebody|anyone|anybody|everyone|one of|any|every|each|some|members|people|both|two|three|our|my|the)\b/i.test(
      role,
    )
  )
    return true;
  const head = role.split(/[\s,]+(?:of|who|that|with|in|for|from|at|and|or|on)\s/, 1)[0] ?? role;
  return /(?:er|or|ist|ant|ent|ian|ee|in)s$/i.test(head) && !/\b(?:overseas|series)$/i.test(head);
}
