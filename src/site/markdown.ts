import highlighter from 'highlight.js/lib/common';
import type { StateCore, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import type { Words } from '../language/words.js';
import { removeComments } from '../text/markdown-comments.js';
import { exceedsBytes } from './byte-length.js';
import { escapeHtml, type Html, isOutsideAddress, nothing, trustMarkup } from './html.js';
import { sanitizeMarkup } from './sanitize.js';

/** Where names in a text lead to: addresses as seen from the page, or null. */
export interface LinkResolver {
  /** `ST-7K3FD`, as it stands in prose. */
  readonly ofId: (id: string) => string | null;
  /** `../items/ST-7K3FD-see-who-is-working.md`, as Markdown links to a file. */
  readonly ofFile: (path: string) => string | null;
}

/** No page may grow beyond this because of one text, in bytes of markup. */
const mostMarkup = 100_000;

/**
 * A body's Markdown as markup that runs nothing and loads nothing: raw HTML is text, comments are
 * left out, links go to
 * pages of the site or to https, http and mailto, pictures are named and not shown. Headings begin
 * at level 2 and skip none. A text that would make too long a page is cut at a line.
 */
export function renderMarkdown(text: string, links: LinkResolver, words: Words): Html {
  const shown = removeComments(text);
  if (shown.trim() === '') return nothing;
  let source = shown.length > mostMarkup ? cutAtLine(shown, mostMarkup) : shown;
  let markup = sanitizeMarkup(writeMarkup(source, links, words));
  while (exceedsBytes(markup, mostMarkup)) {
    source = cutAtLine(source, Math.floor(source.length / 2));
    markup = sanitizeMarkup(writeMarkup(source, links, words));
  }
  const rest =
    source.length < shown.length ? `<p><em>${escapeHtml(words.say('restInFile'))}</em></p>` : '';
  return trustMarkup(markup + rest);
}

/** The first lock alone: what the sanitiser is given. */
export function writeMarkup(source: string, links: LinkResolver, words: Words): string {
  return parser.render(source, { site: { links, words } satisfies Environment });
}

interface Environment {
  readonly links: LinkResolver;
  readonly words: Words;
}

/** What `writeMarkup` gave the parser. */
function environmentOf(env: Readonly<Record<string, unknown>> | undefined): Environment {
  return env?.['site'] as Environment;
}

function cutAtLine(text: string, length: number): string {
  const line = text.lastIndexOf('\n', length);
  return text.slice(0, line > 0 ? line : length);
}

const parser = new MarkdownIt({ html: false, linkify: true, highlight: highlightCode });
// Only what is written out is a link: `notes.md` is a file and no site in Moldova.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
// Beyond these, every address stays text; the sanitiser looks again.
parser.validateLink = (url) => isOutsideAddress(url) || !/^[^/?#]*:/.test(url.trim());
parser.core.ruler.push('site-headings', levelHeadings);
parser.core.ruler.push('site-inline', ({ tokens, env, Token }: StateCore) => {
  const surroundings = environmentOf(env);
  for (const [index, token] of tokens.entries()) {
    // Alignment would be a style in the line, which the page's policy refuses.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
    if (token.type !== 'inline' || !token.children) continue;
    const isItem = tokens[index - 2]?.type === 'list_item_open';
    token.children = rewriteInline(token.children, surroundings, Token);
    if (isItem) tickBox(token.children, surroundings.words, Token);
  }
});
// Wide code and tables are scrolled on their own, by keyboard too.
parser.renderer.rules['fence'] = renderCode;
parser.renderer.rules['code_block'] = renderCode;
parser.renderer.rules['table_open'] = (_tokens, _index, _options, env) =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(environmentOf(env).words.say('table'))}"><table>`;
parser.renderer.rules['table_close'] = () => '</table></div>';

function renderCode(tokens: readonly Token[], index: number): string {
  const { content = '', info = '' } = tokens[index] ?? {};
  const [language = ''] = info.trim().split(/\s+/);
  const code = highlightCode(content, language) || escapeHtml(content);
  return `<pre tabindex="0"><code>${code}</code></pre>`;
}

/** The page's title is level 1: sections begin at 2, and each goes at most one deeper. */
function levelHeadings({ tokens }: StateCore): void {
  let last = 1;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const level = Math.max(2, Math.min(Number(token.tag.slice(1)), last + 1));
    last = level;
    token.tag = `h${level}`;
    const close = tokens[index + 2];
    if (close?.type === 'heading_close') close.tag = `h${level}`;
  }
}

type TokenMaker = StateCore['Token'];

function rewriteInline(
  children: readonly Token[],
  { links, words }: Environment,
  Token: TokenMaker,
): Token[] {
  const written: Token[] = [];
  let depth = 0;
  /** Whether each open link is kept. */
  const kept: boolean[] = [];
  for (const token of children) {
    switch (token.type) {
      case 'link_open': {
        const isKept = addressLink(token, links);
        kept.push(isKept);
        depth += 1;
        if (isKept) written.push(token);
        break;
      }
      case 'link_close':
        depth -= 1;
        if (kept.pop()) written.push(token);
        break;
      case 'image':
        written.push(...namePicture(token, depth === 0, words, Token));
        break;
      case 'text':
        written.push(...(depth === 0 ? linkIds(token, links, Token) : [token]));
        break;
      default:
        written.push(token);
    }
  }
  return written;
}

/** Gives a link an address that works from the page; false where there is none. */
function addressLink(token: Token, links: LinkResolver): boolean {
  const address = String(token.attrGet('href') ?? '');
  if (isOutsideAddress(address)) {
    token.attrs = [
      ['href', address],
      ['rel', 'noopener noreferrer'],
    ];
    return true;
  }
  const page = links.ofFile(address);
  if (page === null) return false;
  token.attrs = [['href', page]];
  return true;
}

/** A picture would be a request: it is named, with a link where it lies elsewhere. */
function namePicture(
  token: Token,
  mayLink: boolean,
  words: Words,
  Token: TokenMaker,
): readonly Token[] {
  const source = String(token.attrGet('src') ?? '');
  const title = words.say('picture');
  const said = token.content ? words.say('entry', { title, text: token.content }) : title;
  const name = makeText(said, Token);
  return mayLink && isOutsideAddress(source) ? makeLink(source, name, Token) : [name];
}

const ids = /[\p{L}\p{N}]+-[\p{L}\p{N}-]+/gu;

/** Makes links of ids that stand in prose. */
function linkIds(token: Token, links: LinkResolver, Token: TokenMaker): readonly Token[] {
  const { content } = token;
  const parts: Token[] = [];
  let end = 0;
  for (const { 0: word, index } of content.matchAll(ids)) {
    const page = links.ofId(word);
    if (page === null) continue;
    if (index > end) parts.push(makeText(content.slice(end, index), Token));
    parts.push(...makeLink(page, makeText(word, Token), Token));
    end = index + word.length;
  }
  if (parts.length === 0) return [token];
  if (end < content.length) parts.push(makeText(content.slice(end), Token));
  return parts;
}

/** `[x]` at the beginning of a list item, as a box that is also read aloud. */
function tickBox(children: Token[], words: Words, Token: TokenMaker): void {
  const [first] = children;
  const mark = /^\[([ xX])\](?=\s|$)/.exec(first?.type === 'text' ? first.content : '');
  if (!first || !mark) return;
  const isDone = mark[1] !== ' ';
  first.content = first.content.slice(3).trimStart();
  const box = new Token('html_inline', '', 0);
  const name = escapeHtml(words.say(isDone ? 'headDone' : 'stillOpen'));
  box.content = `<span class="box${isDone ? ' ticked' : ''}" role="img" aria-label="${name}"></span>`;
  children.unshift(box);
}

function makeText(content: string, Token: TokenMaker): Token {
  const token = new Token('text', '', 0);
  token.content = content;
  return token;
}

function makeLink(address: string, text: Token, Token: TokenMaker): readonly Token[] {
  const open = new Token('link_open', 'a', 1);
  open.attrs = isOutsideAddress(address)
    ? [
        ['href', address],
        ['rel', 'noopener noreferrer'],
      ]
    : [['href', address]];
  return [open, text, new Token('link_close', 'a', -1)];
}

/** Longer code is shown as it is: colouring it would cost more than it helps. */
const mostCharacters = 20_000;

/** Code as escaped markup with its parts in classes; empty for languages that are not known. */
function highlightCode(code: string, language: string): string {
  if (code.length > mostCharacters || !highlighter.getLanguage(language)) return '';
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}
