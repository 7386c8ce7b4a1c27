import type { Catalogue } from '../catalogue.js';

export const SPANISH: Catalogue = {
  quoted: '«{text}»',
  entry: '{title}: {text}',

  visionIt: 'nuestro producto',
  visionFor: 'Para {text}',
  visionNeed: '. Lo que necesitan: {text}',
  visionStart: '{who}. {rest}',
  visionProduct: 'Nuestra propuesta: {name}, {text}',
  visionBenefit: '. Lo que aporta: {text}',
  visionEnd: '{text}.',
  visionDifference: 'Lo que lo distingue: {text}.',

  told: 'Usted nos dijo:',
  toldOn: 'El {day} usted nos dijo:',
  declined: 'Gracias. Lo hemos hablado y hemos decidido no hacerlo.',
  undecided: 'Gracias. Lo hemos leído y todavía no hemos decidido qué hacer.',
  finished: '«{title}» está terminado.',
  finishedOn: '«{title}» está terminado desde el {day}.',
  outcome: 'Este ha sido el resultado:',
  planned: 'Esto es lo que estamos haciendo:',

  done: 'terminado.',
  doneOn: 'terminado el {day}.',
  dropped: 'decidimos no hacerlo.',
  doing: 'estamos trabajando en ello.',
  doingUntil: 'estamos trabajando en ello; forma parte de lo previsto hasta el {day}.',
  plannedUntil: 'todavía sin empezar, pero forma parte de lo previsto hasta el {day}.',
  notStarted: 'todavía sin empezar.',
  next: 'es lo próximo que haremos.',
  place: 'ocupa el puesto {place} de {of} en nuestra lista.',

  pinned: 'Hemos decidido hacerlo primero.',
  waits: 'Antes hay que terminar otra cosa: {titles}.',
  goal: 'Contribuye a nuestro objetivo «{title}».',
  opens: {
    one: 'Va entre lo primero, porque otra cosa depende de ello.',
    other: 'Va entre lo primero, porque otras {count} cosas dependen de ello.',
  },
  large: 'Es mucho trabajo, así que antes van cosas más pequeñas que ayudan lo mismo.',
  unestimated: 'Todavía no sabemos cuánto trabajo es.',
  expectedBy: 'Lo esperamos para el {by} a más tardar.',
  expectedBetween: 'Lo esperamos entre el {from} y el {by}.',

  allBy: 'Esperamos que todo esté terminado para el {by}.',
  allBetween: 'Esperamos que todo esté terminado entre el {from} y el {by}.',
  moved: 'Es más tarde que el {day}, la fecha que le habíamos dado. Lo sentimos.',
  stands:
    'Le habíamos dado la fecha del {day}; aún no hemos avanzado lo suficiente para dar una mejor.',
  noDay: 'Todavía no podemos dar una fecha.',
  noPace:
    'Todavía no podemos dar una fecha: no hemos terminado lo suficiente para conocer nuestro ritmo.',
  slips: 'La fecha del {day}, que le habíamos dado, no se cumplirá. Lo sentimos.',
  maySlip: 'La fecha del {day}, que le habíamos dado, probablemente no se cumplirá. Lo sentimos.',
  questions: 'Nos gustaría que nos contara:',

  forName: 'Para {name}, {day}',
  nothingAsked: 'Todavía no tenemos ninguna petición suya.',
  whatYouTold: 'Lo que nos dijo',
  youTold: 'Nos lo dijo el {day}.',
  shareTitle: 'Qué parte de nuestro trabajo es',
  shareNow: 'Lo que estamos haciendo ahora: {share}',
  shareOpen: 'Lo que queda por delante: {share}',
  waitingTitle: 'Todavía en espera',
  waiting: { one: '{title}: desde hace {count} día', other: '{title}: desde hace {count} días' },
};
