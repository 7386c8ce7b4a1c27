import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadWords } from '../../src/language/load-words.js';
import { sectionTitle } from '../../src/language/section-titles.js';
import { type Language, languages } from '../../src/language/tags.js';
import { startRepository } from '../support/check-backlog.js';
import { createNewBacklog, type NewBacklog } from '../support/new-backlog.js';
import { createSandbox } from '../support/sandbox.js';

const others = languages.filter((language) => language !== 'en');

async function wordsOf(language: Language): Promise<ReadonlySet<string>> {
  const forms = Object.values(await loadCatalogue(language)).flatMap((sentence) =>
    typeof sentence === 'string' ? [sentence] : Object.values(sentence),
  );
  const titles = (['goal', 'review', 'answer'] as const).map((key) => sectionTitle(key, language));
  // Months as the charts and the tables write them: October is "out." in Portuguese.
  const { shortDay } = await loadWords(language);
  const months = Array.from({ length: 12 }, (_, month) => {
    const day = `2026-${String(month + 1).padStart(2, '0')}-01`;
    return `${shortDay(day)} ${shortDay(day, 'tick')}`;
  });
  const texts = [...forms.map((form) => form.replace(/\{\w+\}/g, ' ')), ...titles, ...months];
  return new Set(texts.flatMap(splitWords));
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

/** What a page shows, and what it reads aloud; a model's name and fields are its own. */
function readShown(markup: string): string {
  const told = /\s(?:aria-label|placeholder|data-name|data-nothing|data-found)="([^"]*)"/g;
  const attributes = [...markup.matchAll(told)].map(([, text = '']) => text);
  const seen = markup.replace(/<[^>]*>/g, ' ');
  return [...attributes, seen]
    .join(' ')
    .replace(/&#?\w+;|\{\w+\}|Weighted shortest job first|\b(?:value|risk)\b/g, ' ');
}

/** Builds the example's site; what its documents say themselves becomes digits. */
async function buildExample(language: string): Promise<ReadonlyMap<string, string>> {
  const sandbox = createSandbox('examples/calendar');
  const root = join(sandbox.dir, 'backlog');
  const documents = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const path of documents.filter((name) => name.endsWith('.md'))) {
    const file = join('backlog', path);
    const [, head = ''] = sandbox.read(file).split(/^---$/m);
    const kept = head
      .replace(/^(title|measure|source|labels|aliases|reason|horizon):.*$/gm, (line) =>
        line.startsWith('title') ? 'title: "12 34"' : '',
      )
      .replace(/^( +- \d{4}-\d{2}-\d{2} [+-]\S+ \d+).*$/gm, '$1');
    const sections = ['goal', 'review', 'answer'] as const;
    const body = sections.map((key) => `## ${sectionTitle(key, language)}\n\n5\n`);
    sandbox.write(file, `---${kept}---\n\n${body.join('\n')}`);
  }
  const settings = sandbox.read('backlog/backlog.yaml');
  const vision = 'vision: { for: "1", need: "2", product: "3", benefit: "4", difference: "5" }';
  sandbox.write(
    'backlog/backlog.yaml',
    `${settings
      .replace(/^vision:\n(?: .*\n)*/m, '')
      .replace(/^product:.*$/m, 'product: "99"')
      .replace(/^language:.*$/m, `language: ${language}`)}\n${vision}\n`,
  );
  startRepository(sandbox);
  await sandbox.ok('site', 'build', 'site');
  const folder = join(sandbox.dir, 'site');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = names.filter((name) => /\.html$|search.*\.js$/.test(name));
  return new Map(pages.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('the site', () => {
  it.each(others)('has no English words in %s, and says so', async (language) => {
    const files = await buildExample(language);
    expect(files.size).toBeGreaterThan(40);
    const pages = [...files].filter(([path]) => path.endsWith('.html'));
    expect(pages.filter(([, text]) => !text.includes(`<html lang="${language}">`))).toEqual([]);
    const left = [];
    for (const [path, text] of files) {
      const shown = path.endsWith('.html')
        ? readShown(text)
        : text.replace(/"\w+\/[^"]*","[^"]*"/g, ' ');
      const words = await findEnglish(shown, language);
      if (words.length > 0) left.push([path, words]);
    }
    expect(left).toEqual([]);
  });

  it.each([
    ['de-AT', 'de-AT', 'de-AT'],
    ['pt_BR', 'pt-BR', 'pt-BR'],
    ['en', 'en-GB', 'en'],
    // Not one that storymark writes: the pages are English, what people wrote is not.
    ['sv', 'en-GB', 'sv'],
  ])('of a backlog in %s is marked as %s, its texts as %s', async (language, tag, texts) => {
    const files = await buildExample(language);
    expect(files.get('index.html')).toContain(`<html lang="${tag}">`);
    const sprint = files.get('sprints/2026-S23.html');
    expect(sprint).toContain(`<div class="prose" lang="${texts}">`);
  });
});

describe('sentences and lists', () => {
  it('begin with a capital where one follows another', async () => {
    const { backlog } = await writeBacklog('pl');
    expect(await backlog.ok('report', 'sprint')).toMatch(/\. Gotowe 3 z /);
  });

  it.each([
    ['ja', '、'],
    ['zh', '，'],
    ['de', ', '],
  ] as const)('of facts in %s are parted by "%s"', async (language, comma) => {
    const { backlog, ids } = await writeBacklog(language);
    const report = await backlog.ok('report', 'sprint');
    const line = report.split('\n').find((one) => one.includes(`${ids[2]} Mumumu (`)) ?? '';
    const [, facts = ''] = /\((.*)\)$/.exec(line) ?? [];
    expect(facts.split(comma)).toHaveLength(2);
    if (comma !== ', ') expect(report).not.toContain(', ');
  });
});
