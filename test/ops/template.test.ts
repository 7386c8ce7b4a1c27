import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesCriteria } from '../../src/item/criteria-heading.js';
import { listHeadings } from '../../src/item/sections.js';
import {
  fillTemplate,
  listPlaceholders,
  readTemplate,
  type Template,
} from '../../src/item/template.js';
import { sectionTitle } from '../../src/language/section-titles.js';
import { languages } from '../../src/language/tags.js';
import { repository } from '../support/sandbox.js';

const folder = join(repository, 'templates');
const english = readdirSync(folder).filter((name) => name.endsWith('.md'));
const translated = languages.filter((one) => one !== 'en');
const shipped = [
  ...english,
  ...translated.flatMap((language) => english.map((name) => join(language, name))),
];

function templateOf(body: string): Template {
  return { name: 'x', summary: '', fields: {}, body, text: body };
}

function load(name: string): Template {
  const template = readTemplate(name, name, readFileSync(join(folder, name), 'utf8'));
  if (!template.ok) throw new Error(template.problems[0]?.message);
  return template.value;
}

describe('a template', () => {
  it('leaves out the line of a placeholder without an answer, and keeps its guidance', () => {
    const template = templateOf('# Head\n\n<!-- Say who. -->\n{{story}}\n\n## Notes\n');
    expect(fillTemplate(template, {})).toBe('# Head\n\n<!-- Say who. -->\n\n## Notes\n');
    expect(fillTemplate(template, { story: 'Filled.' })).toBe('# Head\n\nFilled.\n\n## Notes\n');
  });

  it('takes an answer as it stands: its placeholders and dollars are text', () => {
    const template = templateOf('{{a}}\n{{b}}\n');
    expect(fillTemplate(template, { a: '{{b}} $& $1', b: 'two' })).toBe('{{b}} $& $1\ntwo\n');
  });

  it('keeps the mark of a quote before each line of an answer', () => {
    expect(fillTemplate(templateOf('> {{q}}\n'), { q: 'one\ntwo' })).toBe('> one\n> two\n');
  });

  it('takes a blank answer for none', () => {
    expect(fillTemplate(templateOf('a\n{{q}}\nb\n'), { q: '  \n ' })).toBe('a\nb\n');
  });

  it.each(['constructor', 'to-string', 'valueof'])('has no answer to {{%s}} of itself', (name) => {
    expect(fillTemplate(templateOf(`a\n{{${name}}}\n`), {})).toBe('a\n');
  });

  it('names its placeholders once each', () => {
    expect(listPlaceholders(templateOf('{{a}} {{ b }} {{a}}'))).toEqual(['a', 'b']);
  });

  it('says where it is broken', () => {
    const broken = readTemplate('x', 'templates/x.md', '---\ntype: a\ntype: b\n---\n');
    expect(broken.ok || broken.problems[0]).toMatchObject({ path: 'templates/x.md', line: 3 });
  });
});

describe('every shipped template', () => {
  it.each(shipped)('%s says what it is for and has something to fill in', (name) => {
    const template = load(name);
    expect(template.summary.length).toBeGreaterThan(15);
    expect(listPlaceholders(template).length).toBeGreaterThan(0);
  });

  it.each(shipped)('%s never writes an unfilled placeholder, whatever is answered', (name) => {
    const template = load(name);
    const names = listPlaceholders(template);
    fc.assert(
      fc.property(fc.subarray([...names]), (answered) => {
        const answers = Object.fromEntries(answered.map((one) => [one, `answer to ${one}`]));
        const body = fillTemplate(template, answers);
        expect(body).not.toContain('{{');
        // An answer stands there unless it shares its line with one that is missing.
        for (const line of template.body.split('\n')) {
          const onLine = [...line.matchAll(/\{\{([a-z-]+)\}\}/g)].map((match) => match[1] ?? '');
          const isWhole = onLine.every((one) => answered.includes(one));
          for (const one of onLine) if (isWhole) expect(body).toContain(`answer to ${one}`);
        }
      }),
    );
  });
});

describe('the templates of a language', () => {
  it.each(translated)(
    '%s has all of them, with the fields and placeholders of the English',
    (language) => {
      expect(readdirSync(join(folder, language))).toEqual(english);
      for (const name of english) {
        const [own, other] = [load(join(language, name)), load(name)];
        expect([name, own.fields]).toEqual([name, other.fields]);
        expect([name, listPlaceholders(own).toSorted()]).toEqual([
          name,
          listPlaceholders(other).toSorted(),
        ]);
        const levels = ({ body }: Template) => listHeadings(body).map(({ level }) => level);
        expect([name, levels(own)]).toEqual([name, levels(other)]);
        expect(own.body.match(/<!--/g)?.length).toBe(other.body.match(/<!--/g)?.length);
      }
    },
  );

  it.each(translated)('%s shares no line with the English', (language) => {
    const lines = (name: string) =>
      load(name)
        .body.split('\n')
        .filter((line) => /\p{L}/u.test(line.replace(/\{\{.*?\}\}/g, '')));
    const shared = english.flatMap((name) => {
      const own = new Set(lines(name));
      return lines(join(language, name)).filter((line) => own.has(line));
    });
    // Loan words, and words that are the same.
    const same = /^## (?:Situation|Question|Review|Retrospective|Context|Notes)$/;
    expect(shared.filter((line) => !same.test(line))).toEqual([]);
  });

  it.each(languages)('%s has the headings that storymark looks for', (language) => {
    const path = (name: string) => (language === 'en' ? name : join(language, name));
    const headings = (name: string) => listHeadings(load(path(name)).body).map(({ text }) => text);
    for (const name of ['story.md', 'bug.md', 'task.md', 'spike.md', 'job-story.md']) {
      expect(headings(name)).toContain(sectionTitle('criteria', language));
      expect(headings(name).some(namesCriteria)).toBe(true);
    }
    expect(headings('epic.md').slice(0, 2)).toEqual([
      sectionTitle('value', language),
      sectionTitle('metrics', language),
    ]);
    expect(headings('sprint.md')).toEqual([
      sectionTitle('goal', language),
      sectionTitle('review', language),
      sectionTitle('retrospective', language),
    ]);
  });
});
