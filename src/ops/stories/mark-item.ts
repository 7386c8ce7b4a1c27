import type { Item } from '../../item/item.js';

/**
 * Says in an exported table which item a row is, so that an import knows its own rows and no other
 * backlog's ST-1: the day it was created and the name of its file, which has the first title in it
 * and stays when the title changes. Every clone has both, and an import into another backlog keeps
 * them.
 */
export function markItem({ document, created }: Item): string {
  return [...(created === null ? [] : [created]), fileNameOf(document.path)].join(' ');
}

/** @param mark one without a day is that of an item that had none when it was exported */
export function isMarkOf(mark: string, item: Item): boolean {
  const { day, file } = readMark(mark);
  const isSameDay = day === null || item.created === null || day === item.created;
  return isSameDay && file === fileNameOf(item.document.path);
}

/** The name for the file of an item that is not here yet; null: its mark gives none. */
export function fileOfMark(mark: string, id: string): string | null {
  const { file } = readMark(mark);
  const rest = file.startsWith(id) ? file.slice(id.length) : '';
  return /^(?:-[\p{L}\p{N}-]{1,100})?\.md$/u.test(rest) ? file : null;
}

function readMark(mark: string): { readonly day: string | null; readonly file: string } {
  const [, day = null, file = ''] = /^(?:(\d{4}-\d{2}-\d{2}) )?(.*)$/.exec(mark) ?? [];
  return { day, file };
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
