/** As `.gitattributes` and git's configuration name the merge driver. */
export const driverName = 'storymark';

/** In the backlog's own folder, so that the line stays true wherever that folder is moved. */
export const attributesFile = '.gitattributes';
const line = `*.md merge=${driverName}`;

/** `.gitattributes` with our line in it; what else a team has written there stays. */
export function addMergeAttribute(text: string | null): string {
  if (text === null || text === '') return `${line}\n`;
  if (hasMergeAttribute(text)) return text;
  return `${text}${text.endsWith('\n') ? '' : '\n'}${line}\n`;
}

export function hasMergeAttribute(text: string): boolean {
  return new RegExp(`^[^#\\n]*\\smerge=${driverName}(?:\\s|$)`, 'm').test(text);
}
