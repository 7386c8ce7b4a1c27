import type { ClauseLexicon } from '../clauses/clause-lexicon.js';
import { IBERIAN_IDIOMS } from './iberian-idioms.js';

/** Portuguese of Brazil and Portugal: "Como" and "Enquanto", "gostaria de", "para" with an infinitive. */
export const PORTUGUESE: ClauseLexicon = {
  language: 'pt',
  marks:
    /(?<![\p{L}])(?:o|os|as|um|uma|do|da|dos|das|e|em|na|com|meu|minha|meus|minhas|não|sem|é|ao|à)(?![\p{L}])|[ãõç]/giu,
  openers:
    'como, enquanto, na qualidade de, na condição de, no papel de, em meu papel de, no meu papel de, sendo, eu como, eu enquanto, na função de, atuando como',
  weakOpeners: 'como enquanto sendo eu',
  indefinite: 'um uma uns umas',
  definite: 'o a os as',
  elisions: '',
  subjects: 'eu nós',
  order: 'dropped',
  fixed: `
    gostaria de, gostaríamos de, gostaria que, gostaríamos que, gostaria, eu gostaria de, eu gostaria que, eu gostaria, gostava de, gostávamos de, tenho a necessidade de, tenho necessidade de,
    temos a necessidade de, tenho de poder, tenho que poder, deve ser possível, deveria ser possível, meu desejo é, meu objetivo é, adoraria, tenho interesse em, faz falta, tenho que, tenho de, temos que, temos de, terei que, hei de, sou obrigado a, sou obrigada a, estou obrigado a, tenho a obrigação de, tenho o dever de, me cabe, cabe a mim, gostaria muito de, me interessa
  `,
  wants:
    'quero, queremos, queria, queríamos, desejo, desejamos, desejaria, preciso, precisamos, preciso de, precisamos de, precisava de, necessito, necessitamos, necessito de, pretendo, pretendemos, espero, esperamos, prefiro, requeiro, solicito, exijo, busco, precisaria de, precisaria',
  duties: 'devo, devemos, deveria, deveríamos',
  halves: '',
  later: null,
  abilities:
    'posso, podemos, poderei, poderia, consigo, conseguimos, tenho a possibilidade de, temos a possibilidade de, sou capaz de, possa',
  negations: 'não nunca jamais',
  faults: 'não nunca nada nenhum nenhuma impossível',
  fillers: 'também sempre só apenas ainda',
  polite: '',
  particles: 'de',
  talk: {
    says: 'dizer, salientar, comentar, mencionar, esclarecer, destacar, lembrar, acrescentar, adicionar, notar, ressaltar, sublinhar, sugerir, propor, insistir, admitir, confessar',
    asks: 'perguntar',
    attests: 'confirmar, entender, imaginar, reportar, afirmar',
    addresses:
      'agradecer a vocês, agradecer a todos, agradecer-vos, dizer a vocês, dizer-vos, perguntar a vocês, informar vocês, lembrar vocês, lhes dizer, lhes agradecer, vos dizer, vos agradecer',
    speaks: 'dizer confessar',
    that: 'que',
    purposes: '',
    questions: 'se, por que, porque, como, quando, onde, quem, qual, quanto',
    fillers: 'só infelizmente também apenas ainda aqui',
  },
  conjunctions: 'e ou',
  conditions:
    'quando, se, ao, sempre que, cada vez que, toda vez que, assim que, logo que, depois de, antes de, caso, ao abrir, durante o, após',
  commaConditions: 'em no na nos nas desde durante após depois antes sobre',
  benefit: {
    strong:
      'para que, de modo que, de maneira que, de forma que, de modo a, de forma a, de maneira a, a fim de, a fim de que, com o objetivo de, com o intuito de, com a finalidade de, com o propósito de, para poder, por forma a, com o fim de, para assim, de tal forma que, de tal modo que, para conseguir, e assim poder, pra que, pra poder',
    comma:
      'porque, pois, já que, assim, e assim, desta forma, dessa forma, deste modo, desse modo, dessa maneira, uma vez que, visto que, por isso, para eu, assim eu',
    clauseStarts: 'eu o a os as meu minha posso poderei nosso nossa todos ninguém consigo',
    causes: 'porque',
    complements: 'que',
    peeks: 'poder conseguir assim eu',
    not: 'assim como, assim que',
    purpose: 'para pra',
    infinitive: {
      at: 'next',
      form: /^\p{L}+(?:ar|er|ir)(?:em|mos)?(?:-\p{L}+)?$|^\p{L}*p[oô]r$|^\p{L}+[áêí]-l[oa]s?$/u,
    },
    purposeSkips: 'não assim sempre nunca só melhor também eu se me nós o a os as lhe lhes',
    notInfinitives:
      'mulher lugar celular par bar lar particular qualquer militar titular escolar familiar similar setor valor administrador gestor cor por professor computador servidor diretor autor maior melhor menor vendedor comprador leitor editor jogador quem homem imagem mensagem cem sem bem também ordem viagem porcentagem além favor motor todos',
    purposeTakers: '',
  },
  role: {
    not: `
      tu você vocês ele ela eles elas me te se nos já não sempre nunca pode podes vê vês sabe sabem sabemos disse dissemos comentei mencionei
      isso isto esse este essa esta esses estes por para em de que vimos antes ontem hoje falamos combinado discutido indicado esperado
      tal tudo todos todas tanto segue podem podemos é são era está estava estiver fica resultado mínimo máximo
      cada houver há meu teu seu faço consigo posso fazer funciona quem acordado dito houve estamos estou for anteriormente eu nós
    `,
    idioms: IBERIAN_IDIOMS,
    abstract: /(?:ção|são|ismo|mento|dade|ança)$/,
    acting:
      'município municipalidade cidade administração direção organização associação instituição fundação delegação universidade entidade comunidade autoridade departamento sociedade redação corporação comissão unidade federação produção operação faculdade confederação liderança cristão aplicação estação população integração instalação nação',
    head: 'first',
    prepositions: 'de do da dos das para em com sem sobre a ao à por que no na desde',
    verbs: `
      é são era eram está estão estava estavam tem têm foi foram há funciona funcionam falha falham não vejo recebo obtenho faço abro entro tento uso tenho vou leio escrevo
      clico seleciono aparece aparecem caiu cai deixou vê diz disse fiz vi recebi tentei entrei mostra sai saiu estou dá deu sobe sobem cresce crescem aumenta aumentam muda mudam carrega trava travou
    `,
    otherSubjects: 'tu você vocês ele ela eles elas',
    relatives: 'que quem cujo cuja onde',
    stops:
      'o a os as um uma meu minha meus minhas nosso nossa todos todas sempre que não poder mais cada vários várias ver',
    goesOn: '',
  },
  contrast: 'mas porém contudo',
  failures:
    'erro vazio vazia falha incorreto falta quebrado desaparece trava 404 500 403 aparece recebo sai cai',
  placeholders: `
    papel, perfil, persona, tipo de usuário, tipo de utilizador, tipo usuário, quem, funcionalidade, característica, objetivo, desejo, benefício, razão, ação, meta, fazer algo, algo,
    o quê, o que, quê, porquê, por quê, por que, valor, necessidade, descrição, tbd, todo, xxx, xx, valor de negócio, motivo, algum objetivo, alguma razão, papel do usuário, finalidade, ator, usuário x
  `,
  labels:
    'funcionalidade, característica, história de usuário, história do usuário, história de utilizador, estória de usuário, história, estória, descrição, título, resumo, requisito, exemplo, caso de uso, hu, épico',
  noteLabels: 'nota pergunta resposta aviso atenção assunto ideia lembrete obs',
  sectionOpeners: `
    critérios de aceitação, critérios de aceite, critério de aceite, critério de aceitação, critérios, acceptance criteria, notas, nota, tarefas, detalhes, contexto, estimativa, prioridade,
    pontos, dependências, definition of done, dod, cenário, anexos, riscos, status, estado, notas técnicas, observações, comentários
  `,
  blockOpeners:
    'como um, como uma, dado, dada, cenário, critérios de aceitação, critérios de aceite, enquanto um',
  abbreviations: 'ex p.ex etc sr sra dr dra nº no aprox máx mín tel vs pág inc obs',
  hints: { role: 'Como …', want: 'quero …' },
};
