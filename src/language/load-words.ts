import type { Catalogue } from './catalogue.js';
import { type Language, languageOfTag } from './tags.js';
import { createWords, type Words } from './words.js';

/** A catalogue is loaded when something is written in its language. */
const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./words/en.js')).ENGLISH,
  de: async () => (await import('./words/de.js')).GERMAN,
  fr: async () => (await import('./words/fr.js')).FRENCH,
  es: async () => (await import('./words/es.js')).SPANISH,
  pt: async () => (await import('./words/pt.js')).PORTUGUESE,
  it: async () => (await import('./words/it.js')).ITALIAN,
  nl: async () => (await import('./words/nl.js')).DUTCH,
  pl: async () => (await import('./words/pl.js')).POLISH,
  tr: async () => (await import('./words/tr.js')).TURKISH,
  ja: async () => (await import('./words/ja.js')).JAPANESE,
  zh: async () => (await import('./words/zh.js')).CHINESE,
};

export function loadCatalogue(language: Language): Promise<Catalogue> {
  return catalogues[language]();
}

/** The words of a backlog's language; English, as the British write it, where it is not known. */
export async function loadWords(tag: string): Promise<Words> {
  const language = languageOfTag(tag);
  return createWords(localeOf(tag, language), await loadCatalogue(language ?? 'en'));
}

/** A tag that `Intl` takes: `de_AT` and tags it refuses among those that people write. */
function localeOf(tag: string, language: Language | null): string {
  if (language === null || tag.toLowerCase() === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? language;
  } catch {
    return language;
  }
}
