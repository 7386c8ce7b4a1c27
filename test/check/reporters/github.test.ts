import { describe, expect, it } from 'vitest';
import { writeGithub } from '../../../src/check/reporters/github.js';
import { finding, hostile, options, reportOf, sources } from './sample.js';

describe('github', () => {
  it('writes a workflow command for each finding', () => {
    expect(writeGithub(reportOf([finding()]), sources, options)).toBe(
      '::error file=backlog/items/ST-1-x.md,line=5,col=1,title=story/no-role::no role: begin with "As a …"',
    );
  });

  it('escapes what would end a property or begin another command', () => {
    const text = writeGithub(reportOf([hostile]), sources, options);
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toContain('::warning file=backlog/items/50%25 <b>%2C a%3Ab & "ü"');
    expect(text).toContain('100%25 ::error::x');
    // What GitHub's runner makes of it again (ActionCommand.TryParseV2).
    const [, properties = '', data] = /^::warning ([^:]*)::(.*)$/.exec(text) ?? [];
    expect(properties.split(',').map((pair) => pair.split('=')[0])).toEqual([
      'file',
      'line',
      'col',
      'title',
    ]);
    expect(data).toMatch(/日本語$/);
  });

  it('shows what a terminal would obey in a file name', () => {
    const text = writeGithub(
      reportOf([finding({ path: 'a\u001b[31m\u202e.md' })]),
      sources,
      options,
    );
    expect(text).toContain('file=a\\u001b[31m\\u202e.md,');
  });

  it('says nothing when there is nothing', () => {
    expect(writeGithub(reportOf([]), sources, options)).toBe('');
  });
});
