/** As `.gitattributes` and git's configuration name the merge driver. */
export const driverName = 'storymark';

/** In the backlog's own folder, so that the line stays true wherever that folder is moved. */
export const attributesFile = '.gitattributes';

export function hasMergeAttribute(text: string): boolean {
  return new RegExp(`^[^#\\n]*\\smerge=${driverName}(?:\\s|$)`, 'm').test(text);
}
