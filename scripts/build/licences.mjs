import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of what is bundled, as one text.
 *
 * @param inputs paths of the bundled files, as esbuild's metafiles name them
 * @throws Error when a bundled package names no licence
 */
export async function describeLicences(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const entries = await Promise.all([...folders].sort().map(describePackage));
  return `storymark contains code of these packages.\n\n${entries.join('\n')}`;
}

async function describePackage(folder) {
  const { name, version, license, author } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string')
    throw new Error(`${name} names no licence: it cannot be shipped`);
  const files = (await readdir(folder)).filter((file) =>
    /^(?:licen[cs]e|copying|notice)/i.test(file),
  );
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const owner = typeof author === 'string' ? author : author?.name;
  const by = texts.length === 0 && owner ? `Copyright ${owner}\n` : '';
  return [`${'='.repeat(72)}\n${name} ${version}: ${license}\n`, by, ...texts].join('\n');
}
