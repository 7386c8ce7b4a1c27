import { readdirSync, readFileSync } from 'node:fs';
import type { Language } from '../language/tags.js';

/** `templates/` of the package: two levels up from here, in the sources as in the bundle. */
const folder = new URL('../../templates/', import.meta.url);

const built = new URL('../../dist/', import.meta.url);

/** A file that comes with the program, by its name in `templates/`. */
export function readShippedFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** A shipped template, by its name without `.md`. */
export function readShippedTemplate(name: string, language: Language): string {
  return readShippedFile(language === 'en' ? `${name}.md` : `${language}/${name}.md`);
}

/** What `npm run build` makes for browsers, by its path in `dist/`. */
export function readBuiltFile(name: string): string {
  return readFileSync(new URL(name, built), 'utf8');
}

export function listShippedTemplates(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}
