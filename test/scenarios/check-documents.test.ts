import { describe, expect, it } from 'vitest';
import { createSandbox } from '../support/sandbox.js';

const story = 'As a guest, I want a key, so that I get in.\n';
const guide = '# Guide\n\nAs a first step, install it. We need to think about more.\n';

describe('check of files outside a backlog', () => {
  it.each([[['docs']], [['docs/**/*.md']]])('%j finds no fault in guides', async (argv) => {
    const box = createSandbox();
    box.write('docs/guide.md', guide);
    box.write('docs/stories.md', story);
    const { code, stdout, stderr } = await box.run(['check', ...argv]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('guide');
  });

  it('mentions a named file without stories, and passes', async () => {
    const box = createSandbox();
    box.write('guide.md', guide);
    const { code, stderr } = await box.run(['check', 'guide.md']);
    expect(code).toBe(0);
    expect(stderr).toContain('guide.md: no story found; nothing was checked');
  });

  it.each([
    ['```\nAs a guest, I want a key, so that I get in.\n```\n', 'a story in a code block'],
    ['~~~text\nAs a guest, I want a key, so that I get in.\n~~~\n', 'a story in a code block'],
    ['# A\n\nSom gäst vill jag ha en nyckel så att jag kommer in.\n', 'an unsupported language'],
    ['Som gjest ønsker jeg en nøkkel, slik at jeg kommer inn.\n', 'an unsupported language'],
    ['Как гость, я хочу ключ, чтобы войти.\n', 'an unsupported language'],
    ['- Jako host chci klíč, abych mohl vejít.\n', 'an unsupported language'],
  ])('%j is said not to be read', async (text, note) => {
    const box = createSandbox();
    box.write('docs/a.md', text);
    const { code, stderr } = await box.run(['check', 'docs']);
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`docs/a\\.md:\\d+: .*${note}`));
  });

  it.each([
    'Critères :\n\n- Je peux imprimer la page\n- Je veux la fermer\n',
    'Acceptance criteria:\n\n- I can print it\n- I want to close it\n',
    '## Kriterien\n\n- Ich kann drucken\n- Ich möchte schließen\n',
    'We need to think about the price.\n',
    'Wir müssen über den Preis nachdenken.\n',
    'Tenemos que hablar del precio.\n',
  ])('%j beside a story is no fault', async (text) => {
    const box = createSandbox();
    box.write('docs/a.md', `${story}\n${text}`);
    const { code, stdout } = await box.run(['check', 'docs', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).findings).toEqual([]);
  });
});
