import { foldText } from '../text/fold.js';
import { maskComments } from '../text/markdown-comments.js';
import { scanMarkdown } from '../text/markdown-lines.js';
import { listSections, type Section } from './sections.js';

/** What people call acceptance criteria in the languages that stories are read in. */
const NAMES = [
  'acceptance criteria|acceptance criterion|acceptance conditions|conditions of acceptance',
  'conditions of satisfaction|acceptance|ac|acs|criteria',
  'akzeptanzkriterien|akzeptanzkriterium|akzeptanz-kriterien|abnahmekriterien|abnahmekriterium',
  'abnahmebedingungen|annahmekriterien|kriterien',
  "critères d'acceptation|critère d'acceptation|critères d'acceptance|conditions d'acceptation",
  'critères de validation|critères de recette|critères',
  'criterios de aceptación|criterio de aceptación|condiciones de aceptación|criterios',
  'critérios de aceitação|critério de aceitação|critérios de aceite|critério de aceite|critérios',
  'criteri di accettazione|criterio di accettazione|criteri di accettabilità|criteri',
  'acceptatiecriteria|acceptatiecriterium|acceptatie criteria|aanvaardingscriteria',
  'kryteria akceptacji|kryterium akceptacji|kryteria akceptacyjne|warunki akceptacji|kryteria',
  'kabul kriterleri|kabul kriteri|kabul koşulları|kabul ölçütleri|kriterler',
  '受け入れ基準|受入れ基準|受入基準|受け入れ条件|受入れ条件|受入条件',
  '验收标准|验收条件|验收准则|接受标准|驗收標準|驗收條件',
];

const KNOWN: ReadonlySet<string> = new Set(
  NAMES.flatMap((names) => names.split('|')).map((name) => foldText(name)),
);
/** Cheap and not final: a line that is emphasised, a tag, or ends with a colon. */
const MAY_HOLD = /^[ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+)?[*_<]|[:：][*_]*[ \t\\]*\r?$/m;
const SHORT = /^\p{Lu}\S*(?: \S+)?$/u;
/** Longer lines are no label. */
const LONGEST = 120;

/** Whether a heading's text, whatever number or sign stands before it, announces criteria. */
export function namesCriteria(heading: string): boolean {
  if (heading.length > LONGEST) return false;
  const plain = foldText(heading)
    .replaceAll('’', "'")
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/\s+/g, ' ');
  return KNOWN.has(plain);
}

/**
 * Where criteria stand: from the line that announces them to the next part of the body. That line
 * is a heading, or one of its own: `**Acceptance criteria**`, `AC:`, also in a list item.
 */
export function findCriteriaSections(body: string): readonly Section['span'][] {
  const sections = listSections(body);
  const headed = sections.filter(({ heading }) => namesCriteria(heading.text));
  const found = headed.map(({ span }) => span);
  const labels = listLabels(body);
  for (const [index, label] of labels.entries()) {
    const { start } = label;
    if (!label.namesCriteria || found.some((span) => span[0] <= start && start < span[1])) continue;
    const heading = sections.find(({ span }) => span[0] > start)?.span[0] ?? body.length;
    const next = labels.slice(index + 1).find(({ items }) => items <= label.items);
    found.push([start, Math.min(heading, next?.start ?? body.length, endOfItem(body, label))]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}

interface Label {
  /** Index of its line, and where that starts. */
  readonly index: number;
  readonly start: number;
  /** In how many list items it is. */
  readonly items: number;
  readonly namesCriteria: boolean;
}

/** Lines that stand for headings: emphasised ones, and a word or two with a colon. */
function listLabels(body: string): readonly Label[] {
  if (!MAY_HOLD.test(body)) return [];
  const masked = maskComments(body);
  return scanMarkdown(body).lines.flatMap((line, index): readonly Label[] => {
    const { kind, start, end, content, quotes, items } = line;
    if ((kind !== 'text' && kind !== 'html') || quotes > 0 || end - content > LONGEST) return [];
    const label = readLabel(masked.slice(content, end).trim());
    if (label === null) return [];
    // A line at the margin is not meant to go on with a list item.
    const depth = content === start ? 0 : items;
    return [{ index, start, items: depth, namesCriteria: namesCriteria(label) }];
  });
}

function readLabel(text: string): string | null {
  const line = text.replace(/\\$/, '').trimEnd();
  const bare = line.replace(/<\/?[a-z][^<>]{0,80}>/gi, '');
  const emphasised = /^(\*\*|__|\*|_)([^*_]+)\1[ \t]*[:：]?$/.exec(bare)?.[2];
  if (emphasised !== undefined) return emphasised;
  if (bare !== line && bare !== '' && line.startsWith('<') && line.endsWith('>')) return bare;
  const isLabel = /[:：]$/.test(bare) && (SHORT.test(bare) || namesCriteria(bare));
  return isLabel ? bare : null;
}

/** Where the list item ends that a label is in; the body's end for one in none. */
function endOfItem(body: string, { index, items }: Label): number {
  if (items === 0) return body.length;
  const next = scanMarkdown(body).lines.find(
    (line, at) =>
      at > index &&
      line.kind !== 'blank' &&
      (line.items < items || (line.items === items && line.marker !== -1)),
  );
  return next?.start ?? body.length;
}
