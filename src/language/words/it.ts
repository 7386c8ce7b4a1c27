import type { Catalogue } from '../catalogue.js';

export const ITALIAN: Catalogue = {
  quoted: '«{text}»',
  entry: '{title}: {text}',

  visionIt: 'il nostro prodotto',
  visionFor: 'Per {text}',
  visionNeed: '. Il bisogno: {text}',
  visionStart: '{who}. {rest}',
  visionProduct: 'La nostra proposta: {name}, {text}',
  visionBenefit: '. Il vantaggio: {text}',
  visionEnd: '{text}.',
  visionDifference: 'Che cosa lo distingue: {text}.',

  told: 'Ci ha detto:',
  toldOn: 'Il {day} ci ha detto:',
  declined: 'Grazie. Ne abbiamo parlato e abbiamo deciso di non farlo.',
  undecided: "Grazie. L'abbiamo letto e non abbiamo ancora deciso come procedere.",
  finished: '«{title}» è pronto.',
  finishedOn: '«{title}» è pronto dal {day}.',
  outcome: 'Ecco che cosa ne è nato:',
  planned: 'Ecco che cosa stiamo facendo:',

  done: 'pronto.',
  doneOn: 'pronto dal {day}.',
  dropped: 'abbiamo deciso di non farlo.',
  doing: 'ci stiamo lavorando.',
  doingUntil: 'ci stiamo lavorando; fa parte di ciò che è previsto fino al {day}.',
  plannedUntil: 'non ancora iniziato, ma fa parte di ciò che è previsto fino al {day}.',
  notStarted: 'non ancora iniziato.',
  next: 'è la prossima cosa che faremo.',
  place: 'è in posizione {place} su {of} nella nostra lista.',

  pinned: 'Abbiamo deciso di farlo per primo.',
  waits: "Prima va completata un'altra cosa: {titles}.",
  goal: 'Contribuisce al nostro obiettivo «{title}».',
  opens: {
    one: "Viene presto, perché un'altra cosa dipende da questo.",
    other: 'Viene presto, perché altre {count} cose dipendono da questo.',
  },
  large: 'È un lavoro grande, quindi prima vengono cose più piccole e altrettanto utili.',
  unestimated: 'Non sappiamo ancora quanto lavoro richieda.',
  expectedBy: 'Prevediamo che sia pronto entro il {by}.',
  expectedBetween: 'Prevediamo che sia pronto tra il {from} e il {by}.',

  allBy: 'Prevediamo che tutto sia pronto entro il {by}.',
  allBetween: 'Prevediamo che tutto sia pronto tra il {from} e il {by}.',
  moved: 'È più tardi del {day}, la data che Le avevamo indicato. Ci dispiace.',
  stands:
    'Le avevamo indicato la data del {day}; non abbiamo ancora completato abbastanza per indicarne una migliore.',
  noDay: 'Non possiamo ancora indicare una data.',
  noPace:
    'Non possiamo ancora indicare una data: non abbiamo completato abbastanza per conoscere il nostro ritmo.',
  slips: 'La data del {day}, che Le avevamo indicato, non sarà rispettata. Ci dispiace.',
  maySlip:
    'La data del {day}, che Le avevamo indicato, probabilmente non sarà rispettata. Ci dispiace.',
  questions: 'Vorremmo sapere da Lei:',

  forName: 'Per {name}, {day}',
  nothingAsked: 'Non abbiamo ancora nessuna Sua richiesta.',
  whatYouTold: 'Che cosa ci ha detto',
  youTold: "Ce l'ha detto il {day}.",
  shareTitle: 'Quanta parte del nostro lavoro riguarda questo',
  shareNow: 'Che cosa stiamo facendo ora: {share}',
  shareOpen: 'Che cosa ci aspetta: {share}',
  waitingTitle: 'Ancora in attesa',
  waiting: { one: '{title}: da {count} giorno', other: '{title}: da {count} giorni' },
};
