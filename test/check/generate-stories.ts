import { seedRandom } from '../../src/text/random.js';

const syllables = 'ba ke lo mi nu ra se ti vo da fe go hi ju la me no pi ru sa te vi wo za'.split(
  ' ',
);
const verbs =
  'see book print share import cancel review compare assign archive follow approve'.split(' ');
const roles = 'guest host manager driver planner nurse teacher editor clerk pilot'.split(' ');
const statuses = ['draft', 'ready', 'doing', 'done'];
const vocabularySize = 3_000;

/**
 * A backlog of stories that no two lines of are the same, by path: names, wants, benefits and
 * criteria from a vocabulary whose words are as unevenly used as those of a language (Zipf).
 * The same seed gives the same stories.
 */
export function generateStories(count: number, seed: string): Readonly<Record<string, string>> {
  const random = seedRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const noun = () => makeWord(Math.floor(vocabularySize ** random()));
  const phrase = (words: number) => Array.from({ length: words }, noun).join(' ');
  const files: Record<string, string> = {};
  for (let i = 1; i <= count; i += 1) {
    const id = `ST-${i}`;
    const [want, benefit] = [`${pick(verbs)} the ${phrase(3)}`, `the ${phrase(3)} is ${noun()}`];
    files[`items/${id}.md`] = [
      '---',
      `id: ${id}`,
      'type: story',
      `status: ${pick(statuses)}`,
      `title: ${want} ${i}`,
      `points: ${1 + Math.floor(random() * 8)}`,
      `created: 2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      `labels: [${noun()}]`,
      ...(i > 10 ? [`depends: [ST-${1 + Math.floor(random() * (i - 1))}]`] : []),
      'score:',
      `  value: ${1 + Math.floor(random() * 13)}`,
      '---',
      '',
      `As a ${noun()} ${pick(roles)}, I want to ${want}, so that ${benefit}.`,
      '',
      '## Acceptance criteria',
      '',
      `- [ ] Given a ${phrase(2)} in ${i}, when I ${pick(verbs)} it, then I see the ${phrase(2)}`,
      `- [ ] The ${phrase(2)} of ${i} is there within ${i % 50} seconds`,
      '',
      '## Notes',
      '',
      `Talked about with ${phrase(4)} ${i}.`,
      '',
    ].join('\n');
  }
  return files;
}

/** The nth word of the vocabulary. */
function makeWord(index: number): string {
  let word = '';
  for (let rest = index + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length];
  }
  return word;
}
