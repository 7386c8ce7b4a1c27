import type { Catalogue } from '../catalogue.js';

export const FRENCH: Catalogue = {
  quoted: '« {text} »',
  entry: '{title} : {text}',

  visionIt: 'notre produit',
  visionFor: 'Pour {text}',
  visionNeed: '. Leur besoin : {text}',
  visionStart: '{who}. {rest}',
  visionProduct: 'Notre offre : {name}, {text}',
  visionBenefit: '. Ce que cela apporte : {text}',
  visionEnd: '{text}.',
  visionDifference: 'Ce qui fait la différence : {text}.',

  told: 'Vous nous avez dit :',
  toldOn: 'Le {day}, vous nous avez dit :',
  declined: 'Merci. Nous en avons discuté et avons décidé de ne pas le faire.',
  undecided: "Merci. Nous l'avons lu et n'avons pas encore décidé de la suite à donner.",
  finished: '« {title} » est terminé.',
  finishedOn: '« {title} » est terminé depuis le {day}.',
  outcome: 'Voici ce qui en est sorti :',
  planned: 'Voici ce que nous faisons :',

  done: 'terminé.',
  doneOn: 'terminé depuis le {day}.',
  dropped: 'nous avons décidé de ne pas le faire.',
  doing: 'nous y travaillons.',
  doingUntil: "nous y travaillons ; cela fait partie de ce que nous avons prévu d'ici au {day}.",
  plannedUntil:
    "pas encore commencé, mais cela fait partie de ce que nous avons prévu d'ici au {day}.",
  notStarted: 'pas encore commencé.',
  next: "c'est la prochaine chose que nous ferons.",
  place: 'en position {place} sur {of} dans notre liste.',

  pinned: 'Nous avons décidé de le faire en premier.',
  waits: "Il faut d'abord terminer autre chose : {titles}.",
  goal: 'Cela contribue à notre objectif « {title} ».',
  opens: {
    one: 'Cela vient tôt, car autre chose en dépend.',
    other: 'Cela vient tôt, car {count} autres choses en dépendent.',
  },
  large: "C'est un gros travail : des choses plus petites et tout aussi utiles passent donc avant.",
  unestimated: "Nous n'avons pas encore évalué la quantité de travail.",
  expectedBy: "Nous l'attendons d'ici au {by}.",
  expectedBetween: "Nous l'attendons entre le {from} et le {by}.",

  allBy: "Le tout devrait être terminé d'ici au {by}.",
  allBetween: 'Le tout devrait être terminé entre le {from} et le {by}.',
  moved:
    "C'est plus tard que le {day}, la date que nous vous avions donnée. Nous en sommes désolés.",
  stands:
    "Nous vous avions donné la date du {day} ; nous n'avons pas encore assez avancé pour en donner une meilleure.",
  noDay: 'Nous ne pouvons pas encore donner de date.',
  noPace:
    "Nous ne pouvons pas encore donner de date : nous n'avons pas assez avancé pour connaître notre rythme.",
  slips:
    'La date du {day}, que nous vous avions donnée, ne sera pas tenue. Nous en sommes désolés.',
  maySlip:
    'La date du {day}, que nous vous avions donnée, ne sera sans doute pas tenue. Nous en sommes désolés.',
  questions: 'Nous aimerions savoir de votre part :',

  forName: 'Pour {name}, {day}',
  nothingAsked: "Nous n'avons encore aucune demande de votre part.",
  whatYouTold: 'Ce que vous nous avez dit',
  youTold: "Vous nous l'avez dit le {day}.",
  shareTitle: 'La part de notre travail que cela représente',
  shareNow: 'Ce que nous faisons en ce moment : {share}',
  shareOpen: 'Ce qui reste à venir : {share}',
  waitingTitle: 'Encore en attente',
  waiting: { one: '{title} : depuis {count} jour', other: '{title} : depuis {count} jours' },
};
