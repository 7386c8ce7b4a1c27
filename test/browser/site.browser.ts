import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git, startRepository } from '../support/check-backlog.js';
import { launchBrowser, listPages, openPage, serveSite, storymark } from './support.js';

const repository = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'storymark-browser-'));
const site = join(folder, 'site');
const inside = pathToFileURL(`${site}/`).href;
let browser: Browser;

/** One of each kind. */
const kinds = [
  'index',
  'backlog',
  'roadmap',
  'epics',
  'items/EP-2M9QT',
  'items/ST-K1Y5C',
  'items/BU-P0D9K',
  'goals',
  'goals/async-teams',
  'personas',
  'personas/remote-manager',
  'feedback',
  'feedback/FB-B1Z7T',
  'stakeholders',
  'stakeholders/acme',
  'sprints',
  'sprints/2026-S23',
  'done',
  'changes',
];

beforeAll(async () => {
  cpSync(join(repository, 'examples', 'calendar'), folder, { recursive: true });
  startRepository({ dir: folder });
  storymark(folder, 'done', 'ST-K1', '--force', 'shown to the customer');
  git({ dir: folder }, 'commit', '--quiet', '--all', '-m', 'finish');
  storymark(folder, 'site', 'build', 'site');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('every page, opened from the disk', () => {
  it('loads without a complaint, and all its links lead somewhere', async () => {
    const { page, complaints, close } = await openPage(browser, inside);
    const pages = listPages(site);
    const broken: string[] = [];
    const titles = new Set<string>();
    let links = 0;
    for (const path of pages) {
      await page.goto(inside + path);
      titles.add(await page.title());
      const found = await listAddresses(page);
      links += found.length;
      broken.push(...found.filter(isBroken).map((address) => `${path}: ${address}`));
    }
    expect(pages.length).toBeGreaterThan(60);
    expect(links).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
    expect(titles.size).toBe(pages.length);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Everything a page points to: links, style and scripts. */
function listAddresses(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[href], [src]')].map((element) => {
      const { href, src } = element as HTMLAnchorElement & HTMLImageElement;
      return String(href ?? src);
    }),
  );
}

/** Outside links are the writers' own; the example has none. */
function isBroken(address: string): boolean {
  if (!address.startsWith(inside)) return true;
  const url = new URL(address);
  if (url.hash !== '' && url.hash !== '#main') return true;
  return !existsSync(fileURLToPath(url.href.replace(url.hash, '')));
}

describe('each kind of page', () => {
  it.each([
    { colorScheme: 'light' as const, width: 1200 },
    { colorScheme: 'dark' as const, width: 360 },
  ])('has no serious fault of accessibility: $colorScheme, $width wide', async (look) => {
    const { colorScheme, width } = look;
    const viewport = { width, height: 800 };
    const { page, close } = await openPage(browser, inside, { colorScheme, viewport });
    const faults: string[] = [];
    const wide: string[] = [];
    for (const kind of kinds) {
      await page.goto(`${inside}${kind}.html`);
      faults.push(...(await findFaults(page)).map((fault) => `${kind}: ${fault}`));
      if (await isTooWide(page)) wide.push(kind);
    }
    await page.getByRole('searchbox').fill('calendar');
    await page.locator('#search-hits a').first().waitFor();
    faults.push(...(await findFaults(page)).map((fault) => `search: ${fault}`));
    expect(faults).toEqual([]);
    expect(wide).toEqual([]);
    await close();
  });

  it('would be told of a fault', async () => {
    const { page, close } = await openPage(browser, inside);
    await page.goto(`${inside}index.html`);
    await page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML('beforeend', '<img src="x.png"><a href="#"></a>');
    });
    expect((await findFaults(page)).join()).toContain('image-alt');
    await close();
  });
});

/** What axe finds serious or critical, as rule and place. */
async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof axe };
    const { violations, passes } = await run.run(document, {
      resultTypes: ['violations'],
      preload: false,
    });
    if (passes.length < 10) return ['axe looked at nothing'];
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
  });
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

describe.each(['from the disk', 'from a server'])('search %s', (where) => {
  let address = inside;
  let end = async (): Promise<number | null> => 0;

  beforeAll(async () => {
    if (where === 'from the disk') return;
    ({ address, end } = await serveSite(folder));
  });

  afterAll(async () => {
    expect(await end()).toBe(0);
  });

  it('finds by words, by their beginnings, with a slip and by id', async () => {
    const { page, complaints, close } = await openPage(browser, address);
    const firstHit = async (words: string) => {
      await page.getByRole('searchbox').fill(words);
      await page.locator('#search-hits a').first().waitFor();
      return page.locator('#search-hits a').first().getAttribute('href');
    };
    await page.goto(`${address}sprints/2026-S23.html`);
    expect(await firstHit('punctual colleagues')).toBe(`${address}items/ST-5C2ZB.html`);
    expect(await firstHit('incon')).toBe(`${address}items/ST-T9G1H.html`);
    expect(await firstHit('puntcual')).toBe(`${address}items/ST-5C2ZB.html`);
    expect(await firstHit('fb-k8')).toBe(`${address}feedback/FB-K8W1R.html`);
    await page.getByRole('searchbox').fill('zzzzqqqq');
    await page.getByText('Nothing found').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('is used with the keyboard alone', async () => {
    const { page, complaints, close } = await openPage(browser, address);
    await page.goto(`${address}index.html`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    );
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('/');
    await page.keyboard.type('holidays');
    await page.locator('#search-hits a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}items/**`);
    expect(await page.locator('h1').textContent()).toContain('holidays');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('other readers', () => {
  it('print without the ways around', async () => {
    const { page, close } = await openPage(browser, inside);
    await page.goto(`${inside}backlog.html`);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await page.getByRole('navigation', { name: 'Sections' }).isVisible()).toBe(false);
    expect(await page.locator('.search').isVisible()).toBe(false);
    expect(await page.getByRole('table').isVisible()).toBe(true);
    await close();
  });

  it('read all of it without scripts', async () => {
    const { page, close } = await openPage(browser, inside, { javaScriptEnabled: false });
    await page.goto(`${inside}items/ST-K1Y5C.html`);
    expect(await page.locator('h1').textContent()).toBe("See my team's week on one page");
    expect(await page.locator('.search').isVisible()).toBe(false);
    await close();
  });

  it('hear tables as tables on a phone', async () => {
    const { page, close } = await openPage(browser, inside, {
      viewport: { width: 360, height: 800 },
    });
    await page.goto(`${inside}backlog.html`);
    const row = page.getByRole('row').nth(1);
    expect(await row.getByRole('rowheader').count()).toBe(1);
    expect(await row.getByRole('cell').count()).toBe(5);
    await close();
  });
});
