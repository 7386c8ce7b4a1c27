import type { Value } from '../../item/value.js';
import { flattenSettings, formatSetting, readSetting } from '../../ops/setup/configure.js';
import type { Style } from '../../terminal/style.js';
import type { Context, Input, Outcome } from '../shared/command.js';
import { unwrap } from '../shared/failure.js';

interface Shown {
  readonly key: string;
  readonly value: Value | undefined;
}

export function run(context: Context, input: Input): Outcome<Shown | readonly Shown[]> {
  const { kinds: _, ...settings } = unwrap(context.store().settings());
  const [key] = input.args;
  if (key === undefined) {
    const all = flattenSettings(settings as unknown as Value);
    return { data: all.map(([name, value]) => ({ key: name, value })) };
  }
  const value = unwrap(readSetting({ ...settings, kinds: [] }, key));
  // What is not set is a negative answer, as git has it.
  return { data: { key, value }, ...(value === undefined ? { exit: 1 as const } : {}) };
}

export function render(data: Shown | readonly Shown[], style: Style): string {
  if (!('length' in data)) return formatSetting(data.value);
  return style.table({
    columns: [{ title: 'SETTING' }, { title: 'VALUE', shrinks: true }],
    rows: data.map(({ key, value }) => [key, formatSetting(value)]),
  });
}
