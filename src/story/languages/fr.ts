import type { ClauseLexicon } from '../clauses/clause-lexicon.js';

/** French: "je" before its verb, elided words, "ne" before a refusal. */
export const FRENCH: ClauseLexicon = {
  language: 'fr',
  marks: null,
  openers:
    "en tant que, en tant qu', en tant, en ma qualité de, en ma qualité d', en qualité de, en qualité d', dans le rôle de, dans le rôle d', dans le rôle du, dans mon rôle de, dans mon rôle d', comme, moi en tant que, moi en tant qu', étant",
  weakOpeners: 'comme étant',
  indefinite: 'un une des',
  definite: "le la les l'",
  elisions: 'j l d qu n m s c t jusqu lorsqu puisqu quelqu',
  subjects: "je j' nous on",
  order: 'before',
  fixed: `
    il me faut, il nous faut, il faut que je, il faut que nous, il faudrait que je, il me faudrait, il me revient de, il faut que je puisse, il faudrait que je puisse, il doit être possible de, il doit être possible d',
    il doit m'être possible de, je suis en mesure de, je suis en mesure d', mon souhait est de, mon besoin est de, mon objectif est de, mon but est de
  `,
  wants: `
    veux, voudrais, voudrai, souhaite, souhaiterais, souhaiterai, aimerais, aimerai, aimerais bien, désire, désirerais, voulons, voudrions, souhaitons,
    souhaiterions, aimerions, ai besoin, ai besoin de, ai besoin d', avons besoin de, avons besoin d', avons besoin, aurais besoin de, aurais besoin d', veut, souhaite que,
    demande, demande à, préfère, préférerais, attends, exige, recherche, ai envie de, ai envie d', veut, tiens à, voudrait, aimerait, ai la nécessité de, cherche à
  `,
  duties:
    "suis tenu de, suis tenue de, suis obligé de, suis obligée de, suis censé, suis censée, ai l' obligation de, ai le devoir de, me dois de, dois, devrais, devons, doit, devrait",
  halves: '',
  later: null,
  abilities:
    "peux, pouvons, puisse, peut, pourrais, pourrai, pourrons, ai la possibilité de, ai la possibilité d', avons la possibilité de, avons la possibilité d', suis capable de, suis capable d'",
  negations: "ne n'",
  faults: "ne n' pas jamais rien aucun aucune impossible",
  fillers: 'aussi également bien toujours y en',
  polite: 'bien beaucoup vraiment absolument',
  particles: "de d' à",
  talk: {
    says: 'dire, signaler, préciser, souligner, mentionner, ajouter, rappeler, noter, remarquer, faire remarquer, faire savoir, insister, suggérer, proposer, avouer',
    asks: 'demander',
    attests: 'confirmer, comprendre, imaginer, affirmer',
    addresses:
      'vous dire, vous remercier, vous signaler, vous demander, vous informer, vous rappeler, vous préciser, vous faire part, te dire, te remercier, te demander, tous vous remercier',
    speaks: 'dire avouer',
    that: "que qu'",
    purposes: '',
    questions: "si, s', pourquoi, comment, quand, où, qui, quoi, ce, quel, quelle, combien",
    fillers: 'juste malheureusement franchement aussi simplement également seulement encore ici',
  },
  conjunctions: 'et ou',
  conditions:
    "quand, lorsque, lorsqu', si, dès que, dès qu', chaque fois que, chaque fois qu', une fois que, une fois qu', après avoir, avant de, tant que, tant qu', pendant que, au moment où, au moment de",
  commaConditions: 'dans sur lors depuis pendant après avant pour chez',
  benefit: {
    strong: `
      afin de, afin d', afin que, afin qu', pour que, pour qu', de sorte que, de sorte qu', de telle sorte que, de façon à, de façon à ce que, de manière à,
      de manière à ce que, de façon que, de manière que, dans le but de, dans le but d', en vue de, en vue d', de façon à ce qu', de manière à ce qu',
      dans l' objectif de, dans l' objectif d', dans l' optique de, à fin de, afin
    `,
    comma:
      "parce que, parce qu', car, ainsi, comme ça, de cette façon, de cette manière, cela me permet de, cela me permettra de, ce qui me permet de, ce qui me permettra de, puisque, grâce à quoi, et ainsi",
    clauseStarts:
      "je j' nous on mon ma mes il elle ils elles le la les l' c' tout chaque notre nos",
    causes: "parce que, parce qu'",
    complements: "que qu'",
    peeks: '',
    not: 'ainsi que',
    purpose: 'pour',
    infinitive: { at: 'next', form: /^\p{L}{2,}(?:er|ir|oir|re)$/u },
    purposeSkips:
      "ne pas plus jamais me m' te t' se s' le la les l' lui leur y en mieux bien toujours nous vous tout ensuite enfin rapidement facilement",
    notInfinitives:
      'hier papier notre votre autre quatre leur premier dernier particulier entre contre cadre titre maître ministère livre membre centre chantier atelier panier fichier dossier calendrier courrier métier loisir avenir plaisir soir espoir mémoire histoire nombre lettre heure mesure facture quartier janvier février septembre octobre novembre décembre toujours chiffre offre rencontre commentaire partenaire propriétaire utilisateur',
    purposeTakers: '',
  },
  role: {
    not: `
      je tu il elle nous vous ils elles on ce cela ça c' si d' toujours prévu convenu indiqué mentionné dit vu expliqué discuté
      avant hier suit tel telle tels telles quoi pour dans avec sur à demandé souhaité décrit précisé quand chaque dans promis annoncé
      d'habitude prévue tout toute tous bon suite je qui que ci-dessus même j' y en de
    `,
    idioms: `
      exemple, résultat, conséquence, solution, alternative, contournement, rappel, première étape, étape, prochaine étape, réponse, remarque,
      note, suggestion, idée, test, référence, base, règle, principe, option, possibilité, conclusion, résumé, titre, sujet, bonus, d'habitude, nouveauté, point de comparaison, point de repère, point de référence,
      convenu, preuve, mesure, précaution, compromis, exception, fonctionnalité, bug, ticket, tâche, problème, signe, début, défaut, moyen, but,
      objectif, cadeau, amélioration, mesure de précaution, contexte, mise, point de départ, condition, préalable, prérequis
    `,
    abstract: /(?:tion|sion|isme|ance-test|ité|ment)$/,
    acting:
      'administration direction organisation association institution fondation délégation université collectivité comité communauté département gouvernement établissement rédaction production station commission société autorité régiment parlement entité application intégration installation nation équipe-production appartement gestion-ment logement invité retraité accrédité habilité',
    head: 'first',
    prepositions:
      "de d' du des pour dans avec sans sur à au aux en chez sous par qui que dont ayant",
    verbs: `
      est sont était étaient a ont avait fonctionne plante ne n' vois reçois clique ouvre obtiens vais essaie ai suis fais lis écris
      utilise tombe marche sera serait fut peut semble dit disait affiche s'affiche augmente augmentent baisse monte grandit évolue change
    `,
    otherSubjects: 'tu il elle vous ils elles',
    relatives: "qui que qu' dont où ayant",
    stops: `
      le la les l' un une des mon ma mes notre nos tous toutes tout toujours pouvoir ne pas plus que qu' voir avoir être recevoir
      me m' m'inscrire mieux rapidement facilement plusieurs chaque pour afin dans ce cette ces du accéder consulter
    `,
    goesOn: '',
  },
  contrast: 'mais cependant toutefois or',
  failures:
    'erreur vide faux plante manque cassé disparaît échoue 404 500 403 bloqué reçois affiche obtiens',
  placeholders: `
    rôle, role, persona, type d'utilisateur, type d’utilisateur, rôle utilisateur, rôle de l'utilisateur, qui, fonctionnalité, but, objectif, souhait, bénéfice, raison, action,
    faire quelque chose, quelque chose, quoi, pourquoi, valeur, besoin, description, tbd, todo, xxx, xx, valeur métier, profil, utilisateur type, un but, une raison
  `,
  labels:
    'fonctionnalité, récit utilisateur, récit, histoire utilisateur, histoire, description, titre, résumé, exigence, exemple, besoin, scénario',
  noteLabels: 'attention remarque question réponse rappel astuce avertissement objet idée',
  sectionOpeners: `
    critères d'acceptation, critères d’acceptation, critère d'acceptation, critères, acceptance criteria, notes, remarques, remarque, tâches, détails,
    contexte, estimation, priorité, points, dépendances, definition of done, dod, scénario, pièces jointes, risques, statut, notes techniques, conditions d'acceptation
  `,
  blockOpeners: "en tant que, étant donné, etant donné, soit, scénario, critères d'acceptation",
  abbreviations: 'ex p.ex etc cf m mme mlle dr n no env max min tél st av incl',
  hints: { role: 'En tant que …', want: 'je veux …' },
};
