import type { Catalogue } from '../catalogue.js';

export const PORTUGUESE: Catalogue = {
  quoted: '“{text}”',
  entry: '{title}: {text}',

  visionIt: 'nosso produto',
  visionFor: 'Para {text}',
  visionNeed: '. Do que precisam: {text}',
  visionStart: '{who}. {rest}',
  visionProduct: 'Nossa proposta: {name}, {text}',
  visionBenefit: '. O que isso traz: {text}',
  visionEnd: '{text}.',
  visionDifference: 'O que faz a diferença: {text}.',

  told: 'Você nos disse:',
  toldOn: 'Em {day}, você nos disse:',
  declined: 'Obrigado. Conversamos sobre isso e decidimos não fazer.',
  undecided: 'Obrigado. Lemos e ainda não decidimos o que fazer.',
  finished: '“{title}” está pronto.',
  finishedOn: '“{title}” está pronto desde {day}.',
  outcome: 'Este foi o resultado:',
  planned: 'É isto que estamos fazendo:',

  done: 'pronto.',
  doneOn: 'pronto desde {day}.',
  dropped: 'decidimos não fazer.',
  doing: 'estamos trabalhando nisso.',
  doingUntil: 'estamos trabalhando nisso; faz parte do que está previsto até {day}.',
  plannedUntil: 'ainda não começamos, mas faz parte do que está previsto até {day}.',
  notStarted: 'ainda não começamos.',
  next: 'é a próxima coisa que faremos.',
  place: 'está na posição {place} de {of} da nossa lista.',

  pinned: 'Decidimos fazer isso primeiro.',
  waits: 'Antes é preciso terminar outra coisa: {titles}.',
  goal: 'Contribui para o nosso objetivo “{title}”.',
  opens: {
    one: 'Vem cedo, porque outra coisa depende disso.',
    other: 'Vem cedo, porque outras {count} coisas dependem disso.',
  },
  large: 'É muito trabalho, por isso coisas menores que ajudam tanto quanto vêm antes.',
  unestimated: 'Ainda não sabemos quanto trabalho é.',
  expectedBy: 'Esperamos entregar até {by}.',
  expectedBetween: 'Esperamos entregar entre {from} e {by}.',

  allBy: 'Esperamos que tudo esteja pronto até {by}.',
  allBetween: 'Esperamos que tudo esteja pronto entre {from} e {by}.',
  moved: 'É mais tarde que {day}, a data que tínhamos informado. Pedimos desculpas.',
  stands:
    'Tínhamos informado a data de {day}; ainda não avançamos o bastante para dar uma data melhor.',
  noDay: 'Ainda não podemos dar uma data.',
  noPace: 'Ainda não podemos dar uma data: não concluímos o bastante para conhecer o nosso ritmo.',
  slips: 'A data de {day}, que tínhamos informado, não será cumprida. Pedimos desculpas.',
  maySlip:
    'A data de {day}, que tínhamos informado, provavelmente não será cumprida. Pedimos desculpas.',
  questions: 'Gostaríamos de saber de você:',

  forName: 'Para {name}, {day}',
  nothingAsked: 'Ainda não temos nenhum pedido seu.',
  whatYouTold: 'O que você nos disse',
  youTold: 'Você nos disse isso em {day}.',
  shareTitle: 'Que parte do nosso trabalho isso representa',
  shareNow: 'O que estamos fazendo agora: {share}',
  shareOpen: 'O que vem pela frente: {share}',
  waitingTitle: 'Ainda em espera',
  waiting: { one: '{title}: há {count} dia', other: '{title}: há {count} dias' },
};
