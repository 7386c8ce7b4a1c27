import type { CommandSpec } from '../shared/command.js';

export const siteBuildSpec: CommandSpec = {
  name: 'site build',
  group: 'Site',
  summary: 'write the backlog as web pages for people without a terminal',
  args: [{ name: 'dir', summary: 'a new folder, or one built before', required: true }],
  options: [{ flags: '--dry-run', summary: 'say what would be written and write nothing' }],
  examples: [
    {
      command: 'storymark site build site',
      does: 'then open site/index.html, or publish the folder',
    },
    { command: 'storymark site build site --dry-run', does: 'what a build would change' },
  ],
  jsonKeys: ['folder', 'dryRun', 'bytes', 'written', 'unchanged', 'removed'],
};

export const siteServeSpec: CommandSpec = {
  name: 'site serve',
  group: 'Site',
  summary: 'show the pages in a browser on this machine, without writing any',
  options: [
    { flags: '--port <number>', summary: 'the port to listen on, 0 for any (default: 4173)' },
    { flags: '--watch', summary: 'make the pages again when the backlog changes' },
  ],
  examples: [
    { command: 'storymark site serve', does: 'at http://127.0.0.1:4173/ until Ctrl-C' },
    { command: 'storymark site serve --watch', does: 'load the page again to see a change' },
  ],
  jsonKeys: ['address', 'pages'],
};
