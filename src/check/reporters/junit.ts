import type { CheckReport, Finding } from '../engine.js';
import type { ReportOptions, Sources } from './reporter.js';
import { groupByPath } from './stylish.js';
import { writeXml, type XmlElement } from './xml.js';

/**
 * JUnit XML in the form of Ant's schema (Windy Road, JUnit.xsd), the strictest in use: one suite
 * a file, in it a failed case for each error. A warning does not fail the check, so it fails no
 * case either: it is a passed one, its message in `system-out`.
 */
export function writeJunit(
  { findings }: CheckReport,
  sources: Sources,
  { projectPath, time }: ReportOptions,
): string {
  const byPath = groupByPath(findings);
  const paths = new Set([...sources.keys(), ...byPath.keys()]);
  const timestamp = time.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  return writeXml({
    name: 'testsuites',
    children: [...paths].map((path, id) =>
      writeSuite(projectPath(path), id, timestamp, byPath.get(path) ?? []),
    ),
  });
}

function writeSuite(
  path: string,
  id: number,
  timestamp: string,
  findings: readonly Finding[],
): XmlElement {
  const cases = findings.map((finding) => writeCase(path, finding));
  // A suite without cases counts as not run.
  const clean = { name: 'testcase', attributes: { name: 'storymark', classname: path, time: 0 } };
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  return {
    name: 'testsuite',
    attributes: {
      package: 'storymark',
      id,
      name: path,
      timestamp,
      hostname: 'localhost',
      tests: Math.max(1, cases.length),
      failures: cases.length - warnings.length,
      errors: 0,
      time: 0,
    },
    children: [
      { name: 'properties' },
      ...(cases.length === 0 ? [clean] : cases),
      { name: 'system-out', children: warnings.map(describe).join('\n') },
      { name: 'system-err' },
    ],
  };
}

function writeCase(path: string, finding: Finding): XmlElement {
  const { rule, line, column, severity, message } = finding;
  const attributes = { name: `${rule} ${line}:${column}`, classname: path, time: 0 };
  if (severity === 'warn') return { name: 'testcase', attributes };
  const failure = {
    name: 'failure',
    attributes: { type: rule, message },
    children: `${path}:${describe(finding)}`,
  };
  return { name: 'testcase', attributes, children: [failure] };
}

function describe({ line, column, message, rule }: Finding): string {
  return `${line}:${column} ${message} (${rule})`;
}
