import sanitizeHtml from 'sanitize-html';

/**
 * The second lock: Markdown is rendered without raw HTML, so that nothing here should ever be
 * taken away. Should the renderer have a hole, what comes through it is dropped. No `id` and no
 * `name`: text must not be able to stand in for a page's own elements.
 */
export function sanitizeMarkup(markup: string): string {
  return sanitizeHtml(markup, policy);
}

const classes = [
  /^hljs-[a-z_-]+$/,
  /^language-[a-z]+$/,
  /^[a-z]+_$/,
  /^box$/,
  /^ticked$/,
  /^scroll$/,
];

const policy: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'strong',
    'em',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'div',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'span',
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    ol: ['start'],
    pre: [{ name: 'tabindex', values: ['0'] }],
    div: [{ name: 'tabindex', values: ['0'] }, { name: 'role', values: ['region'] }, 'aria-label'],
    span: [{ name: 'role', values: ['img'] }, 'aria-label'],
  },
  allowedClasses: { span: classes, div: classes },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  // Styles in a line would be refused by the page's policy anyway.
  parseStyleAttributes: false,
  disallowedTagsMode: 'discard',
};
