import { describe, expect, it } from 'vitest';
import { writeGitlab } from '../../../src/check/reporters/gitlab.js';
import { finding, hostile, options, rawMarks, reportOf, sampleText, sources } from './sample.js';

function read(findings: readonly ReturnType<typeof finding>[], texts = sources) {
  return JSON.parse(writeGitlab(reportOf(findings), texts, options));
}

describe('gitlab', () => {
  it('has the fields the documentation requires, and no others', () => {
    for (const issue of read([finding(), hostile])) {
      expect(issue).toEqual({
        description: expect.any(String),
        check_name: expect.any(String),
        fingerprint: expect.any(String),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: {
          path: expect.not.stringMatching(/^\.?\//),
          lines: { begin: expect.any(Number), end: expect.any(Number) },
        },
      });
    }
    expect(read([])).toEqual([]);
  });

  it('keeps a fingerprint when lines move, and tells findings apart', () => {
    const { path } = finding();
    const before = read([finding(), finding({ message: 'another' })]);
    const moved = new Map([[path, `${sampleText.replace('I want', '\n\n\n  I want')}`]]);
    const after = read(
      [finding({ line: 8, column: 3 }), finding({ line: 8, message: 'another' })],
      moved,
    );
    const prints = before.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(after.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual(prints);
    expect(new Set(prints).size).toBe(2);
    const twice = read([finding(), finding()]);
    expect(twice[0].fingerprint).toBe(prints[0]);
    expect(twice[1].fingerprint).not.toBe(prints[0]);
  });

  it('shows nothing raw', () => {
    expect(writeGitlab(reportOf([hostile]), sources, options)).not.toMatch(rawMarks);
  });
});
