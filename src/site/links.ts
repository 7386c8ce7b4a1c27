import type { Item } from '../item/item.js';

const folders: Readonly<Record<string, string>> = {
  goal: 'goals',
  persona: 'personas',
  stakeholder: 'stakeholders',
  feedback: 'feedback',
  sprint: 'sprints',
};

/** Longer names do not fit into every file system. */
const longestName = 100;

/** Where a document's page is: `items/ST-7K3FD.html`, as long as it has its id. */
export function pathOf({ type, id }: Pick<Item, 'type' | 'id'>): string {
  return `${folders[type] ?? 'items'}/${fileNameOf(id)}.html`;
}

/** An id as a file may be called; two ids never share a name, save for letters' case. */
export function fileNameOf(id: string): string {
  const name = id.replace(/[^A-Za-z0-9_-]/g, (mark) => `~${mark.charCodeAt(0).toString(16)}.`);
  return name.length <= longestName ? name : `${name.slice(0, 60)}~${hashText(name)}`;
}

/** FNV-1a, 32 bits. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** The way from a page up to the site's folder: nothing, or `../`. */
export function rootFrom(path: string): string {
  return path.includes('/') ? '../' : '';
}

/** The nth page of a list, from 1: `backlog.html`, `backlog.2.html`. */
export function numberedPath(path: string, number: number): string {
  return number === 1 ? path : path.replace(/\.html$/, `.${number}.html`);
}
