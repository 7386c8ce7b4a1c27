import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/language/load-words.js';
import { type Language, languages } from '../../src/language/tags.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';

const others = languages.filter((language) => language !== 'en');

async function wordsOf(language: Language): Promise<ReadonlySet<string>> {
  const forms = Object.values(await loadCatalogue(language)).flatMap((sentence) =>
    typeof sentence === 'string' ? [sentence] : Object.values(sentence),
  );
  return new Set(forms.flatMap((form) => splitWords(form.replace(/\{\w+\}/g, ' '))));
}

function splitWords(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/** English words of the catalogue that this language does not use itself. */
async function findEnglish(text: string, language: Language): Promise<readonly string[]> {
  const [english, own] = [await wordsOf('en'), await wordsOf(language)];
  // A type's id is the same in every language.
  const said = text.replace(/\b[A-Z]{2}-[0-9A-Z]{5}\b|\bepic\b/g, '');
  return [...new Set(splitWords(said))].filter((word) => english.has(word) && !own.has(word));
}

interface Written {
  readonly backlog: NewBacklog;
  readonly ids: readonly string[];
}

/** Titles are words of no language. */
async function writeBacklog(language: Language): Promise<Written> {
  const backlog = await createNewBacklog();
  await backlog.ok('config', 'set', 'language', language);
  await backlog.ok('add', 'Zuzuzu', '-t', 'epic');
  const ids = [];
  for (const [title, points] of [
    ['Kukuku', '3'],
    ['Lululu', '5'],
    ['Mumumu', '2'],
  ] as const)
    ids.push(await backlog.id('add', title, '--points', points));
  await backlog.ok('add', 'Nununu', '--set', 'private=true');
  const [first = '', second = '', third = ''] = ids;
  await backlog.ok('set', third, `depends=${second}`, 'due=2026-12-24');
  await backlog.ok('sprint', 'create', 'Pupupu', '--start', '2026-11-16');
  await backlog.ok('sprint', 'add', first, second);
  await backlog.ok('sprint', 'start');
  await backlog.ok('sprint', 'add', third, '--reason', 'rururu');
  await backlog.ok('start', second);
  await backlog.ok('done', first);
  return { backlog, ids };
}

describe.each(others)('documents in %s', (language) => {
  it.each([
    [['report', 'sprint']],
    [['report', 'daily']],
    [['report', 'status']],
    [['roadmap', '--format', 'markdown']],
    [['roadmap', '--format', 'markdown', '--quarters']],
    [['export', 'markdown', '--all']],
  ])('have no English words: %j', async (argv) => {
    const { backlog } = await writeBacklog(language);
    const text = await backlog.ok(...argv);
    expect(text).toMatch(/Lululu|Pupupu|Zuzuzu/);
    expect([text, await findEnglish(text, language)]).toEqual([text, []]);
  });

  it('have none in the file of a closed sprint, and its review is found again', async () => {
    const { backlog } = await writeBacklog(language);
    await backlog.ok('sprint', 'close', '--unfinished', 'backlog');
    const report = await backlog.ok('report', 'sprint', '2026-S24');
    expect(report).toContain('2026');
    const file = await backlog.fileOf('s24');
    const body = file.slice(file.indexOf('\n---\n')).replace(/<!--[\s\S]*?-->/g, '');
    expect(await findEnglish(body, language)).toEqual([]);
    const line = body.split('\n').find((text) => /^\S.*\p{L}.*2026/u.test(text)) ?? '-';
    expect(report).toContain(line);
  });
});
