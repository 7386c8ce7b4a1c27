import { escapeUnprintable } from '../../text/printable.js';
import type { CheckReport, Finding } from '../engine.js';
import { rules } from '../rules/index.js';
import { makeFingerprints } from './fingerprint.js';
import type { ReportOptions, Sources } from './reporter.js';

/** SARIF 2.1.0 (OASIS, 2020), as GitHub code scanning and editors read it. */
export function writeSarif(report: CheckReport, sources: Sources, options: ReportOptions): string {
  const { findings } = report;
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const fingerprints = makeFingerprints(findings, sources, options);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'storymark',
            version: options.version,
            rules: ids.map(describeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) => ({
          ruleId: finding.rule,
          ruleIndex: indexes.get(finding.rule),
          level: finding.severity === 'error' ? 'error' : 'warning',
          message: { text: finding.message },
          locations: [{ physicalLocation: locate(finding, options) }],
          partialFingerprints: { 'storymark/v1': fingerprints[index] },
        })),
      },
    ],
  };
  return escapeUnprintable(JSON.stringify(log, null, 2));
}

function describeRule(id: string): object {
  const rule = rules.find((one) => one.id === id);
  const help = { text: `storymark explain ${id}` };
  if (!rule) return { id, help };
  return {
    id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help,
  };
}

function locate(
  { path, line, column, endLine, endColumn }: Finding,
  { projectPath }: ReportOptions,
): object {
  return {
    artifactLocation: { uri: encodePath(projectPath(path)), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** A relative URI reference; a first part with a colon would be read as a scheme (RFC 3986 4.2). */
function encodePath(path: string): string {
  const encoded = path.split('/').map((part) => encodeURIComponent(part));
  return encoded.join('/');
}
