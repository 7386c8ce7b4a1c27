import type { Sandbox } from './sandbox.js';

/** Enough for the cache of documents and for what a check keeps. */
export const many = 120;
/** Enough for what a search keeps, too. */
export const enoughForWords = 520;

/** `ST-100`, `ST-101` …: all of them draft, of one point, with nothing an error is found in. */
export function writeManyStories({ write }: Pick<Sandbox, 'write'>, count = many): void {
  write('backlog/backlog.yaml', 'check:\n  rules: { set/similar: off }\n');
  for (let number = 0; number < count; number += 1) write(pathOfStory(number), storyText(number));
}

export function pathOfStory(number: number): string {
  return `backlog/items/ST-${100 + number}.md`;
}

export function storyText(number: number, points = 1, more = ''): string {
  const fields = `id: ST-${100 + number}\ntype: story\nstatus: draft\ntitle: Bed ${number}\npoints: ${points}\n${more}`;
  return `---\n${fields}---\n\nAs a guest, I want bed ${number}, so that I sleep.\n`;
}
