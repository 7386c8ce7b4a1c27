import { createEnvironment } from '../../src/cli/environment.js';
import { main } from '../../src/cli/main.js';

/** One of a crowd, a process of its own: `ID FIELD COUNT`, changes one field again and again. */
const [id = '', field = '', count = '0'] = process.argv.slice(2);
const environment = createEnvironment(process);
for (let n = 0; n < Number(count); n += 1) {
  const code = await main(['set', id, `${field}+=n${n}`], environment);
  if (code !== 0) {
    process.exitCode = code;
    break;
  }
}
