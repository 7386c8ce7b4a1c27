import { resolve } from 'node:path';
import { type WrittenPages, writePages } from '../../store/page-folder.js';
import type { Style } from '../../terminal/style.js';
import { plural } from '../../text/amount.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';
import { makeSite } from './make-site.js';

interface BuiltSite extends WrittenPages {
  /** As it was typed. */
  readonly folder: string;
  readonly dryRun: boolean;
  /** Of all files together. */
  readonly bytes: number;
}

export async function run(context: Context, input: Input): Promise<Outcome<BuiltSite>> {
  const folder = input.args[0] ?? '';
  const { dryRun } = input;
  const { files, notes, problems } = await makeSite(context);
  const pages = unwrap(writePages(resolve(context.cwd, folder), files, { dryRun }));
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return {
    data: { folder, dryRun, bytes, ...pages },
    notes,
    problems,
  };
}

export function render(site: BuiltSite, style: Style): string {
  const { folder, dryRun, bytes, written, unchanged, removed } = site;
  if (!style.isTerminal) {
    const rows = [
      ...written.map((path) => ['written', path]),
      ...removed.map((path) => ['removed', path]),
    ];
    return style.table({ columns: [], rows });
  }
  const count = written.length + unchanged.length;
  const all = `${count} ${plural(count, 'file')}, ${sayBytes(bytes)}`;
  const would = dryRun ? 'would be ' : '';
  const what = [
    `${written.length} ${would}written`,
    `${unchanged.length} unchanged`,
    ...(removed.length > 0 ? [`${removed.length} ${would}removed`] : []),
  ];
  return [
    `${style.bold(folder)}  ${all}: ${what.join(', ')}`,
    ...(dryRun ? [] : [style.dim(`Open ${folder.replace(/\/+$/, '')}/index.html`)]),
  ].join('\n');
}

function sayBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
