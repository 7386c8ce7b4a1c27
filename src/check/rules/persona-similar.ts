import type { Span } from '../../text/span.js';
import { defineSetRule, levels, type SetReport, type Subject } from '../define-rule.js';
import { languageOf } from '../language/story-text.js';
import { isLikelyTypo, normaliseRole, personaNames } from '../personas.js';
import { listStories } from '../story-set.js';
import { inFile } from '../subject.js';

/** One way of writing a role, and where. */
interface Spelling {
  readonly text: string;
  readonly places: { readonly subject: Subject; readonly span: Span }[];
}

/** All ways of writing a name in one language: German "Gast" and Dutch "gast" are both right. */
interface Named {
  readonly key: string;
  readonly language: string;
  readonly spellings: Map<string, Spelling>;
}

export const personaSimilar = defineSetRule({
  id: 'persona/similar',
  summary: 'A role is always spelled the same way',
  why: '"Editor", "editor" and "edtior" count as three people in every list. Only you know which one is right.',
  levels: levels('warn', 'warn', 'off'),
  good: [
    {
      text: 'As a trainer, I want a room, so that I can teach.\n\nAs a trainee, I want a chair, so that I can sit.\n',
    },
  ],
  bad: [
    {
      text: 'As a moderator, I want a room, so that I can speak.\n\nAs a moderator, I want a chair, so that I can sit.\n\nAs a Moderator, I want a glass, so that I can drink.\n',
    },
  ],
  check(subjects) {
    const byName = new Map<string, Named>();
    for (const { subject, story } of listStories(subjects)) {
      const { role, spans } = story.reading;
      if (role === null || spans.role === undefined) continue;
      const key = normaliseRole(role);
      // What a persona goes by is known, however it is written.
      if (key === '' || (subject.backlog && personaNames(subject.backlog).has(key))) continue;
      const language = languageOf(story);
      const named = byName.get(`${key} ${language}`) ?? { key, language, spellings: new Map() };
      byName.set(`${key} ${language}`, named);
      const { spellings } = named;
      const text = role.replace(/\s+/g, ' ');
      const spelling = spellings.get(text) ?? { text, places: [] };
      spellings.set(text, spelling);
      spelling.places.push({ subject, span: inFile(subject, spans.role) });
    }
    const names = [...byName.values()].map(({ spellings, ...name }) => ({
      ...name,
      spellings: mostUsedFirst(spellings),
    }));
    return [...names.flatMap(({ spellings }) => reportSpellings(spellings)), ...reportTypos(names)];
  },
});

function mostUsedFirst(spellings: ReadonlyMap<string, Spelling>): readonly Spelling[] {
  return [...spellings.values()].sort((a, b) => b.places.length - a.places.length);
}

/** All but the most used way of writing a name. */
function reportSpellings([usual, ...others]: readonly Spelling[]): readonly SetReport[] {
  return usual === undefined ? [] : others.flatMap((other) => reportAll(other, usual));
}

function reportAll(rare: Spelling, usual: Spelling): readonly SetReport[] {
  const stories = usual.places.length === 1 ? 'another story' : `${usual.places.length} stories`;
  const message = `"${rare.text}" is "${usual.text}" in ${stories}: the same person?`;
  return rare.places.map(({ subject, span }) => [{ subject, message, at: { span } }]);
}

interface Name {
  readonly key: string;
  readonly language: string;
  readonly spellings: readonly Spelling[];
}

/** Names one slip apart: those used less often. */
function reportTypos(names: readonly Name[]): readonly SetReport[] {
  // Few forms are shared, so only those get a list.
  const first = new Map<number, Name>();
  const shared = new Map<number, Name[]>();
  const told = new Set<string>();
  const reports: SetReport[] = [];
  for (const name of names) {
    for (const form of formsOf(name.key)) {
      const earlier = first.get(form);
      if (earlier === undefined) {
        first.set(form, name);
        continue;
      }
      const same = shared.get(form) ?? [earlier];
      shared.set(form, same);
      for (const other of same) reports.push(...reportTypo(other, name, told));
      if (same.at(-1) !== name) same.push(name);
    }
  }
  return reports;
}

function reportTypo(one: Name, other: Name, told: Set<string>): readonly SetReport[] {
  if (one === other || one.language !== other.language) return [];
  if (!isLikelyTypo(one.key, other.key)) return [];
  const [usual, rare] = countOf(one) >= countOf(other) ? [one, other] : [other, one];
  const [most] = usual.spellings;
  if (most === undefined || told.has(rare.key)) return [];
  told.add(rare.key);
  return rare.spellings.flatMap((spelling) => reportAll(spelling, most));
}

function countOf({ spellings }: Name): number {
  return spellings.reduce((sum, { places }) => sum + places.length, 0);
}

const LONGEST_NAME = 60;
const BASE = 31;

/**
 * Hashes of a name and of every form of it with one letter left out: two names one slip apart
 * share one (the idea of SymSpell). Computed from the hashes before and after the letter.
 */
function formsOf(key: string): readonly number[] {
  if (key.length < 6 || key.length > LONGEST_NAME) return [];
  const before = [0];
  const after = [0];
  let power = 1;
  for (let i = 0; i < key.length; i += 1) {
    before.push((Math.imul(before[i] ?? 0, BASE) + key.charCodeAt(i)) | 0);
    after.push((Math.imul(key.charCodeAt(key.length - 1 - i), power) + (after[i] ?? 0)) | 0);
    power = Math.imul(power, BASE);
  }
  const forms = [before[key.length] ?? 0];
  let scale = 1;
  for (let i = key.length - 1; i >= 0; i -= 1) {
    forms.push((Math.imul(before[i] ?? 0, scale) + (after[key.length - 1 - i] ?? 0)) | 0);
    scale = Math.imul(scale, BASE);
  }
  return forms;
}
