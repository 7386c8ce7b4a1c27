import { parseStory } from '../../story/parse-story.js';
import { splitStoryLines } from '../../story/story-lines.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { readInputText } from '../shared/read-input-text.js';

interface ParsedLine {
  readonly line: number;
  readonly text: string;
  readonly ok: boolean;
  readonly format: string | null;
  readonly language: string;
  readonly role: string | null;
  readonly want: string | null;
  readonly benefit: string | null;
  readonly spans: object;
  readonly reason: string | null;
}

export async function run(context: Context, input: Input): Promise<Outcome<readonly ParsedLine[]>> {
  const source = await readInputText(context, input.args[0] ?? '-');
  const data = splitStoryLines(source).map(({ line, text }): ParsedLine => {
    const { ok, format, language, role, want, benefit, spans, reason } = parseStory(text);
    return { line, text, ok, format, language, role, want, benefit, spans, reason };
  });
  return { data };
}

export function render(data: readonly ParsedLine[], style: Style): string {
  if (!style.isTerminal) {
    const rows = data.map(({ line, ok, role, want, benefit, reason }) => [
      String(line),
      ok ? 'ok' : 'no',
      role ?? '',
      want ?? '',
      benefit ?? '',
      reason ?? '',
    ]);
    return style.table({ columns: [], rows });
  }
  const read = data.filter(({ ok }) => ok).length;
  return [
    ...data.map((line) => renderLine(line, style)),
    `${read} of ${data.length} read as stories`,
  ].join('\n\n');
}

function renderLine(parsed: ParsedLine, style: Style): string {
  const { line, ok, role, want, benefit, reason, text } = parsed;
  const head = style.dim(`${line}:`);
  if (!ok) return `${head} ${text.trim()}\n  ${style.red('not a story')} ${reason}`;
  const parts = [
    ['role', role],
    ['want', want],
    ['benefit', benefit],
  ] as const;
  const lines = parts.flatMap(([name, part]) =>
    part === null ? [] : [`  ${style.dim(name.padEnd(8))} ${part}`],
  );
  return [`${head} ${text.trim()}`, ...lines].join('\n');
}
