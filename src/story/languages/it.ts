import type { ClauseLexicon } from '../clauses/clause-lexicon.js';

/** Italian: no subject needed, elided words, "per" with an infinitive opens a benefit. */
export const ITALIAN: ClauseLexicon = {
  language: 'it',
  marks: null,
  openers:
    "come, in qualità di, in qualità d', nel ruolo di, nel mio ruolo di, in veste di, nella veste di, in quanto, essendo, io come, io in qualità di, nelle vesti di, da, agendo come",
  weakOpeners: 'come in essendo io da',
  indefinite: "un uno una un'",
  definite: "il lo la i gli le l'",
  elisions: 'un l d dell all nell dall sull dev c quell quest gl anch coll',
  subjects: 'io noi',
  order: 'dropped',
  fixed: `
    mi piacerebbe, ci piacerebbe, mi serve, ci serve, mi servono, mi serve di, ho bisogno di, ho bisogno d', ho bisogno che, abbiamo bisogno di, avrei bisogno di, ho la necessità di, ho necessità di,
    deve essere possibile, dovrebbe essere possibile, mi interessa, il mio obiettivo è, ho l' esigenza di, mi occorre, mi tocca, ci tocca, mi spetta, sono tenuto a, sono tenuta a, sono obbligato a, sono obbligata a, ho il dovere di, ho l' obbligo di, ho la necessità che
  `,
  wants:
    'voglio, vogliamo, vorrei, vorremmo, desidero, desideriamo, desidererei, necessito di, necessitiamo di, necessito, intendo, mi aspetto, richiedo, preferisco, preferirei, chiedo, esigo, pretendo, spero',
  duties: 'devo, dobbiamo, dovrei, dovremmo',
  halves: '',
  later: null,
  abilities:
    'posso, possiamo, potrò, potrei, riesco a, ho la possibilità di, abbiamo la possibilità di, sono in grado di, possa',
  negations: 'non mai',
  faults: 'non mai niente nulla nessun nessuno nessuna impossibile',
  fillers: 'anche sempre solo soltanto',
  polite: 'tanto molto',
  particles: "di d' a",
  talk: {
    says: 'dire, segnalare, precisare, menzionare, aggiungere, sottolineare, ricordare, notare, far notare, far presente, evidenziare, ribadire, suggerire, proporre, ammettere, confessare',
    asks: 'chiedere, domandare',
    attests: 'confermare, capire, immaginare, affermare',
    addresses:
      'ringraziarvi, ringraziarti, ringraziarla, dirvi, dirti, chiedervi, chiederti, segnalarvi, informarvi, ricordarvi, ringraziare tutti',
    speaks: 'dire confessare',
    that: 'che',
    purposes: '',
    questions: 'se, perché, come, quando, dove, chi, quale, quanto, cosa',
    fillers: 'solo purtroppo anche soltanto inoltre qui',
  },
  conjunctions: 'e o ed',
  conditions:
    'quando, se, ogni volta che, non appena, appena, una volta che, dopo aver, prima di, mentre, nel caso in cui, qualora, nel momento in cui',
  commaConditions: "in nel nella nell' durante dopo prima su sulla da",
  benefit: {
    strong: `
      così da, in modo da, in modo che, in modo tale da, in modo tale che, affinché, affinchè, affinche, al fine di, allo scopo di, così che, cosicché, di modo che, con l' obiettivo di, per poter, per potere,
      con lo scopo di, così posso, così potrò, in maniera da, in maniera che, con il fine di
    `,
    comma: 'perché, perchè, così, poiché, dato che, in questo modo, e così, visto che, siccome',
    clauseStarts: "io il la lo i gli le l' mio mia posso potrò nostro tutti nessuno possa",
    causes: 'perché, perchè',
    complements: 'che',
    peeks: 'poter potere posso potrò',
    not: 'così come, perché no, per sempre',
    purpose: 'per',
    infinitive: {
      at: 'next',
      form: /^\p{L}{2,}(?:are|ere|ire|arre|orre|urre|(?:ar|er|ir|ur|or)(?:mi|ti|si|ci|vi|lo|la|li|le|ne|gli|melo|mela|meli|sene))$/u,
    },
    purposeSkips: 'non poi meglio sempre',
    notInfinitives:
      'genere mare cellulare particolare carattere cantiere titolare militare familiare scolare quartiere piacere mestiere corriere giornaliere altare potere settore calendario cameriere parole carriere corsi settori errori colori autori utenti',
    purposeTakers: 'sto stare',
  },
  role: {
    not: `
      tu lui lei voi loro me te si ci vi già non sempre mai puoi può vedi vede sai sapete sappiamo detto dicevo concordato discusso indicato previsto
      questo quello questi quelle per in di che se quando prima ieri oggi richiesto promesso sopra tale tutto tutti tanto segue potete possono possiamo
      è sono era ho hai posso fare faccio funziona al da dal dalla va stai mio tuo suo ogni mai minimo quanto cosa dove chi ora allora d' a un-po' sotto
      solito nel nella nei così qui lì subito adesso
    `,
    idioms: `
      esempio, risultato, conseguenza, alternativa, soluzione, soluzione temporanea, primo passo, prossimo passo, ultimo passo, passo, nota, risposta, commento, suggerimento,
      idea, test, prova, riferimento, base, regola, opzione, conclusione, riassunto, titolo, tema, bonus, extra, misura, precauzione, eccezione, funzionalità, errore, bug,
      compito, problema, inizio, miglioria, complemento, promemoria, contesto, punto di partenza, punto di confronto, punto di riferimento, compromesso, novità, condizione, requisito, parte, minimo, ultima risorsa, regola generale,
      prototipo, proposta, domanda, conferma, ripiego, sempre, premessa, anticipazione, tempo, ieri, oggi, domani, qui, subito, adesso, quando, allora, casa, mobile, telefono, smartphone, desktop, remoto, browser, app, web, terminale, lunedì, cellulare, tablet, parte, poco, settimane, mesi, anni, solo, sempre, programma, console
    `,
    abstract: /(?:zione|sione|ismo|mento|ità|anza)$/,
    acting:
      'amministrazione direzione organizzazione municipalità città associazione istituzione fondazione delegazione università entità comunità autorità dipartimento società redazione corporazione commissione unità federazione produzione parlamento reggimento cristiano applicazione stazione popolazione integrazione installazione',
    head: 'first',
    prepositions: "di del della dell' dei delle per in con senza su a al alla che da nel nella",
    verbs: `
      è sono era erano sta stanno ha hanno aveva c' fu funziona funzionano fallisce non vedo ricevo ottengo faccio apro entro provo uso ho vado leggo scrivo
      clicco seleziono appare appaiono cade vedi dice disse feci mostra esce sto va sale cresce aumenta scende cambia dice viene risulta carica
    `,
    otherSubjects: 'tu lui lei voi loro',
    relatives: 'che cui quale chi dove',
    stops:
      "il lo la i gli le l' un uno una un' mio mia miei mie nostro tutti tutte sempre che non poter potere più ogni vari varie vedere",
    goesOn: '',
  },
  contrast: 'ma però tuttavia',
  failures:
    'errore vuoto vuota fallisce sbagliato manca rotto scompare blocca 404 500 403 appare ricevo esce cade',
  placeholders: `
    ruolo, ruolo utente, persona, tipo di utente, tipo utente, chi, funzionalità, caratteristica, obiettivo, desiderio, beneficio, ragione, azione, meta, fare qualcosa, qualcosa,
    cosa, perché, valore, bisogno, descrizione, tbd, todo, xxx, xx, valore di business, profilo, motivo, vantaggio, scopo, ruolo dell'utente
  `,
  labels:
    'funzionalità, storia utente, storia, racconto utente, descrizione, titolo, riassunto, requisito, esempio, caso d’uso',
  noteLabels: 'nota domanda risposta avviso attenzione oggetto idea promemoria',
  sectionOpeners: `
    criteri di accettazione, criterio di accettazione, criteri, acceptance criteria, note, nota, attività, dettagli, contesto, stima, priorità, punti, dipendenze,
    definition of done, dod, scenario, allegati, rischi, stato, note tecniche, commenti
  `,
  blockOpeners:
    "come un, come una, come uno, come un', dato, data, dati, scenario, criteri di accettazione, in qualità di",
  abbreviations: 'es p.es ecc etc sig dott dr n no ca max min tel vs pag incl',
  hints: { role: 'Come …', want: 'voglio …' },
};
