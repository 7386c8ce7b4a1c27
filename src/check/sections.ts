import { readBlocks } from '../story/blocks.js';

/** Whether a section whose heading matches says anything beside comments. */
export function findSection(body: string, heading: RegExp): boolean {
  let isInside = false;
  for (const { start, end } of readBlocks(body)) {
    const text = body.slice(start, end);
    const title = /^ {0,3}#{1,6}[ \t]+(.{0,200})/.exec(text)?.[1];
    if (title !== undefined) isInside = heading.test(title);
    else if (isInside && /[\p{L}\p{N}]/u.test(text)) return true;
  }
  return false;
}
