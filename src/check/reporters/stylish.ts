import { plural } from '../../text/amount.js';
import type { CheckReport, Finding } from '../engine.js';
import { readExcerpt } from './excerpt.js';
import { toOneLine } from './one-line.js';
import type { ReportOptions, Sources } from './reporter.js';

const levelWidth = 'warning'.length;
/** Messages are aligned up to this width; a longer one pushes its rule to the right. */
const widestMessage = 72;
const narrowestMessage = 20;

interface Widths {
  readonly place: number;
  readonly message: number;
}

/** Findings by file, aligned, each with the line it is about: what a person reads. */
export function writeStylish(
  report: CheckReport,
  sources: Sources,
  options: ReportOptions,
): string {
  const byPath = groupByPath(report.findings);
  const widths = measure(report.findings, options);
  const blocks = [...byPath].map(([path, findings]) => {
    const lines = (sources.get(path) ?? '').split('\n');
    const shown = findings.map((one) => writeFinding(one, lines, widths, options));
    return [options.paint.bold(toOneLine(path)), ...shown].join('\n');
  });
  return [...blocks, summarise(report, options)].join('\n\n');
}

export function groupByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}

function measure(findings: readonly Finding[], { columns, width }: ReportOptions): Widths {
  let place = 0;
  let message = 0;
  let rule = 0;
  for (const finding of findings) {
    place = Math.max(place, placeOf(finding).length);
    message = Math.max(message, width(toOneLine(finding.message)));
    rule = Math.max(rule, finding.rule.length);
  }
  const room = columns - place - levelWidth - rule - 8;
  const fitting = Math.max(narrowestMessage, Math.min(widestMessage, room));
  return { place, message: Math.min(message, fitting) };
}

function placeOf({ line, column }: Finding): string {
  return `${line}:${column}`;
}

function writeFinding(
  finding: Finding,
  lines: readonly string[],
  widths: Widths,
  { paint, columns, width }: ReportOptions,
): string {
  const place = placeOf(finding).padEnd(widths.place);
  const isError = finding.severity === 'error';
  const colour = isError ? paint.red : paint.yellow;
  const level = colour((isError ? 'error' : 'warning').padEnd(levelWidth));
  const message = toOneLine(finding.message);
  const gap = ' '.repeat(Math.max(0, widths.message - width(message)));
  const head = `  ${paint.dim(place)}  ${level}  ${message}${gap}  ${paint.dim(finding.rule)}`;
  const indent = ' '.repeat(widths.place + 4);
  const room = { columns: Math.max(narrowestMessage, columns - indent.length), width };
  const excerpt = readExcerpt(lines, finding, room);
  if (excerpt === null) return head;
  return `${head}\n${indent}${paint.dim(excerpt.line)}\n${indent}${markUnder(excerpt.marks, colour)}`;
}

/** Blanks before the carets stay uncoloured. */
function markUnder(marks: string, colour: (text: string) => string): string {
  const start = marks.indexOf('^');
  return marks.slice(0, start) + colour(marks.slice(start));
}

/** The last line: how much was found in how much, and one next step. */
export function summarise(report: CheckReport, { paint }: Pick<ReportOptions, 'paint'>): string {
  const { files, errors, warnings, findings } = report;
  const documents = count(files, 'document');
  // The next step on offer explains the gravest problem.
  const first = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  if (!first) return paint.green(`No problems in ${documents}`);
  const counts = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const text = `${count(errors + warnings, 'problem')} (${counts}) in ${documents}`;
  const line = `${errors > 0 ? paint.red(text) : paint.yellow(text)}    ${paint.dim(first.docs)}`;
  const fixable = findings.filter((finding) => finding.fixable).length;
  if (fixable === 0) return line;
  return `${line}\n${count(fixable, 'problem')} can be fixed with: storymark check --fix`;
}

function count(number: number, word: string): string {
  return `${number} ${plural(number, word)}`;
}
