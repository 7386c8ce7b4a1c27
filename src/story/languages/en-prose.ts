import type { ProseWords } from '../lexicon.js';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const phrases = (text: string): ReadonlySet<string> =>
  new Set(text.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' ')));

/** What English says with "as" when it does not name a role. */
export const ENGLISH_PROSE: ProseWords = {
  notRoles: words(`
    you we i it he she they this that these those there such of for to per if though although
    always usual before above below expected discussed mentioned noted described shown seen stated
    agreed requested suggested promised planned required needed said told written known given
    explained outlined proposed reported indicated documented specified defined intended implied
    far soon much many well in with from at against yet now today ever is are
    opposed compared regards regarding concerns follows quickly often little few between what when
    where how who which whether was were your his their its follow-up follow-ups
    consideration appropriate applicable necessary possible evidenced illustrated on by not under over
    title subject topic things time one-off demonstrated highlighted set laid sent made taken put found built observed listed summarised
    summarized referenced documented hoped feared predicted anticipated recommended advised
    nobody nothing everything something another-thing too so more most less least other
  `),
  idioms: phrases(`
    result, consequence, workaround, work-around, side note, sidenote, aside, rule, rule of thumb,
    matter, matter of fact, first step, next step, final step, last step, second step, step,
    last resort, resort, alternative, example, reminder, follow-up, followup, follow up,
    compromise, precaution, quick fix, fix, hotfix, stopgap, starting point, bonus, heads up,
    heads-up, summary, test, note, footnote, courtesy, favor, favour, joke, proof of concept,
    poc, experiment, side effect, side-effect, baseline, fallback, fall-back, solution,
    improvement, enhancement, suggestion, proposal, thought, whole, start, beginning, minimum,
    bare minimum, default, tip, hint, refresher, countermeasure, measure, policy, principle,
    convention, condition, reference, comparison, clue, response, reaction, reply, reward,
    thank you, sign, gesture, guideline, group exercise, exercise, goal, stretch goal, title,
    subject, topic, background, context, trade-off, tradeoff, general rule, case in point,
    prerequisite, precondition, requirement, rough estimate, estimate, guess, last point,
    final point, point, backup, back-up, plan b, short-term fix, concession, safeguard,
    safety measure, interim solution, counterexample, one-off, exception, caveat, nice-to-have,
    release, patch, parting thought, final note, final thought, quick note, quick win,
    first iteration, afterthought, first draft, draft, last thought, first try, try, first attempt, attempt, favour, iteration, mvp, milestone, gift, treat, warning, question, test case,
    side project, hobby, present, token, percentage, issue, separate pr, idea, check, request,
    feature, comment, nit, preference, behavior, behaviour, proof, evidence, feedback, input, output,
    parameter, argument, thing, way, case, part, task, ticket, bug, story, plan, trick, hack, detail,
    concern, remark, refactoring, cleanup, extra, conclusion, value, option, choice, mistake, rfc,
    reason, surprise, habit, challenge, shortcut, motivation, sequel, spike, first version, version, last wish, wish, incentive,
    basis, difference, answer, update, status, change, lesson, takeaway, downside, upside, benefit, win, bit, act, blocker, corollary, pass, sidebar, limit, pattern, metric, metaphor, anecdote, apology, invariant, symptom, kludge, ritual, routine, postscript, teaser, color, colour, memorial, icebreaker, work, homework, practice, thanks, precursor, counterpoint, disclaimer, digression, spoiler, compliment, addendum, sort, kind
  `),
  // "optimization", "improvement"; those that act are listed.
  abstractHead: /(?:[ts]ion|ment|ness|ism)$/,
  actingHeads: words(`
    organisation organization administration institution corporation association foundation
    federation station department government management establishment delegation application
    installation integration automation ministration congregation commission union coalition
    production operation parliament regiment operations business companion champion patron
    agreement-owner environment deployment procurement recruitment division
    witness session connection region nation population collection workstation
    instrument
  `),
  groups: words(`
    team group company business family crew couple club school hospital hotel bank shop store firm
    agency community city town village country county municipality charity party society university
    college authority faculty entity facility museum library church gym restaurant kitchen factory
    farm band class public crowd committee board council council-member audience squad unit lab
    laboratory clinic practice-team publisher newspaper office market press police army household
    finance procurement compliance governance maintenance insurance accounting majority minority celebrity alliance workforce ministry court league staff studio theatre
    theater cinema garage bakery pharmacy brewery nursery startup start-up franchise venue
  `),
  abstractThing: /(?:[^cr]ity|ety|ance|ence|ency|ancy|hood|dom)$/,
  determiners: words(
    'a an the my our your his her its their this that these those some any no each every another',
  ),
  participle: /^[^-]{2,}(?:ing|[^e]ed|made|given|taken|written|sent|built|held|hit|lost|left)$/,
  particles: words(
    'near up down out off on in over away back forward ahead around along again through',
  ),
  able: words('able'),
  prepositions: words(`
    of for to in on at with from by within without about during under over between via per than
    towards toward into onto after before until till since against across through behind beyond
    beneath below above among amongst around along beside besides inside outside near upon like
    despite except plus versus concerning regarding throughout following
  `),
  finiteVerbs: words(`
    is are was were be been am has have had does do did will would can could should must shall may
    might isn't aren't wasn't weren't hasn't haven't doesn't don't didn't won't can't cannot
    couldn't shouldn't seems seem seemed looks look looked appears appear appeared feels felt
    fails fail failed works worked runs ran uses takes took makes made gets got shows showed says
    said states stated suggests implies indicates goes went comes came depends breaks broke grows
    grew requires contains expects returns returned becomes became remains stands stand stays
    means knows knew thinks thought wants wanted needs needed wrote writes told tells gives gave
    keep grow left broken clicks presses opens enters selects submits navigates scrolls hovers
    uploads saves logs signs pays adds creates deletes visits say suggest imply indicate exist
    evolve gives asks asked hit hits merged turns turned dies died crash landed drops dropped
    moves approaches approached nears progresses evolves increases decreases changes happens
    happened exists crashes crashed expired ended started keeps kept lets begins begin rises rise
    agrees agree come go become know requests scales matures
  `),
  nounVerbs: words(
    'need needs wants hopes wishes likes requests requires uses shows saves visits clicks states returns looks stays works',
  ),
  adjective:
    /(?:ary|ial|ical|ive|ic|ous|ful|ible|able|less|ish|ual|nal|ory|ed|ing|ity|other|many|few)$/,
  reports: words(`
    noted pointed mentioned reported suggested requested commented explained proposed described
    observed agreed pinged argued reminded raised filed recommended highlighted confirmed announced promised
  `),
  finalVerbs: words('pass state claim show report demand change mean stand need want require'),
  relatives: words("who that which whose whom where what whoever whichever who's who've who'd"),
  pastForm: /(?:[^aeiou]|[aeiou]{1,2}[^aeiou])ed$/,
  afterParticiple: words(
    'by in on at above below earlier before previously yesterday last during to with from via here per out already',
  ),
  verbOrPlural: /[^sui]s$/,
  peoplePlural:
    /(?:er|or|ist|ant|ent|ian|ee|in|ive|up|ead|eam|ient|uest|ost|iend|yst|ect|izen|pro|vip|dev|rep|ie|op|pm|po|qa|sme|ic|oss|ese|man|men|people|hero|heroe|pilot|boss|king|queen|user|kid|child|teen|adult|agent|expert|chief|scientist|fellow|peer|human|customer|ator|al|ard|ary|ern|hand|head|host|nurse|person|coach|cook)s$/,
  contrast: words('but however'),
  failures: words(`
    not n't nothing fails fail failed crashes crash crashed error errors broken 404 500 403 hangs
    freezes doesn't don't isn't can't cannot won't didn't couldn't wasn't throws shows unable stuck
    get gets see receive instead blank empty wrong missing disappears lost ignored nobody
  `),
};
