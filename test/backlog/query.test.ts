import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/backlog/query.js';
import { queryKeys } from '../../src/backlog/query-keys.js';
import { makeBacklog } from '../support/make-backlog.js';

const backlog = makeBacklog(
  [
    { id: 'EP-1', type: 'epic', status: 'doing' },
    {
      id: 'ST-1',
      parent: 'EP-1',
      status: 'ready',
      points: 5,
      labels: ['api', 'Later'],
      rank: 'a1',
    },
    { id: 'ST-12', parent: 'ST-1', status: 'draft', points: 8, rank: 'a2', due: '2026-12-01' },
    { id: 'ST-3', status: 'ready', depends: ['ST-1'], sprint: '2026-S2', rank: 'a3' },
    { id: 'BU-4', type: 'bug', status: 'done', done: '2026-11-02', sprint: '2026-S22', rank: 'a4' },
    { id: 'ST-5', status: 'review', assignee: 'Ann', goal: 'async-teams', body: 'The iCal feed' },
    { id: 'ST-6', status: 'dropped', depends: ['st-12'], labels: 'solo' },
    { id: 'async-teams', type: 'goal', status: 'active' },
    { id: '2026-S2', type: 'sprint', status: 'closed' },
    { id: '2026-S22', type: 'sprint', status: 'active' },
  ],
  {
    statuses: {
      draft: 'todo',
      ready: 'todo',
      doing: 'doing',
      review: 'doing',
      done: 'done',
      dropped: 'dropped',
    },
  },
);
const everything = [...backlog.work, ...backlog.around];

function select(...words: readonly string[]): readonly string[] {
  const query = parseQuery(words, backlog, { scoreOf: ({ points }) => points });
  if (!query.ok) throw new Error(query.problems[0]?.message);
  return backlog.work.filter(query.value.matches).map(({ id }) => id);
}

function refusal(...words: readonly string[]): string {
  const query = parseQuery(words, backlog);
  return query.ok ? '' : (query.problems[0]?.message ?? '');
}

describe('the query grammar', () => {
  it.each([
    [['status:ready'], ['ST-1', 'ST-3']],
    [['status:ready,draft'], ['ST-1', 'ST-12', 'ST-3']],
    [['status:READY'], ['ST-1', 'ST-3']],
    [
      ['type:story', 'status:ready'],
      ['ST-1', 'ST-3'],
    ],
    [['type:story status:ready'], ['ST-1', 'ST-3']],
    [['points>=5'], ['ST-1', 'ST-12']],
    [['points<8'], ['ST-1']],
    [['points:5'], ['ST-1']],
    [['points=5'], ['ST-1']],
    [['points:5..'], ['ST-1', 'ST-12']],
    [['points:..7'], ['ST-1']],
    [['points:6..8'], ['ST-12']],
    [['-points:..7', 'has:points'], ['ST-12']],
    [['points=5..5'], ['ST-1']],
    [['points:0.5..4.5'], []],
    [['due:2026-11-01..2026-12-01'], ['ST-12']],
    [['due:2026-12-02..'], []],
    [['done:..2026-11-02'], ['BU-4']],
    [['score>5'], ['ST-12']],
    [['label:api'], ['ST-1']],
    [['label:later'], ['ST-1']],
    [['label:solo'], ['ST-6']],
    [['due<2026-12-02'], ['ST-12']],
    [['done>2026-11-01'], ['BU-4']],
    [['assignee:ann'], ['ST-5']],
    [['goal:async'], ['ST-5']],
    [['parent:EP-1'], ['ST-1']],
    [['epic:EP-1'], ['ST-1', 'ST-12']],
    [['epic:ST-1'], ['ST-12']],
    [['depends:ST-1'], ['ST-3']],
    [['depends:ST-12'], ['ST-6']],
    [['sprint:2026-S2'], ['ST-3']],
    [['sprint:2026'], ['ST-3', 'BU-4']],
    [['sprint:current'], ['BU-4']],
    [['sprint:LAST'], ['ST-3']],
    [['STATUS:ready'], ['ST-1', 'ST-3']],
    [['Is:Ready'], ['ST-1']],
    [['has:epic'], ['ST-1', 'ST-12']],
    [['no:labels', 'status:ready'], ['ST-3']],
    [['id:ST-1'], ['ST-1']],
    [
      ['is:open', 'type:story'],
      ['ST-1', 'ST-12', 'ST-3', 'ST-5'],
    ],
    [['is:closed'], ['BU-4', 'ST-6']],
    [['is:blocked'], ['ST-3']],
    [['is:ready'], ['ST-1']],
    [['has:points'], ['ST-1', 'ST-12']],
    [['has:label'], ['ST-1', 'ST-6']],
    [['no:points', 'status:review'], ['ST-5']],
    [['ical feed'], ['ST-5']],
    [['"iCal feed"'], ['ST-5']],
    [['"feed iCal"'], []],
    [['title:"about ST-5"'], ['ST-5']],
  ])('%j', (words, ids) => {
    expect([...select(...words)].sort()).toEqual([...ids].sort());
  });

  it('takes a status that is a category for all statuses of it, unless a status is called so', () => {
    const own = {
      statuses: { todo: 'todo', wip: 'doing', test: 'doing', done: 'done', no: 'dropped' },
      ready: [],
    };
    const teams = makeBacklog(
      [
        { id: 'ST-1', status: 'wip' },
        { id: 'ST-2', status: 'test' },
      ],
      own,
    );
    const query = parseQuery(['status:doing'], teams);
    expect(query.ok && teams.work.filter(query.value.matches)).toHaveLength(2);
    expect(select('status:doing')).toEqual(['EP-1']);
  });

  it.each([
    ['points>=five', 'points>=five: expected a number'],
    ['points:', 'points:: expected a number'],
    ['due<soon', 'due<soon: expected a date such as 2026-11-24'],
    ['due<2026-02-30', 'due<2026-02-30: expected a date such as 2026-11-24'],
    ['title>x', 'title>x: this key takes only : and ='],
    ['points:..', 'points:..: expected a range such as 5.., ..5 or 3..8'],
    ['points:5..x', 'points:5..x: expected a range such as 5.., ..5 or 3..8'],
    ['points>=5..8', 'points>=5..8: expected a number'],
    ['due:2026-11..', 'due:2026-11..: expected a range such as 2026-11-24.. or ..2026-11-30'],
    ['sprint:bogus', 'sprint:bogus: there is no sprint "bogus".'],
    ['sprint:2026-S3', 'sprint:2026-S3: there is no sprint "2026-S3". Did you mean 2026-S2?'],
    ['sprint:next', 'sprint:next: no sprint is planned'],
    ['sprint:ST-1', 'sprint:ST-1: ST-1 is a story'],
    ['sprint:', 'sprint:: an id is missing (no:sprint finds items without one)'],
    ['epic:EP-9', 'epic:EP-9: there is no item "EP-9". Did you mean EP-1?'],
    ['-parent:EP-9', 'parent:EP-9: there is no item "EP-9". Did you mean EP-1?'],
    ['goal:async-team,growth', 'goal:growth: there is no goal "growth".'],
    ['goal:EP-1', 'goal:EP-1: EP-1 is an epic'],
    ['persona:nobody', 'persona:nobody: there is no persona "nobody".'],
    ['from:acme', 'from:acme: there is no stakeholder "acme".'],
    ['depends:XX-1', 'depends:XX-1: there is no item "XX-1".'],
    ['id:XX-1', 'id:XX-1: there is no document "XX-1".'],
    ['has:bogus', 'has:bogus: no document has this field.'],
    ['no:sprnt', 'no:sprnt: no document has this field. Did you mean sprint?'],
    ['has:constructor', 'has:constructor: no document has this field.'],
    ['sentiment:happy', 'sentiment:happy: unknown sentiment. (positive, neutral, negative)'],
  ])('refuses %s', (word, message) => {
    expect(refusal(word)).toBe(message);
  });

  it('suggests keys, statuses and states', () => {
    expect(refusal('statsu:ready')).toContain(
      'unknown key "statsu" in the query. Did you mean status?',
    );
    expect(refusal('status:redy')).toContain('unknown status. Did you mean ready?');
    expect(refusal('type:storie')).toContain('unknown type. Did you mean story?');
    expect(refusal('is:blokked')).toContain('unknown state. Did you mean blocked?');
    expect(refusal('https://example.org')).toContain(
      `to search for text, add a second pair of quotes: '"https://example.org"'`,
    );
  });

  it.each(['constructor:x', 'is:constructor'])('knows no key %s', (word) => {
    expect(refusal(word)).toMatch(/unknown/);
  });

  it('says when it names a status or a type, so that list shows what it would hide', () => {
    const flags = (word: string) => {
      const query = parseQuery([word], backlog);
      return query.ok && [query.value.namesStatus, query.value.namesType];
    };
    expect(flags('label:api')).toEqual([false, false]);
    expect(flags('is:closed')).toEqual([true, false]);
    expect(flags('type:goal')).toEqual([false, true]);
    expect(flags('-type:bug')).toEqual([false, false]);
    expect(flags('type!=bug')).toEqual([false, false]);
  });
});

describe('words of a query', () => {
  const cafe = makeBacklog([
    {
      id: 'ST-1',
      title: 'Menü im Café zeigen',
      body: 'Für Gäste: every guest sees\nthe week’s menu (all of it).',
    },
    { id: 'ST-2', title: 'Lunch', body: 'The menu of the week, for ÉTÉ. がす' },
    { id: 'ST-3', title: 'A Guest', body: 'Nothing' },
  ]);
  const find = (...words: readonly string[]) => {
    const query = parseQuery(words, cafe);
    return query.ok ? cafe.work.filter(query.value.matches).map(({ id }) => id) : [];
  };

  it.each([
    // All of them, in any order, in whichever place, whole or in part.
    [['week menu'], ['ST-1', 'ST-2']],
    [['MEN', 'guest'], ['ST-1']],
    [['guest'], ['ST-1', 'ST-3']],
    [['st-2', 'unch'], ['ST-2']],
    [['menu', '-guest'], ['ST-2']],
    // Without case and accents, whichever side has them.
    [['cafe menu gaste'], ['ST-1']],
    [['CAFÉ'], ['ST-1']],
    [['ete'], ['ST-2']],
    [['e\u0301te'], ['ST-2']],
    // That is no accent but another letter.
    [['かす'], []],
    [['がす'], ['ST-2']],
    // A phrase, over line ends too, and no pattern.
    [['"menu of the week"'], ['ST-2']],
    [['"week menu"'], []],
    [['"guest sees the week’s menu (all"'], ['ST-1']],
    [['"m.nu of"'], []],
  ])('%j', (words, expected) => {
    expect(find(...words)).toEqual(expected);
  });
});

describe('any query', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'ST', '-', '"', ',', ' ', ':', '5', '\u0000', 'é', '!'),
  });
  const key = fc.constantFrom(...Object.keys(queryKeys), 'is', 'has', 'no', 'constructor');
  const operator = fc.constantFrom(':', '=', '!=', '<', '>', '<=', '>=');
  const value = fc.oneof(
    text,
    fc.constantFrom('ready', '5', '2026-11-24', 'open', 'ST-1', 'points'),
    fc.constantFrom('5..', '..2026-11-24', '2026-S2', 'current', 'async-teams', 'story'),
  );
  const word = fc.oneof(
    text,
    fc.tuple(key, operator, value).map((parts) => parts.join('')),
  );

  it('is read or refused with a reason, never thrown at, and tells every item', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (words) => {
        const query = parseQuery(words, backlog);
        if (query.ok)
          for (const item of everything) expect(typeof query.value.matches(item)).toBe('boolean');
        else expect(query.problems[0]?.message.length).toBeGreaterThan(10);
      }),
      { numRuns: 2000 },
    );
  });

  it('negated finds exactly the others', () => {
    let compared = 0;
    fc.assert(
      fc.property(key, operator, value, (name, sign, text) => {
        const quoted = `${name}${sign}"${text.replaceAll('"', '')}"`;
        const plain = parseQuery([quoted], backlog);
        const negated = parseQuery([`-${quoted}`], backlog);
        expect(negated.ok).toBe(plain.ok);
        if (!plain.ok || !negated.ok) return;
        compared += 1;
        for (const item of everything) {
          expect(negated.value.matches(item)).toBe(!plain.value.matches(item));
        }
      }),
      { numRuns: 4000 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  it('with an or finds what either finds, with an and what both find', () => {
    const single = fc.constantFrom('points:5', 'label:api', 'is:open', 'type:story', 'has:sprint');
    fc.assert(
      fc.property(single, single, (a, b) => {
        expect(select(a, b)).toEqual(select(a).filter((id) => select(b).includes(id)));
      }),
    );
    const either = new Set([...select('status:ready'), ...select('status:done')]);
    expect(new Set(select('status:ready,done'))).toEqual(either);
  });
});
