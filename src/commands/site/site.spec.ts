import type { CommandSpec } from '../shared/command.js';

export const siteBuildSpec: CommandSpec = {
  name: 'site build',
  group: 'Site',
  summary: 'write the backlog as web pages for stakeholders',
  args: [{ name: 'dir', summary: 'new folder, or one from an earlier build', required: true }],
  options: [{ flags: '--dry-run', summary: 'show what would be written without writing it' }],
  examples: [
    {
      command: 'storymark site build site',
      does: 'then open site/index.html or publish the folder',
    },
    { command: 'storymark site build site --dry-run', does: 'shows what a build would change' },
  ],
  jsonKeys: ['folder', 'dryRun', 'bytes', 'written', 'unchanged', 'removed'],
};

export const siteServeSpec: CommandSpec = {
  name: 'site serve',
  group: 'Site',
  summary: 'serve the pages on this machine without writing them',
  options: [
    { flags: '--port <number>', summary: 'the port to listen on, 0 for any (default: 4173)' },
    { flags: '--watch', summary: 'rebuild the pages when the backlog changes' },
  ],
  examples: [
    { command: 'storymark site serve', does: 'at http://127.0.0.1:4173/ until Ctrl-C' },
    { command: 'storymark site serve --watch', does: 'reload the page to see changes' },
  ],
  jsonKeys: ['address', 'pages'],
};
