export { capitalize } from '../text/words.js';
