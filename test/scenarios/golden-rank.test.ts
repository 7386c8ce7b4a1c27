import { describe, expect, it } from 'vitest';
import { hasGolden, readGolden, roundLike, skipped } from '../score/support.js';
import { createSandbox, type Sandbox } from '../support/sandbox.js';

type Row = Readonly<Record<string, number | string | null | undefined>>;

interface Ranked {
  readonly title: string;
  readonly position: number;
  readonly score: number;
  readonly benefit: number;
  readonly details?: Readonly<Record<string, number | string>>;
}

interface Written {
  readonly title: string;
  /** Lines of frontmatter. */
  readonly fields: readonly string[];
}

/** A backlog with these items, written as a person would write them. */
function writeBacklog(items: readonly Written[], settings: readonly string[] = []): Sandbox {
  const sandbox = createSandbox();
  sandbox.write('backlog/backlog.yaml', `${settings.join('\n')}\n`);
  for (const [index, { title, fields }] of items.entries()) {
    const lines = [`id: ST-G${index}`, 'type: story', 'status: draft', `title: ${title}`];
    const text = ['---', ...lines, ...fields, '---', '', 'As a user, I want it', ''];
    sandbox.write(`backlog/items/ST-G${index}-x.md`, text.join('\n'));
  }
  return sandbox;
}

function writeScore(inputs: Row): readonly string[] {
  return ['score:', ...Object.entries(inputs).map(([key, value]) => `  ${key}: ${value}`)];
}

async function rankRows(
  model: string,
  rows: readonly { readonly name: string; readonly inputs: Row }[],
): Promise<ReadonlyMap<string, Ranked>> {
  const items = rows.map(({ name, inputs }) => ({ title: name, fields: writeScore(inputs) }));
  const ranked = await writeBacklog(items).json<readonly Ranked[]>('rank', '--by', model);
  expect(ranked).toHaveLength(rows.length);
  return new Map(ranked.map((row) => [row.title, row]));
}

function nameOf({ id }: Row, index: number): string {
  return String(id ?? `row ${index}`);
}

describe.skipIf(!hasGolden())(`rank --by, on files: ${skipped}`, () => {
  it('wsjf', async () => {
    for (const { rows } of readGolden<readonly { readonly rows: readonly Row[] }[]>('wsjf')) {
      const ranked = await rankRows(
        'wsjf',
        rows.map((row, index) => ({
          name: nameOf(row, index),
          inputs: {
            value: row['ubv'],
            urgency: row['tc'],
            risk: row['rr'],
            size: row['size'],
          },
        })),
      );
      for (const [index, row] of rows.entries()) {
        const found = ranked.get(nameOf(row, index));
        expect(found?.benefit).toBe(row['cod']);
        expect(roundLike(found?.score ?? null, Number(row['wsjf']))).toBe(row['wsjf']);
        if (row['rank'] !== undefined) expect(found?.position).toBe(row['rank']);
      }
    }
  });

  it.each(['rice', 'ice', 'opportunity'])('%s', async (model) => {
    for (const { rows } of readGolden<readonly { readonly rows: readonly Row[] }[]>(model)) {
      const ranked = await rankRows(
        model,
        rows.map((row, index) => {
          const { id: _, score: __, ...inputs } = row;
          return { name: nameOf(row, index), inputs };
        }),
      );
      for (const [index, row] of rows.entries()) {
        const published = Number(row['score']);
        const found = ranked.get(nameOf(row, index))?.score ?? null;
        expect(roundLike(found, published)).toBe(published);
      }
    }
  });

  it('kano', async () => {
    const [{ rows }] = readGolden<{ readonly examples: [{ readonly rows: readonly Row[] }] }>(
      'kano',
    ).examples;
    const ranked = await rankRows(
      'kano',
      rows.map(({ id, A, O, M, I }) => ({
        name: String(id),
        inputs: { kano: `{A: ${A}, O: ${O}, M: ${M}, I: ${I}}` },
      })),
    );
    // The notes name the cells that were printed from numbers before rounding.
    const fromCounts: Row = { 'Ease of turn worse': -0.77, 'Service better': 0.88 };
    for (const row of rows) {
      for (const key of ['better', 'worse']) {
        const shown = Number(ranked.get(String(row['id']))?.details?.[key]).toFixed(2);
        expect(Number(shown)).toBe(fromCounts[`${row['id']} ${key}`] ?? row[key]);
      }
    }
  });

  it('ahp, the weights read off items that have one criterion each', async () => {
    const { drinks } = readGolden<{
      readonly drinks: {
        readonly names: readonly string[];
        readonly matrix: readonly (readonly (number | string)[])[];
        readonly weights: readonly number[];
        readonly cr: number;
      };
    }>('ahp');
    const { names, matrix, weights, cr } = drinks;
    const rows = matrix.map((row) => `      - [${row.join(', ')}]`);
    const settings = ['rank:', '  ahp:', `    criteria: [${names.join(', ')}]`, '    matrix:'];
    const items = names.map((title) => ({
      title,
      fields: writeScore(
        Object.fromEntries(names.map((name) => [name, name === title ? 1 : 0] as const)),
      ),
    }));
    const sandbox = writeBacklog(items, [...settings, ...rows]);
    const ranked = await sandbox.json<readonly Ranked[]>('rank', '--by', 'ahp');
    const found = new Map(ranked.map(({ title, score }) => [title, Number(score.toFixed(3))]));
    expect(names.map((name) => found.get(name))).toEqual(weights);
    expect(await sandbox.ok('rank', '--explain-model', 'ahp')).toContain(
      `consistency ratio: ${cr}`,
    );
  });

  it('moscow: in order, and with nothing to warn of', async () => {
    const { items } = readGolden<{
      readonly items: readonly (readonly [number, string, number])[];
    }>('moscow');
    const sandbox = writeBacklog(
      items.map(([id, word, points]) => ({
        title: `item ${id}`,
        fields: [`points: ${points}`, 'score:', `  moscow: ${word}`],
      })),
    );
    const { code, stdout, stderr } = await sandbox.run(['rank', '--by', 'moscow', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const words = (JSON.parse(stdout) as readonly Ranked[]).map(({ score }) => score);
    expect(words).toEqual([3, 3, 3, 3, 2, 2, 2, 1, 1, 1]);
  });

  it('cd3: with what waits for an item, and without', async () => {
    const [magennis, farming] =
      readGolden<
        readonly [
          { readonly rows: readonly Row[] },
          { readonly options: readonly { id: string; gain: number; weeks: number; cd3: number }[] },
        ]
      >('cd3');
    const { rows } = magennis;
    const items = rows.map(({ name, days, prereq, value, unit }) => ({
      title: String(name),
      fields: [
        ...(prereq === null ? [] : [`depends: [ST-G${Number(prereq) - 1}]`]),
        ...writeScore({
          delay_cost: `${value}/${String(unit).toLowerCase()}`,
          duration: `${days}d`,
        }),
      ],
    }));
    const settings = ['rank:', '  cd3: {unit: day}'];
    for (const [column, more] of [
      ['own', []],
      ['incl', ['  derived: {inherited: true}']],
    ] as const) {
      const sandbox = writeBacklog(items, [...settings, ...more]);
      const ranked = await sandbox.json<readonly Ranked[]>('rank', '--by', 'cd3');
      for (const row of rows) {
        const found = ranked.find(({ title }) => title === row['name']);
        expect(found?.score).toBeCloseTo(Number(row[column]), 9);
        if (column === 'incl') {
          expect(found?.position).toBe(row['rank']);
          expect(found?.benefit).toBeCloseTo(Number(row['total_cod_incl'] ?? row['cod_day']), 9);
        }
      }
    }
    const options = await rankRows(
      'cd3',
      farming.options.map(({ id, gain, weeks }) => ({
        name: id,
        inputs: { delay_cost: `${gain}/week`, duration: `${weeks}w` },
      })),
    );
    for (const { id, cd3 } of farming.options) expect(options.get(id)?.score).toBe(cd3);
  });
});
