/*
 * Jira's own markup as Markdown, as far as it would mean something else there or nothing at all:
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */

const block = /\{(code|noformat)(?::([^}]*))?\}([\s\S]*?)\{\1\}/;

/** @returns the text unchanged where it has none of that markup */
export function jiraToMarkdown(text: string): string {
  const match = block.exec(text);
  if (match === null) return proseToMarkdown(text);
  const [whole, , parameters = '', code = ''] = match;
  const language = /^[\w+#-]+$/.exec(parameters.split('|')[0] ?? '')?.[0] ?? '';
  const before = proseToMarkdown(text.slice(0, match.index));
  const after = jiraToMarkdown(text.slice(match.index + whole.length));
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const rest = after === '' || after.startsWith('\n') ? after : `\n${after}`;
  return `${before}${gap}\`\`\`${language}\n${code.replace(/^\n+|\n+$/g, '')}\n\`\`\`${rest}`;
}

function proseToMarkdown(text: string): string {
  return text
    .replace(/\{quote\}([\s\S]*?)\{quote\}/g, (_, quoted: string) =>
      quoted
        .trim()
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
    )
    .split('\n')
    .map(lineToMarkdown)
    .join('\n');
}

function lineToMarkdown(line: string): string {
  const heading = /^h([1-6])\.\s+(.*)$/.exec(line);
  if (heading) return `${'#'.repeat(Number(heading[1]))} ${inlineToMarkdown(heading[2] ?? '')}`;
  const list = /^\s*([#*-]*[#*-])\s+(.*)$/.exec(line);
  if (list) {
    const marks = list[1] ?? '';
    const indent = [...marks.slice(0, -1)].map((mark) => (mark === '#' ? '   ' : '  ')).join('');
    return `${indent}${marks.endsWith('#') ? '1.' : '-'} ${inlineToMarkdown(list[2] ?? '')}`;
  }
  return inlineToMarkdown(line.replace(/^bq\.\s+/, '> '));
}

function inlineToMarkdown(text: string): string {
  return text
    .replace(/\{\{(.+?)\}\}/g, '`$1`')
    .replace(/\{color(?::[^}]*)?\}/g, '')
    .replace(/\[([^|\]\n]+)\|([^|\]\s]+)(?:\|[^\]\n]*)?\]/g, '[$1]($2)')
    .replace(/!([\w./:%~-]+\.\w{2,5})(?:\|[^!\n]*)?!/g, '![$1]($1)')
    .replace(/(^|[\s(])\*(?=\S)([^*\n]*\S)\*(?=$|[\s).,;:!?])/g, '$1**$2**');
}
