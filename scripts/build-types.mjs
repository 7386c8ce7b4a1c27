// Writes dist/index.d.ts: the library's types in one file.
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

const bundle = await rolldown({
  input: 'src/index.ts',
  plugins: [dts({ dtsOnly: true })],
  // The scoring models' settings are zod schemas, and zod is installed with the package.
  logLevel: 'silent',
  external: [/^node:/, 'zod'],
});
await bundle.write({ dir: 'dist', format: 'es' });
await bundle.close();
