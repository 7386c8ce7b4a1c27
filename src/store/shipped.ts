import { readdirSync, readFileSync } from 'node:fs';

/** `templates/` of the package: two levels up from here, in the sources as in the bundle. */
const folder = new URL('../../templates/', import.meta.url);

/** A file that comes with the program, by its name in `templates/`. */
export function readShippedFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

export function listShippedTemplates(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}
