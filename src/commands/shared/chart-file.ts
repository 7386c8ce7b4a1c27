import { dirname, resolve } from 'node:path';
import type { Context, Input, OptionSpec } from './command.js';
import { failUsage } from './failure.js';

export const chartOption: OptionSpec = {
  flags: '--chart <file>',
  summary: 'also draw it as an SVG file (without private items)',
};

/** Writes `--chart FILE.svg` when asked, over a file of that name; gives the notes to say. */
export async function writeChart(
  context: Context,
  input: Input,
  draw: () => string | Promise<string>,
): Promise<readonly string[]> {
  const file = input.option('chart');
  if (file === undefined) return [];
  if (!file.toLowerCase().endsWith('.svg')) {
    failUsage(`--chart: charts are SVG files; the name must end with .svg, not "${file}"`);
  }
  const path = resolve(context.cwd, file);
  const text = await draw();
  const { files } = context;
  const folder = dirname(path);
  if (!files.isFolder(folder)) failUsage(`--chart: there is no folder ${folder}`);
  if (files.isFolder(path)) failUsage(`--chart: ${file} is a folder`);
  // A reader never sees half a picture.
  const partial = `${path}.part`;
  files.remove(partial);
  files.create(partial, text);
  files.rename(partial, path);
  return [`Drew ${file}`];
}
