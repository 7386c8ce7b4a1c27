import { oldNode } from './node-version.js';

if (oldNode !== null) throw new Error(`storymark: ${oldNode}`);
