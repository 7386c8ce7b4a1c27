import { allItems, type Backlog, getItem } from '../../backlog/backlog.js';
import { kindOf } from '../../backlog/workflow.js';
import { idSuffix, makeRandomId, makeSequentialId, randomIdLength } from '../../item/id.js';
import type { Kind } from '../../item/kind.js';
import { slugify } from '../../item/slug.js';
import { type Result, success, usage } from '../../text/problem.js';

/** Hands out new ids for one change set; none that is or was used, none twice. */
export type IdMaker = (kind: Kind, title: string, chosen?: string) => Result<string>;

/** @param newAtOnce how many ids the change set needs: many at once are made longer (docs/design.md) */
export function createIdMaker(backlog: Backlog, newAtOnce: number, random: () => number): IdMaker {
  const ids = new Set(listUsedIds(backlog));
  const suffixes = new Set([...ids].map(idSuffix));
  const isNumbered = backlog.settings.ids === 'sequential';
  const coded = isNumbered ? [...ids].filter((id) => isCoded(backlog, id)) : [];
  const numbered = new Set(coded.map(idSuffix));
  const length = randomIdLength(ids.size, newAtOnce);
  return (kind, title, chosen) => {
    const id = chosen === undefined ? makeId(kind, title) : slugify(chosen);
    if (id === '') {
      return usage(
        `the title "${title}" has no letters to make an id from: give one with --set id=…`,
      );
    }
    if (ids.has(id.toUpperCase())) {
      const other = getItem(backlog, id);
      const message =
        other === undefined || other.type === kind.type
          ? `there is already a ${kind.type} ${id}`
          : `the id ${id} is taken by the ${other.type} "${other.title}": choose another`;
      return usage(message);
    }
    ids.add(id.toUpperCase());
    suffixes.add(idSuffix(id).toUpperCase());
    numbered.add(idSuffix(id));
    return success(id);
  };

  function makeId(kind: Kind, title: string): string {
    if (kind.idStyle !== 'coded') return makeSlug(kind, slugify(title));
    return isNumbered
      ? makeSequentialId(kind.prefix, numbered)
      : makeRandomId(kind.prefix, length, suffixes, random);
  }

  /** Ids are unique across types: a stakeholder Treasurer beside a persona Treasurer says what it is. */
  function makeSlug({ type }: Kind, slug: string): string {
    const other = getItem(backlog, slug);
    return other && other.type !== type ? `${slug}-${type}` : slug;
  }
}

/** The year in a goal's slug `plan-2026` is no number that ids count on from. */
function isCoded(backlog: Backlog, id: string): boolean {
  const item = getItem(backlog, id);
  const kind = item && kindOf(backlog.settings, item.type);
  return kind === undefined || kind.idStyle === 'coded';
}

/** Upper-case ids of readable documents, and those that unreadable ones carry in their name. */
function listUsedIds(backlog: Backlog): readonly string[] {
  const unreadable = backlog.problems.map(({ path = '' }) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
    return /^[A-Za-z]+-[0-9A-Za-z]+/.exec(name)?.[0] ?? name;
  });
  const readable = allItems(backlog).map((item) => item.id);
  return [...readable, ...unreadable].filter((id) => id !== '').map((id) => id.toUpperCase());
}
