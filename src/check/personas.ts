import type { Backlog } from '../backlog/backlog.js';
import type { Item } from '../item/item.js';
import { didYouMean } from '../text/suggest.js';
import { singular } from './language/stems.js';

/** What a role names: a persona of the backlog, or none. */
export interface RoleMatch {
  readonly persona: Item | null;
  /** ` Did you mean …?`, or nothing. */
  readonly hint: string;
}

const ARTICLE =
  /^(?:an?|the|der|die|das|ein|eine|le|la|les|un|une|el|los|o|os|um|uma|de|het|een|il|lo)$/;

/** Personas by every name they go by, in the form in which names are compared. */
export function personaNames(backlog: Backlog): ReadonlyMap<string, Item> {
  return backlog.fact(readPersonaNames);
}

function readPersonaNames(backlog: Backlog): ReadonlyMap<string, Item> {
  const names = new Map<string, Item>();
  for (const persona of backlog.around) {
    if (persona.type !== 'persona') continue;
    for (const name of namesOf(persona)) {
      const key = normaliseRole(name);
      if (key !== '' && !names.has(key)) names.set(key, persona);
    }
  }
  return names;
}

/** A persona's title, id and aliases. */
export function namesOf({ document, title, id }: Item): readonly string[] {
  const aliases = document.field('aliases');
  const others = Array.isArray(aliases) ? aliases : [aliases];
  return [title, id, ...others.filter((alias) => typeof alias === 'string')];
}

/** The persona a role means: its title, id or an alias, whatever case, article and number. */
export function resolveRole(backlog: Backlog, role: string): RoleMatch {
  const names = personaNames(backlog);
  for (const name of [role, withoutClause(role)]) {
    const persona = names.get(normaliseRole(name));
    if (persona) return { persona, hint: '' };
  }
  const written = new Map([...names].map(([, persona]) => [persona.id, persona]));
  const all = [...written.values()].flatMap(namesOf);
  return { persona: null, hint: didYouMean(role, all) };
}

/**
 * A name in the form in which names are compared: lower case, no articles, no blanks or dashes,
 * each word in the singular. "Remote Managers" and "remote-manager" are the same.
 */
export function normaliseRole(role: string): string {
  return splitCamelCase(role)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !ARTICLE.test(word))
    .map(singular)
    .join('');
}

function splitCamelCase(text: string): string {
  return text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}

/** "manager who travels" is a manager. */
function withoutClause(role: string): string {
  return role.split(/\s+(?:who|that|which|with|working|using)\s+|,|\s*\(/, 1)[0] ?? role;
}

/**
 * How two normalised names that are not equal may be one name: a letter too many, too few, two
 * swapped, or a vowel for another; null for two people. Short names and those that differ at the
 * end are left alone: "host" and "hostel", "trainer" and "trainee".
 */
export function isLikelyTypo(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  // A first letter makes another word: "owner" and "downer"; so does a last one.
  if (at === 0) return false;
  if (long.length > short.length) {
    return at < short.length && short.slice(at) === long.slice(at + 1);
  }
  const isSwap =
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2);
  const vowels = /^[aeiouy]{2}$/.test(`${short[at]}${long[at]}`);
  const isVowel = vowels && at < short.length - 1 && short.slice(at + 1) === long.slice(at + 1);
  return isSwap || isVowel;
}
