import { readdirSync, readFileSync } from 'node:fs';

/** `templates/` of the package: two levels up from here, in the sources as in the bundle. */
const folder = new URL('../../templates/', import.meta.url);

const built = new URL('../../dist/', import.meta.url);

/** A file that comes with the program, by its name in `templates/`. */
export function readShippedFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
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
