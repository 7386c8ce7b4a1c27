import { tuneEngine } from './tune-engine.js';
import { version } from './version.js';

// The commonest question is answered without loading anything.
const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  process.stdout.write(`${version}\n`);
} else {
  tuneEngine();
  const { runProcess } = await import('./main.js');
  await runProcess();
}
