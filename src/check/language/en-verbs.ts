const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Verbs that say what a product is to do, in their base form, in the words of everyday software.
 * After "and" they open a second feature; those that are nouns as often follow below.
 */
export const VERBS = words(`
  abort accelerate accept accommodate accompany accumulate achieve acknowledge acquire activate
  adapt add adjust administer adopt advertise advise aggregate alleviate allocate allow amend
  amplify analyse analyze annotate announce anonymise anonymize anticipate apologise apologize
  append apply appoint approve argue arise arrange arrive ascertain ask assemble assess assign
  assist associate assume assure attach attend attract augment authenticate authorise authorize
  automate avert avoid await bake become befriend begin behave believe belong boost borrow bring
  broaden browse build buy calculate calibrate cancel capture care carry categorise categorize
  cease celebrate certify chase choose cite clarify classify close collaborate collect combine
  come commence communicate compare compensate compete compile complete comply compose comprehend
  compress compute conceal conclude conduct configure confirm confront congratulate connect
  conserve consider consolidate constrain construct consult consume contain contest continue
  contribute converse convert convince cooperate coordinate cope correlate correspond crawl create
  curate customise customize deactivate debug decide declare decline decorate decrease decrypt
  dedicate deduct deepen defend defer define delegate delete deliver demonstrate depart depend
  deploy derive describe deselect deserve destroy detach detect deter determine develop diagnose
  digitise digitize disable discard disclose disconnect discontinue discover discuss dismantle
  dismiss dispense disseminate distinguish distract distribute disturb divert divide donate
  duplicate earn eat edit educate elaborate elect elicit eliminate embed embrace emit emphasise
  emphasize employ empower enable encourage encrypt enforce engage enhance enjoy enlarge enquire
  enrich enrol enroll ensure enter entertain equip erase escalate escape establish evaluate evolve
  examine exceed excel exclude execute exempt exhibit expand expire explain explore expose extend
  extract facilitate familiarise familiarize fetch fill find fly follow foresee forget fulfil
  fulfill gather generalise generalize generate get give glance grab greet grow have heal hear
  hide hinder identify ignore illuminate illustrate immerse impersonate implement impose impress
  improve include incorporate indent indicate infer inflate inform inherit inhibit initialise
  initialize initiate inject inquire insert insist inspect inspire install instruct insure
  integrate interact interpret interrupt intervene introduce invest investigate invoke isolate
  iterate join jot judge justify keep know lay learn leave lend let liaise listen localise
  localize locate loosen lose magnify maintain make manage manipulate mediate meet memorise
  memorize merge migrate minimise minimize mitigate mobilise mobilize moderate modify monitor
  motivate move navigate negotiate nominate normalise normalize notify nudge obey obscure observe
  obtain occur onboard operate opt optimise optimize organise organize outsource override oversee
  overwrite own parse participate penalise penalize perform permit persist personalise personalize
  persuade pick pinpoint populate portray pour practise pray predict prefer prepare prescribe
  preserve pretend prevail prevent prioritise prioritize proceed promote proofread propose prosper
  protect prove provide publish pull punish purge pursue put qualify quantify quarantine randomise
  randomize reactivate read realise realize reallocate reapply rearrange reassign receive recharge
  reclaim recognise recognize recommend reconcile reconfigure reconnect recover recruit recycle
  redeem redesign redirect redo reduce refer refine reformat refuse regain regenerate regroup
  regulate rehearse reinforce reinstall reject rejoin relate relax reload relocate rely remain
  remember remind remodel remove rename render renew reopen reorder repeat replace replicate
  repost represent reprint reproduce require reschedule resend reside resign resist resize resolve
  respond restart restock restore restrict restructure resume retain rethink retire retrieve retry
  reunite reuse revalidate reveal revert revisit revoke reword rewrite rinse roam sanitise
  sanitize save say scrape see seek seize select sell send serve settle sew shorten shred shut
  simplify simulate sing sit skim skip sleep snooze socialise socialize solve speak specify spell
  spend spill standardise standardize steer stimulate strengthen strive submit subscribe succeed
  suggest summarise summarize supervise suppress surf surrender suspend synchronise synchronize
  tackle tailor teach tease tell terminate tidy tighten transact transcribe transform translate
  transmit troubleshoot unarchive unassign unblock understand undo unfollow unfreeze unify
  uninstall uninvite unite unlink unlist unlock unmute unpack unpin unpublish unshare unsubscribe
  untag unveil urge utilise utilize utter validate vary verify vet visualise visualize waive
  wander warn weigh whitelist widen wipe withdraw write zoom
`);

/**
 * Verbs that are nouns as often: "a name and address", "print and export options". They
 * open a second feature only where an object or nothing follows and a verb stands before.
 */
export const NOUN_VERBS = words(`
  access account address advance alarm alert answer appeal approach archive audit author balance
  ban bid bill bind blend block book bookmark bounce budget bundle burn call cast catalogue centre
  challenge change charge chat check cheer claim clean clear click clip clone coach code comment
  commission contact contrast control copy correct count craft crop cross cut cycle dance debate
  delay deposit design dispatch display dispute dive dock document double download draft drag draw
  dream drill drive drop echo email estimate exchange exit experience experiment export favour
  favourite feed fight file film filter finance finish fit fix flag flip float flow focus forecast
  format forward found frame freeze fund gain gauge go grant group guess guide handle harvest help
  highlight hire hit hold host hunt import increase index influence interview inventory invite
  issue jump kick kill label lack land launch layer lead lease level lift like limit link list
  load loan lock log login lookup lower mail mandate map mark mask match measure mention message
  model mount mute name narrow nest note object offer open order outline overlay pack package page
  paint park part paste patch pause pay peek phone photograph pilot pin ping pitch place plan
  plant play pledge plot point poll post present preview price print process produce profile
  program programme progress project promise prompt purchase push query question quit quote race
  raise rally range rank rate reach react rebuild recall recap record reference refresh refund
  register release remedy rent repair replay reply report request research reserve reset respect
  rest result retrain return reverse review revise reward ride risk roll rotate round route rule
  run sample scale scan schedule score scout screen script scroll seal search secure seed segment
  sense separate set setup shape share shield shift ship show shuffle sign signal signpost sketch
  slice slide smooth sort sound source spawn split spot spread stack staff stage stake stamp star
  start state stay step stick stop store stream stretch strip structure study style subject
  substitute supply support surface surprise survey suspect swap sweep swim switch sync tag take
  talk tap target tax team telephone test text throw time tip title toggle touch trace track trade
  train transfer transport trap travel treat trigger trim trust try tune turn tweak type update
  upgrade upload upvote use value view visit voice volunteer vote wait walk warrant waste watch
  water wear welcome win wire wonder work wrap yield
`);

/** Those of them that before a plural or "to" and "with" are verbs all the same. */
export const MOSTLY_VERBS = words(`
  approve archive audit ban bookmark buy call change chat check comment contact copy correct download draft
  email export filter forward handle help highlight import invite link mention move mute pin
  post preview print purchase reply report rename request review scan search share ship show
  sort sync switch tag talk trade transfer update upload vote work zoom
`);

/**
 * Pairs that name one action, or one switch with two ends: "drag and drop", "show or hide".
 * Each is written with its conjunction.
 */
export const SINGLE_ACTIONS = words(`
  drag-and-drop copy-and-paste cut-and-paste point-and-click search-and-replace find-and-replace
  pick-and-choose mix-and-match come-and-go wait-and-see plug-and-play try-and-buy go-and-see
  pause-and-resume start-and-stop show-and-hide try-and-find try-and-see go-and-get
  accept-or-reject accept-or-decline accept-or-refuse approve-or-reject approve-or-decline
  confirm-or-cancel confirm-or-reject confirm-or-decline enable-or-disable activate-or-deactivate
  show-or-hide hide-or-show start-or-stop stop-or-start pause-or-resume lock-or-unlock
  expand-or-collapse mute-or-unmute like-or-dislike follow-or-unfollow
  subscribe-or-unsubscribe increase-or-decrease zoom-or-pan grant-or-deny allow-or-deny
  allow-or-block block-or-unblock agree-or-disagree agree-or-decline grant-or-revoke pass-or-fail win-or-lose
  read-and-write read-or-write read-or-unread read-and-unread
  buy-or-sell sink-or-swim
`);

/** After "and", what belongs to the verb that follows it. */
export const BEFORE_VERB = words(
  'to then also even automatically easily quickly directly immediately later not never always only just possibly optionally further again simply i we can be able should could will would want',
);

/** What an object opens with: a determiner, a pronoun. */
export const OBJECT_STARTS = words(`
  a an the my our your his her its their this these those any all some each every both
  another other more it them me us him one ones myself ourselves themselves multiple several many
  new what which who how when where whether if only
`);

/** Before a noun and hardly ever after one: what stands before them is a verb. */
export const DETERMINERS = words('the my a an any our their his her its it them me us these');

/** Words of grammar that may stand between "and" and a determiner. */
export const NO_VERBS = words(`
  all and any are both but can could did does during each else even ever every for from had has how
  into its just like near not off once one only onto out over per same since some such than that
  the their them then there these they this those though through till until upon was were what
  when where which while who whom whose why will with within without would yet you your about
  above across after against along also among around because before behind below beside between
  beyond despite down either neither except inside outside under via thus hence maybe perhaps plus
  half twice today tomorrow now here again back much many more most less least few several other
  another
`);

/** What makes another verb of a verb: "look up", "hand over". */
export const PARTICLES = words('up out off over down back away along together apart');

/** What may follow a verb without an object, and hardly a noun: "and share with …". */
export const VERB_TAILS = words('to from with into onto back');

/** Adjectives as often as verbs: "simple and clear". */
export const ADJECTIVES = words(
  'clear clean complete correct open secure separate present direct perfect free empty lower slow warm cool dry own welcome long live',
);

/** What opens a clause inside the want, whose verbs are not features. */
export const CLAUSE_STARTS = words(
  'that which who whom whose how what when where whether if why while because until unless once whenever wherever after before since although',
);

/** In such a clause, verbs joined after these are its own: "files I can open and edit". */
export const CLAUSE_MODALS = words(
  "can could will would should may might must cannot can't do don't did have",
);

/** A verb of the clause in a form that "and" plus a base form cannot go on with. */
export const FINITE = /^(?:is|was|are|were|has|had|does|\p{L}{2,}ed|\p{L}{2,}[^s]s)$/u;
