import type { ClauseLexicon } from '../clauses/clause-lexicon.js';
import { IBERIAN_IDIOMS } from './iberian-idioms.js';

/** Spanish: no subject needed; "para" with an infinitive opens a benefit. */
export const SPANISH: ClauseLexicon = {
  language: 'es',
  marks:
    /(?<![\p{L}])(?:el|los|las|una|unos|del|y|en|con|mis|sin|puedo|es)(?![\p{L}])|[ñ¿¡]|ción(?![\p{L}])/giu,
  openers:
    'como, en calidad de, en mi calidad de, en mi rol de, en el rol de, en mi papel de, en mi rol como, siendo, yo como, en tanto que, actuando como',
  weakOpeners: 'como siendo yo',
  indefinite: 'un una unos unas un@',
  definite: 'el la los las',
  elisions: '',
  subjects: 'yo nosotros nosotras',
  order: 'dropped',
  fixed: `
    me gustaría, nos gustaría, a mí me gustaría, me gustaria, nos gustaria, me encantaría, nos encantaría, me interesa, me interesaría, mi deseo es, mi objetivo es,
    tengo la necesidad de, tengo necesidad de, tenemos la necesidad de, tengo que poder, debe ser posible, debería ser posible, quisiera que, me hace falta, tengo que, tenemos que, tendré que, he de, hemos de, me toca, nos toca, me corresponde, estoy obligado a, estoy obligada a, tengo la obligación de, tengo el deber de, me veo obligado a, es necesario, estoy interesado en, estoy interesada en
  `,
  wants:
    'quiero, queremos, quisiera, quisiéramos, quisieramos, necesito, necesitamos, deseo, deseamos, desearía, desearíamos, requiero, requerimos, espero, esperamos, pretendo, solicito, prefiero, preferiría, querría, necesitaría, busco, exijo, pido',
  duties: 'debo, debemos, debería, deberíamos, deberia, debo de',
  halves: '',
  later: null,
  abilities:
    'puedo, podemos, podré, podría, tengo la posibilidad de, tenemos la posibilidad de, soy capaz de, pueda',
  negations: 'no nunca jamás',
  faults: 'no nunca nada ningún ninguna tampoco imposible',
  fillers: 'también siempre solo sólo además siempre',
  polite: '',
  particles: 'de a',
  talk: {
    says: 'decir, señalar, comentar, mencionar, aclarar, destacar, recordar, añadir, agregar, notar, hacer notar, subrayar, resaltar, sugerir, proponer, insistir, admitir, confesar',
    asks: 'preguntar',
    attests: 'confirmar, entender, imaginar, reportar, afirmar',
    addresses:
      'agradecerles, agradeceros, agradecerte, agradecerle, decirles, deciros, decirte, preguntarles, preguntaros, comentarles, comentaros, informarles, informaros, recordarles, recordaros, agradecer a todos',
    speaks: 'decir confesar',
    that: 'que',
    purposes: '',
    questions: 'si, por qué, cómo, cuándo, dónde, quién, cuál, cuánto',
    fillers: 'sólo solo lamentablemente también además aquí simplemente',
  },
  conjunctions: 'y o',
  conditions:
    'cuando, si, al, cada vez que, una vez que, después de, antes de, mientras, en cuanto, tan pronto como, siempre que, en caso de que, en caso de',
  commaConditions: 'en desde durante tras después antes sobre',
  benefit: {
    strong:
      'para que, de modo que, de manera que, de forma que, de tal forma que, de tal manera que, de tal modo que, a fin de, a fin de que, con el fin de, con el fin de que, con el objetivo de, con el propósito de, con la finalidad de, para poder, para así, con objeto de, con el objeto de, para lograr, y así poder',
    comma:
      'porque, ya que, así, pues, puesto que, y así, de esta forma, de esta manera, de este modo, dado que, así que, por lo que',
    clauseStarts: 'yo el la los las mi mis puedo podré nuestro nuestra todos nadie se',
    causes: 'porque',
    complements: 'que',
    peeks: 'poder lograr así',
    not: 'así como, así mismo, para siempre',
    purpose: 'para por',
    infinitive: {
      at: 'next',
      form: /^\p{L}{1,}(?:ar|er|ir|ár|ér|ír)(?:(?:me|te|se|nos)?(?:lo|la|los|las|le|les)?)$/u,
    },
    purposeSkips: 'no así siempre nunca sólo solo mejor también',
    notInfinitives:
      'mujer lugar celular ayer par bar hogar particular cualquier alquiler militar titular escolar familiar similar placer saber-hacer jugador dólar auxiliar líder sanitario hasta elegirlas',
    purposeTakers: 'estoy está empezar terminar optar preguntar',
  },
  role: {
    not: `
      tú él ella ellos ellas usted ustedes vosotros me te se nos ya no siempre nunca puedes puede ves ve sabes sabéis sabemos dije dijimos
      comenté mencioné hemos has se lo le les por para en de que si cuando vimos antes ayer hoy hablamos acordado acordamos discutido
      indicado indicamos esperado esperaba quieras quieran mínimo máximo mucho tal todo todos todas tanto sigue podéis pueden podemos es son era está estaba resultado
      hoy esto eso este esta estos estas hay mi tu su cada quedamos convenido consecuencia
    `,
    idioms: IBERIAN_IDIOMS,
    abstract: /(?:ción|sión|ismo|miento|dad|anza)$/,
    acting:
      'administración dirección organización asociación institución fundación delegación universidad entidad comunidad autoridad ayuntamiento municipalidad ciudad departamento sociedad redacción corporación comisión operación unidad federación producción habitación confederación facultad aplicación estación población integración instalación',
    head: 'first',
    prepositions: 'de del para en con sin sobre a al por que desde',
    verbs: `
      es son era eran está están estaba estaban ha han había hay fue fueron funciona funcionan falla fallan no tiene tienen veo recibo obtengo hago abro entro intento
      uso tengo salgo voy leo escribo pulso selecciono aparece aparecen cae cayó dejó deja ves dice dijo hice vi recibí intenté entré muestra sale salió estoy sube suben crece crecen aumenta aumentan baja bajan cambia cambian
    `,
    otherSubjects: 'tú él ella ellos ellas usted ustedes vosotros',
    relatives: 'que quien quienes cuyo cuya donde',
    stops:
      'el la los las un una mi mis nuestro nuestra todos todas siempre que no poder más cada varios varias ver',
    goesOn: '',
  },
  contrast: 'pero sino sin-embargo',
  failures:
    'error vacío vacía falla incorrecto falta roto desaparece bloquea 404 500 403 aparece recibo sale cae',
  placeholders: `
    rol, rol de usuario, persona, tipo de usuario, tipo usuario, quién, quien, funcionalidad, característica, objetivo, deseo, beneficio, razón, acción, meta, hacer algo, algo,
    qué, por qué, valor, necesidad, descripción, tbd, todo, xxx, xx, valor de negocio, perfil, motivo, alguna meta, alguna razón, rol del usuario, finalidad
  `,
  labels:
    'característica, funcionalidad, historia de usuario, historia, descripción, título, resumen, requisito, requerimiento, ejemplo, caso de uso, hu, épica',
  noteLabels: 'nota pregunta respuesta aviso advertencia asunto idea recordatorio ojo',
  sectionOpeners: `
    criterios de aceptación, criterio de aceptación, criterios de aceptacion, criterios, acceptance criteria, notas, nota, tareas, detalles, contexto, estimación, prioridad,
    puntos, puntos de historia, dependencias, definition of done, dod, escenario, adjuntos, riesgos, estado, notas técnicas, comentarios
  `,
  blockOpeners:
    'como un, como una, dado, dada, dados, escenario, criterios de aceptación, en calidad de',
  abbreviations: 'ej p.ej etc sr sra dr dra núm no aprox máx mín tel ud uds vs pág inc',
  hints: { role: 'Como …', want: 'quiero …' },
};
