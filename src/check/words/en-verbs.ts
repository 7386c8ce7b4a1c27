const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Verbs that say what a product is to do, in their base form, in the words of everyday software.
 * These are hardly ever nouns: after "and" they open a second feature.
 */
export const VERBS = words(`
  accept access achieve acknowledge acquire activate adapt add adjust administer adopt advertise
  aggregate allocate allow amend analyse analyze annotate announce append apply appoint approve
  archive arrange ask assemble assess assign associate attach attend audit authenticate authorise
  authorize automate avoid ban become begin block borrow bring browse build buy calculate cancel
  capture carry categorise categorize celebrate come check choose cite claim classify clean clear close
  collaborate collect combine communicate compare compile complete compose compress compute
  conduct configure confirm connect consider consolidate construct consult consume contribute
  control convert coordinate copy correct crawl create customise customize deactivate decide
  declare decline decrease decrypt define delay delegate delete deliver demonstrate deploy
  describe deselect detect determine develop diagnose disable discard disconnect discover discuss
  dismiss display distinguish distribute divide donate download draw duplicate earn eat edit
  elect eliminate email embed enable encourage encrypt enforce engage enjoy enrich enrol enroll
  ensure enter erase establish evaluate examine exchange exclude execute expand explain explore
  export expose extend extract fetch fill find finish follow format forget forward fulfil fulfill gather
  generate get give go grow guess handle have hear hide hire identify ignore illustrate implement
  import improve include increase indicate inform inherit initiate insert inspect install instruct
  integrate interact interpret introduce investigate invite invoke join keep know learn leave lend
  let listen load locate lock log login lookup lose lower maintain make manage manipulate meet
  mention merge migrate minimise minimize moderate modify monitor mute navigate negotiate nominate notify
  observe obtain offer open operate optimise optimize organise organize overlay override overwrite
  participate paste pause pay perform persist personalise personalize pick prepare prescribe
  present preserve prevent prioritise prioritize proceed process produce promote propose protect
  prove provide publish purchase pull push put read realise realize rearrange receive recognise
  recognize recommend reconcile record recover redeem redirect reduce refer refine refresh register regulate
  reject relate remain remember remind remove rename render renew reorder repair replace reply
  repeat reproduce request require reschedule reset resize resolve respond restart restore
  restrict resume retain retrieve retry return reuse reveal revert review revise revoke rewrite
  rotate run save say scan schedule scroll search see seek select sell send separate serve set
  settle setup share shorten sign simulate skip solve sort specify speak spend start stay stop store
  stream submit subscribe suggest summarise summarize supply suspend swap synchronise synchronize tailor take talk teach
  tell terminate test throw toggle track transcribe transfer transform translate transmit trigger
  trust try understand undo uninstall unlock unsubscribe update upgrade upload use utilise utilize
  validate verify view visit visualise visualize vote wait walk warn watch withdraw work write zoom
  answer approach book call change chat comment contact design document drag drop export filter
  fix flag group guide help highlight limit link list map mark match measure message move name note
  order plan play point post preview print prompt query rank rate reach release report rent reserve
  score show split support switch sync tag target turn type address bookmark charge count crop
  cut estimate forecast grant hold label launch lead pin place question quote raise reward ship
  snooze stamp star survey transport travel reference research reverse profile purge adopt embed
  cast drive feed fly land lift order pack pause pledge pour ride roll sew sing sit sleep stick
  sweep swim water weigh wear win wrap
`);

/**
 * Those of them that are nouns as often: "a name and address", "print and export options". They
 * open a second feature only where an object or nothing follows and a verb stands before.
 */
export const NOUN_VERBS = words(`
  access address advance answer approach archive audit author balance ban bill block book bookmark
  call cast catalogue change charge chat check claim clean clear comment contact control copy
  correct count crop cut delay design display document download draft drag draw drive drop email
  estimate exchange exit export feed file filter finish fix flag float focus forecast format
  forward grant group guess guide handle help highlight hold host import increase interview invite
  issue label land launch lead lift like limit link list load lock log login lookup lower map mark
  match measure mention message mute name note offer open order overlay pack paste pause pay pin
  place plan play pledge point post present preview print process produce profile program progress
  project promise prompt purchase push query question quote raise range rank rate reach record
  reference refresh register release rent repair reply report request research reserve reset
  result return reverse review revise reward ride roll rotate run sample scan schedule score scroll
  search secure separate set setup share ship show sign sort split sound source stamp star start state
  stay step stick stop store stream study subject supply support survey suspect swap sweep swim switch sync
  tag take talk target team test text throw time title toggle touch track trade train transfer
  transport travel trigger trust try turn type update upgrade upload use value view visit voice
  vote wait walk watch water wear welcome win work wrap zoom go buy sell read make get find see
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
