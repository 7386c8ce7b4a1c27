import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, isOutsideAddress, isSafeAddress, trustMarkup } from '../../src/site/html.js';
import { hostileTexts } from '../support/hostile-texts.js';

describe('html', () => {
  it('escapes texts, joins lists and leaves out what is not there', () => {
    const items = (['a', '<b>', null, false, undefined] as const).map(
      (text) => html`<li>${text}</li>`,
    );
    expect(html`<ul class="${'x"y'}">${items}</ul>${3}`.markup).toBe(
      '<ul class="x&quot;y"><li>a</li><li>&lt;b&gt;</li><li></li><li></li><li></li></ul>3',
    );
    expect(html`${trustMarkup('<b>')}`.markup).toBe('<b>');
  });

  it('lets no text end what it stands in', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts)),
        (text) => {
          const { markup } = html`<p title="${text}">${text}</p>`;
          expect(markup).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/);
        },
      ),
    );
  });

  it('gives text back as a reader sees it', () => {
    const read = (markup: string) =>
      markup
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shown = [...text].filter(
          (mark) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u.test(mark),
        );
        expect(read(html`${text}`.markup)).toBe(shown.join(''));
      }),
    );
  });

  it('refuses places in which escaping does not help', () => {
    expect(() => html`<p class=${'x'}>`).toThrow('safely');
    expect(() => html`<p ${'x'}>`).toThrow('safely');
    expect(() => html`<${'x'}>`).toThrow('safely');
    expect(() => html`<p onclick="${'x'}">`).toThrow('safely');
    expect(() => html`<p style="${'x'}">`).toThrow('safely');
    expect(() => html`<script>${'x'}</script>`).toThrow('safely');
    expect(() => html`<style>${'x'}</style>`).toThrow('safely');
    expect(() => html`<!-- ${'x'} -->`).toThrow('safely');
  });

  it('takes no address that could run something', () => {
    expect(html`<a href="${'../items/ST-1.html'}">`.markup).toBe('<a href="../items/ST-1.html">');
    expect(html`<a href="${'../'}${'index.html#main'}">`.markup).toBe(
      '<a href="../index.html#main">',
    );
    for (const address of [
      'javascript:1',
      ' javascript:1',
      'data:text/html,x',
      '//a.example',
      '/etc',
      'a:b',
      'x y',
    ]) {
      expect(html`<a href="${address}">`.markup).toBe('<a href="#">');
    }
    expect(isSafeAddress('https://a.example/?a=b&c=%20')).toBe(true);
    expect(isOutsideAddress('mailto:a@a.example')).toBe(true);
    expect(isOutsideAddress('https://a.example/"x')).toBe(false);
  });
});
