import { readPlainSettings } from '../backlog/plain-settings.js';
import type { Settings } from '../backlog/settings.js';
import { readYamlFile } from '../item/yaml/read-yaml.js';
import { failure, type Result, success } from '../text/problem.js';
import type { FileSystem } from './file-system.js';
import { settingsFile } from './locate.js';
import { readText } from './scan.js';

/** Reads and judges `backlog.yaml`; the schema is loaded only for settings that need it. */
export async function readSettings(files: FileSystem, root: string): Promise<Result<Settings>> {
  const text = readText(files, root, settingsFile);
  if (typeof text !== 'string') return failure({ ...text, kind: 'usage' });
  const fields = readYamlFile(settingsFile, text);
  if (!fields.ok) return fields;
  const plain = readPlainSettings(fields.value);
  if (plain) return success(plain);
  const { parseSettings } = await import('../backlog/settings.js');
  return parseSettings(fields.value, text);
}
