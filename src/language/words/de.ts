import type { Catalogue } from '../catalogue.js';

export const GERMAN: Catalogue = {
  quoted: '„{text}“',
  entry: '{title}: {text}',

  visionIt: 'unser Produkt',
  visionFor: 'Für {text}',
  visionNeed: '. Was sie brauchen: {text}',
  visionStart: '{who}. {rest}',
  visionProduct: 'Unser Angebot: {name}, {text}',
  visionBenefit: '. Der Nutzen: {text}',
  visionEnd: '{text}.',
  visionDifference: 'Das Besondere: {text}.',

  told: 'Sie haben uns gesagt:',
  toldOn: 'Am {day} haben Sie uns gesagt:',
  declined: 'Vielen Dank. Wir haben darüber gesprochen und uns entschieden, das nicht umzusetzen.',
  undecided: 'Vielen Dank. Wir haben es gelesen und noch nicht entschieden, was wir daraus machen.',
  finished: '„{title}“ ist fertig.',
  finishedOn: '„{title}“ ist seit dem {day} fertig.',
  outcome: 'Das ist daraus geworden:',
  planned: 'Das tun wir dafür:',

  done: 'fertig.',
  doneOn: 'fertig seit dem {day}.',
  dropped: 'Das setzen wir nicht um.',
  doing: 'Wir arbeiten daran.',
  doingUntil: 'Wir arbeiten daran; es gehört zu dem, was wir uns bis zum {day} vorgenommen haben.',
  plannedUntil:
    'Noch nicht begonnen, gehört aber zu dem, was wir uns bis zum {day} vorgenommen haben.',
  notStarted: 'noch nicht begonnen.',
  next: 'kommt als Nächstes.',
  place: 'steht auf unserer Liste an Stelle {place} von {of}.',

  pinned: 'Wir haben entschieden, das zuerst zu machen.',
  waits: 'Vorher muss noch etwas anderes fertig werden: {titles}.',
  goal: 'Es trägt zu unserem Ziel „{title}“ bei.',
  opens: {
    one: 'Es kommt früh an die Reihe, weil etwas anderes darauf aufbaut.',
    other: 'Es kommt früh an die Reihe, weil {count} andere Dinge darauf aufbauen.',
  },
  large:
    'Es macht viel Arbeit, deshalb kommen kleinere Dinge, die ebenso viel nützen, vorher an die Reihe.',
  unestimated: 'Wie viel Arbeit es ist, wissen wir noch nicht.',
  expectedBy: 'Voraussichtlich fertig bis zum {by}.',
  expectedBetween: 'Voraussichtlich fertig zwischen dem {from} und dem {by}.',

  allBy: 'Alles zusammen ist voraussichtlich bis zum {by} fertig.',
  allBetween: 'Alles zusammen ist voraussichtlich zwischen dem {from} und dem {by} fertig.',
  moved: 'Das ist später als der {day}, den wir Ihnen genannt hatten. Das tut uns leid.',
  stands:
    'Wir hatten Ihnen den {day} genannt; bisher ist noch zu wenig fertig, um einen besseren Termin zu nennen.',
  noDay: 'Einen Termin können wir noch nicht nennen.',
  noPace:
    'Einen Termin können wir noch nicht nennen: Bisher ist zu wenig fertig, um unser Tempo zu kennen.',
  slips: 'Den {day}, den wir Ihnen genannt hatten, können wir nicht halten. Das tut uns leid.',
  maySlip:
    'Den {day}, den wir Ihnen genannt hatten, können wir wahrscheinlich nicht halten. Das tut uns leid.',
  questions: 'Das möchten wir gern von Ihnen wissen:',

  forName: 'Für {name}, {day}',
  nothingAsked: 'Von Ihnen liegt uns noch kein Wunsch vor.',
  whatYouTold: 'Was Sie uns gesagt haben',
  youTold: 'Das haben Sie uns am {day} gesagt.',
  shareTitle: 'Wie viel unserer Arbeit dafür bestimmt ist',
  shareNow: 'Woran wir gerade arbeiten: {share}',
  shareOpen: 'Was vor uns liegt: {share}',
  waitingTitle: 'Noch offen',
  waiting: { one: '{title}: seit einem Tag', other: '{title}: seit {count} Tagen' },
};
