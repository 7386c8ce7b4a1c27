import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileDocuments } from '../support/hostile-backlog.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { launchBrowser, listPages, openPage, storymark } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'storymark-hostile-'));
const site = join(folder, 'site');
const inside = pathToFileURL(`${site}/`).href;
let browser: Browser;

beforeAll(async () => {
  const files = {
    'backlog.yaml': 'product: "<script>window.pwned=1</script>"\n',
    ...hostileDocuments(),
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'backlog', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  storymark(folder, 'site', 'build', 'site');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backlog full of scripts', () => {
  it('has enough of them', () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
  });

  // Without the page's policy, only what made the page stands between it and the reader.
  it('runs nothing and asks for nothing on any page, even without the policy', async () => {
    const pages = listPages(site);
    expect(pages.length).toBeGreaterThan(hostileTexts.length);
    expect(await visit(pages, { bypassCSP: true })).toEqual([]);
  });

  it('is not even stopped by the policy, as nothing comes that far', async () => {
    const pages = listPages(site).filter((path) => !/ST-X[1-9]/.test(path));
    expect(pages.length).toBeGreaterThan(10);
    expect(await visit(pages, {})).toEqual([]);
  });

  it('runs nothing where a pointer or a finger goes', async () => {
    const { page, complaints, close } = await openPage(browser, inside, { bypassCSP: true });
    let touched = 0;
    for (const id of ['ST-X0', 'ST-X1', 'ST-X2', 'ST-X3', 'ST-X4']) {
      await page.goto(`${inside}items/${id}.html`);
      for (const link of await page.locator('main a').all()) {
        await link.dispatchEvent('mouseover');
        await link.focus();
        touched += 1;
      }
      expect(await findHarm(page)).toEqual([]);
    }
    expect(touched).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await close();
  });

  it('runs nothing where the search shows titles', async () => {
    const { page, complaints, close } = await openPage(browser, inside, { bypassCSP: true });
    await page.goto(`${inside}index.html`);
    await page.getByRole('searchbox').fill('pwned');
    await page.locator('#search-hits a').first().waitFor();
    expect(await page.locator('#search-hits a').count()).toBeGreaterThan(5);
    expect(await findHarm(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('would be told of harm', async () => {
    for (const text of ['<img src=x onerror="window.pwned=1">', '<a href="javascript:1">x</a>']) {
      const { page, close } = await openPage(browser, inside, { bypassCSP: true });
      await page.goto(`${inside}index.html`);
      await page.evaluate((markup) => {
        document.querySelector('main')?.insertAdjacentHTML('beforeend', markup);
      }, text);
      await page.waitForTimeout(100);
      expect((await findHarm(page)).length).toBeGreaterThan(0);
      await close();
    }
  });

  it('is told by the policy when a script stands in the page', async () => {
    const { page, complaints, close } = await openPage(browser, inside);
    await page.goto(`${inside}index.html`);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.pwned = 1';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p style="color:red">x</p>');
    });
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(complaints.join()).toContain('Content Security Policy');
    expect(complaints.length).toBeGreaterThanOrEqual(2);
    await close();
  });
});

/** What is wrong with some pages. */
async function visit(
  pages: readonly string[],
  options: { readonly bypassCSP?: boolean },
): Promise<readonly string[]> {
  const { page, complaints, close } = await openPage(browser, inside, options);
  const found: string[] = [];
  for (const path of pages) {
    await page.goto(inside + path);
    found.push(...(await findHarm(page)).map((harm) => `${path}: ${harm}`));
  }
  await close();
  return [...found, ...complaints];
}

/** Elements, attributes and addresses that could run something, and the mark of what did. */
function findHarm(page: Page): Promise<readonly string[]> {
  return page.evaluate((inside) => {
    const elements = [...document.querySelectorAll('*')];
    const own = new Set(['site.js']);
    const harm = elements.flatMap((element): string[] => {
      const name = element.localName;
      const isOwnScript =
        name === 'script' &&
        element.textContent === '' &&
        (own.has((element as HTMLScriptElement).src.split('/').at(-1) ?? '') ||
          /\/search\/\d+\.js$/.test((element as HTMLScriptElement).src));
      const forbidden = [
        'script',
        'iframe',
        'object',
        'embed',
        'style',
        'base',
        'form',
        'img',
        'math',
        'video',
        'audio',
        'template',
        'noscript',
        'button',
        'details',
      ];
      const attributes = [...element.attributes].filter(
        ({ name: key, value }) =>
          /^on|^style$|^srcdoc$|^formaction$|^xlink/.test(key) ||
          (/^(?:href|src|action)$/.test(key) &&
            // The search makes whole addresses of its own pages.
            !value.startsWith(inside) &&
            /^[\s\u0000-\u0020]*(?:javascript|data|vbscript|file|\/\/)/i.test(value)),
      );
      return [
        ...(forbidden.includes(name) && !isOwnScript ? [`<${name}>`] : []),
        ...(name === 'svg' && !element.closest('.chart') ? ['<svg>'] : []),
        ...attributes.map(({ name: key, value }) => `${name}[${key}=${value}]`),
      ];
    });
    return 'pwned' in window ? [...harm, 'something ran'] : harm;
  }, inside);
}
