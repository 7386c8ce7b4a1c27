import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { writeSarif } from '../../../src/check/reporters/sarif.js';
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

function readLog(findings: readonly ReturnType<typeof finding>[]) {
  return JSON.parse(writeSarif(reportOf(findings), sources, options));
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

/** RFC 3986 has no blanks, controls, quotes, angle brackets or letters beyond ASCII. */
function isUriReference(text: string): boolean {
  return /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, 'file:///');
}

describe('sarif', () => {
  it.skipIf(!hasSchemas)(`holds to the published schema${withoutSchemas}`, () => {
    const text = readFileSync(join(schemas, 'sarif-schema-2.1.0.json'), 'utf8');
    // The schema is draft 4, of which it uses what newer drafts read alike, save its `id`.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(text);
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      formats: { uri: isUri, 'uri-reference': isUriReference, 'date-time': true },
    });
    const validate = ajv.compile(schema);
    for (const findings of [[], [finding()], [finding(), hostile, finding({ line: 9 })]]) {
      expect(validate(readLog(findings)), JSON.stringify(validate.errors)).toBe(true);
    }
    const broken = readLog([finding()]);
    broken.runs[0].results[0].level = 'fatal';
    expect(validate(broken)).toBe(false);
  });

  it('says where, which rule, and how grave', () => {
    const [run] = readLog([finding(), hostile]).runs;
    expect(run.tool.driver).toMatchObject({ name: 'storymark', version: '1.2.3' });
    expect(run.results[0]).toMatchObject({
      ruleId: 'story/no-role',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'backlog/items/ST-1-x.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 5, startColumn: 1, endLine: 5, endColumn: 7 },
          },
        },
      ],
    });
    expect(run.results[1].level).toBe('warning');
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    }
    const role = run.tool.driver.rules.find(({ id }: { id: string }) => id === 'story/no-role');
    expect(role.shortDescription.text).not.toBe('');
  });

  it('keeps a message whole but never raw', () => {
    const text = writeSarif(reportOf([hostile]), sources, options);
    expect(text).not.toMatch(rawMarks);
    expect(JSON.parse(text).runs[0].results[0].message.text).toBe(hostile.message);
  });
});
