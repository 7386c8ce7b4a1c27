/** The languages that stories, letters and pages are written in, by their BCP 47 tags. */
export const languages = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'tr',
  'ja',
  'zh',
] as const;

export type Language = (typeof languages)[number];

/** The language a tag names, its region and script aside: `de` of `de-AT`; null when not known. */
export function languageOfTag(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split(/[-_]/, 1);
  return languages.find((language) => language === primary) ?? null;
}

/** What a person is told who set a language that is not known; null when it is. */
export function noteUnknownLanguage(tag: string): string | null {
  if (languageOfTag(tag) !== null) return null;
  return `note: language: ${tag} in backlog.yaml is not one that storymark writes (${languages.join(', ')}), so new stories, letters and pages are in English`;
}
