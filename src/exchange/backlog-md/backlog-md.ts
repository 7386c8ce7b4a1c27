import { success, usage } from '../../text/problem.js';
import type { ImportFormat } from '../draft.js';
import { type ImportNote, importNote } from '../import-note.js';
import { readBacklogMdConfig } from './backlog-md-config.js';
import { type ForeignTask, findOwners, readTaskFile } from './backlog-md-file.js';
import { createMilestones } from './backlog-md-milestones.js';
import { draftTask } from './backlog-md-task.js';

const task =
  /^(?:tasks|drafts|completed|archive\/(?:tasks|drafts|completed))\/(?:.+\/)?[^/]+\.md$/i;
const milestone = /^(?:archive\/)?milestones\/[^/]+\.md$/i;
const config = /^config\.ya?ml$/;

/**
 * A folder of the program Backlog.md: tasks and drafts, completed and archived ones too, become
 * items with their own ids, milestones epics above them. Format as version 1.52 of the npm package
 * writes it; older folders and files written by hand are read as far as they can be.
 */
export const backlogMdFormat: ImportFormat = {
  id: 'backlog.md',
  summary: 'the folder of a Backlog.md project, with its tasks/',
  reads: 'folder',
  unwanted: (path) =>
    [task, milestone, config].some((pattern) => pattern.test(path)) ? null : 'not a task',
  read(files, { origin }) {
    const notes: ImportNote[] = [];
    const settings = readBacklogMdConfig(files);
    const tasks: ForeignTask[] = [];
    for (const [path, text] of files) {
      const read = task.test(path) ? readTaskFile(path, text, settings) : null;
      if (read !== null) tasks.push(read);
      else if (task.test(path)) notes.push(importNote('left', 'files', 'not a task', path));
    }
    const pages = [...files].filter(([path]) => milestone.test(path));
    if (tasks.length + pages.length === 0) {
      const message = 'there is no tasks/ in this folder: give the folder that contains config.yml';
      return usage(message);
    }
    const project = origin ?? settings.project;
    const owners = findOwners(tasks);
    const drafts = tasks
      .toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order))
      .map((one) => ({ one, draft: draftTask(one, owners, settings, project) }));
    const milestones = createMilestones(pages, drafts, project);
    notes.push(...milestones.notes);
    return success({
      drafts: [
        ...milestones.epics,
        ...drafts.map(({ one, draft }) => milestones.place(one, draft)),
      ],
      notes,
    });
  },
};
