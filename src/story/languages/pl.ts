import type { ClauseLexicon } from '../clauses/clause-lexicon.js';

/** Polish: no articles and no subject needed; "aby" opens a benefit, or what is wanted right after the want. */
export const POLISH: ClauseLexicon = {
  language: 'pl',
  marks: null,
  openers: 'jako, w roli, w mojej roli jako, będąc, ja jako, występując jako',
  weakOpeners: 'jako będąc ja w',
  indefinite: 'jakiś jakaś pewien pewna',
  definite: 'ten ta',
  elisions: '',
  subjects: 'ja my',
  order: 'dropped',
  fixed: `
    moim celem jest, zależy mi na, zależy mi na tym, potrzebna mi jest, potrzebny mi jest, mam potrzebę, mam obowiązek, jestem zobowiązany, jestem zobowiązana, jestem zmuszony, jestem zmuszona, mam za zadanie, musi być możliwe, powinno być możliwe,
    potrzebuję możliwości, oczekuję możliwości, mam życzenie, życzę sobie, chciał bym, chciała bym
  `,
  wants:
    'chcę, chcemy, chciałbym, chciałabym, chcielibyśmy, chciałybyśmy, pragnę, potrzebuję, potrzebujemy, oczekuję, oczekujemy, wymagam, życzę sobie, wolałbym, wolałabym, zamierzam, żądam, poproszę o',
  duties: 'muszę, musimy, powinienem, powinnam, powinniśmy, powinnyśmy',
  halves: '',
  later: null,
  abilities: 'mogę, możemy, mógłbym, mogłabym, mam możliwość, jestem w stanie, potrafię',
  negations: 'nie',
  faults: 'nie nigdy nic żaden żadna żadnych niestety brak',
  fillers: 'też także również zawsze tylko bardzo najpierw',
  polite: 'bardzo',
  particles: '',
  talk: {
    says: 'powiedzieć, zauważyć, wspomnieć, zgłosić, dodać, podkreślić, przypomnieć, zaznaczyć, nadmienić, stwierdzić, zasugerować, zaproponować, przyznać',
    asks: 'zapytać, spytać',
    attests: 'potwierdzić, zrozumieć, wyobrazić sobie',
    addresses:
      'podziękować wam, podziękować państwu, podziękować wszystkim, wam podziękować, powiedzieć wam, państwa poinformować, was poinformować, was zapytać, zapytać was',
    speaks: 'powiedzieć',
    that: 'że iż',
    purposes: 'aby, żeby, by',
    questions: 'czy, dlaczego, czemu, jak, kiedy, gdzie, kto, co, który, ile',
    fillers: 'tylko niestety też także jeszcze tu tutaj krótko',
  },
  conjunctions: 'i oraz lub albo',
  conditions:
    'gdy, kiedy, jeśli, jeżeli, za każdym razem gdy, jak tylko, po tym jak, zanim, podczas gdy, ilekroć, gdy tylko, w przypadku gdy, skoro',
  commaConditions: 'w na podczas przy po przed',
  benefit: {
    strong:
      'tak aby, tak żeby, tak by, po to aby, po to żeby, po to by, dzięki czemu, dzięki temu, w celu, aby móc, żeby móc, tak abym, tak żebym, by móc, a dzięki temu, celem',
    comma:
      'aby, żeby, ażeby, by, abym, żebym, bym, abyśmy, żebyśmy, byśmy, ponieważ, gdyż, bo, dlatego że, przez co, co pozwoli mi, co umożliwi mi, w ten sposób, by',
    clauseStarts:
      'ja my móc nie szybko łatwo mieć moi moje mój klienci klient wszyscy użytkownicy zespół system',
    causes: 'ponieważ, gdyż',
    complements: 'aby żeby by żebym abym że',
    peeks: 'móc',
    not: 'w celu-tym, by the',
    purpose: 'aby żeby',
    infinitive: { at: 'next', form: /^\p{L}+(?:ć|c|ł|ła|ło|ły|li)$/u },
    purposeSkips: 'nie szybko łatwo lepiej móc szybciej łatwiej się mi mnie',
    notInfinitives: 'noc moc pomoc więc',
    purposeTakers: '',
  },
  role: {
    not: `
      że to ty on ona oni one taki taka takie tak pierwsze pierwszy pierwszą pierwszego ostatnie ostatni następne następny kolejny kolejne
      jeden jedno jedna przykład wynik rezultat dodatek wcześniej wspomniano ustalono zwykle zawsze było jest są był była coś wszystko nic iż
    `,
    idioms: `
      przykład, wynik, rezultat, konsekwencja, alternatywa, alternatywę, rozwiązanie, obejście, krok, pierwszy krok, następny krok, odpowiedź, uwaga, uwagę, notatka, sugestia, sugestię,
      pomysł, test, odniesienie, podstawa, podstawę, zasada, zasadę, punkt wyjścia, kompromis, ciekawostka, ciekawostkę, nowość, punkt odniesienia, regułę, opcja, opcję, wniosek, podsumowanie, tytuł, temat, bonus, dodatek, środek, wyjątek, funkcja, funkcję, funkcjonalność, błąd, bug, zadanie,
      problem, początek, poprawka, poprawkę, uzupełnienie, przypomnienie, kontekst, warunek, wymaganie, część, minimum, ostateczność, reguła, prototyp, propozycja, propozycję, pytanie, dowód, całość, pdf, załącznik
    `,
    abstract: /(?:ość|anie|enie|cja|cję|izm)$/,
    acting:
      'gość stowarzyszenie zgromadzenie restauracja policja przedsiębiorstwo organizacja administracja redakcja fundacja instytucja delegacja federacja produkcja społeczność dyrekcja korporacja aplikacja integracja instalacja uczelnia stacja komisja koalicja',
    head: 'first',
    prepositions: 'z ze w we na do od dla bez o przez przy po pod nad za u',
    verbs: `
      jest są był była było były ma mają miał działa działają nie widzę dostaję otrzymuję klikam otwieram próbuję robię mam idę czytam piszę wpisuję loguję
      pojawia pojawił wyświetla pokazuje stało dostałem zobaczyłem kliknąłem próbowałem zrobiłem dostałam padł padło jestem
    `,
    otherSubjects: 'ty on ona wy oni',
    relatives: 'który która które którzy którego której kto co',
    stops:
      'mój moja moje moich wszystkie wszystkich zawsze żeby aby nie móc mieć zobaczyć każdy każde swój swoje swoich swoją widzieć szybko łatwo otrzymywać przeglądać filtrować dodać edytować usunąć',
    goesOn: '',
  },
  contrast: 'ale jednak lecz',
  failures:
    'błąd pusty pusta pusta nieprawidłowy brakuje zepsuty znika zawiesza 404 500 403 pojawia dostaję wyświetla',
  placeholders: `
    rola, rola użytkownika, persona, typ użytkownika, rodzaj użytkownika, kto, funkcja, funkcjonalność, cel, życzenie, korzyść, powód, akcja, czynność, zrobić coś, coś,
    co, dlaczego, wartość, potrzeba, opis, tbd, todo, xxx, xx, wartość biznesowa, osoba, jakaś rola, jakiś cel
  `,
  labels:
    'funkcja, funkcjonalność, właściwość, historyjka użytkownika, historyjka, historia użytkownika, opowieść użytkownika, opis, tytuł, podsumowanie, wymaganie, przykład, przypadek użycia',
  noteLabels: 'uwaga pytanie odpowiedź notatka ostrzeżenie temat pomysł przypomnienie',
  sectionOpeners: `
    kryteria akceptacji, kryterium akceptacji, kryteria akceptacyjne, acceptance criteria, notatki, uwagi, uwaga, zadania, szczegóły, kontekst, wycena, estymacja, priorytet, punkty, zależności,
    definition of done, dod, scenariusz, załączniki, ryzyka, status, komentarze
  `,
  blockOpeners: 'jako, mając, zakładając, scenariusz, kryteria akceptacji',
  abbreviations: 'np itd itp m.in tj tzn dr nr ok ul prof tzw in min max godz',
  hints: { role: 'Jako …', want: 'chcę …' },
};
