import type { ClauseLexicon } from '../clauses/clause-lexicon.js';

/** "zu sparen", "abzugeben" */
const ZU_INFINITIVE =
  /^(?:zu|(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|her|herunter|herab|hin|hinein|hinzu|los|mit|nach|nieder|sicher|teil|um|unter|vor|voran|vorbei|weg|weiter|wieder|zurück|zusammen|zu|über|hoch|bereit|wahr|statt|kennen|heraus|hervor|voraus|fern|auseinander|aufrecht|vorweg)zu\p{Ll}+n)$/u;

/** German: the verb before or after "ich", nouns with capitals, "um … zu" after a comma. */
export const GERMAN: ClauseLexicon = {
  language: 'de',
  marks: null,
  openers:
    'als, in der rolle als, in meiner rolle als, in meiner funktion als, in der rolle, in der rolle des, in der rolle der, in der rolle eines, in der rolle einer',
  weakOpeners: 'als',
  indefinite: 'ein eine einer eines einem einen',
  definite: 'der die das',
  elisions: '',
  subjects: 'ich wir',
  order: 'either-side',
  fixed: `
    habe ich die möglichkeit, ich habe die möglichkeit, haben wir die möglichkeit,
    würde ich gerne, würde ich gern, ich würde gerne, ich würde gern, würden wir gerne,
    wir würden gerne, wir würden gern, würden wir gern, würde ich mir wünschen, ich würde mir wünschen,
    wünsche ich mir, ich wünsche mir, wünschen wir uns, wir wünschen uns, hätte ich gerne, hätte ich gern, ich hätte gerne,
    ich hätte gern, hätten wir gerne, hätten wir gern, wir hätten gerne, wir hätten gern, würde ich mich freuen wenn,
    soll es mir möglich sein, es soll mir möglich sein, soll es möglich sein, muss es möglich sein, muss es mir möglich sein,
    sollte es möglich sein, sollte es mir möglich sein, 
    
    habe ich den wunsch, bin ich verpflichtet, ich bin verpflichtet, bin ich dazu verpflichtet, habe ich die pflicht, habe ich die aufgabe, bin ich angehalten, bin ich berechtigt, bin ich in der lage, ist es mir wichtig, ist mir wichtig
  `,
  wants:
    'möchte, möchten, moechte, moechten, will, wollen, brauche, brauchen, benötige, benötigen, wünsche, wünschen, wünschte, erwarte, erwarten, verlange, bräuchte',
  duties: 'soll, sollte, sollen, sollten, muss, müssen, darf, dürfen, muß',
  halves: 'habe haben',
  later: ZU_INFINITIVE,
  abilities: 'kann, können, könnte',
  negations: '',
  faults: 'nicht kein keine keinen keinem keiner nie niemals nichts leider',
  fillers:
    'auch mir uns als-erstes immer jederzeit nur sehr nun jetzt zudem außerdem gerne gern dann deshalb daher unbedingt',
  polite: 'gerne gern bitte',
  particles: '',
  talk: {
    says: 'sagen, hinweisen, anmerken, erwähnen, betonen, vorschlagen, hinzufügen, ergänzen, bemerken, unterstreichen, zugeben, klarstellen',
    asks: 'fragen, nachfragen, wissen lassen',
    attests: 'bestätigen, verstehen',
    addresses:
      'euch danken, ihnen danken, mich bei euch bedanken, mich bei ihnen bedanken, mich bei allen bedanken, mich bedanken, euch sagen, euch mitteilen, euch fragen, euch bitten, euch wissen lassen, darauf aufmerksam machen',
    speaks: 'sagen',
    that: 'dass daß',
    purposes: 'damit',
    questions: 'ob, warum, wieso, weshalb, wie, wann, was, wer, wo, welche, welcher, welches',
    fillers:
      'darauf hiermit noch nur kurz leider ehrlich zugegebenermaßen gern gerne auch an dieser stelle einmal mal dazu',
  },
  conjunctions: 'und oder',
  conditions:
    'wenn, falls, sobald, solange, während, nachdem, bevor, immer wenn, jedes mal wenn, wann immer, sofern',
  commaConditions: 'bei beim nach vor auf in im',
  benefit: {
    strong: 'sodass, so dass, auf dass, mit dem ziel, zu dem zweck, so daß',
    comma: 'damit, weil, denn, da, so kann, so können, dadurch kann, dadurch können',
    clauseStarts:
      'ich wir man es sie er der die das mein meine meinen alle jeder unsere unser niemand keine kein andere ein eine',
    causes: 'weil',
    complements: 'dass',
    peeks: 'kann können',
    not: 'um so, um ein vielfaches, rund um',
    purpose: 'um',
    infinitive: {
      at: 'later',
      form: ZU_INFINITIVE,
    },
    purposeSkips: '',
    notInfinitives: '',
    purposeTakers: 'mich sich uns mir bitte bitten geht kümmern rund handelt',
  },
  role: {
    not: `
      ob wenn wäre würde wir ihr man wie wo dass daß weil bisher bislang erwartet vorher zuvor sonst früher folgt oben
      besprochen vereinbart erwähnt bekannt nächstes erstes zweites drittes letztes zweitens weiteres solche solches solcher dies diese dieser
      dieses jemals nur bis je hätte sei wollte gestern heute heut zuerst ersten auch mein dein ganzes einziges
    `,
    idioms: `
      beispiel, ergebnis, resultat, folge, konsequenz, alternative, workaround, erstes, nächstes, letztes,
      schritt, erster schritt, nächster schritt, hinweis, tipp, anmerkung, dank, antwort, lösung, übergangslösung,
      notlösung, ersatz, grundlage, basis, grund, ursache, ziel, zeichen, test, referenz, vergleich, ausgleich,
      nebeneffekt, bonus, feature, idee, vorschlag, vorlage, anhang, zusammenfassung, fazit, titel, thema,
      standard, default, fallback, kompromiss, regel, faustregel, ausnahme, maßnahme, sofortmaßnahme, option, möglichkeit,
      variante, erinnerung, reaktion, entschuldigung, gegenmaßnahme, kind, ganzes, einstieg, anfang, abschluss, start, mvp, format, pdf, datei,
      problem, fehler, bug, ticket, aufgabe, teil, update, hintergrund, kontext, argument, beweis, nachweis, gegenbeispiel, witz, experiment, prototyp,
      einleitung, anleitung, notiz, dankeschön, denkanstoß, punkt, vergleichswert, richtwert, startwert, messwert, bestandteil, ausweg, voraussetzung, vorbereitung, verbesserung, erweiterung, ergänzung, überschrift, frage, wunsch, geschenk
    `,
    abstract: /(?:ung|heit|keit|schaft|tion|ismus|nis)$/,
    acting: `
      abteilung leitung verwaltung geschäftsleitung geschäftsführung regierung buchhaltung vertretung führung organisation
      institution redaktion produktion direktion delegation mannschaft gesellschaft gemeinschaft gewerkschaft wirtschaft
      genossenschaft projektleitung teamleitung abteilungsleitung schulleitung entwicklung personalabteilung stiftung behörde kanzlei
      fachabteilung rechtsabteilung versicherung vereinigung fraktion kommission kundschaft belegschaft integration installation hausverwaltung anwendung it-abteilung
      einrichtung praxisleitung filialleitung pflegedienstleitung marketingabteilung wohngemeinschaft zeitung assistenzleitung steuerung moderation administration
      projektorganisation station personalleitung bereichsleitung marktleitung nutzerschaft elternschaft bürgerschaft geschäftsleitung
    `,
    head: 'last',
    prepositions:
      'davon dazu daraus hiervon hierzu von vom für in im mit aus bei beim zu zum zur ohne des der eines einer an am auf über unter nach vor zwischen',
    verbs: `
      ist war waren sind wurde wurden wird werden hat hatte hatten haben kam kamen ging gingen lief fiel
      funktioniert funktionierte öffnete klickte stürzte abstürzte ausfiel startete versuchte sehe bekomme
      erhalte sah bekam erhielt erschien erscheint zeigte zeigt zeigten habe bin hätte wollte wollten konnte konnten sollte
      klicke öffne gehe tippe logge melde gebe finde wähle lade starte verwende nutze benutze schreibe lese mache tue
      steigt wächst sinkt zunimmt abnimmt steht stand gab gibt begann fand merkte sagte sagten meinte lädt brach
    `,
    otherSubjects: 'du er ihr man',
    relatives: 'der die das dem den denen dessen deren welcher welche welches welchem welchen wer',
    stops: `
      der die das den dem des ein eine einen einem einer mein meine meinen meinem meiner unser unsere alle alles immer nur
      schnell einfach auch nicht kein keine keinen mich mir uns sehr jederzeit direkt bei für um dass eigene eigenen
      mehrere viele jede jeden jedes neue neuen meines gerne selbst automatisch
    `,
    goesOn: 'der des eines einer von vom mit ohne im in bei beim für und oder sowie aus bzw am',
  },
  contrast: 'aber jedoch doch allerdings',
  failures:
    'fehler fehlermeldung abstürzt leer falsch fehlt kaputt verschwindet passiert stattdessen hängt 404 500 403 error erscheint bekomme erhalte',
  placeholders: `
    rolle, nutzerrolle, benutzerrolle, persona, art von nutzer, nutzertyp, benutzertyp, wer, funktion, ziel, wunsch, nutzen, mehrwert, grund,
    aktion, etwas tun, etwas, was, warum, gewünschte funktion, eine funktion, beschreibung, anwendertyp, typ, typ von anwender, ein ziel,
    ziel/wunsch, rolle des nutzers, tbd, todo, xxx, xx, handlung, tätigkeit, begründung
  `,
  labels:
    'funktionalität, funktion, anwendergeschichte, nutzergeschichte, geschichte, beschreibung, titel, zusammenfassung, anforderung, anwendungsfall, beispiel',
  noteLabels:
    'achtung hinweis notiz anmerkung frage antwort aktualisierung tipp warnung betreff idee',
  sectionOpeners: `
    akzeptanzkriterien, akzeptanzkriterium, abnahmekriterien, acceptance criteria, notizen, hinweise, hinweis, anmerkungen, anmerkung,
    aufgaben, details, hintergrund, schätzung, priorität, story points, aufwand, abhängigkeiten, definition of done, dod, szenario,
    anhänge, technische hinweise, offene fragen, risiken, kommentare, status
  `,
  blockOpeners:
    'als, angenommen, gegeben sei, szenario, akzeptanzkriterien, abnahmekriterien, gegeben',
  abbreviations:
    'z.b b bzw ca d.h h usw etc inkl ggf nr dr prof evtl u.a str vgl zzgl abs bspw mind max min tel',
  hints: { role: 'Als …', want: 'möchte ich …' },
};
