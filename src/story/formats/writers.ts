import { formatChinese, formatJapanese, formatTurkish } from './asian-formats.js';
import { EUROPEAN_FORMATS, makeEuropeanWriter } from './european-format.js';
import type { WriteStory } from './story-text.js';

/** The writer of a language, region and script aside; null for English and what is not known. */
export function writerOf(language: string): WriteStory | null {
  const primary = language.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  switch (primary) {
    case 'tr':
      return formatTurkish;
    case 'ja':
      return formatJapanese;
    case 'zh':
      return formatChinese;
    default: {
      const format = Object.hasOwn(EUROPEAN_FORMATS, primary)
        ? EUROPEAN_FORMATS[primary]
        : undefined;
      return format === undefined ? null : makeEuropeanWriter(format);
    }
  }
}
