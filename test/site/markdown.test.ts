import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../../src/language/load-words.js';
import { renderMarkdown, writeMarkup } from '../../src/site/markdown.js';
import { sanitizeMarkup } from '../../src/site/sanitize.js';
import { hostileTexts } from '../support/hostile-texts.js';

const links = {
  ofId: (id: string) => (id === 'ST-1' ? '../items/ST-1.html' : null),
  ofFile: (path: string) => (path.endsWith('ST-1-see.md') ? '../items/ST-1.html' : null),
};

const words = await loadWords('en');

function render(text: string): string {
  return renderMarkdown(text, links, words).markup;
}

/** `<br>` and `<br />` are one. */
function closeAlike(tag: string): string {
  return tag.replace(/\s*\/>$/, '>');
}

/** What stands in tags: `href="…"`. */
function attributesOf(markup: string): readonly string[] {
  const tags = markup.match(/<[a-z][^<>]*>/gi) ?? [];
  return tags.flatMap((tag) => tag.match(/[\w:-]+(?:="[^"]*"|='[^']*'|=[^\s>]*)/g) ?? []);
}

describe('Markdown', () => {
  it('makes links of ids in prose, and of links to files', () => {
    expect(render('Waits for ST-1, not ST-2.')).toBe(
      '<p>Waits for <a href="../items/ST-1.html">ST-1</a>, not ST-2.</p>\n',
    );
    expect(render('`ST-1`')).toBe('<p><code>ST-1</code></p>\n');
    expect(render('[see **ST-1**](../items/ST-1-see.md)')).toBe(
      '<p><a href="../items/ST-1.html">see <strong>ST-1</strong></a></p>\n',
    );
    expect(render('[gone](../items/ST-9-gone.md) [up](#top)')).toBe('<p>gone up</p>\n');
  });

  it('leads outside only by https, http and mailto, and says who is asked nothing', () => {
    expect(render('[a](https://a.example/x) <a@a.example>')).toBe(
      '<p><a href="https://a.example/x" rel="noopener noreferrer">a</a> <a href="mailto:a@a.example" rel="noopener noreferrer">a@a.example</a></p>\n',
    );
    expect(render('[a](ftp://a.example) [b](javascript:1)')).not.toContain('<a');
  });

  it('names pictures, as each would be a request', () => {
    expect(render('![A sketch](https://a.example/x.png)')).toBe(
      '<p><a href="https://a.example/x.png" rel="noopener noreferrer">Picture: A sketch</a></p>\n',
    );
    expect(render('![](x.png)')).toBe('<p>Picture</p>\n');
    expect(render('[![A](https://a.example/x.png)](https://b.example)')).toBe(
      '<p><a href="https://b.example" rel="noopener noreferrer">Picture: A</a></p>\n',
    );
  });

  it('begins headings at level 2 and skips none', () => {
    const levels = [...render('# a\n\n#### b\n\n###### c\n\n## d').matchAll(/<h(\d)>/g)];
    expect(levels.map(([, level]) => level)).toEqual(['2', '3', '4', '2']);
  });

  it('shows boxes that are ticked or not, and says so', () => {
    const markup = render('- [x] one\n- [ ] two\n- three [ ]');
    expect(markup.match(/aria-label="Done"/g)).toHaveLength(1);
    expect(markup.match(/aria-label="still open"/g)).toHaveLength(1);
    expect(markup).toContain('three [ ]');
  });

  it('colours code it knows, and lets wide code be scrolled by keyboard', () => {
    expect(render('```js\nconst a = "<b>";\n```')).toBe(
      '<pre tabindex="0"><code><span class="hljs-keyword">const</span> a = <span class="hljs-string">"&lt;b&gt;"</span>;\n</code></pre>',
    );
    expect(render('```nosuch\n<b>\n```')).toBe('<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>');
  });

  it('cuts what would make too large a page, and says so', () => {
    const markup = render('& <b> 漢字\n'.repeat(50_000));
    expect(Buffer.byteLength(markup)).toBeLessThanOrEqual(101_000);
    expect(markup).toContain('The rest is in the file.');
  });

  it('needs no sanitiser: of hostile texts, the second lock has nothing to take away', () => {
    const tagsOf = (markup: string) => markup.match(/<[^<>]*>/g) ?? [];
    for (const text of hostileTexts) {
      const first = writeMarkup(text, links, words);
      expect(tagsOf(sanitizeMarkup(first)).map(closeAlike)).toEqual(tagsOf(first).map(closeAlike));
      expect(
        attributesOf(first).filter(
          (one) => !/^(?:rel|class|tabindex|role|aria-label)=|^href="(?:https?:|mailto:)/.test(one),
        ),
      ).toEqual([]);
    }
  });

  it('gives safe markup for any text', () => {
    const part = fc.oneof(
      fc.constantFrom(...hostileTexts, '<', '>', '"', '`', '[', '](', '\n', '&', '|'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const markup = writeMarkup(parts.join(''), links, words);
        expect(markup).not.toMatch(/<(?:script|img|svg|iframe|style|object|embed|form|math)/i);
        expect(
          attributesOf(markup).filter((one) =>
            /^(?:on|style|src|id|name)|^href="(?!https?:|mailto:|\.\.\/items)/i.test(one),
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the sanitiser', () => {
  it('drops what the renderer never writes', () => {
    expect(
      sanitizeMarkup('<p id="main" onclick="x">a<script>b</script><img src=x onerror=y></p>'),
    ).toBe('<p>a</p>');
    expect(sanitizeMarkup('<a href="javascript:x">a</a><a href="//x">b</a>')).toBe(
      '<a>a</a><a>b</a>',
    );
    expect(sanitizeMarkup('<span class="hljs-keyword evil" style="x">a</span>')).toBe(
      '<span class="hljs-keyword">a</span>',
    );
    expect(sanitizeMarkup('<pre tabindex="5">a</pre>')).not.toContain('5');
  });
});
