/** Every process that was started since `recordProcesses` took the place of the real module. */
export const started = { calls: [] as (readonly string[])[] };

/** `node:child_process` that notes what it starts: for `vi.mock`. */
export function recordProcesses(real: typeof import('node:child_process')) {
  const record = <T extends (...args: never[]) => unknown>(run: T) =>
    ((command: string, args: readonly string[], ...rest: never[]) => {
      started.calls.push([command, ...args]);
      return (run as unknown as (...all: unknown[]) => unknown)(command, args, ...rest);
    }) as unknown as T;
  return { ...real, spawn: record(real.spawn), spawnSync: record(real.spawnSync) };
}
