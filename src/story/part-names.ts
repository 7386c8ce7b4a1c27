import { foldText } from '../text/fold.js';

export type StoryPart = 'role' | 'want' | 'benefit';

/** What a heading, a label or the head of a column calls a part of a story. */
export interface PartName {
  readonly part: StoryPart;
  /** The languages that call it so. */
  readonly languages: readonly string[];
  /** "I want to", "Goal", "What": the latter two are names of other things as well. */
  readonly kind: 'clause' | 'name' | 'question';
}

const KINDS = ['clause', 'name', 'question'] as const;
const PARTS: readonly StoryPart[] = ['role', 'want', 'benefit'];

/** For each language: what opens the three clauses, what names them, and what asks for them. */
const NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    [
      'as|as a|as an|as the',
      'i want|i want to|i would like|i would like to|i need|i need to|i can|i should be able to|i want to be able to',
      'so that|so that i can|so i can|so|in order to|because',
    ],
    [
      'role|user|user role|persona|actor|user type|type of user',
      'goal|want|feature|action|need|function|functionality|capability|requirement|wish',
      'benefit|reason|value|purpose|outcome|business value|rationale',
    ],
    ['who', 'what', 'why'],
  ],
  de: [
    ['als', 'möchte ich|ich möchte|will ich|ich will|brauche ich', 'damit|sodass|so dass|um'],
    [
      'rolle|nutzer|benutzer|akteur',
      'ziel|wunsch|funktion|anforderung',
      'nutzen|grund|mehrwert|zweck',
    ],
    ['wer', 'was', 'warum'],
  ],
  fr: [
    ['en tant que', 'je veux|je souhaite|je voudrais|je dois', 'afin de|afin que|pour|pour que'],
    [
      'rôle|utilisateur|acteur',
      'objectif|besoin|action|fonctionnalité|souhait',
      'bénéfice|raison|valeur|but',
    ],
    ['qui', 'quoi', 'pourquoi'],
  ],
  es: [
    ['como', 'quiero|deseo|necesito', 'para|para que|con el fin de'],
    [
      'rol|usuario|actor',
      'objetivo|acción|necesidad|funcionalidad|deseo',
      'beneficio|motivo|razón|valor',
    ],
    ['quién', 'qué', 'por qué'],
  ],
  pt: [
    ['como', 'quero|eu quero|desejo|preciso', 'para|para que|a fim de'],
    [
      'papel|usuário|utilizador|perfil',
      'objetivo|ação|necessidade|funcionalidade',
      'benefício|motivo|razão|valor',
    ],
    ['quem', 'o quê', 'por quê'],
  ],
  it: [
    ['come', 'voglio|vorrei|desidero|ho bisogno di', 'per|così che|affinché|in modo da'],
    ['ruolo|utente|attore', 'obiettivo|azione|bisogno|funzionalità', 'beneficio|motivo|valore'],
    ['chi', 'cosa', 'perché'],
  ],
  nl: [
    ['als', 'wil ik|ik wil', 'zodat|om'],
    ['rol|gebruiker', 'doel|wens|functie|actie', 'voordeel|reden|waarde|nut'],
    ['wie', 'wat', 'waarom'],
  ],
  pl: [
    ['jako', 'chcę|chciałbym|potrzebuję', 'aby|żeby|tak aby'],
    ['rola|użytkownik', 'cel|potrzeba|funkcja|akcja', 'korzyść|powód|wartość'],
    ['kto', 'co', 'dlaczego'],
  ],
  tr: [
    ['olarak', 'istiyorum', 'böylece'],
    ['rol|kullanıcı', 'hedef|istek|özellik', 'fayda|değer|amaç'],
    ['kim', 'ne', 'neden|niçin'],
  ],
  ja: [
    ['として', 'したい', 'なぜなら|ために'],
    ['役割|ユーザー', '目標|機能|要望|やりたいこと', '利益|理由|価値|メリット'],
    ['誰|誰が', '何を', 'なぜ'],
  ],
  zh: [
    ['作为|作為', '我想要|想要|我想|我要', '以便|从而'],
    ['角色|用户', '目标|功能|需求', '好处|价值|原因|理由'],
    ['谁', '什么', '为什么'],
  ],
};

const known = new Map<string, PartName>();
for (const [language, kinds] of Object.entries(NAMES)) {
  for (const [row, parts] of kinds.entries()) {
    const kind = KINDS[row] ?? 'name';
    for (const [index, names] of parts.entries()) {
      for (const name of names.split('|').map(foldText)) {
        const part = PARTS[index] as StoryPart;
        const before = known.get(name);
        if (before !== undefined && before.part !== part) continue;
        const languages = [...(before?.languages ?? []), language];
        known.set(name, { part, languages, kind: before?.kind ?? kind });
      }
    }
  }
}

/** Longer texts are no name. */
const LONGEST = 60;

/** The part that a text names: "As a …", "**I want to:**", "Rolle". */
export function readPartName(text: string): PartName | null {
  if (text.length > LONGEST) return null;
  const name = foldText(text)
    .replace(/<[^<>]*>|\[[^[\]]*\]|\([^()]*\)|\/an?\b/g, ' ')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  return known.get(name) ?? null;
}

/**
 * Whether these names make stories: a role and a want, and where they are mere names a benefit as
 * well, as a list of users and their actions has the first two.
 */
export function makeStory(names: readonly (PartName | null)[]): boolean {
  const has = (part: StoryPart) => names.find((name) => name?.part === part) ?? undefined;
  const role = has('role');
  const want = has('want');
  if (role === undefined || want === undefined) return false;
  return has('benefit') !== undefined || (role.kind === 'clause' && want.kind === 'clause');
}

/** The language that most of these names are of. */
export function languageOfNames(names: readonly (PartName | null)[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const language of name?.languages ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en';
}
