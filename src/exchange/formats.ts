import type { ImportFormat } from './draft.js';
import type { ExportFormat } from './exported-item.js';

/** Every source `import` reads, loaded when it is asked for. A new one is a file and a line here. */
export const importFormats: Readonly<Record<string, () => Promise<ImportFormat>>> = {
  stories: async () => (await import('./stories.js')).storiesFormat,
  csv: async () => (await import('./csv/csv.js')).csvFormat,
  github: async () => (await import('./github/github.js')).githubFormat,
  'backlog.md': async () => (await import('./backlog-md/backlog-md.js')).backlogMdFormat,
};

/** Every form `export` writes. */
export const exportFormats: Readonly<Record<string, () => Promise<ExportFormat>>> = {
  csv: async () => (await import('./csv/csv-export.js')).csvExport,
  github: async () => (await import('./github/github-export.js')).githubExport,
  json: async () => (await import('./json-export.js')).jsonExport,
  markdown: async () => (await import('./markdown-export.js')).markdownExport,
};
