import type { ClauseLexicon } from '../clauses/clause-lexicon.js';

/** Dutch: "als" opens roles and conditions; "om … te" with or without a comma. */
export const DUTCH: ClauseLexicon = {
  language: 'nl',
  marks: null,
  openers:
    'als, in de rol van, in mijn rol als, vanuit mijn rol als, in mijn functie als, in de hoedanigheid van',
  weakOpeners: 'als',
  indefinite: "een 'n n",
  definite: 'de het',
  elisions: '',
  subjects: 'ik wij we',
  order: 'either-side',
  fixed: `
    zou ik graag, ik zou graag, zouden wij graag, zouden we graag, wij zouden graag, we zouden graag, zou ik willen, ik zou willen,
    zou ik graag willen, ik zou graag willen, heb ik behoefte aan, ik heb behoefte aan, hebben wij behoefte aan, hebben we behoefte aan,
    heb ik graag, ben ik verplicht, ik ben verplicht, ben ik verplicht om, heb ik de plicht, zijn we verplicht, ben ik bevoegd, ben ik in staat, 
    moet het mogelijk zijn om, moet het voor mij mogelijk zijn om, heb ik nodig, ik heb nodig, heb ik, zie ik graag
  `,
  wants: 'wil, willen, wens, wensen, verwacht, verwachten, verlang',
  duties: 'hoor, horen, behoor, moet, moeten, zou moeten, mag, mogen, hoef, dien',
  halves: 'zou zouden',
  later: /^(?:moeten|mogen|willen)$/,
  abilities: 'kan, kunnen, kun',
  negations: '',
  faults: 'niet geen nooit niets helaas',
  fillers: 'ook altijd alleen dan nu graag heel-graag zelf dus daarom',
  polite: 'graag heel erg',
  particles: '',
  talk: {
    says: 'zeggen, opmerken, vermelden, melden, benadrukken, voorstellen, toevoegen, aangeven, onderstrepen, toegeven, aanvullen, wijzen',
    asks: 'vragen',
    attests: 'bevestigen, begrijpen, erop wijzen',
    addresses:
      'jullie bedanken, u bedanken, je bedanken, jullie vragen, jullie zeggen, u zeggen, jullie laten weten, u laten weten, iedereen bedanken',
    speaks: 'zeggen',
    that: 'dat',
    purposes: '',
    questions: 'of, waarom, hoe, wanneer, wat, waar, wie, welke',
    fillers: 'nog even helaas alleen maar ook graag kort erop hierbij om te',
  },
  conjunctions: 'en of en/of',
  conditions:
    'wanneer, als, indien, zodra, zolang, terwijl, nadat, voordat, telkens als, elke keer als, iedere keer dat',
  commaConditions: 'bij na voor op in tijdens',
  benefit: {
    strong: 'zodat, opdat, zo dat, met als doel',
    comma: 'omdat, want, aangezien, waardoor, zo kan, zo kunnen, dan kan',
    clauseStarts: 'ik we wij het de mijn iedereen niemand ze hij zij men er dat dit onze alle',
    causes: 'omdat, aangezien',
    complements: 'dat om',
    peeks: 'kan kunnen',
    not: 'want to, zodat dat',
    purpose: 'om ten-einde teneinde',
    infinitive: { at: 'later', form: /^te$/ },
    purposeSkips: '',
    notInfinitives: '',
    purposeTakers:
      'vraag vragen verzoek mogelijkheid optie manier knop uitnodiging herinnering staat',
  },
  role: {
    not: `
      dat dit die deze zulke of ware eerste laatste volgende gevolg volgt boven besproken afgesproken gezegd vermeld
      eerder altijd gewoonlijk nu dan niet er alles iets niemand iedereen mijn jouw uw onze nodig mogelijk bijlage
      gezegd verwacht bekend zodanig eerst extra antwoord
    `,
    idioms: `
      voorbeeld, resultaat, gevolg, alternatief, workaround, oplossing, tussenoplossing, noodoplossing, eerste stap, volgende stap, laatste stap,
      stap, bedankje, noodmaatregel, tussenstap, vervolgstap, uitgangspunt, startpunt, bijlage, antwoord, reactie, tip, hint, opmerking, test, geheel, vervolg, aanvulling, toevoeging, bonus, basis, referentie,
      vergelijking, reden, doel, feature, idee, voorstel, standaard, default, fallback, compromis, regel, vuistregel, uitzondering,
      optie, mogelijkheid, herinnering, dank, kind, begin, start, titel, onderwerp, samenvatting, conclusie, achtergrond, maatregel,
      probleem, fout, bug, ticket, taak, onderdeel, update, bewijs, grap, experiment, prototype, voorwaarde, verbetering, vraag, wens
    `,
    abstract: /(?:heid|isatie-optie|atie|ering|essing|isme)$/,
    acting:
      'organisatie instelling administratie redactie afdeling leiding regering overheid directie delegatie vereniging stichting installatie operatie applicatie projectorganisatie woningcorporatie integratie station natie minderheid',
    head: 'last',
    prepositions:
      'daarvan hiervan ervan daarop van voor in met uit bij op aan zonder over onder tussen naar tot door',
    verbs: `
      is was zijn waren wordt worden werd werden heeft had hebben hadden kan kon gaat ging staat stond komt kwam werkt werkte
      zie krijg klik open ga log voer vind kies probeer gebruik doe maak lees schrijf kreeg zag klikte opende probeerde
      wil moet toont verschijnt verscheen faalt crasht laadt betaalt bestelt inlogt klikt aanmeldt opent vraagt zegt zei
    `,
    otherSubjects: 'je jij u hij zij ze jullie men er het dit dat',
    relatives: 'die dat wie wiens waarvan waarbij',
    stops: `
      de het een mijn onze alle alles altijd alleen snel makkelijk eenvoudig ook niet geen me mij ons zeer direct bij voor om dat
      eigen meerdere veel elke elk ieder nieuwe graag zelf automatisch kunnen via met op een snelle inzicht in
    `,
    goesOn: '',
  },
  contrast: 'maar echter',
  failures:
    'fout foutmelding leeg verkeerd mist kapot verdwijnt gebeurt crasht vastloopt 404 500 403 error verschijnt krijg',
  placeholders: `
    rol, gebruikersrol, persona, type gebruiker, soort gebruiker, wie, functie, functionaliteit, doel, wens, voordeel, reden, actie, iets doen, iets,
    wat, waarom, gewenste functie, waarde, beschrijving, tbd, todo, xxx, xx, handeling, resultaat, toegevoegde waarde
  `,
  labels:
    'functionaliteit, functie, gebruikersverhaal, verhaal, beschrijving, omschrijving, titel, samenvatting, eis, voorbeeld, requirement',
  noteLabels: 'let opmerking vraag antwoord notitie waarschuwing onderwerp idee',
  sectionOpeners: `
    acceptatiecriteria, acceptatiecriterium, acceptance criteria, notities, opmerkingen, opmerking, taken, details, achtergrond, schatting,
    prioriteit, story points, afhankelijkheden, definition of done, dod, scenario, bijlagen, risico's, status, technische notities
  `,
  blockOpeners: 'als, gegeven, stel, scenario, acceptatiecriteria',
  abbreviations: 'bijv b.v bv d.w.z enz etc incl excl nr dr ca evt m.b.v o.a max min tel jl',
  hints: { role: 'Als …', want: 'wil ik …' },
};
