// Writes dist/library/index.d.ts: the library's types in one file.
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

const bundle = await rolldown({
  input: 'src/index.ts',
  plugins: [dts({ emitDtsOnly: true })],
  logLevel: 'silent',
  external: [/^node:/],
});
await bundle.write({ dir: 'dist/library', format: 'es' });
await bundle.close();
