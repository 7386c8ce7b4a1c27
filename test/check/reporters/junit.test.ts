import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writeJunit } from '../../../src/check/reporters/junit.js';
import {
  finding,
  hasSchemas,
  hostile,
  options,
  rawMarks,
  reportOf,
  schemas,
  sources,
  withoutSchemas,
} from './sample.js';

async function validate(xml: string) {
  const schema = readFileSync(join(schemas, 'junit.xsd'), 'utf8');
  return validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [schema] });
}

describe('junit', () => {
  it.skipIf(!hasSchemas)(`holds to Ant's schema${withoutSchemas}`, async () => {
    for (const findings of [[], [finding()], [finding(), hostile, finding({ line: 9 })]]) {
      const { valid, errors } = await validate(writeJunit(reportOf(findings), sources, options));
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    }
    const empty = await validate(writeJunit(reportOf([], 0), new Map(), options));
    expect(empty.errors).toEqual([]);
    const broken = writeJunit(reportOf([]), sources, options).replace(' hostname="localhost"', '');
    expect((await validate(broken)).valid).toBe(false);
  });

  it('fails a case for each error, passes warnings and clean files', () => {
    const xml = writeJunit(reportOf([finding(), hostile]), sources, options);
    expect(xml.match(/<failure /g)).toHaveLength(1);
    expect(xml.match(/<testcase /g)).toHaveLength(3);
    expect(xml).toContain('name="backlog/items/ST-2-clean.md"');
    expect(xml).toContain('tests="1" failures="1"');
    expect(xml).toContain('timestamp="2026-11-24T09:00:00"');
  });

  it('shows nothing raw', () => {
    expect(writeJunit(reportOf([hostile]), sources, options)).not.toMatch(rawMarks);
  });
});
