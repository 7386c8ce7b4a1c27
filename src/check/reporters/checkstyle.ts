import type { CheckReport } from '../engine.js';
import type { ReportOptions, Sources } from './reporter.js';
import { groupByPath } from './stylish.js';
import { writeXml } from './xml.js';

/** Checkstyle's XML (its XMLLogger): what Jenkins, reviewdog and many others read. */
export function writeCheckstyle(
  { findings }: CheckReport,
  _sources: Sources,
  { projectPath }: ReportOptions,
): string {
  return writeXml({
    name: 'checkstyle',
    attributes: { version: '4.3' },
    children: [...groupByPath(findings)].map(([path, own]) => ({
      name: 'file',
      attributes: { name: projectPath(path) },
      children: own.map(({ line, column, severity, message, rule }) => ({
        name: 'error',
        attributes: {
          line,
          column,
          severity: severity === 'error' ? 'error' : 'warning',
          message,
          source: `storymark.${rule}`,
        },
      })),
    })),
  });
}
