/** Text from files as text in Markdown: what Markdown or HTML would act on is escaped, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Sections with a heading and lines, those without lines left out; nothing when all are. */
export function joinSections(
  sections: readonly (readonly [heading: string, lines: readonly string[]])[],
): readonly string[] {
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `## ${heading}\n\n${lines.join('\n')}`);
}
