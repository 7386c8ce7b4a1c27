import { describe, expect, it } from 'vitest';
import { createNewBacklog } from '../support/new-backlog.js';

/** Imports a table into a new backlog; each item by its title, with its file. */
async function importTable(text: string, ...options: readonly string[]) {
  const backlog = await createNewBacklog();
  backlog.write('table.csv', text);
  const { code, stderr } = await backlog.run(['import', 'csv', 'table.csv', ...options]);
  const items = await backlog.json<Record<string, unknown>[]>('list', '--all');
  const named = (title: string) => items.find((one) => one['title'] === title) ?? {};
  const fileOf = (title: string) => backlog.read(String(named(title)['path']));
  return { code, stderr, named, fileOf };
}

describe('a table of Jira', () => {
  const table = `Issue key,Issue id,Summary,Issue Type,Status,Resolution,Custom field (Epic Link),Created,Description
PA-1,10,Big thing,Epic,To Do,,,24/Nov/26 3:04 PM,
PA-2,11,Small thing,Story,UAT,,PA-1,25/Nov/26 3:04 PM,"Given a guest
When they ring
Then the door opens"
PA-3,12,Other thing,Story,Done,Won't Do,PA-1,26/Nov/26 3:04 PM,"# one
# two"
PA-4,13,Last thing,Story,Accepted,,PA-1,2/Jan/06 15:04,
`;

  it('has parents by epic link, dates, and a resolution that says more than the status', async () => {
    const { code, stderr, named } = await importTable(table);
    expect(code).toBe(0);
    expect(named('Small thing')).toMatchObject({ parent: 'PA-1', created: '2026-11-25' });
    expect(named('Other thing')).toMatchObject({ parent: 'PA-1', status: 'dropped' });
    expect(named('Last thing')).toMatchObject({ status: 'done', created: '2006-01-02' });
    expect(stderr).toContain('guessed: status "Won\'t Do" imported as dropped (line 6)\n');
  });

  it('keeps the word of a status that is not known, and says what the item has instead', async () => {
    const { stderr, named, fileOf } = await importTable(table);
    expect(named('Small thing')['status']).toBe('draft');
    expect(fileOf('Small thing')).toContain('- status: UAT\n');
    expect(stderr).toContain('kept as text: status "UAT" (line 3)');
  });

  it('keeps a scenario whole, and makes a list of what wiki markup calls one', async () => {
    const { fileOf } = await importTable(table);
    expect(fileOf('Small thing')).toContain('Given a guest\nWhen they ring\nThen the door opens\n');
    expect(fileOf('Other thing')).toContain('1. one\n1. two\n');
    expect(fileOf('Other thing')).not.toMatch(/^# /m);
  });
});

describe('a table of Pivotal Tracker', () => {
  it('has its states, and dates as people write them', async () => {
    const { code, named } = await importTable(
      'Id,Title,Type,Current State,Estimate,Created at,Accepted at\n' +
        '101,Pay online,feature,accepted,3,"Oct 1, 2026","Oct 9, 2026"\n' +
        '102,Refund,bug,started,,"Oct 2, 2026",\n',
      ...['--origin', 'pivotal'],
    );
    expect(code).toBe(0);
    const paid = { type: 'story', status: 'done', points: 3, created: '2026-10-01' };
    expect(named('Pay online')).toMatchObject({ ...paid, done: '2026-10-09' });
    expect(named('Refund')).toMatchObject({ type: 'bug', status: 'doing' });
  });
});

describe('a date whose day and month could be either', () => {
  it.each([
    ['decided by another cell of the column', '04/05/2026', '25/05/2026', '2026-05-04'],
    ['decided the other way by another cell', '04/05/2026', '05/25/2026', '2026-04-05'],
    ['day first where points part it', '04.05.2026', '25.11.2026', '2026-05-04'],
  ])('is %s', async (_, date, other, created) => {
    const { named } = await importTable(`Title,Created\nA,${date}\nB,${other}\n`);
    expect(named('A')['created']).toBe(created);
  });

  it('is kept as text and reported where nothing decides', async () => {
    const { stderr, fileOf } = await importTable('Title,Created\nA,04/05/2026\nB,05/06/2026\n');
    expect(fileOf('A')).toContain('- Created: 04/05/2026\n');
    expect(stderr).toContain(
      'kept as text: Created, whose day and month are ambiguous (2 times: line 2, line 3)\n',
    );
  });
});
