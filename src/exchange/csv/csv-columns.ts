import { type FieldType, fieldNames, typesOfField } from '../../item/field.js';
import { normalizeWord } from '../words.js';

/** What a column of a table holds: a part of a draft, or a field of a document. */
export type ColumnMeaning =
  | { readonly part: Part }
  /** `Title 2` of Azure DevOps: titles of the second level. */
  | { readonly part: 'level'; readonly level: number }
  | { readonly part: 'field'; readonly key: string };

const parts = {
  id: [
    ...['id', 'key', 'issue key', 'issuekey', '#', 'number', 'ticket', 'iid', 'ticket id'],
    ...['clave de incidencia', 'clave', 'clé de ticket', 'clé', 'chave da item', 'chave'],
    ...['vorgangsschlüssel', 'schlüssel'],
  ],
  /** By which other rows may name this one. */
  otherId: ['issue id', 'id de la incidencia', 'id de ticket', 'id da item', 'vorgangs id'],
  type: [
    ...['type', 'issue type', 'work item type', 'kind', 'story type', 'tipo de incidencia'],
    ...['tipo', 'type de ticket', 'tipo de item', 'vorgangstyp'],
  ],
  status: ['status', 'state', 'current state', 'estado', 'état', 'stato', 'situação'],
  category: [
    ...['status category', 'categoría de estado', 'catégorie d’état', "catégorie d'état"],
    ...['categoria de status', 'statuskategorie', 'state category'],
  ],
  resolution: ['resolution', 'resolución', 'résolution', 'resolução', 'lösung'],
  title: [
    ...['title', 'summary', 'name', 'subject', 'resumen', 'título', 'résumé', 'titre', 'resumo'],
    ...['zusammenfassung', 'titel'],
  ],
  body: [
    ...['body', 'description', 'details', 'story', 'user story', 'descripción', 'descrição'],
    ...['beschreibung'],
  ],
  criteria: [
    ...['criteria', 'acceptance criteria', 'acceptance', 'criterios de aceptación'],
    ...["critères d'acceptation", 'critérios de aceitação', 'akzeptanzkriterien'],
  ],
  parent: [
    ...['parent', 'parent key', 'parent id', 'parent issue', 'epic', 'epic link', 'epic key'],
    ...['parent task id', 'principal', 'clave principal', 'übergeordnet', 'ticket parent'],
    ...['clé parente', 'pai', 'chave pai'],
  ],
  depends: ['depends', 'depends on', 'blocked by', 'is blocked by'],
  blocks: ['blocks', 'blocking'],
  role: ['role', 'as', 'as a', 'persona role', 'who'],
  want: ['want', 'i want', 'i want to', 'goal of the story', 'what'],
  benefit: ['benefit', 'so that', 'so', 'why'],
  origin: ['project key', 'project', 'team project', 'proyecto', 'projet', 'projekt', 'projeto'],
  url: ['url', 'issue url', 'link', 'web url'],
  /** Which item our own export wrote. */
  mark: ['storymark'],
  nothing: [],
} satisfies Record<string, readonly string[]>;

type Part = keyof typeof parts;

const fields: Readonly<Record<string, readonly string[]>> = {
  points: [
    ...['points', 'story points', 'story point estimate', 'estimate', 'sp', 'size', 'weight'],
    ...['effort', 'puntos de historia', 'story-points'],
  ],
  labels: ['labels', 'label', 'tags', 'components', 'component/s', 'etiquetas', 'étiquettes'],
  assignee: [
    ...['assignee', 'owner', 'assigned to', 'owned by', 'persona asignada', 'responsable'],
    ...['personne assignée', 'responsável', 'zugewiesene person'],
  ],
  created: [
    ...['created', 'created at', 'created date', 'creada', 'creado', 'création', 'criado'],
    ...['erstellt', 'date created'],
  ],
  started: ['started', 'start date', 'started at'],
  due: [
    ...['due', 'due date', 'deadline', 'fecha de vencimiento', "date d'échéance"],
    ...['data limite', 'fälligkeitsdatum'],
  ],
  done: [
    ...['done', 'resolved', 'closed', 'done date', 'closed at', 'completed', 'completed at'],
    ...['accepted at', 'closed date', 'resuelta', 'résolue', 'resolvido', 'erledigt'],
  ],
};

/** What other headings than our own mean, by their words; filled once. */
const meanings: ReadonlyMap<string, ColumnMeaning> = new Map(
  [
    ...Object.entries(fields).map(
      ([key, words]) => [{ part: 'field', key } as const, words] as const,
    ),
    ...Object.entries(parts).map(([part, words]) => [{ part: part as Part }, words] as const),
  ].flatMap(([meaning, words]) =>
    (words as readonly string[]).map((word) => [normalizeWord(word), meaning] as const),
  ),
);

/** Fields that only storymark's own commands write: the order of the rows is the rank. */
const written = new Set(['rank', 'sprints', 'stage', 'stages', 'estimates', 'readings']);

/** Histories: rows of other programs cannot bring them along. */
export function isHistory(heading: string): boolean {
  return heading !== 'rank' && written.has(normalizeWord(heading));
}

/**
 * What a column means by its heading, or null when it is not known.
 *
 * @param map what `--map` says, by lower-case heading
 * @param ownFields fields the backlog's settings declare
 */
export function readHeading(
  heading: string,
  map: ReadonlyMap<string, string>,
  ownFields: Readonly<Record<string, FieldType>>,
): ColumnMeaning | null {
  const asked = map.get(heading.toLowerCase());
  if (asked === '') return { part: 'nothing' };
  const word = normalizeWord(asked ?? nameOf(heading));
  const key = word.replaceAll(' ', '_');
  if (Object.hasOwn(ownFields, key)) return { part: 'field', key };
  if (asked === undefined && written.has(word)) return { part: 'nothing' };
  const level = /^title (\d{1,2})$/.exec(word)?.[1];
  if (level !== undefined) return { part: 'level', level: Number(level) };
  // Jira names the type of a link in the heading, and who points at whom before it.
  if (/^inward issue link \((?:blocks|blocker)\)$/.test(word)) return { part: 'depends' };
  if (/^outward issue link \((?:blocks|blocker)\)$/.test(word)) return { part: 'blocks' };
  const known = meanings.get(word);
  if (known !== undefined) return known;
  const isField = fieldNames.includes(key) || /^score(?:\.[\w-]+)+$/.test(key);
  return isField ? { part: 'field', key } : null;
}

/** What a column's cells hold, where they are not just text. */
export function typeOfColumn(
  meaning: ColumnMeaning | null,
  ownFields: Readonly<Record<string, FieldType>>,
): 'number' | 'day' | null {
  if (meaning?.part !== 'field') return null;
  const { key } = meaning;
  if (key.startsWith('score.')) return 'number';
  const types = Object.hasOwn(ownFields, key) ? [ownFields[key]] : typesOfField(key);
  return (['number', 'day'] as const).find((type) => types.includes(type)) ?? null;
}

/** `Custom field (Story Points)` and `Created At (UTC)` without what is said around the name. */
function nameOf(heading: string): string {
  return heading
    .replace(
      /^(?:custom fields?|campo personalizado|champs? personnalisés?|benutzerdefinierte felder) \((.*)\)$/iu,
      '$1',
    )
    .replace(/ \(utc\)$/i, '');
}
