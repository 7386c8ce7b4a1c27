import type { Lexicon } from '../lexicon.js';
import type { Word } from '../words.js';

/**
 * The words up to and with the head of a role: "customer" of "customer who made a reservation",
 * "result" of "result of the outage". What follows the head is told by grammar: a comma, a
 * preposition, a relative pronoun, a verb with its object, a participle with its preposition.
 */
export function headGroup(words: readonly Word[], lexicon: Lexicon): readonly string[] {
  const stop = words.findIndex((_, i) => i > 0 && endsHead(words, i, lexicon));
  return words.slice(0, stop === -1 ? undefined : stop).map(({ text }) => text);
}

function endsHead(words: readonly Word[], at: number, { prose }: Lexicon): boolean {
  const { text, afterBreak } = words[at] ?? { text: '', afterBreak: true };
  const next = words[at + 1];
  if (afterBreak || prose.prepositions.has(text) || prose.relatives.has(text)) return true;
  if (prose.determiners.has(text)) return true;
  if (next === undefined || next.afterBreak) return false;
  // "customer *making* a payment", "user *logged* in on another device"
  if (prose.determiners.has(next.text)) return true;
  return prose.participle.test(text) && prose.prepositions.has(next.text);
}

/** Whether the head of a role is a thing done or said, not someone: "result", "improvement". */
export function namesNoOne(group: readonly string[], lexicon: Lexicon): boolean {
  const { prose } = lexicon;
  const head = group.at(-1) ?? '';
  // "a nice side effect": a qualifier before the idiom changes nothing.
  const names = [group.join(' '), group.slice(-2).join(' '), head, head.replaceAll('-', ' ')];
  if (names.some((name) => prose.idioms.has(name))) return true;
  // "a way forward"
  if (prose.particles.has(head)) return namesNoOne(group.slice(0, -1), lexicon);
  if (!prose.abstractHead.test(head) || prose.actingHeads.has(head)) return false;
  // "a developer writing documentation"
  const verb = group.findIndex((word, i) => i > 0 && prose.participle.test(word));
  return verb === -1 || verb === group.length - 1 || namesNoOne(group.slice(0, verb), lexicon);
}

/** Whether a head is a person or a group by its form or its meaning: "reviewer", "team". */
export function namesPeople(group: readonly string[], { prose }: Lexicon): boolean {
  const head = group.at(-1) ?? '';
  return (
    prose.actingHeads.has(head) || prose.groups.has(head) || prose.peoplePlural.test(`${head}s`)
  );
}
