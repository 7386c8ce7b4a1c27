export { version } from '../text/version.js';
