import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writeCheckstyle } from '../../../src/check/reporters/checkstyle.js';
import { finding, hostile, options, rawMarks, reportOf, sources } from './sample.js';

/**
 * What Checkstyle's XMLLogger writes, which publishes no schema: a version, files with a name,
 * errors with line, column (optional there), severity, message and source.
 */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle"><xs:complexType>
    <xs:sequence><xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence><xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
        <xs:attribute name="column" type="xs:positiveInteger"/>
        <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="ignore"/><xs:enumeration value="info"/>
          <xs:enumeration value="warning"/><xs:enumeration value="error"/>
        </xs:restriction></xs:simpleType></xs:attribute>
        <xs:attribute name="message" type="xs:string" use="required"/>
        <xs:attribute name="source" type="xs:string" use="required"/>
      </xs:complexType></xs:element></xs:sequence>
      <xs:attribute name="name" type="xs:string" use="required"/>
    </xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="version" type="xs:string" use="required"/>
  </xs:complexType></xs:element>
</xs:schema>`;

describe('checkstyle', () => {
  it('has the elements and attributes readers ask for', async () => {
    for (const findings of [[], [finding()], [finding(), hostile, finding({ line: 9 })]]) {
      const contents = writeCheckstyle(reportOf(findings), sources, options);
      const { errors } = await validateXML({
        xml: [{ fileName: 'checkstyle.xml', contents }],
        schema: [schema],
      });
      expect(errors).toEqual([]);
    }
  });

  it('groups findings by file', () => {
    const report = reportOf([finding(), finding({ line: 9 })]);
    expect(writeCheckstyle(report, sources, options)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <checkstyle version="4.3">
        <file name="backlog/items/ST-1-x.md">
          <error line="5" column="1" severity="error" message="no role: begin with &quot;As a …&quot;" source="storymark.story/no-role"/>
          <error line="9" column="1" severity="error" message="no role: begin with &quot;As a …&quot;" source="storymark.story/no-role"/>
        </file>
      </checkstyle>"
    `);
  });

  it('leaves nothing in that XML cannot hold, and nothing raw', () => {
    const xml = writeCheckstyle(reportOf([hostile]), sources, options);
    expect(xml).not.toMatch(rawMarks);
    expect(xml).not.toMatch(/&#(?:[0-8]|1[124-9]|2\d|3[01]|65534);/);
    expect(xml).toContain('a &lt;b&gt; &amp; &quot;c&quot;[31m 100%&#13;&#10;');
  });
});
