import type { CheckReport, Finding } from '../check/engine.js';
import type { Style } from '../terminal/style.js';

/** Findings by file, aligned, with one next step: what a person reads. */
export function renderStylish(report: CheckReport, style: Style): string {
  const { findings } = report;
  const paths = [...new Set(findings.map(({ path }) => path))];
  const widths = {
    place: Math.max(0, ...findings.map(({ line, column }) => `${line}:${column}`.length)),
    message: Math.min(72, Math.max(0, ...findings.map(({ message }) => message.length))),
  };
  const blocks = paths.map((path) => {
    const own = findings.filter((finding) => finding.path === path);
    return [style.bold(path), ...own.map((one) => renderFinding(one, widths, style))].join('\n');
  });
  return [...blocks, summarise(report, style)].join('\n\n');
}

function renderFinding(
  { line, column, severity, message, rule }: Finding,
  widths: { readonly place: number; readonly message: number },
  style: Style,
): string {
  const place = `${line}:${column}`.padEnd(widths.place);
  const level = severity === 'error' ? style.red('error  ') : style.yellow('warning');
  return `  ${style.dim(place)}  ${level}  ${message.padEnd(widths.message)}  ${style.dim(rule)}`;
}

function summarise({ files, errors, warnings, findings }: CheckReport, style: Style): string {
  const documents = `${files} ${files === 1 ? 'document' : 'documents'}`;
  // The next step on offer explains the gravest problem.
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  if (!first) return style.green(`No problems in ${documents}`);
  const total = errors + warnings;
  const counts = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const text = `${count(total, 'problem')} (${counts}) in ${documents}`;
  return `${errors > 0 ? style.red(text) : style.yellow(text)}    ${style.dim(first.docs)}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
