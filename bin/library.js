// Modules run in this order, so an old Node ends with a clear error before the library starts.
import './require-node.js';

export * from '../dist/library/index.js';
