import type { ExportFormat } from './exported-item.js';

/** Everything, as one array: frontmatter, body, criteria and story of each item. */
export const jsonExport: ExportFormat = {
  id: 'json',
  summary: 'everything, for programs',
  write: (items) =>
    JSON.stringify(
      items.map(({ fields, body, criteria, story }) => ({ ...fields, body, criteria, story })),
      null,
      2,
    ),
};
