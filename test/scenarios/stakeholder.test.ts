import { describe, expect, it } from 'vitest';
import type { Trace, TraceNode } from '../../src/ops/stakeholders/trace.js';
import { git, startRepository } from '../support/check-backlog.js';
import { createNewBacklog } from '../support/new-backlog.js';

/** `how id` of each node, arrows between a node and the one before it. */
function ways(nodes: readonly TraceNode[]): readonly string[] {
  return nodes.flatMap(({ how, id, next }) => {
    const own = `${how} ${id}`;
    return next.length === 0 ? [own] : ways(next).map((way) => `${own} → ${way}`);
  });
}

describe("a stakeholder's sentence", () => {
  it('becomes feedback, a story, a place in the order, a sprint, done, and an answer', async () => {
    const backlog = await createNewBacklog();
    startRepository(backlog);
    for (const [key, value] of [
      ['user.name', 'Ada'],
      ['user.email', 'ada@example.org'],
    ] as const) {
      git(backlog, 'config', key, value);
    }
    await backlog.ok('add', '-t', 'stakeholder', 'ACME', '--weight', '5');
    await backlog.ok('add', '-t', 'persona', 'Team lead');
    await backlog.ok('add', '-t', 'goal', 'Fewer meetings on holidays', '--set', 'id=holidays');
    await backlog.ok('link', 'holidays', 'acme');
    const epic = await backlog.id('add', '-t', 'epic', 'Holidays', '--goal', 'holidays');

    const said = 'We met on a holiday again. She joined from the beach.';
    const feedback = await backlog.id('add', '--from', 'acme', said, '--kind', 'interview');
    expect(await backlog.ok('list', 'type:feedback', 'status:new', '--columns', 'id')).toBe(
      `${feedback}\n`,
    );
    expect(await backlog.ok('answer', feedback)).toContain('have not decided yet');

    const story =
      'As a team lead, I want to see holidays of each member, so that nobody meets then';
    await backlog.ok(
      ...['triage', feedback, '--story', story, '--criterion', 'A holiday is marked in the week'],
      ...['--set', `parent=${epic}`, '--set', 'points=3', '--set', 'status=ready'],
    );
    const [id = ''] = (await backlog.json<{ items: string[] }>('show', feedback)).items;
    expect(await backlog.fileOf(id)).toContain(`> ${said}`);

    await backlog.ok('add', 'Something else', '--points', '1', '--top');
    await backlog.ok('score', id, 'value=8', 'urgency=8', 'risk=3');
    await backlog.ok('rank', '--apply');
    expect(await backlog.ok('answer', feedback)).toMatch(
      /See holidays of each member: it comes next\. It contributes to our goal “Fewer meetings on holidays”/,
    );
    await backlog.ok('sprint', 'create', 'No more beach calls', '--capacity', '5');
    await backlog.ok('sprint', 'add', id);
    await backlog.ok('sprint', 'start');
    expect(await backlog.ok('answer', feedback)).toContain('among what is planned until');
    git(backlog, 'add', '--all');
    git(backlog, 'commit', '--quiet', '-m', 'Plan');
    await backlog.ok('done', id, '--tick', '--commit');

    expect(await backlog.ok('answer', feedback, '--save')).toContain(
      '“See holidays of each member” was finished on 24 November 2026.',
    );
    expect(await backlog.fileOf(feedback)).toContain('## Answer\n\n“See holidays');
    const kept = await backlog.json<Record<string, unknown>>('show', feedback);
    expect(kept).toMatchObject({ status: 'answered', answered: '2026-11-24', items: [id] });

    const trace = await backlog.json<Trace>('trace', 'acme');
    expect(ways(trace.became)).toEqual([
      `said ${feedback} → answered by ${id}`,
      'cares for holidays',
    ]);
    const [became] = trace.became[0]?.next ?? [];
    const closing = git(backlog, 'log', '-1', '--format=%h', '--', 'backlog/items').trim();
    expect(became?.outcome).toEqual({
      goals: ['holidays'],
      epic,
      criteria: { total: 1, done: 1 },
      sprints: ['2026-S24'],
      done: '2026-11-24',
      commit: { commit: closing, day: expect.any(String), subject: `done: ${id}` },
      answered: null,
      promised: null,
    });
    const back = await backlog.json<Trace>('trace', id);
    expect(ways(back.why)).toEqual([
      `asked for by ${feedback} → said by acme`,
      `part of ${epic} → serves holidays → cared for by acme`,
      'for team-lead',
    ]);
    const text = await backlog.ok('trace', 'acme');
    expect(text).toMatch(
      /goal holidays → epic EP-\w+ → criteria 1 of 1 → sprint 2026-S24 → done 2026-11-24 → commit \w{7,} done: ST-/,
    );
    const { stdout } = await backlog.run(['check', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
    expect(findings.filter(({ rule }) => rule.startsWith('trace/'))).toEqual([]);
  });

  it('comes back when its date slips, or when what was asked for is done after the answer', async () => {
    const backlog = await createNewBacklog();
    const item = await backlog.id('add', 'Mend the heating', '-t', 'task', '--points', '3');
    for (const id of ['2026-S19', '2026-S20', '2026-S21', '2026-S22', '2026-S23']) {
      const done = `- { id: TA-0${id.slice(-2)}, points: 3 }`;
      backlog.write(
        `backlog/sprints/${id}.md`,
        `---\nid: ${id}\ntype: sprint\nstatus: closed\ntitle: ${id}\nstart: 2026-10-01\nend: 2026-10-14\ncommitted:\n  ${done}\ndone:\n  ${done}\n---\n`,
      );
    }
    const feedback = await backlog.id('add', '-t', 'feedback', 'It is cold in there');
    await backlog.ok('link', feedback, item);
    await backlog.ok('answer', feedback, '--save');
    const { promised } = await backlog.json<{ promised: string }>('show', feedback);
    expect(promised).toMatch(/^2026-12-/);
    const rules = async (now?: string) => {
      const { stdout } = await backlog.run(['check', '--format', 'json'], now ? { now } : {});
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
      return findings.filter(({ rule }) => rule.startsWith('trace/'));
    };
    expect(await rules()).toEqual([]);

    const cellar = ['-t', 'task', '--points', '60', '--force', 'nobody can split it'];
    const big = await backlog.id('add', 'Dig a cellar', ...cellar, '--top');
    expect(await rules()).toEqual([
      expect.objectContaining({
        rule: 'trace/promise-late',
        message: expect.stringMatching(
          `promised for ${promised}, but 85 % likely is 2027-.* \\(${item}\\)`,
        ),
      }),
    ]);
    expect(await backlog.ok('answer', feedback)).toContain('we are sorry');
    await backlog.ok('done', big, item, '--on', '2026-11-30', '--force', 'no criteria');
    expect(await rules('2026-12-01T09:00:00Z')).toEqual([
      expect.objectContaining({
        rule: 'trace/unanswered',
        message: expect.stringContaining(`${item} was finished after the answer of 2026-11-24`),
      }),
    ]);
  });
});
