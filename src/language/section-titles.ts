import { foldText } from '../text/fold.js';
import { type Language, languageOfTag, languages } from './tags.js';

/**
 * Headings that storymark looks for in documents and writes into them: one line each, in the order
 * of `languages`. The shipped templates have the same.
 */
const titles = {
  criteria:
    "Acceptance criteria|Akzeptanzkriterien|Critères d'acceptation|Criterios de aceptación|Critérios de aceitação|Criteri di accettazione|Acceptatiecriteria|Kryteria akceptacji|Kabul kriterleri|受け入れ基準|验收标准",
  questions:
    'Questions|Fragen|Questions|Preguntas|Perguntas|Domande|Vragen|Pytania|Sorular|質問|疑问',
  answer: 'Answer|Antwort|Réponse|Respuesta|Resposta|Risposta|Antwoord|Odpowiedź|Yanıt|回答|答复',
  goal: 'Sprint goal|Sprintziel|Objectif du sprint|Objetivo del sprint|Objetivo da sprint|Obiettivo dello sprint|Sprintdoel|Cel sprintu|Sprint hedefi|スプリントゴール|冲刺目标',
  review:
    'Review|Review|Revue|Revisión|Revisão|Revisione|Review|Przegląd|Değerlendirme|レビュー|评审',
  retrospective:
    'Retrospective|Retrospektive|Rétrospective|Retrospectiva|Retrospectiva|Retrospettiva|Retrospective|Retrospektywa|Retrospektif|ふりかえり|回顾',
  value:
    'Value proposition|Nutzenversprechen|Proposition de valeur|Propuesta de valor|Proposta de valor|Proposta di valore|Waardepropositie|Propozycja wartości|Değer önerisi|提供する価値|价值主张',
  metrics:
    'Success metrics|Erfolgskennzahlen|Indicateurs de succès|Indicadores de éxito|Indicadores de sucesso|Indicatori di successo|Succesmaten|Miary sukcesu|Başarı ölçütleri|成功の指標|成功指标',
  imported:
    'Imported|Importiert|Importé|Importado|Importado|Importato|Geïmporteerd|Zaimportowane|İçe aktarılanlar|取り込んだ内容|导入内容',
  sourceText:
    'Description in the source|Beschreibung in der Quelle|Description dans la source|Descripción en el origen|Descrição na origem|Descrizione nella fonte|Beschrijving in de bron|Opis w źródle|Kaynaktaki açıklama|取り込み元の説明|来源中的描述',
  sourceCriteria:
    'Criteria in the source|Kriterien in der Quelle|Critères dans la source|Criterios en el origen|Critérios na origem|Criteri nella fonte|Criteria in de bron|Kryteria w źródle|Kaynaktaki kriterler|取り込み元の基準|来源中的标准',
} as const;

type SectionKey = keyof typeof titles;

const keys = Object.keys(titles) as readonly SectionKey[];

function namesOfKey(key: SectionKey): readonly string[] {
  return titles[key].split('|');
}

/** Without case and accents; Turkish capitals lose the dot, or get one. */
function foldTitle(title: string): string {
  return foldText(title).replaceAll('ı', 'i');
}

const keyOf = new Map(
  keys.flatMap((key) => namesOfKey(key).map((name) => [foldTitle(name), key] as const)),
);

/** The heading in a backlog's language; in English where that is not known. */
export function sectionTitle(key: SectionKey, tag: string): string {
  const language: Language = languageOfTag(tag) ?? 'en';
  return namesOfKey(key)[languages.indexOf(language)] ?? '';
}

/** A heading of any text in a backlog's language, where it is one of these. */
export function translateTitle(title: string, tag: string): string {
  const key = keyOf.get(foldTitle(title));
  return key === undefined ? title : sectionTitle(key, tag);
}

/** Whether a heading is this one, in any case, or one of these in another language. */
export function isTitled(heading: string, title: string): boolean {
  const [own, wanted] = [foldTitle(heading), foldTitle(title)];
  return own === wanted || (keyOf.has(own) && keyOf.get(own) === keyOf.get(wanted));
}

/** Whether a body may hold such a section: it names the heading somewhere, in any language. */
export function mayHaveSection(body: string, key: SectionKey): boolean {
  patterns[key] ??= new RegExp(titles[key].replace(/[iı]/g, '[iıİ]'), 'iu');
  return patterns[key].test(body);
}

const patterns: Partial<Record<SectionKey, RegExp>> = {};
